import type {Catalogue, Known} from '../catalogue.ts';
import {
  problemsIn,
  isOpen,
  warningsIn,
  type Judging,
  type UploadProblem,
  type UploadWarning,
} from './row-problems.ts';
import type {UploadField} from './template-fields.ts';
import {textOf, type UploadRow} from './upload-row.ts';

/**
 * How far a row is. `pending`: it is not known yet what its item is. `taken`: it was sent or opened in an editor. `merged`: its
 * quantity is in another row.
 */
export type UploadState = 'pending' | 'ready' | 'wrong' | 'taken' | 'left-out' | 'merged';

/** How many rows are in each state; together all that the file had. */
export type UploadCounts = Readonly<Record<UploadState, number>>;

/** What was decided about a row, whatever it says. */
export type Decision = Extract<UploadState, 'taken' | 'left-out' | 'merged'>;

/** What a portal has said of a field, as long as it says the same. */
export interface Objection {
  readonly code: string;
  readonly detail?: string | undefined;
  readonly text: string;
}

/** What is known of a row. */
export interface Entry {
  readonly row: UploadRow;
  readonly index: number;
  readonly decision: Decision | undefined;
  readonly state: UploadState;
  readonly problems: readonly UploadProblem[];
  /** Found when they are first asked for: exact decimals cost more than all the rest, and only rows in sight show them. */
  readonly warnings: readonly UploadWarning[];
  readonly objections: ReadonlyMap<UploadField, Objection> | undefined;
  /** Whether one of them still holds: its field says the same. */
  readonly isRefused: boolean;
  /** What was known of its item's text when it was judged. */
  readonly known: Known['status'] | undefined;
}

/** The rows of a file by their keys, each judged once for every change of its own. */
export class RowBook {
  #judging: Judging;
  readonly #catalogue: Pick<Catalogue, 'known'> | undefined;
  readonly #entries: Entry[] = [];
  readonly #places = new Map<string, number>();
  readonly #counts: Record<UploadState, number> = {
    pending: 0,
    ready: 0,
    wrong: 0,
    taken: 0,
    'left-out': 0,
    merged: 0,
  };
  #version = 0;

  readonly #order: readonly UploadField[];

  constructor(judging: Judging, catalogue?: Pick<Catalogue, 'known'>) {
    this.#judging = judging;
    this.#order = judging.fields.map(({field}) => field);
    this.#catalogue = catalogue;
  }

  /** Puts a row behind the others. Its key is that of no other. */
  add(row: UploadRow, decision?: Decision): void {
    const entry = this.#judge(row, this.#entries.length, decision, undefined);
    this.#places.set(row.key, entry.index);
    this.#entries.push(entry);
    this.#counts[entry.state]++;
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  /** The fields from left to right. */
  get order(): readonly UploadField[] {
    return this.#order;
  }

  /** In the order of the file. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Of all entries. */
  get counts(): UploadCounts {
    return {...this.#counts};
  }

  /** Undefined where there is no such row. */
  entry(key: string): Entry | undefined {
    const index = this.#places.get(key);
    return index === undefined ? undefined : this.#entries[index];
  }

  /** What is known of the text of a row's item. */
  known({line}: UploadRow): Known | undefined {
    return line.item ? undefined : this.#catalogue?.known(line.search);
  }

  /** Puts a row in the place of the one with its key. */
  set(row: UploadRow): void {
    const entry = this.entry(row.key);
    if (entry && entry.row !== row)
      this.#put(this.#judge(row, entry.index, entry.decision, entry.objections));
  }

  /** Notes what was decided about a row; undefined: nothing. */
  decide(key: string, decision: Decision | undefined): void {
    const entry = this.entry(key);
    if (entry && entry.decision !== decision)
      this.#put(this.#judge(entry.row, entry.index, decision, entry.objections));
  }

  /** Notes what a portal has said of a row. */
  object(key: string, field: UploadField, objection: Omit<Objection, 'text'>): void {
    const entry = this.entry(key);
    if (!entry) return;
    const objections = new Map(entry.objections);
    objections.set(field, {...objection, text: textOf(entry.row, field)});
    this.#put(this.#judge(entry.row, entry.index, entry.decision, objections));
  }

  /** Forgets what a portal has said of rows. */
  forgetObjections(): void {
    for (const {row, index, decision, objections} of this.#entries)
      if (objections) this.#put(this.#judge(row, index, decision, undefined));
  }

  /** Judges a row again where more is known of its item. */
  refresh(key: string): void {
    const entry = this.entry(key);
    if (entry && this.known(entry.row)?.status !== entry.known)
      this.#put(this.#judge(entry.row, entry.index, entry.decision, entry.objections));
  }

  /** Puts other rows in the places of all, to be judged by something else. */
  rejudge(rows: readonly UploadRow[], judging: Judging): void {
    this.#judging = judging;
    for (const row of rows) {
      const entry = this.entry(row.key);
      if (entry) this.#put(this.#judge(row, entry.index, entry.decision, entry.objections));
    }
  }

  #judge(
    row: UploadRow,
    index: number,
    decision: Decision | undefined,
    objections: Entry['objections'],
  ): Entry {
    const known = this.known(row);
    const problems = problemsIn(row, known, this.#judging);
    const own = problems.length;
    for (const [field, {code, detail, text}] of objections ?? [])
      if (textOf(row, field) === text) problems.push({field, code, detail});
    const isRefused = problems.length > own;
    if (isRefused) problems.sort((a, b) => this.#order.indexOf(a.field) - this.#order.indexOf(b.field));
    const judging = this.#judging;
    let warnings: readonly UploadWarning[] | undefined;
    const state = decision ?? (problems.length > 0 ? 'wrong' : isOpen(row, known) ? 'pending' : 'ready');
    return {
      row,
      index,
      decision,
      state,
      problems,
      objections,
      isRefused,
      known: known?.status,
      get warnings() {
        return (warnings ??= warningsIn(row, judging));
      },
    };
  }

  #put(entry: Entry): void {
    const before = this.#entries[entry.index];
    if (!before) return;
    this.#counts[before.state]--;
    this.#counts[entry.state]++;
    this.#entries[entry.index] = entry;
    this.#version++;
  }
}
