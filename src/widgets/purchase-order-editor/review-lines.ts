import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {formatCount, formatDate, formatDecimal, formatMoney, formatPrice} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Draft, Order} from '../../orders/draft.ts';
import {locate} from '../../orders/portal-problems.ts';
import type {Item} from '../../portal/contract/catalog.ts';
import type {Calculation, DraftLine, PricedLine} from '../../portal/contract/orders.ts';
import {icon} from '../../ui/states.ts';
import {measureText} from './hint-texts.ts';
import type {ReviewView} from './review.ts';
import {fieldLabel} from './texts.ts';
import {renderDoubt, type Doubt, type DoubtView} from './unusual-view.ts';

type Issue = Calculation['issues'][number];

/** What is known of a line of the order beside what is sent. */
export interface ReviewedLine {
  /** As the form counts it. */
  readonly number: number;
  readonly itemNumber: string;
  readonly item: Item | undefined;
}

/** What messages at lines are made with, and what is known of the lines. */
interface LinesView extends DoubtView {
  readonly lines: ReadonlyMap<string, ReviewedLine>;
}

/** So many lines are read; of more, those with something to say are picked out. */
const SHOWN = 100;
const PICKED = 200;
/** A few more are no reason to hide any. */
const TOLERATED = 120;

/** The lines of an order by their keys. */
export function linesOf({lines}: Draft, {body, lineKeys}: Order): ReadonlyMap<string, ReviewedLine> {
  const inputs = new Map(lineKeys.map((key, index) => [key, body.lines[index]]));
  return new Map(
    lines.flatMap(({key, item}, index) => {
      const input = inputs.get(key);
      return input ? [[key, {number: index + 1, itemNumber: input.itemNumber, item}] as const] : [];
    }),
  );
}

/**
 * The lines, or of very many those that are worth a look. The roles are said once more: where there is little room the
 * table's parts are no table to the style sheet, and browsers would forget what they are.
 */
export function renderReviewLines(
  view: ReviewView,
  order: Order,
  doubts: readonly Doubt[],
  doubtView: LinesView,
): TemplateResult {
  const {context, pricing, showsAll} = view;
  const {showsPrices, locale, session} = context;
  const calculation = pricing.status === 'complete' ? pricing.calculation : undefined;
  const currency = calculation?.currency;
  const withCurrency = (label: string) => (currency === undefined ? label : `${label} (${currency})`);
  const rows = () => {
    const messages = messagesOf(order, calculation, doubts);
    const chosen = chosenLines(order, messages, showsAll);
    return chosen.map((index) => renderRow(index, {view, order, calculation, messages, doubtView}));
  };
  return html`${renderShown(view, order)}
    <table class="review-lines" role="table">
      <caption class="visually-hidden">
        ${fieldLabel('lines')}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" class="no">
            <span class="visually-hidden"
              >${msg('Line number', {id: 'purchase-order-editor.line-number'})}</span
            >
          </th>
          <th scope="col" role="columnheader" class="what">${fieldLabel('item')}</th>
          <th scope="col" role="columnheader" class="amount measure">${fieldLabel('quantity')}</th>
          ${
            showsPrices
              ? html`<th scope="col" role="columnheader" class="amount price">
                    ${withCurrency(msg('Unit price', {id: 'purchase-order-editor.unit-price'}))}
                  </th>
                  <th scope="col" role="columnheader" class="amount sum">
                    ${withCurrency(msg('Amount', {id: 'purchase-order-editor.amount'}))}
                  </th>`
              : nothing
          }
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${
          // Thousands of rows are not drawn anew for a word about sending them.
          guard(
            [order, session.draft, calculation, pricing.status, view.found, showsAll, showsPrices, locale],
            rows,
          )
        }
      </tbody>
    </table>`;
}

/** An issue of a calculation in the portal's words. */
export function renderIssue({severity, detail}: Issue): TemplateResult {
  return severity === 'error'
    ? html`<p class="field-error">${icon('error')}<span>${detail}</span></p>`
    : html`<p class="line-hint warning">${icon('error')}<span>${detail}</span></p>`;
}

function renderShown({context: {locale}, showsAll, onShowAll}: ReviewView, {body}: Order) {
  const count = body.lines.length;
  if (count <= TOLERATED) return nothing;
  const all = formatCount(count, locale);
  return html`<div class="shown">
    <p class="hint">
      ${
        showsAll
          ? msg(str`All ${all} lines are shown.`, {id: 'purchase-order-editor.all-shown'})
          : msg(str`Of ${all} lines, the first ${SHOWN} are shown, and those with something to say.`, {
              id: 'purchase-order-editor.some-shown',
            })
      }
    </p>
    <button type="button" class="link" @click=${() => onShowAll(!showsAll)}>
      ${
        showsAll
          ? msg('Show fewer', {id: 'purchase-order-editor.show-fewer'})
          : msg(str`Show all ${all} lines`, {id: 'purchase-order-editor.show-all'})
      }
    </button>
  </div>`;
}

