import type {Template} from '../../portal/contract/templates.ts';
import type {LineField} from '../problems.ts';

/** What a cell of an uploaded file can be: the reference of its order, or a field of its line. */
export type UploadField = 'reference' | LineField;

/** A column that a file has to be filled in with. */
export interface TemplateField {
  readonly field: UploadField;
  /** Its header. */
  readonly label: string;
  /** Whether every row must have it. */
  readonly required: boolean;
  /** Most characters of a cell. */
  readonly maxLength?: number | undefined;
  readonly example?: string | undefined;
}

/** The names that a contract has for the fields, in the order of a file without a template. */
export const FIELD_KEYS: ReadonlyMap<string, UploadField> = new Map([
  ['externalReference', 'reference'],
  ['requestedDate', 'requestedDate'],
  ['itemNumber', 'item'],
  ['variantCode', 'variant'],
  ['quantity', 'quantity'],
  ['unitCode', 'unit'],
  ['note', 'note'],
]);

/** Without them a row orders nothing, whatever a template says. */
const NEEDED: ReadonlySet<UploadField> = new Set(['item', 'quantity']);

/**
 * The fields of a template in its order; columns that are none of ours are left out. `names` are used where the template does
 * not name a field that every file has. Without a template, all fields.
 */
export function templateFields(
  template: Pick<Template, 'columns'> | undefined,
  names: Readonly<Record<UploadField, string>>,
): TemplateField[] {
  const fields = new Map<UploadField, TemplateField>();
  for (const {key, label, required, maxLength, example} of template?.columns ?? []) {
    const field = FIELD_KEYS.get(key);
    if (!field || fields.has(field)) continue;
    fields.set(field, {
      field,
      label: label.trim() || names[field],
      required: required || NEEDED.has(field),
      ...(maxLength === undefined ? {} : {maxLength}),
      ...(example === undefined ? {} : {example}),
    });
  }
  for (const field of template ? NEEDED : FIELD_KEYS.values()) {
    if (!fields.has(field)) fields.set(field, {field, label: names[field], required: NEEDED.has(field)});
  }
  return [...fields.values()];
}

/** All fields from left to right: those of a template in its order, then the others, which need not be filled in. */
export function allFields(fields: readonly TemplateField[]): TemplateField[] {
  const has = new Set(fields.map(({field}) => field));
  const others = [...FIELD_KEYS.values()].filter((field) => !has.has(field));
  return [...fields, ...others.map((field) => ({field, label: '', required: false}))];
}
