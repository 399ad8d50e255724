import {copyQuantity} from '../clipboard.ts';
import type {Separators} from '../decimals.ts';
import type {TemplateField, UploadField} from './template-fields.ts';
import {textOf, type UploadRow} from './upload-row.ts';

/** What is left of a file, as it is written again. */
export interface RestTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Rows as a file of the template, with one more column that says what is wrong with each. */
export function restTable(
  rows: readonly UploadRow[],
  fields: readonly TemplateField[],
  separators: Separators,
  problems: {readonly header: string; readonly describe: (key: string) => string},
): RestTable {
  return {
    headers: [...fields.map(({label}) => label), problems.header],
    rows: rows.map((row) => [
      ...fields.map(({field}) => restText(row, field, separators)),
      problems.describe(row.key),
    ]),
  };
}

/** A quantity or a day that was read is the same wherever it is read again; the rest is as the file has it. */
function restText(row: UploadRow, field: UploadField, separators: Separators): string {
  const text = textOf(row, field);
  if (field === 'quantity') return copyQuantity(text, separators);
  return field === 'requestedDate' ? text : (row.source.get(field) ?? text);
}
