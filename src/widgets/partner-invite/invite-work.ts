import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {isAddress, readPeople, seenAddress, type Person} from '../../partners/addresses.ts';
import {
  fieldOfPointer,
  problemsOf,
  toInput,
  type InvitationField,
  type InvitationProblem,
} from '../../partners/invitation-draft.ts';
import {KnownPartners} from '../../partners/known-partners.ts';
import {parcelOf, type Parcel} from '../../partners/send-list.ts';
import type {Invitation, Membership, Partner} from '../../portal/contract/index.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import {PortalError} from '../../portal/errors.ts';
import type {Wait} from '../../portal/http.ts';
import {create} from '../../portal/invitations.ts';
import {list} from '../../portal/partners.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import {addStyles} from '../../ui/root-styles.ts';
import type {BodyStand} from '../../ui/element-body.ts';
import {describeError, icon} from '../../ui/states.ts';
import {readForm, type FormValues} from './form-values.ts';
import type {InviteMany, ManyInside} from './invite-many.ts';
import {knownText, problemText} from './invite-texts.ts';
import {PartnerInvitedEvent} from './partner-invite.events.ts';
import type {PartnerInvite} from './partner-invite.ts';
import {renderInvited} from './sent-view.ts';

/** How long the portal may take to say whether it knows an address before the invitation goes on without, in ms. */
const PATIENCE = 5_000;
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
  /** What is wrong; undefined until somebody has wanted to send. */
  #problems: readonly InvitationProblem[] | undefined;
  /** What the portal said of fields, until they are changed. */
  readonly #refused = new Map<InvitationField, string>();
  /** The address that is to be invited though the portal knows it. */
  #insisted: string | undefined;
  #parcel: Parcel | undefined;
  #values: FormValues | undefined;
  #many: InviteMany | undefined;
  #isList = false;

  constructor(host: PartnerInvite) {
    this.#host = host;
    this.#known = new KnownPartners({
      find: (text, signal) => this.#find(text, signal),
      onChange: () => host.requestUpdate(),
    });
    host.renderRoot.addEventListener('input', this.#onInput);
    host.renderRoot.addEventListener('change', this.#onChange);
    host.addController(this);
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
    if (this.#stand && this.#stand.membership.id !== stand.membership.id) this.#known.stop();
    this.#stand = stand;
  }

  /** Invites whom the form says; does nothing while that is under way. */
  submit(): void {
    // A list has its own button: Enter in one of the fields for all is none.
    if (this.isBusy || this.isDone || this.#isList) return;
    const values = this.#read();
    const people = readPeople(values.draft.email);
    if (people.length > 1) {
      void this.#openList(people);
      return;
    }
    this.#refused.clear();
    this.#problems = this.#check(values);
    if (this.#problems.length > 0) {
      this.#set({phase: 'editing'});
      this.#focusProblem();
    } else void this.#invite(values);
  }

  /** Takes addresses that were pasted into the field for one. */
  take(text: string): void {
    const field = this.#control('email');
    const [person, ...others] = readPeople(text);
    if (!field || !person) return;
    if (others.length > 0 || field.value.trim() !== '') {
      void this.#openList([...readPeople(field.value), person, ...others]);
      return;
    }
    field.value = person.email;
    const name = this.#control('name');
    if (name?.value === '') name.value = person.name;
    this.#onInput();
    this.#lookUp(person.email);
  }

  /** Invites several in place of one. */
  openList(): void {
    void this.#openList(readPeople(this.#control('email')?.value ?? ''));
  }

  async #openList(people: readonly Person[]): Promise<void> {
    try {
      const {InviteMany, styles} = await parts.load();
      addStyles(this.#host.renderRoot, styles);
      // The name beside an address that stood in the form alone is its own.
      const name = this.#control('name')?.value ?? '';
      const [first] = people;
      this.#many ??= new InviteMany(this.#forMany());
      this.#isList = true;
      this.#problems = undefined;
      this.#set({phase: 'editing'});
      this.#read();
      this.#many.add(people.length === 1 && first && !first.name ? [{...first, name}] : people);
      this.#focus('#addresses');
    } catch (error) {
      const field = this.#control('email');
      // What was pasted is not lost for want of the list that it would have been.
      if (field)
        field.value = people.map(({email, name}) => (name ? `${name} <${email}>` : email)).join('; ');
      this.#set({phase: 'failed', error: PortalError.from(error)});
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
        this.#problems = this.#check(values).filter(({field}) => field === 'partnerType');
        this.#host.requestUpdate();
        if (this.#problems.length > 0) this.#focusProblem();
        return this.#problems.length === 0;
      },
      create: (portal, parcel, onWait) => this.#create(portal, parcel, onWait),
      onLeave: () => {
        this.#isList = false;
        this.#problems = undefined;
        this.#host.requestUpdate();
        this.#focus('#email');
      },
      focus: (selector) => this.#focus(selector),
    };
  }

  /** What is wrong with a field, in words. */
  errors(field: InvitationField): readonly string[] {
    const fields = field === 'partnerType' ? ['partnerType', 'areas'] : [field];
    const own = this.#problems?.filter((problem) => fields.includes(problem.field)) ?? [];
    const refused = [...this.#refused].filter(([one]) => fields.includes(one)).map(([, detail]) => detail);
    return [...own.map(problemText), ...refused];
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
    if (this.#state.phase !== 'failed') return nothing;
    const {error} = this.#state;
    return html`<div class="notice danger" part="notice">
      ${icon('error')}<span>${describeError(error)} ${renderReference(error)}</span>
    </div>`;
  }

  /** What the portal knows of the address. */
  renderKnown(): unknown {
    const email = this.#isList ? '' : (this.#values?.draft.email ?? '');
    const known = isAddress(email) ? this.#known.get(email) : undefined;
    const text = knownText(known, this.#host.inside.locale);
    if (!text) return nothing;
    return html`<p class="notice ${known?.status === 'lapsed' ? '' : 'warning'}" part="notice">
      ${icon(known?.status === 'lapsed' ? 'info' : 'error')}<span>${text}</span>
    </p>`;
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
    return wait?.reason === 'busy'
      ? msg(str`The portal is busy. Trying again in ${wait.seconds} seconds.`, {id: 'partner-invite.busy'})
      : msg('Inviting…', {id: 'partner-invite.inviting'});
  }

  /** What stands in place of the form, or below it. */
  renderAfter(): unknown {
    if (this.#state.phase !== 'sent') return nothing;
    return renderInvited(this.#state.invitation, this.#host.inside.locale, () => this.#another());
  }

  async #invite(values: FormValues): Promise<void> {
    const {email} = values.draft;
    this.#set({phase: 'checking'});
    const {status} = await this.#known.ask(email);
    if ((status === 'invited' || status === 'member') && this.#insisted !== email) {
      // Said before anything is sent; who presses again means it.
      this.#insisted = email;
      this.#set({phase: 'editing'});
      return;
    }
    const stand = this.#stand;
    if (stand) await this.#send(stand, values);
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
    for (const {pointer, detail} of error.problems) {
      const field = fieldOfPointer(pointer);
      if (field) this.#refused.set(field, detail);
    }
    this.#host.announceError(error);
    // Where each problem has its field, the fields say it all.
    const isSaid = error.problems.length > 0 && error.problems.every(({pointer}) => fieldOfPointer(pointer));
    this.#set(isSaid ? {phase: 'editing'} : {phase: 'failed', error});
    this.#focusProblem();
  }

  /** An empty form for somebody else, who is invited to the same. */
  #another(): void {
    this.#state = {phase: 'editing'};
    this.#problems = undefined;
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

  async #find(q: string, life: AbortSignal): Promise<readonly Partner[]> {
    const stand = this.#stand;
    if (!stand?.membership.capabilities.partners.includes('read')) return [];
    const signal = AbortSignal.any([life, AbortSignal.timeout(PATIENCE)]);
    return (await list(stand.portal, {q, limit: 50}, {signal})).items;
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

  #focusProblem(): void {
    this.#focus('[aria-invalid="true"], fieldset[aria-describedby] input');
  }

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => {
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
      const name = field.getAttribute('name')?.split(' ')[0];
      for (const one of this.#refused.keys()) if (one === name) this.#refused.delete(one);
      if (name === 'partnerType') this.#refused.delete('areas');
    }
    const values = this.#read();
    if (this.#problems) this.#problems = this.#check(values);
    this.#host.requestUpdate();
  };

  readonly #onChange = ({target}: Event): void => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'email') return;
    const people = readPeople(target.value);
    if (people.length > 1) void this.#openList(people);
    else this.#lookUp(seenAddress(target.value));
  };
}

function renderReference({traceId}: PortalError): unknown {
  if (!traceId) return nothing;
  return html`<span class="reference">${msg(str`Reference: ${traceId}`, {id: 'error.reference'})}</span>`;
}
