import {deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction} from 'idb';
import type {Separators} from '../decimals.ts';
import type {TemplateField} from './template-fields.ts';

/** What is known of kept rows without reading them. */
export interface KeptUpload {
  readonly id: string;
  /** Whose they are: `ownerKey`. */
  readonly owner: string;
  /** Of the file; empty for pasted cells. */
  readonly name: string;
  /** Of the file's bytes; undefined where the page cannot tell. */
  readonly fingerprint?: string | undefined;
  /** When they were kept, in milliseconds since 1970. */
  readonly at: number;
  /** How many rows are in no order yet; 0 where nothing is left, or keeping them has only begun. */
  readonly open: number;
  /** How many orders were made of the others. */
  readonly sent: number;
}

/** As it is stored. */
export interface UploadRecord extends KeptUpload {
  /** The page that has them in hand, or had them last. */
  readonly writer: string;
  /** How many of the rows were in orders. */
  readonly taken: number;
  readonly fields: readonly TemplateField[];
  readonly separators: Separators;
  /** Orders of them are being sent: until then, in milliseconds since 1970, no other page takes them over. */
  readonly sendingUntil: number;
}

/** Orders that were made from one file. */
export interface SentFile {
  readonly owner: string;
  /** When the last of them was made, in milliseconds since 1970. */
  readonly at: number;
  readonly count: number;
  /** Numbers of the first ones. */
  readonly numbers: readonly string[];
}

/** The database of uploads. What comes from it may be anything. */
export interface UploadSchema extends DBSchema {
  uploads: {key: string; value: UploadRecord};
  /** Rows of an upload, by its id and the number of the part. */
  parts: {key: [string, number]; value: unknown};
  /** By owner and fingerprint. */
  sent: {key: [string, string]; value: SentFile};
}

/** What is kept is kept for so long, in milliseconds. */
export const LIFETIME = 14 * 24 * 60 * 60 * 1000;

const NAME = 'partner-portal-widgets-uploads';
const VERSION = 2;

/** A transaction on all that is kept. */
export type Transaction<M extends IDBTransactionMode = 'readwrite'> = IDBPTransaction<
  UploadSchema,
  ('uploads' | 'parts' | 'sent')[],
  M
>;

/** Works on what the device keeps, in one transaction. What the device refuses comes to undefined: nothing is kept then. */
export async function onDevice<T, M extends 'readonly' | 'readwrite'>(
  mode: M,
  work: (transaction: Transaction<M>) => Promise<T>,
): Promise<T | undefined> {
  try {
    const database = await open();
    try {
      const transaction = database.transaction(['uploads', 'parts', 'sent'], mode);
      // Where the device ends it, the work hears of it, and nobody may be left to hear of this.
      transaction.done.catch(() => undefined);
      const result = await work(transaction);
      await transaction.done;
      return result;
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

function open(): Promise<IDBPDatabase<UploadSchema>> {
  return openDB<UploadSchema>(NAME, VERSION, {
    upgrade(opened, before) {
      // Of development only: no release had it.
      if (before === 1) opened.deleteObjectStore('uploads');
      for (const store of ['uploads', 'parts', 'sent'] as const) opened.createObjectStore(store);
    },
  });
}

/** Removes the device's database. */
export async function deleteDatabase(): Promise<void> {
  await deleteDB(NAME).catch(() => undefined);
}
