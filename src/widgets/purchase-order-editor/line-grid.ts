import type {ReactiveController} from 'lit';
import {dateOrder} from '../../locales/formats.ts';
import {localToday, parseDay} from '../../orders/dates.ts';
import type {DraftLine, LineChange} from '../../orders/draft.ts';
import type {Change} from '../../orders/history.ts';
import {isDate} from '../../orders/days.ts';
import type {LineField} from '../../orders/problems.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {PressController} from '../../ui/press.ts';
import {RowWindow} from '../../ui/row-window.ts';
import {renderCellEditor} from './cell-editor.ts';
import type {EditorContext} from './editor-context.ts';
import type {EditorSession} from './editor-session.ts';
import {cellId, columnsFor, isEditable, isField, type Column, lineFieldId} from './grid-columns.ts';
import {handleClipboard, pasteText} from './grid-clipboard.ts';
import {handleKey, isText} from './grid-keys.ts';
import type {GridRow} from './grid-view.ts';
import type {ItemSearch} from './item-search.ts';
import type {LineMarks} from './line-marks.ts';
import {shownField} from './line-view.ts';
import {MarkedLines} from './marked-lines.ts';

/** The cell that the focus is on, or goes to. */
export interface Cell {
  readonly key: string;
  readonly column: Column;
}

/** A cell that is being edited. */
export interface Edit extends Cell {
  readonly column: LineField;
  /** `type`: begun by typing or clicking, so that arrows go on to other cells; `edit`: they move in the text. */
  mode: 'type' | 'edit';
  /** Names what is done in it, to be undone together. */
  readonly step: string;
}

/** What the grid needs of the element that it works for. */
export interface LineGridOptions {
  context: () => EditorContext;
  /** Draws now, so that the key that begins to edit a cell goes into its input. */
  draw: () => void;
}

/** The grid of the order's lines: which cell is active or edited, which rows are drawn, and what keys and clicks do. */
export class LineGrid implements ReactiveController {
  readonly #host: PortalElement;
  readonly #session: EditorSession;
  readonly #search: ItemSearch;
  readonly #options: LineGridOptions;
  readonly #window: RowWindow;
  readonly #marked: MarkedLines;
  readonly #press: PressController;
  #lines: readonly DraftLine[] = [];
  #active: Cell = {key: '', column: 'item'};
  #index = 0;
  #edit: Edit | undefined;
  #editCount = 0;
  #lastEdited: string | undefined;
  /** The other end of the rows that are selected. */
  #anchor: string | undefined;
  #wantsFocus = false;
  /** What has the focus in the grid, while that is drawn: rows that change places in the page lose it. */
  #focused: HTMLElement | undefined;
  /** Whether lines were last drawn below each other, and not as a grid. */
  #isNarrow: boolean | undefined;
  constructor(host: PortalElement, session: EditorSession, search: ItemSearch, options: LineGridOptions) {
    this.#host = host;
    this.#session = session;
    this.#search = search;
    this.#options = options;
    this.#marked = new MarkedLines(session, search);
    this.#window = new RowWindow(host, '.grid-scroll');
    this.#press = new PressController(host, () => this.#release());
    host.addController(this);
  }

  get session(): EditorSession {
    return this.#session;
  }

  get search(): ItemSearch {
    return this.#search;
  }

  get context(): EditorContext {
    return this.#options.context();
  }

  /** The active cell; its row is drawn wherever it is. */
  get active(): Cell {
    return this.#active;
  }

  /** Index of the active line. */
  get activeIndex(): number {
    return this.#index;
  }

  get activeLine(): DraftLine | undefined {
    return this.#lines[this.#index];
  }

  /** The cell that is being edited. */
  get edit(): Edit | undefined {
    return this.#edit;
  }

