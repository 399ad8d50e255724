import type {IDBPDatabase, IDBPTransaction} from 'idb';
import {
  deleteDatabase,
  LIFETIME,
  onDevice,
  type KeptUpload,
  type UploadRecord,
  type UploadSchema,
} from './upload-database.ts';
import {markUpload, unmarkUploads} from './upload-marks.ts';

export type {KeptUpload};

/** So many files of an owner are kept; the oldest go first. */
const MOST = 10;

/** A transaction on all that is kept. */
export type Writing = IDBPTransaction<UploadSchema, ('uploads' | 'parts')[], 'readwrite'>;

/** How often everything was forgotten in this page. */
let forgets = 0;

/** Counts how often everything was forgotten: what was begun before is not to be kept any more. */
export function forgetCount(): number {
  return forgets;
}

/** The files of an owner of which rows are kept, the latest first. What is too old goes, whosever it is. */
export async function keptUploads(owner: string, now = Date.now()): Promise<readonly KeptUpload[]> {
  const kept = await onDevice(async (database) => {
    const all = await database.getAll('uploads');
    const late = all.filter(({at}) => !(now - Number(at) < LIFETIME));
    const own = all.filter((each) => isOf(each, owner) && !late.includes(each));
    own.sort((a, b) => b.at - a.at);
    await remove(database, [...late, ...own.slice(MOST)]);
    return own.slice(0, MOST);
  });
  if (kept?.length === 0) markUpload(owner, false);
  return kept ?? [];
}

/**
 * Ends the rows of one file: nothing of them is left to be ordered. That they were there is kept, without them, for the page
 * that may have them in hand: `writer` is the one that ends them.
 */
export async function endUpload({id, owner}: Pick<KeptUpload, 'id' | 'owner'>, writer = ''): Promise<void> {
  const hasOthers = await onDevice(async (database) => {
    const writing: Writing = database.transaction(['uploads', 'parts'], 'readwrite');
    const record = await writing.objectStore('uploads').get(id);
    if (record) await writing.objectStore('uploads').put({...record, writer, open: 0}, id);
    await writing.objectStore('parts').delete(partsOf(id));
    await writing.done;
    return (await database.getAll('uploads')).some((each) => isOf(each, owner));
  });
  if (hasOthers === false) markUpload(owner, false);
}

/** Forgets the rows of everybody. */
export async function forgetUploads(): Promise<void> {
  forgets++;
  unmarkUploads();
  await deleteDatabase();
}

/** All parts of an upload, as a range of keys. */
export function partsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
}

function isOf({owner, open}: UploadRecord, whose: string): boolean {
  return owner === whose && open > 0;
}

async function remove(
  database: IDBPDatabase<UploadSchema>,
  records: readonly Pick<UploadRecord, 'id'>[],
): Promise<void> {
  if (records.length === 0) return;
  const writing: Writing = database.transaction(['uploads', 'parts'], 'readwrite');
  for (const {id} of records) {
    await writing.objectStore('uploads').delete(id);
    await writing.objectStore('parts').delete(partsOf(id));
  }
  await writing.done;
}
