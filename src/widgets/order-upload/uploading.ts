import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {formatRecent, separators} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {Catalogue} from '../../orders/catalogue.ts';
import {deviceDrafts} from '../../orders/draft-store.ts';
import {toDraftInput} from '../../orders/draft.ts';
import {PASTE_LIMITS} from '../../orders/delimited.ts';
import {
  FILE_LIMITS,
  type FileContent,
  type FileOptions,
  type SheetName,
} from '../../orders/files/file-content.ts';
import {fileWorker, readTable} from '../../orders/files/file-reader.ts';
import {dropUpload, keptUpload, type KeptUpload} from '../../orders/upload/kept-upload.ts';
import {OrdersSender} from '../../orders/upload/send-orders.ts';
import {FIELD_KEYS, type UploadField} from '../../orders/upload/template-fields.ts';
import {UploadSheet, type UploadSheetOptions} from '../../orders/upload/upload-sheet.ts';
import {makeTemplateFile, type MadeFile, type TableFormat} from '../../orders/upload/template-file.ts';
import type {DraftInput} from '../../portal/contract/orders.ts';
import type {Template} from '../../portal/contract/templates.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import {DocumentOpenEvent} from '../../ui/events.ts';
import {comboboxStyles} from '../../ui/combobox.ts';
import {gridEditingStyles} from '../../ui/grid-editing.styles.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {icon} from '../../ui/states.ts';
import {allowsWorker} from '../../ui/worker.ts';
import suggestionStyles from '../purchase-order-editor/suggestions.styles.ts';
import {ColumnsStep, type ReadFile} from './columns-step.ts';
import {refusalText, type Refusal} from './file-texts.ts';
import {OrderEditEvent} from './order-upload.events.ts';
import {OrdersBatch} from './orders-batch.ts';
import {renderOrders} from './orders-view.ts';
import {renderReading} from './reading-view.ts';
import {columnLabel} from './row-columns.ts';
import {problemHeader, RowsStep, type RowsSource} from './rows-step.ts';
import {renderSheets} from './sheets-view.ts';
import orderStyles from './orders.styles.ts';
import rowStyles from './rows.styles.ts';
import {ownerOf, type UploadContext} from './upload-context.ts';
import {renderWriting, writeIn, type Writing} from './writing-view.ts';

/** For the element's root, before any of this is drawn in it. */
export const styles = [comboboxStyles, suggestionStyles, gridEditingStyles, rowStyles, orderStyles];

