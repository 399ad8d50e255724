import type {PropertyValues, TemplateResult} from 'lit';
import {property} from 'lit/decorators/property.js';
import {msg} from '../../locales/localize.ts';
import type {PortalError} from '../../portal/errors.ts';
import {ElementBody} from '../../ui/element-body.ts';
import {KeepFocus} from '../../ui/keep-focus.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import {PortalElement} from '../../ui/portal-element.ts';
import {controlStyles, hostStyles} from '../../ui/styles.ts';
import {PlaceAddress, type AddressedPlace} from './place-address.ts';
import {renderSkeleton, skeletonStyles} from './skeleton.ts';
import {loadWidget} from './widget-loaders.ts';

const body = new OnDemand(() => import('./partner-portal-body.ts'));

/**
 * The whole portal in one tag: an overview, all documents that the member may see, orders, the company, partners and invitations,
 * with help on each. What is in it follows from what the portal allows the member; every part is loaded when it is first opened.
 *
 * Where one is stands in the fragment of the page's address, as `#portal=documents/purchase-order`, so that it can be shared and
 * reloaded, and Back works; the page's title says it, too. A page with a router in the fragment, or several portals, sets
 * `routing="none"`, and `place` from a router of its own where it wants.
 *
 * Intents of the elements inside (`document-open`, `document-repeat`, `document-edit`, `order-edit`) are followed in the portal,
 * unless the host prevents the default.
 *
 * @element partner-portal
 * @fires {PlaceChangedEvent} place-changed - Another place is shown.
 * @fires {MembershipChangedEvent} membership-changed - The user acts for another company, or in another role.
 * @fires {SignOutEvent} sign-out - The user wants to sign out: the host ends its session. Cancelable.
 * @fires {DocumentOpenEvent} document-open - The user chose a document, or with a type alone its list. Cancelable.
 * @fires {DocumentRepeatEvent} document-repeat - The user wants a document once more. Cancelable.
 * @fires {DocumentEditEvent} document-edit - The user wants to go on writing a draft. Cancelable.
 * @fires {DocumentDiscardedEvent} document-discarded - A draft was discarded at the portal.
 * @fires {OrderSubmitEvent} order-submit - The user sends an order; a host that prevents the default takes it over.
 * @fires {OrderCreatedEvent} order-created - The portal has made an order.
 * @fires {DraftSavedEvent} draft-saved - An unfinished order was kept on this device, or saved to the portal.
 * @fires {PartnerInvitedEvent} partner-invited - Somebody has been invited.
 * @fires {InvitationChangedEvent} invitation-changed - An invitation was sent again or revoked.
 * @csspart bar - The line at the top: for whom one acts, help, signing out.
 * @csspart membership - The list of memberships.
 * @csspart switch - The button that acts as the one that was chosen.
 * @csspart menu - The button that opens the navigation where there is little room.
 * @csspart help - The button that opens the help.
 * @csspart sign-out - The button that signs out.
 * @csspart navigation - The navigation.
 * @csspart link - One link of the navigation.
 * @csspart view - What is shown at a place.
 * @csspart title - The title of a place.
 * @csspart action - What can be begun at a place: a new order, an invitation.
 * @csspart help-panel - The help beside what is shown.
 * @csspart notice - Something the user should know.
 * @csspart dialog - The question whether an unfinished order is to be left.
 * @csspart error - An error in place of what could not be shown.
 * @cssproperty [--portal-list-block-size=max(26em, 100dvb - 16em)] - Height of the lists inside.
 * @cssproperty [--portal-accent=#0b57d0] - Links, focus and primary buttons.
 * @cssproperty [--portal-on-accent=#fff] - Text on the accent colour.
 * @cssproperty [--portal-surface=#fff] - Background.
 * @cssproperty [--portal-surface-raised=#f6f7f9] - Background of what stands out.
 * @cssproperty [--portal-text=#1b1c1f] - Text.
 * @cssproperty [--portal-text-muted=#565b63] - Text of less weight.
 * @cssproperty [--portal-border=#d5d8dd] - Lines between things.
 * @cssproperty [--portal-border-control=#81868f] - Borders of fields.
 * @cssproperty [--portal-danger=#b3261e] - Errors.
 * @cssproperty [--portal-warning=#8a5000] - Warnings.
 * @cssproperty [--portal-radius=6px] - Rounding of corners.
 * @cssproperty [--portal-control-height=36px] - Height of fields and buttons; 28px compact, 44px comfortable.
 * @cssproperty [--portal-shadow] - Shadow of what floats.
 */
export class PartnerPortal extends PortalElement {
  static override styles = [hostStyles, controlStyles, skeletonStyles];

  /**
   * Where the member begins: a document type (`purchase-invoice`), an area (`overview`, `company`, `partners`, `invite`, `help`) or
   * a place as `place` has it. What is not there for the member is passed over for the overview.
   */
  @property() start = '';

  /** `fragment`: places are in the page's address. `none`: the address and the page's title are left alone. */
  @property() routing: 'fragment' | 'none' = 'fragment';

  /**
   * What is shown, as a text: `overview`, `documents/{type}`, `documents/{type}/{id}`, `write/{type}`, `write/{type}/repeat/{id}`,
   * `write/{type}/draft/{id}`, `upload/{type}`, `company`, `partners`, `invite`, `help`; parts are encoded as in a URL. Setting it
   * goes there. Undefined until it is known who is signed in, unless it was set.
   */
  @property({attribute: false}) place?: string | undefined;

  /** Places in the page's address. @internal */
  readonly address: PlaceAddress = new PlaceAddress(this, {
    isWanted: () => this.routing !== 'none',
    onChange: (now) => this.#follow(now),
  });

  /** Registers an element of the portal. Here, and not in the body: a file that has all elements is not loaded again for one. @internal */
  readonly loadWidget: typeof loadWidget = loadWidget;

  /** Whether the membership that the address named is none of this user's. @internal */
  isMembershipUnknown = false;

  /** The membership that the host wanted, where the address or the user has named another one. */
  #usual: {readonly membership: string | undefined} | undefined;

  readonly #body = new ElementBody(this, body, 'member', {renderSkeleton});

  constructor() {
    super();
    new KeepFocus(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const {membership} = this.address.read();
    if (membership !== undefined) this.actFor(membership);
  }

  /** Acts as another membership; undefined is the one that the host wanted. @internal */
  actFor(membership: string | undefined): void {
    this.#usual ??= {membership: this.membership};
    this.membership = membership ?? this.#usual.membership;
  }

  /** The membership as it stands in the address: only where it is not the usual one. @internal */
  get addressedMembership(): string | undefined {
    return this.#usual && this.membership !== this.#usual.membership ? this.membership : undefined;
  }

  /** Asks again who is signed in: it may be somebody else. @internal */
  signIn(): void {
    this.actFor(undefined);
    this.inside.portal?.forget();
    this.#body.restart();
  }

  /** Tells the host of an error. @internal */
  override announceError(error: PortalError): void {
    // Somebody else's link: one's own portal is better than a closed door.
    if (error.kind === 'forbidden' && this.addressedMembership !== undefined && !this.#body.current) {
      this.isMembershipUnknown = true;
      this.actFor(undefined);
      return;
    }
    super.announceError(error);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#body.current?.updated();
  }

  protected override renderWidget(): TemplateResult | undefined {
    return this.#body.render(msg('Partner portal', {id: 'partner-portal.label'}));
  }

  #follow(now: AddressedPlace): void {
    if (now.membership !== this.addressedMembership) this.actFor(now.membership);
    this.#body.current?.follow(now.place);
  }
}
