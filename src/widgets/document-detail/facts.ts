import {html, nothing, type TemplateResult} from 'lit';
import {formatDate, formatDecimal, formatMoney, formatRecent} from '../../locales/formats.ts';
import {amountLabel, paymentLabel} from '../../locales/labels.ts';
import {msg} from '../../locales/localize.ts';
import type {Document} from '../../portal/contract/index.ts';
import {icon} from '../../ui/states.ts';

/** Something that is known of a document. */
interface Fact {
  /** Its name, for styles. */
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
}

/** How facts are shown. */
export interface FactOptions {
  readonly locale: string;
  /** Shows the payment reference with a way to copy it; without it, as text. */
  readonly renderReference?: (reference: string) => unknown;
}

/**
 * What one looks for first, large: the money of a document that has any, and when it is due; else when and where the goods
 * move.
 */
export function renderFigures(document: Document, options: FactOptions): TemplateResult | typeof nothing {
  const facts = figuresOf(document, options);
  if (facts.length === 0) return nothing;
  return html`<dl class="figures" part="figures">${facts.map(renderFact)}</dl>`;
}

/** Everything else that is known of a document. */
export function renderFacts(document: Document, options: FactOptions): TemplateResult | typeof nothing {
  const shown = new Set(figuresOf(document, options).map(({id}) => id));
  const facts = factsOf(document, options).filter(({id}) => !shown.has(id));
  if (facts.length === 0) return nothing;
  return html`<dl class="facts" part="facts">${facts.map(renderFact)}</dl>`;
}

function figuresOf(document: Document, options: FactOptions): Fact[] {
  const {totals, dueDate, requestedDate, fulfilment} = document;
  const money = (value: string) => amount(document, value, options.locale);
  const figures: (Fact | false)[] = [
    totals?.remaining !== undefined && {
      id: 'remaining',
      label:
        dueDate === undefined ? remainingLabel() : msg('Still to be paid', {id: 'document-detail.to-pay'}),
      value: money(totals.remaining),
    },
    totals !== undefined && {id: 'gross', label: amountLabel(document.type), value: money(totals.gross)},
    totals?.paid !== undefined && {id: 'paid', label: paidLabel(), value: money(totals.paid)},
  ];
  const dates = factsOf(document, options).filter(({id}) => {
    if (id === 'due') return true;
    if (id === 'requested') return requestedDate !== undefined && fulfilment !== undefined;
    return totals === undefined && (id === 'date' || id === 'quantities' || id === 'location');
  });
  return [...figures.filter((fact) => fact !== false), ...dates];
}

function factsOf(document: Document, {locale, renderReference}: FactOptions): Fact[] {
  const {documentDate, postingDate, requestedDate, locationCode, counterparty} = document;
  const {paymentTerms, paymentReference, currency, buyer, seller, updatedAt} = document;
  const facts: [string, string, unknown][] = [
    ['due', msg('Due date', {id: 'document-detail.due'}), renderDue(document, locale)],
    ['date', msg('Date', {id: 'document.date'}), renderDate(documentDate, locale)],
    [
      'requested',
      msg('Requested date', {id: 'document-detail.requested'}),
      renderDate(requestedDate, locale),
    ],
    ['posting', msg('Posting date', {id: 'document-detail.posting-date'}), renderDate(postingDate, locale)],
    [
      'quantities',
      msg('Quantity', {id: 'document-detail.quantity'}),
      // Where money is shown, what moves is told by the lines alone.
      document.totals === undefined && renderQuantities(document, locale),
    ],
    ['location', msg('Location', {id: 'document-detail.location'}), renderText(locationCode)],
    // Where the parties are not told in full, the name of one of them is.
    [
      'partner',
      msg('Partner', {id: 'document.counterparty'}),
      buyer || seller ? undefined : renderText(counterparty?.name),
    ],
    ['terms', msg('Payment terms', {id: 'document-detail.terms'}), renderText(paymentTerms)],
    [
      'reference',
      msg('Payment reference', {id: 'document-detail.payment-reference'}),
      paymentReference && (renderReference?.(paymentReference) ?? renderText(paymentReference)),
    ],
    ['currency', msg('Currency', {id: 'document-detail.currency'}), renderText(currency)],
    ['updated', msg('Last change', {id: 'document-detail.updated'}), renderInstant(updatedAt, locale)],
  ];
  return facts.flatMap(([id, label, value]) => (value ? {id, label, value} : []));
}

function renderFact({id, label, value}: Fact): TemplateResult {
  return html`<div class="fact fact-${id}">
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

function renderDue({dueDate, payment}: Document, locale: string): unknown {
  if (dueDate === undefined) return undefined;
  const isOverdue = payment === 'overdue';
  return html`<span class=${isOverdue ? 'danger due' : 'due'}
    >${renderDate(dueDate, locale)}
    ${
      isOverdue
        ? html`<span class="mark">${icon('error')}<span>${paymentLabel('overdue')}</span></span>`
        : nothing
    }</span
  >`;
}

function renderDate(date: string | undefined, locale: string): unknown {
  if (date === undefined) return undefined;
  return html`<time class="date" datetime=${date}>${formatDate(date, locale)}</time>`;
}

function renderInstant(instant: string, locale: string): unknown {
  return html`<time datetime=${instant}><bdi>${formatRecent(Date.parse(instant), locale)}</bdi></time>`;
}

function renderQuantities({quantities}: Document, locale: string): unknown {
  if (!quantities || quantities.length === 0) return undefined;
  return quantities.map(
    ({quantity, unit}) =>
      html`<span class="moved">${formatDecimal(quantity, locale)} <bdi>${unit.label}</bdi></span> `,
  );
}

function renderText(text: string | undefined): unknown {
  return text ? html`<bdi>${text}</bdi>` : undefined;
}

/** An amount of a document, in its currency where it says which. */
export function amount({currency}: Document, value: string, locale: string): string {
  return currency === undefined ? formatDecimal(value, locale) : formatMoney(value, currency, locale);
}

/** What is said of the part of an amount that is paid. */
export function paidLabel(): string {
  return msg('Paid', {id: 'document-payment.paid'});
}

/** What is said of the part of an amount that is not paid yet. */
export function remainingLabel(): string {
  return msg('Remaining', {id: 'document-detail.remaining'});
}
