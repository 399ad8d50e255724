import type {Separators} from './decimals.ts';
import {isBlank, newDraft, retype, type Draft} from './draft.ts';
import {
  doneRecord,
  isSent,
  isUnderWay,
  newDraftId,
  type DraftRecord,
  type DraftStore,
  type FoundDraft,
  type ListedDraft,
  type OpenRecord,
  type RecordChange,
  type RecordHead,
  type Submission,
} from './draft-store.ts';

/** What a keeper tells whoever uses it. */
export interface KeeperListener {
  /** The draft is on the device for the first time. */
  onKept(draftId: string): void;
  /** Something about keeping has changed: `isLasting`, `hasForked` or `overtaken`. */
  onChange(): void;
}

/** The record of a draft, for what is kept of sending it. */
export interface OwnRecord {
  /** Writes unless another tab has; then resolves with what that one wrote. */
  write(change: Partial<DraftRecord>): Promise<RecordHead | undefined>;
  /** Goes on with a copy. */
  fork(change: Partial<DraftRecord>): Promise<void>;
  /** Changes the record, whoever has written it last. */
  update(change: (known: RecordHead) => RecordChange): Promise<void>;
  /** What is kept at `revision` is taken for our own. */
  catchUp(revision: number): void;
}

/** The draft that is to be opened, by its own id or by that of the document that it is at the portal. */
export type WhichDraft = {readonly id: string} | {readonly documentId: string};

const DELAY = 500;

/**
 * Holds the draft that is being written, and keeps it on the device within a second of each change. It works for one owner:
 * what ends late, ends where it began.
 *
 * Two tabs can have the same draft open. The first to write goes on with it; the other one is not allowed to overwrite that,
 * goes on with a copy, and `hasForked` says so. Where the first has sent the draft, the copy takes over how far that is, so
 * that it does not become a second order by itself; `overtaken` says so.
 */
export class DraftKeeper {
  readonly #store: DraftStore;
  readonly #listener: KeeperListener;
  #owner = '';
  #epoch: number;
  #id = newDraftId();
  #revision = 0;
  #draft: Draft;
  #submission: Submission | undefined;
  #creation: Submission | undefined;
  #hasForked = false;
  #isDiscarded = false;
  #overtaken: DraftRecord | undefined;
  readonly #own: OwnRecord = {
    write: (change) => this.#write(change),
    fork: (change) => this.#fork(undefined, change),
    update: async (change) => {
      this.#overtaken = undefined;
      await this.#store.update(this.#id, (known) => change(known ?? this.#record()));
    },
    catchUp: (revision) => (this.#revision = revision),
  };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(store: DraftStore, separators: Separators, listener: KeeperListener) {
    this.#store = store;
    this.#epoch = store.epoch;
    this.#draft = newDraft(separators);
    this.#listener = listener;
  }

  /** Names the draft on this device. */
  get id(): string {
    return this.#id;
  }

  /** The draft as it is now. */
  get draft(): Draft {
    return this.#draft;
  }

  /** The submission of this draft whose outcome is not known. */
  get submission(): Submission | undefined {
    return this.#submission;
  }

  /** @internal */
  set submission(submission: Submission | undefined) {
    this.#submission = submission;
  }

  /** The first saving of this draft at the portal, where its outcome is not known. */
  get creation(): Submission | undefined {
    return this.#creation;
  }

  /** @internal */
  set creation(creation: Submission | undefined) {
    this.#creation = creation;
  }

  /** Whether the draft outlives the page. */
  get isLasting(): boolean {
    return this.#store.isLasting;
  }

  /** Whether another tab went on with the draft, and this one with a copy. */
  get hasForked(): boolean {
    return this.#hasForked;
  }

  /** How far another tab is with sending the draft; undefined where none was found to send it. */
  get overtaken(): DraftRecord | undefined {
    return this.#overtaken;
  }

  /** Takes up the owner's latest draft, or the one that is named, or begins a new one. To be called once. */
  async open(owner: string, separators: Separators, which?: WhichDraft): Promise<FoundDraft> {
    const {record, setAside, hasOthers} = await this.#find(owner, which);
    this.#owner = owner;
    this.#epoch = this.#store.epoch;
    this.#id = record?.id ?? newDraftId();
    this.#revision = record?.revision ?? 0;
    this.#submission = record?.submission;
    this.#creation = record?.creation;
    this.#draft = record ? retype(record.draft, separators) : newDraft(separators);
    return {record, setAside, hasOthers};
  }

  /** The owner's unfinished drafts on the device, the latest first. */
  async list(): Promise<readonly ListedDraft[]> {
    return this.#store.list(this.#owner);
  }

