import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {formatDecimal, formatMoney, formatPrice} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {priceChange} from '../../orders/repeat.ts';
import type {Repeatable, RepeatableLine} from '../../orders/repeatable.ts';
import type {Line} from '../../portal/contract/documents.ts';
import {icon} from '../../ui/states.ts';
import type {EditorContext} from './editor-context.ts';
import {measureText, withUnit} from './hint-texts.ts';
import {fieldLabel} from './texts.ts';

/** What can be done with a proposal. */
export interface RepeatActions {
  readonly context: EditorContext;
  /** Keys of the lines that are picked. */
  readonly picked: ReadonlySet<string>;
  onPick: (picked: ReadonlySet<string>) => void;
  onTake: () => void;
  onCancel: () => void;
  onRetry: () => void;
}

/** One line with what is known of it, as it is drawn. */
export interface Row {
  readonly line: RepeatableLine;
  readonly isPicked: boolean;
  readonly oldPrice: string;
  readonly newPrice: string;
  readonly oldAmount: string;
  readonly newAmount: string;
  /** In percent; undefined where there is nothing to compare. */
  readonly difference: string | undefined;
  readonly oldQuantity: string;
  readonly newQuantity: string;
}

/** A line as it is drawn. */
export function rowOf(line: RepeatableLine, {context, picked}: RepeatActions, repeatable: Repeatable): Row {
  const {locale} = context;
  const {before, now, index} = line;
  const {unitPrice, amount, currency} = line.cost;
  const oldCurrency = repeatable.document.currency;
  const price = (value: string | undefined, of: string | undefined) =>
    value === undefined || of === undefined ? '' : formatPrice(value, of, locale, {bare: true});
  const money = (value: string | undefined, of: string | undefined) =>
    value === undefined || of === undefined ? '' : formatMoney(value, of, locale, {bare: true});
  const item = repeatable.catalogue.item(now?.itemNumber ?? '');
  const priced = index === undefined ? undefined : repeatable.calculation?.lines[index];
  const unit = priced?.unit ?? item?.units.find(({code}) => code === now?.unitCode);
  const isSameUnit = before !== undefined && (now?.unitCode ?? unit?.code) === before.unit.code;
  const isComparable = isSameUnit && (oldCurrency === undefined || oldCurrency === currency);
  return {
    line,
    isPicked: picked.has(line.key),
    oldPrice: price(before?.unitPrice, oldCurrency),
    newPrice: price(unitPrice, currency),
    oldAmount: money(before?.lineAmount, oldCurrency),
    newAmount: money(amount, currency),
    difference:
      isComparable && before.unitPrice !== undefined && unitPrice !== undefined
        ? priceChange(before.unitPrice, unitPrice)
        : undefined,
    oldQuantity: before ? measureText(before, locale) : '',
    newQuantity: now ? withUnit(formatDecimal(now.quantity, locale), unit?.label ?? now.unitCode) : '',
  };
}

