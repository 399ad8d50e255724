const limit = 20_000;
const interval = 10;

/**
 * Asks again and again until the condition returns something truthy, and resolves with that. A condition may throw, as an
 * assertion does. Rejects after twenty seconds, or the ms given, with what was waited for and what came last.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  what?: string,
  ms = limit,
): Promise<NonNullable<T>> {
  const end = performance.now() + ms;
  let last: unknown;
  do {
    const begin = performance.now();
    try {
      const value = await condition();
      if (value) return value;
      last = `it was ${String(value)}`;
    } catch (error) {
      last = error instanceof Error ? error.message : error;
    }
    // On a slow machine looking must not take the time of what is waited for.
    const took = performance.now() - begin;
    await new Promise((resolve) => setTimeout(resolve, Math.max(interval, took)));
  } while (performance.now() < end);
  const expectation = what ?? condition.toString().replace(/^(async )?\(\) => /, '');
  throw new Error(`Waited ${ms / 1000} s in vain for: ${expectation}\nLast: ${String(last)}`);
}

/** The next event of this type. Call it before what fires the event. Rejects after twenty seconds. */
export function nextEvent<K extends keyof GlobalEventHandlersEventMap>(
  target: EventTarget,
  type: K,
): Promise<GlobalEventHandlersEventMap[K]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`Waited ${limit / 1000} s in vain for the event ${type}`)),
      limit,
    );
    const onEvent = (event: Event) => {
      clearTimeout(timer);
      resolve(event as GlobalEventHandlersEventMap[K]);
    };
    target.addEventListener(type, onEvent, {once: true});
  });
}