  /** Takes another draft off the device, and says what it was; undefined where it stays, as it may be or become an order. */
  async remove(id: string): Promise<OpenRecord | undefined> {
    const record = await this.#store.read(id);
    if (!record || record.owner !== this.#owner) return undefined;
    let left: RecordHead | undefined;
    await this.#store.update(id, (known) => (left = known && isUnderWay(known) ? known : undefined));
    return left ? undefined : record;
  }

  /** Brings a draft back that was taken off. */
  async putBack(record: OpenRecord): Promise<void> {
    if (record.owner === this.#owner) await this.#store.update(record.id, (known) => known ?? record);
  }

  async #find(owner: string, which: WhichDraft | undefined): Promise<FoundDraft> {
    if (!which) return this.#store.latest(owner);
    const drafts = await this.#store.list(owner);
    const found = drafts.find((draft) =>
      'id' in which ? draft.id === which.id : draft.documentId === which.documentId,
    );
    const read = found && (await this.#store.read(found.id));
    const record = read?.owner === owner ? read : undefined;
    return {record, setAside: false, hasOthers: drafts.length > (record ? 1 : 0)};
  }

  /** Changes the draft; it is kept soon. */
  change(draft: Draft): void {
    this.#draft = draft;
    if (!this.#isDiscarded) this.#timer ??= setTimeout(() => void this.flush(), DELAY);
  }

  /** Takes over a draft that nobody has typed: what the device holds stays as it is until the next change. */
  adopt(draft: Draft): void {
    this.#draft = draft;
  }

  /** Begins a draft of the owner that the device does not have. To be called once, in place of `open`. */
  startNew(owner: string, draft: Draft): void {
    this.#owner = owner;
    this.#draft = draft;
  }

  /**
   * Takes the draft off the device. Nothing of it is kept any more, whatever is still under way with it. Resolves with what
   * another tab has made of it meanwhile: that stays.
   */
  async discard(): Promise<RecordHead | undefined> {
    this.stopTimer();
    this.#isDiscarded = true;
    return this.#enqueue(async () => {
      let foreign: RecordHead | undefined;
      await this.#store.update(this.#id, (known) => (foreign = this.#isOurs(known) ? undefined : known));
      return foreign;
    });
  }

  /** Keeps now what is not kept yet. */
  async flush(): Promise<void> {
    if (this.stopTimer()) await this.#enqueue(() => this.#keep());
  }

  /** The order that the draft became was shown: the draft does not come back. */
  async markDone(): Promise<void> {
    const id = this.#id;
    await this.#enqueue(() => this.#store.update(id, (known) => known && doneRecord(known)));
  }

  /** Does something with the record, in turn; for what is kept of sending the draft. @internal */
  inTurn<T>(work: (own: OwnRecord) => Promise<T>): Promise<T> {
    return this.#enqueue(() => work(this.#own));
  }

  async #keep(): Promise<void> {
    // Forgotten on purpose: at the end of a session.
    if (this.#epoch !== this.#store.epoch && !this.#submission) return;
    const isFirst = this.#revision === 0;
    if (isBlank(this.#draft) && !this.#submission && !this.#overtaken) {
      if (!isFirst) await this.#store.update(this.#id, (known) => (this.#isOurs(known) ? undefined : known));
      this.#revision = 0;
      return;
    }
    const foreign = await this.#write({});
    if (foreign) await this.#fork(foreign);
    if (isFirst && this.isLasting) this.#listener.onKept(this.#id);
  }

  /** Writes unless another tab has; then resolves with what that one wrote. */
  async #write(change: Partial<DraftRecord>): Promise<RecordHead | undefined> {
    let foreign: RecordHead | undefined;
    if (this.#isDiscarded) return foreign;
    await this.#store.update(this.#id, (known) => {
      foreign = this.#isOurs(known) ? undefined : known;
      if (foreign) return foreign;
      return {...known, ...this.#record(), revision: this.#revision + 1, ...change};
    });
    if (!foreign) this.#revision++;
    return foreign;
  }

  /** Goes on with a copy. What `foreign` knows of sending the draft holds for the copy, too. */
  async #fork(foreign?: RecordHead, change: Partial<DraftRecord> = {}): Promise<void> {
    this.#id = newDraftId();
    this.#revision = 0;
    this.#submission = foreign?.submission;
    this.#creation = undefined;
    if (foreign && (isSent(foreign) || foreign.submission)) {
      const {document, number} = foreign;
      const fate = isSent(foreign) ? {isSent: true, document, number, isOutdated: true} : {};
      this.#overtaken = {...this.#record(), ...fate, isElsewhere: true};
      await this.#write({...fate, isElsewhere: true});
    } else {
      this.#hasForked = true;
      await this.#write(change);
    }
    this.#listener.onChange();
  }

  #isOurs(known: RecordHead | undefined): boolean {
    return !known || (known.revision === this.#revision && (!isSent(known) || this.#overtaken !== undefined));
  }

  #record(): DraftRecord {
    return {
      id: this.#id,
      owner: this.#owner,
      draft: this.#draft,
      updatedAt: Date.now(),
      revision: this.#revision,
      submission: this.#submission,
      creation: this.#creation,
      documentId: this.#draft.portalCopy?.documentId,
    };
  }

  /** Whether there was something to keep that is not kept yet; it is not kept by itself any more. @internal */
  stopTimer(): boolean {
    const wasRunning = this.#timer !== undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return wasRunning;
  }

  /** One write after the other: the revision counts ours, too. */
  async #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const wasLasting = this.isLasting;
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      if (wasLasting !== this.isLasting) this.#listener.onChange();
    }
  }
}