/** A file that is being read, or of which a sheet has to be chosen. */
interface Source {
  readonly file: File;
  readonly options: Pick<FileOptions, 'sheet' | 'encoding'>;
}

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
  /** The rows of the file before, which were not all ordered. */
  #putAway: RowsStep | undefined;
  /** The rows that a former visit has left. */
  #kept: KeptUpload | undefined;
  #columns: ColumnsStep | undefined;
  #isOpening = false;
  /** Whose all of it is. */
  #of: string | undefined;
  #catalogue: {readonly portal: PortalConnection; readonly catalogue: Catalogue} | undefined;
  /** Texts are known while something is drawn, and needed when a file is made or read. */
  #texts:
    {labels: Readonly<Record<UploadField, string>>; template: string; problemHeader: string} | undefined;

  constructor(host: PortalElement, {context, draw, whenTemplates}: UploadingOptions) {
    this.#host = host;
    this.#context = context;
    this.#draw = draw;
    this.#whenTemplates = whenTemplates;
    host.addController(this);
  }

  /** What is under way is put aside where it is somebody else's; on the device it stays for its own user. */
  belongTo(owner: string): void {
    const before = this.#of;
    this.#of = owner;
    if (before === undefined || before === owner) return;
    this.#abort.abort();
    if ('rows' in this.#state) this.#state.rows.dispose();
    this.#putAway?.dispose();
    this.#putAway = this.#kept = this.#columns = undefined;
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
    const {locale} = this.#context();
    const {labels, template: label = ''} = this.#texts ?? {};
    const made = template ?? {
      label,
      columns: [...FIELD_KEYS.values()].map((field) => ({
        label: labels?.[field] ?? field,
        ...examples[field],
      })),
    };
    return makeTemplateFile(made, format, separators(locale));
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
    this.#learnTexts();
    const state = this.#state;
    const {locale} = context;
    switch (state.phase) {
      case 'start':
        return undefined;
      case 'reading':
        return renderReading(state.source.file.name, state.share, locale, () => this.#cancel());
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
          onOpen: () => void this.#open(state.rows),
          onReview: () => this.#review(state.rows),
        });
      case 'orders':
        return renderOrders({
          batch: state.batch,
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
    this.#learnTexts();
    const refused = this.#state.phase === 'start' ? this.#state.refused : undefined;
    const [putAway, kept] = [this.#putAway, this.#kept];
    return html`${
      refused
        ? html`<div class="notice danger" part="refused" id="refused" tabindex="-1">
            ${icon('error')}
            <span>
              ${refused.name === '' ? nothing : html`<bdi>${refused.name}</bdi>: `}${refusalText(refused.problem, locale)}
            </span>
          </div>`
        : nothing
    }
    ${
      putAway
        ? html`<div class="notice" part="notice">
            <span>
              ${msg(str`The rows of “${putAway.name}” were put away.`, {id: 'order-upload.put-away'})}
            </span>
            <button type="button" class="link" @click=${() => this.#bringBack(putAway)}>
              ${msg('Bring them back', {id: 'order-upload.bring-back'})}
            </button>
          </div>`
        : nothing
    }
    ${kept ? this.#renderKept(kept, locale) : nothing}`;
  }

  #renderKept(kept: KeptUpload, locale: string): TemplateResult {
    const at = formatRecent(kept.at, locale);
    return html`<div class="notice" part="notice">
      <span>
        ${
          kept.name === ''
            ? msg(str`Pasted rows from ${at} are kept on this device.`, {id: 'order-upload.kept-pasted'})
            : msg(str`The rows of “${kept.name}” from ${at} are kept on this device.`, {
                id: 'order-upload.kept',
              })
        }
        ${msg('Another file takes their place.', {id: 'order-upload.kept-until'})}
      </span>
      <button type="button" class="button" @click=${() => this.#goOnWith(kept)}>
        ${msg('Go on with them', {id: 'order-upload.go-on'})}
      </button>
      <button type="button" class="link" @click=${() => this.#dropKept()}>
        ${msg('Discard', {id: 'purchase-order-editor.discard'})}
      </button>
    </div>`;
  }

  async #read(source: Source): Promise<void> {
    this.#abort.abort();
    const {signal} = (this.#abort = new AbortController());
    this.#set({phase: 'reading', source, share: 0});
    const {name} = source.file;
    try {
      const {limits} = this.#context();
      const result = await readTable(source.file, {
        ...source.options,
        limits: {
          ...FILE_LIMITS,
          bytes: Math.min(limits.bytes, FILE_LIMITS.bytes),
          rows: Math.min(limits.rows, FILE_LIMITS.rows),
        },
        signal,
        onProgress: (share) => this.#onProgress(source, share),
        startWorker: () => (allowsWorker(import.meta.url) ? fileWorker() : undefined),
      });
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
    const {labels, problemHeader: header = ''} = this.#texts ?? {};
    const step = new ColumnsStep(this.#host, source.file.name, content, {
      context: this.#context,
      labels: labels ?? noLabels,
      problemHeaders: [header],
      onRead: (file) => this.#onRead(file),
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

  #onRead({name, fields, columns, rows, cleaned, examples, separators}: ReadFile): void {
    this.#putAway?.dispose();
    this.#putAway = this.#kept = undefined;
    const sheet = (options: Pick<UploadSheetOptions, 'catalogue' | 'onChange'>) => {
      const read = new UploadSheet(rows, {...options, fields, separators});
      read.leaveOut(examples);
      return read;
    };
    this.#set({phase: 'rows', rows: this.#rowsOf({name, columns, cleaned, sheet, step: this.#columns})});
  }

  /** Offers the rows that a former visit has left on the device, where there are some. */
  async recall(): Promise<void> {
    const owner = this.#owner;
    const kept = await keptUpload(owner);
    // Somebody else may be there by now.
    if (!kept || this.#of !== owner || this.#state.phase !== 'start' || this.#putAway) return;
    const rest = {catalogue: this.#catalogueOf(this.#context().member.portal)};
    // What cannot be read is none.
    if (!UploadSheet.fromSnapshot(kept.sheet, rest)) {
      await dropUpload(this.#owner);
      return;
    }
    this.#kept = kept;
    this.#host.requestUpdate();
  }

  #goOnWith(kept: KeptUpload): void {
    this.#kept = undefined;
    const sheet = (options: Pick<UploadSheetOptions, 'catalogue' | 'onChange'>) => {
      const revived = UploadSheet.fromSnapshot(kept.sheet, options);
      if (!revived) throw new Error('What was kept has changed');
      return revived;
    };
    const rows = this.#rowsOf({name: kept.name, columns: [], cleaned: 0, sheet, step: undefined});
    this.#set({phase: 'rows', rows});
  }

  #dropKept(): void {
    this.#kept = undefined;
    void dropUpload(this.#owner);
    this.#host.requestUpdate();
    this.#context().focus('file');
  }

  #rowsOf(source: RowsSource): RowsStep {
    return new RowsStep(this.#host, source, {
      context: this.#context,
      catalogue: this.#catalogueOf(this.#context().member.portal),
      draw: this.#draw,
      owner: this.#owner,
    });
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

  #cancel(): void {
    this.#abort.abort();
    this.#restart();
  }

  #restart(): void {
    this.#set({phase: 'start'});
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
    if (rows.isOpen) this.#putAway = rows;
    else rows.dispose();
    this.#restart();
  }

  #bringBack(rows: RowsStep): void {
    this.#putAway = undefined;
    this.#set({phase: 'rows', rows});
  }

  #askColumns(): void {
    if (this.#state.phase !== 'rows') return;
    const {step} = this.#state.rows;
    if (!step) return;
    this.#another();
    this.#set({phase: 'columns', step});
  }

  #review(rows: RowsStep): void {
    if (this.#state.phase !== 'rows') return;
    rows.grid.commit();
    // What became of some of them is not known yet: they are found out first.
    if (rows.batch?.hasUnsettled) {
      this.#set({phase: 'orders', rows, batch: rows.batch});
      return;
    }
    rows.batch?.dispose();
    const batch = new OrdersBatch(this.#host, rows.sheet, {
      context: this.#context,
      onTaken: () => void rows.keep(),
    });
    rows.batch = batch;
    this.#set({phase: 'orders', rows, batch});
  }

  #backToRows(): void {
    if (!('rows' in this.#state)) return;
    const {rows} = this.#state;
    rows.sheet.refilter();
    this.#set({phase: 'rows', rows});
  }

  /** All that is ready, as one order: the page's own editor takes it, or ours. */
  async #open(rows: RowsStep): Promise<void> {
    if (this.#state.phase !== 'rows' || this.#isOpening) return;
    this.#isOpening = true;
    rows.grid.commit();
    try {
      if (await this.#isUnsettled(rows)) this.#review(rows);
      else await this.#openReady(rows);
    } finally {
      this.#isOpening = false;
    }
  }

  /** Whether an order of these rows may have arrived: in a former visit, too. */
  async #isUnsettled(rows: RowsStep): Promise<boolean> {
    if (rows.batch?.hasUnsettled) return true;
    // Rows that were read in this visit were sent in none before.
    if (rows.step) return false;
    const {member, type} = this.#context();
    const to = {portal: member.portal, type, owner: this.#owner, store: deviceDrafts};
    const left = await new OrdersSender(to, () => undefined).leftBehind();
    return left.some(({draft}) => draft.lines.some(({key}) => rows.sheet.row(key) !== undefined));
  }

  async #openReady(rows: RowsStep): Promise<void> {
    const {draft, lost} = rows.sheet.asOneOrder();
    const keys = rows.sheet.rows.flatMap(({key}) => (rows.sheet.stateOf(key) === 'ready' ? [key] : []));
    if (keys.length === 0) return;
    const input: DraftInput = toDraftInput(draft, {submit: false});
    const isTaken = !this.#host.dispatchEvent(new OrderEditEvent(input));
    if (!isTaken && !(await this.#write(rows, input, lost))) return;
    rows.sheet.take(keys, {kind: 'opened'});
  }

  async #write(rows: RowsStep, input: DraftInput, lost: readonly string[]): Promise<boolean> {
    this.#set({phase: 'writing', rows, writing: {lost}});
    await this.#host.updateComplete;
    const isWritten = await writeIn(this.#host, input);
    if (!isWritten) this.#set({phase: 'writing', rows, writing: {lost, isRefused: true}});
    return isWritten;
  }

  #learnTexts(): void {
    const label = (field: UploadField) => [field, columnLabel(field)] as const;
    this.#texts = {
      labels: Object.fromEntries([...FIELD_KEYS.values()].map(label)) as Record<UploadField, string>,
      template: msg('Orders', {id: 'order-upload.default-template'}),
      problemHeader: problemHeader(),
    };
  }

  #set(state: State): void {
    const isSame = state.phase === this.#state.phase;
    this.#state = state;
    this.#host.requestUpdate();
    // Where the user is now is read from its heading on.
    if (isSame && !(state.phase === 'start' && state.refused)) return;
    if (state.phase !== 'start') this.#context().focus('step-title');
    else this.#context().focus(state.refused ? 'refused' : 'title');
  }
}

const noLabels: Readonly<Record<UploadField, string>> = {
  reference: '',
  requestedDate: '',
  item: '',
  variant: '',
  quantity: '',
  unit: '',
  note: '',
};

/** What a row may look like, where no template says. */
const examples: Readonly<Record<UploadField, {readonly type?: string; readonly example?: string}>> = {
  reference: {example: 'PO-4711'},
  requestedDate: {type: 'date'},
  item: {example: 'ITEM-1'},
  variant: {},
  quantity: {type: 'decimal', example: '1'},
  unit: {},
  note: {},
};
