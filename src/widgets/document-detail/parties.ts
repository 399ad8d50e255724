import {html, nothing, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import type {Address, Document, Party} from '../../portal/contract/index.ts';
import {streetLines} from '../../ui/postal-address.ts';

/** Who buys, who sells and where the goods go. */
export function renderParties(
  {buyer, seller, shipTo}: Document,
  locale: string,
): TemplateResult | typeof nothing {
  if (!buyer && !seller && !shipTo) return nothing;
  const parties: [string, Party | undefined][] = [
    [msg('Buyer', {id: 'document-detail.buyer'}), buyer],
    [msg('Seller', {id: 'document-detail.seller'}), seller],
  ];
  return html`<div class="parties" part="parties">
    ${shipTo ? renderShipTo(shipTo, locale) : nothing}
    ${parties.map(([label, party]) => (party ? renderParty(label, party, locale) : nothing))}
  </div>`;
}

function renderShipTo(address: Address, locale: string): TemplateResult {
  return html`<section class="party">
    <h3>${msg('Delivery address', {id: 'document-detail.ship-to'})}</h3>
    <p class="name"><bdi>${address.name}</bdi></p>
    ${renderAddress(address, locale)} ${renderCode('GLN', address.gln)}
  </section>`;
}

function renderParty(
  label: string,
  {name, number, address, vatNumber, gln}: Party,
  locale: string,
): TemplateResult {
  return html`<section class="party">
    <h3>${label}</h3>
    <p class="name"><bdi>${name}</bdi></p>
    ${address && address.name !== name ? html`<p><bdi>${address.name}</bdi></p>` : nothing}
    ${address ? renderAddress(address, locale) : nothing}
    ${renderCode(msg('Number', {id: 'document.number'}), number)}
    ${renderCode(msg('VAT number', {id: 'document-detail.vat-number'}), vatNumber)}
    ${renderCode('GLN', gln ?? address?.gln)}
  </section>`;
}

function renderAddress(address: Address, locale: string): TemplateResult {
  return html`<p class="address">
    ${streetLines(address, locale).map((line) => html`<span><bdi>${line}</bdi></span>`)}
  </p>`;
}

function renderCode(label: string, code: string | undefined): TemplateResult | typeof nothing {
  return code ? html`<p class="code">${label} <bdi>${code}</bdi></p>` : nothing;
}
