import type {Separators} from '../decimals.ts';
import {reviveLine, type DraftLine} from '../draft.ts';
import type {Stepwise} from '../slices.ts';
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

/** A row as it can be kept on the device: plain data. */
export interface RowSnapshot {
  /** As a line of a draft. What the portal says of its item is not kept but asked again. */
  readonly line: DraftLine;
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

/** What was kept, as far as it can be read. */
export interface RevivedSheet {
  readonly fields: readonly TemplateField[];
  readonly separators: Separators;
  readonly rows: readonly KeptRow[];
}

/** A row as plain data. */
export function snapshotOf({row, decision, taken}: KeptRow): RowSnapshot {
  const {number, reference, marks, isComputed, source} = row;
  const {item, ...line} = row.line;
  return {
    line: {...line, search: item?.itemNumber ?? line.search},
    number,
    reference,
    marks: [...marks],
    isComputed,
    source: [...source],
    ...(decision && {decision}),
    ...(taken && {taken}),
  };
}

/** What was kept; undefined where it is none of ours. */
export function* reviveSnapshot(value: unknown): Stepwise<RevivedSheet | undefined> {
  if (!isRecord(value) || !Array.isArray(value['rows']) || !Array.isArray(value['fields'])) return undefined;
  const separators = reviveSeparators(value['separators']);
  const fields = value['fields'].flatMap((field: unknown) => reviveField(field) ?? []);
  const rows = new Map<string, KeptRow>();
  for (const stored of value['rows'] as readonly unknown[]) {
    const kept = reviveRow(stored);
    if (kept) rows.set(kept.row.key, kept);
    yield;
  }
  const isWhole = rows.size > 0 && rows.size === value['rows'].length;
  return separators && fields.length > 0 && isWhole
    ? {fields, separators, rows: [...rows.values()]}
    : undefined;
}

function reviveSeparators(value: unknown): Separators | undefined {
  const {decimal, group} = isRecord(value) ? value : {};
  return typeof decimal === 'string' && typeof group === 'string' ? {decimal, group} : undefined;
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

function reviveRow(value: unknown): KeptRow | undefined {
  if (!isRecord(value)) return undefined;
  const {number, reference, isComputed} = value;
  const line = reviveLine(value['line']);
  if (!line || typeof number !== 'number' || typeof reference !== 'string') return undefined;
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
