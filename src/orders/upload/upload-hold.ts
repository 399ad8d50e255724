import type {Separators} from '../decimals.ts';
import {Slices} from '../slices.ts';
import {newUuid} from '../../portal/uuid.ts';
import {endUpload, forgetCount, isSending, NOBODY, partsOf, removeUpload, SENDING} from './kept-uploads.ts';
import {onDevice, type KeptUpload, type Transaction, type UploadRecord} from './upload-database.ts';
import {markUpload} from './upload-marks.ts';
import type {UploadSheet} from './upload-sheet.ts';

/** What a file's rows are kept under. */
type UploadName = Pick<KeptUpload, 'owner' | 'name' | 'fingerprint'>;

/** How keeping has gone. `lost`: another page has taken the rows over. `refused`: the device keeps nothing. */
type Keeping = 'kept' | 'lost' | 'refused';

/**
 * What has come of taking rows over. `gone`: nothing of them is left to be ordered. `sending`: another page sends orders of them.
 * `unreadable`: the device does not give them.
 */
type TakeOver =
  | {readonly status: 'taken'; readonly hold: UploadHold; readonly sheet: unknown}
  | {readonly status: 'gone' | 'sending' | 'unreadable'};

/**
 * Rows of a file that this page has in hand. They are kept on the device in parts, of which only those are written that have
 * changed. The page that takes them over last has them: no other one writes, or sends, them any more.
 */
