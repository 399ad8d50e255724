import {TaskStatus} from '@lit/task';
import type {Line} from '../../portal/contract/index.ts';
import {get} from '../../portal/documents.ts';
import {PortalError} from '../../portal/errors.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {PortalTask} from '../../ui/portal-task.ts';
import type {LoadedDocument} from './loaded-document.ts';

/** What is there of a document's lines. Never changed: what comes later makes a new one. */
export interface LoadedLines {
  readonly source: LoadedDocument;
  readonly lines: readonly Line[];
  /** Cursor of further lines; null when all are here. */
  readonly next: string | null;
}

/** Loads the lines that a long document did not bring with it, one portion after the other, until all are here. */
export class LinePages {
  readonly #task: PortalTask<[LoadedLines | undefined], void>;
  readonly #onStale: () => void;
  #loaded: LoadedLines | undefined;
  /** How often a document was loaded again because its lines had changed while they were being loaded. */
  #restarts = 0;

  /** `onStale`: the document has changed and has to be loaded again. */
  constructor(host: PortalElement, onStale: () => void) {
    this.#onStale = onStale;
    this.#task = new PortalTask<[LoadedLines | undefined], void>(host, {
      args: () => [this.#loaded?.next ? this.#loaded.source.portal : undefined, this.#loaded],
      task: async ([, loaded], {signal}) => {
        if (loaded) await this.#advance(loaded, signal);
      },
    });
  }

  /** Follows a document; another one than before begins with the lines that it brought. */
  follow(source: LoadedDocument | undefined): void {
    if (source === this.#loaded?.source) return;
    const {document} = source ?? {};
    if (document?.id !== this.#loaded?.source.document.id) this.#restarts = 0;
    this.#loaded =
      source && document ? {source, lines: document.lines, next: document.linesNext ?? null} : undefined;
  }

  /** The lines that are here. */
  get lines(): readonly Line[] {
    return this.#loaded?.lines ?? [];
  }

  /** Whether all lines are here. */
  get isComplete(): boolean {
    return !this.#loaded?.next;
  }

  /** Why no further lines came. */
  get error(): PortalError | undefined {
    if (this.isComplete || this.#task.status !== TaskStatus.ERROR) return undefined;
    return PortalError.from(this.#task.error);
  }

  /** Asks again for what did not come. */
  retry(): void {
    this.#restarts = 0;
    void this.#task.run();
  }

  async #advance(loaded: LoadedLines, signal: AbortSignal): Promise<void> {
    const {source, lines, next} = loaded;
    const {portal, document} = source;
    const linesCursor = next ?? '';
    try {
      const answer = await get(portal, document.type, document.id, {linesCursor, signal});
      signal.throwIfAborted();
      const {lines: more, linesNext} = answer.document;
      // A cursor that leads nowhere would be followed for ever.
      const isEnd = !linesNext || linesNext === next || more.length === 0;
      this.#loaded = {source, lines: [...lines, ...more], next: isEnd ? null : linesNext};
    } catch (error) {
      if (PortalError.from(error).kind !== 'gone' || this.#restarts > 0) throw error;
      this.#restarts++;
      this.#onStale();
    }
  }
}
