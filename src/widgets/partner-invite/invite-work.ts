import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {isAddress, readPeople} from '../../partners/addresses.ts';
import {
  problemsOf,
  toInput,
  type InvitationField,
  type InvitationProblem,
} from '../../partners/invitation-draft.ts';
import {isTaken, KnownPartners} from '../../partners/known-partners.ts';
import {parcelOf, type Parcel} from '../../partners/send-list.ts';
import type {Invitation, Membership} from '../../portal/contract/index.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import {PortalError} from '../../portal/errors.ts';
import type {Wait} from '../../portal/http.ts';
import {create} from '../../portal/invitations.ts';
import {KeepFocus} from '../../ui/keep-focus.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import {addStyles} from '../../ui/root-styles.ts';
import type {BodyStand} from '../../ui/element-body.ts';
import {EmailEntry} from './email-entry.ts';
import {readForm, type FormValues} from './form-values.ts';
import {ChosenLanguage} from './chosen-language.ts';
import type {InviteMany, ManyInside} from './invite-many.ts';
import {progressText} from './invite-texts.ts';
import {findPartners} from './find-partners.ts';
import {FormProblems} from './form-problems.ts';
import {renderSummary} from './problem-summary.ts';
import {PartnerInvitedEvent} from './partner-invite.events.ts';
import type {PartnerInvite} from './partner-invite.ts';
import {renderFailure, renderKnown} from './work-notices.ts';
import {renderInvited} from './sent-view.ts';

/** From so many characters on a message is counted: portals take 2,000, as a rule. */
const LONG = 1_500;

const parts = new OnDemand(() => import('./many-parts.ts'));

type State =
  | {readonly phase: 'editing'}
  | {readonly phase: 'checking'}
  | {readonly phase: 'sending'; readonly wait?: Wait}
  | {readonly phase: 'failed'; readonly error: PortalError}
  | {readonly phase: 'sent'; readonly invitation: Invitation};

/** What is done with the form: it is checked and sent, and what comes of that is said. */
export class InviteWork implements ReactiveController {
  readonly #host: PartnerInvite;
  readonly #known: KnownPartners;
  #stand: BodyStand<Membership> | undefined;
  #state: State = {phase: 'editing'};
  readonly #wrong = new FormProblems();
  /** Whether there is so much of it that it is said in one place, too. */
  #isSummed = false;
  /** The address that is to be invited though the portal knows it. */
  #insisted: string | undefined;
  #parcel: Parcel | undefined;
  #values: FormValues | undefined;
  #many: InviteMany | undefined;
  #isList = false;
  #isOpening = false;
  readonly #entry = new EmailEntry((name) => this.#control(name));

  constructor(host: PartnerInvite) {
    this.#host = host;
    this.#known = new KnownPartners({
      find: (text, signal) => findPartners(this.#stand, text, signal),
      onChange: () => host.requestUpdate(),
    });
    host.renderRoot.addEventListener('input', this.#onInput);
    host.renderRoot.addEventListener('change', this.#onChange);
    host.addController(this);
    new ChosenLanguage(host, () => this.#read());
    new KeepFocus(host);
  }

  /** Whether the form has done its work: what is said then stands in its place. */
  get isDone(): boolean {
    return this.#state.phase === 'sent';
  }

  /** Whether somebody is being invited. */
  get isBusy(): boolean {
    return this.#state.phase === 'checking' || this.#state.phase === 'sending';
  }

  hostDisconnected(): void {
    // A move in the page disconnects and connects in one go.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#known.stop();
    });
  }

