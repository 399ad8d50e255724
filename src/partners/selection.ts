/**
 * What is chosen of a list, by id. Only what is in the list can be chosen: what leaves it, by a filter or otherwise, is not chosen
 * any more, so that nothing is done with what nobody sees.
 */
export class Selection {
  #chosen = new Set<string>();
  #possible: readonly string[] = [];
  /** The one that was chosen or unchosen last: where a range begins. */
  #anchor: string | undefined;

  /** Says what can be chosen, in the order of the list. */
  follow(possible: readonly string[]): void {
    this.#possible = possible;
    const still = new Set(possible);
    if ([...this.#chosen].every((id) => still.has(id))) return;
    this.#chosen = new Set([...this.#chosen].filter((id) => still.has(id)));
  }

  /** What is chosen, in the order of the list. */
  get ids(): readonly string[] {
    return this.#possible.filter((id) => this.#chosen.has(id));
  }

  /** Whether all that can be chosen is. */
  get isAll(): boolean {
    return this.#possible.length > 0 && this.#chosen.size === this.#possible.length;
  }

  has(id: string): boolean {
    return this.#chosen.has(id);
  }

  /** Chooses one, or not; `isRange`: and all between it and the one before. */
  set(id: string, isChosen: boolean, isRange = false): void {
    for (const each of isRange ? this.#rangeTo(id) : [id]) {
      if (isChosen) this.#chosen.add(each);
      else this.#chosen.delete(each);
    }
    this.#anchor = id;
  }

  /** Chooses all that can be, or nothing. */
  setAll(isChosen: boolean): void {
    this.#chosen = new Set(isChosen ? this.#possible : []);
    this.#anchor = undefined;
  }

  #rangeTo(id: string): readonly string[] {
    const from = this.#anchor === undefined ? -1 : this.#possible.indexOf(this.#anchor);
    const to = this.#possible.indexOf(id);
    if (from < 0 || to < 0) return [id];
    return this.#possible.slice(Math.min(from, to), Math.max(from, to) + 1);
  }
}
