import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import {accept} from '../../portal/invitations.ts';
import type {InvitationAcceptance, InvitationLookup} from '../../portal/contract/index.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import {PortalError} from '../../portal/errors.ts';
import type {Wait} from '../../portal/http.ts';
import {
  acceptanceOf,
  Attempts,
  problemsOf,
  refusalOf,
  termsPlace,
  type Attempt,
  type RegistrationProblem,
} from '../../partners/registration.ts';
import {reveal, type Secret} from '../../partners/secret.ts';
import type {Body, BodyStand} from '../../ui/element-body.ts';
import {renderError} from '../../ui/states.ts';
import {
  isWrongAccount,
  renderAccepted,
  renderClosed,
  renderFailure,
  renderNoInvitation,
  renderWrongAccount,
} from './ending.ts';
import {FilledForm} from './filled-form.ts';
import {renderForm} from './form-view.ts';
import {Lookup, withoutSession, type Closed, type Invited} from './lookup.ts';
import {nextAddress} from './next-address.ts';
import {InvitationAcceptedEvent} from './partner-registration.events.ts';
import type {PartnerRegistration} from './partner-registration.ts';
import {renderSkeleton} from './skeleton.ts';

/** How far accepting has come. */
type Progress =
  | {readonly phase: 'filling'}
  | {readonly phase: 'sending'; readonly wait: Wait | undefined}
  | {readonly phase: 'failed'; readonly error: PortalError}
  | {readonly phase: 'closed'; readonly reason: Closed}
  | {
      readonly phase: 'accepted';
      readonly company: string;
      readonly next: string | undefined;
      /** Whether the portal has accepted an earlier attempt than the last. */
      readonly isEarlier: boolean;
    };

/** What is sent, of which invitation, and to where. */
interface Sending {
  readonly attempt: Attempt;
  readonly secret: Secret;
  readonly lookup: InvitationLookup;
  readonly portal: PortalConnection;
}

/** The invitation, the form, and what has come of it. */
export class PartnerRegistrationBody implements Body<undefined>, ReactiveController {
  readonly #host: PartnerRegistration;
  readonly #lookup: Lookup;
  readonly #form: FilledForm;
  readonly #attempts = new Attempts();
  #progress: Progress = {phase: 'filling'};
  /** Whether what is missing has been told once: from then on it is followed. */
  #isChecked = false;
  #problems: readonly RegistrationProblem[] = [];
  /** The portal's own, until the entry changes. */
  #refused: readonly RegistrationProblem[] = [];
  #shown: ReadonlySet<string> = new Set();
  #secret: Secret | undefined;

  constructor(host: PartnerRegistration) {
    this.#host = host;
    this.#lookup = new Lookup(host, () => ['accepted', 'closed'].includes(this.#progress.phase));
    this.#form = new FilledForm(host);
    host.addController(this);
  }

  hostUpdate(): void {
    this.#form.keepChoices();
  }

  hostUpdated(): void {
    this.#form.restoreChoices();
  }

  prepare(): void {
    if (this.#secret === this.#host.invitation) return;
    this.#secret = this.#host.invitation;
    this.#progress = {phase: 'filling'};
    this.#isChecked = false;
    this.#problems = this.#refused = [];
    this.#shown = new Set();
    this.#attempts.forget();
  }

  render({portal}: BodyStand<undefined>): TemplateResult {
    const {invited} = this.#lookup;
    const progress = this.#progress;
    const titleId = this.#form.idOf('title');
    if (progress.phase === 'accepted') return renderAccepted(progress, {titleId});
    if (progress.phase === 'closed') {
      const company = invited.phase === 'open' ? invited.lookup.companyName : undefined;
      return renderClosed(progress.reason, company, {titleId});
    }
    // It is there before it speaks: what has come of looking it up is heard, too.
    return html`<div role="status">${this.#renderOutcome(invited, titleId)}</div>
      ${this.#renderInvited(invited, portal)}`;
  }

  #renderOutcome(invited: Invited, titleId: string): TemplateResult | typeof nothing {
    switch (invited.phase) {
      case 'none':
        return renderNoInvitation({titleId});
      case 'loading':
        return html`<p class="visually-hidden">${msg('Loading…', {id: 'document-list.loading'})}</p>`;
      case 'closed':
        return renderClosed(invited.reason, invited.company, {titleId});
      case 'failed':
        return isWrongAccount(invited.error)
          ? renderWrongAccount(() => void this.#lookup.again(), {titleId})
          : nothing;
      case 'open':
        return nothing;
    }
  }

  #renderInvited(invited: Invited, portal: PortalConnection): TemplateResult | typeof nothing {
    switch (invited.phase) {
      case 'loading':
        return html`<section aria-busy="true" tabindex="-1" data-focus-fallback>
          ${renderSkeleton()}
        </section>`;
      case 'failed':
        if (isWrongAccount(invited.error)) return nothing;
        return html`<section tabindex="-1" data-focus-fallback>
          ${renderError(invited.error, () => void this.#lookup.again())}
        </section>`;
      case 'open':
        return this.#renderForm(invited.lookup, portal);
      default:
        return nothing;
    }
  }

