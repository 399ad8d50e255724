import type {TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import type {ColumnGuess} from '../../orders/upload/column-mapping.ts';
import {pause} from '../../orders/slices.ts';
import {noteSent, sentFrom, type SentFile} from '../../orders/upload/sent-files.ts';
import {makeRestFile} from '../../orders/upload/template-file.ts';
import type {UploadRow} from '../../orders/upload/upload-row.ts';
import type {UploadHold} from '../../orders/upload/upload-hold.ts';
import type {UploadSheet} from '../../orders/upload/upload-sheet.ts';
import type {PortalError} from '../../portal/errors.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {saveFile} from '../../ui/save-file.ts';
import {problemsText} from './row-marks.ts';
import {RowsGrid} from './rows-grid.ts';
import type {RowsNews} from './rows-notices.ts';
import {renderRowsSection, type RowsActions} from './rows-section.ts';
import type {TakeActions} from './take-view.ts';
import type {TemplateFormat} from './template-downloads.ts';
import type {UploadContext} from './upload-context.ts';
import type {ColumnsStep} from './columns-step.ts';
import {OrdersBatch} from './orders-batch.ts';
import {RowsKeeper} from './rows-keeper.ts';

/** How the rows go on. */
export type RowsExits = RowsActions & Pick<TakeActions, 'onOpen' | 'onReview' | 'onAnother'>;

/** What the rows are of. */
export interface RowsSource {
  readonly columns: readonly ColumnGuess[];
  /** Codes from which something was taken that cannot be seen. */
  readonly cleaned: number;
  /** What has told its columns; undefined where they were told in a former visit. */
  readonly step: ColumnsStep | undefined;
  readonly sheet: UploadSheet;
}

/** What the rows need of the element that they are in. */
export interface RowsOptions {
  readonly context: () => UploadContext;
  /** Draws now. */
  readonly draw: () => void;
  /** What they are kept under on this device. */
  readonly hold: UploadHold;
  /** Another page has the rows now. */
  readonly onLost: (rows: RowsStep) => void;
}

/** The rows of one file, from when they are read until they are orders. */
export class RowsStep {
  readonly name: string;
  readonly sheet: UploadSheet;
  readonly grid: RowsGrid;
  readonly step: ColumnsStep | undefined;
  /** The orders that were made of its rows, while something of them may be open. */
  batch: OrdersBatch | undefined;
  readonly #host: PortalElement;
  readonly #source: RowsSource;
  readonly #hold: UploadHold;
  readonly #keeper: RowsKeeper;
  #abort = new AbortController();
  #lookUp: RowsNews['lookUp'];
  #isNew = true;
  #madeBefore: SentFile | undefined;
  /** The rest is wanted as a file. Its texts are known while something is drawn. */
  #wantsRest: TemplateFormat | undefined;
  #counted:
    | {readonly rows: unknown; readonly counts: Pick<RowsNews, 'open' | 'error' | 'computed' | 'refused'>}
    | undefined;

  constructor(host: PortalElement, source: RowsSource, options: RowsOptions) {
    this.#host = host;
    this.#source = source;
    this.#hold = options.hold;
    this.name = options.hold.about.name;
    this.step = source.step;
    this.sheet = source.sheet;
    this.grid = new RowsGrid(host, this.sheet, options);
    this.#keeper = new RowsKeeper(host, options.hold, this, () => options.onLost(this));
    void this.lookUp();
    void this.learnOthers();
  }

  /** What they are kept under on this device. */
  get id(): string {
    return this.#hold.id;
  }

  /** Whether rows would be lost with it. */
  get isOpen(): boolean {
    const {counts} = this.sheet;
    return counts.ready + counts.wrong + counts.pending > 0;
  }

  /** Ends what it does on the host. Resolves when what has changed is kept. */
  async dispose(): Promise<void> {
    this.#abort.abort();
    this.batch?.dispose();
    this.grid.dispose();
    await this.#keeper.dispose();
  }

  /** Keeps on the device what has changed, now. */
  async keep(): Promise<void> {
    await this.#keeper.flush();
  }

  /** Whether no other page has taken the rows over. Where one has, that is told. */
  async isOurs(): Promise<boolean> {
    return this.#keeper.isOurs();
  }

  /** The orders of its ready rows, to be looked at and sent. */
  makeBatch(context: () => UploadContext): OrdersBatch {
    this.batch?.dispose();
    this.batch = new OrdersBatch(this.#host, this.sheet, {
      context,
      mayBegin: () => this.#keeper.mayBegin(),
      mayForget: () => this.#keeper.isKept(),
      onTaken: (number) => void this.noteMade(number),
      onEnded: () => void this.#hold.endSending(),
    });
    return this.batch;
  }

  /** An order was made of rows, of that number where it is known: they are done. */
  async noteMade(number?: string): Promise<void> {
    const {owner, fingerprint} = this.#hold.about;
    this.#hold.countSent();
    await Promise.all([this.keep(), fingerprint && noteSent(owner, fingerprint, number)]);
  }

  /** Finds out which orders were made from the same file, but not of these rows. */
  async learnOthers(): Promise<void> {
    const {owner, fingerprint} = this.#hold.about;
    const made = fingerprint === undefined ? undefined : await sentFrom(owner, fingerprint);
    const others = made ? made.count - this.#hold.sent : 0;
    this.#madeBefore = made && others > 0 ? {...made, count: others} : undefined;
    // The first numbers may be of orders of these rows.
    if (this.#madeBefore && this.#hold.sent > 0) this.#madeBefore = {...this.#madeBefore, numbers: []};
    this.#host.requestUpdate();
  }

  /** Orders that were made from the same file before, as was found out last. */
  get madeBefore(): SentFile | undefined {
    return this.isOpen ? this.#madeBefore : undefined;
  }

  /** Whose rows they are. */
  get owner(): string {
    return this.#hold.about.owner;
  }

  /** Ends them for good: their file is read anew. */
  async end(): Promise<void> {
    await this.dispose();
    await this.#hold.end();
  }

  /** Finds the items of all rows that have none. */
  async lookUp(): Promise<void> {
    const {signal} = (this.#abort = new AbortController());
    this.#lookUp = {done: 0, total: 0};
    // What thousands of rows need is found out once they are drawn.
    await pause();
    await this.sheet.resolve({
      signal,
      onProgress: (done, total) => {
        this.#lookUp = {done, total};
        this.#host.requestUpdate();
      },
    });
    this.#lookUp = undefined;
    this.#host.requestUpdate();
    const error = this.#counts.error;
    if (error && !signal.aborted) this.#host.announceError(error);
  }

  stopLookUp(): void {
    this.#abort.abort();
    this.#lookUp = undefined;
    this.#host.requestUpdate();
  }

  render(context: UploadContext, exits: RowsExits): TemplateResult {
    if (this.#wantsRest) void this.#saveRest(this.#wantsRest, context.locale);
    return renderRowsSection({
      context,
      grid: this.grid,
      name: this.name,
      // What was mended would be lost with other columns, and what was sent would be sent again.
      canAskColumns: this.step !== undefined && !this.sheet.canUndo && this.sheet.counts.taken === 0,
      isUnsettled: this.batch?.hasUnsettled ?? false,
      news: this.#news,
      actions: {
        ...exits,
        onMerge: this.#leaving(() => this.sheet.merge(this.sheet.same())),
        onLookUp: this.#leaving(() => {
          if (this.#counts.error?.kind === 'signed-out') context.member.portal.forget();
          void this.lookUp();
        }),
        onAskAgain: this.#leaving(() => this.sheet.forgetObjections()),
        onStopLookUp: this.#leaving(() => this.stopLookUp()),
        onDismiss: this.#leaving(() => {
          this.#isNew = false;
          this.#host.requestUpdate();
        }),
        onRest: (format) => {
          this.grid.commit();
          this.#wantsRest = format;
          this.#host.requestUpdate();
        },
      },
    });
  }

  /** What a button of a notice does takes it away: a focus that was on it goes to the rows. */
  #leaving(work: () => void): () => void {
    return () => {
      const isFocused = Boolean(this.#host.shadowRoot?.activeElement?.closest('.notice'));
      work();
      if (isFocused) this.grid.refocus();
    };
  }

  get #news(): RowsNews {
    const {columns, cleaned} = this.#source;
    const unused = columns.filter(
      ({ignored}) => ignored === 'unknown' || ignored === 'duplicate' || ignored === 'left-out',
    );
    return {
      ...this.#counts,
      lookUp: this.#lookUp,
      cleaned,
      unused: unused.map(({header = ''}) => header),
      hasPrices: columns.some(({ignored}) => ignored === 'price'),
      twice: this.sheet.same().length,
      isNew: this.#isNew,
      madeBefore: this.madeBefore,
      isKept: this.#keeper.isLasting,
    };
  }

  /** What is counted of all rows, once for every change. */
  get #counts(): Pick<RowsNews, 'open' | 'error' | 'computed' | 'refused'> {
    const {rows} = this.sheet;
    if (this.#counted?.rows === rows) return this.#counted.counts;
    let [open, computed, refused] = [0, 0, 0];
    let error: PortalError | undefined;
    for (const {key, isComputed} of rows) {
      const unchecked = this.sheet.problemsOf(key).find(({code}) => code === 'item-unchecked');
      error ??= unchecked?.error;
      if (unchecked || this.sheet.stateOf(key) === 'pending') open++;
      if (isComputed) computed++;
      if (this.sheet.isRefused(key) && this.sheet.stateOf(key) === 'wrong') refused++;
    }
    const counts = {open, error, computed, refused};
    this.#counted = {rows, counts};
    return counts;
  }

  async #saveRest(format: TemplateFormat, locale: string): Promise<void> {
    this.#wantsRest = undefined;
    const label = msg(str`Rest of ${baseName(this.name)}`, {id: 'order-upload.rest-name'});
    const isOpen = ({key}: UploadRow) => this.sheet.stateOf(key) !== 'ready';
    const table = this.sheet.restTable(
      problemHeader(),
      (key) => problemsText(this.sheet.problemsOf(key), locale),
      isOpen,
    );
    const {blob, name} = await makeRestFile({label, ...table}, format, this.sheet.separators);
    saveFile(blob, name);
  }
}

/** The header of the column that says what is wrong, in a file that is to be mended. */
export function problemHeader(): string {
  return msg('To be mended', {id: 'order-upload.problem-header'});
}

/** A file's name without what says its kind. */
function baseName(name: string): string {
  return name.replace(/\.[^.]{1,5}$/, '');
}
