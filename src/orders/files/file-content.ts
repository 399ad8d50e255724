import type {InputLimits} from '../delimited.ts';
import type {DateSystem} from '../paste-values.ts';

/** How much of a file is taken. */
export interface FileLimits extends InputLimits {
  /** Bytes of all entries of an archive together, as they are inflated. */
  readonly inflated: number;
  /** Entries of an archive. */
  readonly entries: number;
}

/** The most that one file may bring. A portal may set less. A row of headers does not count. */
export const FILE_LIMITS: FileLimits = {
  bytes: 5_000_000,
  rows: 5_000,
  columns: 50,
  cell: 1_000,
  inflated: 50_000_000,
  entries: 200,
};

/** A cell: a text, or a number that the file has as one, so that there is no question of its decimal mark. */
export type Cell = string | number;

/**
 * What is to be known of a cell besides what it holds. `formula`: it is what the spreadsheet has computed last. `uncomputed`: a
 * formula without a value. `merged`: the cell is one with others, and says nothing of them.
 */
export type CellMark = 'formula' | 'uncomputed' | 'merged';

/** A row with something in it. */
export interface FileRow {
  /** Its number as the spreadsheet shows it, from 1. */
  readonly number: number;
  /** From the first column on; empty cells are empty texts, and those behind the last that is filled are left out. */
  readonly cells: readonly Cell[];
  /** Marks of cells by column, from 0; most rows have none. */
  readonly marks?: ReadonlyMap<number, CellMark> | undefined;
  /**
   * Numbers by column, from 0, that the spreadsheet shows with zeros behind their decimal point, `90.750`, or with characters of
   * their format, `KH-0036`. An item number is what is shown, a quantity is the number: as a text, `1.500` would be fifteen hundred
   * to some.
   */
  readonly shown?: ReadonlyMap<number, string> | undefined;
}

/** How the text of a file is encoded. */
export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What is in one sheet, or in a text file. Dates that the file has as such are texts, `YYYY-MM-DD`. */
export interface FileContent {
  readonly format: 'csv' | 'xlsx';
  readonly rows: readonly FileRow[];
  /** From which day plain numbers count that stand for dates. */
  readonly dateSystem: DateSystem;
  /** The sheet that was read; undefined for a text file. */
  readonly sheet?: SheetName | undefined;
  /** Of a text file. `isSure`: false where other encodings make sense of its bytes, too. */
  readonly encoding?: {readonly name: FileEncoding; readonly isSure: boolean} | undefined;
  /** What stands between the cells of a text file. */
  readonly delimiter?: string | undefined;
}

/** A sheet of a workbook that can be seen. */
export interface SheetName {
  /** Among all sheets of the workbook, from 0. */
  readonly index: number;
  readonly name: string;
}

/**
 * Why a file is not read. Rows are numbered as the spreadsheet shows them, columns from 1.
 *
 * `old-excel`: `.xls`. `encrypted`: password-protected. `binary-excel`: `.xlsb`. `open-document`: `.ods`. `apple-numbers`,
 * `html`, `pdf`: what they say. `not-a-table`: none of those, nor text. `damaged`: an archive or a workbook that cannot be read.
 * `unsafe`: one that was made to do harm, by its entries or a DOCTYPE. `overloaded`: it holds far more than its rows can need, be it
 * on purpose or by formatting down to the last row. `no-sheet`: none that can be seen and has anything in it.
 */
export type FileProblem =
  | {
      readonly code:
        | 'empty'
        | 'old-excel'
        | 'encrypted'
        | 'binary-excel'
        | 'open-document'
        | 'apple-numbers'
        | 'html'
        | 'pdf'
        | 'not-a-table'
        | 'damaged'
        | 'unsafe'
        | 'overloaded'
        | 'no-sheet';
    }
  | {
      readonly code: 'too-large' | 'inflates' | 'too-many-entries' | 'too-many-rows' | 'too-many-columns';
      readonly limit: number;
    }
  | {
      readonly code: 'cell-too-long';
      readonly limit: number;
      readonly row: number;
      readonly column: number;
    }
  | {readonly code: 'quote-unclosed'; readonly row: number};

/** A file that was read, one of whose sheets has to be chosen first, or why it was not read. */
export type FileResult =
  | {readonly status: 'read'; readonly content: FileContent}
  | {readonly status: 'sheets'; readonly sheets: readonly SheetName[]}
  | {readonly status: 'refused'; readonly problem: FileProblem};

/** How a file is read. */
export interface FileOptions {
  readonly limits?: FileLimits | undefined;
  /** Which sheet of a workbook is read, by its index; without it, the only one that can be seen and has anything in it. */
  readonly sheet?: number | undefined;
  /** How a text is encoded; without it, that is told by its bytes. */
  readonly encoding?: FileEncoding | undefined;
}
