import {restore} from '../neutralise.ts';
import type {DateSystem} from '../paste-values.ts';
import type {Effort} from './effort.ts';
import type {FileLimits, FileRow} from './file-content.ts';
import {refuse} from './refusal.ts';
import type {Attributes, XmlHandler} from './xml.ts';
import {
  COLUMNS,
  readReference,
  readRowNumber,
  ROWS,
  SheetRows,
  type Content,
  type Reference,
  type Range,
} from './xlsx-rows.ts';
import {RichText} from './xlsx-strings.ts';
import type {NumberForm} from './xlsx-styles.ts';
import {Days, readNumberCell} from './xlsx-values.ts';
import {unescape} from './xml-text.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly forms: readonly NumberForm[];
  readonly dateSystem: DateSystem;
  readonly limits: FileLimits;
  readonly effort: Effort;
}

/** How many ranges of merged cells are taken. */
const RANGES = 100_000;

/** Takes the cells of one sheet. */
export class SheetReader implements XmlHandler {
  readonly #rows: SheetRows;
  readonly #cell: CellReader;
  readonly #merged: Range[] = [];
  #isData = false;
  #mergeCount = 0;
  #rowCount = 0;
  #cellCount = 0;
  #place: Reference = {row: 0, column: 0};

  constructor(context: SheetContext) {
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
    if (!this.#cell.isOpen || this.#cell.close(name)) return;
    const content = this.#cell.content();
    if (content) this.#rows.put(this.#place, content);
  }

  #openRow(number: string | undefined): void {
    // Those with nothing in them cost, too, and are what packs best.
    if (++this.#rowCount > ROWS) refuse('unsafe');
    this.#cellCount = 0;
    const row = number === undefined ? this.#place.row + 1 : readRowNumber(number);
    this.#place = {row, column: 0};
  }

  #openCell(attributes: Attributes): void {
    if (++this.#cellCount > COLUMNS) refuse('unsafe');
    const reference = attributes.get('r');
    const {row, column} = this.#place;
    this.#place = reference === undefined ? {row, column: column + 1} : readReference(reference);
    this.#cell.start(attributes.get('t') ?? 'n', Number(attributes.get('s') ?? 0));
  }

  #merge(text: string): void {
    if (++this.#mergeCount > RANGES) refuse('unsafe');
    const [first = '', last = first] = text.split(':', 2);
    const [from, to] = [readReference(first), readReference(last)];
    if (from.row === to.row && from.column === to.column) return;
    this.#merged.push({from, to});
  }
}

/**
 * Takes what is in the cells, one after the other, as there are many of them: their values, their formulas and their own texts are
 * directly in them; extensions may have others.
 */
class CellReader {
  readonly #context: SheetContext;
  readonly #days: Days;
  #isOpen = false;
  #type = '';
  #style = 0;
  #value: string | undefined;
  #depth = 0;
  /** The element directly in the cell that is being read. */
  #part = '';
  #isFormula = false;
  #inline: RichText | undefined;

  constructor(context: SheetContext) {
    this.#context = context;
    this.#days = new Days(context.dateSystem);
  }

  /** Whether it is in a cell. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Goes into the next cell. */
  start(type: string, style: number): void {
    this.#isOpen = true;
    this.#type = type;
    this.#style = style;
    this.#value = undefined;
    this.#isFormula = false;
    this.#inline = undefined;
  }

  open(name: string): void {
    if (this.#depth++ === 0) this.#enter(name);
    else if (this.#part === 'is') this.#inline?.open(name);
  }

  get wantsText(): boolean {
    if (this.#part === 'is') return this.#inline?.wantsText ?? false;
    return (
      this.#part === 'v' && this.#depth === 1 && (this.#value ?? '').length <= this.#context.limits.cell * 7
    );
  }

  add(text: string): void {
    if (this.#part === 'is') this.#inline?.add(text);
    else if (this.wantsText) this.#value += text;
  }

  /** Leaves an element of it; false: that is the cell itself. */
  close(name: string): boolean {
    if (this.#depth === 0) return (this.#isOpen = false);
    if (--this.#depth === 0) this.#part = '';
    else if (this.#part === 'is') this.#inline?.close(name);
    return true;
  }

  /** What it holds; undefined: nothing. */
  content(): Content | undefined {
    const isComputed = this.#value !== undefined || this.#type === 'str';
    if (this.#isFormula && !isComputed && !this.#inline) return {cell: '', mark: 'uncomputed'};
    if (this.#value === undefined && !this.#inline && !this.#isFormula) return undefined;
    const content = this.#read();
    if (typeof content.cell === 'string' && content.cell.trim() === '') return undefined;
    return this.#isFormula ? {...content, mark: 'formula'} : content;
  }

  #enter(name: string): void {
    const {limits, effort} = this.#context;
    this.#part = name;
    if (name === 'v') this.#value ??= '';
    else if (name === 'f') this.#isFormula = true;
    else if (name === 'is') this.#inline = new RichText(limits.cell, effort);
  }

  #read(): Content {
    const {strings, forms, effort} = this.#context;
    if (this.#inline) return {cell: restore(this.#inline.value)};
    const value = this.#value ?? '';
    switch (this.#type) {
      case 's':
        return {cell: value === '' ? '' : restore(strings[Number(value)] ?? refuse('damaged'))};
      case 'str':
        return {cell: restore(unescape(value, effort))};
      case 'b':
        return {cell: value === '' ? '' : value.trim() === '0' || value === 'false' ? 'FALSE' : 'TRUE'};
      case 'd':
        return {cell: /^\d{4}-\d\d-\d\d/.exec(value.trim())?.[0] ?? value};
      case 'e':
        return {cell: value};
      default:
        return readNumberCell(value, forms[this.#style], this.#days);
    }
  }
}
