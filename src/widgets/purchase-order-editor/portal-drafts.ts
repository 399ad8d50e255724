import {nothing, type ReactiveController, type TemplateResult} from 'lit';
import {compare, isSettled, type Conflict} from '../../orders/conflict.ts';
import type {DraftKeeper} from '../../orders/draft-keeper.ts';
import type {Draft, PortalVersion} from '../../orders/draft.ts';
import {
  draftOf,
  isChanged,
  isOutOfReach,
  loadDocument,
  mayChange,
  saveDraft,
  unsavableProblems,
  type LoadedDocument,
  type SaveOutcome,
} from '../../orders/portal-draft.ts';
import {fromPortal} from '../../orders/portal-problems.ts';
import type {Document} from '../../portal/contract/documents.ts';
import {PortalError} from '../../portal/errors.ts';
import type {Wait} from '../../portal/http.ts';
import {DocumentOpenEvent} from '../../ui/events.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {ConflictEntry} from './conflict-entry.ts';
import type {EditorContext} from './editor-context.ts';
import type {EditorSession} from './editor-session.ts';
import {PortalDiscard} from './portal-discard.ts';
import {renderClosed, renderSaveButton, renderSaveStatus, renderUnread} from './portal-draft-view.ts';
import {PortalWatch} from './portal-watch.ts';
import {DraftSavedEvent} from './purchase-order-editor.events.ts';
import {renderSkeleton} from './skeleton.ts';

/** Where the draft stands with its portal. */
export type PortalDraftState =
  | {readonly phase: 'idle'}
  | {readonly phase: 'loading'}
  | {readonly phase: 'unread'; readonly error: PortalError}
  | {readonly phase: 'saving'; readonly wait?: Wait | undefined}
  | {readonly phase: 'save-failed'; readonly error: PortalError}
  /** The document can be changed no more; `hasMine`: there are changes here that it does not have. */
  | {readonly phase: 'closed'; readonly document?: Document | undefined; readonly hasMine: boolean}
  | {readonly phase: 'conflict'};

/** Everything between a draft and the same draft at the portal: opening, saving, discarding, and what both have changed. */
export class PortalDrafts implements ReactiveController {
  readonly #host: PortalElement;
  readonly #session: EditorSession;
  readonly #focus: (id: string) => void;
  #state: PortalDraftState = {phase: 'idle'};
  #abort: AbortController | undefined;
  #documentId: string | undefined;
  readonly #watch: PortalWatch;
  readonly #discard: PortalDiscard;
  readonly #conflict: ConflictEntry;
  /** What is being saved, by who keeps its draft: another one may be open by now. */
  readonly #underWay = new Map<DraftKeeper, Promise<void>>();

