import type {ReactiveController, TemplateResult} from 'lit';
import {isBlankLine, type DraftLine} from '../../orders/draft.ts';
import type {PasteColumn} from '../../orders/paste-columns.ts';
import {headerLabels} from '../../orders/paste-headers.ts';
import {mergeLines} from '../../orders/paste-merge.ts';
import {
  applyPaste,
  planPaste,
  readPasteStepwise,
  type PasteAnswers,
  type PasteBlock,
  type PastePlan,
  type PasteProblem,
  type PasteResult,
} from '../../orders/paste.ts';
import {isErrorValue, type LineField} from '../../orders/problems.ts';
import {atOnce, inSlices, type Stepwise} from '../../orders/slices.ts';
import {joinFields, typedFields, type FieldsOfLines} from '../../orders/typed-fields.ts';
import {ModalController} from '../../ui/modal.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import type {EditorContext} from './editor-context.ts';
import type {EditorSession} from './editor-session.ts';
import {lineFieldId} from './grid-columns.ts';
import type {PasteInput} from './paste-entry.ts';
import {PasteFindings} from './paste-findings.ts';
import {renderQuestions} from './paste-questions.ts';
import {renderDone, renderLookingUp, renderRefused} from './paste-texts.ts';
import {writeUnder} from './paste-under.ts';

/** What the user is asked, and what he has answered so far. */
export interface Asking {
  readonly block: PasteBlock;
  readonly waiting: Waiting;
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

/** What is pasted when its turn has come, and the fields that were typed into since: they stay. */
interface Waiting {
  readonly input: PasteInput;
  readonly labels: Readonly<Record<LineField, string>>;
  /** The lines up to which it is known what was typed. */
  lines: readonly DraftLine[];
  typed: FieldsOfLines;
}

type State =
  | {readonly phase: 'idle'}
  | {readonly phase: 'refused'; readonly problem: PasteProblem}
  | {readonly phase: 'asking'; readonly asking: Asking}
  | {readonly phase: 'done'; readonly done: Done};

/** A text of that many characters is read within a frame. */
const SHORT = 20_000;

/** Reads what is pasted, writes it into the lines and finds their items. */
export class Paster implements ReactiveController {
  readonly #host: PortalElement;
  readonly #session: EditorSession;
  readonly #context: () => EditorContext;
  readonly #findings: PasteFindings;
  /** In the order in which they were pasted. */
  #waiting: Waiting[] = [];
  #state: State = {phase: 'idle'};
  #keeper: EditorSession['keeper'];
  #running = 0;
  #reading = 0;
  #abort = new AbortController();
  #progress: {done: number; total: number} | undefined;
  #steps = 0;

  constructor(host: PortalElement, session: EditorSession, context: () => EditorContext) {
    this.#host = host;
    this.#session = session;
    this.#context = context;
    this.#findings = new PasteFindings(host, session);
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

  /** Reads texts and pastes each on its cell, when the ones before are, and the user has said how it is to be read. */
  take(inputs: readonly PasteInput[], labels: Readonly<Record<LineField, string>>): void {
    this.#forgetOthers();
    // All of them are known before the first is written: that is not typed into the cells of the others.
    for (const input of inputs) this.#waiting.push({input, labels, lines: input.lines, typed: new Map()});
    this.#next();
  }

  #next(): void {
    if (this.#reading > 0 || this.#state.phase === 'asking') return;
    const waiting = this.#waiting.shift();
    if (!waiting) return;
    const {input, labels} = waiting;
    // Another order is written by now.
    if (input.keeper !== this.#session.keeper) {
      this.#next();
      return;
    }
    const named = Object.entries(labels).map(([field, label]) => [label, field as LineField] as const);
    const reading = readPasteStepwise(input.text, {at: input.target.field, labels: headerLabels(named)});
    if (input.text.length > SHORT) void this.#readLong(reading, waiting);
    else this.#read(atOnce(reading), waiting);
  }

  /** Reads while the page answers. Nothing is pasted where that was given up, or another order is written by then. */
  async #readLong(reading: Stepwise<PasteResult>, waiting: Waiting): Promise<void> {
    const {signal} = (this.#abort = this.#renewed());
    this.#reading++;
    const result = await inSlices(reading, signal);
    this.#reading--;
    if (result && this.#session.keeper === waiting.input.keeper) this.#read(result, waiting);
    else this.#goOn();
  }

  #read({block, problem}: PasteResult, waiting: Waiting): void {
    if (problem) this.#state = {phase: 'refused', problem};
    else if (block.questions.length === 0) this.#paste(block, waiting, {});
    else this.#state = {phase: 'asking', asking: {block, waiting, answers: {}, isChecked: false}};
    this.#goOn();
  }

  #goOn(): void {
    this.#host.requestUpdate();
    this.#next();
  }

