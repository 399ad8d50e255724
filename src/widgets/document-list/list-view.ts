import type {DocumentQuery} from '../../portal/documents.ts';

/** Stretches of days that move with today. */
export type Preset =
  'today' | 'this-week' | 'last-week' | 'this-month' | 'last-month' | 'this-year' | 'last-year';

/** Days to choose documents by: a preset, or own days, `YYYY-MM-DD`, inclusive, of which either may be open. */
export type Period = Preset | {readonly from?: string | undefined; readonly to?: string | undefined};

/** Which dates a list can be narrowed down by. */
export type DateField = NonNullable<DocumentQuery['dateField']>;

/**
 * How a list is looked at: what it is narrowed down to, its order and its columns. What is undefined is as usual. It is what
 * a saved view keeps and what an address carries; no day of a preset is in it, so that it means the same tomorrow.
 */
export interface ListView {
  /** What is searched for. */
  readonly q?: string | undefined;
  readonly posted?: boolean | undefined;
  readonly state?: string | undefined;
  readonly payment?: string | undefined;
  readonly period?: Period | undefined;
  /** The date that `period` is about; `document` unless said. */
  readonly dateField?: DateField | undefined;
  /** As the portal is asked: `-documentDate`, the newest first, unless said. */
  readonly sort?: string | undefined;
  /** Ids of the columns shown, in order; undefined stands for those that the documents usually need. */
  readonly columns?: readonly string[] | undefined;
}
