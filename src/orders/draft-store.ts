import {openDB, type DBSchema, type IDBPDatabase} from 'idb';
import type {Document} from '../portal/contract/documents.ts';
import {reviveDraft, type Draft, type Order} from './draft.ts';
import {newUuid} from './uuid.ts';

/** An order on its way: what was sent, under which key, and when. It is kept until its outcome is known. */
export interface Submission extends Order {
  /** The `Idempotency-Key`. */
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Sending it ended without an answer, and the user was told: nothing is sent again unless he asks. */
  readonly isUnsettled?: boolean;
}

/** Whose draft it is, and of what. */
export interface DraftOwner {
  readonly endpoint: string;
  readonly membership: string;
  readonly user: string;
  /** Document type. */
  readonly type: string;
}

/** The order that a draft became. */
export interface SentOrder {
  /** As the portal answered it; undefined where the answer could not be read. */
  readonly document?: Document | undefined;
  /** What is left of the document once the user has seen it. */
  readonly number?: string | undefined;
  /** What was sent is older than what the draft says now. */
  readonly isOutdated?: boolean | undefined;
}

/** A draft as it is kept on the device. */
export interface DraftRecord extends SentOrder {
  readonly id: string;
  readonly owner: string;
  /** Absent once the draft is done. */
  readonly draft?: Draft | undefined;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** Counts the changes, so that another tab's are noticed. */
  readonly revision: number;
  readonly submission?: Submission | undefined;
  /** It became an order. */
  readonly isSent?: boolean | undefined;
  /** The user has seen that it became an order. */
  readonly isDone?: boolean | undefined;
  /** A copy of a draft that another tab has sent, or is sending, while this one was typing. */
  readonly isElsewhere?: boolean | undefined;
}

/** A record that can be gone on with. */
export interface OpenRecord extends DraftRecord {
  readonly draft: Draft;
}

/** Whether the draft became an order. */
export function isSent({isSent, isDone}: DraftRecord): boolean {
  return isSent === true || isDone === true;
}

/** What stays of a draft whose order the user has seen: enough for another tab that still has it open. */
export function doneRecord({id, owner, revision, document, number}: DraftRecord): DraftRecord {
  return {
    id,
    owner,
    revision: revision + 1,
    updatedAt: Date.now(),
    isDone: true,
    number: document?.number ?? number,
  };
}

/** Drafts of one place of storage. Both methods reject where the storage does. */
interface Shelf {
  all(): Promise<DraftRecord[]>;
  /** Changes a record in one go: no other tab comes between reading and writing. */
  update(id: string, change: (known: DraftRecord | undefined) => DraftRecord | undefined): Promise<void>;
}

const DAYS = 24 * 60 * 60 * 1000;
const LIFETIME = 14 * DAYS;
const SET_ASIDE = 'set aside';
/** The longest that the device may take for one thing, in milliseconds. */
const PATIENCE = 3000;

/** One text for an owner, to look drafts up by. */
export function ownerKey({endpoint, membership, user, type}: DraftOwner): string {
  return JSON.stringify([endpoint, membership, user, type]);
}

/**
 * Keeps drafts on the device. Where the browser has no storage, refuses it or it is full, drafts live in memory, and
 * `isLasting` says so.
 */
export class DraftStore {
  #shelf: Shelf;
  #isLasting = true;

  constructor(name = 'partner-portal-widgets') {
    this.#shelf = new DatabaseShelf(name);
  }

  /** Whether drafts outlive the page. */
  get isLasting(): boolean {
    return this.#isLasting;
  }

