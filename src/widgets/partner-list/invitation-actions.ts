import {nothing, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import {addressKey, seenAddress} from '../../partners/addresses.ts';
import {InvitationWork, type Settled, type Work} from '../../partners/invitation-work.ts';
import {
  noAccess,
  possibleActions,
  type InvitationAction,
  type PartnerAccess,
} from '../../partners/partner-access.ts';
import {Selection} from '../../partners/selection.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {Invitation, Partner} from '../../portal/contract/index.ts';
import {ModalController} from '../../ui/modal.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {problemOf, type Correction} from './address-correction.ts';
import {InvitationChangedEvent} from './partner-list.events.ts';
import type {TableOptions} from './partner-table.ts';
import {describeFailure, describeKept} from './partner-words.ts';
import {renderQuestion, type Question} from './question.ts';
import {describeBatch, renderBatch, renderSelection} from './selection-bar.ts';

/** Who hears what has become of invitations. */
export interface ActionListener {
  /** An invitation is another one at the portal. */
  onInvitation(invitation: Invitation): void;
  /** Nothing is under way any more, so that what follows from all of it can be asked for once. */
  onSettled(): void;
  /** What is shown is not what the portal has. */
  onStale(): void;
}

type CorrectionState = Pick<Correction, 'text' | 'problem'> & {readonly invitation: Invitation};

/** The kinds of failure by which a portal says that the invitation is not what it is taken for. */
const stale: ReadonlySet<string> = new Set(['forbidden', 'not-found', 'gone', 'stale', 'conflict']);

/** Sends invitations again and revokes them, from a row and for several at once. */
export class InvitationActions {
  readonly #host: PortalElement;
  readonly #listener: ActionListener;
  readonly #selection = new Selection();
  #work: InvitationWork | undefined;
  #partners: readonly Partner[] = [];
  #access = noAccess;
  #question: Question | undefined;
  #correction: CorrectionState | undefined;
  /** The outcome that was last, for who does not see the row. */
  #spoken: Settled | undefined;
  /** Whether the portal has something else by now than what is shown. */
  #isStale = false;

  constructor(host: PortalElement, listener: ActionListener) {
    this.#host = host;
    this.#listener = listener;
    new ModalController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('#question'),
      isOpen: () => this.#question !== undefined,
      onCancel: () => this.#ask(undefined),
    });
  }

  /** What was begun as another member is not gone on with. False where there is another one now. */
  goOnWith(portal: PortalConnection): boolean {
    if (this.#work?.goOnWith(portal)) return true;
    this.#leave(portal);
    return false;
  }

  /** Says with what something can be done now. */
  follow(partners: readonly Partner[], access: PartnerAccess): void {
    this.#partners = partners;
    this.#access = access;
    this.#selection.follow(
      partners.filter(({invitation}) => possibleActions(invitation, access).length > 0).map(({id}) => id),
    );
  }

  /** What rows need to show and do. */
  get rowContext(): Pick<
    TableOptions,
    'workOf' | 'correction' | 'onAction' | 'onRetry' | 'onCorrect' | 'selection' | 'onSelect'
  > {
    return {
      workOf: (id) => this.#work?.of(id),
      correction: this.#correctionForm,
      onAction: (action, partner) => this.#onAction(action, partner),
      onRetry: (invitation) => this.#onRetry(invitation),
      onCorrect: (invitation) => this.#onCorrect(invitation),
      selection: this.#selection,
      onSelect: () => this.#host.requestUpdate(),
    };
  }

  /** What can be done with what is chosen, or how far that is. */
  renderBar(locale: string): TemplateResult | typeof nothing {
    const {batch, progress} = this.#work ?? {};
    const count = this.#selection.ids.length;
    if (batch && progress && (!progress.isOver || count === 0)) {
      return renderBatch({
        batch,
        progress,
        locale,
        onCancel: () => {
          this.#work?.cancel();
          void this.#focus('.bar');
        },
        onRetry: (ids) => this.#startBatch(ids, batch.action),
        onClose: () => this.#work?.forgetBatch(),
      });
    }
    if (count === 0) return nothing;
    return renderSelection({
      count,
      possible: new Map(
        this.#access.actions.map((action) => [action, this.#chosenFor(action).length] as const),
      ),
      locale,
      onAction: (action) => this.#ask({action, invitations: this.#chosenFor(action), chosen: count}),
      onClear: () => {
        this.#selection.setAll(false);
        this.#host.requestUpdate();
      },
    });
  }

  /** The question before what cannot be undone. */
  renderQuestion(locale: string): TemplateResult {
    return renderQuestion(this.#question, {
      locale,
      onYes: () => this.#onYes(),
      onNo: () => this.#ask(undefined),
    });
  }

  /** What has come of what was done last, as a sentence. */
  describe(locale: string): string {
    const {batch, progress} = this.#work ?? {};
    if (!this.#spoken) return batch && progress?.isOver ? describeBatch({batch, progress, locale}) : '';
    if (this.#spoken.phase === 'failed') return describeFailure(this.#spoken);
    const {action, email: wanted, invitation} = this.#spoken;
    const {email} = invitation;
    if (action === 'revoke')
      return msg(str`The invitation of ${email} was revoked.`, {id: 'partner-list.revoked-said'});
    return wanted === undefined || addressKey(wanted) === addressKey(email)
      ? msg(str`The invitation of ${email} was sent again.`, {id: 'partner-list.resent-said'})
      : describeKept(email, wanted);
  }

  get #correctionForm(): Correction | undefined {
    const state = this.#correction;
    if (!state) return undefined;
    return {
      ...state,
      invitationId: state.invitation.id,
      onText: (text) => this.#correct({...state, text, problem: 'none'}),
      onSend: () => this.#sendCorrected(),
      onCancel: () => {
        this.#correct(undefined);
        // What was wrong with an address that is not wanted any more matters to nobody.
        this.#work?.forget(state.invitation.id);
        void this.#focus(`[data-correct="${CSS.escape(state.invitation.id)}"]`);
      },
    };
  }

  /** The invitations that are chosen and allow an action. */
  #chosenFor(action: InvitationAction): Invitation[] {
    const chosen = new Set(this.#selection.ids);
    return this.#partners.flatMap(({id, invitation}) =>
      invitation && chosen.has(id) && possibleActions(invitation, this.#access).includes(action)
        ? [invitation]
        : [],
    );
  }

  #leave(portal: PortalConnection): void {
    this.#work?.close();
    this.#selection.setAll(false);
    this.#question = undefined;
    this.#correction = undefined;
    this.#spoken = undefined;
    this.#isStale = false;
    const work: InvitationWork = new InvitationWork(portal, {
      mayBegin: () => {
        const {portal: now} = this.#host.inside;
        return now !== undefined && work.goOnWith(now);
      },
      onChange: () => this.#host.requestUpdate(),
      onDone: (invitation, done) => {
        this.#host.dispatchEvent(new InvitationChangedEvent(invitation));
        if (work === this.#work) this.#onDone(invitation, done);
      },
      onFailed: (id, failed) => {
        this.#host.announceError(failed.error);
        if (work === this.#work) this.#onFailed(id, failed);
      },
      onSettled: () => {
        if (work === this.#work) this.#onSettled();
      },
    });
    this.#work = work;
  }

  #onAction(action: InvitationAction, partner: Partner): void {
    const {invitation} = partner;
    if (!invitation) return;
    if (action === 'revoke') this.#ask({action, invitations: [invitation], chosen: 1});
    else this.#start(invitation, action);
  }

  #start(invitation: Invitation, action: InvitationAction, email?: string): void {
    this.#work?.forgetBatch();
    this.#spoken = undefined;
    this.#work?.start(invitation.id, action, email);
  }

  #onRetry(invitation: Invitation): void {
    const work = this.#work?.of(invitation.id);
    if (work) this.#start(invitation, work.action, work.email);
  }

  #onYes(): void {
    const question = this.#question;
    if (!question || !this.#work) return;
    this.#ask(undefined);
    const [only] = question.invitations;
    if (only && question.chosen === 1) {
      this.#start(only, question.action);
      return;
    }
    this.#selection.setAll(false);
    this.#startBatch(
      question.invitations.map(({id}) => id),
      question.action,
    );
  }

  #startBatch(ids: readonly string[], action: InvitationAction): void {
    this.#spoken = undefined;
    this.#work?.startBatch(ids, action);
    // What was pressed is gone with the selection: where one can follow it, and cancel, is the next best.
    void this.#focus('.bar');
  }

  #onCorrect(invitation: Invitation): void {
    this.#work?.forget(invitation.id);
    this.#correct({invitation, text: invitation.email, problem: 'none'});
    void this.#focus('[data-correction]');
  }

  #sendCorrected(): void {
    const state = this.#correction;
    if (!state) return;
    const problem = problemOf(state.text, state.invitation.email);
    this.#correct({...state, problem});
    if (problem === 'none') this.#start(state.invitation, 'resend', seenAddress(state.text));
    else void this.#focus('[data-correction]');
  }

  #onDone(invitation: Invitation, work: Settled): void {
    this.#speak(invitation.id, work);
    if (this.#correction?.invitation.id === invitation.id) this.#correction = undefined;
    this.#listener.onInvitation(invitation);
    // The partner's own address may be the corrected one by now.
    if (work.email !== undefined) this.#isStale = true;
  }

  #onFailed(id: string, work: Extract<Work, {phase: 'failed'}>): void {
    this.#speak(id, work);
    if (stale.has(work.error.kind)) this.#isStale = true;
    const active = this.#host.shadowRoot?.activeElement;
    // Not away from where the user is by now.
    const isThere = !active || active.closest('.correction') !== null;
    if (isThere && this.#correction?.invitation.id === id) void this.#focus('[data-correction]');
  }

  /** Once for all of a batch, however many of it have failed by that. */
  #onSettled(): void {
    const isStale = this.#isStale;
    this.#isStale = false;
    if (isStale) this.#listener.onStale();
    else this.#listener.onSettled();
  }

  /** Says what has come of one. Of a batch it is said at its end, for all of them. */
  #speak(invitationId: string, work: Settled): void {
    this.#spoken = this.#work?.batch?.ids.includes(invitationId) ? undefined : work;
  }

  #ask(question: Question | undefined): void {
    this.#question = question;
    this.#host.requestUpdate();
  }

  #correct(state: CorrectionState | undefined): void {
    this.#correction = state;
    this.#host.requestUpdate();
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    const control = this.#host.renderRoot.querySelector<HTMLElement>(selector);
    control?.focus();
    if (control instanceof HTMLInputElement) control.select();
  }
}
