import {html, nothing, type TemplateResult} from 'lit';
import {formatCount, pluralForm} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {PasteColumn} from '../../orders/paste-columns.ts';
import type {PasteProblem} from '../../orders/paste.ts';
import {icon} from '../../ui/states.ts';
import {renderDismiss} from './notices.ts';
import type {Done} from './paste.ts';
import type {PasteCounts} from './paste-findings.ts';

/** From so many lines on it is worth while to show how far the portal has got. */
const MANY = 500;

/** What can be done about what was pasted. */
export interface DoneActions {
  onDismiss: () => void;
  onFirst: () => void;
  /** Undefined once something else was changed. */
  onUndo: (() => void) | undefined;
  onMerge: () => void;
  onLookUp: () => void;
}

/** The portal is asked for the items. */
export function renderLookingUp(
  progress: {done: number; total: number} | undefined,
  lines: number,
  locale: string,
  onCancel: () => void,
): TemplateResult {
  const label = msg('Looking up items…', {id: 'purchase-order-editor.paste-looking-up'});
  const total = progress?.total ?? lines;
  const [done, all] = [formatCount(progress?.done ?? 0, locale), formatCount(total, locale)];
  return html`<div class="notice" part="notice">
    <span>${label}</span>
    ${
      total > MANY
        ? html`<progress aria-label=${label} max=${total} .value=${progress?.done ?? 0}></progress>
            <span class="amount" aria-live="off"
              >${msg(str`${done} of ${all}`, {id: 'purchase-order-editor.paste-progress'})}</span
            >`
        : nothing
    }
    <button type="button" class="link" @click=${onCancel}>${msg('Cancel', {id: 'action.cancel'})}</button>
  </div>`;
}

/** Why nothing was pasted. */
export function renderRefused(problem: PasteProblem, locale: string, onDismiss: () => void): TemplateResult {
  return html`<div class="notice danger" part="notice">
    ${icon('error')}<span>${refusal(problem, locale)}</span>${renderDismiss(onDismiss)}
  </div>`;
}

/** What was pasted, and what of it needs a look. */
export function renderDone(
  done: Done,
  counts: PasteCounts,
  locale: string,
  actions: DoneActions,
): TemplateResult | undefined {
  const findings = findingTexts(counts, locale);
  const asides = [...ignoredTexts(done.columns, locale), ...cleanedTexts(done, locale)];
  const {onFirst, onUndo, onMerge, onLookUp, onDismiss} = actions;
  const isOpen = counts.codes.has('item-open') || counts.codes.has('item-unchecked');
  if (done.isCell && asides.length === 0 && counts.twice === 0 && !isOpen) return undefined;
  const link = (text: string, onClick: () => void) =>
    html`<button type="button" class="link" @click=${onClick}>${text}</button>`;
  return html`<div class=${findings.length > 0 ? 'notice warning' : 'notice'} part="notice">
    <span>${[pastedText(done, counts, locale), ...findings, ...asides].join(' ')}</span>
    ${
      counts.first === undefined
        ? nothing
        : link(msg('Go to the first', {id: 'purchase-order-editor.paste-first'}), onFirst)
    }
    ${isOpen ? link(msg('Look up again', {id: 'purchase-order-editor.paste-again'}), onLookUp) : nothing}
    ${
      counts.twice > 0
        ? html`<span>${twiceText(counts.twice, locale)}</span>${link(
              msg('Merge', {id: 'purchase-order-editor.paste-merge'}),
              onMerge,
            )}`
        : nothing
    }
    ${onUndo ? link(undoText(done), onUndo) : nothing} ${renderDismiss(onDismiss)}
  </div>`;
}

/** What is undone: the grid has a button that undoes whatever was last. */
function undoText({merged}: Done): string {
  return merged === undefined
    ? msg('Undo paste', {id: 'purchase-order-editor.undo-paste'})
    : msg('Undo merging', {id: 'purchase-order-editor.undo-merge'});
}

