import {restore} from '../neutralise.ts';
import type {DateSystem} from '../paste-values.ts';
import type {Effort} from './effort.ts';
import type {FileLimits} from './file-content.ts';
import {refuse} from './refusal.ts';
import type {Content} from './xlsx-rows.ts';
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

/**
 * Takes what is in the cells, one after the other, as there are many of them: their values, their formulas and their own texts are
 * directly in them; extensions may have others.
 */
export class CellReader {
  readonly #context: SheetContext;
  readonly #days: Days;
  #isOpen = false;
  #type = '';
  #style = '';
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
  start(style = '0', type = 'n'): void {
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
    const content = filled(
      this.#inline
        ? {cell: restore(this.#inline.value)}
        : this.#read(this.#style, this.#type, this.#value ?? ''),
    );
    return content && this.#isFormula ? {...content, mark: 'formula'} : content;
  }

  /** What a cell holds that has nothing but a value; undefined: nothing. */
  ofValue(style = '0', type = 'n', value: string): Content | undefined {
    return filled(this.#read(style, type, value));
  }

  /** What a cell holds that has nothing but a text of its own; undefined: nothing. */
  ofText(text: string): Content | undefined {
    const {limits, effort} = this.#context;
    const inline = new RichText(limits.cell, effort);
    inline.open('t');
    inline.add(text);
    return filled({cell: restore(inline.value)});
  }

  #enter(name: string): void {
    const {limits, effort} = this.#context;
    this.#part = name;
    if (name === 'v') this.#value ??= '';
    else if (name === 'f') this.#isFormula = true;
    else if (name === 'is') this.#inline = new RichText(limits.cell, effort);
  }

  #read(style: string, type: string, value: string): Content {
    const {strings, forms, effort} = this.#context;
    switch (type) {
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
        return readNumberCell(value, forms[Number(style)], this.#days);
    }
  }
}

/** Blank texts are nothing. */
function filled(content: Content): Content | undefined {
  return typeof content.cell === 'string' && content.cell.trim() === '' ? undefined : content;
}
