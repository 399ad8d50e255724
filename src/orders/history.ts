import type {Draft, DraftHeader, DraftLine} from './draft.ts';

/**
 * What one change did to a draft: lines that were replaced at one place, and what was changed of the rest. It is made by
 * comparing, so that there is no change that could not be undone; what it does not touch it does not hold.
 */
export interface Change {
  /** Place of the first line that differs. */
  readonly index: number;
  readonly removed: readonly DraftLine[];
  readonly inserted: readonly DraftLine[];
  readonly before: Partial<DraftHeader>;
  readonly after: Partial<DraftHeader>;
}

const headerNames = [
  'reference',
  'requestedDate',
  'shipToId',
  'usesOwnAddress',
  'ownAddress',
  'note',
] as const satisfies (keyof DraftHeader)[];

/** What leads from one draft to another. Lines are compared as objects: those that a change keeps are the same. */
export function difference(from: Draft, to: Draft): Change {
  const {start, fromEnd, toEnd} = changedLines(from.lines, to.lines);
  const names = headerNames.filter((name) => from[name] !== to[name]);
  const pick = (draft: Draft) => Object.fromEntries(names.map((name) => [name, draft[name]]));
  return {
    index: start,
    removed: from.lines.slice(start, fromEnd),
    inserted: to.lines.slice(start, toEnd),
    before: pick(from),
    after: pick(to),
  };
}

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

/** Makes the change. */
export function apply(draft: Draft, {index, removed, inserted, after}: Change): Draft {
  return {...draft, ...after, lines: draft.lines.toSpliced(index, removed.length, ...inserted)};
}

/** The change that takes a change back. */
export function inverse({index, removed, inserted, before, after}: Change): Change {
  return {index, removed: inserted, inserted: removed, before: after, after: before};
}

/** Whether nothing differs. */
function isEmpty({removed, inserted, after}: Change): boolean {
  return removed.length === 0 && inserted.length === 0 && Object.keys(after).length === 0;
}

interface Step {
  readonly change: Change;
  readonly name: string | undefined;
}

const MOST = 500;

/** What was done to a draft, to be undone and done again. */
export class History {
  #done: Step[] = [];
  #undone: Step[] = [];

  /** Whether there is something to undo. */
  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  /** Whether there is something to do again. */
  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Notes a change. Changes in a row with the same name are one step: the keys that fill one field. */
  note(from: Draft, to: Draft, name?: string): void {
    const change = difference(from, to);
    if (isEmpty(change)) return;
    const last = this.#done.at(-1);
    this.#undone = [];
    if (name !== undefined && last?.name === name) {
      const start = apply(from, inverse(last.change));
      this.#done.pop();
      const whole = difference(start, to);
      if (!isEmpty(whole)) this.#done.push({change: whole, name});
      return;
    }
    this.#done.push({change, name});
    if (this.#done.length > MOST) this.#done.shift();
  }

  /** The draft before the last step, and where that was; undefined without one. */
  undo(draft: Draft): {draft: Draft; change: Change} | undefined {
    const step = this.#done.pop();
    if (!step) return undefined;
    this.#undone.push(step);
    const change = inverse(step.change);
    return {draft: apply(draft, change), change};
  }

  /** Does again what was undone last. */
  redo(draft: Draft): {draft: Draft; change: Change} | undefined {
    const step = this.#undone.pop();
    if (!step) return undefined;
    this.#done.push(step);
    return {draft: apply(draft, step.change), change: step.change};
  }

  /** The draft without the step of that name, if it is the last one: as if it had not been. */
  giveUp(draft: Draft, name: string): Draft {
    if (this.#done.at(-1)?.name !== name) return draft;
    const back = this.undo(draft);
    this.#undone.pop();
    return back?.draft ?? draft;
  }

  /** Forgets everything: it is another draft. */
  clear(): void {
    this.#done = [];
    this.#undone = [];
  }
}
