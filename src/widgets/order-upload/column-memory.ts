const PREFIX = 'partner-portal-widgets:columns:';
/** Where a page has no storage, for its life. */
const memory = new Map<string, string>();

/** What was remembered under a name; undefined where nothing was. What comes from storage may be anything. */
export function recall(name: string): unknown {
  try {
    const text = memory.get(name) ?? localStorage.getItem(PREFIX + name) ?? undefined;
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** Remembers something on this device, or in this page where there is no storage. */
export function remember(name: string, value: unknown): void {
  const text = JSON.stringify(value);
  memory.set(name, text);
  try {
    localStorage.setItem(PREFIX + name, text);
  } catch {
    // There is none, or it is full.
  }
}
