import {items as findItems, lookUp} from '../../portal/catalog.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {Item} from '../../portal/contract/catalog.ts';
import {chooseItem, type DraftLine} from '../../orders/draft.ts';
import type {DraftProblem} from '../../orders/problems.ts';
import {PortalError} from '../../portal/errors.ts';
import type {ReactiveController} from 'lit';
import {ComboboxController} from '../../ui/combobox.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import type {EditorSession} from './editor-session.ts';

/** What is known of a text that was typed as an item and left without choosing one. */
export type Lookup = Asked &
  ({readonly status: 'pending' | 'unknown'} | {readonly status: 'error'; readonly error: PortalError});

interface Asked {
  readonly text: string;
  /** Enter takes the best hit, as it does from the open list; what is only left has to be a number. */
  readonly takesBest: boolean;
}

/** What the search needs of the element that it works for. */
export interface ItemSearchOptions {
  portal: () => PortalConnection | undefined;
  /** An item was chosen by Enter or with the pointer: on to the next field. */
  onChosen: (lineKey: string) => void;
  /** Names what is being done in a line's item, to be undone together; undefined once that has ended. */
  step: (lineKey: string) => string | undefined;
  /** More is known of a line's text. */
  onKnown: (lineKey: string) => void;
}

/** Finds items for lines: by choosing from a list while typing, or by an exact number that is typed and left. */
export class ItemSearch implements ReactiveController {
  readonly combobox: ComboboxController<Item>;
  readonly #host: PortalElement;
  readonly #session: EditorSession;
  readonly #options: ItemSearchOptions;
  readonly #lookups = new Map<string, Lookup>();
  readonly #running = new Map<string, Promise<void>>();
  #abort = new AbortController();
  #before: {key: string; search: string; item: Item | undefined} | undefined;

  constructor(host: PortalElement, session: EditorSession, options: ItemSearchOptions) {
    this.#host = host;
    this.#session = session;
    this.#options = options;
    host.addController(this);
    this.combobox = new ComboboxController<Item>(host, {
      search: (text, {signal}) => this.#search(text, signal),
      onChoose: (inputId, item) => this.#choose(keyOf(inputId), item),
      popup: () => host.renderRoot.querySelector<HTMLElement>('#suggestions-popup'),
      input: (id) => host.renderRoot.querySelector<HTMLElement>(`#${id}`),
    });
  }

  /** What is known of a line's text, as long as it has no item. */
  lookup(lineKey: string): Lookup | undefined {
    const line = this.#line(lineKey);
    return line && this.lookupOf(line);
  }

  /** As `lookup`, of a line at hand. */
  lookupOf(line: DraftLine): Lookup | undefined {
    const text = line.search.trim();
    if (line.item || text === '') return undefined;
    const lookup = this.#lookups.get(line.key);
    if (lookup?.text === text) return lookup;
    const known = this.#session.items.catalogue?.known(text);
    return known && known.status !== 'item' ? {...known, text, takesBest: false} : undefined;
  }

  /** The field of a line got the focus. */
  focus(lineKey: string): void {
    const line = this.#line(lineKey);
    this.#before = line && {key: lineKey, search: line.search, item: line.item};
  }

