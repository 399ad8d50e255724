import type {
  DocumentCount,
  DocumentsSummary,
  DocumentSummaryPage,
  ListTotal,
} from '../../src/portal/contract/index.ts';
import {chainOf, comparePositions, positionOf, SORT_KEYS, type Book} from '../data/book.ts';
import type {Day} from '../data/dates.ts';
import {centsText} from '../data/money.ts';
import type {DocumentRecord, ItemRecord} from '../data/records.ts';
import {json} from '../http/answer.ts';
import type {Call} from '../http/call.ts';
import {makeCursor, readCursor} from '../http/cursor.ts';
import {badParameter} from '../http/problem.ts';
import type {AddRoute} from '../http/route.ts';
import {dayOf, limitOf, listName, oneOf} from './paging.ts';
import {currencyOf, summaryView} from './views.ts';

type Test = (document: DocumentRecord) => boolean;

/** Number, reference and items: the whole text in one of the first two, or all of its words in one item. */
function search(book: Book, text: string): Test {
  const wanted = text.toLowerCase();
  const words = wanted.split(/\s+/);
  const items = new Set<ItemRecord>(
    book.items.filter(({haystack}) => words.every((word) => haystack.includes(word))),
  );
  return ({number, reference, lines}) =>
    (number?.toLowerCase().includes(wanted) ?? false) ||
    (reference?.toLowerCase().includes(wanted) ?? false) ||
    lines.some(({item, itemNumber}) => (item ? items.has(item) : itemNumber.toLowerCase().includes(wanted)));
}

const DATES: Record<
  'document' | 'posting' | 'due' | 'requested',
  (document: DocumentRecord) => Day | undefined
> = {
  document: ({date}) => date,
  posting: ({postingDate}) => postingDate,
  due: ({dueDate}) => dueDate,
  requested: ({requestedDate}) => requestedDate,
};

/** Whether something is still to be paid. */
const isOwed: Test = ({totals}) => totals?.paid !== undefined && totals.paid < totals.gross;

/** All filters of the query together. */
function filter(call: Call): Test {
  const tests: Test[] = [];
  const {query, book} = call;
  const text = query.get('q')?.trim();
  if (text) tests.push(search(book, text));
  if (query.has('posted')) {
    const posted = oneOf(call, 'posted', ['true', 'false']) === 'true';
    tests.push((document) => document.posted === posted);
  }
  const state = query.get('state');
  if (state) tests.push((document) => document.state === state);
  const payment = query.get('payment');
  if (payment === 'unpaid') tests.push(isOwed);
  else if (payment) tests.push((document) => document.payment === payment);
  const dateOf = DATES[oneOf(call, 'dateField', ['document', 'posting', 'due', 'requested'])];
  const from = dayOf(call, 'dateFrom') ?? -Infinity;
  const to = dayOf(call, 'dateTo') ?? Infinity;
  if (from !== -Infinity || to !== Infinity) {
    tests.push((document) => {
      const day = dateOf(document);
      return day !== undefined && day >= from && day <= to;
    });
  }
  const relatedTo = query.get('relatedTo');
  if (relatedTo !== null) {
    const [, type, id] = /^([^:]+):(.+)$/.exec(relatedTo) ?? [];
    if (type === undefined || id === undefined) throw badParameter('relatedTo');
    const other = book.document(type, id);
    const chain = new Set(other && chainOf(other));
    tests.push((document) => chain.has(document) || (other !== undefined && document.repeatOf === other));
  }
  return (document) => tests.every((test) => test(document));
}

/** What the documents of a list come to, by currency. */
function totalsOf(documents: readonly DocumentRecord[], {membership}: Call): ListTotal[] {
  const sums = new Map<string, {count: number; gross: number; remaining: number | undefined}>();
  for (const document of documents) {
    const {totals} = document;
    if (!totals) continue;
    const currency = currencyOf(document, membership);
    const sum = sums.get(currency) ?? {count: 0, gross: 0, remaining: undefined};
    sum.count++;
    sum.gross += totals.gross;
    if (totals.paid !== undefined) sum.remaining = (sum.remaining ?? 0) + totals.gross - totals.paid;
    sums.set(currency, sum);
  }
  return [...sums].map(([currency, {count: documentCount, gross, remaining}]) => ({
    currency,
    count: documentCount,
    gross: centsText(gross),
    ...(remaining === undefined ? {} : {remaining: centsText(remaining)}),
  }));
}

function list(call: Call): Response {
  const {type} = call.documentType(call.param('type'), 'list');
  const sort = oneOf(call, 'sort', [
    '-documentDate',
    ...SORT_KEYS.flatMap((key) => [key, `-${key}` as const]),
  ]);
  const descending = sort.startsWith('-');
  const key = SORT_KEYS.find((one) => sort.endsWith(one)) ?? 'documentDate';
  const found = call.book.sorted(type, key, descending).filter(filter(call));
  const name = listName(call);
  const cursor = call.query.get('cursor');
  let from = 0;
  if (cursor !== null) {
    // The cursor names a place and not a document: it holds even if that document has been discarded.
    const [value = null, sequence] = readCursor(cursor, name);
    const after = {value, sequence: Number(sequence)};
    from = found.findIndex((document) => comparePositions(positionOf(document, key), after, descending) > 0);
    if (from === -1) from = found.length;
  }
  const items = found.slice(from, from + limitOf(call));
  const last = items.at(-1);
  const more = last && from + items.length < found.length;
  const place = last && positionOf(last, key);
  const answer: DocumentSummaryPage = {
    items: items.map((document) => summaryView(document, call)),
    page: {next: more && place ? makeCursor(name, place.value, place.sequence) : null, total: found.length},
    ...(cursor === null && call.prices ? {totals: totalsOf(found, call)} : {}),
  };
  return json(call, answer);
}

function count(call: Call, type: string): DocumentCount {
  const documents = call.book.documents(type);
  let open = 0;
  let overdue = 0;
  let owed = false;
  for (const {totals, payment} of documents) {
    if (totals?.paid === undefined) continue;
    owed = true;
    open += totals.gross - totals.paid;
    if (payment === 'overdue') overdue += totals.gross - totals.paid;
  }
  return {
    type,
    total: documents.length,
    posted: documents.filter(({posted}) => posted === true).length,
    notPosted: documents.filter(({posted}) => posted === false).length,
    ...(owed && call.prices
      ? {
          open: {amount: centsText(open), currency: 'EUR'},
          ...(type.endsWith('invoice') ? {overdue: {amount: centsText(overdue), currency: 'EUR'}} : {}),
        }
      : {}),
  };
}

function summary(call: Call): Response {
  const types = Object.keys(call.membership.documents).filter((type) =>
    call.membership.documents[type]?.includes('list'),
  );
  const answer: DocumentsSummary = {items: types.map((type) => count(call, type))};
  return json(call, answer);
}

export function addDocumentLists(add: AddRoute): void {
  add('get', '/documents-summary', summary);
  add('get', '/documents/:type', list);
}
