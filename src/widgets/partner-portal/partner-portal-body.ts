import {TaskStatus} from '@lit/task';
import {html, nothing, type TemplateResult} from 'lit';
import type {PortalConnection} from '../../portal/connection.ts';
import type {DraftInput, Me, Membership} from '../../portal/contract/index.ts';
import {isSameSession} from '../../portal/same-member.ts';
import type {Body, BodyStand} from '../../ui/element-body.ts';
import {PortalError} from '../../portal/errors.ts';
import {modalStyles} from '../../ui/modal.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import {PortalTask} from '../../ui/portal-task.ts';
import {NarrowController} from '../../ui/width.ts';
import {startPlace, typesTo} from './access.ts';
import {renderAccount, renderBar, type BarOptions} from './bar.ts';
import {renderHelpPanel} from './help-panel.ts';
import {Intents} from './intents.ts';
import {placeLabel} from './labels.ts';
import {LeaveGuard, type Leaving} from './leaving.ts';
import {renderNavigation} from './navigation.ts';
import {renderSignedOut, renderUnknownMembership} from './notices.ts';
import {OwnWords} from './own-words.ts';
import {PageTitle} from './page-title.ts';
import type {PartnerFigure} from './partner-figures.ts';
import type {PartnerPortal} from './partner-portal.ts';
import {MembershipChangedEvent, PlaceChangedEvent, SignOutEvent} from './partner-portal.events.ts';
import {isSame, placeText, readPlace, type Place} from './place.ts';
import type {Of, Surroundings} from './surroundings.ts';
import type {Unfinished} from './unfinished.ts';
import {unsentOf, type Unsent} from './unsent.ts';
import {editorOf, focusPlace, reloadPlace} from './view-elements.ts';
import {Views, type GoOptions} from './views.ts';
import {WidgetParts} from './widget-parts.ts';
import frameStyles from './frame.styles.ts';
import styles from './partner-portal.styles.ts';

/** What knows the orders on this device: nobody waits for it. */
const device = new OnDemand(() => import('./unfinished.ts'));

const figures = new OnDemand(() => import('./partner-figures.ts'));

/** In em of the host's text; the styles have it too. */
const NARROW_BELOW = 56;

/** The portal of one member: where they are, what they have opened, and the way between. */
export class PartnerPortalBody implements Body<Membership> {
  readonly #host: PartnerPortal;
  readonly #views = new Views();
  readonly #widgets: WidgetParts;
  readonly #narrow: NarrowController;
  readonly #guard: LeaveGuard;
  readonly #title: PageTitle;
  readonly #words: OwnWords;
  readonly #intents: Intents;
  readonly #me: PortalTask<[], Me>;
  readonly #figures: PortalTask<[boolean, number], Of<PartnerFigure>>;
  readonly #unfinished: PortalTask<[Membership | undefined, number], Of<Unfinished>>;
  #membership: Membership | undefined;
  #place: Place = {area: 'overview'};
  /** The membership that was chosen in the list and is not acted as yet. */
  #picked: string | undefined;
  #isMenuOpen = false;
  #isHelpOpen = false;
  /** The portal that the user has signed out of. */
  #signedOutOf: PortalConnection | undefined;
  /** What takes the focus once it is drawn: the place that was gone to, or a part of the frame. */
  #focus: 'place' | 'help' | 'menu' | 'help-button' | undefined;
  /** Told once the place has a name in the user's language. */
  #isToTell = false;
  #visits = 0;

