import {copyCell, neutralise} from '../../orders/clipboard.ts';
import {isField} from './grid-columns.ts';
import {clearCells} from './grid-keys.ts';
import type {LineGrid} from './line-grid.ts';

/** Copies, cuts and pastes. While a cell is edited, the clipboard is that of its text; but several cells are never pasted into one. */
export function handleClipboard(grid: LineGrid, event: ClipboardEvent): void {
  const {clipboardData} = event;
  if (!clipboardData) return;
  if (event.type === 'paste') {
    pasteText(grid, event, clipboardData.getData('text/plain'));
    return;
  }
  if (grid.edit) return;
  event.preventDefault();
  clipboardData.setData('text/plain', copied(grid));
  if (event.type === 'copy') return;
  if (grid.selection) grid.remove(new Set(grid.chosenLines.map(({key}) => key)));
  else clearCells(grid);
}

/** Pastes a text where the grid is. A text without rows and columns goes into the cell that is edited by itself. */
export function pasteText(grid: LineGrid, event: Event, text: string): void {
  const {key, column} = grid.active;
  const isBlock = /[\t\n\r]/.test(text.trim());
  if (text === '' || (grid.edit && !isBlock)) return;
  event.preventDefault();
  grid.endEdit();
  grid.refocus();
  void grid.context.paste?.take(text, {lineKey: key, field: isField(column) ? column : 'item'});
}

function copied(grid: LineGrid): string {
  const {selection, activeLine, active, session, context} = grid;
  if (selection) return context.paste?.copyText(grid.chosenLines) ?? '';
  const typed =
    activeLine && isField(active.column)
      ? copyCell(activeLine, active.column, session.draft.separators)
      : undefined;
  return neutralise(typed ?? grid.activeCell?.textContent.trim() ?? '');
}
