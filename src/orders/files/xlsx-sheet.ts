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
  type Range,
} from './xlsx-rows.ts';
import {RichText} from './xlsx-strings.ts';
import type {NumberForm} from './xlsx-styles.ts';
import {readNumberCell} from './xlsx-values.ts';
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
  readonly #context: SheetContext;
  readonly #rows: SheetRows;
  readonly #merged: Range[] = [];
  #isData = false;
  #mergeCount = 0;
  #rowCount = 0;
  #cellCount = 0;
  #row = 0;
  #column = 0;
  #cell: CellReader | undefined;

  constructor(context: SheetContext) {
    this.#context = context;
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
    if (this.#cell) this.#cell.open(name);
    else if (name === 'sheetData') this.#isData = true;
    else if (name === 'mergeCell') this.#merge(attributes.get('ref') ?? '');
    else if (!this.#isData) return;
    else if (name === 'row') this.#openRow(attributes.get('r'));
    else if (name === 'c') this.#openCell(attributes);
  }

  get wantsText(): boolean {
    return this.#cell?.wantsText ?? false;
  }

  text(text: string): void {
    this.#cell?.add(text);
  }

  close(name: string): void {
    if (name === 'sheetData') this.#isData = false;
    if (!this.#cell || this.#cell.close(name)) return;
    const content = this.#cell.content(this.#context);
    this.#cell = undefined;
    if (content) this.#rows.put({row: this.#row, column: this.#column}, content);
  }

  #openRow(number: string | undefined): void {
    // Those with nothing in them cost, too, and are what packs best.
    if (++this.#rowCount > ROWS) refuse('unsafe');
    this.#cellCount = 0;
    this.#row = number === undefined ? this.#row + 1 : readRowNumber(number);
    this.#column = 0;
  }

  #openCell(attributes: Attributes): void {
    if (++this.#cellCount > COLUMNS) refuse('unsafe');
    const reference = attributes.get('r');
    if (reference === undefined) this.#column++;
    else ({row: this.#row, column: this.#column} = readReference(reference));
    const style = Number(attributes.get('s') ?? 0);
    this.#cell = new CellReader(attributes.get('t') ?? 'n', style, this.#context);
  }

  #merge(text: string): void {
    if (++this.#mergeCount > RANGES) refuse('unsafe');
    const [first = '', last = first] = text.split(':', 2);
    const [from, to] = [readReference(first), readReference(last)];
    if (from.row === to.row && from.column === to.column) return;
    this.#merged.push({from, to});
  }
}

/** Takes what is in one cell: its value, its formula and its own text are directly in it; extensions may have others. */
class CellReader {
  readonly #type: string;
  readonly #style: number;
  readonly #longest: number;
  readonly #effort: Effort;
  #value: string | undefined;
  #depth = 0;
  /** The element directly in the cell that is being read. */
  #part = '';
  #isFormula = false;
  #inline: RichText | undefined;

  constructor(type: string, style: number, {limits, effort}: SheetContext) {
    this.#type = type;
    this.#style = style;
    this.#longest = limits.cell;
    this.#effort = effort;
  }

  open(name: string): void {
    if (this.#depth++ === 0) this.#enter(name);
    else if (this.#part === 'is') this.#inline?.open(name);
  }

  get wantsText(): boolean {
    if (this.#part === 'is') return this.#inline?.wantsText ?? false;
    return this.#part === 'v' && this.#depth === 1 && (this.#value ?? '').length <= this.#longest * 7;
  }

  add(text: string): void {
    if (this.#part === 'is') this.#inline?.add(text);
    else if (this.wantsText) this.#value += text;
  }

  /** Leaves an element of it; false: that is the cell itself. */
  close(name: string): boolean {
    if (this.#depth === 0) return false;
    if (--this.#depth === 0) this.#part = '';
    else if (this.#part === 'is') this.#inline?.close(name);
    return true;
  }

  /** What it holds; undefined: nothing. */
  content(context: SheetContext): Content | undefined {
    const isComputed = this.#value !== undefined || this.#type === 'str';
    if (this.#isFormula && !isComputed && !this.#inline) return {cell: '', mark: 'uncomputed'};
    if (this.#value === undefined && !this.#inline && !this.#isFormula) return undefined;
    const content = this.#read(context);
    if (typeof content.cell === 'string' && content.cell.trim() === '') return undefined;
    return this.#isFormula ? {...content, mark: 'formula'} : content;
  }

  #enter(name: string): void {
    this.#part = name;
    if (name === 'v') this.#value ??= '';
    else if (name === 'f') this.#isFormula = true;
    else if (name === 'is') this.#inline = new RichText(this.#longest, this.#effort);
  }

  #read({strings, forms, dateSystem, effort}: SheetContext): Content {
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
        return readNumberCell(value, forms[this.#style], dateSystem);
    }
  }
}
