import type {ReactiveController} from 'lit';
import type {PortalConnection} from '../../portal/connection.ts';
import {pdf} from '../../portal/documents.ts';
import {PortalError} from '../../portal/errors.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {saveFile} from '../../ui/save-file.ts';

/** What a PDF is fetched for. */
export type PdfPurpose = 'open' | 'download';

/** Which PDF, and what it is called. */
export interface PdfSource {
  readonly portal: PortalConnection;
  readonly type: string;
  readonly id: string;
  /** Name of its file, with the extension. */
  readonly name: string;
  /** What a new tab shows until the PDF is here. */
  readonly waiting: string;
}

/** What has become of a PDF. `blocked`: it is here, but the browser let no tab be opened for it. */
export type PdfState =
  | {readonly phase: 'idle'}
  | {readonly phase: 'working'; readonly purpose: PdfPurpose}
  | {readonly phase: 'failed'; readonly purpose: PdfPurpose; readonly error: PortalError}
  | {readonly phase: 'blocked'; readonly address: string; readonly name: string};

/** An address lives so long, in ms: a tab may still be reading from it. */
const lifetime = 60_000;

/** Fetches a document as PDF with the member's own token, and opens it in a tab or saves it. */
export class PdfFetch implements ReactiveController {
  readonly #host: PortalElement;
  #state: PdfState = {phase: 'idle'};
  #abort: AbortController | undefined;
  readonly #addresses = new Map<string, ReturnType<typeof setTimeout> | undefined>();

  constructor(host: PortalElement) {
    this.#host = host;
    host.addController(this);
  }

  /** What has become of the PDF that was asked for last. */
  get state(): PdfState {
    return this.#state;
  }

  /** Call it in the click: only then the browser lets a tab be opened, which is led to the PDF when that is here. */
  start(purpose: PdfPurpose, source: PdfSource): void {
    if (this.#state.phase === 'working') return;
    this.#release();
    const tab = purpose === 'open' ? openTab(source) : null;
    void this.#fetch(purpose, source, tab);
  }

  /** Gives up what is being fetched, and takes away what is said of it. */
  dismiss(): void {
    this.#abort?.abort();
    this.#release();
    this.#set({phase: 'idle'});
  }

  hostDisconnected(): void {
    // A move in the page disconnects and connects in one go.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.dismiss();
    });
  }

  async #fetch(purpose: PdfPurpose, source: PdfSource, tab: Window | null): Promise<void> {
    const abort = (this.#abort = new AbortController());
    this.#set({phase: 'working', purpose});
    try {
      const {portal, type, id, name} = source;
      const answer = await pdf(portal, type, id, {signal: abort.signal});
      if (abort.signal.aborted) throw new PortalError('aborted');
      // Whatever the portal calls it: in a tab of our origin nothing else may be run.
      const file = new Blob([answer], {type: 'application/pdf'});
      if (purpose === 'download') saveFile(file, name);
      else if (!this.#show(file, name, tab)) return;
      this.#set({phase: 'idle'});
    } catch (thrown) {
      tab?.close();
      const error = PortalError.from(thrown);
      if (abort.signal.aborted) return;
      this.#host.announceError(error);
      this.#set({phase: 'failed', purpose, error});
    }
  }

  /** Leads the tab to the file; where there is none, offers a link, and is false. */
  #show(file: Blob, name: string, tab: Window | null): boolean {
    const address = URL.createObjectURL(file);
    if (!tab || tab.closed) {
      this.#addresses.set(address, undefined);
      this.#set({phase: 'blocked', address, name});
      return false;
    }
    tab.location.replace(address);
    this.#addresses.set(
      address,
      setTimeout(() => this.#revoke(address), lifetime),
    );
    return true;
  }

  #release(): void {
    for (const address of this.#addresses.keys()) this.#revoke(address);
  }

  #revoke(address: string): void {
    clearTimeout(this.#addresses.get(address));
    this.#addresses.delete(address);
    URL.revokeObjectURL(address);
  }

  #set(state: PdfState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

/** A tab that says what it waits for; null where the browser lets none be opened. */
function openTab({name, waiting}: PdfSource): Window | null {
  const tab = window.open('', '_blank');
  if (!tab) return null;
  tab.opener = null;
  try {
    tab.document.title = name;
    tab.document.body.textContent = waiting;
  } catch {
    // In a sandbox it is nobody's: it waits without a word.
  }
  return tab;
}
