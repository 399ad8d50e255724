import type {DraftLine} from './draft.ts';

/** The one stretch of lines in which two lists differ; both ends are exclusive. */
export function changedLines(
  from: readonly DraftLine[],
  to: readonly DraftLine[],
): {start: number; fromEnd: number; toEnd: number} {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  let tail = 0;
  while (tail < shorter - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  return {start, fromEnd: from.length - tail, toEnd: to.length - tail};
}
