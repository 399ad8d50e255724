import type {UploadField} from '../../orders/upload/template-fields.ts';
import type {UploadRow} from '../../orders/upload/upload-row.ts';
import type {WindowRow} from '../../ui/row-window.ts';
import type {RowColumn} from './row-columns.ts';

/** A cell of the rows. */
export interface RowCell {
  readonly key: string;
  readonly column: RowColumn;
}

/** A cell that is being edited. What is typed becomes the row's when it is left. */
export interface RowEdit extends RowCell {
  readonly column: UploadField;
  text: string;
  /** `type`: begun by typing or clicking, so that arrows go on to other cells; `edit`: they move in the text. */
  mode: 'type' | 'edit';
  /** The row has the text already: the page might not have come back. */
  isSaved?: boolean;
}

/** A row that is drawn. */
export interface DrawnRow extends WindowRow {
  readonly row: UploadRow;
  readonly active: RowColumn | undefined;
  readonly edit: RowEdit | undefined;
}
