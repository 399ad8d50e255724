import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {separators} from '../../locales/formats.ts';
import {Catalogue} from '../../orders/catalogue.ts';
import {PASTE_LIMITS} from '../../orders/delimited.ts';
import type {FileContent, SheetName} from '../../orders/files/file-content.ts';
import {inSlices, pause} from '../../orders/slices.ts';
import type {KeptUpload} from '../../orders/upload/kept-uploads.ts';
import {fingerprintOf} from '../../orders/upload/sent-files.ts';
import {makeTemplateFile, type MadeFile, type TableFormat} from '../../orders/upload/template-file.ts';
import {UploadHold} from '../../orders/upload/upload-hold.ts';
import {UploadSheet, type UploadSheetOptions} from '../../orders/upload/upload-sheet.ts';
import type {DraftInput} from '../../portal/contract/orders.ts';
import type {Template} from '../../portal/contract/templates.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import {DocumentOpenEvent} from '../../ui/events.ts';
import {comboboxStyles} from '../../ui/combobox.ts';
import {gridEditingStyles} from '../../ui/grid-editing.styles.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import questionStyles from '../purchase-order-editor/paste-questions.styles.ts';
import suggestionStyles from '../purchase-order-editor/suggestions.styles.ts';
import {ColumnsStep, type ReadFile} from './columns-step.ts';
import type {Refusal} from './file-texts.ts';
import type {OrdersBatch} from './orders-batch.ts';
import {renderOrders} from './orders-view.ts';
import {OwnTexts} from './own-texts.ts';
import {PutAside} from './put-aside.ts';
import {readSource, type Source} from './read-source.ts';
import {giveReady, isUnsettled} from './ready-rows.ts';
import {renderReading, renderRefused} from './reading-view.ts';
import {RowsStep, type RowsSource} from './rows-step.ts';
import {renderSheets} from './sheets-view.ts';
import orderStyles from './orders.styles.ts';
import rowStyles from './rows.styles.ts';
import {ownerOf, type UploadContext} from './upload-context.ts';
import {renderWriting, writeIn, type Writing} from './writing-view.ts';

/** For the element's root, before any of this is drawn in it. */
export const styles = [
  comboboxStyles,
  suggestionStyles,
  questionStyles,
  gridEditingStyles,
  rowStyles,
  orderStyles,
];

/** Where the user is on the way from a file to orders. */
type State =
  | {readonly phase: 'start'; readonly refused?: {readonly name: string; readonly problem: Refusal}}
  | {readonly phase: 'reading'; readonly source: Source; readonly share: number}
  | {readonly phase: 'sheets'; readonly source: Source; readonly sheets: readonly SheetName[]}
  | {readonly phase: 'columns'; readonly step: ColumnsStep}
  | {readonly phase: 'rows'; readonly rows: RowsStep}
  | {readonly phase: 'orders'; readonly rows: RowsStep; readonly batch: OrdersBatch}
  | {readonly phase: 'writing'; readonly rows: RowsStep; readonly writing: Writing};

/** What the upload needs of the element that it is in. */
export interface UploadingOptions {
  readonly context: () => UploadContext;
  /** Draws now. */
  readonly draw: () => void;
  /** Resolves when the portal's templates are known, or it is known that they cannot be had. */
  readonly whenTemplates: () => Promise<unknown>;
}

/** What happens to a file from when it is chosen: it is read, told apart, mended row by row, and becomes orders. */
export class Uploading implements ReactiveController {
  readonly #host: PortalElement;
  readonly #context: () => UploadContext;
  readonly #draw: () => void;
  readonly #whenTemplates: () => Promise<unknown>;
  #state: State = {phase: 'start'};
  #abort = new AbortController();
  readonly #aside: PutAside;
  #columns: ColumnsStep | undefined;
  /** One thing at a time is done that leads away from where the user is. */
  #isBusy = false;
  /** Whose all of it is. */
  #of: string | undefined;
  #catalogue: {readonly portal: PortalConnection; readonly catalogue: Catalogue} | undefined;
  readonly #texts = new OwnTexts();

