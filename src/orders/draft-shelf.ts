import {openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction} from 'idb';
import type {Draft, DraftLine, PortalCopy} from './draft.ts';
import type {DraftRecord, RecordChange, RecordHead} from './draft-store.ts';
import {changedLines} from './changed-lines.ts';
import {newUuid} from '../portal/uuid.ts';

/** Makes the record that is to be kept of what is known of it; undefined removes it. */
export type Update = (known: RecordHead | undefined) => RecordChange | undefined;

/** A record whose draft may lack all but its first lines, and how many it has. */
export interface Listed {
  readonly record: DraftRecord;
  readonly lineCount: number;
}

/** Drafts of one place of storage. Every method rejects where the storage does. */
export interface Shelf {
  all(): Promise<Listed[]>;
  /** One record, whole. */
  read(id: string): Promise<DraftRecord | undefined>;
  /** Changes a record in one go: no other tab comes between reading and writing. */
  update(id: string, change: Update): Promise<void>;
}

/** The longest that the device may take for one thing, in milliseconds. */
const PATIENCE = 3000;
/** Lines that are written together. A draft of no more lines is kept in one piece. */
const CHUNK = 50;
/** Lines of a long draft by which a list can tell it from others. */
const SHOWN = 3;

/** Where a long draft is: keys of the other store. */
interface Parts {
  readonly chunks: readonly {readonly part: string; readonly count: number}[];
  readonly copy?: string | undefined;
}

type StoredRecord = DraftRecord & {readonly parts?: Parts | undefined};
type Part = readonly DraftLine[] | PortalCopy;

interface Schema extends DBSchema {
  drafts: {key: string; value: StoredRecord};
  parts: {key: string; value: Part};
}

type Writing = IDBPTransaction<Schema, ('drafts' | 'parts')[], 'readwrite'>;

/** What this tab has last written or read of a long draft: what are still the same objects need not be written again. */
interface Written {
  readonly lines: readonly DraftLine[];
  readonly copy: PortalCopy | undefined;
  readonly parts: Parts;
}

/**
 * Keeps drafts in the browser's database. A draft of thousands of lines is kept in parts, so that a change copies and writes
 * the few lines around it: copying all of them at every pause in typing would be felt.
 */
export class DatabaseShelf implements Shelf {
  readonly #name: string;
  #database: Promise<IDBPDatabase<Schema>> | undefined;
  readonly #written = new Map<string, Written>();

  constructor(name: string) {
    this.#name = name;
  }

  async all(): Promise<Listed[]> {
    const database = await this.#open();
    const records = await within(PATIENCE, database.getAll('drafts'));
    return records.map(({parts, ...record}) => ({
      record,
      lineCount: parts ? countOf(parts) : (record.draft?.lines?.length ?? 0),
    }));
  }

