import {html, nothing, type TemplateResult} from 'lit';
import {formatDecimal} from '../../locales/formats.ts';
import {amountLabel} from '../../locales/labels.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Document, Vat} from '../../portal/contract/index.ts';
import {amount, paidLabel, remainingLabel} from './facts.ts';

/** The portal's own sums and its VAT by rate; nothing of a document that shows no amounts. */
export function renderTotals(document: Document, locale: string): TemplateResult | typeof nothing {
  const {totals, vat} = document;
  if (!totals) return nothing;
  return html`<section class="sums" part="totals">
    <h3 class="visually-hidden">${msg('Totals', {id: 'document-detail.totals'})}</h3>
    ${vat && vat.length > 0 ? renderVat(document, vat, locale) : nothing} ${renderSums(document, locale)}
  </section>`;
}

function renderSums(document: Document, locale: string): TemplateResult | typeof nothing {
  const {totals} = document;
  if (!totals) return nothing;
  const {lines, discount, net, vat, gross, paid, remaining} = totals;
  const rows: [string, string, string | undefined][] = [
    ['', msg('Lines', {id: 'document-detail.sum-lines'}), discount === undefined ? undefined : lines],
    ['', msg('Discount', {id: 'document-detail.sum-discount'}), discount && negative(discount)],
    ['', msg('Net', {id: 'document-detail.sum-net'}), net],
    ['', msg('VAT', {id: 'document-detail.sum-vat'}), vat],
    ['gross', amountLabel(document.type), gross],
    ['', paidLabel(), paid && negative(paid)],
    ['remaining', remainingLabel(), remaining],
  ];
  return html`<dl class="totals">
    ${rows.map(([name, label, value]) =>
      value === undefined
        ? nothing
        : html`<div class=${name}>
            <dt>${label}</dt>
            <dd class="amount">${amount(document, value, locale)}</dd>
          </div>`,
    )}
  </dl>`;
}

function renderVat(document: Document, vat: readonly Vat[], locale: string): TemplateResult {
  const rate = (percent: string) =>
    msg(str`${formatDecimal(percent, locale)}%`, {id: 'document-detail.percent'});
  return html`<table class="vat">
    <caption class="visually-hidden">
      ${msg('VAT by rate', {id: 'document-detail.vat-caption'})}
    </caption>
    <thead>
      <tr>
        <th scope="col">${msg('VAT rate', {id: 'document-detail.vat-rate'})}</th>
        <th scope="col" class="amount">${msg('Net', {id: 'document-detail.sum-net'})}</th>
        <th scope="col" class="amount">${msg('VAT', {id: 'document-detail.sum-vat'})}</th>
      </tr>
    </thead>
    <tbody>
      ${vat.map(
        ({percent, base, amount: sum}) =>
          html`<tr>
            <th scope="row">${rate(percent)}</th>
            <td class="amount">${amount(document, base, locale)}</td>
            <td class="amount">${amount(document, sum, locale)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** What is taken off, as such. */
function negative(value: string): string {
  if (/^-?0*\.?0*$/.test(value)) return value;
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}
