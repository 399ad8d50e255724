import {parseFilledStepwise, widthsOf} from '../delimited.ts';
import {restore} from '../neutralise.ts';
import {mapStepwise, type Stepwise} from '../slices.ts';
import type {FileLimits, FileRow} from './file-content.ts';
import {refuse} from './refusal.ts';

/** Those that are looked for; of two that fit alike, the one that is less often in a text. */
const delimiters = ['\t', ';', '|', ','];
/** How many characters and rows tell the delimiter. */
const SAMPLE = 32_768;
const ROWS = 50;

/** What is in a text of rows. */
export interface CsvContent {
  readonly rows: readonly FileRow[];
  readonly delimiter: string;
}

/**
 * Reads rows of cells from a text, and takes back what `neutralise` has done. `report` is told which share of it has been read.
 * Throws a `Refusal`.
 */
export function* readCsv(
  text: string,
  limits: FileLimits,
  report?: (share: number) => void,
): Stepwise<CsvContent> {
  const said = /^"?sep=([^"\r\n\p{L}\p{N}])"?(?:\r\n|\r|\n|$)/iu.exec(text);
  // Excel does not show the line that names the delimiter, nor does it count it.
  const body = said ? text.slice(said[0].length) : text;
  if (!/[^\s,;|]/.test(body)) return refuse('empty');
  const delimiter = said?.[1] ?? tellDelimiter(body);
  // One more for the names of the columns.
  const isTaken = (count: number) => count <= limits.rows + 1;
  const {rows, problem} = yield* parseFilledStepwise(body, delimiter, limits, isTaken, report);
  if (problem) return refuse(problem);
  if (rows.length === 0) return refuse('empty');
  return {delimiter, rows: yield* mapStepwise(rows, ({number, cells}) => ({number, cells: trimEnd(cells)}))};
}

/** What stands between the cells of a text: what gives most of its first rows the same number of cells. */
export function tellDelimiter(text: string): string {
  let [best, most] = [',', 0];
  for (const delimiter of delimiters) {
    const score = scoreOf(widthsOf(text, delimiter, ROWS, SAMPLE));
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}

/** Which share of the rows has that number of cells, above one, which most of them have. */
function scoreOf(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  return Math.max(0, ...counts.values()) / Math.max(1, widths.length);
}

function trimEnd(cells: readonly string[]): string[] {
  const restored = cells.map(restore);
  while (restored.at(-1)?.trim() === '') restored.pop();
  return restored;
}
