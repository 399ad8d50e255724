import {changedLines} from './changed-lines.ts';
import type {Separators} from './decimals.ts';
import {retype, type Draft, type DraftHeader, type DraftLine} from './draft.ts';

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
  /** How the quantities of the lines are typed. */
  readonly separators: Separators;
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
    separators: to.separators,
  };
}

/** Makes the change. */
export function apply(draft: Draft, {index, removed, inserted, after}: Change): Draft {
  return {...draft, ...after, lines: draft.lines.toSpliced(index, removed.length, ...inserted)};
}

/** The change that takes a change back. */
export function inverse({removed, inserted, before, after, ...where}: Change): Change {
  return {...where, removed: inserted, inserted: removed, before: after, after: before};
}

/** Whether a user would see no difference. */
function isEmpty({removed, inserted, before, after}: Change): boolean {
  return (
    removed.length === inserted.length &&
    removed.every((line, index) => differing(line, inserted[index]).length === 0) &&
    differing(before, after).length === 0
  );
}

/** Names of the fields that two records differ in; an address counts as one field. */
function differing<T extends object>(a: T, b: T | undefined): (keyof T)[] {
  const names = Object.keys({...a, ...b}) as (keyof T)[];
  return names.filter(
    (name) => a[name] !== b?.[name] && !(name === 'ownAddress' && sameText(a[name], b?.[name])),
  );
}

function sameText(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What an item is chosen by and what depends on it: of one line, they are undone together. */
const ofItem: ReadonlySet<string> = new Set(['search', 'item', 'variantCode', 'unitCode']);

/**
 * The change as it is for the draft now: what was added since to a line that it replaces stays, in fields that it leaves
 * alone. The portal finds items while the user goes on typing.
 */
function renewed(draft: Draft, change: Change): Change {
  const {separators} = draft;
  // The user may have changed the language.
  const retyped = (lines: readonly DraftLine[]) =>
    retype({...draft, lines, separators: change.separators}, separators).lines;
  const removed = retyped(change.removed);
  const inserted = retyped(change.inserted);
  const present = draft.lines.slice(change.index, change.index + removed.length);
  if (present.every((line, place) => line === removed[place]))
    return {...change, removed, inserted, separators};
  const then = new Map(removed.map((line) => [line.key, line]));
  const now = new Map(present.map((line) => [line.key, line]));
  const kept = inserted.map((line) => {
    const [known, found] = [then.get(line.key), now.get(line.key)];
    return known && found && known !== found ? withChanges(found, known, line) : line;
  });
  return {...change, removed: present, inserted: kept, separators};
}

/** `line` with what leads from one of its versions to another. */
function withChanges(line: DraftLine, from: DraftLine, to: DraftLine): DraftLine {
  const names = new Set<string>(differing(from, to));
  if (names.has('search') || names.has('item')) for (const name of ofItem) names.add(name);
  return {...line, ...Object.fromEntries([...names].map((name) => [name, to[name as keyof DraftLine]]))};
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
  /** What could be done again before the last step. */
  #dropped: Step[] = [];

  /** Whether there is something to undo. */
  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  /** Whether there is something to do again. */
  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Name of the step that would be undone next. */
  get last(): string | undefined {
    return this.#done.at(-1)?.name;
  }

  /** Whether a step of that name is done, and can be undone. */
  has(name: string): boolean {
    return this.#done.some((step) => step.name === name);
  }

  /** Notes a change. Changes in a row with the same name are one step: the keys that fill one field. */
  note(from: Draft, to: Draft, name?: string): void {
    const change = difference(from, to);
    if (isEmpty(change)) return;
    const last = this.#done.at(-1);
    if (name !== undefined && last?.name === name) {
      const start = apply(from, renewed(from, inverse(last.change)));
      this.#done.pop();
      const whole = difference(start, to);
      if (!isEmpty(whole)) this.#push({change: whole, name});
      else [this.#undone, this.#dropped] = [this.#dropped, []];
      return;
    }
    this.#dropped = this.#undone;
    this.#push({change, name});
  }

  /** The draft before the last step, and where that was; undefined without one. */
  undo(draft: Draft): {draft: Draft; change: Change} | undefined {
    const step = this.#done.pop();
    if (!step) return undefined;
    const change = renewed(draft, inverse(step.change));
    this.#undone.push({...step, change: inverse(change)});
    this.#dropped = [];
    return {draft: apply(draft, change), change};
  }

  /** Does again what was undone last. */
  redo(draft: Draft): {draft: Draft; change: Change} | undefined {
    const step = this.#undone.pop();
    if (!step) return undefined;
    const change = renewed(draft, step.change);
    this.#done.push({...step, change});
    this.#dropped = [];
    return {draft: apply(draft, change), change};
  }

  /** The draft without the step of that name, if it is the last one: as if it had not been. */
  giveUp(draft: Draft, name: string): Draft {
    if (this.#done.at(-1)?.name !== name) return draft;
    const dropped = this.#dropped;
    const back = this.undo(draft);
    this.#undone = dropped;
    return back?.draft ?? draft;
  }

  /** Forgets everything: it is another draft. */
  clear(): void {
    this.#done = [];
    this.#undone = [];
    this.#dropped = [];
  }

  #push(step: Step): void {
    this.#done.push(step);
    this.#undone = [];
    if (this.#done.length > MOST) this.#done.shift();
  }
}
