import type {ReactiveController} from 'lit';
import {dateOrder, separators} from '../../locales/formats.ts';
import {localToday, parseDay} from '../../orders/dates.ts';
import {isDate} from '../../orders/days.ts';
import type {UploadFilter} from '../../orders/upload/row-list.ts';
import type {UploadField} from '../../orders/upload/template-fields.ts';
import {textOf, type UploadRow} from '../../orders/upload/upload-row.ts';
import type {UploadSheet} from '../../orders/upload/upload-sheet.ts';
import type {Item} from '../../portal/contract/catalog.ts';
import {ComboboxController} from '../../ui/combobox.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {RowWindow} from '../../ui/row-window.ts';
import {suggestItems} from '../purchase-order-editor/item-search.ts';
import type {DrawnRow, RowCell, RowEdit} from './row-cell.ts';
import {cellId, isEditable, isField, ROW_COLUMNS, type RowColumn} from './row-columns.ts';
import {handleInGrid, handleInStack} from './row-events.ts';
import type {RowMarks} from './row-marks.ts';
import {RowsFocus} from './rows-focus.ts';
import type {UploadContext} from './upload-context.ts';

/** The rows of a file as a grid, or below each other: what is shown of them, which cell is active, what is edited. */
export class RowsGrid implements ReactiveController {
  readonly sheet: UploadSheet;
  readonly combobox: ComboboxController<Item>;
  readonly #host: PortalElement;
  readonly #context: () => UploadContext;
  readonly #draw: () => void;
  readonly #window: RowWindow;
  readonly #focus: RowsFocus;
  readonly #abort = new AbortController();
  #filter: UploadFilter = 'all';
  #active: RowCell = {key: '', column: 'item'};
  #index = 0;
  #edit: RowEdit | undefined;
  #page = 0;
  #measured: {readonly rows: unknown; readonly all: unknown; readonly tall: readonly number[]} | undefined;

