import type {RowCell} from './row-cell.ts';
import {cellId, isField, ROW_COLUMNS} from './row-columns.ts';
import {handleKey} from './row-keys.ts';
import type {RowsGrid} from './rows-grid.ts';

/** Handles what happens in the grid. */
export function handleInGrid(grid: RowsGrid, event: Event): void {
  const target = event.target as Element;
  switch (event.type) {
    case 'keydown':
      handleKey(grid, event as KeyboardEvent);
      break;
    case 'click':
      click(grid, target);
      break;
    case 'focusin':
      focus(grid, target);
      break;
    case 'focusout':
      blur(grid, event as FocusEvent);
      break;
    case 'scroll':
      grid.scroll(target.scrollTop);
      break;
  }
}

/** Handles what happens in the fields of rows that stand below each other. */
export function handleInStack(grid: RowsGrid, event: Event): void {
  const target = event.target as Element;
  const cell = cellOf(target);
  switch (event.type) {
    case 'focusin':
      if (cell && isField(cell.column) && target.matches('.input')) grid.editInStack(cell, cell.column);
      break;
    case 'focusout':
      blur(grid, event as FocusEvent);
      break;
    case 'keydown':
      keyInStack(grid, event as KeyboardEvent);
      break;
  }
}

function keyInStack(grid: RowsGrid, event: KeyboardEvent): void {
  const {edit} = grid;
  if (!edit || event.isComposing) return;
  if (edit.column === 'item' && grid.combobox.press(event, cellId('item', edit.key), edit.text)) return;
  if (event.key !== 'Enter') return;
  grid.commit();
  // The field has the focus still.
  grid.editInStack({key: edit.key, column: edit.column}, edit.column);
}

function click(grid: RowsGrid, target: Element): void {
  const cell = cellOf(target);
  if (!cell || target.closest('.open')) return;
  grid.moveTo(cell);
  grid.beginEdit('type');
}

function focus(grid: RowsGrid, target: Element): void {
  const cell = cellOf(target);
  const {active} = grid;
  if (!cell || grid.edit || (cell.key === active.key && cell.column === active.column)) return;
  grid.activate(cell);
}

/** The focus has left the cell that was being edited, and not because that was drawn anew. */
function blur(grid: RowsGrid, {target, relatedTarget}: FocusEvent): void {
  const {edit} = grid;
  const input = target as Element;
  // The window has lost the focus, and gives it back to the same input.
  if (!edit || !document.hasFocus() || grid.isDrawing || !input.isConnected) return;
  if (input.id !== cellId(edit.column, edit.key)) return;
  if (relatedTarget instanceof Node && input.closest('.cell')?.contains(relatedTarget)) return;
  grid.commit();
}

function cellOf(target: Element): RowCell | undefined {
  const column = target.closest('[data-column]')?.getAttribute('data-column');
  const key = target.closest('[data-key]')?.getAttribute('data-key');
  const found = ROW_COLUMNS.find((each) => each === column);
  return found && key ? {key, column: found} : undefined;
}
