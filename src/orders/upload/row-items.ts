import type {Catalogue, ResolveOptions} from '../catalogue.ts';
import {inSlices, type Stepwise} from '../slices.ts';
import type {RowBook} from './row-book.ts';
import {isOwnProblem} from './row-problems.ts';
import {withFound} from './upload-row.ts';

/** How items are looked up: all that are open, or those of some rows. */
export interface UploadResolveOptions extends ResolveOptions {
  readonly keys?: Iterable<string> | undefined;
}

/** What the portal says of the items of rows, brought to these. */
export class RowItems {
  readonly #book: RowBook;
  readonly #catalogue: Catalogue | undefined;
  readonly #onChange: () => void;

  /** `onChange` is called when more is known of rows. */
  constructor(book: RowBook, catalogue: Catalogue | undefined, onChange: () => void) {
    this.#book = book;
    this.#catalogue = catalogue;
    this.#onChange = onChange;
  }

  /** Looks up the items that rows lack, those that could not be looked up among them. Never rejects. */
  async resolve({keys, signal, onProgress}: UploadResolveOptions): Promise<void> {
    const catalogue = this.#catalogue;
    if (!catalogue) return;
    let filling: Promise<unknown> = Promise.resolve();
    const asking = catalogue.resolve(this.#openTexts(keys), {
      signal,
      onProgress: (done, total) => {
        filling = filling.then(() => inSlices(this.#fill()));
        onProgress?.(done, total);
      },
    });
    // What could not be looked up is on its way again.
    await inSlices(this.#fill());
    await asking;
    await filling;
    await inSlices(this.#fill());
  }

  /** Brings a row what is known of its item, and says whether that is more than before. */
  find(key: string): boolean {
    const entry = this.#book.entry(key);
    if (!entry || entry.row.line.item) return false;
    const {version} = this.#book;
    const item = this.#catalogue?.item(entry.row.line.search);
    if (item) this.#book.set(withFound(entry.row, item));
    else this.#book.refresh(key);
    return this.#book.version !== version;
  }

  #openTexts(keys: Iterable<string> | undefined): Set<string> {
    const entries = keys ? Array.from(keys, (key) => this.#book.entry(key)) : this.#book.entries;
    const texts = new Set<string>();
    for (const entry of entries) {
      const {search, item} = entry?.row.line ?? {search: ''};
      if (!item && !isOwnProblem(search)) texts.add(search);
    }
    return texts;
  }

  *#fill(): Stepwise<void> {
    let isChanged = false;
    for (const {row} of this.#book.entries) {
      if (row.line.item) continue;
      isChanged = this.find(row.key) || isChanged;
      // Found here they cost a slice what all of them together would cost the next drawing.
      void this.#book.entry(row.key)?.warnings;
      yield;
    }
    if (isChanged) this.#onChange();
  }
}
