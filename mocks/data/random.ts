/** A list that has at least one element, so that picking from it needs no check. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** FNV-1a: turns a name into a seed, so that independent parts of the data do not depend on each other's order. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** Seeded random numbers (mulberry32): the same seed gives the same portal on every machine. */
export class Random {
  #state: number;

  constructor(seed: number, scope = '') {
    this.#state = (seed ^ hash(scope)) >>> 0;
  }

  /** A number from 0 up to, but not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let value = this.#state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: NonEmpty<T>): T {
    return list[Math.floor(this.next() * list.length)] ?? list[0];
  }

  /** Different elements of a list, in random order; fewer where the list is shorter. */
  sample<T>(list: readonly T[], count: number): T[] {
    const rest = [...list];
    const chosen: T[] = [];
    while (chosen.length < count && rest.length > 0) {
      chosen.push(...rest.splice(Math.floor(this.next() * rest.length), 1));
    }
    return chosen;
  }
}
