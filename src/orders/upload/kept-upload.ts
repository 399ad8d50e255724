import {deleteDB, openDB, type DBSchema} from 'idb';
import {markUpload, unmarkUploads} from './upload-marks.ts';

/** Rows of a file as the device keeps them. */
export interface KeptUpload {
  /** Name of the file. */
  readonly name: string;
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
  /** `UploadSheet.toSnapshot`. What comes from storage may be anything. */
  readonly sheet: unknown;
}

interface Schema extends DBSchema {
  uploads: {key: string; value: KeptUpload};
}

const NAME = 'partner-portal-widgets-uploads';
/** How often everything was forgotten in this page. */
let forgets = 0;
const LIFETIME = 14 * 24 * 60 * 60 * 1000;

/** Counts how often everything was forgotten: what was begun before is not to be kept any more. */
export function forgetCount(): number {
  return forgets;
}

/** Keeps the rows of an owner, in place of those before; says whether that has worked. */
export async function keepUpload(owner: string, upload: KeptUpload): Promise<boolean> {
  markUpload(owner, true);
  const kept = await use(async (uploads) => {
    await uploads.put(upload, owner);
    return true;
  });
  return kept ?? false;
}

/** The rows of an owner that were kept; undefined where there are none. What is too old goes, whosever it is. */
export async function keptUpload(owner: string, now = Date.now()): Promise<KeptUpload | undefined> {
  await use(async (uploads) => {
    for (const each of await uploads.owners())
      if (!isFresh(await uploads.get(each), now)) await uploads.delete(each);
  });
  return use((uploads) => uploads.get(owner));
}

function isFresh(kept: KeptUpload | undefined, now: number): boolean {
  return kept !== undefined && now - Number(kept.at) < LIFETIME;
}

/** Forgets the rows of an owner. */
export async function dropUpload(owner: string): Promise<void> {
  markUpload(owner, false);
  await use((uploads) => uploads.delete(owner));
}

/** Forgets the rows of everybody. */
export async function forgetUploads(): Promise<void> {
  forgets++;
  unmarkUploads();
  await deleteDB(NAME).catch(() => undefined);
}

interface Uploads {
  owners(): Promise<string[]>;
  get(owner: string): Promise<KeptUpload | undefined>;
  put(upload: KeptUpload, owner: string): Promise<string>;
  delete(owner: string): Promise<void>;
}

/** What the device refuses is not kept, and is no error: the page says nothing of it that it cannot mend. */
async function use<T>(work: (uploads: Uploads) => Promise<T>): Promise<T | undefined> {
  try {
    const database = await openDB<Schema>(NAME, 1, {
      upgrade: (opened) => void opened.createObjectStore('uploads'),
    });
    try {
      return await work({
        owners: () => database.getAllKeys('uploads'),
        get: (owner) => database.get('uploads', owner),
        put: (upload, owner) => database.put('uploads', upload, owner),
        delete: (owner) => database.delete('uploads', owner),
      });
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}
