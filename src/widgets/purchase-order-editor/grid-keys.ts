import {
  addLine,
  changeLines,
  duplicateLines,
  newLine,
  type DraftLine,
  type LineChange,
} from '../../orders/draft.ts';
import type {Change} from '../../orders/history.ts';
import type {LineField} from '../../orders/problems.ts';
import {isEditable, isField} from './grid-columns.ts';
import {isReview} from './keys.ts';
import type {Edit, LineGrid} from './line-grid.ts';

/** Keys of a spreadsheet, after the ARIA grid pattern. What is none of them stays the browser's. */
export function handleKey(grid: LineGrid, event: KeyboardEvent): void {
  if (event.isComposing || isReview(event)) return;
  // Safari says no more than this of the Enter that ends the input of a word.
  if (grid.edit && event.keyCode === 229) return;
  const isDone = grid.edit ? keyInEditor(grid, event) : keyInGrid(grid, event);
  if (isDone) event.preventDefault();
}

/** Undoes, and goes to where that was. */
export function undo(grid: LineGrid): void {
  goTo(grid, grid.session.undo());
}

/** Does again what was undone, and goes to where that is. */
export function redo(grid: LineGrid): void {
  goTo(grid, grid.session.redo());
}

/** Goes to where a change was made: to a cell, or to a field of the order's head. */
function goTo(grid: LineGrid, change: Change | undefined): void {
  if (!change) return;
  const {removed, inserted, after} = change;
  const [field] = Object.keys(after);
  if (removed.length + inserted.length > 0) grid.show(change);
  else if (field !== undefined) grid.context.focus(headerIds.get(field) ?? field);
}

const headerIds = new Map([
  ['shipToId', 'delivery'],
  ['usesOwnAddress', 'delivery'],
  ['ownAddress', 'address-name'],
]);

/** Puts an empty line in above the active one, and goes there. */
export function insertLine(grid: LineGrid): void {
  const line = newLine();
  const index = grid.activeIndex;
  grid.session.edit((draft) => addLine(draft, line, index));
  grid.moveTo({key: line.key, column: 'item'});
}

/** Puts copies of the chosen lines in below them, and goes to the first. */
export function duplicate(grid: LineGrid): void {
  const {first, last} = grid.selection ?? {first: grid.activeIndex, last: grid.activeIndex};
  grid.session.edit((draft) => duplicateLines(draft, first, last + 1));
  grid.session.items.fill();
  const copy = grid.session.draft.lines[last + 1];
  if (copy) grid.moveTo({key: copy.key, column: grid.active.column});
}

/** Takes the chosen lines out. */
export function removeChosen(grid: LineGrid): void {
  grid.remove(new Set(grid.chosenLines.map(({key}) => key)));
}

/** What a line has in a field, to be put into another line. An item comes with its unit and variant. */
function contentOf(line: DraftLine, field: LineField): LineChange {
  switch (field) {
    case 'item':
      return {search: line.search, item: line.item, unitCode: line.unitCode, variantCode: line.variantCode};
    case 'variant':
      return {variantCode: line.variantCode};
    case 'unit':
      return {unitCode: line.unitCode};
    default:
      return {[field]: line[field]};
  }
}

/** Empties the active column of the chosen lines. */
export function clearCells(grid: LineGrid): void {
  const {column} = grid.active;
  if (!isField(column)) return;
  const empty = contentOf({...newLine(), item: undefined}, column);
  change(grid, grid.chosenLines, empty);
}

/** Fills the active column from above: of the line from the one before, of several lines from the first of them. */
function fillDown(grid: LineGrid): void {
  const {column} = grid.active;
  const {lines} = grid.session.draft;
  const {selection} = grid;
  const from = lines[selection && selection.last > selection.first ? selection.first : grid.activeIndex - 1];
  if (!from || !isField(column)) return;
  const to = grid.chosenLines.filter((line) => line !== from);
  change(grid, to, contentOf(from, column));
}

function change(grid: LineGrid, lines: readonly DraftLine[], by: LineChange): void {
  const keys = new Set(lines.map(({key}) => key));
  grid.session.edit((draft) => changeLines(draft, keys, by));
  grid.session.items.fill();
}

function keyInEditor(grid: LineGrid, event: KeyboardEvent): boolean {
  const {edit, search} = grid;
  if (!edit) return false;
  const {key, column} = edit;
  if (column === 'item' && search.press(event, key))
    return event.key === 'Tab' ? tab(grid, event.shiftKey ? -1 : 1) : false;
  switch (event.key) {
    case 'Escape':
      grid.giveUp();
      return true;
    case 'Enter':
      enter(grid, event.shiftKey);
      return true;
    case 'F2':
      edit.mode = edit.mode === 'edit' ? 'type' : 'edit';
      return true;
    case 'Tab':
      return tab(grid, event.shiftKey ? -1 : 1);
    default:
      return goesOn(edit, event) && arrow(grid, event);
  }
}

/** Whether a key leaves the cell that is typed into; with Shift or Ctrl, and on its first and last place, it is the text's. */
function goesOn({mode, column}: Edit, event: KeyboardEvent): boolean {
  const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey;
  const isOfText = event.key === 'Home' || event.key === 'End';
  return mode === 'type' && column !== 'unit' && column !== 'variant' && isPlain && !isOfText;
}

