import type {Document} from '../portal/contract/documents.ts';
import {isBlankLine, reviveDraft, type Draft, type DraftLine, type Order} from './draft.ts';
import {DatabaseShelf, MemoryShelf, type Listed, type Shelf, type Update} from './draft-shelf.ts';
import {newUuid} from '../portal/uuid.ts';

/** An order on its way: what was sent, under which key, and when. It is kept until its outcome is known. */
export interface Submission extends Order {
  /** The `Idempotency-Key`. */
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Sending it ended without an answer, and the user was told: nothing is sent again unless he asks. */
  readonly isUnsettled?: boolean;
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
  /** The document that the draft is at the portal. */
  readonly documentId?: string | undefined;
  /** The draft is being kept at the portal for the first time: there may be a document or not. */
  readonly creation?: Submission | undefined;
}

/** What is known of a record without reading its draft. */
export type RecordHead = Omit<DraftRecord, 'draft'>;

/** A record as it is to be kept; without a draft, that stays as it is. */
export type RecordChange = DraftRecord;

/** What was found when a draft was looked for. */
export interface FoundDraft {
  /** The record as it was kept; undefined for a new draft. */
  readonly record: OpenRecord | undefined;
  /** A draft that could not be read was set aside. */
  readonly setAside: boolean;
  /** There are more unfinished drafts of the owner. */
  readonly hasOthers: boolean;
}

/** A draft as a list shows it. */
export interface ListedDraft {
  readonly id: string;
  readonly reference: string;
  /** What the first lines are about; may be empty. */
  readonly items: readonly string[];
  /** Lines that something was typed into; of a very long draft, all. */
  readonly lineCount: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** It was sent, and what came of it is still to be shown or found out. */
  readonly isUnderWay: boolean;
  /** The portal has it, too. */
  readonly documentId?: string | undefined;
}

/** A record that can be gone on with. */
export interface OpenRecord extends DraftRecord {
  readonly draft: Draft;
}

/** Whether the draft became an order. */
export function isSent({isSent, isDone}: RecordHead): boolean {
  return isSent === true || isDone === true;
}

/** What stays of a draft whose order the user has seen: enough for another tab that still has it open. */
export function doneRecord({id, owner, revision, document, number}: RecordHead): DraftRecord {
  return {
    id,
    owner,
    revision: revision + 1,
    updatedAt: Date.now(),
    isDone: true,
    number: document?.number ?? number,
  };
}

const DAYS = 24 * 60 * 60 * 1000;
const LIFETIME = 14 * DAYS;
const SET_ASIDE = 'set aside';

/**
 * Keeps drafts on the device. Where the browser has no storage, refuses it or it is full, drafts live in memory, and
 * `isLasting` says so.
 */
export class DraftStore {
  #shelf: Shelf;
  #isLasting = true;
  #epoch = 0;

  constructor(name = 'partner-portal-widgets') {
    this.#shelf = new DatabaseShelf(name);
  }

  /** Whether drafts outlive the page. */
  get isLasting(): boolean {
    return this.#isLasting;
  }

  /** Counts how often everything was forgotten: what was begun before is not kept any more. */
  get epoch(): number {
    return this.#epoch;
  }

  /**
   * The latest unfinished draft of an owner. Drafts that are too old go, but for those whose order may be on its way; one
   * that cannot be read is set aside, and said.
   */
  async latest(owner: string, now = Date.now()): Promise<FoundDraft> {
    const {drafts, setAside: hasOthers} = await this.#sift(owner, now);
    let setAside = hasOthers;
    for (const {id} of drafts) {
      const record = await this.read(id, now);
      if (record) return {record, setAside, hasOthers: drafts.length > 1};
      setAside = true;
    }
    return {record: undefined, setAside, hasOthers: false};
  }

  /** The unfinished drafts of an owner, the latest first. */
  async list(owner: string, now = Date.now()): Promise<readonly ListedDraft[]> {
    return (await this.#sift(owner, now)).drafts;
  }

  /** One draft; undefined where it is done, gone, or was set aside because it cannot be read. */
  async read(id: string, now = Date.now()): Promise<OpenRecord | undefined> {
    const record = await this.#use((shelf) => shelf.read(id));
    if (!record || record.isDone) return undefined;
    const revived = revive(record);
    if (!revived) await this.#setAside(id, now);
    return revived;
  }

  /** Changes a record; undefined removes it. */
  async update(id: string, change: Update): Promise<void> {
    await this.#use((shelf) => shelf.update(id, change));
  }

  /** Removes all drafts of everybody, but for those whose order may be on its way or has not been shown. */
  async forget(): Promise<void> {
    this.#epoch++;
    for (const {record} of await this.#use((shelf) => shelf.all())) {
      if (isUnderWay(record) || record.isDone) continue;
      await this.update(record.id, (known) => (known && isUnderWay(known) ? known : undefined));
    }
  }

  async #sift(owner: string, now: number): Promise<{drafts: ListedDraft[]; setAside: boolean}> {
    const drafts: ListedDraft[] = [];
    let setAside = false;
    for (const listed of await this.#use((shelf) => shelf.all())) {
      const {record} = listed;
      if (now - record.updatedAt >= LIFETIME && !record.submission) {
        await this.update(record.id, () => undefined);
      } else if (record.owner === owner && !record.isDone) {
        const revived = revive(record);
        if (revived) drafts.push(entryOf(revived, listed));
        else {
          setAside = true;
          await this.#setAside(record.id, now);
        }
      }
    }
    return {drafts: drafts.sort((a, b) => b.updatedAt - a.updatedAt), setAside};
  }

  async #setAside(id: string, now: number): Promise<void> {
    await this.update(id, (known) => known && {...known, owner: SET_ASIDE, updatedAt: now});
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

/** The drafts of this device, for all editors of a page. */
export const deviceDrafts = /* @__PURE__ */ new DraftStore();

/** An id for a new record. */
export const newDraftId = newUuid;

/** Whether the draft may be, or is, an order that the user has not seen yet. */
export function isUnderWay(record: RecordHead): boolean {
  return record.submission !== undefined || (record.isSent === true && !record.isDone);
}

/** What lines are about, each thing once and the first three of them; by it a list tells drafts apart. */
export function subjects(lines: readonly DraftLine[]): string[] {
  return [...new Set(lines.map(({item, search}) => item?.description ?? search))].slice(0, 3);
}

function entryOf({draft, ...record}: OpenRecord, {lineCount}: Listed): ListedDraft {
  const lines = draft.lines.filter((line) => !isBlankLine(line));
  return {
    id: record.id,
    reference: draft.reference,
    items: subjects(lines),
    lineCount: lineCount > draft.lines.length ? lineCount : lines.length,
    updatedAt: record.updatedAt,
    isUnderWay: isUnderWay(record),
    documentId: record.documentId,
  };
}

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
