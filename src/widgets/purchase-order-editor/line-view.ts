import type {Hint} from '../../orders/hints.ts';
import type {DraftLine} from '../../orders/draft.ts';
import type {LineEstimate} from '../../orders/amounts.ts';
import {unitOf, type ItemUnit} from '../../orders/units.ts';
import {isMissing, lineProblems, type LineField} from '../../orders/problems.ts';
import type {EditorSession} from './editor-session.ts';
import type {ItemSearch, Lookup} from './item-search.ts';
import {unknownText} from './item-facts.ts';

/** All that a line shows, whatever it is drawn as. */
export interface LineView {
  readonly line: DraftLine;
  /** Counted from 1. */
  readonly number: number;
  readonly estimate: LineEstimate;
  readonly unit: ItemUnit | undefined;
  readonly hints: readonly Hint[];
  readonly lookup: Lookup | undefined;
  /** Sentences by field. A field that the line does not have leaves its problems to the item. */
  readonly errors: Readonly<Record<LineField, readonly string[]>>;
}

/** Looks at the line of that index. */
export function lineView(
  session: EditorSession,
  search: ItemSearch | undefined,
  index: number,
  locale: string,
): LineView | undefined {
  const {draft} = session;
  const line = draft.lines[index];
  if (!line) return undefined;
  const errors: Record<LineField, string[]> = {
    item: [],
    variant: [],
    unit: [],
    quantity: [],
    requestedDate: [],
    note: [],
  };
  for (const problem of session.problemsOf(line.key)) {
    const field = problem.place?.line === undefined ? 'item' : problem.place.field;
    errors[shownField(line, field)].push(session.onDemand?.problemText(problem, locale) ?? '');
  }
  for (const [field, code] of lineProblems(line, draft.separators)) {
    const isTold = code === 'item-unknown' || isMissing({code}) || errors[field].length > 0;
    if (isTold || (field === 'quantity' && code !== 'error-value')) continue;
    errors[shownField(line, field)].push(
      session.onDemand?.problemText({pointer: '', code, place: {field, line: line.key}}, locale) ?? '',
    );
  }
  const known = errors.item.length > 0 ? undefined : search?.lookup(line.key);
  const isUnknown = known?.status === 'unknown';
  if (isUnknown) errors.item.push(unknownText());
  return {
    line,
    number: index + 1,
    estimate: session.estimateOf(line.key),
    unit: line.item && unitOf(line.item, line.unitCode),
    hints: session.hintsOf(line),
    lookup: isUnknown ? undefined : known,
    errors,
  };
}

/** The field of a line that stands for `field` in a narrow place, where not every line has a choice of variants or units. */
export function shownField({item}: DraftLine, field: LineField): LineField {
  if (field === 'variant') return item?.variants?.length ? 'variant' : 'item';
  if (field === 'unit') return item && item.units.length > 1 ? 'unit' : 'item';
  return field;
}
