import type {ReactiveController, TemplateResult} from 'lit';
import type {Known} from '../../orders/catalogue.ts';
import {isBlankLine, type DraftLine} from '../../orders/draft.ts';
import type {PasteColumn} from '../../orders/paste-columns.ts';
import {headerLabels} from '../../orders/paste-headers.ts';
import {mergeLines, sameLines} from '../../orders/paste-merge.ts';
import {
  applyPaste,
  planPaste,
  readPasteStepwise,
  type PasteAnswers,
  type PasteBlock,
  type PasteProblem,
  type PasteResult,
} from '../../orders/paste.ts';
import {isErrorValue, isMissing, lineProblems, type LineField} from '../../orders/problems.ts';
import {atOnce, inSlices, type Stepwise} from '../../orders/slices.ts';
import {ModalController} from '../../ui/modal.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import type {EditorContext} from './editor-context.ts';
import type {EditorSession} from './editor-session.ts';
import {lineFieldId} from './grid-columns.ts';
import {shownField} from './line-view.ts';
import type {PasteTarget} from './paste-entry.ts';
import {renderQuestions} from './paste-questions.ts';
import {renderDone, renderLookingUp, renderRefused} from './paste-texts.ts';

/** What the user is asked, and what he has answered so far. */
export interface Asking {
  readonly block: PasteBlock;
  readonly target: PasteTarget;
  readonly answers: PasteAnswers;
  /** Whether he wanted to go on: what he has not answered is said from then on. */
  readonly isChecked: boolean;
}

/** What was pasted last. */
export interface Done {
  /** Of the lines that it was written into. */
  readonly keys: ReadonlySet<string>;
  /** Lines with something in them. */
  readonly lines: number;
  /** A single cell is seen where it is. */
  readonly isCell: boolean;
  readonly cleaned: number;
  readonly columns: readonly PasteColumn[];
  /** What undoes it; undefined where it has changed nothing. */
  readonly step: string | undefined;
  /** What undoes the merging of its lines. */
  readonly merged: string | undefined;
}

/** What there is to say of the lines that were pasted, by what is wrong with them. */
export interface PasteCounts {
  readonly first: string | undefined;
  readonly codes: ReadonlyMap<string, number>;
  /** Items that are in more than once. */
  readonly twice: number;
}

type State =
  | {readonly phase: 'idle'}
  | {readonly phase: 'refused'; readonly problem: PasteProblem}
  | {readonly phase: 'asking'; readonly asking: Asking}
  | {readonly phase: 'done'; readonly done: Done};

/** A text of that many characters is read within a frame. */
const SHORT = 20_000;

/** How long the user pauses before pasted lines are counted anew, in milliseconds. */
const PAUSE = 300;

