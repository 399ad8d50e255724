import type {DocumentQuery} from '../../portal/documents.ts';
import type {ListView, Period} from './list-view.ts';
import type {Days} from './periods.ts';

/** The order of a list of which nobody has asked for another: the newest first. */
export const usualSort = '-documentDate';

/** How a portal is asked for what a view shows; `daysOf` says which days its period means. */
export function queryOf(
  {q, posted, state, payment, period, dateField, sort = usualSort}: ListView,
  daysOf: (period: Period) => Days,
): DocumentQuery {
  const {from, to} = period ? daysOf(period) : {};
  return {
    ...(q && {q}),
    ...(posted !== undefined && {posted}),
    ...(state !== undefined && {state}),
    ...(payment !== undefined && {payment}),
    ...(period && dateField && {dateField}),
    ...(from !== undefined && {dateFrom: from}),
    ...(to !== undefined && {dateTo: to}),
    sort,
  };
}

/** Whether a view leaves documents out by more than what is searched for. */
export function isFiltered({posted, state, payment, period}: ListView): boolean {
  return posted !== undefined || state !== undefined || payment !== undefined || period !== undefined;
}

/** A view that leaves out no documents by more than what is searched for; order and columns stay. */
export function withoutFilters({q, sort, columns}: ListView): ListView {
  return {q, sort, columns};
}