  get isRtl(): boolean {
    return getComputedStyle(this.#host).direction === 'rtl';
  }

  /** The line that was edited last: what there is to say of it is said aloud. */
  get lastEdited(): DraftLine | undefined {
    return this.#edit ? undefined : this.#lines.find(({key}) => key === this.#lastEdited);
  }

  /** The columns that are drawn. */
  get columns(): readonly Column[] {
    return columnsFor(this.context.showsPrices);
  }

  /** Indexes of the selected rows, both inclusive; undefined where none is selected but the active one. */
  get selection(): {first: number; last: number} | undefined {
    if (this.#anchor === undefined) return undefined;
    const other = this.#lines.findIndex(({key}) => key === this.#anchor);
    if (other < 0) return undefined;
    return {first: Math.min(other, this.#index), last: Math.max(other, this.#index)};
  }

  /** The lines that are selected, else the active one. */
  get chosenLines(): readonly DraftLine[] {
    const {first, last} = this.selection ?? {first: this.#index, last: this.#index};
    return this.#lines.slice(first, last + 1);
  }

  /** So many rows fit. */
  get pageSize(): number {
    return this.#window.pageSize;
  }

  /** The rows to draw: those that can be seen, some more, and the active one. */
  get rows(): readonly GridRow[] {
    const {lines} = this.#session.draft;
    const rows = this.#window.rows((index) => lines[index]?.key ?? '', {
      pinned: this.#index,
      // An element that moves ends what an input method has begun in it.
      isSteady: this.#edit !== undefined,
    });
    return rows.flatMap((row) => {
      const line = lines[row.index];
      return line ? [{...row, ...this.#row(line, row.index)}] : [];
    });
  }

  /** The element of the active cell. */
  get activeCell(): HTMLElement | null {
    return this.#find<HTMLElement>(`#${cellId(this.#active.column, this.#active.key)}`);
  }

  /** Something that marks depend on has changed, other than a line. */
  forgetMarks(): void {
    for (const {key, item, search} of this.#session.draft.lines) if (!item && search) this.#marked.touch(key);
    this.#host.requestUpdate();
  }

  /** More is known of a line than before. */
  touch(key: string): void {
    this.#marked.touch(key);
    this.#host.requestUpdate();
  }

  /** Names what is being done in a line's item, while it is edited. */
  stepOf(key: string): string | undefined {
    return this.#edit?.key === key && this.#edit.column === 'item' ? this.#edit.step : undefined;
  }

  /**
   * Handles what has happened before the grid was there. The browser has long done with it: a key types nothing any more, and a
   * paste says only as `text` what it brought.
   */
  replay(event: Event, target: Element, text = ''): void {
    // As between two keys of a keyboard: what the one before has added is there.
    this.#options.draw();
    if (event.type === 'paste') {
      pasteText(this, event, text);
      return;
    }
    const {key, ctrlKey, metaKey} = event as KeyboardEvent;
    const types = event.type === 'keydown' && isText(key) && !ctrlKey && !metaKey;
    if (!types || !this.#edit) this.handle(event, target);
    const input = this.#input();
    if (types && input instanceof HTMLInputElement) insertText(input, key);
  }

  /** What there is to say of a line. */
  marks(line: DraftLine): LineMarks | undefined {
    return this.#marked.of(line);
  }

  hostUpdate(): void {
    this.#followWidth();
    const focused = this.#host.shadowRoot?.activeElement;
    this.#focused = focused instanceof HTMLElement && focused.closest('.rows') ? focused : undefined;
    const {lines} = this.#session.draft;
    this.#marked.update();
    if (lines !== this.#lines) {
      this.#lines = lines;
      this.#keepPlace();
    }
    this.#window.update(lines.length, this.#marked.tall);
  }

  hostUpdated(): void {
    const focused = this.#focused;
    this.#focused = undefined;
    const isLost = focused !== undefined && !this.#host.shadowRoot?.activeElement;
    if (this.#wantsFocus || (isLost && !focused.isConnected)) this.#focus();
    else if (isLost) focused.focus({preventScroll: true});
  }

  /** Goes to a cell. */
  moveTo(cell: Cell, {focus = true, selects = false} = {}): void {
    this.endEdit();
    if (selects) this.#anchor ??= this.#active.key;
    else this.#anchor = undefined;
    this.#active = cell;
    this.#index = Math.max(
      this.#session.draft.lines.findIndex(({key}) => key === cell.key),
      0,
    );
    this.#wantsFocus ||= focus;
    this.#host.requestUpdate();
  }

  /** Goes to a cell by the id of its field; says whether there is such a line. */
  reveal(id: string): boolean {
    const place = /^(\w+)-(.+)$/.exec(id);
    const line = place && this.#session.draft.lines.find(({key}) => key === place[2]);
    if (!line) return false;
    const column = this.columns.find((each) => each === place[1]) ?? 'item';
    this.moveTo({key: line.key, column});
    return true;
  }

  /** Goes so many rows and columns on; stops at the edges. */
  move(rows: number, columns: number, selects = false): void {
    const index = clamp(this.#index + rows, 0, this.#lines.length - 1);
    const all = this.columns;
    const place = clamp(all.indexOf(this.#active.column) + columns, 0, all.length - 1);
    const line = this.#lines[index];
    if (line) this.moveTo({key: line.key, column: all[place] ?? 'item'}, {selects});
  }

  /** Selects the lines from one to another. */
  select(first: number, last: number): void {
    const line = this.#lines[last];
    if (!line) return;
    this.#anchor = this.#lines[first]?.key;
    this.moveTo({key: line.key, column: this.#active.column}, {selects: true});
  }

  clearSelection(): void {
    this.#anchor = undefined;
    this.#host.requestUpdate();
  }

  /** Moves the focus to the active cell once it is drawn. */
  refocus(): void {
    this.#wantsFocus = true;
  }

  /** Begins to edit the active cell; false where it cannot be changed. */
  beginEdit(mode: Edit['mode']): boolean {
    const line = this.activeLine;
    const {column} = this.#active;
    if (!line || !isEditable(column, line)) return false;
    this.#anchor = undefined;
    this.#marked.held = {key: line.key, marks: this.marks(line)};
    this.#edit = {key: line.key, column, mode, step: `cell-${++this.#editCount}`};
    if (column === 'item') this.#search.focus(line.key);
    this.#host.requestUpdate();
    this.#options.draw();
    const input = this.#input();
    input?.focus({preventScroll: true});
    if (input instanceof HTMLInputElement) {
      if (mode === 'type') input.select();
      else input.setSelectionRange(input.value.length, input.value.length);
    }
    input?.scrollIntoView({block: 'nearest', inline: 'nearest'});
    return true;
  }

  /** Opens the choices of the cell that is edited, where it has some. */
  showChoices(): void {
    const input = this.#input();
    if (input instanceof HTMLSelectElement) showPicker(input);
  }

  /** Ends editing; what was typed is in the draft already. */
  endEdit(): void {
    const edit = this.#edit;
    if (!edit) return;
    this.#edit = undefined;
    this.#marked.held = undefined;
    this.#lastEdited = edit.key;
    this.#host.requestUpdate();
    const line = this.#session.draft.lines.find(({key}) => key === edit.key);
    if (line && edit.column === 'requestedDate') this.#readDate(line, edit.step);
    if (edit.column === 'item') {
      this.#search.combobox.close();
      void this.#search.commit(edit.key);
    }
    this.touch(edit.key);
  }

  /** Ends editing as if nothing had been typed. */
  giveUp(): void {
    const edit = this.#edit;
    if (!edit) return;
    this.#edit = undefined;
    this.#marked.held = undefined;
    this.#search.combobox.close();
    this.#session.giveUp(edit.step);
    this.#wantsFocus = true;
    this.touch(edit.key);
  }

  /** Changes the line of the cell that is being edited. */
  change(change: LineChange): void {
    if (this.#edit) this.#session.changeLine(this.#edit.key, change, this.#edit.step);
  }

  /** Goes to where a change was made that was undone or done again. */
  show({index, removed, inserted}: Change): void {
    const {lines} = this.#session.draft;
    const line = lines[index] ?? lines.at(-1);
    if (!line || (inserted.length === 0 && removed.length === 0)) return;
    const [before, after] = [removed[0], inserted[0]];
    const column = before && after && before.key === after.key ? changedColumn(before, after) : undefined;
    this.moveTo({key: line.key, column: column ?? this.#active.column});
  }

  /** Handles what happens in the grid. */
  handle(event: Event, target = event.target as Element): void {
    switch (event.type) {
      case 'keydown':
        handleKey(this, event as KeyboardEvent);
        break;
      case 'pointerdown':
        if (this.#edit && target.closest('.cell-input')) this.#edit.mode = 'edit';
        break;
      case 'click':
        this.#onClick(event as MouseEvent, target);
        break;
      case 'focusin':
        this.#onFocus(target);
        break;
      case 'focusout':
        this.#onBlur(event as FocusEvent);
        break;
      case 'scroll':
        this.#window.scroll(target.scrollTop);
        break;
      default:
        handleClipboard(this, event as ClipboardEvent);
    }
  }

  /** Goes on from a cell that was filled: to the next one of its line that has to be, else to the next line. */
  goOn(key: string, column: Column): void {
    this.endEdit();
    const {lines} = this.#session.draft;
    const index = lines.findIndex((line) => line.key === key);
    const line = lines[index];
    if (!line) return;
    const next = nextToFill(line, column);
    if (next) {
      this.moveTo({key, column: next});
      return;
    }
    const below = lines[index + 1]?.key ?? this.#session.addLine();
    this.moveTo({key: below, column: 'item'});
  }

  #row(line: DraftLine, index: number): Omit<GridRow, 'slot' | 'top'> {
    const {key} = line;
    const isActive = key === this.#active.key;
    const selection = this.selection;
    const edit = this.#edit?.key === key ? this.#edit : undefined;
    return {
      line,
      index,
      active: isActive ? this.#active.column : undefined,
      isSelected: selection !== undefined && index >= selection.first && index <= selection.last,
      isBusy: this.#search.lookupOf(line)?.status === 'pending',
      editor: edit && {column: edit.column, content: renderCellEditor(this, line, edit)},
      marks: this.#marked.rowOf(line, this.context.locale),
    };
  }

  /** The line that was active may be gone: then the one in its place is. */
  #keepPlace(): void {
    const index = this.#lines.findIndex(({key}) => key === this.#active.key);
    if (index >= 0) {
      this.#index = index;
      return;
    }
    this.#index = clamp(this.#index, 0, this.#lines.length - 1);
    const line = this.#lines[this.#index];
    if (line) this.#active = {key: line.key, column: this.#active.column};
    this.#edit = undefined;
    this.#marked.held = undefined;
  }

  /** Where the lines are about to be drawn as something else, the focus goes to what takes the place of its cell. */
  #followWidth(): void {
    const {isNarrow, focus} = this.context;
    const isOther = this.#isNarrow !== undefined && this.#isNarrow !== isNarrow;
    this.#isNarrow = isNarrow;
    if (!isOther) return;
    const id = this.#host.shadowRoot?.activeElement?.id ?? '';
    const [, column = 'item', key] = /^(?:cell-)?([a-z]+)-(.+)$/i.exec(id) ?? [];
    this.endEdit();
    const line = this.#session.draft.lines.find((each) => each.key === key);
    if (!line) return;
    const field = isField(column as Column) ? shownField(line, column as LineField) : 'item';
    const isFolded = isNarrow && (field === 'requestedDate' || field === 'note') && line[field] === '';
    if (isNarrow || !isField(column as Column)) focus(lineFieldId(line.key, isFolded ? 'item' : field));
    else void this.#goOnEditing({key: line.key, column: field});
  }

  /** What was being typed below each other is typed on in its cell. */
  async #goOnEditing(cell: Cell): Promise<void> {
    await this.#host.updateComplete;
    this.moveTo(cell);
    this.beginEdit('edit');
  }

  #focus(): void {
    this.#wantsFocus = false;
    const target = this.#input() ?? this.activeCell;
    target?.focus({preventScroll: true});
    target?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }

  #input(): HTMLElement | null {
    const edit = this.#edit;
    return edit ? this.#find<HTMLElement>(`#${lineFieldId(edit.key, edit.column)}`) : null;
  }

  #find<E extends Element>(selector: string): E | null {
    return this.#host.renderRoot.querySelector<E>(selector);
  }

  #readDate({key, requestedDate}: DraftLine, step: string): void {
    if (requestedDate === '' || isDate(requestedDate)) return;
    const day = parseDay(requestedDate, dateOrder(this.context.locale), localToday());
    if (day !== undefined) this.#session.changeLine(key, {requestedDate: day}, step);
  }

  #onClick(event: MouseEvent, target: Element): void {
    const cell = cellOf(target);
    if (!cell || target.closest('.open')) return;
    if (cell.column === 'remove') {
      this.remove(new Set([cell.key]));
      return;
    }
    this.moveTo(cell, {selects: event.shiftKey});
    if (!event.shiftKey && this.beginEdit('type')) this.showChoices();
  }

  #onFocus(target: Element): void {
    const cell = cellOf(target);
    if (!cell || this.#edit || (cell.key === this.#active.key && cell.column === this.#active.column)) return;
    this.#active = cell;
    this.#index = Math.max(
      this.#lines.findIndex(({key}) => key === cell.key),
      0,
    );
    this.#host.requestUpdate();
  }

  /** The focus has left the cell that was being edited, and not because that was drawn anew. */
  #onBlur({target, relatedTarget}: FocusEvent): void {
    const edit = this.#edit;
    const input = target as Element;
    // The window has lost the focus, and gives it back to the same input.
    if (!document.hasFocus()) return;
    if (!edit || this.#focused || !input.isConnected || input.id !== lineFieldId(edit.key, edit.column))
      return;
    const next = relatedTarget as Element | null;
    if (next && input.closest('.cell')?.contains(next)) return;
    const {held} = this.#marked;
    this.endEdit();
    // Where a press has taken the focus away, what is pressed stays below the pointer until it is a click.
    if (!this.#press.isPressed) return;
    this.#marked.held = held;
    this.touch(edit.key);
  }

  /** Lets the row of a line that was edited say again what there is to say of it. */
  #release(): void {
    const {held} = this.#marked;
    if (!held || this.#edit || this.#press.isPressed) return;
    this.#marked.held = undefined;
    this.touch(held.key);
  }

  /** Takes lines out and keeps the focus in their neighbourhood. */
  remove(keys: ReadonlySet<string>): void {
    this.#anchor = undefined;
    this.#edit = undefined;
    this.#marked.held = undefined;
    this.#session.removeLines(keys);
    this.#wantsFocus = true;
  }
}

/** The cell of an element in it. */
export function cellOf(target: Element): Cell | undefined {
  const column = target.closest('[data-column]')?.getAttribute('data-column');
  const key = target.closest('[data-key]')?.getAttribute('data-key');
  return column && key ? {key, column: column as Column} : undefined;
}

/** What a line still needs; a new item needs another look at the quantity in any case. */
function nextToFill({item, variantCode, quantity}: DraftLine, column: Column): LineField | undefined {
  const needsVariant = (item?.variants?.length ?? 0) > 0 && variantCode === undefined;
  if (needsVariant && column !== 'variant') return 'variant';
  return column !== 'quantity' && (column === 'item' || quantity.trim() === '') ? 'quantity' : undefined;
}

function changedColumn(before: DraftLine, after: DraftLine): Column | undefined {
  if (before.search !== after.search || before.item !== after.item) return 'item';
  if (before.variantCode !== after.variantCode) return 'variant';
  if (before.unitCode !== after.unitCode) return 'unit';
  return (['quantity', 'requestedDate', 'note'] as const).find((field) => before[field] !== after[field]);
}

/** Types a text as the browser would. */
function insertText(input: HTMLInputElement, text: string): void {
  input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
  input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

/** The choices of a native select, where the browser lets us open them. */
function showPicker(select: HTMLSelectElement): void {
  try {
    select.showPicker();
  } catch {
    // It is in a frame that may not, or the browser cannot.
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(Math.min(value, most), least);
}
