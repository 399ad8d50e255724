import type {Cell} from './file-content.ts';

/** What a column of a table is made for. */
export type ColumnType = 'text' | 'decimal' | 'date';

/** A table that is to be written as a file: a row of headers and what is below. */
export interface WrittenTable {
  /** What it is about, in the user's language; a workbook calls its sheet so. */
  readonly name: string;
  readonly columns: readonly {readonly label: string; readonly type: ColumnType}[];
  /** Cells from the first column on. Days are `YYYY-MM-DD`. */
  readonly rows: readonly (readonly Cell[])[];
}
