/** Where it is noted of whom something is kept: what is to be known before a database is opened. */
const MARK = 'partner-portal-widgets:uploads';

/** Owners of whom rows of a file may be kept on this device. */
export function markedUploads(): string[] {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(MARK) ?? '[]');
    return Array.isArray(known) ? known.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** Notes whether rows of an owner are kept. */
export function markUpload(owner: string, isKept: boolean): void {
  const others = markedUploads().filter((each) => each !== owner);
  write(isKept ? [...others, owner] : others);
}

/** Notes that nothing is kept of anybody. */
export function unmarkUploads(): void {
  write([]);
}

function write(owners: readonly string[]): void {
  try {
    if (owners.length === 0) localStorage.removeItem(MARK);
    else localStorage.setItem(MARK, JSON.stringify(owners));
  } catch {
    // There is no storage: nothing is kept in the database either.
  }
}
