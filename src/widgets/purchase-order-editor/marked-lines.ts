import {changedLines} from '../../orders/changed-lines.ts';
import type {DraftLine} from '../../orders/draft.ts';
import type {DraftProblem} from '../../orders/problems.ts';
import type {EditorSession} from './editor-session.ts';
import type {RowMarks} from './grid-view.ts';
import type {ItemSearch} from './item-search.ts';
import {invalidFields, marksOf, renderMarks, type LineMarks} from './line-marks.ts';

/** What there is to say of each line, asked again only where something has changed, and which rows are taller for it. */
export class MarkedLines {
  /** How a line was when it began to be edited: its row does not jump while one types. */
  held: {readonly key: string; readonly marks: LineMarks | undefined} | undefined;
  readonly #session: EditorSession;
  readonly #search: ItemSearch;
  #lines: readonly DraftLine[] = [];
  #findings: readonly (readonly DraftProblem[])[] = [];
  /** Keys of lines of which there may be something else to say. */
  readonly #dirty = new Set<string>();
  readonly #marked = new WeakMap<DraftLine, LineMarks | null>();
  readonly #drawn = new WeakMap<LineMarks, {locale: string; marks: RowMarks}>();
  #tall: readonly number[] = [];

  constructor(session: EditorSession, search: ItemSearch) {
    this.#session = session;
    this.#search = search;
  }

  /** Indexes of the lines of which there is something to say below their cells, ascending. */
  get tall(): readonly number[] {
    return this.#tall;
  }

  /** There may be something else to say of a line. */
  touch(key: string): void {
    this.#dirty.add(key);
  }

  /** Looks again at what has changed. */
  update(): void {
    const {findings, draft} = this.#session;
    const {lines} = draft;
    for (const [place, problems] of findings.entries()) {
      if (problems === this.#findings[place]) continue;
      for (const {place: at} of [...problems, ...(this.#findings[place] ?? [])])
        if (at?.line !== undefined) this.#dirty.add(at.line);
    }
    this.#findings = findings;
    if (lines !== this.#lines) this.#tall = this.#tallAfter(lines);
    this.#cleanUp(lines);
    this.#lines = lines;
  }

  /** What there is to say of a line; undefined for nothing. */
  of(line: DraftLine): LineMarks | undefined {
    let marks = this.#marked.get(line);
    if (marks === undefined) {
      marks = marksOf(line, this.#session, this.#search.lookupOf(line)) ?? null;
      this.#marked.set(line, marks);
    }
    return marks ?? undefined;
  }

  /** What its row says of a line; the same object while that is the same. */
  rowOf(line: DraftLine, locale: string): RowMarks | undefined {
    const marks = this.#shown(line);
    if (!marks) return undefined;
    const known = this.#drawn.get(marks);
    if (known?.locale === locale) return known.marks;
    const drawn = {content: renderMarks(marks, line, locale), invalid: invalidFields(marks)};
    this.#drawn.set(marks, {locale, marks: drawn});
    return drawn;
  }

  #shown(line: DraftLine): LineMarks | undefined {
    return this.held?.key === line.key ? this.held.marks : this.of(line);
  }

  #cleanUp(lines: readonly DraftLine[]): void {
    if (this.#dirty.size === 0) return;
    const tall = new Set(this.#tall);
    for (const [index, line] of lines.entries()) {
      if (!this.#dirty.has(line.key)) continue;
      this.#marked.delete(line);
      if (this.#isTall(line)) tall.add(index);
      else tall.delete(index);
    }
    this.#dirty.clear();
    this.#tall = [...tall].sort((a, b) => a - b);
  }

  #isTall(line: DraftLine): boolean {
    return this.#shown(line) !== undefined;
  }

  /** Where lines were only exchanged, the others are as tall as they were. */
  #tallAfter(lines: readonly DraftLine[]): readonly number[] {
    const {start, fromEnd, toEnd} = changedLines(this.#lines, lines);
    const shift = toEnd - fromEnd;
    const changed = lines
      .slice(start, toEnd)
      .flatMap((line, index) => (this.#isTall(line) ? [start + index] : []));
    if (shift === 0 && toEnd - start === 1) return withTall(this.#tall, start, changed.length === 1);
    const before = this.#tall.filter((index) => index < start);
    const after = this.#tall.filter((index) => index >= fromEnd).map((index) => index + shift);
    return [...before, ...changed, ...after];
  }
}

/** The indexes with, or without, one. */
function withTall(tall: readonly number[], index: number, isTall: boolean): readonly number[] {
  if (tall.includes(index) === isTall) return tall;
  return isTall ? [...tall, index].toSorted((a, b) => a - b) : tall.filter((each) => each !== index);
}