function refusal(problem: PasteProblem, locale: string): string {
  switch (problem.code) {
    case 'empty':
      return msg('There is nothing to paste.', {id: 'purchase-order-editor.paste-empty'});
    case 'header-only':
      return msg('There is nothing to paste but a row of headings.', {
        id: 'purchase-order-editor.paste-header-only',
      });
    case 'too-large':
      return msg('This is too much for one paste. Paste at most 1 MB at a time.', {
        id: 'purchase-order-editor.paste-too-large',
      });
    case 'too-many-rows': {
      const limit = formatCount(problem.limit, locale);
      return msg(str`This is too much for one paste. Paste at most ${limit} lines at a time.`, {
        id: 'purchase-order-editor.paste-too-many-rows',
      });
    }
    case 'too-many-columns': {
      const limit = formatCount(problem.limit, locale);
      return msg(str`These are too many columns. Paste at most ${limit}.`, {
        id: 'purchase-order-editor.paste-too-many-columns',
      });
    }
    case 'cell-too-long': {
      const limit = formatCount(problem.limit, locale);
      return msg(
        str`Nothing was pasted: the cell in row ${problem.row}, column ${problem.column} is longer than ${limit} characters.`,
        {id: 'purchase-order-editor.paste-cell-too-long'},
      );
    }
    case 'quote-unclosed':
      return msg(str`Nothing was pasted: a quotation mark in row ${problem.row} is not closed.`, {
        id: 'purchase-order-editor.paste-quote-unclosed',
      });
  }
}

function pastedText({lines, isCell, merged}: Done, {twice}: PasteCounts, locale: string): string {
  if (merged !== undefined && twice === 0) {
    return msg('Lines of the same item were merged.', {id: 'purchase-order-editor.paste-merged'});
  }
  if (isCell) return '';
  const count = formatCount(lines, locale);
  return isOne(lines, locale)
    ? msg(str`${count} line pasted.`, {id: 'purchase-order-editor.pasted-one'})
    : msg(str`${count} lines pasted.`, {id: 'purchase-order-editor.pasted'});
}

function findingTexts({codes}: PasteCounts, locale: string): string[] {
  const sum = (...names: string[]) => names.reduce((total, name) => total + (codes.get(name) ?? 0), 0);
  const texts: (readonly [number, (one: boolean, count: string) => string])[] = [
    [sum('item-unknown'), itemsText],
    [sum('item-unchecked'), uncheckedText],
    [sum('item-open'), openText],
    [sum('item-lost-digits'), lostDigitsText],
    [sum('variant-missing'), variantsText],
    [sum('variant-unknown', 'unit-unknown'), namesText],
    [sum('quantity-not-a-number', 'quantity-ambiguous', 'quantity-too-long'), quantitiesText],
    [sum('quantity-not-positive'), notPositiveText],
    [sum('date-unreadable'), datesText],
    [sum('error-value'), errorValuesText],
  ];
  return texts.flatMap(([count, text]) =>
    count === 0 ? [] : [text(isOne(count, locale), formatCount(count, locale))],
  );
}

function itemsText(one: boolean, count: string): string {
  return one
    ? msg(str`${count} item was not found.`, {id: 'purchase-order-editor.paste-not-found-one'})
    : msg(str`${count} items were not found.`, {id: 'purchase-order-editor.paste-not-found'});
}

function uncheckedText(one: boolean, count: string): string {
  return one
    ? msg(str`${count} item could not be looked up.`, {id: 'purchase-order-editor.paste-unchecked-one'})
    : msg(str`${count} items could not be looked up.`, {id: 'purchase-order-editor.paste-unchecked'});
}

function openText(one: boolean, count: string): string {
  return one
    ? msg(str`${count} item was not looked up.`, {id: 'purchase-order-editor.paste-open-one'})
    : msg(str`${count} items were not looked up.`, {id: 'purchase-order-editor.paste-open'});
}

function variantsText(one: boolean, count: string): string {
  return one
    ? msg(str`${count} variant has to be chosen.`, {id: 'purchase-order-editor.paste-variants-one'})
    : msg(str`${count} variants have to be chosen.`, {id: 'purchase-order-editor.paste-variants'});
}

