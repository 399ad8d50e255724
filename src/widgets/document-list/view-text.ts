import {isDate} from '../../orders/days.ts';
import type {DateField, ListView, Period, Preset} from './list-view.ts';

/** What a view consists of where it is written down. */
export type ViewName = 'q' | 'posted' | 'state' | 'payment' | 'date' | 'date-field' | 'sort' | 'columns';

/** All of them, in the order in which they are written. */
export const viewNames: readonly ViewName[] = [
  'q',
  'posted',
  'state',
  'payment',
  'date',
  'date-field',
  'sort',
  'columns',
];

/** The presets, from the shortest on. */
export const presets: readonly Preset[] = [
  'today',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-year',
  'last-year',
];

const dateFields: readonly DateField[] = ['document', 'posting', 'due', 'requested'];
const longestSearch = 200;
const longestCode = 64;
const mostColumns = 50;

/** A view in words that a person can read and write; what is as usual is left out. */
export function writeView(view: ListView): Map<ViewName, string> {
  const {q, posted, state, payment, period, dateField, sort, columns} = view;
  const date = period && writePeriod(period);
  const texts: Readonly<Record<ViewName, string | undefined>> = {
    q: q?.trim(),
    posted: posted === undefined ? undefined : String(posted),
    state,
    payment,
    date,
    'date-field': date && dateField !== 'document' ? dateField : undefined,
    sort: sort === '-documentDate' ? undefined : sort,
    columns: columns?.join(','),
  };
  return new Map(viewNames.flatMap((name) => (texts[name] ? [[name, texts[name]] as const] : [])));
}

/** Reads what `writeView` has written, or a person. What makes no sense is as if it were not there. */
export function readView(textOf: (name: ViewName) => string | null | undefined): ListView {
  const text = (name: ViewName) => textOf(name)?.trim() ?? '';
  const code = (name: ViewName) => (isCode(text(name)) ? text(name) : undefined);
  const posted = text('posted');
  const period = readPeriod(text('date'));
  const dateField = dateFields.find((field) => field === text('date-field'));
  const sort = /^-?(number|documentDate|dueDate|gross)$/.exec(text('sort'))?.[0];
  const columns = new Set(text('columns').split(',').slice(0, mostColumns).filter(isColumn));
  return pruned({
    q: text('q').slice(0, longestSearch) || undefined,
    posted: posted === 'true' ? true : posted === 'false' ? false : undefined,
    state: code('state'),
    payment: code('payment'),
    period,
    dateField: period && dateField !== 'document' ? dateField : undefined,
    sort: sort === '-documentDate' ? undefined : sort,
    columns: columns.size > 0 ? [...columns] : undefined,
  });
}

/** Whether two views show the same. */
export function isSameView(a: ListView, b: ListView): boolean {
  const [left, right] = [writeView(a), writeView(b)];
  return viewNames.every((name) => left.get(name) === right.get(name));
}

function writePeriod(period: Period): string | undefined {
  if (typeof period === 'string') return period;
  const {from = '', to = ''} = period;
  return from || to ? `${from}..${to}` : undefined;
}

function readPeriod(text: string): Period | undefined {
  const preset = presets.find((each) => each === text);
  if (preset) return preset;
  const [from = '', to = '', ...more] = text.split('..');
  if (more.length > 0 || !text.includes('..') || from + to === '') return undefined;
  if (![from, to].every((day) => day === '' || isDate(day))) return undefined;
  if (from && to && from > to) return undefined;
  return {...(from && {from}), ...(to && {to})};
}

/** What a portal can have as a code, known here or not. */
function isCode(text: string): boolean {
  return text !== '' && text.length <= longestCode && !/\p{C}/u.test(text);
}

function isColumn(text: string): boolean {
  return /^[a-z][\w-]{0,40}$/i.test(text);
}

function pruned(view: ListView): ListView {
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined));
}
