import {
  deleteDatabase,
  LIFETIME,
  onDevice,
  type KeptUpload,
  type Transaction,
  type UploadRecord,
} from './upload-database.ts';
import {markUpload, unmarkUploads} from './upload-marks.ts';

export type {KeptUpload};

/** So many files of an owner are kept; the oldest go first. */
const MOST = 10;

/** So long after an order was begun its outcome is known, or kept as unknown, unless the page slept, in milliseconds. */
export const SENDING = 120_000;

/** Has rows in hand that were discarded: who still had them may go on with them. */
export const NOBODY = '';

/** How often everything was forgotten in this page. */
let forgets = 0;

/** Counts how often everything was forgotten: what was begun before is not to be kept any more. */
export function forgetCount(): number {
  return forgets;
}

/** The files of an owner of which rows are kept, the latest first. What is too old goes, whosever it is. */
export async function keptUploads(owner: string, now = Date.now()): Promise<readonly KeptUpload[]> {
  const kept = await onDevice('readwrite', async (writing) => {
    const all = await writing.objectStore('uploads').getAll();
    const late = all.filter(({at}) => !(now - Number(at) < LIFETIME));
    const own = all.filter((each) => isOf(each, owner) && !late.includes(each));
    own.sort((a, b) => b.at - a.at);
    const spare = own.slice(MOST).filter((each) => !isSending(each, now));
    const gone = [...late, ...spare].map(({id}) => id);
    for (const id of [...gone, ...(await lostParts(writing, all))]) await removeUpload(writing, id);
    return own.filter((each) => !spare.includes(each));
  });
  if (kept?.length === 0) markUpload(owner, false);
  return kept ?? [];
}

/**
 * Ends the rows of one file: nothing of them is left to be ordered. That they were there is kept, without them, for the page
 * that may have them in hand. `writer` is the one that ends them; `NOBODY` discards them, unless orders of them are being sent.
 */
export async function endUpload(
  {id, owner}: Pick<KeptUpload, 'id' | 'owner'>,
  writer = NOBODY,
): Promise<'ended' | 'sending' | 'refused'> {
  const ended = await onDevice('readwrite', async (writing) => {
    const uploads = writing.objectStore('uploads');
    const record = await uploads.get(id);
    if (record && writer === NOBODY && isSending(record)) return 'sending';
    if (record) await uploads.put({...record, writer, open: 0}, id);
    await writing.objectStore('parts').delete(partsOf(id));
    if (!(await uploads.getAll()).some((each) => isOf(each, owner))) markUpload(owner, false);
    return 'ended';
  });
  return ended ?? 'refused';
}

/** Whether a page sends orders of the rows, as far as its clock is ours. */
export function isSending({sendingUntil}: UploadRecord, now = Date.now()): boolean {
  return sendingUntil > now && sendingUntil <= now + SENDING;
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

/** Removes an upload, its rows with it. */
export async function removeUpload(writing: Transaction, id: string): Promise<void> {
  await writing.objectStore('uploads').delete(id);
  await writing.objectStore('parts').delete(partsOf(id));
}

/** Ids of which there are parts and no record. */
async function lostParts(writing: Transaction, records: readonly UploadRecord[]): Promise<string[]> {
  const known = new Set(records.map(({id}) => id));
  const parts = new Set((await writing.objectStore('parts').getAllKeys()).map(([id]) => id));
  return [...parts].filter((id) => !known.has(id));
}
