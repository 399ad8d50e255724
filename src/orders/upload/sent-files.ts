import {LIFETIME, onDevice, type SentFile} from './upload-database.ts';

export type {SentFile};

/** So many numbers are shown. */
const SHOWN = 5;

/** What tells a file from others: its bytes, whatever its name. Undefined where it cannot be read again, and on pages without TLS. */
export async function fingerprintOf(file: Blob): Promise<string | undefined> {
  const {subtle}: {readonly subtle?: SubtleCrypto} = crypto;
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!subtle || !bytes) return undefined;
  const hash = await subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Notes that an order was made from a file; `number`: the portal's, where it is known. */
export async function noteSent(
  owner: string,
  fingerprint: string,
  number: string | undefined,
): Promise<void> {
  await onDevice('readwrite', async (writing) => {
    const store = writing.objectStore('sent');
    const {count = 0, numbers = []} = (await store.get([owner, fingerprint])) ?? {};
    const all = number === undefined ? numbers : [...numbers, number];
    const sent: SentFile = {owner, at: Date.now(), count: count + 1, numbers: all.slice(0, SHOWN)};
    await store.put(sent, [owner, fingerprint]);
  });
}

/** The orders that were made from a file here in the last fourteen days; undefined where none was. What is older goes. */
export async function sentFrom(
  owner: string,
  fingerprint: string,
  now = Date.now(),
): Promise<SentFile | undefined> {
  return onDevice('readwrite', async (writing) => {
    const store = writing.objectStore('sent');
    for (const key of await store.getAllKeys()) {
      const sent = await store.get(key);
      if (!(now - Number(sent?.at) < LIFETIME)) await store.delete(key);
    }
    return store.get([owner, fingerprint]);
  });
}
