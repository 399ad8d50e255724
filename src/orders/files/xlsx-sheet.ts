import type {Effort} from './effort.ts';
import type {FileRow} from './file-content.ts';
import {refuse} from './refusal.ts';
import {CellReader, type SheetContext} from './xlsx-cell.ts';
import {
  COLUMNS,
  readReference,
  readRowNumber,
  ROWS,
  SheetRows,
  type Content,
  type Range,
  type Reference,
} from './xlsx-rows.ts';
import type {Attributes, XmlHandler} from './xml.ts';

/** How many ranges of merged cells are taken. */
const RANGES = 100_000;

/**
 * A cell as most are written: with nothing in it, with a value, or with one text of its own, and no character by name. A pattern is
 * fast from the first time on; code is only after it has run some thousand times.
 */
const CELL =
  /<c r="([A-Z]{1,3}\d{1,7})"(?: s="(\d{1,6})")?(?: t="([A-Za-z]{1,9})")?(?:\/>|>(?:<v>([^<&\r]*)<\/v>|<is><t( xml:space="preserve")?>([^<&\r]*)<\/t><\/is>)<\/c>)/y;

/** Takes the cells of one sheet. */
export class SheetReader implements XmlHandler {
  readonly #effort: Effort;
  readonly #rows: SheetRows;
  readonly #cell: CellReader;
  readonly #merged: Range[] = [];
  #isData = false;
  #mergeCount = 0;
  #rowCount = 0;
  #cellCount = 0;
  #place: Reference = {row: 0, column: 0};

  constructor(context: SheetContext) {
    this.#effort = context.effort;
    this.#cell = new CellReader(context);
    this.#rows = new SheetRows(context.limits);
  }

  /** Whether no cell with anything in it has been found. */
  get isEmpty(): boolean {
    return this.#rows.isEmpty;
  }

  /** The rows with something in them. */
  finish(): FileRow[] {
    return this.#rows.finish(this.#merged);
  }

  takeWhole(text: string, start: number): number {
    if (!this.#isData || this.#cell.isOpen) return -1;
    let end = -1;
    CELL.lastIndex = start;
    // Behind a cell, there mostly is another one.
    for (let found = CELL.exec(text); found; found = CELL.exec(text)) {
      if (end !== -1) this.#effort.spend();
      end = CELL.lastIndex;
      this.#takeCell(found);
    }
    return end;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#cell.isOpen) this.#cell.open(name);
    else if (name === 'sheetData') this.#isData = true;
    else if (name === 'mergeCell') this.#merge(attributes.get('ref') ?? '');
    else if (!this.#isData) return;
    else if (name === 'row') this.#openRow(attributes.get('r'));
    else if (name === 'c') this.#openCell(attributes);
  }

  get wantsText(): boolean {
    return this.#cell.wantsText;
  }

  text(text: string): void {
    this.#cell.add(text);
  }

  close(name: string): void {
    if (name === 'sheetData') this.#isData = false;
    if (this.#cell.isOpen && !this.#cell.close(name)) this.#put(this.#cell.content());
  }

  #openRow(number: string | undefined): void {
    // Those with nothing in them cost, too, and are what packs best.
    if (++this.#rowCount > ROWS) refuse('overloaded');
    this.#cellCount = 0;
    const row = number === undefined ? this.#place.row + 1 : readRowNumber(number);
    this.#place = {row, column: 0};
  }

  #openCell(attributes: Attributes): void {
    this.#goTo(attributes.get('r'));
    this.#cell.start(attributes.get('s'), attributes.get('t'));
  }

  #takeCell(found: RegExpExecArray): void {
    // By index: to go over what was found costs more than to find it.
    const [value, own] = [found[4], found[6]];
    this.#effort.spend(effortOf(found));
    this.#goTo(found[1]);
    if (value !== undefined) this.#put(this.#cell.ofValue(found[2], found[3], value));
    else if (own !== undefined) this.#put(this.#cell.ofText(own));
  }

  /** Goes to where the next cell is. */
  #goTo(reference: string | undefined): void {
    if (++this.#cellCount > COLUMNS) refuse('unsafe');
    const {row, column} = this.#place;
    this.#place = reference === undefined ? {row, column: column + 1} : readReference(reference);
  }

  #put(content: Content | undefined): void {
    if (content) this.#rows.put(this.#place, content);
  }

  #merge(text: string): void {
    if (++this.#mergeCount > RANGES) refuse('unsafe');
    const [first = '', last = first] = text.split(':', 2);
    const [from, to] = [readReference(first), readReference(last)];
    if (from.row === to.row && from.column === to.column) return;
    this.#merged.push({from, to});
  }
}

/** Tags and attributes of a cell that is taken at once, but for its first tag. */
function effortOf(cell: RegExpExecArray): number {
  let effort = cell[6] !== undefined ? 6 : cell[4] !== undefined ? 4 : 1;
  if (cell[2] !== undefined) effort++;
  if (cell[3] !== undefined) effort++;
  if (cell[5] !== undefined) effort++;
  return effort;
}