function lostDigitsText(one: boolean, count: string): string {
  return one
    ? msg(str`${count} item number has lost digits in the spreadsheet.`, {
        id: 'purchase-order-editor.paste-lost-digits-one',
      })
    : msg(str`${count} item numbers have lost digits in the spreadsheet.`, {
        id: 'purchase-order-editor.paste-lost-digits',
      });
}

function namesText(one: boolean, count: string): string {
  return one
    ? msg(str`${count} variant or unit was not found.`, {id: 'purchase-order-editor.paste-names-one'})
    : msg(str`${count} variants or units were not found.`, {id: 'purchase-order-editor.paste-names'});
}

function quantitiesText(one: boolean, count: string): string {
  return one
    ? msg(str`${count} quantity could not be read.`, {
        id: 'purchase-order-editor.paste-unread-quantities-one',
      })
    : msg(str`${count} quantities could not be read.`, {id: 'purchase-order-editor.paste-unread-quantities'});
}

function notPositiveText(one: boolean, count: string): string {
  return one
    ? msg(str`${count} quantity is not above zero.`, {id: 'purchase-order-editor.paste-not-positive-one'})
    : msg(str`${count} quantities are not above zero.`, {id: 'purchase-order-editor.paste-not-positive'});
}

function datesText(one: boolean, count: string): string {
  return one
    ? msg(str`${count} date could not be read.`, {id: 'purchase-order-editor.paste-unread-dates-one'})
    : msg(str`${count} dates could not be read.`, {id: 'purchase-order-editor.paste-unread-dates'});
}

function errorValuesText(one: boolean, count: string): string {
  return one
    ? msg(str`${count} cell holds an error of the spreadsheet.`, {
        id: 'purchase-order-editor.paste-error-values-one',
      })
    : msg(str`${count} cells hold an error of the spreadsheet.`, {
        id: 'purchase-order-editor.paste-error-values',
      });
}

function twiceText(twice: number, locale: string): string {
  const count = formatCount(twice, locale);
  return isOne(twice, locale)
    ? msg(str`${count} item is in more than once.`, {id: 'purchase-order-editor.paste-twice-one'})
    : msg(str`${count} items are in more than once.`, {id: 'purchase-order-editor.paste-twice'});
}

/** Descriptions and positions go without saying: the portal has its own. */
function ignoredTexts(columns: readonly PasteColumn[], locale: string): string[] {
  const ignored = (...reasons: PasteColumn['ignored'][]) =>
    columns.filter((column) => reasons.includes(column.ignored) && column.field === undefined);
  const texts: string[] = [];
  if (ignored('price').length > 0)
    texts.push(
      msg('Prices are never read: the portal has its own.', {id: 'purchase-order-editor.paste-prices'}),
    );
  const unused = ignored('unknown', 'duplicate', 'reference');
  if (unused.length === 0) return texts;
  const names = unused.flatMap(({header}) => header ?? []).join(', ');
  const count = formatCount(unused.length, locale);
  const text =
    names !== ''
      ? msg(str`Not used: ${names}.`, {id: 'purchase-order-editor.paste-unused-names'})
      : isOne(unused.length, locale)
        ? msg(str`${count} column was not used.`, {id: 'purchase-order-editor.paste-unused-one'})
        : msg(str`${count} columns were not used.`, {id: 'purchase-order-editor.paste-unused'});
  return [...texts, text];
}

function cleanedTexts({cleaned}: Done, locale: string): string[] {
  if (cleaned === 0) return [];
  const count = formatCount(cleaned, locale);
  return [
    isOne(cleaned, locale)
      ? msg(str`Invisible characters were taken out of ${count} code.`, {
          id: 'purchase-order-editor.paste-cleaned-one',
        })
      : msg(str`Invisible characters were taken out of ${count} codes.`, {
          id: 'purchase-order-editor.paste-cleaned',
        }),
  ];
}

function isOne(count: number, locale: string): boolean {
  return pluralForm(count, locale) === 'one';
}
