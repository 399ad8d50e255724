import {newLine, type DraftLine} from './draft.ts';
import {nameKey} from './name-key.ts';
import type {LineField} from './problems.ts';

/** Fields of lines, by the keys of these. */
export type FieldsOfLines = ReadonlyMap<string, ReadonlySet<LineField>>;

/** The fields that the user has changed between two versions of the lines; what the portal has found counts for nothing. */
export function typedFields(before: readonly DraftLine[], after: readonly DraftLine[]): FieldsOfLines {
  const typed = new Map<string, Set<LineField>>();
  if (before === after) return typed;
  const known = new Map(before.map((line) => [line.key, line]));
  const blank = newLine();
  for (const line of after) {
    const was = known.get(line.key) ?? blank;
    const fields = was === line ? [] : changed(was, line);
    if (fields.length > 0) typed.set(line.key, new Set(fields));
  }
  return typed;
}

/** All fields of both. */
export function joinFields(one: FieldsOfLines, other: FieldsOfLines): FieldsOfLines {
  const joined = new Map(one);
  for (const [key, fields] of other) joined.set(key, new Set([...(joined.get(key) ?? []), ...fields]));
  return joined;
}

function changed(was: DraftLine, line: DraftLine): LineField[] {
  const fields = (['quantity', 'requestedDate', 'note'] as const).filter((name) => was[name] !== line[name]);
  if (isOtherItem(was, line)) return ['item', 'variant', 'unit', ...fields];
  // Found with its item, they are not the user's.
  if (was.item !== line.item) return fields;
  return [
    ...(was.variantCode === line.variantCode ? [] : (['variant'] as const)),
    ...(was.unitCode === line.unitCode ? [] : (['unit'] as const)),
    ...fields,
  ];
}

function isOtherItem(was: DraftLine, {search, item}: DraftLine): boolean {
  const text = nameKey(was.search);
  if (text === nameKey(search)) return false;
  const numbers = was.item || !item ? [] : [item.itemNumber, item.partnerItemNumber, item.gtin];
  return !numbers.some((number) => number !== undefined && nameKey(number) === text);
}