export class UploadHold {
  readonly id: string;
  readonly about: UploadName;
  readonly #writer = newUuid();
  readonly #written = new Map<number, unknown>();
  readonly #forgets = forgetCount();
  #separators: Separators | undefined;
  #isOnDevice = false;
  #isLost = false;
  #sendingUntil = 0;
  #sent = 0;
  /** How many of the rows were in orders when they were kept last. */
  #taken = 0;

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
    const taken = await onDevice('readwrite', async (writing): Promise<TakeOver> => {
      const record = await writing.objectStore('uploads').get(id);
      if (!record || record.open === 0) return {status: 'gone'};
      if (isSending(record, now)) return {status: 'sending'};
      const {owner, name, fingerprint, fields, separators, sent, taken} = record;
      const hold = new UploadHold({owner, name, fingerprint}, id);
      await writing.objectStore('uploads').put({...record, writer: hold.#writer}, id);
      const parts = await writing.objectStore('parts').getAll(partsOf(id));
      hold.#isOnDevice = true;
      hold.#sent = sent;
      hold.#taken = taken;
      hold.#separators = separators;
      return {status: 'taken', hold, sheet: {fields, separators, rows: parts.flat()}};
    });
    return taken ?? {status: 'unreadable'};
  }

  /** Whether another page has them now. It stays so. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** How many orders were made of them, here and by pages that had them before. */
  get sent(): number {
    return this.#sent;
  }

  /** Counts one more; it is kept with the rows. */
  countSent(): void {
    this.#sent++;
  }

  /** Asks the device whether the rows are still this page's. Those that are not kept, or were discarded elsewhere, are. */
  async isOurs(): Promise<boolean> {
    if (!this.#isOnDevice || this.#isForgotten) return true;
    const record = await this.#record();
    // What nothing is known of was taken over by nobody.
    this.#isLost ||= record !== undefined && !this.#isFree(record);
    return !this.#isLost;
  }

  /** Keeps what has changed since. */
  async keep(sheet: UploadSheet): Promise<Keeping> {
    if (this.#isForgotten) return 'kept';
    markUpload(this.about.owner, true);
    const {taken} = sheet.counts;
    const isNew = !this.#isOnDevice;
    const keeping = await this.#keepAll(sheet);
    if (keeping === 'kept') {
      this.#taken = taken;
      // Another page may have found nothing meanwhile.
      if (!this.#isForgotten) markUpload(this.about.owner, true);
    } else if (keeping === 'refused' && (isNew || taken > this.#taken)) {
      // Rows that are in an order by now must not be offered again: none is better then.
      await this.#remove();
    }
    return keeping;
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
    const ended = await endUpload({id: this.id, owner: this.about.owner}, this.#writer);
    if (ended !== 'ended') await this.#remove();
  }

  /** Everything was forgotten since: nothing is kept any more. */
  get #isForgotten(): boolean {
    return forgetCount() !== this.#forgets;
  }

  #isFree({writer}: {readonly writer: string}): boolean {
    return writer === this.#writer || writer === NOBODY;
  }

  async #keepAll(sheet: UploadSheet): Promise<Keeping> {
    const before = await this.#record();
    if (before?.writer === NOBODY) this.#written.clear();
    // What is kept without its record would never be found again, and what is only begun is not offered.
    if (!this.#isOnDevice) {
      const begun = await this.#write((writing) => this.#putRecord(writing, sheet, 0));
      if (begun !== 'kept') return begun;
      this.#isOnDevice = true;
    }
    const keeping = await this.#keepParts(sheet);
    return keeping === 'kept' ? this.#write((writing) => this.#putRecord(writing, sheet)) : keeping;
  }

  async #keepParts(sheet: UploadSheet): Promise<Keeping> {
    const {separators} = sheet;
    const all = Array.from({length: sheet.partCount}, (_, index) => index);
    const changed = all.filter((index) => this.#written.get(index) !== sheet.part(index));
    const isRetyped = this.#separators && separators.decimal !== this.#separators.decimal;
    const slices = new Slices();
    // Quantities in other separators than the record says would be other quantities: all of it at once then.
    for (const indexes of isRetyped ? [all] : changed.map((index) => [index])) {
      const parts = indexes.map((index) => [index, sheet.part(index)] as const);
      const keeping = await this.#write(async (writing) => {
        for (const [index, rows] of parts) await writing.objectStore('parts').put(rows, [this.id, index]);
        if (isRetyped) await this.#putRecord(writing, sheet);
      });
      if (keeping !== 'kept') return keeping;
      for (const [index, rows] of parts) this.#written.set(index, rows);
      await slices.rest();
    }
    this.#separators = separators;
    return 'kept';
  }

  async #putRecord(
    writing: Transaction,
    {fields, separators, counts}: UploadSheet,
    open?: number,
  ): Promise<void> {
    const record = {
      ...this.about,
      id: this.id,
      writer: this.#writer,
      at: Date.now(),
      open: open ?? counts.ready + counts.wrong + counts.pending,
      sent: this.#sent,
      taken: counts.taken,
      fields,
      separators,
      sendingUntil: this.#sendingUntil,
    };
    await writing.objectStore('uploads').put(record, this.id);
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
  async #write(work: (writing: Transaction) => Promise<void>): Promise<Keeping> {
    const kept = await onDevice('readwrite', async (writing): Promise<Keeping> => {
      // While the database was being opened, too.
      if (this.#isForgotten) return 'kept';
      const record = await writing.objectStore('uploads').get(this.id);
      const isFree = record ? this.#isFree(record) : !this.#isOnDevice;
      if (isFree) await work(writing);
      // Where there is nothing any more, the device was cleared: that is respected.
      return isFree ? 'kept' : record ? 'lost' : 'refused';
    });
    if (kept === 'lost') this.#isLost = true;
    return kept ?? 'refused';
  }

  /** Takes them off the device, which has room for that even when it is full. */
  async #remove(): Promise<void> {
    this.#isOnDevice = false;
    this.#written.clear();
    await onDevice('readwrite', async (writing) => {
      const record = await writing.objectStore('uploads').get(this.id);
      if (!record || this.#isFree(record)) await removeUpload(writing, this.id);
    });
  }

  #record(): Promise<UploadRecord | undefined> {
    return onDevice('readonly', (reading) => reading.objectStore('uploads').get(this.id));
  }
}