  constructor(host: PartnerPortal) {
    this.#host = host;
    this.#widgets = new WidgetParts(host);
    this.#narrow = new NarrowController(host, NARROW_BELOW);
    this.#title = new PageTitle(host);
    this.#words = new OwnWords(host);
    this.#intents = new Intents({
      go: (place, how) => this.#go(place, how),
      write: (type, draft) => void this.#write(type, draft),
      onCreated: (type) => {
        this.#views.end({area: 'write', type});
        // The navigation says so no longer.
        host.requestUpdate();
      },
    });
    this.#guard = new LeaveGuard(host, {
      isWriting: () => this.#views.isWriting,
      hasUnsent: () => this.#unsent.orders.length + this.#unsent.rows.length > 0,
      hasKept: () => (this.#left ?? []).length > 0,
      onLeave: (leaving, how) => void this.#leave(leaving, how),
    });
    this.#me = new PortalTask<[], Me>(host, {
      args: () => [this.#portal],
      task: ([portal], {signal}) => portal.me({signal}),
    });
    this.#figures = new PortalTask(host, {
      args: () => [this.#portal, this.#showsPartners, this.#showsPartners ? this.#visits : 0] as const,
      task: async ([portal, isShown], {signal}) => ({
        portal,
        items: isShown ? await (await figures.load()).partnerFigures(portal, signal) : [],
      }),
    });
    this.#unfinished = new PortalTask(host, {
      args: () => [this.#portal, this.#membership, this.#visits] as const,
      task: async ([portal, membership], {signal}) => {
        if (!membership) return {portal, items: []};
        const {unfinishedOrders} = await device.load();
        const items = await unfinishedOrders(
          portal,
          await portal.me({signal}),
          typesTo(membership.capabilities, 'create'),
        );
        return {portal, items};
      },
    });
  }

  prepare({membership, portal}: BodyStand<Membership>): void {
    // Another session is somebody whom the page has signed in.
    if (this.#signedOutOf && !isSameSession(this.#signedOutOf, portal)) this.#signedOutOf = undefined;
    if (this.#signedOutOf) return;
    if (membership.id !== this.#membership?.id) this.#begin(membership);
    else if (this.#host.place !== placeText(this.#place)) this.#followHost();
    // In another language, or allowed something else.
    this.#membership = membership;
    this.#words.set(membership.capabilities.documentLabels);
  }

  render({membership}: BodyStand<Membership>): TemplateResult {
    if (this.#signedOutOf) return renderSignedOut(this.#onSignIn);
    this.#words.use();
    const surroundings = this.#surroundings(membership);
    const {isNarrow} = this.#narrow;
    return html`<div class=${isNarrow ? 'frame portal narrow' : 'frame portal'} @keydown=${this.#onKeydown}>
      ${renderBar(surroundings, this.#bar)}
      <div
        class="columns"
        @document-open=${this.#intents.onOpen}
        @document-repeat=${this.#intents.onRepeat}
        @document-edit=${this.#intents.onEdit}
        @order-edit=${this.#intents.onOrderEdit}
        @order-created=${this.#intents.onCreated}
      >
        <div id="menu-panel" class="menu" ?hidden=${isNarrow && !this.#isMenuOpen}>
          ${renderNavigation(surroundings, this.#unsent)}
          ${isNarrow ? renderAccount(surroundings, this.#bar) : nothing}
        </div>
        <div class="content">
          ${this.#host.isMembershipUnknown ? renderUnknownMembership(membership, this.#onNoticed) : nothing}
          ${this.#views.render(surroundings, {
            widgets: this.#widgets,
            unfinished: this.#left,
            figures: this.#ours(this.#figures.value) ?? [],
            isAddressed: this.#host.address.isOn,
          })}
        </div>
        ${renderHelpPanel(surroundings, {
          widgets: this.#widgets,
          isOpen: this.#isHelpOpen,
          onClose: () => this.#toggleHelp(false),
        })}
      </div>
      ${this.#guard.render()}
    </div>`;
  }

  /** After each drawing of the element. @internal */
  updated(): void {
    if (!this.#membership) return;
    const {renderRoot} = this.#host;
    const focus = this.#focus;
    this.#focus = undefined;
    const selectors = {place: '', help: '#help-panel', menu: '#menu', 'help-button': '#help'};
    if (focus === 'place') focusPlace(renderRoot, this.#place);
    else if (focus) renderRoot.querySelector<HTMLElement>(selectors[focus])?.focus();
    this.#tell();
  }

  /** The address says another place. @internal */
  follow(place: Place | undefined): void {
    if (!this.#membership) return;
    this.#go(place ?? startPlace(this.#membership.capabilities, this.#host.start), {isTraversal: true});
  }

  get #portal(): PortalConnection | undefined {
    return this.#signedOutOf ? undefined : this.#host.inside.portal;
  }

  /** What was found for this portal: of what was found for another membership nothing is shown. */
  #ours<T>(found: Of<T> | undefined): readonly T[] | undefined {
    return found && found.portal === this.#portal ? found.items : undefined;
  }

  /** What was left unfinished on this device; undefined until it is known. */
  get #left(): readonly Unfinished[] | undefined {
    // An overview without it is better than none.
    return this.#unfinished.status === TaskStatus.ERROR ? [] : this.#ours(this.#unfinished.value);
  }

  get #showsPartners(): boolean {
    const mayRead = this.#membership?.capabilities.partners.includes('read') ?? false;
    return mayRead && this.#place.area === 'overview';
  }

  get #unsent(): Unsent {
    return unsentOf(this.#host.renderRoot);
  }

  #pick(id: string | undefined): void {
    this.#picked = id;
    this.#host.requestUpdate();
  }

  get #bar(): BarOptions {
    return {
      isNarrow: this.#narrow.isNarrow,
      isMenuOpen: this.#isMenuOpen,
      isHelpOpen: this.#isHelpOpen,
      onMenu: () => this.#toggleMenu(!this.#isMenuOpen),
      onHelp: () => this.#toggleHelp(!this.#isHelpOpen),
      picked: this.#picked,
      onPick: (id) => this.#pick(id),
      onMembership: (id) => {
        this.#pick(undefined);
        this.#guard.leave({how: 'switch', to: id});
      },
      onSignOut: () => this.#guard.leave({how: 'sign-out'}),
    };
  }

  #surroundings(membership: Membership): Surroundings {
    const {address, inside} = this.#host;
    const {addressedMembership} = this.#host;
    return {
      membership,
      me: this.#me.value?.membershipId === membership.id ? this.#me.value : undefined,
      locale: inside.locale,
      place: this.#place,
      go: (place) => this.#onLink(place),
      hrefOf: (place) => address.hrefOf({place, membership: addressedMembership}),
      redraw: () => this.#host.requestUpdate(),
    };
  }

  /** A member has come: what the address says, what the page wants, or where they begin. */
  #begin(membership: Membership): void {
    const isFirst = this.#membership === undefined;
    this.#forget();
    this.#isMenuOpen = false;
    const {capabilities} = membership;
    const asked =
      this.#host.address.read().place ?? (isFirst ? readPlace(this.#host.place ?? '') : undefined);
    this.#place = asked ?? startPlace(capabilities, isFirst ? this.#host.start : '');
    this.#views.open(this.#place);
    this.#host.place = placeText(this.#place);
    this.#isToTell = true;
  }

  /** The page has set another place. */
  #followHost(): void {
    const wanted = readPlace(this.#host.place ?? '');
    if (wanted) this.#go(wanted);
    this.#host.place = placeText(this.#place);
  }

  #onLink(place: Place): void {
    // Who chooses a link anew wants what is there now.
    const isThere = isSame(place, this.#place);
    this.#go(place);
    if (!isThere) reloadPlace(this.#host.renderRoot, place);
  }

  #go(place: Place, {filter, isTraversal = false}: GoOptions = {}): void {
    const isThere = isSame(place, this.#place) && !filter;
    this.#isMenuOpen = false;
    this.#place = place;
    this.#visits++;
    if (!isThere) this.#views.open(place, {filter});
    this.#host.place = placeText(place);
    const {address, addressedMembership} = this.#host;
    if (!isTraversal) {
      const without = filter && 'type' in place ? [`${place.type}.`] : [];
      address.write({place, membership: addressedMembership}, {without});
    }
    this.#focus = 'place';
    this.#isToTell ||= !isThere;
    this.#host.requestUpdate();
    if (!isTraversal && this.#host.getBoundingClientRect().top < 0)
      this.#host.scrollIntoView({block: 'start'});
  }

  /** Goes on with rows of a file in the order form. */
  async #write(type: string, draft: DraftInput): Promise<void> {
    const whose = this.#membership?.id;
    const place = {area: 'write', type} as const;
    this.#go(place);
    await customElements.whenDefined('purchase-order-editor');
    await this.#host.updateComplete;
    if (this.#membership?.id !== whose) return;
    await editorOf(this.#host.renderRoot, place)?.write(draft);
  }

  /** Tells the page where one has come, and who looks at its title what is shown: also when that has another name. */
  #tell(): void {
    const isMove = this.#isToTell;
    this.#isToTell = false;
    const {inside, address} = this.#host;
    const number = 'id' in this.#place ? this.#intents.numberOf(this.#place.id) : undefined;
    // In the words of the drawing that has just ended.
    const label = placeLabel(this.#place, {locale: inside.locale, ...(number !== undefined && {number})});
    if (!address.isOn) this.#title.clear();
    else if (isMove || label !== this.#title.label) this.#title.show(label);
    if (isMove) this.#host.dispatchEvent(new PlaceChangedEvent(placeText(this.#place), label));
  }

  #toggleMenu(isOpen: boolean): void {
    this.#isMenuOpen = isOpen;
    if (!isOpen) this.#focus = 'menu';
    this.#host.requestUpdate();
  }

  #toggleHelp(isOpen: boolean): void {
    this.#isHelpOpen = isOpen;
    this.#focus = isOpen ? 'help' : 'help-button';
    this.#host.requestUpdate();
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.#isMenuOpen) return;
    // What is open above the menu is closed first.
    if (event.composedPath().some((node) => node instanceof HTMLDialogElement)) return;
    event.preventDefault();
    this.#toggleMenu(false);
  };

  async #leave(leaving: Leaving, {forgets}: {forgets: boolean}): Promise<void> {
    const host = this.#host;
    // What lists were narrowed down to is the former member's.
    const types = this.#membership ? typesTo(this.#membership.capabilities, 'list') : [];
    const without = types.map((type) => `${type}.`);
    if (leaving.how === 'switch') {
      host.isMembershipUnknown = false;
      this.#isHelpOpen = false;
      host.actFor(leaving.to);
      host.address.write({place: {area: 'overview'}, membership: host.addressedMembership}, {without});
      this.#focus = 'place';
      host.dispatchEvent(new MembershipChangedEvent(leaving.to));
      return;
    }
    if (forgets) await this.#forgetUnfinished();
    if (!host.dispatchEvent(new SignOutEvent())) return;
    this.#signedOutOf = host.inside.portal;
    this.#membership = undefined;
    this.#forget();
    this.#isHelpOpen = false;
    this.#title.clear();
    host.isMembershipUnknown = false;
    // Whoever comes next begins where they begin.
    host.place = undefined;
    host.address.write({place: undefined, membership: undefined}, {replace: true, without});
    host.inside.portal?.forget();
    host.requestUpdate();
  }

  async #forgetUnfinished(): Promise<void> {
    try {
      await (await device.load()).forgetUnfinished();
    } catch (thrown) {
      // Nobody stays signed in for that.
      this.#host.announceError(PortalError.from(thrown));
    }
  }

  /** Forgets what is another member's. */
  #forget(): void {
    this.#picked = undefined;
    this.#views.clear();
    this.#intents.clear();
    this.#guard.drop();
  }

  readonly #onNoticed = (): void => {
    this.#host.isMembershipUnknown = false;
    this.#host.requestUpdate();
  };

  readonly #onSignIn = (): void => {
    this.#signedOutOf = undefined;
    this.#focus = 'place';
    this.#host.signIn();
  };
}

// It is there already. Said here, a bundler makes one file of what it shares with its body.
export {PartnerPortal} from './partner-portal.ts';
export {PartnerPortalBody as Body};
const bodyStyles = [modalStyles, frameStyles, styles];
export {bodyStyles as styles};
