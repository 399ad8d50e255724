import type {Entry, RowBook, UploadState} from './row-book.ts';
import type {UploadRow} from './upload-row.ts';

/** Which rows are shown. `warning`: those that can be ordered, and have something worth knowing. */
export type UploadFilter = 'all' | 'warning' | UploadState;

/** The rows that a filter lets through. One that was let through stays, so that it does not vanish while it is mended. */
export class RowList {
  readonly #book: RowBook;
  #filter: UploadFilter = 'all';
  readonly #kept = new Set<string>();
  #rows: readonly UploadRow[] = [];
  #version = -1;

  constructor(book: RowBook) {
    this.#book = book;
  }

  /** The same array while nothing has changed. Another filter than before forgets the rows that only stayed. */
  rows(filter: UploadFilter): readonly UploadRow[] {
    if (filter !== this.#filter) {
      this.#filter = filter;
      this.forget();
    }
    if (this.#version === this.#book.version) return this.#rows;
    this.#version = this.#book.version;
    const rows = this.#book.entries.flatMap((entry) => (this.#lets(entry) ? [entry.row] : []));
    const isSame = rows.length === this.#rows.length && rows.every((row, index) => row === this.#rows[index]);
    if (!isSame) this.#rows = rows;
    return this.#rows;
  }

  /** Lets rows go that only stayed. */
  forget(): void {
    this.#kept.clear();
    this.#version = -1;
  }

  #lets(entry: Entry): boolean {
    if (this.#filter === 'all') return true;
    const {key} = entry.row;
    if (this.#kept.has(key)) return true;
    const isLet =
      this.#filter === 'warning'
        ? entry.warnings.length > 0 && (entry.state === 'ready' || entry.state === 'wrong')
        : entry.state === this.#filter;
    if (isLet) this.#kept.add(key);
    return isLet;
  }
}
