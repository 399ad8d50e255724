import {html, nothing, svg, type TemplateResult} from 'lit';
import {formatCount, formatDecimal} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {fulfilmentOf, isPositive, largestOf, percentOf} from '../../orders/shares.ts';
import type {Document, Line} from '../../portal/contract/index.ts';
import {icon} from '../../ui/states.ts';

/** Quantities of lines as they are to be shown. */
export interface QuantitiesOf {
  readonly locale: string;
  /** The lines that are shown. */
  readonly lines: readonly Line[];
  /** Whether further lines are here, or on their way. */
  readonly hasMore: boolean;
  /** How many lines there are. */
  readonly total: number;
  /** The number of the order whose lines these are; undefined where they are the document's own. */
  readonly orderNumber: string | undefined;
  /** Hears that more of them are to be shown. */
  readonly onMore: () => void;
}

const figures = ['received', 'invoiced', 'returned'] as const;
type Figure = (typeof figures)[number];

/** Of so many lines the quantities are drawn; of more the columns of the table say them, where they can be searched. */
const few = 20;

/** Whether what has become of a document's lines is told by a drawing of them. */
export function drawsQuantities({lineCount}: Document, lines: readonly Line[]): boolean {
  return Math.max(lineCount, lines.length) <= few && hasQuantities(lines);
}

/** Whether lines say what has become of what was ordered. */
export function hasQuantities(lines: readonly Line[]): boolean {
  return lines.some(({received, invoiced}) => received !== undefined || invoiced !== undefined);
}

/** What was ordered of each line and what has become of it, as numbers and as bars on the scale of the line. */
export function renderQuantities(view: QuantitiesOf): TemplateResult {
  const {lines, locale, orderNumber, hasMore, total} = view;
  const columns = columnsOf(lines);
  const title = titleOf(orderNumber);
  return html`<section class="quantities" part="quantities">
    <h3 class="quantities-title" tabindex="-1">${title}</h3>
    <table class="quantities-table" role="table">
      <caption class="visually-hidden">
        ${title}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${msg('Item', {id: 'document-quantities.item'})}</th>
          <th role="columnheader" scope="col" class="number-col">
            ${msg('Ordered', {id: 'document-quantities.ordered'})}
          </th>
          ${columns.map(
            (figure) => html`<th role="columnheader" scope="col" class="bar-col">${labelOf(figure)}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${lines.map((line) => renderLine(line, columns, locale))}
      </tbody>
    </table>
    ${
      hasMore
        ? html`<button type="button" class="button quiet" @click=${view.onMore}>
            ${msg('Show more lines', {id: 'document-quantities.more'})}
          </button>`
        : nothing
    }
    ${lines.length < total ? html`<p class="quantities-part" role="status">${partOf(view)}</p>` : nothing}
  </section>`;
}

/** That nothing was returned is said by saying nothing. */
function columnsOf(lines: readonly Line[]): Figure[] {
  const isTold = {
    received: ({received}: Line) => received !== undefined,
    invoiced: ({invoiced}: Line) => invoiced !== undefined,
    returned: ({returned}: Line) => returned !== undefined && isPositive(returned),
  };
  return figures.filter((figure) => lines.some(isTold[figure]));
}

function titleOf(orderNumber: string | undefined): string {
  return orderNumber === undefined
    ? msg('Quantities by line', {id: 'document-quantities.title'})
    : msg(str`Quantities by line of ${orderNumber}`, {id: 'document-quantities.title-of'});
}

function partOf({lines, total, locale}: QuantitiesOf): string {
  return msg(str`${formatCount(lines.length, locale)} of ${formatCount(total, locale)} lines`, {
    id: 'document-quantities.part',
  });
}

function labelOf(figure: Figure): string {
  switch (figure) {
    case 'received':
      return msg('Received', {id: 'document-quantities.received'});
    case 'invoiced':
      return msg('Invoiced', {id: 'document-quantities.invoiced'});
    case 'returned':
      return msg('Returned', {id: 'document-quantities.returned'});
  }
}

function renderLine(line: Line, columns: readonly Figure[], locale: string): TemplateResult {
  const {description, itemNumber, quantity, unit} = line;
  const whole = largestOf([quantity, ...columns.flatMap((figure) => line[figure] ?? [])]);
  const ordered = msg('Ordered', {id: 'document-quantities.ordered'});
  return html`<tr role="row">
    <th role="rowheader" scope="row" class="item-col">
      <span class="item-name"><bdi>${description}</bdi></span>
      ${itemNumber ? html`<span class="item-number"><bdi>${itemNumber}</bdi></span>` : nothing}
    </th>
    <td role="cell" class="number-col" data-label=${ordered}>
      <span class="ordered">${formatDecimal(quantity, locale)} <span class="unit">${unit.label}</span></span>
    </td>
    ${columns.map(
      (figure) =>
        html`<td role="cell" class="bar-col" data-label=${labelOf(figure)}>
          ${renderFigure(line, figure, whole, locale)}
        </td>`,
    )}
  </tr>`;
}

function renderFigure(line: Line, figure: Figure, whole: string, locale: string): unknown {
  const value = line[figure];
  if (value === undefined) {
    return html`<span aria-hidden="true">–</span
      ><span class="visually-hidden">${msg('none', {id: 'document.none'})}</span>`;
  }
  return html`<span class="figure-line">
      <span class="figure-number">${formatDecimal(value, locale)}</span>
      ${figure === 'received' ? renderFulfilment(line, value, locale) : nothing}
    </span>
    ${renderBar(percentOf(value, whole), percentOf(line.quantity, whole))}`;
}

/** What is still to come or too much, in words; the portal's own word for what is outstanding counts. */
function renderFulfilment({quantity, outstanding}: Line, received: string, locale: string): unknown {
  const fulfilment = fulfilmentOf(quantity, received);
  if (fulfilment.kind === 'over') {
    const over = formatDecimal(fulfilment.quantity, locale);
    return html`<span class="fulfilment over">
      ${icon('error')}<span>${msg(str`${over} too many`, {id: 'document-quantities.over'})}</span>
    </span>`;
  }
  if (fulfilment.kind === 'complete') {
    return html`<span class="fulfilment complete">
      ${icon('check')}<span>${msg('Complete', {id: 'document-quantities.complete'})}</span>
    </span>`;
  }
  const open = outstanding ?? fulfilment.quantity;
  // Nothing more will come, of a canceled order for instance.
  if (!isPositive(open)) return nothing;
  const left = formatDecimal(open, locale);
  return html`<span class="fulfilment outstanding">
    ${icon('pending')}<span>${msg(str`${left} outstanding`, {id: 'document-quantities.outstanding'})}</span>
  </span>`;
}

/** A drawing of what stands beside it in numbers: the frame is what was ordered, and what lies beyond it came too much. */
function renderBar(share: number, ordered: number): TemplateResult {
  return html`<svg class="quantity-bar" width="100%" height="8" aria-hidden="true">
    <rect class="frame-of" x="0" y="0" width=${`${ordered}%`} height="8" />
    ${share > 0 ? svg`<rect class="fill" x="0" y="0" width=${`${Math.min(share, ordered)}%`} height="8" />` : nothing}
    ${
      share > ordered
        ? svg`<rect class="excess" x=${`${ordered}%`} y="0" width=${`${share - ordered}%`} height="8" />`
        : nothing
    }
  </svg>`;
}
