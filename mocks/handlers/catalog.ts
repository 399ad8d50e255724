import {CatalogLookupInput, type CatalogLookup} from '../../src/portal/contract/index.ts';
import type {ItemRecord} from '../data/records.ts';
import {json} from '../http/answer.ts';
import type {Call} from '../http/call.ts';
import {notAllowed} from '../http/problem.ts';
import type {AddRoute} from '../http/route.ts';
import {pageOf} from './paging.ts';
import {itemView} from './views.ts';

/** The catalogue is for whoever may write documents, or look at some. */
function requireCatalog(call: Call): void {
  if (Object.keys(call.membership.documents).length === 0) throw notAllowed();
}

/** How well an item fits: 0 is best, undefined is not at all. Numbers count more than words. */
function rank(item: ItemRecord, wanted: string, words: readonly string[]): number | undefined {
  const number = item.itemNumber.toLowerCase();
  const own = item.own?.toLowerCase();
  if (number === wanted) return 0;
  if (own === wanted) return 1;
  if (item.gtin === wanted) return 2;
  if (number.startsWith(wanted)) return 3;
  if (own?.startsWith(wanted)) return 4;
  if (!words.every((word) => item.haystack.includes(word))) return undefined;
  const description = item.description.toLowerCase();
  if (description.startsWith(wanted)) return 5;
  if (description.includes(wanted)) return 6;
  return words.every((word) => description.includes(word)) ? 7 : 8;
}

function search(items: readonly ItemRecord[], text: string): ItemRecord[] {
  const open = items.filter(({blocked}) => !blocked);
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return open;
  const words = wanted.split(/\s+/);
  return open
    .flatMap((item) => {
      const value = rank(item, wanted, words);
      return value === undefined ? [] : [{item, value}];
    })
    .sort((a, b) => a.value - b.value)
    .map(({item}) => item);
}

function items(call: Call): Response {
  requireCatalog(call);
  const {items: found, page} = pageOf(call, search(call.book.items, call.query.get('q') ?? ''));
  return json(call, {items: found.map((item) => itemView(item, call)), page});
}

function lookups(call: Call): Response {
  requireCatalog(call);
  const {keys} = call.body(CatalogLookupInput);
  const answer: CatalogLookup = {
    items: keys.map((key) => {
      const found = call.book.lookUp(key).filter(({blocked}) => !blocked);
      const [item] = found;
      return {key, item: item && found.length === 1 ? itemView(item, call) : null};
    }),
  };
  return json(call, answer);
}

export function addCatalog(add: AddRoute): void {
  add('get', '/catalog/items', items);
  add('post', '/catalog/lookups', lookups);
}