  constructor(host: PortalElement, {context, draw, whenTemplates}: UploadingOptions) {
    this.#host = host;
    this.#context = context;
    this.#draw = draw;
    this.#whenTemplates = whenTemplates;
    this.#aside = new PutAside(host);
    host.addController(this);
  }

  /** What is under way is put aside where it is somebody else's; on the device it stays for its own user. */
  belongTo(owner: string): void {
    const before = this.#of;
    this.#of = owner;
    if (before === undefined || before === owner) return;
    this.#abort.abort();
    if ('rows' in this.#state) void this.#state.rows.dispose();
    this.#aside.clear();
    this.#columns = undefined;
    this.#state = {phase: 'start'};
  }

  /** Whether a file can be taken now. */
  get takesFiles(): boolean {
    return this.#state.phase === 'start';
  }

  /** Whether there are rows that would be lost with the element. */
  get isOpen(): boolean {
    return 'rows' in this.#state && this.#state.rows.isOpen;
  }

  /** Reads a file. */
  take([file, ...others]: readonly [File, ...File[]]): void {
    if (others.length > 0) this.#refuse(file.name, {code: 'many-files'});
    // Pasted cells have no name.
    else if (file.name === '' && file.size > PASTE_LIMITS.bytes)
      this.#refuse('', {code: 'too-large', limit: PASTE_LIMITS.bytes});
    else void this.#read({file, options: {}});
  }

  /** A file of a template to fill in, where the portal has none of its own. */
  makeTemplate(template: Template | undefined, format: TableFormat): Promise<MadeFile> {
    return makeTemplateFile(template ?? this.#texts.template, format, separators(this.#context().locale));
  }

  hostDisconnected(): void {
    // A move in the page disconnects and connects in one go.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      if ('rows' in this.#state) this.#state.rows.stopLookUp();
      if (this.#state.phase !== 'reading') return;
      this.#abort.abort();
      this.#state = {phase: 'start'};
    });
  }

  /** What is drawn in place of the start; undefined at the start. */
  renderInstead(context: UploadContext): TemplateResult | undefined {
    this.#texts.learn();
    const state = this.#state;
    const {locale} = context;
    switch (state.phase) {
      case 'start':
        return undefined;
      case 'reading':
        return renderReading(state.source.file.name, state.share, locale, () => this.#restart());
      case 'sheets':
        return renderSheets(
          state.source.file.name,
          state.sheets,
          (sheet) => void this.#read({...state.source, options: {...state.source.options, sheet}}),
          () => this.#restart(),
        );
      case 'columns':
        return state.step.render(context);
      case 'rows':
        return state.rows.render(context, {
          onColumns: () => this.#askColumns(),
          onAnother: () => this.#another(),
          onOpen: () => void this.#once(() => this.#open(state.rows)),
          onReview: () => void this.#once(() => this.#review(state.rows)),
        });
      case 'orders':
        return renderOrders({
          batch: state.batch,
          madeBefore: state.rows.madeBefore,
          locale,
          onBack: () => this.#backToRows(),
          onOpen: ({type, id, number}) =>
            this.#host.dispatchEvent(new DocumentOpenEvent({type, id, number: number ?? undefined})),
        });
      case 'writing':
        return renderWriting(context, state.writing, () => this.#backToRows());
    }
  }

  /** What has become of the file before. */
  renderNews({locale}: UploadContext): TemplateResult | typeof nothing {
    this.#texts.learn();
    const refused = this.#state.phase === 'start' ? this.#state.refused : undefined;
    return html`${refused ? renderRefused(refused.name, refused.problem, locale) : nothing}
    ${this.#aside.render(locale, {
      onBringBack: (rows) => void this.#once(() => this.#bringBack(rows)),
      onGoOn: (kept) => void this.#once(() => this.#goOnWith(kept)),
      onDiscarded: () => this.#context().focus('file'),
    })}`;
  }

  async #read(source: Source): Promise<void> {
    this.#abort.abort();
    const {signal} = (this.#abort = new AbortController());
    this.#set({phase: 'reading', source, share: 0});
    const {name} = source.file;
    try {
      const onProgress = (share: number) => this.#onProgress(source, share);
      const result = await readSource(source, this.#context().limits, {signal, onProgress});
      if (signal.aborted) return;
      if (result.status === 'refused') this.#refuse(name, result.problem);
      else if (result.status === 'sheets') this.#set({phase: 'sheets', source, sheets: result.sheets});
      else await this.#tellColumns(source, result.content, signal);
    } catch {
      if (!signal.aborted) this.#refuse(name, {code: 'unreadable'});
    }
  }

  #onProgress(source: Source, share: number): void {
    if (this.#state.phase === 'reading' && this.#state.source === source) {
      this.#state = {...this.#state, share};
      this.#host.requestUpdate();
    }
  }

  async #tellColumns(source: Source, content: FileContent, signal: AbortSignal): Promise<void> {
    await this.#whenTemplates();
    if (signal.aborted) return;
    const {labels, problemHeader} = this.#texts;
    const step = new ColumnsStep(this.#host, source.file.name, content, {
      context: this.#context,
      labels,
      problemHeaders: [problemHeader],
      onRead: (file) => void this.#onRead(file, source),
      onAnother: () => this.#restart(),
      onEncoding: (encoding) => void this.#read({...source, options: {...source.options, encoding}}),
    });
    if (step.rowCount === 0) {
      this.#refuse(source.file.name, {code: 'header-only'});
      return;
    }
    const isSure = await step.isSure();
    // Another file, or another member, by now.
    if (signal.aborted) return;
    this.#columns = step;
    if (isSure) step.finish();
    else this.#set({phase: 'columns', step});
  }

  async #onRead(
    {name, fields, columns, rows: read, cleaned, examples, separators}: ReadFile,
    {file}: Source,
  ): Promise<void> {
    // What was being made of the same file by a first click is given up.
    this.#abort.abort();
    const {signal} = (this.#abort = new AbortController());
    const owner = this.#owner;
    const step = this.#columns;
    const [sheet, fingerprint] = await Promise.all([
      inSlices(UploadSheet.of(read, {...this.#sheetOptions, fields, separators}, examples), signal),
      fingerprintOf(file),
    ]);
    // Another file, or another member, by now.
    if (signal.aborted || !sheet) return;
    // They would wait on the device beside those of now.
    void this.#aside.replace(step);
    this.#showRows(UploadHold.ofNew({owner, name, fingerprint}), {columns, cleaned, sheet, step});
  }

  /** Offers the rows that former visits have left on the device. */
  async recall(): Promise<void> {
    await this.#aside.recall(this.#owner);
  }

  async #goOnWith(kept: KeptUpload): Promise<void> {
    const taken = await UploadHold.takeOver(kept);
    if (taken.status === 'taken') {
      const {hold, sheet: snapshot} = taken;
      const sheet = await inSlices(UploadSheet.fromSnapshot(snapshot, this.#sheetOptions));
      // Another member, or a file that was dropped, by now.
      if (this.#state.phase !== 'start' || this.#owner !== kept.owner) return;
      if (sheet) {
        this.#showRows(hold, {columns: [], cleaned: 0, sheet, step: undefined});
        return;
      }
      // What cannot be read is none.
      await hold.end();
    }
    await this.recall();
    this.#aside.tell(taken.status === 'taken' ? 'unreadable' : taken.status);
    this.#context().focus('aside-problem');
  }

  get #sheetOptions(): Pick<UploadSheetOptions, 'catalogue' | 'onChange'> {
    const catalogue = this.#catalogueOf(this.#context().member.portal);
    return {catalogue, onChange: () => this.#host.requestUpdate()};
  }

  #showRows(hold: UploadHold, source: RowsSource): void {
    const rows = new RowsStep(this.#host, source, {
      context: this.#context,
      draw: this.#draw,
      hold,
      onLost: (lost) => void this.#lose(lost),
    });
    this.#aside.clear();
    this.#set({phase: 'rows', rows});
  }

  /** Another page has taken the rows over. An order that is on its way from here still ends here. */
  async #lose(rows: RowsStep): Promise<void> {
    // What is being typed has no place any more; its field must not say so while it goes.
    rows.grid.commit();
    await rows.batch?.stop();
    void rows.dispose();
    if (!('rows' in this.#state) || this.#state.rows !== rows) return;
    this.#aside.tell('lost');
    this.#restart();
    this.#context().focus('aside-problem');
  }

  get #owner(): string {
    return ownerOf(this.#context());
  }

  /** One for all files of a portal: what is known once is not asked again. */
  #catalogueOf(portal: PortalConnection): Catalogue {
    if (this.#catalogue?.portal !== portal) {
      const catalogue = new Catalogue(portal, () => this.#host.requestUpdate());
      this.#catalogue = {portal, catalogue};
    }
    return this.#catalogue.catalogue;
  }

  #restart(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#set({phase: 'start'});
    void this.recall();
  }

  #refuse(name: string, problem: Refusal): void {
    this.#set({phase: 'start', refused: {name, problem}});
  }

  /** Another file: the rows of this one can be brought back until it is read. */
  #another(): void {
    if (this.#state.phase !== 'rows') return;
    const {rows} = this.#state;
    rows.grid.commit();
    rows.stopLookUp();
    const isKept = rows.isOpen ? this.#aside.put(rows) : rows.dispose();
    this.#restart();
    void isKept.then(() => this.recall());
  }

  async #bringBack(rows: RowsStep): Promise<void> {
    const isOurs = await rows.isOurs();
    // Another member, or a file that was dropped, by now.
    if (this.#state.phase !== 'start' || !this.#aside.has(rows)) return;
    this.#aside.takeBack();
    if (isOurs) {
      this.#set({phase: 'rows', rows});
      return;
    }
    void rows.dispose();
    await this.recall();
    this.#aside.tell('lost');
    this.#context().focus('aside-problem');
  }

  #askColumns(): void {
    if (this.#state.phase !== 'rows') return;
    const {step} = this.#state.rows;
    if (!step) return;
    this.#another();
    this.#set({phase: 'columns', step});
  }

  async #review(rows: RowsStep): Promise<void> {
    const state = this.#state;
    if (state.phase !== 'rows') return;
    rows.grid.commit();
    await rows.learnOthers();
    if (!(await rows.isOurs()) || this.#isElsewhere(rows, state)) return;
    // What became of some of them is not known yet: they are found out first.
    const known = rows.batch?.hasUnsettled ? rows.batch : undefined;
    this.#set({phase: 'orders', rows, batch: known ?? rows.makeBatch(this.#context)});
  }

  /** Whether the user is not where he was any more, or is another one. */
  #isElsewhere(rows: RowsStep, state: State): boolean {
    return this.#state !== state || this.#owner !== rows.owner;
  }

  #backToRows(): void {
    if (!('rows' in this.#state)) return;
    const {rows} = this.#state;
    rows.sheet.refilter();
    this.#set({phase: 'rows', rows});
  }

  /** All that is ready, as one order: the page's own editor takes it, or ours. */
  async #open(rows: RowsStep): Promise<void> {
    const state = this.#state;
    if (state.phase !== 'rows') return;
    rows.grid.commit();
    const mayHaveArrived = await isUnsettled(rows, this.#context());
    if (!(await rows.isOurs()) || this.#isElsewhere(rows, state)) return;
    if (mayHaveArrived) await this.#review(rows);
    else await giveReady(this.#host, rows, (input, lost) => this.#write(rows, input, lost));
  }

  async #write(rows: RowsStep, input: DraftInput, lost: readonly string[]): Promise<boolean> {
    this.#set({phase: 'writing', rows, writing: {lost}});
    await this.#host.updateComplete;
    const isWritten = await writeIn(this.#host, input);
    if (!isWritten) this.#set({phase: 'writing', rows, writing: {lost, isRefused: true}});
    return isWritten;
  }

  /** Does it unless such a thing is being done: the second click of a double click does nothing. */
  async #once(work: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await work();
    } finally {
      this.#isBusy = false;
    }
  }

  #set(state: State): void {
    const isSame = state.phase === this.#state.phase;
    this.#state = state;
    this.#host.requestUpdate();
    // Where the user is now is read from its heading on.
    if (isSame && !(state.phase === 'start' && state.refused)) return;
    const {focus} = this.#context();
    if (state.phase === 'start') focus(state.refused ? 'refused' : 'title');
    else if (state.phase !== 'rows') focus('step-title');
    // To lay out thousands of rows is work for a task of its own.
    else void pause().then(() => this.#state === state && focus('step-title'));
  }
}
