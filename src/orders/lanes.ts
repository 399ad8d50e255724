/** Requests at a time. */
const LANES = 2;

/** Works through a list, two at a time and in its order. What is given up is not begun. */
export async function inLanes<T>(
  all: readonly T[],
  work: (each: T, index: number) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  // One way through the list for both.
  const entries = all.entries();
  const lane = async (): Promise<void> => {
    for (const [index, each] of entries) {
      if (signal?.aborted) return;
      await work(each, index);
    }
  };
  await Promise.all(Array.from({length: LANES}, lane));
}
