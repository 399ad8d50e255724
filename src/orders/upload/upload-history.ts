import type {Decision} from './row-book.ts';
import type {UploadField} from './template-fields.ts';
import type {UploadRow} from './upload-row.ts';

/** A row and what was decided about it. */
export interface RowVersion {
  readonly row: UploadRow;
  readonly decision: Decision | undefined;
}

/** What one step did to one row. */
export interface RowChange {
  readonly before: RowVersion;
  readonly after: RowVersion;
}

/** What one step did: to which rows, by their keys, and where it was one field of one row, which. */
export interface UploadStep {
  readonly field?: UploadField | undefined;
  readonly rows: ReadonlyMap<string, RowChange>;
}

const MOST = 500;

/** What was done to the rows of a file, to be undone and done again. */
export class UploadHistory {
  #done: UploadStep[] = [];
  #undone: UploadStep[] = [];

  /** Whether there is something to undo. */
  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  /** Whether there is something to do again. */
  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Notes a step. Steps in a row in the same field of the same row are one: the keys that fill it. */
  note(step: UploadStep): void {
    const last = this.#done.at(-1);
    const [key] = step.rows.keys();
    const before = key !== undefined && step.field !== undefined ? last?.rows.get(key)?.before : undefined;
    const after = key === undefined ? undefined : step.rows.get(key)?.after;
    if (key !== undefined && before && after && last?.field === step.field) {
      this.#done.pop();
      this.#done.push({field: step.field, rows: new Map([[key, {before, after}]])});
    } else this.#done.push(step);
    this.#undone = [];
    if (this.#done.length > MOST) this.#done.shift();
  }

  /** Takes the last step, to be undone; undefined without one. */
  back(): UploadStep | undefined {
    const step = this.#done.pop();
    if (step) this.#undone.push(step);
    return step;
  }

  /** Takes the step that was undone last, to be done again. */
  forth(): UploadStep | undefined {
    const step = this.#undone.pop();
    if (step) this.#done.push(step);
    return step;
  }

  /** Forgets everything. */
  clear(): void {
    this.#done = [];
    this.#undone = [];
  }
}