  cancel(): void {
    if (this.#state.phase === 'asking') this.#state = {phase: 'idle'};
    else this.#abort.abort();
    this.#goOn();
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
    const onDismiss = this.#leaving(() => {
      this.#state = {phase: 'idle'};
      this.#host.requestUpdate();
    });
    if (this.#state.phase === 'refused') return renderRefused(this.#state.problem, context.locale, onDismiss);
    if (this.#state.phase !== 'done') return undefined;
    const {done} = this.#state;
    if (this.#running > 0)
      return renderLookingUp(
        this.#progress,
        done.keys.size,
        context.locale,
        this.#leaving(() => this.cancel()),
      );
    const {lastStep} = this.#session;
    const isLast = lastStep !== undefined && (lastStep === done.step || lastStep === done.merged);
    return renderDone(done, this.#findings.of(done), context.locale, {
      onDismiss,
      onFirst: () => this.#goToFirst(),
      onUndo: isLast ? () => this.#undo() : undefined,
      onMerge: () => this.#merge(),
      onLookUp: this.#leaving(() => this.#lookUp(done.keys)),
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

  #paste(block: PasteBlock, waiting: Waiting, answers: PasteAnswers): void {
    const plan = planPaste(block, answers, this.#session.draft.separators);
    const step = `paste-${this.#steps++}`;
    const typed = typedSince(waiting, this.#session.draft.lines);
    const written = this.#write(plan, waiting, step);
    const {cleaned, columns} = block;
    const done: Done = {
      // An item that was typed is looked up by itself.
      keys: new Set(written.flatMap(({key}) => (typed.get(key)?.has('item') ? [] : key))),
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

  /** What was typed since it was pasted stays. */
  #write(plan: PastePlan, waiting: Waiting, step: string): readonly DraftLine[] {
    const session = this.#session;
    let written: readonly DraftLine[] = [];
    for (const each of this.#waiting) each.typed = typedSince(each, session.draft.lines);
    writeUnder(this.#context().grid, session, () => {
      const kept = typedSince(waiting, session.draft.lines);
      session.edit((draft) => {
        const pasted = applyPaste(draft, plan, waiting.input.target.lineKey, kept);
        written = pasted.lines;
        return pasted.draft;
      }, step);
    });
    // What is pasted is not typed.
    for (const each of this.#waiting) each.lines = session.draft.lines;
    return written;
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
    const {block, waiting, answers} = asking;
    const open = block.questions.find(({field}) => answers[field] === undefined);
    if (open) {
      this.#state = {phase: 'asking', asking: {...asking, isChecked: true}};
      this.#focus(`paste-${open.field}`);
      this.#host.requestUpdate();
    } else {
      this.#paste(block, waiting, answers);
      this.#goOn();
    }
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
      this.#findings.forget();
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

  #goToFirst(): void {
    const first = this.#state.phase === 'done' ? this.#findings.count(this.#state.done).first : undefined;
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
    const groups = this.#findings.twice(done.keys);
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
    this.#waiting = this.#waiting.filter(({input}) => input.keeper === this.#keeper);
    this.#state = {phase: 'idle'};
  }

  /** What a button of the notice does takes it away: a focus that was on it goes to where the user is in the lines. */
  #leaving(work: () => void): () => void {
    return () => {
      const focused = this.#host.renderRoot.querySelector('.notice :focus');
      work();
      if (focused) returnToLines(this.#context(), focused);
      this.#host.requestUpdate();
    };
  }

  #focus(id: string): void {
    this.#context().focus(id);
  }
}

function returnToLines({grid, isNarrow, focus}: EditorContext, from: Element): void {
  if (!isNarrow) grid?.refocus();
  // After a touch, a field would bring up the keyboard.
  else if (grid && from.matches(':focus-visible')) focus(lineFieldId(grid.active.key, 'item'));
}

function typedSince({typed, lines}: Waiting, now: readonly DraftLine[]): FieldsOfLines {
  return joinFields(typed, typedFields(lines, now));
}

// It is there already. Said here, a bundler makes one file of what it shares with its parts, and not one for each set of them.
export {PurchaseOrderEditor} from './purchase-order-editor.ts';
