import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {EditorContext} from './editor-context.ts';
import {columnLabel, lineFieldId} from './grid-columns.ts';
import {amountText, unitPriceText} from './grid-view.ts';
import {
  renderDateInput,
  renderItemDetails,
  renderItemInput,
  renderLineMessages,
  renderNoteInput,
  renderQuantityInput,
  renderRemove,
  renderUnit,
  renderVariantSelect,
} from './line-fields.ts';
import {lineView, type LineView} from './line-view.ts';
import {fieldLabel} from './texts.ts';

/** So many lines are drawn at a time. */
const PAGE = 50;

/** The lines below each other, as fieldsets, a page at a time. */
export function renderStack(context: EditorContext): TemplateResult {
  const {session, search, locale} = context;
  const {lines} = session.draft;
  const start = Math.min(session.stackStart, Math.floor(Math.max(lines.length - 1, 0) / PAGE) * PAGE);
  const views = lines
    .slice(start, start + PAGE)
    .flatMap((_, index) => lineView(session, search, start + index, locale) ?? []);
  return html`${renderPages(context, start)}
    <div class="stack" part="lines" @paste=${(event: ClipboardEvent) => context.paste?.takeEvent(event)}>
      ${repeat(
        views,
        ({line}) => line.key,
        (view) => renderLine(context, view),
      )}
    </div>`;
}

/** The page that a line is on. */
export function pageOf(index: number): number {
  return Math.floor(index / PAGE) * PAGE;
}

function renderPages({session, locale}: EditorContext, start: number): TemplateResult | typeof nothing {
  const {length} = session.draft.lines;
  if (length <= PAGE) return nothing;
  const [from, to, all] = [start + 1, Math.min(start + PAGE, length), length].map((each) =>
    formatCount(each, locale),
  );
  const go = (place: number) => () => session.showStack(place);
  return html`<nav class="stack-pages" aria-label=${fieldLabel('lines')}>
    <button
      type="button"
      class="button"
      aria-disabled=${start > 0 ? nothing : 'true'}
      @click=${start > 0 ? go(start - PAGE) : nothing}
    >
      ${msg('Back', {id: 'purchase-order-editor.lines-back'})}
    </button>
    <span role="status">
      ${msg(str`Lines ${from ?? ''} to ${to ?? ''} of ${all ?? ''}`, {id: 'purchase-order-editor.lines-shown'})}
    </span>
    <button
      type="button"
      class="button"
      aria-disabled=${start + PAGE < length ? nothing : 'true'}
      @click=${start + PAGE < length ? go(start + PAGE) : nothing}
    >
      ${msg('Next', {id: 'purchase-order-editor.lines-next'})}
    </button>
  </nav>`;
}

function renderLine(context: EditorContext, view: LineView): TemplateResult {
  const {locale} = context;
  const {line, unit} = view;
  const hasUnits = (line.item?.units.length ?? 0) > 1;
  return html`<fieldset class="stacked" part="line">
    <legend class="stacked-legend">
      ${msg(str`Line ${view.number}`, {id: 'purchase-order-editor.line'})}
    </legend>
    <div class="stacked-remove">${renderRemove(context, view)}</div>
    <div class="field wide">
      ${labelOf('item', line.key)} ${renderItemInput(context, view)} ${renderItemDetails(view, locale)}
      ${renderLineMessages(context, view, ['item'])}
    </div>
    ${
      line.item?.variants?.length
        ? html`<div class="field wide">
            ${labelOf('variant', line.key)} ${renderVariantSelect(context, view)}
            ${renderLineMessages(context, view, ['variant'])}
          </div>`
        : nothing
    }
    <div class="field">${labelOf('quantity', line.key)} ${renderQuantityInput(context, view)}</div>
    <div class="field">
      ${hasUnits ? labelOf('unit', line.key) : html`<span class="label">${unit ? fieldLabel('unit') : nothing}</span>`}
      ${renderUnit(context, view)}
    </div>
    ${
      view.hints.length + view.errors.quantity.length + view.errors.unit.length > 0
        ? html`<div class="wide">${renderLineMessages(context, view, ['quantity', 'unit'])}</div>`
        : nothing
    }
    ${renderMore(context, view)} ${renderAmounts(context, view)}
  </fieldset>`;
}

/** What most lines do without; open where it holds something. */
function renderMore(context: EditorContext, view: LineView): TemplateResult {
  const {line, errors} = view;
  const isUsed = line.requestedDate !== '' || line.note !== '';
  return html`<details class="wide more" ?open=${isUsed}>
    <summary>${msg('Date and note', {id: 'purchase-order-editor.more'})}</summary>
    <div class="more-fields">
      <div class="field">
        <label class="label" for=${lineFieldId(line.key, 'requestedDate')}
          >${columnLabel('requestedDate')}</label
        >
        ${renderDateInput(context, view)}
        ${errors.requestedDate.length > 0 ? renderLineMessages(context, view, ['requestedDate']) : nothing}
      </div>
      <div class="field">
        ${labelOf('note', line.key)} ${renderNoteInput(context, view)}
        ${renderLineMessages(context, view, ['note'])}
      </div>
    </div>
  </details>`;
}

function renderAmounts(
  {locale, showsPrices}: EditorContext,
  {estimate}: LineView,
): TemplateResult | typeof nothing {
  if (!showsPrices || estimate.unitPrice === undefined) return nothing;
  return html`<dl class="wide stacked-amounts">
    <dt>${columnLabel('unitPrice')}</dt>
    <dd class="amount">${unitPriceText(estimate, locale, false)}</dd>
    <dt>${columnLabel('amount')}</dt>
    <dd class="amount line-amount" part="line-amount">${amountText(estimate, locale, false) || '–'}</dd>
  </dl>`;
}

function labelOf(field: 'item' | 'variant' | 'unit' | 'quantity' | 'note', key: string): TemplateResult {
  return html`<label class="label" for=${lineFieldId(key, field)}>${fieldLabel(field)}</label>`;
}
