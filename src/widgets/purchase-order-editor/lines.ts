import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {formatMoney} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {renderFieldErrors} from '../../ui/field.ts';
import {icon} from '../../ui/states.ts';
import type {EditorContext} from './editor-context.ts';
import {
  amountText,
  renderItemDetails,
  renderItemInput,
  renderLineMessages,
  renderQuantityInput,
  renderRemove,
  renderUnit,
  renderVariantSelect,
  unitPriceText,
} from './line-fields.ts';
import {lineFieldId, lineView, type LineView} from './line-view.ts';
import {fieldLabel} from './texts.ts';

/** The order's lines: a table, or one below the other where there is little room. */
export function renderLines(context: EditorContext): TemplateResult {
  const {session, search, locale, isNarrow} = context;
  const views = session.draft.lines.flatMap((_, index) => lineView(session, search, index, locale) ?? []);
  const errors = session.problems
    .filter(({place}) => place?.field === 'lines')
    .map((problem) => session.onDemand?.problemText(problem, locale) ?? '');
  return html`<section class="lines-section" aria-labelledby="lines-title">
    <h3 id="lines-title">${fieldLabel('lines')}</h3>
    ${isNarrow ? renderStack(context, views) : renderTable(context, views)}
    ${renderFieldErrors('lines', errors)} ${renderRemoved(context)}
    <div>
      <button
        type="button"
        class="button"
        part="add-line"
        @click=${() => context.focus(lineFieldId(session.addLine(), 'item'))}
      >
        ${icon('plus')} ${msg('Add line', {id: 'purchase-order-editor.add-line'})}
      </button>
    </div>
  </section>`;
}

/** The sum of what is typed so far, called what it is. */
export function renderEstimate({
  session,
  locale,
  showsPrices,
}: EditorContext): TemplateResult | typeof nothing {
  if (!showsPrices) return nothing;
  const {total} = session;
  return html`<div class="estimate" part="estimate">
    <dl>
      <dt>${msg('Estimated total (before VAT)', {id: 'purchase-order-editor.estimate'})}</dt>
      <dd class="amount">${total ? formatMoney(total.amount, total.currency, locale) : '–'}</dd>
    </dl>
    <p class="hint">
      ${
        total && total.missing > 0
          ? msg('Lines without an item or a quantity are not in it yet.', {
              id: 'purchase-order-editor.estimate-incomplete',
            })
          : msg('Exact amounts with your discounts and VAT follow in the review.', {
              id: 'purchase-order-editor.estimate-note',
            })
      }
    </p>
  </div>`;
}

function renderTable(context: EditorContext, views: readonly LineView[]): TemplateResult {
  const {showsPrices} = context;
  // Until a price is known, in the company's own currency: the heading does not change under the user's eyes.
  const currency = context.session.total?.currency ?? context.currency;
  const withCurrency = (label: string) => (currency === undefined ? label : `${label} (${currency})`);
  return html`<table class="lines" part="lines">
    <caption class="visually-hidden">
      ${fieldLabel('lines')}
    </caption>
    <thead>
      <tr>
        <th scope="col" class="no"><span class="visually-hidden">${lineNumberLabel()}</span></th>
        <th scope="col">${fieldLabel('item')}</th>
        <th scope="col" class="quantity amount">${fieldLabel('quantity')}</th>
        <th scope="col" class="unit">${fieldLabel('unit')}</th>
        ${
          showsPrices
            ? html`<th scope="col" class="price amount">${withCurrency(unitPriceLabel())}</th>
                <th scope="col" class="price amount">${withCurrency(amountLabel())}</th>`
            : nothing
        }
        <th scope="col" class="remove">
          <span class="visually-hidden">${msg('Remove', {id: 'purchase-order-editor.remove'})}</span>
        </th>
      </tr>
    </thead>
    ${repeat(
      views,
      ({line}) => line.key,
      (view) => renderRow(context, view, view.estimate.currency === currency),
    )}
  </table>`;
}

