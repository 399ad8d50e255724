import {formatDate} from '../../locales/formats.ts';
import {documentStateLabel, paymentLabel, postedLabel} from '../../locales/labels.ts';
import {msg, str} from '../../locales/localize.ts';
import type {DateField, ListView, Preset} from './list-view.ts';
import type {Days} from './periods.ts';

/** A part of a view that leaves documents out. */
export type FilterKey = 'posted' | 'state' | 'payment' | 'period';

/** What a view leaves out documents by, each in words. What is searched for is not among it: it stands in its field. */
export function describeView(
  {posted, state, payment, period, dateField = 'document'}: ListView,
  locale: string,
): readonly {readonly key: FilterKey; readonly text: string}[] {
  const parts: {key: FilterKey; text: string}[] = [];
  if (posted !== undefined) parts.push({key: 'posted', text: postedLabel(posted)});
  if (state !== undefined) {
    const text = documentStateLabel(state);
    parts.push({key: 'state', text: msg(str`State: ${text}`, {id: 'document-list.chip-state'})});
  }
  if (payment !== undefined) {
    const text = paymentLabel(payment);
    parts.push({key: 'payment', text: msg(str`Payment: ${text}`, {id: 'document-list.chip-payment'})});
  }
  if (period !== undefined) {
    const text = typeof period === 'string' ? presetLabel(period) : describeDays(period, locale);
    const isPlain = dateField === 'document' && typeof period === 'object' && period.from && period.to;
    const date = dateFieldLabel(dateField);
    parts.push({
      key: 'period',
      text: isPlain ? text : msg(str`${date}: ${text}`, {id: 'document-list.chip-date'}),
    });
  }
  return parts;
}

/** A view without one of the parts that leave documents out. */
export function withoutFilter(view: ListView, key: FilterKey): ListView {
  return {...view, [key]: undefined, ...(key === 'period' && {dateField: undefined})};
}

/** A preset: "Last month". */
export function presetLabel(preset: Preset): string {
  switch (preset) {
    case 'today':
      return msg('Today', {id: 'document-list.today'});
    case 'this-week':
      return msg('This week', {id: 'document-list.this-week'});
    case 'last-week':
      return msg('Last week', {id: 'document-list.last-week'});
    case 'this-month':
      return msg('This month', {id: 'document-list.this-month'});
    case 'last-month':
      return msg('Last month', {id: 'document-list.last-month'});
    case 'this-year':
      return msg('Year to date', {id: 'document-list.this-year'});
    case 'last-year':
      return msg('Last year', {id: 'document-list.last-year'});
  }
}

/** Which of a document's dates: "Due date". */
export function dateFieldLabel(field: DateField): string {
  switch (field) {
    case 'document':
      return msg('Document date', {id: 'document-list.date-document'});
    case 'posting':
      return msg('Posting date', {id: 'document-list.date-posting'});
    case 'due':
      return msg('Due date', {id: 'document-list.date-due'});
    case 'requested':
      return msg('Requested date', {id: 'document-list.date-requested'});
  }
}

function describeDays({from, to}: Days, locale: string): string {
  const [first, last] = [from, to].map((day) => (day === undefined ? '' : formatDate(day, locale)));
  if (to === undefined) return msg(str`from ${first}`, {id: 'document-list.days-from'});
  if (from === undefined) return msg(str`until ${last}`, {id: 'document-list.days-until'});
  return from === to ? String(first) : `${first} – ${last}`;
}
