import {html, nothing, type TemplateResult} from 'lit';
import {currencyText} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Address, Company} from '../../portal/contract/index.ts';
import type {Copyable} from '../../ui/copyable.ts';
import {postalText, streetLines} from '../../ui/postal-address.ts';
import {mailUrl, phoneUrl, websiteUrl} from '../../ui/safe-url.ts';

/** How what is known is shown. */
export interface FactOptions {
  readonly locale: string;
  readonly copyable: Copyable;
}

/** Something that is known: its name, and what it is. */
export type Fact = readonly [label: string, value: unknown];

/** The address, ways to reach the company, its numbers and its terms: each only where there is something of it. */
export function renderFacts(company: Company, options: FactOptions): TemplateResult {
  const {address, paymentTerms, currency} = company;
  return html`<div class="facts" part="facts">
    <section class="block">
      <h3>${msg('Address', {id: 'company-details.address'})}</h3>
      ${renderAddress(address, {...options, key: 'registered', besides: company.name})}
    </section>
    ${renderBlock(msg('Contact', {id: 'company-details.contact'}), waysTo(company, options.copyable))}
    ${renderBlock(msg('Numbers', {id: 'company-details.numbers'}), numbersOf(company, options.copyable))}
    ${renderBlock(msg('Payment', {id: 'company-details.payment'}), [
      [
        msg('Terms', {id: 'company-details.payment-terms'}),
        paymentTerms ? html`<bdi>${paymentTerms}</bdi>` : undefined,
      ],
      [
        msg('Currency', {id: 'company-details.currency'}),
        currency ? currencyText(currency, options.locale) : undefined,
      ],
    ])}
  </div>`;
}

function waysTo({phone, email, website}: Company, copyable: Copyable): Fact[] {
  return [
    [phoneLabel(), renderPhone(phone, {copyable, key: 'phone'})],
    [emailLabel(), renderEmail(email, {copyable, key: 'email'})],
    [msg('Website', {id: 'company-details.website'}), renderWebsite(website, copyable)],
  ];
}

function numbersOf({number, vatNumber, registrationNumber, gln}: Company, copyable: Copyable): Fact[] {
  return [
    [msg('Number', {id: 'document.number'}), renderCode(number, {copyable, key: 'number'})],
    [msg('VAT number', {id: 'document-detail.vat-number'}), renderCode(vatNumber, {copyable, key: 'vat'})],
    [
      msg('Registration number', {id: 'company-details.registration-number'}),
      renderCode(registrationNumber, {copyable, key: 'registration'}),
    ],
    ['GLN', renderCode(gln, {copyable, key: 'gln'})],
  ];
}

function renderBlock(title: string, facts: readonly Fact[]): TemplateResult | typeof nothing {
  const list = renderList(facts);
  return list === nothing
    ? nothing
    : html`<section class="block">
        <h3>${title}</h3>
        ${list}
      </section>`;
}

/** Facts below each other, without those of which nothing is known. */
export function renderList(facts: readonly Fact[]): TemplateResult | typeof nothing {
  const known = facts.filter(([, value]) => value !== undefined);
  if (known.length === 0) return nothing;
  return html`<dl class="list">
    ${known.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** A text that can be copied. */
export interface CopyOptions {
  readonly copyable: Copyable;
  /** Tells it from all others of the company: some have the same text. */
  readonly key: string;
  /** In place of the text. */
  readonly shown?: unknown;
}

/** A number or name that is copied as it is. */
export function renderCode(
  code: string | undefined,
  {copyable, ...options}: CopyOptions,
): TemplateResult | undefined {
  return code ? copyable.render(code, copyLabel(code), options) : undefined;
}

export function renderPhone(phone: string | undefined, options: CopyOptions): TemplateResult | undefined {
  return renderCode(phone, {...options, shown: phone && link(phoneUrl(phone), phone)});
}

export function renderEmail(email: string | undefined, options: CopyOptions): TemplateResult | undefined {
  return renderCode(email, {...options, shown: email && link(mailUrl(email), email)});
}

function renderWebsite(website: string | undefined, copyable: Copyable): TemplateResult | undefined {
  if (!website) return undefined;
  const url = websiteUrl(website);
  const shown = website.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  const content = url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${shown}</a>` : website;
  return copyable.render(website, copyLabel(website), {shown: content, key: 'website'});
}

function link(url: string | undefined, text: string): unknown {
  return url ? html`<a href=${url}>${text}</a>` : text;
}

/** An address as on a parcel, with a button that copies it so. */
export function renderAddress(
  address: Address,
  {locale, copyable, key, besides}: FactOptions & {key: string; besides?: string},
): TemplateResult {
  const lines = streetLines(address, locale);
  const label = msg(str`Copy the address of ${address.name}`, {id: 'company-details.copy-address'});
  return html`<div class="postal">
      <address class="address">
        ${address.name === besides ? nothing : html`<span class="name"><bdi>${address.name}</bdi></span>`}
        ${lines.map((line) => html`<span><bdi>${line}</bdi></span>`)}
      </address>
      ${copyable.renderButton(postalText(address, locale), label, key)}
    </div>
    ${
      address.gln
        ? html`<p class="code">
            GLN <bdi>${address.gln}</bdi>
            ${copyable.renderButton(address.gln, copyLabel(address.gln), `${key} gln`)}
          </p>`
        : nothing
    }`;
}

/** What the button beside a text says. */
export function copyLabel(text: string): string {
  return msg(str`Copy ${text}`, {id: 'company-details.copy'});
}

export function phoneLabel(): string {
  return msg('Phone', {id: 'company-details.phone'});
}

export function emailLabel(): string {
  return msg('E-mail', {id: 'company-details.email'});
}