  /** `focus` moves the focus to the element of an id when it is drawn. */
  constructor(host: PortalElement, session: EditorSession, focus: (id: string) => void) {
    this.#host = host;
    this.#session = session;
    this.#focus = focus;
    host.addController(this);
    this.#watch = new PortalWatch(host, session, {
      isIdle: () => this.#state.phase === 'idle',
      onMeet: (documentId) => void this.open(documentId),
    });
    this.#discard = new PortalDiscard(host, session, {
      reopen: (documentId) => this.open(documentId).then(() => this.#state.phase === 'idle'),
      focus,
    });
    this.#conflict = new ConflictEntry(host, {
      onUse: (conflict, chosen) => this.#use(conflict, chosen),
      onCancel: () => this.#leaveConflict(),
      focus,
    });
  }

  get state(): PortalDraftState {
    return this.#state;
  }

  /** Begins anew with another draft. What is being saved of the one before is saved, unseen. */
  renew(): void {
    if (this.#state.phase === 'loading') this.#abort?.abort();
    this.#abort = undefined;
    this.#discard.renew();
    this.#watch.renew();
    this.#set({phase: 'idle'});
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected && this.#state.phase === 'loading') this.#abort?.abort();
    });
  }

  hostConnected(): void {
    if (this.#state.phase === 'loading' && this.#abort?.signal.aborted) void this.#reopen();
  }

  /** Opens a draft of the portal. What the session holds of it on this device wins while the portal's has not moved on. */
  async open(documentId: string): Promise<void> {
    this.#documentId = documentId;
    this.#set({phase: 'loading'});
    const isCurrent = this.#follow();
    const {draft} = this.#session;
    const hasMine = draft.portalCopy?.documentId === documentId && isChanged(draft);
    try {
      const loaded = await this.#read(documentId);
      if (!isCurrent()) return;
      const {document} = loaded;
      if (!mayChange(document)) this.#set({phase: 'closed', document, hasMine});
      else await this.#meet(loaded, hasMine, isCurrent);
    } catch (thrown) {
      if (isCurrent()) this.#onUnread(PortalError.from(thrown), hasMine);
    }
  }

  /** Finds out what has become of the document after a change of it was refused. */
  async reconcile({documentId}: PortalVersion, refused: PortalError): Promise<void> {
    this.#set({phase: 'loading'});
    const isCurrent = this.#follow();
    try {
      const loaded = await this.#read(documentId);
      if (!isCurrent()) return;
      if (!mayChange(loaded.document)) {
        this.#set({phase: 'closed', document: loaded.document, hasMine: true});
        this.#focus('closed-title');
      } else await this.#meet(loaded, true, isCurrent, refused);
    } catch (thrown) {
      if (!isCurrent()) return;
      const error = PortalError.from(thrown);
      if (isOutOfReach(error)) {
        this.#set({phase: 'closed', hasMine: true});
        this.#focus('closed-title');
      } else this.#set({phase: 'save-failed', error});
    }
  }

  /** Whether the draft is being saved. */
  get isSaving(): boolean {
    return this.#state.phase === 'saving';
  }

  /** Whether something is to be read or decided before the order can be gone on with. */
  get isInTheWay(): boolean {
    const {phase} = this.#state;
    return phase !== 'idle' && phase !== 'saving' && phase !== 'save-failed';
  }

  /** Waits until what is being saved of a draft is saved, or has failed: that has a limit, and can be given up. */
  async whenSaved(draftId = this.#session.keeper.id): Promise<void> {
    await [...this.#underWay].find(([{id}]) => id === draftId)?.[1];
  }

  /** Saves the draft at the portal. Does nothing while it is being saved, or is reviewed or sent. */
  async save(): Promise<void> {
    const {keeper, sending, isSubmitted} = this.#session;
    if (this.isSaving || isSubmitted || sending?.isReviewing) return;
    const saving = this.#save().finally(() => this.#underWay.delete(keeper));
    this.#underWay.set(keeper, saving);
    await saving;
  }

  async #save(): Promise<void> {
    const {portal, type, keeper, draft} = this.#session;
    if (!portal) return;
    const problems = unsavableProblems(draft);
    this.#session.object(problems);
    if (problems.length > 0) {
      this.#focus('summary');
      return;
    }
    this.#set({phase: 'saving'});
    const abort = (this.#abort = new AbortController());
    const isCurrent = () => this.#session.keeper === keeper;
    let outcome: SaveOutcome;
    try {
      outcome = await saveDraft(portal, type, keeper, {
        signal: abort.signal,
        onWait: (wait) => isCurrent() && this.#set({phase: 'saving', wait}),
      });
    } catch (thrown) {
      outcome = {kind: 'failed', error: PortalError.from(thrown), lineKeys: []};
    }
    if (outcome.kind === 'saved') {
      const {copy} = outcome;
      keeper.change({...keeper.draft, portalCopy: copy});
      // Another draft may be open by now: no other change keeps this one.
      void keeper.flush();
      if (isCurrent()) this.#onSaved(copy.documentId);
    } else if (isCurrent()) this.#onNotSaved(outcome);
  }

  /** Asks what is to be discarded. */
  askDiscard(): void {
    this.#discard.ask();
  }

  /** What is drawn in place of the form; undefined while an order can be written. */
  renderInstead(context: EditorContext): TemplateResult | undefined {
    const state = this.#state;
    switch (state.phase) {
      case 'loading':
        return renderSkeleton();
      case 'unread':
        return renderUnread(
          state.error,
          () => void this.#reopen(),
          () => this.#beginAnew(),
        );
      case 'closed':
        return renderClosed(state, {
          onOpen: ({type, id, number}) =>
            this.#host.dispatchEvent(new DocumentOpenEvent({type, id, number: number ?? undefined})),
          onKeep: () => this.#keepAsNew(),
          onDrop: () => this.#drop(),
          onNew: () => this.#beginAnew(),
        });
      case 'conflict':
        return this.#conflict.render(context);
      default:
        return undefined;
    }
  }

  /** That the portal's draft has moved on while this one was on the device. */
  renderNews(): TemplateResult {
    return this.#watch.render();
  }

  /** The button that saves at the portal, for who may do that. */
  renderSave(context: EditorContext): TemplateResult | typeof nothing {
    const {canDiscard} = this.#session;
    if (!this.#maySave(context) || !canDiscard) return nothing;
    return renderSaveButton(this.#state, () => this.#onSave(context));
  }

  /** Whether the portal has the draft as it is, and why not. */
  renderStatus(context: EditorContext): TemplateResult | typeof nothing {
    if (!this.#maySave(context)) return nothing;
    const {draft} = this.#session;
    return renderSaveStatus({
      state: this.#state,
      copy: draft.portalCopy,
      isChanged: isChanged(draft),
      locale: context.locale,
      onSave: () => this.#onSave(context),
      onStop: () => this.#abort?.abort(),
    });
  }

  #maySave({allowed}: EditorContext): boolean {
    return (
      allowed.includes(this.#session.draft.portalCopy ? 'update' : 'create') && !this.#session.isSubmitted
    );
  }

  #onSave({search}: EditorContext): void {
    const {state} = this;
    if (state.phase === 'save-failed' && state.error.kind === 'signed-out') this.#session.portal?.forget();
    void Promise.resolve(search?.commitAll()).then(() => this.save());
  }

  /** The question what is to be discarded, open or not. */
  renderDialog(context: EditorContext): TemplateResult {
    return this.#discard.render(context);
  }

  /** Whether what was begun now is still what is wanted. */
  #follow(): () => boolean {
    const {keeper} = this.#session;
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    return () => this.#session.keeper === keeper && this.#abort === abort && !abort.signal.aborted;
  }

  #read(documentId: string): Promise<LoadedDocument> {
    const {portal, type} = this.#session;
    if (!portal) throw new PortalError('aborted');
    return loadDocument(portal, type, documentId, {signal: this.#abort?.signal});
  }

  /** Brings what is here and what is there together: one of them where only that has changed, else the user is asked. */
  async #meet(
    loaded: LoadedDocument,
    hasMine: boolean,
    isCurrent: () => boolean,
    refused?: PortalError,
  ): Promise<void> {
    const {portal, draft} = this.#session;
    const copy = draft.portalCopy;
    if (!portal) return;
    if (hasMine && copy?.etag === loaded.etag) {
      this.#set(refused ? {phase: 'save-failed', error: refused} : {phase: 'idle'});
      if (!refused) this.#session.tell({kind: 'restored', at: this.#session.openedAt});
      return;
    }
    const theirs = await draftOf(portal, loaded, draft.separators, {signal: this.#abort?.signal});
    if (!isCurrent()) return;
    if (!hasMine || !copy) {
      this.#set({phase: 'idle'});
      this.#session.load(theirs, {isKept: copy !== undefined});
      return;
    }
    const conflict = compare(copy.saved, this.#session.draft, theirs);
    if (isSettled(conflict)) {
      // It was our own change whose answer was lost.
      this.#set({phase: 'idle'});
      const {portalCopy} = theirs;
      this.#session.complete((mine) => ({
        ...mine,
        portalCopy: portalCopy && {...portalCopy, savedAt: Date.now()},
      }));
      this.#tellSaved(copy.documentId);
      return;
    }
    this.#set({phase: 'conflict'});
    await this.#conflict.show(conflict);
  }

  #onUnread(error: PortalError, hasMine: boolean): void {
    this.#host.announceError(error);
    if (isOutOfReach(error)) this.#set(hasMine ? {phase: 'closed', hasMine} : {phase: 'unread', error});
    // What is on this device can be gone on with; saving it finds out what the portal has.
    else if (hasMine) this.#set({phase: 'idle'});
    else this.#set({phase: 'unread', error});
  }

  #onSaved(documentId: string): void {
    this.#set({phase: 'idle'});
    // The session draws what its keeper holds.
    this.#session.complete((draft) => ({...draft}));
    this.#tellSaved(documentId);
  }

  #tellSaved(documentId: string): void {
    this.#host.dispatchEvent(new DraftSavedEvent(documentId, 'portal'));
  }

  #onNotSaved(outcome: Exclude<SaveOutcome, {kind: 'saved'}>): void {
    const {error} = outcome;
    if (outcome.kind === 'moved') {
      void this.reconcile(outcome.copy, error);
      return;
    }
    this.#host.announceError(error);
    this.#set({phase: 'save-failed', error});
    const problems = error.kind === 'invalid' ? fromPortal(error.problems, outcome.lineKeys) : [];
    if (problems.length === 0) return;
    this.#session.object(problems);
    this.#focus('summary');
  }

  async #reopen(): Promise<void> {
    const {state} = this;
    if (state.phase === 'unread' && state.error.kind === 'signed-out') this.#session.portal?.forget();
    if (this.#documentId !== undefined) await this.open(this.#documentId);
  }

  /** The version that was chosen, with the portal's as what both had last: it can be saved and sent now. */
  #use({theirs}: Conflict, chosen: Draft): void {
    const {portalCopy} = theirs;
    this.#set({phase: 'idle'});
    this.#session.complete((draft) => ({...draft, portalCopy}));
    this.#session.edit((draft) => ({...chosen, portalCopy: draft.portalCopy}));
    this.#focus('reference');
  }

  #leaveConflict(): void {
    this.#set({phase: 'idle'});
    this.#focus('reference');
  }

  #keepAsNew(): void {
    this.#set({phase: 'idle'});
    this.#session.complete((draft) => ({...draft, portalCopy: undefined}));
    this.#focus('reference');
  }

  #beginAnew(): void {
    this.#set({phase: 'idle'});
    void this.#session.startAnother();
    this.#focus('reference');
  }

  #drop(): void {
    this.#set({phase: 'idle'});
    void this.#session.discard();
    this.#focus('undo');
  }

  #set(state: PortalDraftState): void {
    this.#state = state;
    if (state.phase !== 'idle') this.#watch.leave();
    if (state.phase !== 'conflict') this.#conflict.leave();
    this.#host.requestUpdate();
  }
}
