import type {TemplateResult} from 'lit';
import {property} from 'lit/decorators/property.js';
import {msg} from '../../locales/localize.ts';
import {ElementBody} from '../../ui/element-body.ts';
import {KeepFocus} from '../../ui/keep-focus.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import {PortalElement} from '../../ui/portal-element.ts';
import {controlStyles, hostStyles} from '../../ui/styles.ts';
import {renderSkeleton, skeletonStyles} from './skeleton.ts';

const body = new OnDemand(() => import('./company-details-body.ts'));

/**
 * Shows everything that the portal gives about the company behind the membership: its name, address and numbers, whom to talk to,
 * where goods go, its bank accounts and terms of payment. What somebody needs elsewhere is copied with one click.
 *
 * @element company-details
 * @csspart heading - The title.
 * @csspart logo - The company's logo.
 * @csspart facts - The address, ways to reach the company, its numbers and terms.
 * @csspart contact - One person to talk to.
 * @csspart address - One address that goods are delivered to.
 * @csspart account - One bank account.
 * @csspart search - The field that finds a delivery address.
 * @csspart copy - A button that copies what it stands beside.
 * @csspart notice - Something the user should know.
 * @csspart error - An error in place of the details.
 * @cssproperty [--portal-accent=#0b57d0] - Links, focus and primary buttons.
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
 */
export class CompanyDetails extends PortalElement {
  static override styles = [hostStyles, controlStyles, skeletonStyles];

  /** Title instead of the company's name, which then stands below it; an empty one shows none. */
  @property() heading?: string;

  readonly #body = new ElementBody(this, body, 'everybody', {renderSkeleton});

  constructor() {
    super();
    new KeepFocus(this);
  }

  /** Loads the details again. Resolves when they are there, or have failed. */
  async reload(): Promise<void> {
    const ready = await this.#body.whenReady();
    await ready?.reload();
  }

  protected override renderWidget(): TemplateResult | undefined {
    return this.#body.render(this.heading || msg('Company details', {id: 'company-details.heading'}));
  }
}
