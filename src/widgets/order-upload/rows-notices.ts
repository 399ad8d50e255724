import {html, nothing, type TemplateResult} from 'lit';
import {formatCount, formatRecent, pluralForm} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {SentFile} from '../../orders/upload/sent-files.ts';
import type {PortalError} from '../../portal/errors.ts';
import {describeError, icon, retryText} from '../../ui/states.ts';
import {renderDismiss} from '../purchase-order-editor/notices.ts';

/** What there is to know about the rows of a file. */
export interface RowsNews {
  /** Items that are being looked up: so many of so many. */
  readonly lookUp: {readonly done: number; readonly total: number} | undefined;
  /** Why items could not be looked up. */
  readonly error: PortalError | undefined;
  /** Rows whose items were not looked up, and are not being so. */
  readonly open: number;
  /** Rows that the portal has refused, and that say the same still. */
  readonly refused: number;
  /** Rows with cells that a formula has computed. */
  readonly computed: number;
  /** Codes from which something was taken that cannot be seen. */
  readonly cleaned: number;
  /** Names of columns that are not used; one without a name is empty. */
  readonly unused: readonly string[];
  readonly hasPrices: boolean;
  /** Groups of rows that order the same thing. */
  readonly twice: number;
  /** Whether the device keeps the rows. */
  readonly isKept: boolean;
  /** Orders that were made from the same file before. */
  readonly madeBefore: SentFile | undefined;
  /** Whether notes on what was read are still to be shown. */
  readonly isNew: boolean;
}

/** What can be done about it. */
export interface NewsActions {
  readonly onMerge: () => void;
  readonly onAskAgain: () => void;
  readonly onLookUp: () => void;
  readonly onStopLookUp: () => void;
  readonly onDismiss: () => void;
}

/** What there is to know about the rows, in the page before it speaks. */
export function renderRowsNotices(news: RowsNews, actions: NewsActions, locale: string): TemplateResult {
  const notes = news.isNew ? noteTexts(news, locale) : [];
  return html`<div class="notices live" role="status">
    ${news.lookUp ? renderLookUp(news.lookUp, actions, locale) : nothing}
    ${!news.lookUp && news.open > 0 ? renderOpen(news, actions, locale) : nothing}
    ${
      notes.length > 0
        ? html`<div class="notice" part="notice">
            <span>${notes.join(' ')}</span> ${renderDismiss(actions.onDismiss)}
          </div>`
        : nothing
    }
    ${
      news.isKept
        ? nothing
        : html`<div class="notice warning" part="notice">
            ${icon('info')}
            <span>
              ${msg(
                'These rows are not kept on this device: its storage is full, or the browser refuses it.',
                {
                  id: 'order-upload.not-kept',
                },
              )}
            </span>
          </div>`
    }
    ${news.refused > 0 ? renderRefused(news.refused, actions, locale) : nothing}
    ${news.madeBefore ? renderMadeBefore(news.madeBefore, locale) : nothing}
    ${news.twice > 0 ? renderTwice(news.twice, actions, locale) : nothing}
  </div>`;
}

function renderLookUp(
  {done, total}: {done: number; total: number},
  {onStopLookUp}: NewsActions,
  locale: string,
): TemplateResult {
  const label = msg('Looking up items…', {id: 'order-upload.looking-up'});
  const [now, all] = [formatCount(done, locale), formatCount(total, locale)];
  return html`<div class="notice" part="notice">
    <span>${label}</span>
    <progress aria-label=${label} max=${total || 1} .value=${done}></progress>
    ${
      total > 0
        ? html`<span class="figure">${msg(str`${now} of ${all}`, {id: 'order-upload.progress'})}</span>`
        : nothing
    }
    <button type="button" class="link" @click=${onStopLookUp}>${msg('Cancel', {id: 'action.cancel'})}</button>
  </div>`;
}

