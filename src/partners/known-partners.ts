import type {Partner} from '../portal/contract/index.ts';
import {addressKey} from './addresses.ts';

/**
 * What the portal knows of an address. `invited`: an invitation waits for an answer. `member`: a partner already. `lapsed`: was
 * invited, and may be again. `new`: nobody. `unanswered`: it could not be asked.
 */
export type KnownPartner =
  | {readonly status: 'asking' | 'new' | 'unanswered'}
  | {readonly status: 'invited' | 'member' | 'lapsed'; readonly partner: Partner};

/** Whether an address need not be invited: somebody has it who is a partner, or is to become one. */
export function isTaken(known: KnownPartner | undefined): boolean {
  return known?.status === 'invited' || known?.status === 'member';
}

/** Asks for partners. */
export interface PartnerSearch {
  /** Partners that have the text somewhere. */
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly Partner[]>;
  /** Something has become known. */
  readonly onChange: () => void;
}

/** Look-ups at a time. */
const LANES = 4;

/** Knows which addresses the portal knows. Each is asked for once, a few at a time. */
export class KnownPartners {
  readonly #search: PartnerSearch;
  readonly #known = new Map<string, KnownPartner>();
  readonly #asked = new Map<string, Promise<KnownPartner>>();
  readonly #waiting: (() => Promise<void>)[] = [];
  #busy = 0;
  #life = new AbortController();

  constructor(search: PartnerSearch) {
    this.#search = search;
  }

  /** What is known of an address now; undefined where it has not been asked for. */
  get(email: string): KnownPartner | undefined {
    const key = addressKey(email);
    return this.#known.get(key) ?? (this.#asked.has(key) ? {status: 'asking'} : undefined);
  }

  /** Asks for an address unless that has been done. Resolves with what is known then; never rejects. */
  ask(email: string): Promise<KnownPartner> {
    const key = addressKey(email);
    const asked = this.#asked.get(key);
    if (asked) return asked;
    const {signal} = this.#life;
    const answer = new Promise<KnownPartner>((resolve) => {
      this.#waiting.push(async () => resolve(await this.#answer(email, key, signal)));
    });
    this.#asked.set(key, answer);
    void this.#work();
    return answer;
  }

  /** Asks for an address anew the next time, as after it has been invited. */
  forget(email: string): void {
    const key = addressKey(email);
    this.#known.delete(key);
    this.#asked.delete(key);
  }

  /** Gives up what has not been answered, and forgets everything. */
  stop(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#known.clear();
    this.#asked.clear();
  }

  async #work(): Promise<void> {
    if (this.#busy >= LANES) return;
    this.#busy++;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) await next();
    this.#busy--;
  }

  async #answer(email: string, key: string, signal: AbortSignal): Promise<KnownPartner> {
    let known: KnownPartner = {status: 'unanswered'};
    try {
      if (!signal.aborted) known = tell(await this.#search.find(email, signal), key);
    } catch {
      // The portal has the last word anyway.
    }
    if (!signal.aborted) {
      this.#known.set(key, known);
      this.#search.onChange();
    }
    return known;
  }
}

function tell(partners: readonly Partner[], key: string): KnownPartner {
  const found = partners.filter(({email}) => addressKey(email) === key).map(statusOf);
  return (
    found.find(({status}) => status === 'member') ??
    found.find(({status}) => status === 'invited') ??
    found[0] ?? {status: 'new'}
  );
}

function statusOf(partner: Partner): Extract<KnownPartner, {partner: Partner}> {
  const status = partner.invitation?.status;
  if (status === undefined || status === 'accepted') return {status: 'member', partner};
  return {status: status === 'pending' ? 'invited' : 'lapsed', partner};
}