  /** `draw` draws now, so that the key that begins to edit a cell goes into its input. */
  constructor(
    host: PortalElement,
    sheet: UploadSheet,
    options: {context: () => UploadContext; draw: () => void},
  ) {
    this.#host = host;
    this.sheet = sheet;
    this.#context = options.context;
    this.#draw = options.draw;
    this.#window = new RowWindow(host, '.grid-scroll');
    this.#focus = new RowsFocus(host, () => this.#active);
    this.combobox = new ComboboxController<Item>(host, {
      search: (text, {signal}) => suggestItems(this.#context().member.portal, text, signal),
      onChoose: (inputId, item) => this.#choose(inputId.replace(/^item-/, ''), item),
      popup: () => host.renderRoot.querySelector<HTMLElement>('#suggestions-popup'),
      input: (id) => host.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`),
    });
    host.addController(this);
  }

  /** Ends its work on the host: another file is there. */
  dispose(): void {
    this.#abort.abort();
    this.combobox.close();
    for (const controller of [this, this.#window, this.combobox]) this.#host.removeController(controller);
  }

  get filter(): UploadFilter {
    return this.#filter;
  }

  /** The rows that the filter leaves. */
  get rows(): readonly UploadRow[] {
    return this.sheet.visible(this.#filter);
  }

  get active(): RowCell {
    return this.#active;
  }

  get activeRow(): UploadRow | undefined {
    return this.sheet.row(this.#active.key);
  }

  get edit(): RowEdit | undefined {
    return this.#edit;
  }

  get isRtl(): boolean {
    return getComputedStyle(this.#host).direction === 'rtl';
  }

  /** So many rows fit. */
  get pageSize(): number {
    return this.#window.pageSize;
  }

  /** The first of the rows that are drawn below each other in a narrow place. */
  get page(): number {
    return this.#page;
  }

  /** Whether the rows are being drawn around the cell that has the focus. */
  get isDrawing(): boolean {
    return this.#focus.isHeld;
  }

  /** The rows to draw: those that can be seen, some more, and the active one. */
  get drawn(): readonly DrawnRow[] {
    const {rows} = this;
    const drawn = this.#window.rows((index) => rows[index]?.key ?? '', {
      pinned: this.#index,
      // An element that moves ends what an input method has begun in it.
      isSteady: this.#edit !== undefined,
    });
    return drawn.flatMap((each) => {
      const row = rows[each.index];
      if (!row) return [];
      const isActive = row.key === this.#active.key;
      return {
        ...each,
        row,
        active: isActive ? this.#active.column : undefined,
        edit: this.#edit?.key === row.key ? this.#edit : undefined,
      };
    });
  }

  /** Whether a row can be changed no more: it was left out, or has become part of an order. */
  isLocked(key: string): boolean {
    const state = this.sheet.stateOf(key);
    return state === 'taken' || state === 'merged' || state === 'left-out';
  }

  /** What there is to say of a row; undefined for nothing. */
  marksOf(key: string): RowMarks | undefined {
    const state = this.sheet.stateOf(key);
    if (this.isLocked(key)) {
      const kind = state === 'merged' ? 'merged' : 'left-out';
      return {problems: [], warnings: [], fate: this.sheet.takenAs(key) ?? {kind}};
    }
    const [problems, warnings] = [this.sheet.problemsOf(key), this.sheet.warningsOf(key)];
    return problems.length + warnings.length > 0 ? {problems, warnings} : undefined;
  }

  /** Shows other rows, and those that belong among them by now. */
  show(filter: UploadFilter): void {
    this.commit();
    this.#filter = filter;
    this.sheet.refilter();
    this.#page = 0;
    this.#host.requestUpdate();
  }

  /** Draws the rows from that one on in a narrow place. */
  turnTo(page: number): void {
    this.#page = page;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#followLanguage();
    this.#focus.hold();
    this.#keepPlace();
    this.#window.update(this.rows.length, this.#tall);
  }

  hostUpdated(): void {
    this.#focus.restore(() => {
      this.commit();
      this.#focus.move();
    });
  }

  /** Moves the focus to the active cell once it is drawn. */
  refocus(): void {
    this.#focus.want();
    this.#host.requestUpdate();
  }

  /** Goes to a cell. */
  moveTo(cell: RowCell, {focus = true} = {}): void {
    this.commit();
    this.#active = cell;
    this.#keepPlace();
    if (focus) this.#focus.want();
    this.#host.requestUpdate();
  }

  /** Has a cell active that has the focus by now. */
  activate(cell: RowCell): void {
    this.#active = cell;
    this.#keepPlace();
    this.#host.requestUpdate();
  }

  /** Draws the rows that can be seen so far down, in pixels. */
  scroll(top: number): void {
    this.#window.scroll(top);
  }

  /** Goes so many rows and columns on; stops at the edges. */
  move(rows: number, columns: number): void {
    const index = clamp(this.#index + rows, 0, this.rows.length - 1);
    const place = clamp(placeOf(this.#active.column) + columns, 0, ROW_COLUMNS.length - 1);
    const row = this.rows[index];
    if (row) this.moveTo({key: row.key, column: ROW_COLUMNS[place] ?? 'item'});
  }

  /** Goes to the next problem, or to the one before; says whether there is one. */
  goToProblem(step: 1 | -1): boolean {
    this.commit();
    const {key, column} = this.#active;
    const from = isField(column) ? {key, field: column} : undefined;
    const found = step > 0 ? this.sheet.nextProblem(from) : this.sheet.previousProblem(from);
    if (!found) return false;
    this.reveal(found.key, found.field);
    return true;
  }

  /** Goes to a field, and shows all rows where the filter hides it. */
  reveal(key: string, field: UploadField): void {
    if (!this.rows.some((row) => row.key === key)) this.show('all');
    const index = this.rows.findIndex((row) => row.key === key);
    this.#page = pageOf(Math.max(index, 0));
    this.moveTo({key, column: field});
  }

  /** Begins to edit the active cell; false where it cannot be changed. */
  beginEdit(mode: RowEdit['mode']): boolean {
    const row = this.activeRow;
    const {key, column} = this.#active;
    if (!row || !isEditable(column, row) || this.isLocked(key)) return false;
    this.#edit = {key, column, mode, text: textOf(row, column)};
    this.#host.requestUpdate();
    this.#draw();
    const input = this.#focus.find(cellId(column, key));
    input?.focus({preventScroll: true});
    if (input instanceof HTMLInputElement) {
      if (mode === 'type') input.select();
      else input.setSelectionRange(input.value.length, input.value.length);
    }
    input?.scrollIntoView({block: 'nearest', inline: 'nearest'});
    return true;
  }

  /** Begins to edit a field that stands by itself. Nothing looks different for it: the field is there. */
  editInStack(cell: RowCell, column: UploadField): void {
    const row = this.sheet.row(cell.key);
    if (!row || (this.#edit?.key === cell.key && this.#edit.column === column)) return;
    this.commit();
    this.#active = cell;
    this.#keepPlace();
    this.#edit = {key: cell.key, column, mode: 'edit', text: textOf(row, column)};
  }

  toggleMode(): void {
    if (this.#edit) this.#edit.mode = this.#edit.mode === 'edit' ? 'type' : 'edit';
  }

  /** The text of a field has changed; where it stands by itself, that may be the first that is heard of it. */
  type(text: string, key: string, column: UploadField): void {
    if (this.#edit?.key !== key || this.#edit.column !== column) this.editInStack({key, column}, column);
    const edit = this.#edit;
    if (!edit) return;
    edit.text = text;
    if (edit.column === 'item') this.combobox.type(cellId('item', edit.key), text);
    this.#host.requestUpdate();
  }

  /** A key in an item that is searched for; true where it has done its work. */
  pressInItem(event: KeyboardEvent): boolean {
    const edit = this.#edit;
    if (!edit || !this.combobox.press(event, cellId('item', edit.key), edit.text)) return false;
    if (event.key === 'Enter') this.move(1, 0);
    return true;
  }

  /** An item of the list was clicked. */
  pick(item: Item): void {
    this.combobox.choose(item);
    this.#focus.want();
    this.#host.requestUpdate();
  }

  /** Ends editing; what was typed is the row's. */
  commit(): void {
    const edit = this.#edit;
    if (!edit) return;
    this.#edit = undefined;
    this.combobox.close();
    this.change(edit.key, edit.column, edit.text);
    if (edit.isSaved && edit.column === 'item') void this.#find(edit.key);
  }

  /** Gives the row what is typed so far, and goes on editing. */
  save(): void {
    const edit = this.#edit;
    const row = edit && this.sheet.row(edit.key);
    if (!edit || !row || textOf(row, edit.column) === edit.text) return;
    this.sheet.change(edit.key, edit.column, this.#read(edit.column, edit.text));
    edit.isSaved = true;
  }

  /** Writes a field of a row, and finds its item. */
  change(key: string, field: UploadField, text: string): void {
    const row = this.sheet.row(key);
    if (!row || textOf(row, field) === text) {
      this.#host.requestUpdate();
      return;
    }
    this.sheet.change(key, field, this.#read(field, text));
    if (field === 'item') void this.#find(key);
    this.#host.requestUpdate();
  }

  /** Ends editing as if nothing had been typed. */
  giveUp(): void {
    if (this.#edit?.isSaved) this.sheet.undo();
    this.#edit = undefined;
    this.combobox.close();
    this.#focus.want();
    this.#host.requestUpdate();
  }

  #read(field: UploadField, text: string): string {
    return field === 'requestedDate' ? this.#readDate(text) : text;
  }

  async #find(key: string): Promise<void> {
    await this.sheet.resolve({keys: [key], signal: this.#abort.signal});
  }

  /** Empties the active cell. */
  clear(): void {
    const {key, column} = this.#active;
    const row = this.activeRow;
    if (row && isEditable(column, row) && !this.isLocked(key)) this.change(key, column, '');
  }

  /** Undoes the last change, or does it again, and goes to where that was. */
  undo(what: 'undo' | 'redo'): void {
    this.commit();
    const change = what === 'undo' ? this.sheet.undo() : this.sheet.redo();
    const key = change?.keys[0];
    const {column} = this.#active;
    if (key !== undefined) this.reveal(key, change?.field ?? (isField(column) ? column : 'item'));
    this.#host.requestUpdate();
  }

  /** Leaves the active row out, or puts it back. */
  leaveOut(key = this.#active.key): void {
    this.#edit = undefined;
    if (this.sheet.stateOf(key) === 'left-out') this.sheet.putBack([key]);
    else this.sheet.leaveOut([key]);
    this.#host.requestUpdate();
  }

  /** Handles what happens in the fields of rows that stand below each other. */
  readonly handleInStack = (event: Event): void => handleInStack(this, event);

  /** Handles what happens in the grid. */
  readonly handle = (event: Event): void => handleInGrid(this, event);

  /** Quantities are typed as the user's language of now has them. */
  #followLanguage(): void {
    const {decimal, group} = separators(this.#context().locale);
    const typed = this.sheet.separators;
    if (decimal === typed.decimal && group === typed.group) return;
    // What is being typed is meant as it was begun.
    this.commit();
    this.sheet.retype({decimal, group});
  }

  /** Indexes of the rows of which there is something to say below their cells. */
  get #tall(): readonly number[] {
    const [rows, all] = [this.rows, this.sheet.rows];
    // Asked at every frame that is scrolled; there are other rows whenever one of them has changed.
    if (this.#measured?.rows !== rows || this.#measured.all !== all) {
      const tall = rows.flatMap(({key}, index) => (this.marksOf(key) ? [index] : []));
      this.#measured = {rows, all, tall};
    }
    return this.#measured.tall;
  }

  /** The row that was active may not be shown any more: then the one in its place is active. */
  #keepPlace(): void {
    const index = this.rows.findIndex(({key}) => key === this.#active.key);
    if (index >= 0) {
      this.#index = index;
      return;
    }
    this.#index = clamp(this.#index, 0, this.rows.length - 1);
    const row = this.rows[this.#index];
    if (row) this.#active = {key: row.key, column: this.#active.column};
    this.#edit = undefined;
  }

  #choose(key: string, item: Item): void {
    if (this.#edit?.key === key) this.#edit = undefined;
    this.sheet.chooseItem(key, item);
    this.#host.requestUpdate();
  }

  #readDate(text: string): string {
    if (text.trim() === '' || isDate(text)) return text;
    return parseDay(text, dateOrder(this.#context().locale), localToday()) ?? text;
  }
}

/** So many rows are drawn at a time in a narrow place. */
export const PAGE = 20;

/** The page that a row is on. */
function pageOf(index: number): number {
  return Math.floor(index / PAGE) * PAGE;
}

function placeOf(column: RowColumn): number {
  return ROW_COLUMNS.findIndex((each) => each === column);
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(Math.min(value, most), least);
}