function renderOpen({open, error}: RowsNews, {onLookUp}: NewsActions, locale: string): TemplateResult {
  const count = formatCount(open, locale);
  const text =
    pluralForm(open, locale) === 'one'
      ? msg(str`The item of ${count} row was not looked up.`, {id: 'order-upload.open-one'})
      : msg(str`The items of ${count} rows were not looked up.`, {id: 'order-upload.open'});
  return html`<div class="notice warning" part="notice">
    ${icon('error')}
    <span>${text} ${error ? describeError(error) : nothing}</span>
    <button type="button" class="button" @click=${onLookUp}>
      ${error ? retryText(error) : msg('Look up again', {id: 'order-upload.look-up'})}
    </button>
  </div>`;
}

function renderRefused(refused: number, {onAskAgain}: NewsActions, locale: string): TemplateResult {
  const count = formatCount(refused, locale);
  return html`<div class="notice" part="notice">
    <span>
      ${
        pluralForm(refused, locale) === 'one'
          ? msg(str`The portal has refused ${count} row. Mend it, or ask the portal again.`, {
              id: 'order-upload.refused-row',
            })
          : msg(str`The portal has refused ${count} rows. Mend them, or ask the portal again.`, {
              id: 'order-upload.refused-rows',
            })
      }
    </span>
    <button type="button" class="link" @click=${onAskAgain}>
      ${msg('Ask again', {id: 'order-upload.ask-again'})}
    </button>
  </div>`;
}

/** That orders were made from the same file before. */
export function renderMadeBefore({count, at, numbers}: SentFile, locale: string): TemplateResult {
  const [made, day] = [formatCount(count, locale), formatRecent(at, locale)];
  const all = count > numbers.length ? [...numbers, '…'] : numbers;
  return html`<div class="notice warning" part="notice">
    ${icon('info')}
    <span>
      ${
        pluralForm(count, locale) === 'one'
          ? msg(str`${made} order was made from this very file on this device (${day}).`, {
              id: 'order-upload.made-before-one',
            })
          : msg(str`${made} orders were made from this very file on this device (last: ${day}).`, {
              id: 'order-upload.made-before',
            })
      }
      ${numbers.length > 0 ? html`<bdi>${all.join(', ')}</bdi>.` : nothing}
      ${msg('What you send now is ordered in addition.', {id: 'order-upload.made-again'})}
    </span>
  </div>`;
}

function renderTwice(twice: number, {onMerge}: NewsActions, locale: string): TemplateResult {
  const count = formatCount(twice, locale);
  return html`<div class="notice" part="notice">
    <span>
      ${
        pluralForm(twice, locale) === 'one'
          ? msg(str`${count} item is in the same order more than once.`, {id: 'order-upload.twice-one'})
          : msg(str`${count} items are in the same order more than once.`, {id: 'order-upload.twice'})
      }
    </span>
    <button type="button" class="link" @click=${onMerge}>
      ${msg('Merge their rows', {id: 'order-upload.merge'})}
    </button>
  </div>`;
}

function noteTexts({computed, cleaned, unused, hasPrices}: RowsNews, locale: string): string[] {
  const texts: string[] = [];
  if (computed > 0) {
    const count = formatCount(computed, locale);
    texts.push(
      pluralForm(computed, locale) === 'one'
        ? msg(str`${count} row has cells that a formula has computed: they are taken as last saved.`, {
            id: 'order-upload.formulas-one',
          })
        : msg(str`${count} rows have cells that a formula has computed: they are taken as last saved.`, {
            id: 'order-upload.formulas',
          }),
    );
  }
  if (cleaned > 0) {
    const count = formatCount(cleaned, locale);
    texts.push(
      pluralForm(cleaned, locale) === 'one'
        ? msg(str`Invisible characters were taken out of ${count} code.`, {id: 'order-upload.cleaned-one'})
        : msg(str`Invisible characters were taken out of ${count} codes.`, {id: 'order-upload.cleaned'}),
    );
  }
  if (hasPrices)
    texts.push(msg('Prices are never read: the portal has its own.', {id: 'order-upload.prices'}));
  const names = unused.filter((name) => name !== '').join(', ');
  if (names !== '') texts.push(msg(str`Not used: ${names}.`, {id: 'order-upload.unused'}));
  return texts;
}
