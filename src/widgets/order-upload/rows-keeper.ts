import type {ReactiveController} from 'lit';
import {dropUpload, forgetCount, keepUpload} from '../../orders/upload/kept-upload.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import type {RowsStep} from './rows-step.ts';

/** So long after a change, in milliseconds, rows are kept: no more of what is typed is ever lost. */
const PAUSE = 1_000;

/** Keeps the rows of a file on the device while they are mended, until all of them are ordered. */
export class RowsKeeper implements ReactiveController {
  readonly #host: PortalElement;
  readonly #owner: string;
  readonly #rows: RowsStep;
  #kept: unknown;
  /** When something was forgotten since, these rows are not kept any more. */
  readonly #forgets = forgetCount();
  #isLasting = true;
  #flushing: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PortalElement, owner: string, rows: RowsStep) {
    this.#host = host;
    this.#owner = owner;
    this.#rows = rows;
    host.addController(this);
  }

  /** Keeps no more; what is kept stays. */
  dispose(): void {
    void this.flush();
    this.hostDisconnected();
    this.#host.removeController(this);
  }

  /** Whether the device has kept what it was to keep. */
  get isLasting(): boolean {
    return this.#isLasting;
  }

  /** Keeps what has changed, now, or when what is being kept is. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await (this.#flushing ??= this.#keepAll().finally(() => (this.#flushing = undefined)));
  }

  async #keepAll(): Promise<void> {
    const {sheet} = this.#rows;
    while (sheet.rows !== this.#kept && forgetCount() === this.#forgets) {
      this.#kept = sheet.rows;
      await this.#keep();
    }
  }

  async #keep(): Promise<void> {
    const {sheet, name, isOpen} = this.#rows;
    if (!isOpen) {
      await dropUpload(this.#owner);
      return;
    }
    const snapshot = sheet.toSnapshot();
    // What the portal says of items is asked anew: keeping it would be felt at every pause.
    const lines = snapshot.lines.map(({item, ...line}) => ({
      ...line,
      search: item?.itemNumber ?? line.search,
    }));
    const isKept = await keepUpload(this.#owner, {name, at: Date.now(), sheet: {...snapshot, lines}});
    if (isKept === this.#isLasting) return;
    this.#isLasting = isKept;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#onLeave);
    document.addEventListener('visibilitychange', this.#onLeave);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#onLeave);
    document.removeEventListener('visibilitychange', this.#onLeave);
    void this.flush();
  }

  hostUpdated(): void {
    if (this.#rows.sheet.rows === this.#kept || this.#timer !== undefined) return;
    // What was read is kept at once, what is typed a moment later.
    this.#timer = setTimeout(this.#onLeave, this.#kept === undefined ? 0 : PAUSE);
  }

  readonly #onLeave = (): void => void this.flush();
}
