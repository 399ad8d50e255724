import type {DocumentSummary, Related} from '../../portal/contract/index.ts';
import {list} from '../../portal/documents.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {PortalTask} from '../../ui/portal-task.ts';
import {keyOf} from './chain-stages.ts';
import type {LoadedDocument} from './loaded-document.ts';

/** So many documents are asked for at once, and of one type at most. */
const portion = 200;
const most = 1000;

/**
 * What is known of the other documents of a chain besides what the document says of them: their date, state, amount and
 * quantities. Nobody waits for it, and where it does not come the chain is complete without.
 */
export class ChainDetails {
  readonly #host: PortalElement;
  readonly #task: PortalTask<[LoadedDocument | undefined], void>;
  #source: LoadedDocument | undefined;
  #details = new Map<string, DocumentSummary>();
  /** The types whose details are on their way. */
  #pending: ReadonlySet<string> = new Set();

  constructor(host: PortalElement) {
    this.#host = host;
    this.#task = new PortalTask<[LoadedDocument | undefined], void>(host, {
      args: () => [this.#source?.portal, this.#source],
      task: async ([, source], {signal}) => {
        if (source) await this.#load(source, signal);
      },
    });
  }

  /** Follows a document. Call it before the host's tasks look at what they have to do. */
  follow(source: LoadedDocument | undefined): void {
    if (source === this.#source) return;
    const before = this.#source;
    this.#source = source;
    if (source?.portal !== before?.portal || source?.document.id !== before?.document.id) {
      this.#details = new Map();
    }
    this.#pending = new Set(source ? typesToAsk(source) : []);
  }

  /** What is known of a document. */
  of(key: string): DocumentSummary | undefined {
    return this.#details.get(key);
  }

  /** Whether more may come to be known of a document. */
  isPending({type, id}: {type: string; id?: string | undefined}): boolean {
    return id !== undefined && this.#pending.has(type) && !this.#details.has(keyOf({type, id}));
  }

  async #load(source: LoadedDocument, signal: AbortSignal): Promise<void> {
    await Promise.all(
      typesToAsk(source).map(async (type) => {
        // Where they do not come, the chain is complete without.
        await this.#loadType(source, type, signal).catch(() => undefined);
        signal.throwIfAborted();
        if (this.#source !== source) return;
        this.#pending = new Set([...this.#pending].filter((other) => other !== type));
        this.#host.requestUpdate();
      }),
    );
  }

  async #loadType(source: LoadedDocument, type: string, signal: AbortSignal): Promise<void> {
    const relatedTo = keyOf(source.document);
    let cursor: string | undefined;
    for (let asked = 0; asked < most; asked += portion) {
      const query = {relatedTo, limit: portion, ...(cursor !== undefined && {cursor})};
      const {items, page} = await list(source.portal, type, query, {signal});
      if (this.#source !== source) return;
      for (const one of items) this.#details.set(keyOf(one), one);
      this.#host.requestUpdate();
      if (!page.next || page.next === cursor) return;
      cursor = page.next;
    }
  }
}

/** The types of the other documents that the member may list. */
function typesToAsk({document, capabilities}: LoadedDocument): string[] {
  const listable = new Map(Object.entries(capabilities.documents));
  const mayList = ({type, id}: Related) => id !== undefined && listable.get(type)?.includes('list');
  return [...new Set(document.related.filter(mayList).map(({type}) => type))];
}