  /**
   * The latest unfinished draft of an owner. Drafts that are too old go, but for those whose order may be on its way; one
   * that cannot be read is set aside, and said.
   */
  async latest(
    owner: string,
    now = Date.now(),
  ): Promise<{record: OpenRecord | undefined; setAside: boolean}> {
    const kept = await this.#use((shelf) => shelf.all());
    let setAside = false;
    const good: OpenRecord[] = [];
    for (const record of kept) {
      if (now - record.updatedAt >= LIFETIME && !record.submission) {
        await this.update(record.id, () => undefined);
      } else if (record.owner === owner && !record.isDone) {
        const revived = revive(record);
        if (revived) good.push(revived);
        else {
          setAside = true;
          await this.update(record.id, (known) => known && {...known, owner: SET_ASIDE, updatedAt: now});
        }
      }
    }
    return {record: good.sort((a, b) => b.updatedAt - a.updatedAt)[0], setAside};
  }

  /** Changes a record; undefined removes it. */
  async update(
    id: string,
    change: (known: DraftRecord | undefined) => DraftRecord | undefined,
  ): Promise<DraftRecord | undefined> {
    let result: DraftRecord | undefined;
    await this.#use((shelf) => shelf.update(id, (known) => (result = change(known))));
    return result;
  }

  /** What a failing shelf has refused goes to memory, and so does all that comes after. */
  async #use<T>(work: (shelf: Shelf) => Promise<T>): Promise<T> {
    const shelf = this.#shelf;
    try {
      return await work(shelf);
    } catch {
      this.#isLasting = false;
      if (this.#shelf === shelf) this.#shelf = new MemoryShelf();
      return work(this.#shelf);
    }
  }
}

/** An id for a new record. */
export const newDraftId = newUuid;

/** A record as this version can go on with it. A submission is repeated as it was, or not at all. */
function revive(record: DraftRecord): OpenRecord | undefined {
  const draft = reviveDraft(record.draft);
  const {updatedAt, submission} = record;
  const isWhole = typeof updatedAt === 'number' && (submission === undefined || isSubmission(submission));
  return draft && isWhole ? {...record, draft} : undefined;
}

function isSubmission(value: unknown): boolean {
  const {key, body, lineKeys} = (value ?? {}) as Partial<Record<keyof Submission, unknown>>;
  return typeof key === 'string' && typeof body === 'object' && body !== null && Array.isArray(lineKeys);
}

interface Schema extends DBSchema {
  drafts: {key: string; value: DraftRecord};
}

class DatabaseShelf implements Shelf {
  readonly #name: string;
  #database: Promise<IDBPDatabase<Schema>> | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  async all(): Promise<DraftRecord[]> {
    const database = await this.#open();
    return within(PATIENCE, database.getAll('drafts'));
  }

  async update(
    id: string,
    change: (known: DraftRecord | undefined) => DraftRecord | undefined,
  ): Promise<void> {
    const transaction = (await this.#open()).transaction('drafts', 'readwrite');
    let isLate = false;
    const work = async () => {
      const known = await transaction.store.get(id);
      // The change is made in memory by now; to make it once more here would count it twice.
      if (isLate) return;
      const record = change(known);
      await (record ? transaction.store.put(record) : transaction.store.delete(id));
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
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    const opening = (this.#database ??= within(PATIENCE, this.#connect()));
    opening.catch(() => (this.#database = undefined));
    return opening;
  }

  async #connect(): Promise<IDBPDatabase<Schema>> {
    const forget = () => (this.#database = undefined);
    return openDB<Schema>(this.#name, 1, {
      upgrade: (database) => void database.createObjectStore('drafts', {keyPath: 'id'}),
      // A newer version of the library in another tab must not wait for this one.
      blocking: (_, __, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
  }
}

class MemoryShelf implements Shelf {
  readonly #records = new Map<string, DraftRecord>();

  async all(): Promise<DraftRecord[]> {
    return [...this.#records.values()];
  }

  async update(
    id: string,
    change: (known: DraftRecord | undefined) => DraftRecord | undefined,
  ): Promise<void> {
    const record = change(this.#records.get(id));
    if (record) this.#records.set(id, record);
    else this.#records.delete(id);
  }
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