function renderRow(context: EditorContext, view: LineView, bare: boolean): TemplateResult {
  const {locale, showsPrices} = context;
  return html`<tbody part="line">
    <tr>
      <th scope="row" class="no">${view.number}</th>
      <td>
        <div class="item-cell">${renderItemInput(context, view)} ${renderVariantSelect(context, view)}</div>
      </td>
      <td>${renderQuantityInput(context, view)}</td>
      <td class="unit">${renderUnit(context, view)}</td>
      ${
        showsPrices
          ? html`<td class="amount figure">${unitPriceText(view, locale, bare)}</td>
              <td class="amount figure line-amount" part="line-amount">${amountText(view, locale, bare)}</td>`
          : nothing
      }
      <td>${renderRemove(context, view)}</td>
    </tr>
    <tr class="messages">
      <td></td>
      <td colspan=${showsPrices ? 6 : 4}>
        ${renderItemDetails(view, locale)}
        ${renderLineMessages(context, view, ['item', 'variant', 'quantity', 'unit'])}
      </td>
    </tr>
  </tbody>`;
}

function renderStack(context: EditorContext, views: readonly LineView[]): TemplateResult {
  return html`<div class="stack" part="lines">
    ${repeat(
      views,
      ({line}) => line.key,
      (view) => renderStacked(context, view),
    )}
  </div>`;
}

function renderStacked(context: EditorContext, view: LineView): TemplateResult {
  const {locale, showsPrices} = context;
  const {line, unit} = view;
  const hasUnits = (line.item?.units.length ?? 0) > 1;
  return html`<fieldset class="stacked" part="line">
    <legend class="stacked-legend">
      ${msg(str`Line ${view.number}`, {id: 'purchase-order-editor.line'})}
    </legend>
    <div class="stacked-remove">${renderRemove(context, view)}</div>
    <div class="field wide">
      <label class="label" for=${lineFieldId(line.key, 'item')}>${fieldLabel('item')}</label>
      ${renderItemInput(context, view)} ${renderItemDetails(view, locale)}
      ${renderLineMessages(context, view, ['item'])}
    </div>
    ${
      line.item?.variants?.length
        ? html`<div class="field wide">
            <label class="label" for=${lineFieldId(line.key, 'variant')}>${fieldLabel('variant')}</label>
            ${renderVariantSelect(context, view)} ${renderLineMessages(context, view, ['variant'])}
          </div>`
        : nothing
    }
    <div class="field">
      <label class="label" for=${lineFieldId(line.key, 'quantity')}>${fieldLabel('quantity')}</label>
      ${renderQuantityInput(context, view)}
    </div>
    <div class="field">
      ${
        hasUnits
          ? html`<label class="label" for=${lineFieldId(line.key, 'unit')}>${fieldLabel('unit')}</label>`
          : html`<span class="label">${unit ? fieldLabel('unit') : nothing}</span>`
      }
      ${renderUnit(context, view)}
    </div>
    ${
      view.hints.length + view.errors.quantity.length + view.errors.unit.length > 0
        ? html`<div class="wide">${renderLineMessages(context, view, ['quantity', 'unit'])}</div>`
        : nothing
    }
    ${
      showsPrices && view.estimate.unitPrice !== undefined
        ? html`<dl class="wide stacked-amounts">
            <dt>${unitPriceLabel()}</dt>
            <dd class="amount">${unitPriceText(view, locale, false)}</dd>
            <dt>${amountLabel()}</dt>
            <dd class="amount line-amount" part="line-amount">${amountText(view, locale, false) || '–'}</dd>
          </dl>`
        : nothing
    }
  </fieldset>`;
}

function renderRemoved({session, focus}: EditorContext): TemplateResult | typeof nothing {
  const {notice} = session;
  if (notice?.kind !== 'removed') return nothing;
  const name = notice.line.item?.description ?? notice.line.search;
  const onUndo = () => {
    const key = session.undo()?.inserted[0]?.key;
    if (key !== undefined) focus(lineFieldId(key, 'item'));
  };
  return html`<div class="notice" part="notice">
    <span>
      ${
        name
          ? msg(str`Line ${notice.index + 1} (${name}) was removed.`, {
              id: 'purchase-order-editor.removed-item',
            })
          : msg(str`Line ${notice.index + 1} was removed.`, {id: 'purchase-order-editor.removed'})
      }
    </span>
    <button type="button" class="link" @click=${onUndo}>${msg('Undo', {id: 'action.undo'})}</button>
  </div>`;
}

function lineNumberLabel(): string {
  return msg('Line number', {id: 'purchase-order-editor.line-number'});
}

function unitPriceLabel(): string {
  return msg('Unit price', {id: 'purchase-order-editor.unit-price'});
}

function amountLabel(): string {
  return msg('Amount', {id: 'purchase-order-editor.amount'});
}
