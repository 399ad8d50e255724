import type {TemplateResult} from 'lit';
import {property} from 'lit/decorators/property.js';
import {msg} from '../../locales/localize.ts';
import {ElementBody} from '../../ui/element-body.ts';
import {KeepFocus} from '../../ui/keep-focus.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import {PortalElement} from '../../ui/portal-element.ts';
import {controlStyles, hostStyles} from '../../ui/styles.ts';
import {renderSkeleton, skeletonStyles} from './skeleton.ts';

const body = new OnDemand(() => import('./partner-list-body.ts'));

/**
 * Lists the partners of a company: what kind they are, which areas are open to them, what has become of their invitations, and
 * what can be done about those: send again, to a corrected address too, and revoke, one by one or several at once.
 *
 * What can be done follows from the capabilities and from each invitation's own `allowedActions` alone. A partner that another
 * element of the page has invited at the same portal appears by itself.
 *
 * @element partner-list
 * @fires {InvitationChangedEvent} invitation-changed - An invitation was sent again, or revoked.
 * @csspart heading - The title.
 * @csspart toolbar - Title, search, filters and count.
 * @csspart search - The search field.
 * @csspart filter - What narrows the list to one kind of partner.
 * @csspart state - A button that narrows the list to one state of the invitation.
 * @csspart count - How many partners there are.
 * @csspart body - What scrolls.
 * @csspart table - The partners.
 * @csspart sort - A button that sorts by its column.
 * @csspart row - One partner.
 * @csspart mark - What has become of an invitation.
 * @csspart action - A button that does something with an invitation.
 * @csspart correction - The form for another address.
 * @csspart field - A field of it, with its label.
 * @csspart field-error - What is wrong with the address.
 * @csspart selection - What can be done with the partners that are chosen, and how far that is.
 * @csspart more - The button that loads more partners.
 * @csspart notice - Something the user should know about the list.
 * @csspart dialog - The question before several e-mails are sent, or an invitation is revoked.
 * @csspart error - An error in place of the list.
 * @cssproperty [--portal-list-block-size=min(40em, 90vh)] - Height of the element; `auto` lets it grow with its rows.
 * @cssproperty [--portal-accent=#0b57d0] - Links, focus and primary buttons.
 * @cssproperty [--portal-on-accent=#fff] - Text on the accent colour.
 * @cssproperty [--portal-surface=#fff] - Background.
 * @cssproperty [--portal-surface-raised=#f6f7f9] - Background of what stands out.
 * @cssproperty [--portal-text=#1b1c1f] - Text.
 * @cssproperty [--portal-text-muted=#565b63] - Text of less weight.
 * @cssproperty [--portal-border=#d5d8dd] - Lines between things.
 * @cssproperty [--portal-border-control=#81868f] - Borders of fields.
 * @cssproperty [--portal-danger=#b3261e] - Errors, and e-mails that came back.
 * @cssproperty [--portal-warning=#8a5000] - Invitations that have expired.
 * @cssproperty [--portal-success=#176b36] - What is done: accepted, sent again.
 * @cssproperty [--portal-radius=6px] - Rounding of corners.
 * @cssproperty [--portal-control-height=36px] - Height of fields and buttons; 28px compact, 44px comfortable.
 */
export class PartnerList extends PortalElement {
  static override styles = [hostStyles, controlStyles, skeletonStyles];

  /** Title instead of “Partners”; an empty one shows none. */
  @property() heading?: string;

  readonly #body = new ElementBody(this, body, 'member', {renderSkeleton});

  constructor() {
    super();
    new KeepFocus(this);
  }

  /** Loads the list again, without losing the place in it. Resolves when it is there, or has failed. */
  async reload(): Promise<void> {
    const ready = await this.#body.whenReady();
    await ready?.reload();
  }

  protected override renderWidget(): TemplateResult | undefined {
    return this.#body.render(this.heading || msg('Partners', {id: 'partner-list.heading'}));
  }
}