  /** The text of a line's item was changed. */
  type(lineKey: string, text: string): void {
    const item = this.#line(lineKey)?.item;
    const isSame = item !== undefined && isExactly(item, text);
    this.#session.changeLine(
      lineKey,
      {search: text, item: isSame ? item : undefined},
      this.#options.step(lineKey),
    );
    this.combobox.type(inputIdOf(lineKey), text);
  }

  /** A key in a line's item; true where it has done its work. */
  press(event: KeyboardEvent, lineKey: string): boolean {
    const text = this.#line(lineKey)?.search ?? '';
    if (!this.combobox.press(event, inputIdOf(lineKey), text)) return false;
    if (event.key === 'Enter') this.#options.onChosen(lineKey);
    const before = this.#before;
    if (event.key === 'Escape' && before?.key === lineKey && before.item)
      this.#session.changeLine(lineKey, before, this.#options.step(lineKey));
    return true;
  }

  /** An option of the list was clicked. */
  pick(item: Item): void {
    const lineKey = keyOf(this.combobox.inputId ?? '');
    this.combobox.choose(item);
    this.#options.onChosen(lineKey);
  }

  /** Enter before the list is there: its line gets what the list would have had first. */
  enter(lineKey: string): void {
    void this.commit(lineKey, true);
  }

  /**
   * The field of a line was left: what is an exact number becomes its item. Resolves when that is known. What was asked for
   * before is asked for again in the same way.
   */
  async commit(lineKey: string, takesBest = this.lookup(lineKey)?.takesBest ?? false): Promise<void> {
    const line = this.#line(lineKey);
    const text = line?.search.trim() ?? '';
    const {suggestions} = this.combobox;
    const offered =
      suggestions.status === 'complete' && suggestions.text.trim() === text ? suggestions.options : [];
    if (this.combobox.inputId === inputIdOf(lineKey)) this.combobox.close();
    if (!line || line.item || text === '') return;
    const exact = offered.filter((item) => isExactly(item, text));
    if (exact.length === 1 && exact[0]) {
      this.#choose(lineKey, exact[0]);
      return;
    }
    const known = this.lookup(lineKey);
    if (known && known.status !== 'error' && known.takesBest === takesBest) return this.#running.get(lineKey);
    await this.#lookUp(lineKey, {text, takesBest});
  }

  /** Looks up what was typed and left without an item, so that nothing is called wrong that was only not asked yet. */
  async commitAll(): Promise<void> {
    const open = this.#session.draft.lines.filter(({item, search}) => !item && search.trim() !== '');
    const {inputId} = this.combobox;
    if (inputId !== undefined) await this.commit(keyOf(inputId));
    await Promise.all(open.map(async ({key}) => this.#running.get(key)));
    const texts = open.flatMap(({key, search}) =>
      this.#lookups.get(key)?.status === 'unknown' ? [] : search,
    );
    await this.#session.items.catalogue?.resolve(texts, {signal: this.#abort.signal});
    this.#session.items.fill();
  }

  /** What could not be looked up: whether there is such an item is not known. */
  unchecked(): DraftProblem[] {
    return this.#session.draft.lines.flatMap((line) => {
      const lookup = this.lookupOf(line);
      const {key} = line;
      if (lookup?.status !== 'error') return [];
      const place = {field: 'item', line: key} as const;
      return [{pointer: '#/lines', place, code: 'item-unchecked', error: lookup.error}];
    });
  }

  hostDisconnected(): void {
    // A move in the page disconnects and connects in one go.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#abort.abort();
      this.#abort = new AbortController();
    });
  }

  async #search(q: string, signal: AbortSignal): Promise<readonly Item[]> {
    const portal = this.#options.portal();
    return portal ? suggestItems(portal, q, signal) : [];
  }

  #lookUp(lineKey: string, asked: Asked): Promise<void> {
    const lookingUp = this.#ask(lineKey, asked).finally(() => {
      if (this.#running.get(lineKey) === lookingUp) this.#running.delete(lineKey);
    });
    this.#running.set(lineKey, lookingUp);
    return lookingUp;
  }

  async #ask(lineKey: string, asked: Asked): Promise<void> {
    const {text, takesBest} = asked;
    const {signal} = this.#abort;
    this.#note(lineKey, {...asked, status: 'pending'});
    try {
      const portal = this.#options.portal();
      // The exact number comes first, and a search need not find it.
      const [answer, hits] = await Promise.all([
        portal && lookUp(portal, [text], {signal}),
        takesBest ? this.#search(text, signal) : [],
      ]);
      const item = answer?.items[0]?.item ?? hits[0];
      if (this.#line(lineKey)?.search.trim() !== text) return;
      if (item) this.#choose(lineKey, item);
      else this.#note(lineKey, {...asked, status: 'unknown'});
    } catch (thrown) {
      if (signal.aborted) {
        // As if never asked: the review asks again.
        this.#lookups.delete(lineKey);
        return;
      }
      const error = PortalError.from(thrown);
      this.#host.announceError(error);
      this.#note(lineKey, {...asked, status: 'error', error});
    }
  }

  #choose(lineKey: string, item: Item): void {
    this.#lookups.delete(lineKey);
    const text = this.#line(lineKey)?.search ?? '';
    this.#session.items.catalogue?.learn(item, isExactly(item, text) ? text : item.itemNumber);
    const step = this.#options.step(lineKey);
    // What is found once the user has gone on belongs to what he had typed.
    if (step === undefined) this.#session.complete((draft) => chooseItem(draft, lineKey, item));
    else this.#session.chooseItem(lineKey, item, step);
    // Other lines may wait for the same: copies of this one.
    this.#session.items.fill();
    this.#before = {key: lineKey, search: item.itemNumber, item};
  }

  #note(lineKey: string, lookup: Lookup): void {
    this.#lookups.set(lineKey, lookup);
    this.#options.onKnown(lineKey);
  }

  #line(lineKey: string) {
    return this.#session.draft.lines.find(({key}) => key === lineKey);
  }
}

/** The items that a search finds for a text; those whose own number it is come first. Throws a `PortalError`. */
export async function suggestItems(
  portal: PortalConnection,
  q: string,
  signal: AbortSignal,
): Promise<readonly Item[]> {
  const {items} = await findItems(portal, {q: q.trim(), limit: 12}, {signal});
  return items.toSorted((a, b) => Number(isExactly(b, q)) - Number(isExactly(a, q)));
}

/** Whether a text is one of the item's own numbers. */
export function isExactly(item: Item, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [item.itemNumber, item.partnerItemNumber, item.gtin].some(
    (number) => number?.toLowerCase() === wanted,
  );
}

function inputIdOf(lineKey: string): string {
  return `item-${lineKey}`;
}

function keyOf(inputId: string): string {
  return inputId.replace(/^item-/, '');
}