interface Messages {
  readonly errors: readonly Issue[];
  readonly doubts: readonly Doubt[];
}

function messagesOf(
  {lineKeys}: Order,
  calculation: Calculation | undefined,
  doubts: readonly Doubt[],
): ReadonlyMap<string, Messages> {
  const messages = new Map<string, {errors: Issue[]; doubts: Doubt[]}>();
  const of = (line: string) => {
    const known = messages.get(line) ?? {errors: [], doubts: []};
    messages.set(line, known);
    return known;
  };
  for (const issue of calculation?.issues ?? []) {
    const line = issue.severity === 'error' ? locate(issue.pointer, lineKeys)?.line : undefined;
    if (line !== undefined) of(line).errors.push(issue);
  }
  for (const doubt of doubts) if (doubt.line !== undefined) of(doubt.line).doubts.push(doubt);
  return messages;
}

function chosenLines(
  {lineKeys}: Order,
  messages: ReadonlyMap<string, Messages>,
  showsAll: boolean,
): number[] {
  const all = [...lineKeys.keys()];
  if (showsAll || all.length <= TOLERATED) return all;
  const picked = all.slice(SHOWN).filter((index) => messages.has(lineKeys[index] ?? ''));
  return [...all.slice(0, SHOWN), ...picked.slice(0, PICKED)];
}

interface Row {
  readonly view: ReviewView;
  readonly order: Order;
  readonly calculation: Calculation | undefined;
  readonly messages: ReadonlyMap<string, Messages>;
  readonly doubtView: LinesView;
}

function renderRow(index: number, {view, order, calculation, messages, doubtView}: Row) {
  const {context, pricing} = view;
  const {locale, showsPrices} = context;
  const input = order.body.lines[index];
  if (!input) return nothing;
  const key = order.lineKeys[index] ?? '';
  const known = doubtView.lines.get(key);
  const priced = calculation?.lines[index];
  const currency = calculation?.currency;
  const unit = priced?.unit ?? known?.item?.units.find(({code}) => code === input.unitCode);
  const {errors = [], doubts = []} = messages.get(key) ?? {};
  return html`<tr role="row">
    <td role="cell" class="no">${known && formatCount(known.number, locale)}</td>
    <td role="cell" class="what">
      <span class="option-number">${input.itemNumber}</span>
      ${renderVariant(input, known?.item, priced)}
      <bdi class="description">${priced?.description ?? known?.item?.description ?? ''}</bdi>
      ${renderWishes(input, locale)} ${errors.map(renderIssue)}
      ${doubts.map((doubt) => renderDoubt(doubt, doubtView))}
    </td>
    <td role="cell" class="amount measure">
      <bdi>${measureText({quantity: input.quantity, unit}, locale)}</bdi>
    </td>
    ${showsPrices ? renderPriced(priced, currency, pricing.status === 'pending', locale) : nothing}
  </tr>`;
}

/** The portal's own description has it. */
function renderVariant({variantCode}: DraftLine, item: Item | undefined, priced: PricedLine | undefined) {
  if (!variantCode || priced?.description) return nothing;
  const variant = item?.variants?.find(({code}) => code === variantCode);
  return html`<span class="hint">${variant?.description ?? variantCode}</span>`;
}

/** When the line is wanted, and what was noted on it. */
function renderWishes({requestedDate, note}: DraftLine, locale: string) {
  return html`${
    requestedDate
      ? html`<span class="wish"
          ><span class="hint">${fieldLabel('requestedDate')}:</span>
          ${formatDate(requestedDate, locale)}</span
        >`
      : nothing
  }
  ${
    note
      ? html`<span class="wish"><span class="hint">${fieldLabel('note')}:</span> <bdi>${note}</bdi></span>`
      : nothing
  }`;
}

function renderPriced(
  priced: PricedLine | undefined,
  currency: string | undefined,
  isPending: boolean,
  locale: string,
): TemplateResult {
  if (isPending) {
    return html`<td role="cell" class="price"><div class="skeleton figure-skeleton"></div></td>
      <td role="cell" class="sum"><div class="skeleton figure-skeleton"></div></td>`;
  }
  const {unitPrice, discountPercent, lineAmount} = priced ?? {};
  const hasDiscount = discountPercent !== undefined && !/^0(\.0+)?$/.test(discountPercent);
  const percent = hasDiscount ? formatDecimal(discountPercent, locale) : '';
  const price =
    unitPrice === undefined || currency === undefined
      ? undefined
      : formatPrice(unitPrice, currency, locale, {bare: true});
  return html`<td role="cell" class=${price === undefined ? 'amount price' : 'amount price known'}>
      ${price ?? '–'}
      ${
        hasDiscount
          ? html`<span class="hint discount"
              >${msg(str`−${percent} %`, {id: 'purchase-order-editor.discount'})}</span
            >`
          : nothing
      }
    </td>
    <td role="cell" class="amount sum">
      ${
        lineAmount !== undefined && currency !== undefined
          ? formatMoney(lineAmount, currency, locale, {bare: true})
          : '–'
      }
    </td>`;
}