/** The lines in a wide place. */
export function renderTable(
  view: RepeatActions,
  rows: readonly Row[],
  repeatable: Repeatable,
): TemplateResult {
  const {showsPrices} = view.context;
  const {currency} = repeatable.document;
  const labels = priceLabels().map((label) => (currency === undefined ? label : `${label} (${currency})`));
  return html`<table class="repeat-lines">
    <caption class="visually-hidden">
      ${fieldLabel('lines')}
    </caption>
    <thead>
      <tr>
        <th scope="col" class="pick">
          <span class="visually-hidden"
            >${msg('Pick', {id: 'purchase-order-editor.repeat-column-pick'})}</span
          >
        </th>
        <th scope="col">${fieldLabel('item')}</th>
        <th scope="col" class="amount">${fieldLabel('quantity')}</th>
        ${showsPrices ? labels.map((label) => html`<th scope="col" class="amount">${label}</th>`) : nothing}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr part="repeat-line" data-open=${row.line.isOrderable}>
            <td class="pick">${renderPick(row, view)}</td>
            <td>${renderItem(row, repeatable)}</td>
            <td class="amount">${renderQuantity(row)}</td>
            ${
              showsPrices
                ? html`<td class="amount old">${row.oldPrice || '–'}</td>
                    <td class="amount">${row.newPrice || '–'} ${renderDifference(row, view)}</td>
                    <td class="amount old">${row.oldAmount || '–'}</td>
                    <td class="amount">${row.newAmount || '–'}</td>`
                : nothing
            }
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The lines in a narrow place. */
export function renderCards(
  view: RepeatActions,
  rows: readonly Row[],
  repeatable: Repeatable,
): TemplateResult {
  const {showsPrices} = view.context;
  const [oldPrice = '', newPrice = '', oldAmount = '', newAmount = ''] = priceLabels();
  const fact = (label: string, value: unknown) =>
    html`<div>
      <dt>${label}</dt>
      <dd class="amount">${value}</dd>
    </div>`;
  return html`<ul class="repeat-cards" aria-label=${fieldLabel('lines')}>
    ${rows.map(
      (row) =>
        html`<li part="repeat-line" data-open=${row.line.isOrderable}>
          <div class="card-head">${renderPick(row, view)} ${renderItem(row, repeatable)}</div>
          <dl class="card-facts">
            ${fact(fieldLabel('quantity'), renderQuantity(row))}
            ${
              showsPrices
                ? html`${fact(oldPrice, row.oldPrice || '–')}
                  ${fact(newPrice, html`${row.newPrice || '–'} ${renderDifference(row, view)}`)}
                  ${fact(oldAmount, row.oldAmount || '–')} ${fact(newAmount, row.newAmount || '–')}`
                : nothing
            }
          </dl>
        </li>`,
    )}
  </ul>`;
}

function renderPick({line: {key, isOrderable}, isPicked}: Row, {picked, onPick}: RepeatActions) {
  if (!isOrderable) return html`<span class="cannot">${icon('locked')}</span>`;
  const onChange = () => {
    const next = new Set(picked);
    if (!next.delete(key)) next.add(key);
    onPick(next);
  };
  return html`<input
    type="checkbox"
    id="pick-${key}"
    .checked=${live(isPicked)}
    aria-describedby="changes-${key}"
    @change=${onChange}
  />`;
}

function renderItem(row: Row, repeatable: Repeatable): TemplateResult {
  const {before, now, index, key, isOrderable} = row.line;
  const item = repeatable.catalogue.item(now?.itemNumber ?? '');
  const priced = index === undefined ? undefined : repeatable.calculation?.lines[index];
  const description = priced?.description ?? item?.description ?? before?.description ?? '';
  const content = html`<span class="option-number">${now?.itemNumber ?? before?.itemNumber}</span>
    <bdi>${description}</bdi>`;
  return html`<div class="repeat-item">
    ${isOrderable ? html`<label for="pick-${key}">${content}</label>` : html`<span>${content}</span>`}
    <div id="changes-${key}">${isOrderable ? nothing : renderCannot()} ${renderChanges(row.line)}</div>
  </div>`;
}

function renderCannot(): TemplateResult {
  return html`<p class="field-error">
    ${icon('error')}<span>${msg('Cannot be ordered', {id: 'purchase-order-editor.repeat-cannot'})}</span>
  </p>`;
}

/** What is different, in the portal's words; what nobody has said is said here. */
function renderChanges(line: RepeatableLine): TemplateResult {
  const texts = [...line.changes.map(({detail}) => detail), ...ownWords(line)];
  const issues = line.issues.filter(({detail}) => !texts.includes(detail));
  return html`${texts.map(
    (text) =>
      html`<p class="line-hint">
        ${icon('info')}<span><bdi>${text}</bdi></span>
      </p>`,
  )}
  ${issues.map(
    ({detail}) =>
      html`<p class="line-hint warning">
        ${icon('error')}<span><bdi>${detail}</bdi></span>
      </p>`,
  )}`;
}

function ownWords({before, now, changes, isReplaced, isOrderable}: RepeatableLine): string[] {
  if (now && !before) return [msg('New in this proposal', {id: 'purchase-order-editor.repeat-added'})];
  if (changes.length > 0) return [];
  if (!now) {
    return [
      msg('The portal does not propose this item again.', {id: 'purchase-order-editor.repeat-left-out'}),
    ];
  }
  return [
    ...(isReplaced
      ? [msg(str`Replaces ${replacedName(before)}`, {id: 'purchase-order-editor.repeat-replaces'})]
      : []),
    ...(isOrderable
      ? []
      : [msg('This item is no longer in the catalogue.', {id: 'purchase-order-editor.repeat-unknown-item'})]),
  ];
}

function replacedName(before: Line | undefined): string {
  return [before?.itemNumber, before?.description].filter(Boolean).join(' ');
}

function renderQuantity({oldQuantity, newQuantity}: Row): TemplateResult {
  if (oldQuantity === newQuantity || !newQuantity) return html`<bdi>${oldQuantity}</bdi>`;
  if (!oldQuantity) return html`<bdi>${newQuantity}</bdi>`;
  return html`<span class="old"
      ><bdi>${msg(str`was ${oldQuantity}`, {id: 'purchase-order-editor.repeat-quantity-old'})}</bdi></span
    >
    <span class="new"><bdi>${newQuantity}</bdi></span>`;
}

/** An arrow, a word and a colour, in that order. */
function renderDifference({difference}: Row, {context: {locale}}: RepeatActions) {
  if (difference === undefined || difference === '0') return nothing;
  const isLess = difference.startsWith('-');
  const percent = formatDecimal(difference.replace('-', ''), locale);
  return html`<span class=${isLess ? 'difference less' : 'difference more'}>
    ${icon('arrow')}
    <bdi
      >${
        isLess
          ? msg(str`${percent} % less`, {id: 'purchase-order-editor.repeat-cheaper'})
          : msg(str`${percent} % more`, {id: 'purchase-order-editor.repeat-dearer'})
      }</bdi
    >
  </span>`;
}

function priceLabels(): string[] {
  return [
    msg('Price then', {id: 'purchase-order-editor.repeat-old-price'}),
    msg('Price now', {id: 'purchase-order-editor.repeat-new-price'}),
    msg('Amount then', {id: 'purchase-order-editor.repeat-old-amount'}),
    msg('Amount now', {id: 'purchase-order-editor.repeat-new-amount'}),
  ];
}
