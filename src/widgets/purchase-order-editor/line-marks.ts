import {html, nothing, type TemplateResult} from 'lit';
import type {DraftLine} from '../../orders/draft.ts';
import type {Hint} from '../../orders/hints.ts';
import {isMissing, lineProblems, type DraftProblem, type LineField} from '../../orders/problems.ts';
import {describeError, icon} from '../../ui/states.ts';
import {availabilityText, unknownText} from './item-facts.ts';
import type {EditorSession} from './editor-session.ts';
import type {Lookup} from './item-search.ts';
import {problemText} from './problem-summary.ts';
import {hintText} from './hint-texts.ts';

/** What there is to say of a line: what is wrong, and what is only worth knowing. */
export interface LineMarks {
  readonly problems: readonly DraftProblem[];
  readonly warnings: readonly Hint[];
  /** Said of a text that stands for no item yet. */
  readonly lookup: Lookup | undefined;
  /** The item cannot be had now. */
  readonly isUnavailable: boolean;
}

/** Hints that tell of a chance, and not of a risk. */
export function isOffer({code}: Hint): boolean {
  return code === 'next-price' || code === 'order-rule';
}

/** What there is to say of a line; undefined for nothing. What was only not filled in yet is said in the review. */
export function marksOf(
  line: DraftLine,
  session: EditorSession,
  lookup: Lookup | undefined,
): LineMarks | undefined {
  const known = session.problemsOf(line.key);
  const typed = lineProblems(line, session.draft.separators)
    .filter(([field, code]) => isTold(code, line) && !known.some(({place}) => place?.field === field))
    .map(([field, code]): DraftProblem => ({pointer: '', place: {field, line: line.key}, code}));
  const problems = [...known, ...typed];
  const warnings = session.hintsOf(line).filter((hint) => !isOffer(hint));
  const status = line.item?.availability?.status;
  const isUnavailable = status === 'unavailable' || status === 'discontinued';
  const shown = problems.some(({place}) => place?.field === 'item') ? undefined : lookup;
  const isSilent = problems.length + warnings.length === 0 && !isUnavailable;
  if (isSilent && (!shown || shown.status === 'pending')) return undefined;
  return {problems, warnings, lookup: shown, isUnavailable};
}

/** Whether an item is unknown only the portal can say. */
function isTold(code: string, {quantity}: DraftLine): boolean {
  return code !== 'item-unknown' && !isMissing({code}) && !(code.startsWith('quantity') && quantity === '');
}

/** The marks of a line, in words. */
export function renderMarks(
  {problems, warnings, lookup, isUnavailable}: LineMarks,
  line: DraftLine,
  locale: string,
): TemplateResult {
  const availability = isUnavailable && line.item ? availabilityText(line.item, locale) : undefined;
  return html`${problems.map((problem) => mark('error', problemText(problem, locale)))}
  ${lookup ? renderLookup(lookup) : nothing} ${availability ? mark('warning', availability) : nothing}
  ${warnings.map((hint) => mark('warning', hintText(hint, locale)))}`;
}

function renderLookup(lookup: Lookup): TemplateResult | typeof nothing {
  if (lookup.status === 'unknown') return mark('error', unknownText());
  return lookup.status === 'error' ? mark('error', describeError(lookup.error)) : nothing;
}

/** One of them, in the direction of its own words. */
export function mark(kind: 'error' | 'warning' | 'info', text: string): TemplateResult {
  return html`<span class="mark ${kind}"
    >${icon(kind === 'error' ? 'error' : 'info')} <bdi>${text}</bdi></span
  > `;
}

/** The fields that are wrong. */
export function invalidFields({problems, lookup}: LineMarks): ReadonlySet<LineField> {
  const fields = problems.flatMap(({place}) => (place?.line === undefined ? [] : [place.field]));
  return new Set(lookup && lookup.status !== 'pending' ? [...fields, 'item'] : fields);
}
