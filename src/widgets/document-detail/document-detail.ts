import type {TemplateResult} from 'lit';
import {property} from 'lit/decorators/property.js';
import {documentTypeName} from '../../locales/labels.ts';
import {ElementBody} from '../../ui/element-body.ts';
import {KeepFocus} from '../../ui/keep-focus.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import {PortalElement} from '../../ui/portal-element.ts';
import {controlStyles, hostStyles} from '../../ui/styles.ts';
import {renderSkeleton, skeletonStyles} from './skeleton.ts';

const body = new OnDemand(() => import('./document-detail-body.ts'));

/**
 * Shows one document: what it is for, who takes part, its lines, its sums, the chain that it belongs to, what has happened to it,
 * and what the member may do with it.
 *
 * What is shown follows from what the document has, and what can be done from what the portal allows: no type is known by name.
 *
 * @element document-detail
 * @fires {DocumentOpenEvent} document-open - The user chose another document. Cancelable.
 * @fires {DocumentRepeatEvent} document-repeat - The user wants the document once more. Cancelable.
 * @fires {DocumentEditEvent} document-edit - The user wants to go on writing the draft. Cancelable.
 * @fires {DocumentDiscardedEvent} document-discarded - The draft was discarded at the portal.
 * @csspart heading - What the document is called.
 * @csspart mark - The state, and what is delivered or paid.
 * @csspart posting - Posted or not posted.
 * @csspart actions - What can be done with the document.
 * @csspart action - One button of them.
 * @csspart notice - Something the user should know.
 * @csspart figures - What one looks for first.
 * @csspart return - Why goods go back, and how.
 * @csspart facts - Everything else that is known.
 * @csspart note - What somebody wrote on the document.
 * @csspart parties - Who buys, who sells and where the goods go.
 * @csspart lines - The lines.
 * @csspart line - One line.
 * @csspart find - The search in the lines.
 * @csspart totals - VAT and totals.
 * @csspart chain - The documents that belong together.
 * @csspart chain-node - One document of them.
 * @csspart chain-open - A button with its number.
 * @csspart quantities - What was ordered, received, invoiced and returned of each line.
 * @csspart history - What has happened to the document.
 * @csspart event - One thing that has happened.
 * @csspart dialog - The question whether a draft is to be discarded.
 * @csspart error - An error in place of the document.
 * @cssproperty [--portal-lines-block-size=min(40em, 80vh)] - Height of the lines where they are very many.
 * @cssproperty [--portal-accent=#0b57d0] - Links, focus and primary buttons.
 * @cssproperty [--portal-on-accent=#fff] - Text on the accent colour.
 * @cssproperty [--portal-surface=#fff] - Background.
 * @cssproperty [--portal-surface-raised=#f6f7f9] - Background of what stands out.
 * @cssproperty [--portal-text=#1b1c1f] - Text.
 * @cssproperty [--portal-text-muted=#565b63] - Text of less weight.
 * @cssproperty [--portal-border=#d5d8dd] - Lines between things.
 * @cssproperty [--portal-border-control=#81868f] - Borders of fields.
 * @cssproperty [--portal-danger=#b3261e] - Errors, and what is overdue.
 * @cssproperty [--portal-warning=#8a5000] - Warnings.
 * @cssproperty [--portal-success=#176b36] - What is done: posted, paid.
 * @cssproperty [--portal-radius=6px] - Rounding of corners.
 * @cssproperty [--portal-control-height=36px] - Height of fields and buttons; 28px compact, 44px comfortable.
 */
export class DocumentDetail extends PortalElement {
  static override styles = [hostStyles, controlStyles, skeletonStyles];

  /** Document type, as the portal names it: `purchase-order`, `warehouse-receipt`, … Nothing is shown without it. */
  @property() type = '';

  /** The document's id at the portal. Nothing is shown without it. */
  @property({attribute: 'document-id'}) documentId = '';

  readonly #body = new ElementBody(this, body, 'everybody', {renderSkeleton});

  constructor() {
    super();
    new KeepFocus(this);
  }

  /** Loads the document again. Resolves when it is there, or has failed. */
  async reload(): Promise<void> {
    const ready = await this.#body.whenReady();
    await ready?.reload();
  }

  protected override renderWidget(): TemplateResult | undefined {
    if (!this.type || !this.documentId) return undefined;
    return this.#body.render(documentTypeName(this.type));
  }
}
