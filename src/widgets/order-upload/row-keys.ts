import {isEditable, ROW_COLUMNS, type RowColumn} from './row-columns.ts';
import type {RowsGrid} from './rows-grid.ts';

/** Keys of a spreadsheet, after the ARIA grid pattern. What is none of them stays the browser's. */
export function handleKey(grid: RowsGrid, event: KeyboardEvent): void {
  // Safari says no more than this code of the Enter that ends the input of a word.
  if (event.isComposing || (grid.edit && event.keyCode === 229)) return;
  const isDone = grid.edit ? keyInEditor(grid, event) : keyInGrid(grid, event);
  if (isDone) event.preventDefault();
}

/** Whether a key leads to the next problem, or back to the one before, from anywhere in the upload. */
export function problemStep({key, shiftKey}: KeyboardEvent): 1 | -1 | undefined {
  if (key !== 'F8') return undefined;
  return shiftKey ? -1 : 1;
}

function keyInEditor(grid: RowsGrid, event: KeyboardEvent): boolean {
  const {edit} = grid;
  if (!edit) return false;
  if (edit.column === 'item' && grid.pressInItem(event)) return event.key === 'Tab' && tab(grid, event);
  switch (event.key) {
    case 'Escape':
      grid.giveUp();
      return true;
    case 'Enter':
      grid.commit();
      grid.move(event.shiftKey ? -1 : 1, 0);
      return true;
    case 'F2':
      grid.toggleMode();
      return true;
    case 'Tab':
      return tab(grid, event);
    default:
      return edit.mode === 'type' && isPlain(event) && !isTextual(event.key) && arrow(grid, event);
  }
}

/** Keys that move in a text even where arrows go on to other cells. */
function isTextual(key: string): boolean {
  return key === 'Home' || key === 'End';
}

function isPlain({shiftKey, ctrlKey, metaKey, altKey}: KeyboardEvent): boolean {
  return !shiftKey && !ctrlKey && !metaKey && !altKey;
}

/** On to the next cell of the row that can be changed; from the last one out of the grid. */
function tab(grid: RowsGrid, {shiftKey}: KeyboardEvent): boolean {
  grid.commit();
  const {active, activeRow} = grid;
  if (!activeRow) return false;
  const place = ROW_COLUMNS.indexOf(active.column);
  const rest: readonly RowColumn[] = shiftKey
    ? ROW_COLUMNS.slice(0, place).toReversed()
    : ROW_COLUMNS.slice(place + 1);
  const next = rest.find((column) => isEditable(column, activeRow));
  if (!next) return false;
  grid.moveTo({key: activeRow.key, column: next});
  return true;
}

function keyInGrid(grid: RowsGrid, event: KeyboardEvent): boolean {
  const {ctrlKey, metaKey, altKey} = event;
  if ((ctrlKey || metaKey) && !altKey) return shortcut(grid, event);
  switch (event.key) {
    case 'Enter':
      if (!grid.beginEdit('edit')) grid.move(event.shiftKey ? -1 : 1, 0);
      return true;
    case 'F2':
      return grid.beginEdit('edit');
    case 'Delete':
    case 'Backspace':
      grid.clear();
      return true;
    default:
      if (altKey && event.key === 'ArrowDown') return grid.beginEdit('edit');
      if (!altKey && arrow(grid, event)) return true;
      // The browser puts what is typed into the input that has the focus by then.
      if (isText(event.key)) grid.beginEdit('type');
      return false;
  }
}

/** Whether a key types a character; other keys have names. */
function isText(key: string): boolean {
  return /^.$/su.test(key) || key === 'Process' || key === 'Dead' || key === 'Unidentified';
}

const FAR = 1_000_000;

function arrow(grid: RowsGrid, {key}: KeyboardEvent): boolean {
  const forward = grid.isRtl ? -1 : 1;
  const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, forward],
    ArrowLeft: [0, -forward],
    PageDown: [grid.pageSize, 0],
    PageUp: [-grid.pageSize, 0],
    Home: [0, -FAR],
    End: [0, FAR],
  };
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (!step) return false;
  grid.move(...step);
  return true;
}

function shortcut(grid: RowsGrid, {key, shiftKey}: KeyboardEvent): boolean {
  switch (key.toLowerCase()) {
    case 'home':
      grid.move(-FAR, -FAR);
      return true;
    case 'end':
      grid.move(FAR, FAR);
      return true;
    case 'arrowup':
      grid.move(-FAR, 0);
      return true;
    case 'arrowdown':
      grid.move(FAR, 0);
      return true;
    case 'z':
      grid.undo(shiftKey ? 'redo' : 'undo');
      return true;
    case 'y':
      grid.undo('redo');
      return true;
    case 'delete':
    case 'backspace':
      grid.leaveOut();
      return true;
    default:
      return false;
  }
}
