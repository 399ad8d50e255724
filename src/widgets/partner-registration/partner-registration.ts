import {css, type TemplateResult} from 'lit';
import {property} from 'lit/decorators/property.js';
import {msg} from '../../locales/localize.ts';
import {reveal, Secret} from '../../partners/secret.ts';
import {ElementBody} from '../../ui/element-body.ts';
import {KeepFocus} from '../../ui/keep-focus.ts';
import {lightStyles} from '../../ui/light-styles.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import {PortalElement} from '../../ui/portal-element.ts';
import {addStyles} from '../../ui/root-styles.ts';
import {controlStyles, hostStyles} from '../../ui/styles.ts';
import {takeInvitation} from './invitation-fragment.ts';
import {renderSkeleton, skeletonStyles} from './skeleton.ts';

const body = new OnDemand(() => import('./partner-registration-body.ts'));

/** What the page says of elements in general is not meant for these; what they inherit, as its font, is. */
const pageless = css`
  :where(:not(svg, svg *)) {
    all: revert;
  }
`;
const styles = [lightStyles('partner-registration', [pageless, hostStyles, controlStyles, skeletonStyles])];

/**
 * Where the link of an invitation leads: says who invites, asks for what the portal asks, and accepts the invitation once.
 *
 * The token of the link is `token`, else it comes from the page's fragment, `#invitation=…`, which is taken out of the address at
 * once. It is sent in the bodies of two requests and is nowhere else: neither in the page, nor in an event, a store or an address.
 * Looking the invitation up uses nothing up; only the button does.
 *
 * The form stands in the page itself and not in a shadow root, so that password managers fill it in and save what was chosen.
 *
 * @element partner-registration
 * @fires {InvitationAcceptedEvent} invitation-accepted - The invitation was accepted.
 * @cssproperty [--portal-accent=#0b57d0] - Links, focus and primary buttons.
 * @cssproperty [--portal-on-accent=#fff] - Text on the accent colour.
 * @cssproperty [--portal-surface=#fff] - Background.
 * @cssproperty [--portal-surface-raised=#f6f7f9] - Background of what stands out.
 * @cssproperty [--portal-text=#1b1c1f] - Text.
 * @cssproperty [--portal-text-muted=#565b63] - Text of less weight.
 * @cssproperty [--portal-border=#d5d8dd] - Lines between things.
 * @cssproperty [--portal-border-control=#81868f] - Borders of fields.
 * @cssproperty [--portal-danger=#b3261e] - Errors.
 * @cssproperty [--portal-success=#176b36] - That it has worked.
 * @cssproperty [--portal-radius=6px] - Rounding of corners.
 * @cssproperty [--portal-control-height=36px] - Height of fields and buttons; 28px compact, 44px comfortable.
 */
export class PartnerRegistration extends PortalElement {
  readonly #body = new ElementBody(this, body, 'everybody', {renderSkeleton});
  /** From the page, and from its address. */
  #given: Secret | undefined;
  #found: Secret | undefined;

  /**
   * The token of the invitation; without it that of the page's fragment. It can be set and not read: it always reads as undefined,
   * so that nothing that looks through the page finds it.
   */
  @property({attribute: false})
  get token(): string | undefined {
    return undefined;
  }

  set token(token: string | undefined) {
    if ((this.#given && reveal(this.#given)) === (token || undefined)) return;
    this.#given = token ? new Secret(token) : undefined;
    this.requestUpdate();
  }

  /** For the parts of the element. @internal */
  get invitation(): Secret | undefined {
    return this.#given ?? this.#found;
  }

  constructor() {
    super();
    new KeepFocus(this);
  }

  override connectedCallback(): void {
    this.#onFragment();
    super.connectedCallback();
    addStyles(this.getRootNode(), styles);
    window.addEventListener('hashchange', this.#onFragment);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onFragment);
  }

  /** In the page itself: password managers see no further. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override renderWidget(): TemplateResult | undefined {
    return this.#body.render(msg('Registration', {id: 'partner-registration.label'}));
  }

  readonly #onFragment = (): void => {
    const token = takeInvitation();
    if (token === undefined || token === (this.#found && reveal(this.#found))) return;
    this.#found = new Secret(token);
    this.requestUpdate();
  };
}
