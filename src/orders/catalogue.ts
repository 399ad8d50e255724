import {lookUp} from '../portal/catalog.ts';
import type {PortalConnection} from '../portal/connection.ts';
import type {Item} from '../portal/contract/catalog.ts';
import {PortalError} from '../portal/errors.ts';
import {abortable} from '../portal/http.ts';
import {inLanes} from '../portal/lanes.ts';
import {nameKey} from './name-key.ts';

/** What is known of a text that stands for an item: an item number, the partner's own number or a GTIN. */
export type Known =
  | {readonly status: 'item'; readonly item: Item}
  | {readonly status: 'pending' | 'unknown'}
  | {readonly status: 'error'; readonly error: PortalError};

/** How a look-up is done. */
export interface ResolveOptions {
  signal?: AbortSignal | undefined;
  /** So many of the texts that had to be asked for are known by now. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** The most keys that a portal takes at once; contract, section 5. */
const BATCH = 500;

/** What a portal has said of items, so that it is asked once for each. */
export class Catalogue {
  readonly #known = new Map<string, Known>();
  /** By text: the call that asks for it now. */
  readonly #asking = new Map<string, Promise<void>>();
  readonly #portal: PortalConnection;
  readonly #onChange: () => void;

  /** `onChange` is called when more is known. */
  constructor(portal: PortalConnection, onChange: () => void = () => undefined) {
    this.#portal = portal;
    this.#onChange = onChange;
  }

  /** What is known of a text; undefined where it was not asked for yet. */
  known(text: string): Known | undefined {
    return this.#known.get(nameKey(text));
  }

  /** The item that a text is known to stand for. */
  item(text: string): Item | undefined {
    const known = this.known(text);
    return known?.status === 'item' ? known.item : undefined;
  }

  /** Remembers an item that the portal has sent for another reason. */
  learn(item: Item, text = item.itemNumber): void {
    this.#known.set(nameKey(item.itemNumber), {status: 'item', item});
    this.#known.set(nameKey(text), {status: 'item', item});
  }

  /**
   * Asks for the texts that nothing is known of, or that could not be asked for, and waits for those that are being asked for
   * already. Never rejects: what went wrong is known of each text. What is given up is as if it had not been asked for.
   */
  async resolve(texts: Iterable<string>, options: ResolveOptions = {}): Promise<void> {
    const wanted = new Map<string, string>();
    for (const text of texts) if (text.trim() !== '') wanted.set(nameKey(text), text.trim());
    let open = [...wanted.values()].filter((text) => (this.known(text)?.status ?? 'error') === 'error');
    let others = this.#waitedFor(wanted.keys());
    while (open.length > 0 || others.length > 0) {
      await Promise.all([this.#askAll(open, options), unlessAborted(Promise.all(others), options.signal)]);
      if (options.signal?.aborted) return;
      // Who asked first may have given up.
      open = [...wanted.values()].filter((text) => this.known(text) === undefined);
      others = this.#waitedFor(wanted.keys());
    }
  }

  #waitedFor(keys: Iterable<string>): Promise<void>[] {
    return [...new Set([...keys].flatMap((key) => this.#asking.get(key) ?? []))];
  }

  async #askAll(texts: readonly string[], options: ResolveOptions): Promise<void> {
    if (texts.length === 0) return;
    for (const text of texts) this.#known.set(nameKey(text), {status: 'pending'});
    const asking = this.#askInBatches(texts, options);
    for (const text of texts) this.#asking.set(nameKey(text), asking);
    await asking;
    for (const text of texts) this.#asking.delete(nameKey(text));
  }

  async #askInBatches(keys: readonly string[], {signal, onProgress}: ResolveOptions): Promise<void> {
    const count = Math.ceil(keys.length / BATCH);
    const batches = Array.from({length: count}, (_, index) => keys.slice(index * BATCH, (index + 1) * BATCH));
    let done = 0;
    const work = async (batch: readonly string[]): Promise<void> => {
      await this.#ask(batch, signal);
      done += batch.length;
      if (!signal?.aborted) onProgress?.(done, keys.length);
      this.#onChange();
    };
    await inLanes(batches, work, {signal});
    // What was not got to.
    for (const key of keys) if (this.known(key)?.status === 'pending') this.#known.delete(nameKey(key));
  }

  async #ask(keys: readonly string[], signal: AbortSignal | undefined): Promise<void> {
    try {
      const {items} = await lookUp(this.#portal, keys, {signal});
      const found = new Map(items.map(({key, item}) => [nameKey(key), item]));
      for (const key of keys) {
        const item = found.get(nameKey(key));
        this.#known.set(nameKey(key), item ? {status: 'item', item} : {status: 'unknown'});
        if (item) this.learn(item);
      }
    } catch (thrown) {
      if (signal?.aborted) return;
      const error = PortalError.from(thrown);
      for (const key of keys) this.#known.set(nameKey(key), {status: 'error', error});
    }
  }
}

/** Waits for what never rejects, or until it is not wanted any more. */
async function unlessAborted(work: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  await abortable(work, signal).catch(() => undefined);
}
