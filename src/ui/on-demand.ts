import {PortalError} from '../portal/errors.ts';

/** A module that is loaded when it is first needed, once for all elements of a page. A failure is not kept. */
export class OnDemand<M> {
  readonly #import: () => Promise<M>;
  #loading: Promise<M> | undefined;
  #address: string | undefined;
  #failures = 0;

  /** `load` is an `import()` of the module, written out so that bundlers find it. */
  constructor(load: () => Promise<M>) {
    this.#import = load;
  }

  /** The module. Throws a `PortalError`; the next call tries again. */
  load(): Promise<M> {
    return (this.#loading ??= this.#try());
  }

  async #try(): Promise<M> {
    try {
      const address = this.#address;
      return await this.#import().catch((error: unknown) => {
        // Only the browser's own error ends in the module's address.
        if (error instanceof TypeError) this.#address ??= /https?:\S+$/.exec(error.message)?.[0];
        if (address === undefined || isPinned()) throw error;
        return importAnew<M>(address, this.#failures);
      });
    } catch (error) {
      this.#loading = undefined;
      this.#failures++;
      throw new PortalError(navigator.onLine === false ? 'offline' : 'failed', {cause: error});
    }
  }
}

/** Whether the page lets modules in by their hashes. It has none for another address, which would let in anything. */
function isPinned(): boolean {
  return [...document.scripts].some(({type, text}) => type === 'importmap' && text.includes('"integrity"'));
}

/** Some browsers remember for the life of a page that an address has failed: it has to be another one. */
function importAnew<M>(address: string, failures: number): Promise<M> {
  const separator = address.includes('?') ? '&' : '?';
  return import(
    /* @vite-ignore */ /* webpackIgnore: true */ `${address}${separator}retry=${failures}`
  ) as Promise<M>;
}
