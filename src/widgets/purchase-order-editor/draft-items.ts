import type {Catalogue} from '../../orders/catalogue.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {EditorSession, OnDemandModule} from './editor-session.ts';

/** What the portal says of the items of a draft, brought to its lines. */
export class DraftItems {
  readonly #session: EditorSession;
  #onDemand: OnDemandModule | undefined;
  #catalogue: Catalogue | undefined;
  #abort = new AbortController();

  constructor(session: EditorSession) {
    this.#session = session;
  }

  /** Undefined until a portal is known, and what loads on demand is there. */
  get catalogue(): Catalogue | undefined {
    return this.#catalogue;
  }

  /** Asks another portal from now on, or the same one in another language. */
  connect(portal: PortalConnection | undefined, onDemand: OnDemandModule | undefined): void {
    this.#onDemand = onDemand;
    this.#catalogue = portal && onDemand && new onDemand.Catalogue(portal, () => this.fill());
    void this.refresh();
  }

  /**
   * Asks for all items of the draft: prices and availability have moved on since it was kept, or its texts are to be in another
   * language. What the portal does not find stays as it is.
   */
  async refresh(): Promise<void> {
    const numbers = this.#session.draft.lines.flatMap(({item}) => item?.itemNumber ?? []);
    await this.#catalogue?.resolve(numbers, {signal: this.#abort.signal});
  }

  /** Gives lines the items that have become known. */
  fill(): void {
    const catalogue = this.#catalogue;
    const withItem = this.#onDemand?.withItem;
    if (!catalogue || !withItem) return;
    this.#session.complete((draft) => {
      const lines = draft.lines.map((line) => {
        const item = catalogue.item(line.item?.itemNumber ?? line.search);
        return item && item !== line.item ? withItem(line, item) : line;
      });
      return lines.every((line, index) => line === draft.lines[index]) ? draft : {...draft, lines};
    });
    this.#session.onItems?.();
  }

  /** Asks no more for now. */
  stop(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
  }
}