/** Reads what is pasted, writes it into the lines and finds their items. */
export class Paster implements ReactiveController {
  readonly #host: PortalElement;
  readonly #session: EditorSession;
  readonly #focus: (id: string) => void;
  #state: State = {phase: 'idle'};
  #keeper: EditorSession['keeper'];
  #running = 0;
  #reading = 0;
  #abort = new AbortController();
  #progress: {done: number; total: number} | undefined;
  #steps = 0;
  #counted: {done: Done; lines: readonly DraftLine[]; counts: PasteCounts} | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PortalElement, session: EditorSession, focus: (id: string) => void) {
    this.#host = host;
    this.#session = session;
    this.#focus = focus;
    this.#keeper = session.keeper;
    new ModalController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('.paste-questions'),
      isOpen: () => this.#state.phase === 'asking' && !session.isHidden,
      onCancel: () => this.cancel(),
    });
    host.addController(this);
  }

  get isBusy(): boolean {
    return this.#state.phase === 'asking' || this.#running + this.#reading > 0;
  }

  /** Reads a text and pastes it on a cell, at once or when the user has said how it is to be read. */
  take(text: string, target: PasteTarget, labels: Readonly<Record<LineField, string>>): void {
    this.#forgetOthers();
    const named = Object.entries(labels).map(([field, label]) => [label, field as LineField] as const);
    const reading = readPasteStepwise(text, {at: target.field, labels: headerLabels(named)});
    if (text.length > SHORT) void this.#readLong(reading, target);
    else this.#read(atOnce(reading), target);
  }

  /** Reads while the page answers. Nothing is pasted where that was given up, or another order is written by then. */
  async #readLong(reading: Stepwise<PasteResult>, target: PasteTarget): Promise<void> {
    const {keeper} = this.#session;
    const {signal} = (this.#abort = this.#renewed());
    this.#reading++;
    const result = await inSlices(reading, signal);
    this.#reading--;
    if (result && this.#session.keeper === keeper) this.#read(result, target);
    else this.#host.requestUpdate();
  }

  #read({block, problem}: PasteResult, target: PasteTarget): void {
    if (problem) this.#state = {phase: 'refused', problem};
    else if (block.questions.length === 0) this.#paste(block, target, {});
    else this.#state = {phase: 'asking', asking: {block, target, answers: {}, isChecked: false}};
    this.#host.requestUpdate();
  }

  cancel(): void {
    if (this.#state.phase === 'asking') this.#state = {phase: 'idle'};
    else this.#abort.abort();
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#forgetOthers();
    const step = this.#state.phase === 'done' ? this.#state.done.step : undefined;
    if (step === undefined || this.#session.hasStep(step)) return;
    // It was undone by other means.
    this.#state = {phase: 'idle'};
    this.#abort.abort();
  }

  hostDisconnected(): void {
    // A move in the page disconnects and connects in one go.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#abort.abort();
    });
  }

  /** What has become of the paste. */
  renderNews(context: EditorContext): TemplateResult | undefined {
    const onDismiss = () => {
      this.#state = {phase: 'idle'};
      this.#host.requestUpdate();
    };
    if (this.#state.phase === 'refused') return renderRefused(this.#state.problem, context.locale, onDismiss);
    if (this.#state.phase !== 'done') return undefined;
    const {done} = this.#state;
    if (this.#running > 0)
      return renderLookingUp(this.#progress, done.keys.size, context.locale, () => this.cancel());
    const {lastStep} = this.#session;
    const isLast = lastStep !== undefined && (lastStep === done.step || lastStep === done.merged);
    return renderDone(done, this.#countsOf(done), context.locale, {
      onDismiss,
      onFirst: () => this.#goToFirst(),
      onUndo: isLast ? () => this.#undo() : undefined,
      onMerge: () => this.#merge(),
      onLookUp: () => this.#lookUp(done.keys),
    });
  }

  /** What the user has to say before anything is pasted. */
  renderQuestions(context: EditorContext): TemplateResult {
    const asking = this.#state.phase === 'asking' ? this.#state.asking : undefined;
    return renderQuestions(asking, this.#session.draft.separators, context.locale, {
      onAnswer: (answers) => this.#answer(answers),
      onPaste: () => this.#answered(),
      onCancel: () => this.cancel(),
    });
  }

  #paste(block: PasteBlock, target: PasteTarget, answers: PasteAnswers): void {
    const plan = planPaste(block, answers, this.#session.draft.separators);
    const step = `paste-${this.#steps++}`;
    let written: readonly DraftLine[] = [];
    this.#session.edit((draft) => {
      const pasted = applyPaste(draft, plan, target.lineKey);
      written = pasted.lines;
      return pasted.draft;
    }, step);
    const {cleaned, columns} = block;
    const done: Done = {
      keys: new Set(written.map(({key}) => key)),
      lines: written.filter((line) => !isBlankLine(line)).length,
      isCell: columns.length === 1 && block.rows + block.headerRows === 1,
      cleaned,
      columns,
      step: this.#session.hasStep(step) ? step : undefined,
      merged: undefined,
    };
    // What is known already needs no asking.
    this.#session.items.fill();
    this.#state = {phase: 'done', done};
    this.#lookUp(done.keys);
  }

  #answer(answers: PasteAnswers): void {
    if (this.#state.phase !== 'asking') return;
    const {asking} = this.#state;
    this.#state = {phase: 'asking', asking: {...asking, answers: {...asking.answers, ...answers}}};
    this.#host.requestUpdate();
  }

  #answered(): void {
    if (this.#state.phase !== 'asking') return;
    const {asking} = this.#state;
    const {block, target, answers} = asking;
    const open = block.questions.find(({field}) => answers[field] === undefined);
    if (open) {
      this.#state = {phase: 'asking', asking: {...asking, isChecked: true}};
      this.#focus(`paste-${open.field}`);
    } else this.#paste(block, target, answers);
    this.#host.requestUpdate();
  }

  /** What can be given up, if it was not yet. */
  #renewed(): AbortController {
    return this.#abort.signal.aborted ? new AbortController() : this.#abort;
  }

  #lookUp(keys: ReadonlySet<string>): void {
    const {signal} = (this.#abort = this.#renewed());
    const texts = this.#openTexts(keys);
    if (texts.size === 0) return;
    this.#running++;
    this.#progress = undefined;
    this.#host.requestUpdate();
    void this.#resolve(texts, signal).finally(() => {
      this.#running--;
      this.#counted = undefined;
      this.#host.requestUpdate();
    });
  }

  /** The session gives lines the items that become known. */
  async #resolve(texts: ReadonlySet<string>, signal: AbortSignal): Promise<void> {
    const {catalogue} = this.#session.items;
    await catalogue?.resolve(texts, {
      signal,
      onProgress: (done, total) => {
        this.#progress = {done, total};
        this.#host.requestUpdate();
      },
    });
    for (const text of texts) {
      const known = catalogue?.known(text);
      if (known?.status !== 'error') continue;
      this.#host.announceError(known.error);
      return;
    }
  }

  /** Texts of lines without an item of which it is not known whether there is one. */
  #openTexts(keys: ReadonlySet<string>): Set<string> {
    const texts = new Set<string>();
    const {draft, items} = this.#session;
    const {catalogue} = items;
    for (const {key, item, search} of draft.lines) {
      if (item || !keys.has(key) || search.trim() === '' || isErrorValue(search)) continue;
      if (catalogue?.known(search)?.status !== 'unknown') texts.add(search);
    }
    return texts;
  }

  /** Counted anew once the user pauses: a key costs one line, however many were pasted. */
  #countsOf(done: Done): PasteCounts {
    const {lines} = this.#session.draft;
    const known = this.#counted;
    if (known?.done === done && (known.lines === lines || lines.length === known.lines.length)) {
      if (known.lines !== lines) this.#countSoon();
      return known.counts;
    }
    const counts = this.#counts(done);
    this.#counted = {done, lines, counts};
    return counts;
  }

  #countSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#counted = undefined;
      this.#host.requestUpdate();
    }, PAUSE);
  }

  #counts({keys}: Done): PasteCounts {
    const {draft, items} = this.#session;
    const {catalogue} = items;
    const codes = new Map<string, number>();
    let first: string | undefined;
    for (const line of draft.lines) {
      if (!keys.has(line.key) || isBlankLine(line)) continue;
      for (const [field, code] of lineProblems(line, draft.separators)) {
        if (isMissing({code}) && code !== 'variant-missing') continue;
        const name = code === 'item-unknown' ? unfound(catalogue?.known(line.search)?.status) : code;
        codes.set(name, (codes.get(name) ?? 0) + 1);
        first ??= lineFieldId(line.key, shownField(line, field));
      }
    }
    return {first, codes, twice: this.#twice(keys).length};
  }

  /** Lines of the same item, of which one was pasted. */
  #twice(keys: ReadonlySet<string>): DraftLine[][] {
    const {lines, separators} = this.#session.draft;
    return sameLines(lines, separators).filter((group) => group.some(({key}) => keys.has(key)));
  }

  #goToFirst(): void {
    const first = this.#state.phase === 'done' ? this.#counts(this.#state.done).first : undefined;
    if (first !== undefined) this.#focus(first);
  }

  #undo(): void {
    const change = this.#session.undo();
    const line = change?.inserted[0] ?? this.#session.draft.lines[change?.index ?? 0];
    if (line) this.#focus(lineFieldId(line.key, 'item'));
    this.#host.requestUpdate();
  }

  #merge(): void {
    if (this.#state.phase !== 'done') return;
    const {done} = this.#state;
    const groups = this.#twice(done.keys);
    const merged = `paste-${this.#steps++}`;
    this.#session.edit((draft) => mergeLines(draft, groups), merged);
    this.#state = {phase: 'done', done: {...done, merged}};
    const first = groups[0]?.[0];
    if (first) this.#focus(lineFieldId(first.key, 'quantity'));
    this.#host.requestUpdate();
  }

  /** What was pasted into another's draft is none of this one's business. */
  #forgetOthers(): void {
    if (this.#keeper === this.#session.keeper) return;
    this.#keeper = this.#session.keeper;
    this.#abort.abort();
    this.#state = {phase: 'idle'};
  }
}

/** What is known of an item that a line does not have. */
function unfound(status: Known['status'] | undefined): string {
  if (status === 'unknown') return 'item-unknown';
  return status === 'error' ? 'item-unchecked' : 'item-open';
}

// It is there already. Said here, a bundler makes one file of what it shares with its parts, and not one for each set of them.
export {PurchaseOrderEditor} from './purchase-order-editor.ts';
