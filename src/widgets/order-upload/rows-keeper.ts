import type {ReactiveController} from 'lit';
import {dropUpload, keepUpload} from '../../orders/upload/kept-upload.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import type {RowsStep} from './rows-step.ts';

/** So long after the last change, in milliseconds, rows are kept: no more of what is typed is ever lost. */
const PAUSE = 1_000;

/** Keeps the rows of a file on the device while they are mended, until all of them are ordered. */
export class RowsKeeper implements ReactiveController {
  readonly #host: PortalElement;
  readonly #owner: string;
  readonly #rows: RowsStep;
  #kept: unknown;
  /** Rows that are to be kept. */
  #waiting: unknown;
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

  /** Keeps nothing of these rows any more. */
  async forget(): Promise<void> {
    clearTimeout(this.#timer);
    this.#kept = this.#rows.sheet.rows;
    await dropUpload(this.#owner);
  }

  /** Keeps what has changed, now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const {sheet, name, isOpen} = this.#rows;
    if (sheet.rows === this.#kept) return;
    this.#kept = sheet.rows;
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
    await keepUpload(this.#owner, {name, at: Date.now(), sheet: {...snapshot, lines}});
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
    const {rows} = this.#rows.sheet;
    if (rows === this.#kept || rows === this.#waiting) return;
    // What was read is kept at once, what is typed when there is a pause.
    const pause = this.#waiting === undefined ? 0 : PAUSE;
    this.#waiting = rows;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onLeave, pause);
  }

  readonly #onLeave = (): void => void this.flush();
}
