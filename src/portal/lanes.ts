/** How a list of requests is worked through. */
export interface LaneOptions {
  /** Begins nothing more once it is aborted. */
  readonly signal?: AbortSignal | undefined;
  /** Requests at a time. */
  readonly lanes?: number;
}

/** Works through a list, a few at a time and in its order. What is given up is not begun. */
export async function inLanes<T>(
  all: readonly T[],
  work: (each: T, index: number) => Promise<void>,
  {signal, lanes = 2}: LaneOptions = {},
): Promise<void> {
  // One way through the list for all of them.
  const entries = all.entries();
  const lane = async (): Promise<void> => {
    for (const [index, each] of entries) {
      if (signal?.aborted) return;
      await work(each, index);
    }
  };
  await Promise.all(Array.from({length: lanes}, lane));
}
