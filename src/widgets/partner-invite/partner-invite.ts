import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators/property.js';
import {msg} from '../../locales/localize.ts';
import {ElementBody} from '../../ui/element-body.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import {PortalElement} from '../../ui/portal-element.ts';
import {controlStyles, hostStyles} from '../../ui/styles.ts';
import styles from './partner-invite.styles.ts';

const body = new OnDemand(() => import('./partner-invite-body.ts'));

/**
 * Invites partners to the portal: one person by a form, or many by a list that is typed, pasted or read from a file.
 *
 * Which kinds of partner there are, and which areas can be opened to each, is the portal's decision alone.
 *
 * @element partner-invite
 * @fires {PartnerInvitedEvent} partner-invited - Somebody has been invited; one event for each invitation.
 * @csspart heading - The title.
 * @csspart field - A field with its label, hint and errors.
 * @csspart field-error - What is wrong with a field.
 * @csspart type - One kind of partner, with the areas that it opens.
 * @csspart submit - The button that invites.
 * @csspart notice - Something the user should know.
 * @csspart sent - What is said of an invitation that has been sent.
 * @csspart row - One person of a list.
 * @csspart error - An error in place of the form.
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
 * @cssproperty [--portal-success=#176b36] - Who has been invited.
 * @cssproperty [--portal-radius=6px] - Rounding of corners.
 * @cssproperty [--portal-control-height=36px] - Height of fields and buttons; 28px compact, 44px comfortable.
 */
export class PartnerInvite extends PortalElement {
  static override styles = [hostStyles, controlStyles, styles];

  /** The kind of partner that is chosen at first, as the portal names it: `vendor`. */
  @property({attribute: 'partner-type'}) partnerType = '';

  /** Title instead of “Invite partners”; an empty one shows none. */
  @property() heading?: string;

  readonly #body = new ElementBody(this, body, 'member', {renderSkeleton});

  protected override renderWidget(): TemplateResult | undefined {
    return this.#body.render(this.heading || msg('Invite partners', {id: 'partner-invite.heading'}));
  }
}

/** The room that the form will take. */
function renderSkeleton(): TemplateResult {
  return html`<div class="form" aria-hidden="true">
    <span class="skeleton"></span><span class="skeleton"></span><span class="skeleton tall"></span
    ><span class="skeleton tall"></span>
  </div>`;
}
