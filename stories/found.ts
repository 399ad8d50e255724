/** Waits for what is drawn a moment later; one that never comes fails the story with what was looked for. */
export async function found<T>(find: () => T | null | undefined | false): Promise<T> {
  const end = performance.now() + 15_000;
  while (performance.now() < end) {
    const value = find();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing of this kind was drawn: ${String(find)}`);
}
