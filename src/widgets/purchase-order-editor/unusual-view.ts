import {html, nothing, type TemplateResult} from 'lit';
import {formatCount, formatDate, pluralForm} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Order} from '../../orders/draft.ts';
import {locate} from '../../orders/portal-problems.ts';
import type {HeaderField, Place} from '../../orders/problems.ts';
import type {EarlierOrder, Unusual} from '../../orders/unusual.ts';
import type {Calculation} from '../../portal/contract/orders.ts';
import {icon} from '../../ui/states.ts';
import {measureText} from './hint-texts.ts';
import {fieldLabel} from './texts.ts';

type Issue = Calculation['issues'][number];

/** Something to look at once more: the portal's warning, or what was found here. */
export type Doubt = {readonly line: string | undefined} &
  /** `field` names what the portal's words are about, where that is no line. */
  (
    | {readonly said: string; readonly field?: HeaderField; readonly unusual?: undefined}
    | {readonly unusual: Unusual; readonly said?: undefined; readonly field?: undefined}
  );

/** What the sentences are made with. */
export interface DoubtView {
  readonly locale: string;
  /** Number and item of a line, by its key. */
  readonly lines: ReadonlyMap<string, {readonly number: number; readonly itemNumber: string}>;
  onOpen: (document: EarlierOrder) => void;
}

/** More of them are at their lines alone: a long list is not read. */
const LISTED = 8;
/** Takes the place of a document's number in a sentence until the link does. */
const LINK = '\uE000';

/**
 * The portal's warnings and what was found here, in the order of the lines, what concerns the whole order first. Of what both
 * speak of, the portal's words are kept, but for the reference: only here there is a link to the other order.
 */
export function doubtsOf(order: Order, issues: readonly Issue[], found: readonly Unusual[]): Doubt[] {
  const places = issues.map(({pointer}) => locate(pointer, order.lineKeys));
  const isDate = (line: string | undefined) =>
    places.some((place) => place?.field === 'requestedDate' && place.line === line);
  const own = found.filter(({code, line}) => code !== 'date-past' || !isDate(line));
  const hasReference = own.some(({code}) => code === 'reference-used');
  const told = issues.flatMap(({severity, code, detail}, index): Doubt[] =>
    severity === 'error' || (hasReference && code === 'reference_used')
      ? []
      : [saidAt(places[index], detail)],
  );
  const at = new Map(order.lineKeys.map((key, index) => [key, index]));
  const place = ({line}: Doubt) => (line === undefined ? -1 : (at.get(line) ?? -1));
  return [...own.map((unusual) => ({line: unusual.line, unusual})), ...told].toSorted(
    (a, b) => place(a) - place(b),
  );
}

/** At a line its number says where; elsewhere the name of the field has to. */
function saidAt(place: Place | undefined, said: string): Doubt {
  return place === undefined || place.line !== undefined
    ? {line: place?.line, said}
    : {line: undefined, said, field: place.field};
}

/** All of it above the order. The live region is there before it speaks. */
export function renderDoubts(doubts: readonly Doubt[], view: DoubtView): TemplateResult {
  const {locale, lines} = view;
  const more = doubts.length - LISTED;
  return html`<div class="live" role="status">
    ${
      doubts.length > 0
        ? html`<div class="notice warning doubts" part="doubts">
            ${icon('error')}
            <div>
              <h3>${msg('Please look once more', {id: 'purchase-order-editor.doubts'})}</h3>
              <ul>
                ${doubts.slice(0, LISTED).map((doubt) => {
                  const line = doubt.line === undefined ? undefined : lines.get(doubt.line);
                  const isNamed = line && doubt.unusual?.code !== 'lines-equal';
                  return html`<li>
                    ${
                      isNamed
                        ? msg(str`Line ${formatCount(line.number, locale)} (${line.itemNumber}):`, {
                            id: 'purchase-order-editor.doubt-line',
                          })
                        : nothing
                    }
                    ${renderText(doubt, view)}
                  </li>`;
                })}
              </ul>
              ${more > 0 ? html`<p>${moreText(more, locale)}</p>` : nothing}
            </div>
          </div>`
        : nothing
    }
  </div>`;
}

/** One of them, at its line. */
export function renderDoubt(doubt: Doubt, view: DoubtView): TemplateResult {
  return html`<p class="line-hint warning">${icon('error')}<span>${renderText(doubt, view)}</span></p>`;
}

function renderText({said, field, unusual}: Doubt, view: DoubtView): TemplateResult {
  if (said !== undefined) return field ? html`${fieldLabel(field)}: <span>${said}</span>` : html`${said}`;
  const document = 'document' in unusual ? unusual.document : undefined;
  const text = textOf(unusual, view);
  if (!document) return html`${text}`;
  // A bracket or comma stays beside the link, which is a box of its own to the browser.
  const [, start, before, after, end] = /^(.*?)(\S*)\uE000(\S*)(.*)$/s.exec(text) ?? ['', text];
  const link = html`<button type="button" class="link" @click=${() => view.onOpen(document)}>
    <bdi>${document.number ?? document.id}</bdi>
  </button>`;
  return html`${start}<span class="glued">${before}${link}${after}</span>${end}`;
}

function textOf(unusual: Unusual, {locale, lines}: DoubtView): string {
  switch (unusual.code) {
    case 'quantity-far-above': {
      const {last, now, document} = unusual;
      const date = formatDate(document.documentDate, locale);
      return msg(
        str`You ordered ${measureText(last, locale)} last time (${LINK}, ${date}); this is ${measureText(now, locale)}.`,
        {id: 'purchase-order-editor.quantity-far-above'},
      );
    }
    case 'date-past':
      return msg(str`The requested date, ${formatDate(unusual.date, locale)}, is in the past.`, {
        id: 'purchase-order-editor.requested-date-past',
      });
    case 'lines-equal': {
      const [first] = unusual.lines;
      const numbers = unusual.lines.map((key) => formatCount(lines.get(key)?.number ?? 0, locale));
      const listed = numbers.length > 5 ? [...numbers.slice(0, 5), '…'] : numbers;
      const item = lines.get(first ?? '')?.itemNumber ?? '';
      return msg(str`These lines are the same: ${listed.join(', ')} (${item}).`, {
        id: 'purchase-order-editor.lines-equal',
      });
    }
    case 'reference-used': {
      const date = formatDate(unusual.document.documentDate, locale);
      return msg(str`An earlier order has the same reference: ${LINK} of ${date}.`, {
        id: 'purchase-order-editor.reference-used',
      });
    }
  }
}

function moreText(count: number, locale: string): string {
  return pluralForm(count, locale) === 'one'
    ? msg('And one more, at its line.', {id: 'purchase-order-editor.doubts-more-one'})
    : msg(str`And ${formatCount(count, locale)} more, at their lines.`, {
        id: 'purchase-order-editor.doubts-more',
      });
}
