import type {ReactiveController} from 'lit';
import {currencyDigits, separators} from '../../locales/formats.ts';
import type {LineEstimate, RunningEstimate, TotalEstimate} from '../../orders/amounts.ts';
import {DraftKeeper, type WhichDraft} from '../../orders/draft-keeper.ts';
import {deviceDrafts, isSent, type DraftRecord, type OpenRecord} from '../../orders/draft-store.ts';
import {
  addLine,
  changeHeader,
  changeLine,
  chooseItem,
  isBlank,
  newDraft,
  newLine,
  removeLines,
  retype,
  type Draft,
  type DraftHeader,
  type DraftLine,
  type LineChange,
} from '../../orders/draft.ts';
import type {Change, History} from '../../orders/history.ts';
import type {Hint} from '../../orders/hints.ts';
import type {DraftProblem} from '../../orders/problems.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {Item} from '../../portal/contract/catalog.ts';
import type {Address} from '../../portal/contract/partners.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {DraftSavedEvent} from './purchase-order-editor.events.ts';
import type * as onDemand from './on-demand.ts';
import type {DeviceDrafts} from './device-drafts.ts';
import {DraftItems} from './draft-items.ts';
import {Findings} from './findings.ts';
import type {PortalDrafts} from './portal-drafts.ts';
import type {Sending} from './sending.ts';

/** Something that has happened to the draft, with a way back. */
export type Notice =
  | {readonly kind: 'restored'; readonly at: number}
  | {readonly kind: 'discarded'; readonly draft: Draft}
  /** One of the other drafts of this device. */
  | {readonly kind: 'discarded-other'; readonly record: OpenRecord}
  /** `line` is the first of so many; `index` its place. */
  | {
      readonly kind: 'removed';
      readonly line: DraftLine;
      readonly index: number;
      readonly count: number;
    };

/** What loads on demand, and works on the session once it is there. */
export type OnDemandModule = typeof onDemand;

/** What of it works for one editor. */
export interface OnDemandParts {
  readonly sending: Sending;
  readonly portalDrafts: PortalDrafts;
  readonly deviceDrafts: DeviceDrafts;
}

const addressGone: DraftProblem = {pointer: '#/shipToId', place: {field: 'delivery'}, code: 'address-gone'};

/**
 * Everything about the order that is being written and is not a matter of pictures: the draft and where it is kept, its
 * estimate and its problems. Sending it is another matter, which loads on demand.
 */
export class EditorSession implements ReactiveController {
  /** What the portal says of the draft's items. */
  readonly items = new DraftItems(this);
  /** Called when the portal has said more of items. */
  onItems: (() => void) | undefined;
  /** The first line of those that are drawn in a narrow place. */
  stackStart = 0;
  /** Whether somebody else is signed in by now, of whom not more is known: nothing of this draft is to be seen. */
  isHidden = false;
  readonly #host: PortalElement;
  readonly #onInterrupted: () => void;
  #keeper: DraftKeeper;
  #onDemand: OnDemandModule | undefined;
  #estimate: RunningEstimate | undefined;
  #parts: OnDemandParts | undefined;
  #left: DraftRecord | undefined;
  #overtaken: DraftRecord | undefined;
  #awaited = false;
  #owner: string | undefined;
  #documentId: string | undefined;
  #hasOthers = false;
  #openedAt = 0;
  #isOpen = false;
  #portal: PortalConnection | undefined;
  #type = '';
  #addresses: readonly Address[] | undefined;
  readonly #found = new Findings();
  /** Undefined until it has loaded: before, nothing is done that a field's own undoing could not undo. */
  #history: History | undefined;
  #notice: Notice | undefined;
  #hasSetAside = false;

  /** `onInterrupted`: another tab has sent the draft, or is sending it; `isInterrupted` until that is taken up. */
  constructor(host: PortalElement, onInterrupted: () => void) {
    this.#host = host;
    this.#onInterrupted = onInterrupted;
    this.#keeper = this.#newKeeper(separators('en'));
    host.addController(this);
  }

  /** Holds the draft, and what must not be forgotten of sending it. Another owner has another one. */
  get keeper(): DraftKeeper {
    return this.#keeper;
  }

  /** Whether the draft has been looked up on the device. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** The portal that the draft is for. */
  get portal(): PortalConnection | undefined {
    return this.#portal;
  }

