import {html, nothing, type TemplateResult} from 'lit';
import {formatCount, formatDate, formatDecimal} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Line} from '../../portal/contract/index.ts';
import type {LineContext} from './line-columns.ts';

type Lot = NonNullable<Line['lots']>[number];

/** How many lots or serial numbers are shown without being asked for. */
const fewLots = 2;

/** Which lines show all their lots, and who hears of it. */
export interface Disclosure {
  readonly open: ReadonlySet<string>;
  readonly onToggle: (lineId: string, isOpen: boolean) => void;
}

/** What a line is about: its item by all names, why it comes back, its lots and serial numbers, and its note. */
export function renderLineItem(
  line: Line,
  context: LineContext,
  disclosure: Disclosure | undefined,
): TemplateResult {
  const {description, returnReason, note, lots} = line;
  return html`<span class="description"><bdi>${description}</bdi></span> ${renderCodes(line)}
    ${
      // The document says the reason that all lines share.
      returnReason && returnReason.code !== context.document.returnReason?.code
        ? html`<span class="detail"
            >${msg('Reason:', {id: 'document-detail.line-reason'})} <bdi>${returnReason.label}</bdi></span
          >`
        : nothing
    }
    ${lots && lots.length > 0 ? renderLots(line, lots, context.locale, disclosure) : nothing}
    ${note ? html`<span class="detail note"><bdi>${note}</bdi></span>` : nothing}`;
}

/** The text of a line that is searched. */
export function lineText({
  itemNumber,
  partnerItemNumber,
  gtin,
  variantCode,
  description,
  note,
  lots,
  locationCode,
  binCode,
}: Line): string {
  const codes = (lots ?? []).flatMap(({lot, serial}) => [lot, serial]);
  const places = [locationCode, binCode];
  return [itemNumber, partnerItemNumber, gtin, variantCode, description, note, ...codes, ...places]
    .filter((text) => text !== undefined)
    .join('\n')
    .toLowerCase();
}

function renderCodes({
  itemNumber,
  partnerItemNumber,
  gtin,
  variantCode,
}: Line): TemplateResult | typeof nothing {
  const codes: [string, string | undefined][] = [
    [msg('Item', {id: 'document-detail.item-number'}), itemNumber],
    [msg('Your number', {id: 'document-detail.own-number'}), partnerItemNumber],
    [msg('GTIN', {id: 'document-detail.gtin'}), gtin],
    [msg('Variant', {id: 'document-detail.variant'}), variantCode],
  ];
  const known = codes.filter(([, code]) => code);
  if (known.length === 0) return nothing;
  return html`<span class="codes"
    >${known.map(([label, code]) => html`<span class="code">${label} <bdi>${code}</bdi></span> `)}</span
  >`;
}

function renderLots(
  line: Line,
  lots: readonly Lot[],
  locale: string,
  disclosure: Disclosure | undefined,
): TemplateResult {
  const list = html`<ul class="lots">
    ${lots.map((lot) => html`<li>${renderLot(lot, line, locale)}</li>`)}
  </ul>`;
  if (!disclosure || lots.length <= fewLots) return list;
  const onToggle = ({currentTarget}: Event) => {
    if (currentTarget instanceof HTMLDetailsElement) disclosure.onToggle(line.id, currentTarget.open);
  };
  return html`<details class="detail" .open=${disclosure.open.has(line.id)} @toggle=${onToggle}>
    <summary>
      ${msg(str`Lots and serial numbers: ${formatCount(lots.length, locale)}`, {id: 'document-detail.lots'})}
    </summary>
    ${list}
  </details>`;
}

function renderLot({lot, serial, expiresOn, quantity}: Lot, {unit}: Line, locale: string): TemplateResult {
  const amount = html`${formatDecimal(quantity, locale)} <bdi>${unit.label}</bdi>`;
  return html`${
    lot ? html`<span>${msg('Lot', {id: 'document-detail.lot'})} <bdi>${lot}</bdi></span>` : nothing
  }
  ${
    serial
      ? html`<span>${msg('Serial number', {id: 'document-detail.serial'})} <bdi>${serial}</bdi></span>`
      : nothing
  }
  ${serial && quantity === '1' ? nothing : html`<span>${amount}</span>`}
  ${
    expiresOn
      ? html`<span>
          ${msg(str`expires ${formatDate(expiresOn, locale)}`, {id: 'document-detail.expires'})}
        </span>`
      : nothing
  }`;
}
