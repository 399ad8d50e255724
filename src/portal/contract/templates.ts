import * as z from 'zod/mini';
import {openEnum, wholeNumber} from './primitives.ts';
import {DocumentType} from './me.ts';

/** A file that can be filled in and uploaded as orders. */
export const Template = z.object({
  /** The template's id. */
  id: z.string(),
  /** Type of the documents that are made from it. */
  type: DocumentType,
  /** Version of the template. */
  version: z.string(),
  /** Name of the template for the user, in the requested language. */
  label: z.string(),
  /** The columns of the file. */
  columns: z.array(
    z.object({
      /** Name of the column, for programs: `itemNumber`. */
      key: z.string(),
      /** Header of the column, in the requested language. */
      label: z.string(),
      /** What a cell holds. */
      type: openEnum<'text' | 'decimal' | 'date'>(),
      /** Whether every row must have a value. */
      required: z.boolean(),
      /** Most characters of a cell. */
      maxLength: z.optional(wholeNumber()),
      /** A value as an example. */
      example: z.optional(z.string()),
    }),
  ),
  /** The files to fill in; where there is none, widgets make one from the columns. */
  files: z.array(
    z.object({
      /** Format of the file. */
      format: openEnum<'csv' | 'xlsx'>(),
      /** Address of the file, relative to the endpoint. */
      href: z.string(),
    }),
  ),
});
export type Template = z.infer<typeof Template>;

/** The templates of a document type. */
export const TemplateList = z.object({
  /** The templates. */
  items: z.array(Template),
});
export type TemplateList = z.infer<typeof TemplateList>;
