import type {Invitation, PartnerType} from '../portal/contract/index.ts';
import type {PortalError} from '../portal/errors.ts';
import {addressKey} from './addresses.ts';
import {
  problemsOf,
  type InvitationDraft,
  type InvitationProblem,
  type InvitationTerms,
} from './invitation-draft.ts';
import {isTaken, type KnownPartner} from './known-partners.ts';
import type {Parcel} from './send-list.ts';

/** How sending a row is going, or has ended. */
export type RowOutcome =
  | {readonly phase: 'sending'; readonly isWaiting: boolean}
  | {readonly phase: 'sent'; readonly invitation: Invitation}
  | {readonly phase: 'failed'; readonly error: PortalError};

/** Somebody in a list of people to invite. */
export interface InviteRow {
  /** Names the row as long as the list lives. */
  readonly id: number;
  readonly draft: InvitationDraft;
  /** To be invited though the portal knows the address. */
  readonly isInsisted: boolean;
  /** What was sent, with its key. */
  readonly parcel?: Parcel | undefined;
  readonly outcome?: RowOutcome | undefined;
}

/** Where a row stands. `duplicate`: the address is in the list above. `known`: left out, because the portal has it already. */
export type RowStand =
  | RowOutcome
  | {readonly phase: 'invalid'; readonly problems: readonly InvitationProblem[]}
  | {readonly phase: 'duplicate'}
  | {readonly phase: 'known' | 'ready'; readonly known: KnownPartner | undefined};

/** What decides where rows stand besides themselves. */
export interface ListSurroundings {
  readonly forAll: InvitationTerms;
  readonly types: readonly PartnerType[];
  readonly known: (email: string) => KnownPartner | undefined;
}

/** A row that was taken out, and where it was. */
export interface RemovedRow {
  readonly row: InviteRow;
  readonly index: number;
}

/** Most people that are in a list at once. Those that have been invited do not count. */
export const MOST_ROWS = 500;

/** People to invite, in their order. Whoever finds no place waits. */
export class InviteList {
  #rows: readonly InviteRow[] = [];
  #waiting: readonly InvitationDraft[] = [];
  #lastId = 0;

  get rows(): readonly InviteRow[] {
    return this.#rows;
  }

  /** How many people wait for a place. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Adds people at the end; those beyond the limit wait. */
  add(drafts: readonly InvitationDraft[]): void {
    this.#waiting = [...this.#waiting, ...drafts];
    this.fill();
  }

  /** Gives those who wait the places that have become free. */
  fill(): void {
    const open = this.#rows.filter(({outcome}) => outcome?.phase !== 'sent').length;
    const next = this.#waiting.slice(0, Math.max(0, MOST_ROWS - open));
    if (next.length === 0) return;
    this.#waiting = this.#waiting.slice(next.length);
    this.#rows = [...this.#rows, ...next.map((draft) => ({id: ++this.#lastId, draft, isInsisted: false}))];
  }

  get(id: number): InviteRow | undefined {
    return this.#rows.find((row) => row.id === id);
  }

  /** Changes a row. What was sent stays known by its body: another body gets another key. */
  update(id: number, change: Partial<Omit<InviteRow, 'id'>>): void {
    this.#rows = this.#rows.map((row) => (row.id === id ? {...row, ...change} : row));
  }

  /** Takes a row out; undefined where it is not there. */
  remove(id: number): RemovedRow | undefined {
    const index = this.#rows.findIndex((row) => row.id === id);
    const row = this.#rows[index];
    if (!row) return undefined;
    this.#rows = this.#rows.toSpliced(index, 1);
    return {row, index};
  }

  /** Puts a row back where it was. */
  restore({row, index}: RemovedRow): void {
    this.#rows = this.#rows.toSpliced(index, 0, row);
  }

  /** Where all rows stand. */
  stands({forAll, types, known}: ListSurroundings): ReadonlyMap<number, RowStand> {
    const stands = new Map<number, RowStand>();
    const seen = new Set<string>();
    for (const row of this.#rows) {
      const {draft, outcome, isInsisted} = row;
      const key = addressKey(draft.email);
      const isSecond = seen.has(key);
      const stand = outcome ?? standOf(draft, {forAll, types, known}, {isSecond, isInsisted});
      stands.set(row.id, stand);
      if (stand.phase !== 'invalid') seen.add(key);
    }
    return stands;
  }
}

function standOf(
  draft: InvitationDraft,
  {forAll, types, known}: ListSurroundings,
  {isSecond, isInsisted}: {isSecond: boolean; isInsisted: boolean},
): RowStand {
  // A type that has been chosen for nobody yet is asked for once, and not in every row.
  const problems = problemsOf(draft, forAll, types).filter(({code}) => code !== 'type-missing');
  const ofAddress = problems.filter(({field}) => field === 'email');
  if (ofAddress.length > 0) return {phase: 'invalid', problems};
  if (isSecond) return {phase: 'duplicate'};
  if (problems.length > 0) return {phase: 'invalid', problems};
  const found = known(draft.email);
  return {phase: isTaken(found) && !isInsisted ? 'known' : 'ready', known: found};
}
