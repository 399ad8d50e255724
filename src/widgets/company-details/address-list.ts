import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Address, Company} from '../../portal/contract/index.ts';
import type {Copyable} from '../../ui/copyable.ts';
import {postalText} from '../../ui/postal-address.ts';
import {renderSearch} from '../../ui/search-field.ts';
import {renderAddress} from './facts.ts';

/** How many addresses are taken in at a glance; where there are more, they can be searched, and the rest unfolds. */
const glance = 12;

/** The addresses that goods can be delivered to. */
export class AddressList {
  readonly #host: LitElement;
  readonly #copyable: Copyable;
  #text = '';
  #isWhole = false;

  constructor(host: LitElement, copyable: Copyable) {
    this.#host = host;
    this.#copyable = copyable;
  }

  render({deliveryAddresses: all}: Company, locale: string): TemplateResult | typeof nothing {
    if (all.length === 0) return nothing;
    const isLong = all.length > glance;
    const found = isLong ? all.filter((address) => fits(address, this.#text, locale)) : all;
    const isSearching = isLong && this.#text.trim() !== '';
    const shown = isLong && !isSearching && !this.#isWhole ? found.slice(0, glance) : found;
    return html`<section class="group">
      <div class="group-head">
        <h3>${msg('Delivery addresses', {id: 'company-details.addresses'})}</h3>
        ${isLong ? this.#renderSearch() : nothing}
      </div>
      <p class=${isSearching ? 'muted' : 'visually-hidden'} role="status">
        ${isSearching ? foundText(found.length, all.length, locale) : nothing}
      </p>
      <ul class="cards">
        ${shown.map((address, index) => this.#renderCard(address, index, locale))}
      </ul>
      ${isLong && !isSearching ? this.#renderFold(all.length, locale) : nothing}
    </section>`;
  }

  #renderCard(address: Address, index: number, locale: string): TemplateResult {
    const key = `delivery ${address.id ?? index}`;
    return html`<li class="card" part="address">
      ${renderAddress(address, {locale, copyable: this.#copyable, key})}
    </li>`;
  }

  #renderSearch(): TemplateResult {
    return renderSearch({
      text: this.#text,
      label: msg('Find a delivery address', {id: 'company-details.find-address'}),
      hint: msg('Find', {id: 'company-details.find'}),
      onText: (text) => {
        this.#text = text;
        this.#host.requestUpdate();
      },
    });
  }

  #renderFold(count: number, locale: string): TemplateResult {
    return html`<button
      type="button"
      class="button fold"
      aria-expanded=${this.#isWhole}
      @click=${() => {
        this.#isWhole = !this.#isWhole;
        this.#host.requestUpdate();
      }}
    >
      ${
        this.#isWhole
          ? msg('Show fewer', {id: 'company-details.fewer'})
          : msg(str`Show all ${formatCount(count, locale)}`, {id: 'company-details.all'})
      }
    </button>`;
  }
}

function foundText(found: number, all: number, locale: string): string {
  if (found === 0) return msg('No address fits.', {id: 'company-details.none-found'});
  return msg(str`${formatCount(found, locale)} of ${formatCount(all, locale)} addresses`, {
    id: 'company-details.found',
  });
}

/** Whether every word of `text` is in the address, however it is accented. */
function fits(address: Address, text: string, locale: string): boolean {
  const all = plain(`${postalText(address, locale)} ${address.country} ${address.gln ?? ''}`);
  return plain(text)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** Letters that are more than a base and an accent. */
const bases = new Map(Object.entries({ß: 'ss', ł: 'l', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i'}));

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßłøđæœı]/g, (letter) => bases.get(letter) ?? letter)
    .trim();
}
