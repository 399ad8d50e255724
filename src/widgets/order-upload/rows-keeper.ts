import type {ReactiveController} from 'lit';
import type {UploadHold} from '../../orders/upload/upload-hold.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import type {RowsStep} from './rows-step.ts';

/** So long after a change, in milliseconds, rows are kept. */
const PAUSE = 1_000;

/** Keeps the rows of a file on the device while they are mended, until all of them are ordered or another page has them. */
export class RowsKeeper implements ReactiveController {
  readonly #host: PortalElement;
  readonly #hold: UploadHold;
  readonly #rows: RowsStep;
  readonly #onLost: () => void;
  #kept: unknown;
  #isLasting = true;
  #flushing: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onLost`: another page has the rows now. */
  constructor(host: PortalElement, hold: UploadHold, rows: RowsStep, onLost: () => void) {
    this.#host = host;
    this.#hold = hold;
    this.#rows = rows;
    this.#onLost = onLost;
    host.addController(this);
  }

  /** Keeps no more; what is kept stays. */
  async dispose(): Promise<void> {
    this.#stopListening();
    this.#host.removeController(this);
    await this.flush();
  }

  /** Whether the device has kept what it was to keep. */
  get isLasting(): boolean {
    return this.#isLasting;
  }

  /** Whether no other page has taken the rows over. */
  async isOurs(): Promise<boolean> {
    return this.#told(await this.#hold.isOurs());
  }

  /** Before an order of the rows is begun: whether it may be. */
  async mayBegin(): Promise<boolean> {
    return this.#told(await this.#hold.mayBegin());
  }

  /** Keeps what has changed; whether it is known then to whoever has the rows. */
  async isKept(): Promise<boolean> {
    await this.flush();
    return !this.#hold.isLost;
  }

  /** Keeps what has changed, now, or when what is being kept is. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await (this.#flushing ??= this.#keepAll().finally(() => (this.#flushing = undefined)));
  }

  async #keepAll(): Promise<void> {
    const {sheet} = this.#rows;
    while (sheet.rows !== this.#kept && !this.#hold.isLost) {
      this.#kept = sheet.rows;
      await this.#keep();
    }
  }

  async #keep(): Promise<void> {
    if (!this.#rows.isOpen) {
      await this.#hold.end();
      return;
    }
    const keeping = await this.#hold.keep(this.#rows.sheet);
    if (!this.#told(keeping !== 'lost')) return;
    const isLasting = keeping === 'kept';
    if (isLasting === this.#isLasting) return;
    this.#isLasting = isLasting;
    this.#host.requestUpdate();
  }

  /** Tells where the rows are lost. */
  #told(isOurs: boolean): boolean {
    if (!isOurs) this.#onLost();
    return isOurs;
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#saveAll);
    document.addEventListener('visibilitychange', this.#onTurn);
  }

  hostDisconnected(): void {
    this.#stopListening();
    this.#saveAll();
  }

  hostUpdated(): void {
    if (this.#rows.sheet.rows === this.#kept || this.#timer !== undefined) return;
    // What was read is kept at once, what is typed a moment later.
    this.#timer = setTimeout(() => void this.flush(), this.#kept === undefined ? 0 : PAUSE);
  }

  #stopListening(): void {
    window.removeEventListener('pagehide', this.#saveAll);
    document.removeEventListener('visibilitychange', this.#onTurn);
  }

  /** What is being typed would be lost with the page, too. */
  readonly #saveAll = (): void => {
    this.#rows.grid.save();
    void this.flush();
  };

  readonly #onTurn = (): void => {
    if (document.visibilityState === 'hidden') this.#saveAll();
    else void this.isOurs();
  };
}
