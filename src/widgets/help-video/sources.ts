import type {Source} from './video.ts';

/**
 * Which file is played. Files of a height are the same picture in several formats: the first one that the browser can play counts,
 * and the others stand in for it.
 */
export class Sources {
  readonly #playable: readonly Source[];
  readonly #failed = new Set<Source>();
  #current: Source | undefined;

  constructor(sources: readonly Source[], canPlay: (type: string) => boolean) {
    this.#playable = sources.filter(({type}) => type === '' || canPlay(type));
    this.#current = this.#playable[0];
  }

  /** What is played; undefined where nothing can be. */
  get current(): Source | undefined {
    return this.#current;
  }

  /** The heights to choose from, largest first; none where there is no choice. */
  get heights(): readonly number[] {
    const left = this.#playable.filter((source) => !this.#failed.has(source));
    const heights = new Set(left.flatMap(({height}) => height ?? []));
    return heights.size > 1 ? [...heights].toSorted((a, b) => b - a) : [];
  }

  /** Takes another height. */
  choose(height: number): Source | undefined {
    this.#current = this.#left().find((source) => source.height === height) ?? this.#current;
    return this.#current;
  }

  /** What is played has failed. The next one of its height, else of another one; undefined where none is left. */
  fail(): Source | undefined {
    const failed = this.#current;
    if (failed) this.#failed.add(failed);
    const left = this.#left();
    this.#current = left.find(({height}) => height === failed?.height) ?? left[0];
    return this.#current;
  }

  #left(): Source[] {
    return this.#playable.filter((source) => !this.#failed.has(source));
  }
}
