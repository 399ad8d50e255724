/** Work that can pause after each of its steps. */
export type Stepwise<T> = Generator<undefined, T, undefined>;

/** How long a slice of work is, in milliseconds: a frame has room for it and for what it draws. */
const SLICE = 8;

/** Does all of it in one go. */
export function atOnce<T>(work: Stepwise<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Does it in slices, between which the page answers its user. Resolves with undefined where it is given up. */
export async function inSlices<T>(work: Stepwise<T>, signal?: AbortSignal): Promise<T | undefined> {
  let start = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - start < SLICE) continue;
    await pause();
    if (signal?.aborted) return undefined;
    start = performance.now();
  }
}

/** Slices of work that also waits for others, and can therefore not be made of steps. */
export class Slices {
  readonly #signal: AbortSignal | undefined;
  #start = performance.now();

  /** `signal` gives the work up. */
  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /** Lets the page answer its user where the slice is over. Throws the signal's reason where the work is given up. */
  async rest(): Promise<void> {
    this.#signal?.throwIfAborted();
    if (performance.now() - this.#start < SLICE) return;
    await pause();
    this.#signal?.throwIfAborted();
    this.#start = performance.now();
  }

  /** Does all of it, resting between its steps. Throws the signal's reason where the work is given up. */
  async run<T>(work: Stepwise<T>): Promise<T> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (performance.now() - this.#start >= SLICE) await this.rest();
    }
  }
}

/** As `map`, one step for each. */
export function* mapStepwise<A, B>(all: readonly A[], change: (each: A) => B): Stepwise<B[]> {
  const changed: B[] = [];
  for (const each of all) {
    changed.push(change(each));
    yield;
  }
  return changed;
}

interface Scheduling {
  readonly scheduler?: {readonly yield?: () => Promise<void>};
}

/** Lets the page do what waits. A timer in its place would be held back to some milliseconds each time. */
export async function pause(): Promise<void> {
  const {scheduler}: Scheduling = globalThis as Scheduling;
  if (scheduler?.yield) {
    await scheduler.yield();
    return;
  }
  const {port1, port2} = new MessageChannel();
  await new Promise((resolve) => {
    port1.addEventListener('message', resolve, {once: true});
    port1.start();
    port2.postMessage(undefined);
  });
  port1.close();
}
