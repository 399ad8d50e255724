import type {Document} from '../portal/contract/documents.ts';
import type {Separators} from './decimals.ts';
import {isBlank, newDraft, retype, type Draft} from './draft.ts';
import {newDraftId, type DraftRecord, type DraftStore, type Submission} from './draft-store.ts';
import type {Outcome, SubmissionKeeper} from './submission.ts';

/** What a keeper tells whoever uses it. */
export interface KeeperListener {
  /** The draft is on the device for the first time. */
  onKept(draftId: string): void;
  /** Something about keeping has changed: `isLasting` or `hasForked`. */
  onChange(): void;
}

/** What was found when a draft was opened. */
export interface OpenedDraft {
  /** The record as it was kept; undefined for a new draft. */
  readonly record: DraftRecord | undefined;
  /** A draft that could not be read was set aside. */
  readonly setAside: boolean;
}

const DELAY = 500;

/**
 * Holds the draft that is being written, and keeps it on the device within a second of each change.
 *
 * Two tabs can have the same draft open. The first to write goes on with it; the other one is not allowed to overwrite that,
 * goes on with a copy, and `hasForked` says so.
 */
export class DraftKeeper implements SubmissionKeeper {
  readonly #store: DraftStore;
  readonly #listener: KeeperListener;
  #owner = '';
  #id = newDraftId();
  #revision = 0;
  #draft: Draft;
  #submission: Submission | undefined;
  #hasForked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(store: DraftStore, separators: Separators, listener: KeeperListener) {
    this.#store = store;
    this.#draft = newDraft(separators);
    this.#listener = listener;
  }

  /** The draft as it is now. */
  get draft(): Draft {
    return this.#draft;
  }

  /** The submission of this draft whose outcome is not known. */
  get submission(): Submission | undefined {
    return this.#submission;
  }

  /** Whether the draft outlives the page. */
  get isLasting(): boolean {
    return this.#store.isLasting;
  }

  /** Whether another tab went on with the draft, and this one with a copy. */
  get hasForked(): boolean {
    return this.#hasForked;
  }

  /** Takes up the owner's latest draft, or begins a new one. */
  async open(owner: string, separators: Separators): Promise<OpenedDraft> {
    await this.flush();
    const {record, setAside} = await this.#store.latest(owner);
    this.#owner = owner;
    this.#hasForked = false;
    this.#id = record?.id ?? newDraftId();
    this.#revision = record?.revision ?? 0;
    this.#submission = record?.submission;
    this.#draft = record ? retype(record.draft, separators) : newDraft(separators);
    return {record, setAside};
  }

  /** Changes the draft; it is kept soon. */
  change(draft: Draft): void {
    this.#draft = draft;
    this.#timer ??= setTimeout(() => void this.flush(), DELAY);
  }

  /** Takes over a draft that nobody has typed: what the device holds stays as it is until the next change. */
  adopt(draft: Draft): void {
    this.#draft = draft;
  }

  /** Begins another draft. The one before is left as it was last kept. */
  startNew(draft: Draft): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#id = newDraftId();
    this.#revision = 0;
    this.#submission = undefined;
    this.#hasForked = false;
    this.#draft = draft;
  }

  /** Takes the draft off the device and begins another one. */
  async discard(draft: Draft): Promise<void> {
    const id = this.#id;
    this.startNew(draft);
    await this.#enqueue(() => this.#store.update(id, () => undefined));
  }

  /** Keeps now what is not kept yet. */
  async flush(): Promise<void> {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#enqueue(() => this.#keep());
  }

  /** The order that the draft became was shown: the draft does not come back. */
  async markDone(): Promise<void> {
    const id = this.#id;
    await this.#enqueue(() => this.#store.update(id, (known) => known && {...known, isDone: true}));
  }

  async begin(submission: Submission): Promise<Submission | Document> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#enqueue(async () => {
      const foreign = await this.#write({submission});
      if (foreign?.document) return foreign.document;
      // The other tab edited on and has not sent: ours is an order of its own.
      if (foreign && !foreign.submission) await this.#fork({submission});
      const counting = foreign?.submission ?? submission;
      this.#submission = counting;
      if (foreign) this.#revision = foreign.revision;
      return counting;
    });
  }

  async end(submission: Submission, outcome: Outcome): Promise<void> {
    this.#submission = outcome.kind === 'unknown' ? {...submission, isUnsettled: true} : undefined;
    await this.#enqueue(async () => {
      await this.#store.update(this.#id, (known) => {
        this.#revision = (known?.revision ?? this.#revision) + 1;
        return {
          ...(known ?? this.#record()),
          revision: this.#revision,
          submission: this.#submission,
          document: outcome.kind === 'created' ? outcome.document : undefined,
        };
      });
    });
  }

  async #keep(): Promise<void> {
    const wasLasting = this.isLasting;
    const isFirst = this.#revision === 0;
    if (isBlank(this.#draft) && !this.#submission) {
      if (!isFirst) await this.#store.update(this.#id, (known) => (this.#isOurs(known) ? undefined : known));
      this.#revision = 0;
      return;
    }
    if (await this.#write({})) await this.#fork({});
    if (isFirst && this.isLasting) this.#listener.onKept(this.#id);
    if (wasLasting !== this.isLasting) this.#listener.onChange();
  }

  /** Writes unless another tab has; then resolves with what that one wrote. */
  async #write(change: Partial<DraftRecord>): Promise<DraftRecord | undefined> {
    let foreign: DraftRecord | undefined;
    await this.#store.update(this.#id, (known) => {
      foreign = this.#isOurs(known) ? undefined : known;
      if (foreign) return foreign;
      return {...this.#record(), revision: this.#revision + 1, ...change};
    });
    if (!foreign) this.#revision++;
    return foreign;
  }

  async #fork(change: Partial<DraftRecord>): Promise<void> {
    this.#id = newDraftId();
    this.#revision = 0;
    this.#submission = undefined;
    this.#hasForked = true;
    await this.#write(change);
    this.#listener.onChange();
  }

  #isOurs(known: DraftRecord | undefined): boolean {
    return !known || (known.revision === this.#revision && !known.document);
  }

  #record(): DraftRecord {
    return {
      id: this.#id,
      owner: this.#owner,
      draft: this.#draft,
      updatedAt: Date.now(),
      revision: this.#revision,
      submission: this.#submission,
    };
  }

  /** One write after the other: the revision counts ours, too. */
  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}