  async read(id: string): Promise<DraftRecord | undefined> {
    const transaction = (await this.#open()).transaction(['drafts', 'parts']);
    const store = transaction.objectStore('parts');
    const reading = Promise.all([
      transaction.objectStore('drafts').get(id),
      store.getAllKeys(partsOf(id)),
      store.getAll(partsOf(id)),
    ]);
    const [stored, keys, values] = await within(PATIENCE, reading);
    if (!stored?.parts || !stored.draft) return stored;
    const {parts, ...record} = stored;
    const found = new Map(keys.map((key, index) => [key, values[index]]));
    const lines = parts.chunks.flatMap(({part}) => (found.get(part) ?? []) as readonly DraftLine[]);
    // A draft without some of its lines is no draft: it cannot be read.
    if (lines.length !== countOf(parts)) return {...record, draft: undefined};
    const copy = found.get(parts.copy ?? '') as PortalCopy | undefined;
    return {...record, draft: {...stored.draft, lines, ...(copy && {portalCopy: copy})}};
  }

  async update(id: string, change: Update): Promise<void> {
    const transaction = (await this.#open()).transaction(['drafts', 'parts'], 'readwrite');
    let isLate = false;
    let written: Written | undefined;
    const work = async () => {
      const known = await transaction.objectStore('drafts').get(id);
      // The change is made in memory by now; to make it once more here would count it twice.
      if (isLate) return;
      const record = change(known && headOf(known));
      if (record?.draft) written = await this.#write(transaction, record, record.draft, known?.parts);
      else if (record && !record.isDone) await put(transaction, {...known, ...record});
      else await replace(transaction, id, record);
    };
    try {
      await within(PATIENCE, Promise.all([work(), transaction.done]));
    } catch (error) {
      isLate = true;
      try {
        transaction.abort();
      } catch {
        // It is over already.
      }
      throw error;
    }
    if (written) this.#written.set(id, written);
  }

  /** Writes a record with its draft; resolves with what is written in parts. */
  async #write(
    transaction: Writing,
    record: RecordChange,
    draft: Draft,
    stored: Parts | undefined,
  ): Promise<Written | undefined> {
    const {id} = record;
    if (draft.lines.length <= CHUNK) {
      if (stored) await replace(transaction, id, record);
      else await put(transaction, record);
      return undefined;
    }
    const written = this.#written.get(id);
    // Somebody else's parts have other names.
    const isOurs = written && stored && isSame(written.parts, stored);
    const before = isOurs ? written : undefined;
    if (!before && stored) await transaction.objectStore('parts').delete(partsOf(id));
    const store = transaction.objectStore('parts');
    const made = new Map<string, Part>();
    const add = (part: Part): string => {
      const key = `${id}/${newUuid()}`;
      made.set(key, part);
      return key;
    };
    const {portalCopy: copy} = draft;
    const parts: Parts = {
      chunks: chunksOf(draft.lines, before, add),
      copy: copy && (copy === before?.copy ? before.parts.copy : add(copy)),
    };
    const stay = new Set(keysOf(parts));
    const gone = before ? keysOf(before.parts).filter((key) => !stay.has(key)) : [];
    const shown = draft.lines.slice(0, SHOWN);
    await Promise.all([
      ...Array.from(made, ([key, part]) => store.put(part, key)),
      ...gone.map((key) => store.delete(key)),
      put(transaction, {...record, draft: {...draft, lines: shown, portalCopy: undefined}, parts}),
    ]);
    return {lines: draft.lines, copy, parts};
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    const opening = (this.#database ??= within(PATIENCE, this.#connect()));
    opening.catch(() => (this.#database = undefined));
    return opening;
  }

  async #connect(): Promise<IDBPDatabase<Schema>> {
    const forget = () => (this.#database = undefined);
    return openDB<Schema>(this.#name, 2, {
      // What version 1 has kept stays as it is: a draft in one piece.
      upgrade: (database, from) => {
        if (from < 1) database.createObjectStore('drafts', {keyPath: 'id'});
        database.createObjectStore('parts');
      },
      // A newer version of the library in another tab must not wait for this one.
      blocking: (_, __, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
  }
}

/** Keeps drafts as long as the page lives. */
export class MemoryShelf implements Shelf {
  readonly #records = new Map<string, DraftRecord>();

  async all(): Promise<Listed[]> {
    return Array.from(this.#records.values(), (record) => ({
      record,
      lineCount: record.draft?.lines.length ?? 0,
    }));
  }

  async read(id: string): Promise<DraftRecord | undefined> {
    return this.#records.get(id);
  }

  async update(id: string, change: Update): Promise<void> {
    const known = this.#records.get(id);
    const record = change(known && headOf(known));
    if (!record) this.#records.delete(id);
    else this.#records.set(id, record.draft || record.isDone ? record : {...known, ...record});
  }
}

function headOf(stored: StoredRecord): RecordHead {
  const head: RecordHead & {draft?: unknown; parts?: unknown} = {...stored};
  delete head.draft;
  delete head.parts;
  return head;
}

/** The keys of all parts of a record. */
function partsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound(`${id}/`, `${id}/\uffff`);
}

function countOf({chunks}: Parts): number {
  return chunks.reduce((sum, {count}) => sum + count, 0);
}

function keysOf({chunks, copy}: Parts): string[] {
  return [...chunks.map(({part}) => part), ...(copy === undefined ? [] : [copy])];
}

function isSame(a: Parts, b: Parts): boolean {
  const [left, right] = [keysOf(a), keysOf(b)];
  return left.length === right.length && left.every((key, index) => key === right[index]);
}

async function put(transaction: Writing, record: StoredRecord): Promise<void> {
  await transaction.objectStore('drafts').put(record);
}

/** Puts a record in one piece in place of one in parts, or removes it. */
async function replace(transaction: Writing, id: string, record: DraftRecord | undefined): Promise<void> {
  await transaction.objectStore('parts').delete(partsOf(id));
  if (record) await put(transaction, record);
  else await transaction.objectStore('drafts').delete(id);
}

/** The chunks of the lines: of those before, only the ones in which a line differs are made anew. */
function chunksOf(
  lines: readonly DraftLine[],
  before: Written | undefined,
  add: (lines: readonly DraftLine[]) => string,
): Parts['chunks'] {
  const cut = (from: number, to: number) => {
    const pieces = Math.ceil((to - from) / CHUNK);
    return Array.from({length: pieces}, (_, index) => {
      const at = (piece: number) => from + Math.floor(((to - from) * piece) / pieces);
      const chunk = lines.slice(at(index), at(index + 1));
      return {part: add(chunk), count: chunk.length};
    });
  };
  const all = before?.parts.chunks ?? [];
  // Many that have become small are made anew together.
  if (!before || all.length > 10 + (2 * lines.length) / CHUNK) return cut(0, lines.length);
  const {start, fromEnd, toEnd} = changedLines(before.lines, lines);
  if (start === fromEnd && start === toEnd) return all;
  let first = 0;
  let from = 0;
  for (let count = all[0]?.count ?? 0; first < all.length - 1 && from + count <= start;) {
    from += count;
    count = all[++first]?.count ?? 0;
  }
  let end = first;
  let to = from;
  while (end < all.length && (end === first || to < fromEnd)) to += all[end++]?.count ?? 0;
  return [...all.slice(0, first), ...cut(from, to + toEnd - fromEnd), ...all.slice(end)];
}

/** Some browsers never answer when storage is broken. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database does not answer')), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
