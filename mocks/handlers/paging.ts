import {parseDay, type Day} from '../data/dates.ts';
import type {Call} from '../http/call.ts';
import {badParameter} from '../http/problem.ts';
import {makeCursor, readCursor} from '../http/cursor.ts';

const DEFAULT_LIMIT = 50;
const MOST = 200;

/** The parameter `limit`, at most 200. */
export function limitOf(call: Call): number {
  const text = call.query.get('limit');
  if (text === null) return DEFAULT_LIMIT;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1) throw badParameter('limit');
  return Math.min(limit, MOST);
}

/** A date parameter. */
export function dayOf(call: Call, name: string): Day | undefined {
  const text = call.query.get(name);
  if (text === null) return undefined;
  const day = parseDay(text);
  if (day === undefined) throw badParameter(name);
  return day;
}

/** A parameter that has one of the given values; the first of them where it is not there. */
export function oneOf<const T extends string>(call: Call, name: string, values: readonly [T, ...T[]]): T {
  const text = call.query.get(name);
  if (text === null) return values[0];
  const found = values.find((value) => value === text);
  if (found === undefined) throw badParameter(name);
  return found;
}

/** What a cursor is bound to: the member, the path and the query but for the place and the size of the page. */
export function listName(call: Call): string {
  const query = new URLSearchParams(call.query);
  query.delete('cursor');
  query.delete('limit');
  query.sort();
  return `${call.state.generation} ${call.membership.id} ${call.path}?${query.toString()}`;
}

export interface PageOf<T> {
  items: T[];
  page: {next: string | null; total: number};
}

/** One page of a list that does not change while it is walked, by index. */
export function pageOf<T>(call: Call, list: readonly T[]): PageOf<T> {
  const name = listName(call);
  const cursor = call.query.get('cursor');
  const from = cursor === null ? 0 : Number(readCursor(cursor, name)[0]);
  const to = from + limitOf(call);
  return {
    items: list.slice(from, to),
    page: {next: to < list.length ? makeCursor(name, to) : null, total: list.length},
  };
}
