import type {DraftLine, LineChange} from '../../orders/draft.ts';
import type {LineField} from '../../orders/problems.ts';
import type {EditorSession} from './editor-session.ts';
import type {LineGrid} from './line-grid.ts';

/**
 * Writes into the lines as if that had come before what is being typed into a cell: this stays, on top of what is written, and
 * is undone first.
 */
export function writeUnder(grid: LineGrid | undefined, session: EditorSession, write: () => void): void {
  const edit = grid?.edit;
  const line = edit && lineOf(session, edit.key);
  if (!line) {
    write();
    return;
  }
  const {key, column, mode, step} = edit;
  const isTyped = session.lastStep === step;
  if (isTyped) session.giveUp(step);
  const before = textOf(lineOf(session, key), column);
  write();
  if (isTyped) session.changeLine(key, typedInto(line, column), step);
  // What is typed next replaces it, as in any cell that has just been opened.
  else if (textOf(lineOf(session, key), column) !== before) grid.beginEdit(mode);
}

function lineOf({draft}: EditorSession, key: string): DraftLine | undefined {
  return draft.lines.find((line) => line.key === key);
}

function textOf(line: DraftLine | undefined, column: LineField): unknown {
  return line?.[names[column]];
}

function typedInto(line: DraftLine, column: LineField): LineChange {
  const {search, item} = line;
  return column === 'item' ? {search, item} : {[names[column]]: line[names[column]]};
}

const names = {
  item: 'search',
  variant: 'variantCode',
  unit: 'unitCode',
  quantity: 'quantity',
  requestedDate: 'requestedDate',
  note: 'note',
} as const satisfies Record<LineField, keyof DraftLine>;