/** Enter goes on whatever was found: an item is looked up meanwhile, and what is typed next waits for nothing. */
function enter(grid: LineGrid, isBack: boolean): void {
  const {edit, search, session} = grid;
  if (!edit) return;
  const {key, column} = edit;
  const line = session.draft.lines.find((each) => each.key === key);
  if (isBack) {
    grid.endEdit();
    grid.move(-1, 0);
    return;
  }
  if (column === 'item' && line?.search.trim() === '') {
    grid.moveTo({key, column});
    return;
  }
  if (column === 'item') search.enter(key);
  grid.goOn(key, column);
}

/** On to the next cell that can be edited; from the last one out of the grid. */
function tab(grid: LineGrid, step: 1 | -1): boolean {
  // What was typed may be an item by now, which has variants or not.
  grid.endEdit();
  const {columns, active} = grid;
  const activeLine = grid.session.draft.lines[grid.activeIndex];
  const place = columns.indexOf(active.column);
  const rest = step > 0 ? columns.slice(place + 1) : columns.slice(0, place).toReversed();
  const next = activeLine && rest.find((column) => isEditable(column, activeLine));
  if (!next) return false;
  grid.moveTo({key: activeLine.key, column: next});
  return true;
}

function keyInGrid(grid: LineGrid, event: KeyboardEvent): boolean {
  const {ctrlKey, metaKey, altKey, shiftKey} = event;
  if (ctrlKey || metaKey) return shortcut(grid, event);
  switch (event.key) {
    case 'Enter':
    case 'F2':
      return open(grid, event);
    case 'Escape':
      if (!grid.selection) return false;
      grid.clearSelection();
      return true;
    case 'Delete':
    case 'Backspace':
      clearCells(grid);
      return true;
    case 'Insert':
      insertLine(grid);
      return true;
    case ' ':
      if (!shiftKey) return typed(grid, event);
      grid.select(grid.activeIndex, grid.activeIndex);
      return true;
    default:
      if (altKey && event.key === 'ArrowDown') {
        if (open(grid, event)) grid.showChoices();
        return true;
      }
      return arrow(grid, event) || typed(grid, event);
  }
}

function open(grid: LineGrid, event: KeyboardEvent): boolean {
  const {column, key} = grid.active;
  // The button's own key.
  if (column === 'remove') return false;
  if (grid.beginEdit('edit')) return true;
  if (event.key === 'Enter') {
    if (event.shiftKey) grid.move(-1, 0);
    else grid.goOn(key, column);
  }
  return true;
}

/** Whether a key types a character; other keys have names. */
export function isText(key: string): boolean {
  return /^.$/su.test(key);
}

/** A key that types begins to edit: the browser puts it into the input that has the focus by then. */
function typed(grid: LineGrid, {key}: KeyboardEvent): boolean {
  if (isText(key) || key === 'Process' || key === 'Dead' || key === 'Unidentified') {
    // Nothing is typed into a line's number: it means the line's item.
    if (grid.active.column === 'no') grid.moveTo({key: grid.active.key, column: 'item'});
    grid.beginEdit('type');
  }
  return false;
}

function arrow(grid: LineGrid, event: KeyboardEvent): boolean {
  if (event.altKey) return false;
  const {isRtl} = grid;
  const {shiftKey} = event;
  switch (event.key) {
    case 'ArrowDown':
      grid.move(1, 0, shiftKey);
      return true;
    case 'ArrowUp':
      grid.move(-1, 0, shiftKey);
      return true;
    case 'ArrowRight':
      grid.move(0, isRtl ? -1 : 1);
      return true;
    case 'ArrowLeft':
      grid.move(0, isRtl ? 1 : -1);
      return true;
    case 'PageDown':
      grid.move(grid.pageSize, 0, shiftKey);
      return true;
    case 'PageUp':
      grid.move(-grid.pageSize, 0, shiftKey);
      return true;
    case 'Home':
      grid.move(0, -FAR);
      return true;
    case 'End':
      grid.move(0, FAR);
      return true;
    default:
      return false;
  }
}

const FAR = 1_000_000;

/** The key of a shortcut, by its place on the keyboard where that has no Latin letters. */
function commandOf({key, code}: KeyboardEvent): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return (/^[^\x20-\x7e]$/.test(key) && letter !== undefined ? letter : key).toLowerCase();
}

function shortcut(grid: LineGrid, event: KeyboardEvent): boolean {
  const {shiftKey, altKey} = event;
  // AltGr is Ctrl and Alt on some keyboards, and types.
  if (altKey) return typed(grid, event);
  switch (commandOf(event)) {
    case 'home':
      grid.move(-FAR, -FAR, shiftKey);
      return true;
    case 'end':
      grid.move(FAR, FAR, shiftKey);
      return true;
    case 'arrowup':
      grid.move(-FAR, 0, shiftKey);
      return true;
    case 'arrowdown':
      grid.move(FAR, 0, shiftKey);
      return true;
    case 'z':
      if (shiftKey) redo(grid);
      else undo(grid);
      return true;
    case 'y':
      redo(grid);
      return true;
    case 'd':
      if (shiftKey) duplicate(grid);
      else fillDown(grid);
      return true;
    case 'a':
      grid.select(0, grid.session.draft.lines.length - 1);
      return true;
    case 'delete':
    case 'backspace':
      removeChosen(grid);
      return true;
    case 'enter':
      if (!shiftKey) return false;
      insertLine(grid);
      return true;
    default:
      return false;
  }
}
