import {deleteDB, openDB, type DBSchema, type IDBPDatabase} from 'idb';
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

/** Works on the device's database. What the device refuses comes to undefined: nothing is kept then. */
export async function onDevice<T>(
  work: (database: IDBPDatabase<UploadSchema>) => Promise<T>,
): Promise<T | undefined> {
  try {
    const database = await openDB<UploadSchema>(NAME, VERSION, {
      upgrade(opened, before) {
        // Of development only: no release had it.
        if (before === 1) opened.deleteObjectStore('uploads');
        for (const store of ['uploads', 'parts', 'sent'] as const) opened.createObjectStore(store);
      },
    });
    try {
      return await work(database);
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

/** Removes the device's database. */
export async function deleteDatabase(): Promise<void> {
  await deleteDB(NAME).catch(() => undefined);
}
