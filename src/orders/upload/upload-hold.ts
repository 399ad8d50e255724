import {Slices} from '../slices.ts';
import {newUuid} from '../uuid.ts';
import {endUpload, forgetCount, partsOf, type KeptUpload, type Writing} from './kept-uploads.ts';
import {onDevice} from './upload-database.ts';
import {markUpload} from './upload-marks.ts';
import type {UploadSheet} from './upload-sheet.ts';

/** What a file's rows are kept under. */
export type UploadName = Pick<KeptUpload, 'owner' | 'name' | 'fingerprint'>;

/** How keeping has gone. `lost`: another page has taken the rows over, or has ended them. `refused`: the device keeps nothing. */
export type Keeping = 'kept' | 'lost' | 'refused';

/** What has come of taking rows over. `gone`: they were ended. `sending`: another page sends orders of them. */
export type TakeOver =
  | {readonly status: 'taken'; readonly hold: UploadHold; readonly sheet: unknown}
  | {readonly status: 'gone' | 'sending'};

/** Longer than one order takes until its outcome is known or kept as unknown, in milliseconds. */
const SENDING = 120_000;

/**
 * Rows of a file that this page has in hand. They are kept on the device in parts, of which only those are written that have
 * changed. The page that takes them over last has them: no other one writes, or sends, them any more.
 */
export class UploadHold {
  readonly about: UploadName;
  readonly id: string;
  readonly #writer = newUuid();
  readonly #written = new Map<number, unknown>();
  readonly #forgets = forgetCount();
  #isOnDevice = false;
  #isLost = false;
  #sendingUntil = 0;

  private constructor(about: UploadName, id: string) {
    this.about = about;
    this.id = id;
  }

  /** Of rows that were read now. */
  static ofNew(about: UploadName): UploadHold {
    return new UploadHold(about, newUuid());
  }

  /** Takes kept rows over from the page that had them. */
  static async takeOver({id}: KeptUpload, now = Date.now()): Promise<TakeOver> {
    const taken = await onDevice(async (database): Promise<TakeOver> => {
      const writing: Writing = database.transaction(['uploads', 'parts'], 'readwrite');
      const record = await writing.objectStore('uploads').get(id);
      if (!record || record.open === 0) return {status: 'gone'};
      if (record.sendingUntil > now) return {status: 'sending'};
      const {owner, name, fingerprint, fields, separators} = record;
      const hold = new UploadHold({owner, name, fingerprint}, id);
      hold.#isOnDevice = true;
      await writing.objectStore('uploads').put({...record, writer: hold.#writer}, id);
      const parts = await writing.objectStore('parts').getAll(partsOf(id));
      await writing.done;
      return {status: 'taken', hold, sheet: {fields, separators, rows: parts.flat()}};
    });
    return taken ?? {status: 'gone'};
  }

  /** Whether another page has them now. It stays so. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** Asks the device whether the rows are still this page's. Those that are not kept are. */
  async isOurs(): Promise<boolean> {
    if (!this.#isOnDevice || this.#isForgotten) return true;
    const record = await onDevice((database) => database.get('uploads', this.id));
    // What nothing is known of was taken over by nobody.
    this.#isLost ||= record !== undefined && record.writer !== this.#writer;
    return !this.#isLost;
  }

  /** Keeps what has changed since. */
  async keep(sheet: UploadSheet): Promise<Keeping> {
    if (this.#isForgotten) return 'kept';
    markUpload(this.about.owner, true);
    const slices = new Slices();
    for (let index = 0; index < sheet.partCount; index++) {
      const rows = sheet.part(index);
      if (this.#written.get(index) === rows) continue;
      const kept = await this.#write(async (writing) => {
        await writing.objectStore('parts').put(rows, [this.id, index]);
      });
      if (kept !== 'kept') return kept;
      this.#written.set(index, rows);
      await slices.rest();
    }
    return this.#write((writing) => this.#putRecord(writing, sheet));
  }

  /** Before an order of them is begun: whether it may be. No other page takes them over until it is known what became of it. */
  async mayBegin(now = Date.now()): Promise<boolean> {
    this.#sendingUntil = now + SENDING;
    await this.#noteSending();
    return !this.#isLost;
  }

  /** After the last order: other pages may take over what is left. */
  async endSending(): Promise<void> {
    this.#sendingUntil = 0;
    await this.#noteSending();
  }

  /** Ends them: nothing of them is left to be ordered. */
  async end(): Promise<void> {
    if (!this.#isOnDevice || !(await this.isOurs())) return;
    this.#written.clear();
    await endUpload({id: this.id, owner: this.about.owner}, this.#writer);
  }

  /** Everything was forgotten since: nothing is kept any more. */
  get #isForgotten(): boolean {
    return forgetCount() !== this.#forgets;
  }

  async #putRecord(writing: Writing, {fields, separators, counts}: UploadSheet): Promise<void> {
    const open = counts.ready + counts.wrong + counts.pending;
    const [id, writer, sendingUntil] = [this.id, this.#writer, this.#sendingUntil];
    const record = {...this.about, id, writer, at: Date.now(), open, fields, separators, sendingUntil};
    await writing.objectStore('uploads').put(record, id);
    this.#isOnDevice = true;
  }

  async #noteSending(): Promise<void> {
    if (!this.#isOnDevice || this.#isForgotten) return;
    await this.#write(async (writing) => {
      const uploads = writing.objectStore('uploads');
      const record = await uploads.get(this.id);
      if (record) await uploads.put({...record, sendingUntil: this.#sendingUntil}, this.id);
    });
  }

  /** Writes, unless another page has them now. */
  async #write(work: (writing: Writing) => Promise<void>): Promise<Keeping> {
    const kept = await onDevice(async (database): Promise<Keeping> => {
      const writing: Writing = database.transaction(['uploads', 'parts'], 'readwrite');
      const record = await writing.objectStore('uploads').get(this.id);
      const isFree = record ? record.writer === this.#writer : !this.#isOnDevice;
      if (isFree) await work(writing);
      await writing.done;
      // Where there is nothing any more, the device was cleared: that is respected.
      return isFree ? 'kept' : record ? 'lost' : 'refused';
    });
    if (kept === 'lost') this.#isLost = true;
    return kept ?? 'refused';
  }
}
