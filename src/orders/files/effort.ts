import {refuse} from './refusal.ts';

/** A sheet that is filled with texts in all its rows and columns takes less than three of four. */
const MOST = 4_000_000;

/**
 * How much there is to read in a workbook, whatever room it takes in the file: tags, their attributes, comments and characters that
 * are written by name or number. Millions of them are packed into some kilobytes.
 */
export class Effort {
  #left = MOST;

  /** Takes so many more of them. Throws a `Refusal` where there are more than a spreadsheet has. */
  spend(count = 1): void {
    if ((this.#left -= count) < 0) refuse('overloaded');
  }
}
