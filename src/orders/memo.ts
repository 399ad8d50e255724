/** Something that is worked out once for each version of what it depends on. */
export class Memo<T> {
  #known: {readonly version: number; readonly value: T} | undefined;

  /** The value of that version. */
  of(version: number, work: () => T): T {
    if (this.#known?.version !== version) this.#known = {version, value: work()};
    return this.#known.value;
  }
}