  /** Type of the document that the draft becomes. */
  get type(): string {
    return this.#type;
  }

  get draft(): Draft {
    return this.keeper.draft;
  }

  /** Undefined until it has loaded. */
  get onDemand(): OnDemandModule | undefined {
    return this.#onDemand;
  }

  /** Sends the draft; undefined until what loads on demand is there. */
  get sending(): Sending | undefined {
    return this.#parts?.sending;
  }

  /** Knows of the draft at the portal; undefined until what loads on demand is there. */
  get portalDrafts(): PortalDrafts | undefined {
    return this.#parts?.portalDrafts;
  }

  /** The other drafts of this device; undefined until what loads on demand is there. */
  get deviceDrafts(): DeviceDrafts | undefined {
    return this.#parts?.deviceDrafts;
  }

  /** Whether there were more unfinished drafts on the device when this one was opened. */
  get hasOthers(): boolean {
    return this.#hasOthers;
  }

  /** The draft at the portal that the host wants to have open. */
  get documentId(): string | undefined {
    return this.#documentId;
  }

  /** Whether something has to be taken up before anything else: an order of a former visit, or a draft at the portal. */
  get isInterrupted(): boolean {
    return this.#left !== undefined || this.#awaited;
  }

  /** The sum of the estimates, as far as there is one; the portal's totals come with the review. */
  get total(): TotalEstimate | undefined {
    return this.#estimate?.total;
  }

  /** The estimate of one line. */
  estimateOf(lineKey: string): LineEstimate {
    return this.#estimate?.of(lineKey) ?? {};
  }

  /** What the quantity of a line runs into. */
  hintsOf(line: DraftLine): readonly Hint[] {
    return this.#found.hintsOf(line, this.draft.separators, this.#onDemand);
  }

  /** What is wrong, as far as it was looked at. */
  get problems(): readonly DraftProblem[] {
    const {problems} = this.#found;
    return this.isAddressGone ? [addressGone, ...problems] : problems;
  }

  /** What is wrong with one line. */
  problemsOf(lineKey: string): readonly DraftProblem[] {
    return this.#found.problemsOf(lineKey);
  }

