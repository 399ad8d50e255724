import {html, nothing, type TemplateResult} from 'lit';
import {formatCount, formatMoney} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {drawing} from '../../ui/drawings.ts';
import {renderFieldErrors} from '../../ui/field.ts';
import type {EditorContext} from './editor-context.ts';
import {renderGrid} from './grid-view.ts';
import {lineFieldId} from './grid-columns.ts';

import {fieldLabel} from './texts.ts';

/** The order's lines: a grid, or one below the other where there is little room. */
export function renderLines(context: EditorContext): TemplateResult {
  const {session, grid, locale, isNarrow} = context;
  const {onDemand} = session;
  const errors = session.problems
    .filter(({place}) => place?.field === 'lines')
    .map((problem) => onDemand?.problemText(problem, locale) ?? '');
  return html`<section class="lines-section" aria-labelledby="lines-title">
    <h3 id="lines-title">${fieldLabel('lines')}</h3>
    <p class="visually-hidden" id="lines-keys">
      ${msg('Arrow keys go from cell to cell; Enter edits a cell, Escape gives up.', {id: 'purchase-order-editor.keys.short'})}
    </p>
    ${isNarrow ? (onDemand?.renderStack(context) ?? html`<div class="skeleton lines-skeleton"></div>`) : renderGrid(context)}
    ${isNarrow ? nothing : ((grid && onDemand?.renderPanel(context, grid)) ?? html`<div class="line-panel"></div>`)}
    <p class="visually-hidden" role="status">
      ${grid && !isNarrow ? onDemand?.renderSpoken(context, grid) : nothing}
    </p>
    ${renderFieldErrors('lines', errors)} ${renderRemoved(context)} ${context.paste?.renderStatus(context)}
    <div class="lines-tools">
      <button
        type="button"
        class="button"
        part="add-line"
        @click=${() => context.focus(lineFieldId(session.addLine(), 'item'))}
      >
        ${drawing('plus')} ${msg('Add line', {id: 'purchase-order-editor.add-line'})}
      </button>
      ${
        context.allowed.includes('upload')
          ? html`<button type="button" class="button quiet" part="from-file" @click=${context.onFromFile}>
              ${msg('From a file', {id: 'purchase-order-editor.from-file'})}
            </button>`
          : nothing
      }
      ${onDemand?.renderTools(context)}
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

function renderRemoved({session, locale, focus}: EditorContext): TemplateResult | typeof nothing {
  const {notice} = session;
  if (notice?.kind !== 'removed') return nothing;
  const onUndo = () => {
    const key = session.undo()?.inserted[0]?.key;
    if (key !== undefined) focus(lineFieldId(key, 'item'));
  };
  return html`<div class="notice" part="notice">
    <span>${removedText(notice, locale)}</span>
    <button type="button" class="link" @click=${onUndo}>
      ${msg('Undo removal', {id: 'purchase-order-editor.undo-removal'})}
    </button>
  </div>`;
}

function removedText(
  {line, index, count}: Extract<EditorContext['session']['notice'], {kind: 'removed'}>,
  locale: string,
): string {
  if (count > 1) {
    const number = formatCount(count, locale);
    return msg(str`${number} lines were removed.`, {id: 'purchase-order-editor.removed-lines'});
  }
  const name = line.item?.description ?? line.search;
  return name
    ? msg(str`Line ${index + 1} (${name}) was removed.`, {id: 'purchase-order-editor.removed-item'})
    : msg(str`Line ${index + 1} was removed.`, {id: 'purchase-order-editor.removed'});
}