  #renderForm(lookup: InvitationLookup, portal: PortalConnection): TemplateResult {
    const progress = this.#progress;
    return renderForm({
      lookup,
      locale: this.#host.inside.locale,
      problems: this.#problems,
      shown: this.#shown,
      isSending: progress.phase === 'sending',
      status: progress.phase === 'sending' ? waitText(progress.wait) : '',
      failure: progress.phase === 'failed' ? renderFailure(progress.error) : nothing,
      idOf: (place) => this.#form.idOf(place),
      onSubmit: (event) => {
        event.preventDefault();
        this.#submit(lookup, portal);
      },
      onInput: (event) => this.#follow(event, lookup),
      onShow: (place) => this.#show(place),
      onGoTo: (place) => this.#form.focus(place),
    });
  }

  /** Sends what was filled in: once, however often and in whatever way it is asked for. */
  #submit(lookup: InvitationLookup, portal: PortalConnection): void {
    const secret = this.#secret;
    if (this.#progress.phase === 'sending' || !secret) return;
    this.#isChecked = true;
    this.#refused = [];
    this.#problems = problemsOf(lookup, this.#form.read(lookup));
    // A password is saved from a field that is one, with the name before it.
    this.#form.repeatUserName(lookup);
    this.#shown = new Set();
    if (this.#problems.length > 0) {
      this.#progress = {phase: 'filling'};
      this.#host.requestUpdate();
      void this.#focus('summary');
      return;
    }
    const {locale} = this.#host.inside;
    const acceptance = acceptanceOf(reveal(secret), lookup, this.#form.read(lookup), locale);
    void this.#send({attempt: this.#attempts.of(acceptance), secret, lookup, portal});
  }

  async #send(sending: Sending): Promise<void> {
    this.#move(sending.secret, {phase: 'sending', wait: undefined});
    try {
      this.#succeed(await this.#accept(sending), sending);
    } catch (thrown) {
      await this.#fail(outcomeOf(PortalError.from(thrown)), sending);
    }
  }

  /** Not given up when the element leaves the page: the portal may have accepted by then. */
  #accept({attempt: {acceptance, idempotencyKey}, secret, portal}: Sending): Promise<InvitationAcceptance> {
    return accept(portal, acceptance, {
      idempotencyKey,
      onWait: (wait) => this.#move(secret, {phase: 'sending', wait}),
    });
  }

  /** Whether it was accepted by an attempt whose answer was lost, before something else was filled in. */
  async #settle(sending: Sending): Promise<boolean> {
    for (const attempt of this.#attempts.openBefore(sending.attempt)) {
      try {
        this.#succeed(await this.#accept({...sending, attempt}), sending, true);
        return true;
      } catch {
        // Not by that one.
      }
    }
    return false;
  }

  #succeed(
    {membershipId, next}: InvitationAcceptance,
    {secret, lookup, portal}: Sending,
    isEarlier = false,
  ): void {
    const address = nextAddress(next, portal.endpoint);
    this.#attempts.forget();
    this.#move(secret, {phase: 'accepted', company: lookup.companyName, next: address, isEarlier});
    void this.#focus('title');
    this.#host.dispatchEvent(new InvitationAcceptedEvent({membershipId, next: address}));
  }

  async #fail(error: PortalError, sending: Sending): Promise<void> {
    const {secret, lookup, attempt} = sending;
    switch (error.kind) {
      case 'conflict':
      case 'not-found':
        if (await this.#settle(sending)) return;
        this.#move(secret, {phase: 'closed', reason: 'unknown'});
        void this.#focus('title');
        return;
      case 'gone':
        this.#move(secret, {phase: 'closed', reason: 'over'});
        void this.#focus('title');
        return;
      case 'invalid':
        await this.#refuse(error, secret, lookup);
        return;
      case 'key-reused':
        this.#attempts.renewKey();
        break;
      default:
        this.#attempts.leaveOpen(attempt);
    }
    this.#move(secret, {phase: 'failed', error});
    this.#host.announceError(error);
  }

  /** The portal has looked at what was filled in, and not taken it. Terms that have changed are read again. */
  async #refuse(error: PortalError, secret: Secret, lookup: InvitationLookup): Promise<void> {
    const {problems, hasOtherTerms} = refusalOf(error.problems, lookup);
    if (problems.length === 0 && !hasOtherTerms) {
      this.#move(secret, {phase: 'failed', error});
      this.#host.announceError(error);
      return;
    }
    const failure = hasOtherTerms ? await this.#lookup.again() : undefined;
    if (this.#secret !== secret) return;
    const {invited} = this.#lookup;
    const questions = invited.phase === 'open' ? invited.lookup : lookup;
    const known = new Set(lookup.terms.map(termsPlace));
    const newer = questions.terms
      .map(termsPlace)
      .filter((place) => !known.has(place))
      .map((place): RegistrationProblem => ({place, reason: 'newer'}));
    this.#refused = [...problems, ...newer];
    this.#problems = this.#refused;
    const isUnsaid = failure !== undefined || this.#refused.length === 0;
    this.#move(secret, isUnsaid ? {phase: 'failed', error: failure ?? error} : {phase: 'filling'});
    if (this.#refused.length > 0) void this.#focus('summary');
  }

  /** Once it has been said what is wrong, it is said until it is mended. */
  #follow(event: Event, lookup: InvitationLookup): void {
    this.#form.repeatUserName(lookup);
    if (!this.#isChecked || this.#progress.phase === 'sending') return;
    const changed = this.#form.placeOf(event.target, lookup);
    this.#refused = this.#refused.filter(({place}) => place !== changed || place === undefined);
    const said = new Set(this.#refused.map(({place}) => place));
    const own = problemsOf(lookup, this.#form.read(lookup)).filter(({place}) => !said.has(place));
    this.#problems = [...this.#refused, ...own];
    this.#host.requestUpdate();
  }

  #show(place: string): void {
    const shown = new Set(this.#shown);
    if (!shown.delete(place)) shown.add(place);
    this.#shown = shown;
    this.#host.requestUpdate();
  }

  /** Goes on, unless another invitation has come in the meantime. */
  #move(secret: Secret, progress: Progress): void {
    if (this.#secret !== secret) return;
    this.#progress = progress;
    this.#host.requestUpdate();
  }

  async #focus(place: string): Promise<void> {
    await this.#host.updateComplete;
    this.#form.focus(place);
  }
}

/** What a failure means here: a portal that is still at it after all that waiting has not answered. */
function outcomeOf(error: PortalError): PortalError {
  const {kind, retryAfter, status, traceId} = error;
  const isAtIt = kind === 'conflict' && retryAfter !== undefined;
  return isAtIt ? new PortalError('timeout', {status, traceId}) : withoutSession(error);
}

function waitText(wait: Wait | undefined): string {
  if (!wait) return '';
  return wait.reason === 'busy'
    ? msg(str`The portal is busy. Trying again in ${wait.seconds} seconds.`, {
        id: 'partner-registration.busy',
      })
    : msg('The portal has not answered. Trying again.', {id: 'partner-registration.again'});
}

// It is there already. Said here, a bundler makes one file of what it shares with its body.
export {PartnerRegistration} from './partner-registration.ts';
export {registrationStyles as styles} from './partner-registration.styles.ts';
export {PartnerRegistrationBody as Body};