  /** Other objects when there is something else to say of lines. */
  get findings(): readonly (readonly DraftProblem[])[] {
    return [this.#found.problems, this.#found.warnings];
  }

  /** Whether the address that was chosen is one of the company's no more. */
  get isAddressGone(): boolean {
    const {shipToId, usesOwnAddress} = this.draft;
    if (shipToId === undefined || usesOwnAddress || !this.#addresses) return false;
    return !this.#addresses.some(({id}) => id === shipToId);
  }

  get notice(): Notice | undefined {
    return this.#notice;
  }

  /** Whether the draft may have become an order, or still may without a word of the user. */
  get isSubmitted(): boolean {
    return (
      this.isInterrupted || this.keeper.submission !== undefined || (this.#parts?.sending.isSending ?? false)
    );
  }

  /** Whether the draft is being saved at the portal: until that has ended, or is given up, it is neither sent nor discarded. */
  get isSaving(): boolean {
    return this.#parts?.portalDrafts.isSaving ?? false;
  }

  /** Whether the draft may be thrown away: something was typed, and none of it may have become an order. */
  get canDiscard(): boolean {
    return !this.isSubmitted && !isBlank(this.draft);
  }

  /** What there is to say about keeping the draft on this device. */
  get storage(): {isLasting: boolean; hasForked: boolean; hasSetAside: boolean} {
    const {isLasting, hasForked} = this.keeper;
    return {isLasting, hasForked, hasSetAside: this.#hasSetAside};
  }

  /** Takes what has loaded on demand. */
  equip(onDemand: OnDemandModule, parts: OnDemandParts): void {
    this.#onDemand = onDemand;
    this.#estimate = new onDemand.RunningEstimate(currencyDigits);
    this.#history = new onDemand.History();
    this.#parts = parts;
    this.#show(this.draft);
    this.items.connect(this.#portal, onDemand);
    this.#takeUp();
    if (this.#isOpen) parts.deviceDrafts.refresh();
  }

  /**
   * Opens the owner's draft, or what is on this device of a draft at the portal; the one that is open stays where it is the
   * same.
   */
  async open(
    owner: string,
    portal: PortalConnection,
    type: string,
    locale: string,
    documentId?: string,
  ): Promise<void> {
    const isOther = this.#portal !== portal;
    this.#portal = portal;
    if (isOther) this.items.connect(portal, this.#onDemand);
    this.#type = type;
    if (this.#owner === owner && this.#documentId === documentId) {
      this.#show(retype(this.draft, separators(locale)));
      // The portal's texts in another language.
      return;
    }
    if (this.#owner !== owner) {
      this.#addresses = undefined;
      this.#parts?.deviceDrafts.forget();
    }
    this.#owner = owner;
    this.#documentId = documentId;
    this.#isOpen = false;
    await this.#open(separators(locale), documentId === undefined ? undefined : {documentId});
  }

  /** Goes on with another draft of this device; the one before is kept. Nothing while that may become an order. */
  async switchTo(id: string): Promise<void> {
    // What is still being saved of it is kept in its record.
    await this.portalDrafts?.whenSaved(id);
    if (!this.isSubmitted) await this.#open(this.draft.separators, {id});
  }

  async #open(typed: Draft['separators'], which?: WhichDraft): Promise<void> {
    const owner = this.#owner ?? '';
    // What the draft before has under way ends with its own keeper, in its own record.
    const flushing = this.#keeper.flush();
    const keeper = (this.#keeper = this.#newKeeper(typed));
    this.#left = undefined;
    this.#awaited = which !== undefined && 'documentId' in which;
    this.#parts?.sending.renew();
    this.#parts?.portalDrafts.renew();
    await flushing;
    if (this.#keeper !== keeper) return;
    const {record, setAside, hasOthers} = await keeper.open(owner, typed, which);
    if (this.#keeper !== keeper) return;
    this.#isOpen = true;
    this.#hasSetAside = setAside;
    this.#hasOthers = hasOthers;
    this.#openedAt = record?.updatedAt ?? Date.now();
    this.#begin();
    this.#left = record && (isSent(record) || record.submission) ? record : undefined;
    if (this.#left) this.#awaited = false;
    if (this.#left || this.#awaited) this.#takeUp();
    else if (record) this.tell({kind: 'restored', at: record.updatedAt});
    void this.items.refresh();
    this.#parts?.deviceDrafts.refresh();
  }

  /** Shows what the portal has; on the device it is once the user changes it, or at once where it is there already. */
  load(draft: Draft, {isKept}: {isKept: boolean}): void {
    this.#begin();
    if (isKept) this.#change(draft);
    else this.#show(draft);
  }

  /** Says what has happened to the draft. */
  tell(notice: Notice): void {
    this.#notice = notice;
    this.#host.requestUpdate();
  }

  /** When the draft that was opened was kept last, in milliseconds since 1970. */
  get openedAt(): number {
    return this.#openedAt;
  }

  /** The addresses that goods can be delivered to. The first is proposed where none was chosen, and only to who writes. */
  propose(addresses: readonly Address[]): void {
    this.#addresses = addresses;
    const shipToId = addresses[0]?.id;
    const isWriting =
      this.#isOpen &&
      !this.isInterrupted &&
      !this.draft.portalCopy &&
      // What is being saved would have changed by the time it is.
      !this.isSaving &&
      this.#parts?.sending.isWriting !== false;
    if (!isWriting || shipToId === undefined || this.draft.shipToId !== undefined) return;
    this.#show(changeHeader(this.draft, {shipToId}));
  }

  changeHeader(change: Partial<DraftHeader>): void {
    this.edit((draft) => changeHeader(draft, change), Object.keys(change).join());
  }

  changeLine(key: string, change: LineChange, step?: string): void {
    this.edit((draft) => changeLine(draft, key, change), step);
  }

  chooseItem(key: string, item: Item, step?: string): void {
    this.edit((draft) => chooseItem(draft, key, item), step);
  }

  /** Adds an empty line at the end and says its key. */
  addLine(): string {
    const line = newLine();
    this.edit((draft) => addLine(draft, line));
    return line.key;
  }

  /** Takes lines out, and says so with a way back. */
  removeLines(keys: ReadonlySet<string>): void {
    const {lines} = this.draft;
    const index = lines.findIndex(({key}) => keys.has(key));
    const line = lines[index];
    if (!line) return;
    this.edit((draft) => removeLines(draft, keys));
    this.#notice = {kind: 'removed', line, index, count: keys.size};
  }

  /** The user changes the draft. Changes in a row with the same `step` are undone together. */
  edit(change: (draft: Draft) => Draft, step?: string): void {
    const before = this.draft;
    const after = change(before);
    if (after === before) return;
    this.#history?.note(before, after, step);
    this.#change(after);
  }

  /** Adds to the draft what the portal knows of it: nothing that a user would undo. Lines keep their places. */
  complete(change: (draft: Draft) => Draft): void {
    const {draft} = this;
    const after = change(draft);
    if (after === draft) return;
    // Reading an order is no change of it: the device, and with it other tabs, have nothing to learn.
    if (this.#onDemand?.isFresher(draft, after)) this.#show(after);
    else this.#change(after);
  }

  get canUndo(): boolean {
    return this.#history?.canUndo ?? false;
  }

  get canRedo(): boolean {
    return this.#history?.canRedo ?? false;
  }

  /** Name of the step that would be undone next. */
  get lastStep(): string | undefined {
    return this.#history?.last;
  }

  /** Whether a step of that name is done, and can be undone. */
  hasStep(step: string): boolean {
    return this.#history?.has(step) ?? false;
  }

  /** Takes the last step back; says what that changed. */
  undo(): Change | undefined {
    return this.#travel(this.#history?.undo(this.draft));
  }

  /** Does again what was undone last; says what that changed. */
  redo(): Change | undefined {
    return this.#travel(this.#history?.redo(this.draft));
  }

  /** Makes as if the last step had not been, where it has that name. */
  giveUp(step: string): void {
    const draft = this.#history?.giveUp(this.draft, step);
    if (draft && draft !== this.draft) this.#change(draft);
    this.items.fill();
  }

  #travel(to: {draft: Draft; change: Change} | undefined): Change | undefined {
    if (!to) return undefined;
    this.#notice = undefined;
    this.#change(to.draft);
    // What was found out since is known of what comes back, too.
    this.items.fill();
    return to.change;
  }

  /** Takes the draft off the device. `restore` brings it back. */
  async discard(): Promise<void> {
    const {draft} = this;
    // There may be an order: its key must not be lost.
    if (this.isSubmitted || this.isSaving) return;
    this.#found.clear();
    this.#notice = {kind: 'discarded', draft};
    this.#history?.clear();
    const {keeper} = this;
    this.#renew(this.#blank());
    await this.#takeOff(keeper);
  }

  /** Forgets the draft for good. Not while it may become an order, which must not be forgotten. */
  async reset(): Promise<void> {
    if (this.isSubmitted) return;
    const {keeper} = this;
    this.#renew(this.#blank());
    this.#begin();
    await this.#takeOff(keeper);
  }

  async #takeOff(keeper: DraftKeeper): Promise<void> {
    const next = this.#keeper;
    const left = await keeper.discard();
    this.deviceDrafts?.onTakenOff(next, left);
  }

  /** Brings a discarded draft back. */
  restore(): void {
    const notice = this.#notice;
    this.dismissNotice();
    if (notice?.kind === 'discarded') this.#change(notice.draft);
    if (notice?.kind === 'discarded-other') void this.deviceDrafts?.putBack(notice.record);
  }

  /** Draws the lines from that one on in a narrow place. */
  showStack(start: number): void {
    this.stackStart = start;
    this.#host.requestUpdate();
  }

  /** Draws the line that an id belongs to in a narrow place; false where that changes nothing. */
  turnTo(id: string): boolean {
    const index = this.draft.lines.findIndex(({key}) => id.endsWith(`-${key}`));
    const start = this.#onDemand?.pageOf(Math.max(index, 0)) ?? 0;
    if (index < 0 || start === this.stackStart) return false;
    this.showStack(start);
    return true;
  }

  dismissNotice(): void {
    this.#notice = undefined;
    this.#host.requestUpdate();
  }

  /** Checks the draft; false where something is wrong. `found` is known already, and counts where both speak of a place. */
  check(found: readonly DraftProblem[]): boolean {
    const {validate, samePlace} = this.#onDemand ?? {};
    const own = validate?.(this.draft).filter(
      ({place}) => !found.some((known) => samePlace?.(known.place, place)),
    );
    this.object([...found, ...(own ?? [])]);
    return this.problems.length === 0;
  }

  /** Shows what is wrong. */
  object(problems: readonly DraftProblem[]): void {
    this.#found.problems = problems;
    this.#host.requestUpdate();
  }

  /** Keeps what the portal has warned of at its lines, each until the user changes what it is about. */
  warn(warnings: readonly DraftProblem[]): void {
    this.#found.warnings = warnings;
    this.#host.requestUpdate();
  }

  /** Begins a new order after one was sent. */
  startNew(): void {
    void this.keeper.markDone();
    this.#renew(this.#blank());
    this.#begin();
  }

  /** Begins another order with this content. The one before stays on the device; nothing while that may become an order. */
  async startWith(draft: Draft): Promise<void> {
    if (this.isSubmitted) return;
    const flushing = this.keeper.flush();
    this.#renew(draft);
    this.#begin();
    this.#change(draft);
    await flushing;
    this.deviceDrafts?.refresh();
  }

  /** Begins an empty order; the one before stays on the device. */
  async startAnother(): Promise<void> {
    await this.startWith(this.#blank());
  }

  /** Goes on with what was typed after the order was sent, as another order. */
  continueWithChanges(): void {
    // The document that the draft was is the order now.
    const draft = {...this.draft, portalCopy: undefined};
    void this.keeper.markDone();
    this.#renew(draft);
    this.#begin();
    this.#change(draft);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#flush);
    document.addEventListener('visibilitychange', this.#flush);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#flush);
    document.removeEventListener('visibilitychange', this.#flush);
    this.#flush();
    // A move in the page disconnects and connects in one go.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.items.stop();
    });
  }

  readonly #flush = (): void => void this.keeper.flush();

  #newKeeper(typed: Draft['separators']): DraftKeeper {
    const ifCurrent = (work: () => void) => () => {
      if (keeper === this.#keeper) work();
    };
    const keeper: DraftKeeper = new DraftKeeper(deviceDrafts, typed, {
      onKept: (draftId) =>
        ifCurrent(() => this.#host.dispatchEvent(new DraftSavedEvent(draftId, 'device')))(),
      onChange: ifCurrent(() => this.#onKeeping()),
    });
    return keeper;
  }

  #onKeeping(): void {
    this.#host.requestUpdate();
    const {overtaken} = this.keeper;
    if (!overtaken || overtaken === this.#overtaken) return;
    this.#overtaken = overtaken;
    this.#notice = undefined;
    this.#left = overtaken;
    if (this.#parts) this.#takeUp();
    else this.#onInterrupted();
  }

  /** Another draft has a keeper of its own: what the one before has under way ends in its own record. */
  #renew(draft: Draft): void {
    this.#keeper = this.#newKeeper(draft.separators);
    this.#keeper.startNew(this.#owner ?? '', draft);
    this.#parts?.sending.renew();
    this.#parts?.portalDrafts.renew();
    this.#show(draft);
  }

  #begin(): void {
    this.#history?.clear();
    this.#found.clear();
    this.#notice = undefined;
    this.#parts?.sending.edit();
    this.#show(this.draft);
  }

  #blank(): Draft {
    return changeHeader(newDraft(this.draft.separators), {shipToId: this.#addresses?.[0]?.id});
  }

  #change(draft: Draft): void {
    this.#found.leaveOpen(this.draft, draft, this.#onDemand);
    // Undoing would now cost what was typed since.
    if (this.#notice?.kind === 'discarded') this.#notice = undefined;
    this.keeper.change(draft);
    this.#show(draft);
  }

  #show(draft: Draft): void {
    this.keeper.adopt(draft);
    this.#estimate?.update(draft.lines, draft.separators);
    this.#host.requestUpdate();
  }

  #takeUp(): void {
    if (!this.#parts) return;
    const {sending, portalDrafts} = this.#parts;
    if (this.#left) sending.takeUp(this.#left);
    else if (this.#awaited && this.#isOpen && this.#documentId !== undefined) {
      this.#awaited = false;
      void portalDrafts.open(this.#documentId);
    }
    this.#left = undefined;
  }
}