  /** Follows the element to another portal, or another member. */
  follow(stand: BodyStand<Membership>): void {
    const isOther = this.#stand && !isSame(this.#stand, stand);
    this.#stand = stand;
    if (!isOther) return;
    // A key is one portal's, and one member's.
    this.#parcel = undefined;
    this.#known.stop();
    this.#many?.startAnew();
    // The form is drawn anew for them. What was written goes along; what was chosen is the other one's to offer.
    const written = this.#values;
    void this.#host.updateComplete.then(() => {
      if (written && !this.#isList) this.#entry.fill(written.draft);
      const message = this.#control('message');
      if (written && message?.value === '') message.value = written.terms.message;
      this.#onInput();
    });
  }

  /** Invites whom the form says; does nothing while that is under way. */
  submit(): void {
    // A list has its own button: Enter in one of the fields for all is none.
    if (this.isBusy || this.isDone || this.#isList || this.#isOpening) return;
    if (this.#tidy()) return;
    const values = this.#read();
    this.#wrong.refused.clear();
    this.#wrong.found = this.#check(values);
    if (this.#wrong.found.length > 0) {
      this.#set({phase: 'editing'});
      this.#focusProblem(this.#wrong.found.length > 1);
    } else void this.#invite(values);
  }

  /** Takes addresses that were pasted into the field for one. */
  take(text: string): void {
    const field = this.#control('email');
    if (!field) return;
    // What is chosen makes room, as for any paste.
    field.setRangeText('');
    if (readPeople(text).length > 1 || field.value.trim() !== '') void this.openList(text);
    else {
      field.value = text;
      this.#tidy();
    }
  }

  /** Puts a name where it belongs that stands with its address. True where there are several: they are a list. */
  #tidy(): boolean {
    const people = readPeople(this.#control('email')?.value ?? '');
    if (people.length > 1) void this.openList();
    else if (people[0]) {
      this.#entry.fill(people[0]);
      this.#onInput();
      this.#lookUp(people[0].email);
    }
    return people.length > 1;
  }

  /** Invites several in place of one: whom the form says, and whom `pasted` names. */
  async openList(pasted?: string): Promise<void> {
    if (this.isDone || this.#isOpening) return;
    this.#isOpening = true;
    try {
      const {InviteMany, styles} = await parts.load();
      // Whom the form says is on the way: one can be in a list after that.
      if (this.isBusy || this.isDone) return this.#entry.putBack(pasted);
      addStyles(this.#host.renderRoot, styles);
      const texts = this.#entry.texts(pasted);
      // The name beside an address that stood in the form alone is its own.
      const name = this.#control('name')?.value ?? '';
      this.#many ??= new InviteMany(this.#forMany());
      this.#isList = true;
      this.#wrong.found = undefined;
      this.#wrong.refused.clear();
      this.#set({phase: 'editing'});
      this.#read();
      this.#many.addTexts(texts, name);
      this.#focus('#addresses');
    } catch (error) {
      this.#entry.putBack(pasted);
      this.#set({phase: 'failed', error: PortalError.from(error)});
    } finally {
      this.#isOpening = false;
    }
  }

  /** What a list needs of the form. */
  #forMany(): ManyInside {
    return {
      host: this.#host,
      known: this.#known,
      stand: () => this.#stand,
      terms: () => (this.#values ?? this.#read()).terms,
      requireType: () => {
        const values = this.#read();
        this.#wrong.found = this.#check(values).filter(({field}) => field === 'partnerType');
        this.#host.requestUpdate();
        if (this.#wrong.found.length > 0) this.#focusProblem(false);
        return this.#wrong.found.length === 0;
      },
      create: (portal, parcel, onWait) => this.#create(portal, parcel, onWait),
      onLeave: () => {
        this.#isList = false;
        this.#wrong.found = undefined;
        this.#host.requestUpdate();
        this.#focus('#email');
      },
      focus: (selector) => this.#focus(selector),
    };
  }

  /** What is wrong with a field, in words. */
  errors(field: InvitationField): readonly string[] {
    return this.#wrong.errors(field);
  }

  /** What helps with a field, in words. */
  hint(field: InvitationField): string | undefined {
    const {length} = this.#values?.terms.message ?? '';
    if (field !== 'message' || length < LONG) return undefined;
    return msg(str`${formatCount(length, this.#host.inside.locale)} characters`, {
      id: 'partner-invite.characters',
    });
  }

  /** What has gone wrong. */
  renderNotices(): unknown {
    const summary = this.#isSummed
      ? renderSummary(this.#wrong.fields(), (field) => this.#focusField(field))
      : nothing;
    if (this.#state.phase !== 'failed') return summary;
    return html`${summary}${renderFailure(this.#state.error)}`;
  }

  /** What the portal knows of the address. */
  renderKnown(): unknown {
    const email = this.#isList ? '' : (this.#values?.draft.email ?? '');
    const known = isAddress(email) ? this.#known.get(email) : undefined;
    return renderKnown(known, this.#host.inside.locale);
  }

  /** The list of people in place of the fields for one. */
  renderPeople(): TemplateResult | undefined {
    return this.#isList ? this.#many?.render() : undefined;
  }

  /** The buttons for a list. */
  renderActions(): TemplateResult | undefined {
    return this.#isList ? this.#many?.renderActions() : undefined;
  }

  /** What the button says that invites, where that is not the usual. */
  label(): string | undefined {
    const isWarned = this.#insisted !== undefined && this.#insisted === this.#values?.draft.email;
    return isWarned ? msg('Invite all the same', {id: 'partner-invite.insist'}) : undefined;
  }

  /** What is under way. */
  progress(): string | undefined {
    if (!this.isBusy) return undefined;
    const wait = this.#state.phase === 'sending' ? this.#state.wait : undefined;
    return progressText(wait);
  }

  /** What stands in place of the form, or below it. */
  renderAfter(): unknown {
    if (this.#state.phase !== 'sent') return nothing;
    return renderInvited(this.#state.invitation, this.#host.inside.locale, () => this.#another());
  }

  async #invite(values: FormValues): Promise<void> {
    const {email} = values.draft;
    const stand = this.#stand;
    this.#set({phase: 'checking'});
    const known = await this.#known.ask(email);
    // Whoever is somebody else by now has not asked for it.
    if (!stand || !this.#stand || !isSame(this.#stand, stand)) {
      this.#set({phase: 'editing'});
      return;
    }
    if (isTaken(known) && this.#insisted !== email) {
      // Said before anything is sent; who presses again means it.
      this.#insisted = email;
      this.#set({phase: 'editing'});
      return;
    }
    await this.#send(stand, values);
  }

  async #send({portal, membership}: BodyStand<Membership>, {draft, terms}: FormValues): Promise<void> {
    const input = toInput(draft, terms, membership.capabilities.partnerTypes ?? []);
    this.#parcel = parcelOf(input, this.#parcel);
    this.#set({phase: 'sending'});
    try {
      const invitation = await this.#create(portal, this.#parcel, (wait) =>
        this.#set({phase: 'sending', wait}),
      );
      this.#parcel = undefined;
      this.#known.forget(input.email);
      this.#set({phase: 'sent', invitation});
      this.#focus('#sent');
    } catch (thrown) {
      this.#fail(PortalError.from(thrown));
    }
  }

  /** Asks the portal to invite somebody. It is not broken off, and a fact also for who looks at something else by then. */
  async #create(
    portal: PortalConnection,
    {key, input}: Parcel,
    onWait: (wait: Wait) => void,
  ): Promise<Invitation> {
    const invitation = await create(portal, input, {idempotencyKey: key, onWait});
    this.#host.dispatchEvent(new PartnerInvitedEvent(invitation));
    return invitation;
  }

  #fail(error: PortalError): void {
    if (error.kind === 'key-reused') this.#parcel = undefined;
    // Where each problem has its field, the fields say it all.
    const isSaid = this.#wrong.refuse(error);
    this.#host.announceError(error);
    this.#set(isSaid ? {phase: 'editing'} : {phase: 'failed', error});
    this.#focusProblem(this.#wrong.fields().length > 1);
  }

  /** An empty form for somebody else, who is invited to the same. */
  #another(): void {
    this.#state = {phase: 'editing'};
    this.#wrong.found = undefined;
    for (const name of ['email', 'name', 'message'] as const) {
      const control = this.#control(name);
      if (control) control.value = '';
    }
    this.#onInput();
    this.#focus('#email');
  }

  #check({draft, terms}: FormValues): readonly InvitationProblem[] {
    return problemsOf(draft, terms, this.#stand?.membership.capabilities.partnerTypes ?? []);
  }

  #lookUp(email: string): void {
    if (isAddress(email)) void this.#known.ask(email);
  }

  #read(): FormValues {
    return (this.#values = readForm(this.#form));
  }

  get #form(): HTMLFormElement | undefined {
    return this.#host.renderRoot.querySelector('form') ?? undefined;
  }

  #control(name: 'email' | 'name' | 'message'): HTMLInputElement | HTMLTextAreaElement | undefined {
    const control = this.#form?.elements.namedItem(name);
    return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
      ? control
      : undefined;
  }

  /** Leads to what is wrong: to all of it, or to the one field. */
  #focusProblem(isSummed: boolean): void {
    this.#isSummed = isSummed;
    this.#host.requestUpdate();
    if (isSummed) this.#focus('#problems');
    else for (const {field} of this.#wrong.fields().slice(0, 1)) this.#focusField(field);
  }

  #focusField(field: InvitationField): void {
    this.#focus(field === 'partnerType' ? '[name=partnerType]:checked, [name=partnerType]' : `#${field}`);
  }

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => {
      // Whoever works elsewhere in the page by then is not called away.
      if (document.activeElement !== document.body && !this.#host.matches(':focus-within')) return;
      const target = this.#host.renderRoot.querySelector(selector);
      if (target instanceof HTMLElement) target.focus();
    });
  }

  #set(state: State): void {
    this.#state = state;
    this.#host.requestUpdate();
  }

  readonly #onInput = (event?: Event): void => {
    const field = event?.target;
    if (field instanceof Element) {
      this.#wrong.forget(field.getAttribute('name')?.split(' ')[0]);
    }
    const values = this.#read();
    if (this.#wrong.found) this.#wrong.found = this.#check(values);
    this.#host.requestUpdate();
  };

  readonly #onChange = ({target}: Event): void => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'email') return;
    this.#tidy();
  };
}

function isSame(one: BodyStand<Membership>, other: BodyStand<Membership>): boolean {
  return one.membership.id === other.membership.id && one.portal.endpoint === other.portal.endpoint;
}
