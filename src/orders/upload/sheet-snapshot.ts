import type {Separators} from '../decimals.ts';
import {reviveDraft, type DraftLine} from '../draft.ts';
import type {Decision} from './row-book.ts';
import {FIELD_KEYS, type TemplateField, type UploadField} from './template-fields.ts';
import type {BrokenMark, UploadRow} from './upload-row.ts';

/** Where rows have gone. */
export type Taken =
  | {readonly kind: 'opened'}
  | {
      readonly kind: 'sent';
      readonly document?: {readonly id: string; readonly number?: string | undefined} | undefined;
    };

/** Rows as they can be kept on the device: plain data. */
export interface SheetSnapshot {
  readonly fields: readonly TemplateField[];
  readonly separators: Separators;
  /** Lines by themselves, as those of a draft. */
  readonly lines: readonly DraftLine[];
  readonly rows: readonly RowSnapshot[];
}

interface RowSnapshot {
  readonly number: number;
  readonly reference: string;
  readonly marks: readonly (readonly [UploadField, BrokenMark])[];
  readonly isComputed: boolean;
  readonly source: readonly (readonly [UploadField, string])[];
  readonly decision?: Decision | undefined;
  readonly taken?: Taken | undefined;
}

/** A row with what was decided about it. */
export interface KeptRow {
  readonly row: UploadRow;
  readonly decision?: Decision | undefined;
  readonly taken?: Taken | undefined;
}

/** Rows as plain data. */
export function snapshotOf(
  kept: readonly KeptRow[],
  fields: readonly TemplateField[],
  separators: Separators,
): SheetSnapshot {
  return {
    fields,
    separators,
    lines: kept.map(({row}) => row.line),
    rows: kept.map(({row: {number, reference, marks, isComputed, source}, decision, taken}) => ({
      number,
      reference,
      marks: [...marks],
      isComputed,
      source: [...source],
      ...(decision && {decision}),
      ...(taken && {taken}),
    })),
  };
}

/** What was kept, as far as it can be read; undefined where it is none. */
export function reviveSnapshot(
  value: unknown,
): {rows: KeptRow[]; fields: TemplateField[]; separators: Separators} | undefined {
  if (!isRecord(value) || !Array.isArray(value['rows']) || !Array.isArray(value['fields'])) return undefined;
  const draft = reviveDraft({lines: value['lines'], separators: value['separators']});
  const fields = value['fields'].flatMap((field: unknown) => reviveField(field) ?? []);
  const stored: readonly unknown[] = value['rows'];
  if (!draft || draft.lines.length !== stored.length || fields.length === 0) return undefined;
  const rows = draft.lines.flatMap((line, index) => reviveRow(stored[index], line) ?? []);
  return rows.length === stored.length ? {rows, fields, separators: draft.separators} : undefined;
}

function reviveField(value: unknown): TemplateField | undefined {
  if (!isRecord(value)) return undefined;
  const [field, {label, maxLength, example}] = [fieldOf(value['field']), value];
  if (!field || typeof label !== 'string') return undefined;
  return {
    field,
    label,
    required: value['required'] === true,
    ...(typeof maxLength === 'number' && {maxLength}),
    ...(typeof example === 'string' && {example}),
  };
}

function reviveRow(value: unknown, line: DraftLine): KeptRow | undefined {
  if (!isRecord(value)) return undefined;
  const {number, reference, isComputed} = value;
  if (typeof number !== 'number' || typeof reference !== 'string') return undefined;
  const marks = entriesOf(value['marks'], (mark) =>
    mark === 'merged' || mark === 'uncomputed' ? mark : undefined,
  );
  const source = entriesOf(value['source'], (text) => (typeof text === 'string' ? text : undefined));
  const decision = (['taken', 'left-out', 'merged'] as const).find((each) => each === value['decision']);
  const row = {key: line.key, number, reference, line, marks, isComputed: isComputed === true, source};
  return {row, decision, taken: decision === 'taken' ? reviveTaken(value['taken']) : undefined};
}

function reviveTaken(value: unknown): Taken {
  if (!isRecord(value) || value['kind'] !== 'sent') return {kind: 'opened'};
  const document = value['document'];
  if (!isRecord(document) || typeof document['id'] !== 'string') return {kind: 'sent'};
  const {id, number} = document;
  return {kind: 'sent', document: {id, ...(typeof number === 'string' && {number})}};
}

function entriesOf<T>(value: unknown, read: (each: unknown) => T | undefined): Map<UploadField, T> {
  const entries = new Map<UploadField, T>();
  for (const entry of Array.isArray(value) ? value : []) {
    const pair: readonly unknown[] = Array.isArray(entry) ? entry : [];
    const [field, known] = [fieldOf(pair[0]), read(pair[1])];
    if (field && known !== undefined) entries.set(field, known);
  }
  return entries;
}

function fieldOf(value: unknown): UploadField | undefined {
  return [...FIELD_KEYS.values()].find((field) => field === value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
