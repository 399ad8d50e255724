import BigJs from 'big.js';
import type {Line} from '../portal/contract/documents.ts';
import type {DraftInput, DraftLine, RepeatProposal} from '../portal/contract/orders.ts';
import {nameKey} from './name-key.ts';

const Exact = BigJs();
const HALF_AWAY_FROM_ZERO = 1;

/** Something that differs from the earlier document, in the portal's words. */
export type RepeatChange = RepeatProposal['changes'][number];

/** A line of the earlier document beside what is proposed for it. */
export interface RepeatedLine {
  /** Names the line in this comparison. */
  readonly key: string;
  /** As it was; undefined for a line that the portal adds. */
  readonly before: Line | undefined;
  /** As it is proposed; undefined where the portal leaves it out. */
  readonly now: DraftLine | undefined;
  /** Place of `now` in the proposal. */
  readonly index: number | undefined;
  readonly changes: readonly RepeatChange[];
  /** Another item takes the place of the earlier one. */
  readonly isReplaced: boolean;
}

/** An earlier document beside what a portal proposes to order now. */
export interface Comparison {
  /** In the order of the document, what the portal adds where it has put it. */
  readonly lines: readonly RepeatedLine[];
  /** What concerns no line. */
  readonly changes: readonly RepeatChange[];
}

/** Lays a proposal beside the lines of its document. Lines without an item, of text or charges, are none of an order. */
export function compare(documentLines: readonly Line[], {draft, changes}: RepeatProposal): Comparison {
  const before = documentLines.filter(({itemNumber}) => itemNumber !== undefined);
  const atLine = new Map<number, RepeatChange[]>();
  const elsewhere: RepeatChange[] = [];
  for (const change of changes) {
    const index = lineOf(change);
    if (index === undefined || index >= draft.lines.length) elsewhere.push(change);
    else atLine.set(index, [...(atLine.get(index) ?? []), change]);
  }
  const isTold = (line: Line) => elsewhere.some(({before: name}) => name !== undefined && isItem(line, name));
  const partners = matchLines(before, draft.lines, atLine, isTold);
  const leftOut = reasonsOf(
    before.filter((_, index) => !partners.has(index)),
    elsewhere,
  );
  const told = new Set(leftOut.values());
  return {
    lines: inOrder(before, draft.lines, partners).map(([was, index]): RepeatedLine => {
      const old = was === undefined ? undefined : before[was];
      const now = index === undefined ? undefined : draft.lines[index];
      const reason = old && leftOut.get(old);
      return {
        key: index === undefined ? `was-${was}` : `now-${index}`,
        before: old,
        now,
        index,
        changes: index === undefined ? (reason ? [reason] : []) : (atLine.get(index) ?? []),
        isReplaced: old !== undefined && now !== undefined && !isItem(old, now.itemNumber),
      };
    }),
    changes: elsewhere.filter((change) => !told.has(change)),
  };
}

/** Whether the portal itself says that a line cannot be ordered, or has left it out. */
export function isLeftOut({now, changes}: RepeatedLine): boolean {
  return now === undefined || changes.some(({code}) => code === 'item_blocked');
}

/** The proposal with those lines alone. */
export function pick({draft}: RepeatProposal, indexes: ReadonlySet<number>): DraftInput {
  return {...draft, lines: draft.lines.filter((_, index) => indexes.has(index))};
}

/** By how much a price has gone up, in percent, to one digit after the point; negative where it went down. */
export function priceChange(before: string, now: string): string | undefined {
  const old = new Exact(before);
  if (old.lte(0)) return undefined;
  // Ten times the precision that is shown: rounded once, at the end.
  const percent = new Exact(now).minus(old).times(100).div(old);
  return percent.round(1, HALF_AWAY_FROM_ZERO).toFixed();
}

/** The sum of amounts, exact. */
export function addUp(amounts: readonly string[]): string {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Exact(0)).toFixed();
}

function lineOf({pointer}: RepeatChange): number | undefined {
  const [, index] = /^#?\/(?:draft\/)?lines\/(\d+)(?:\/|$)/.exec(pointer) ?? [];
  return index === undefined ? undefined : Number(index);
}

/** Partners by the place of the earlier line. The surest pairs are found first, each line has one partner at most. */
function matchLines(
  before: readonly Line[],
  now: readonly DraftLine[],
  changes: ReadonlyMap<number, readonly RepeatChange[]>,
  isTold: (line: Line) => boolean,
): Map<number, number> {
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  const match = (
    keyBefore: (line: Line) => string,
    keyNow: (line: DraftLine, index: number) => string | undefined,
  ) => {
    const free = new Map<string, number[]>();
    for (const [index, line] of before.entries()) {
      if (partners.has(index)) continue;
      const key = keyBefore(line);
      const same = free.get(key);
      if (same) same.push(index);
      else free.set(key, [index]);
    }
    for (const [index, line] of now.entries()) {
      if (taken.has(index)) continue;
      const key = keyNow(line, index);
      const partner = key === undefined ? undefined : free.get(key)?.shift();
      if (partner === undefined) continue;
      partners.set(partner, index);
      taken.add(index);
    }
  };
  const itemNumber = (line: {itemNumber?: string | undefined}) => nameKey(line.itemNumber ?? '');
  const variant = (line: {itemNumber?: string | undefined; variantCode?: string | undefined}) =>
    JSON.stringify([itemNumber(line), line.variantCode]);
  match(
    (line) => JSON.stringify([variant(line), line.unit.code, line.quantity]),
    (line) => JSON.stringify([variant(line), line.unitCode, line.quantity]),
  );
  match(variant, variant);
  match(itemNumber, itemNumber);
  match(itemNumber, (_, index) => {
    const change = changes
      .get(index)
      ?.find(({code, before: was}) => was !== undefined && /replaced|item/.test(code));
    return change?.before === undefined ? undefined : nameKey(change.before);
  });
  matchGaps(before, now.length, {partners, taken, isTold});
  return partners;
}

/** Between two pairs, as many lines on one side as on the other: items that were replaced without a word. */
function matchGaps(
  before: readonly Line[],
  now: number,
  {
    partners,
    taken,
    isTold,
  }: {partners: Map<number, number>; taken: Set<number>; isTold: (line: Line) => boolean},
): void {
  let start = 0;
  let next = 0;
  for (let index = 0; index <= before.length; index++) {
    const partner = index === before.length ? now : partners.get(index);
    if (partner === undefined) continue;
    const olds = before.slice(start, index);
    const news = Array.from({length: Math.max(0, partner - next)}, (_, at) => next + at);
    const isEven = olds.length === news.length && news.every((each) => !taken.has(each));
    if (isEven && !olds.some(isTold)) {
      for (const [at, each] of news.entries()) {
        partners.set(start + at, each);
        taken.add(each);
      }
    }
    start = index + 1;
    next = partner + 1;
  }
}

/** Why lines were left out: a reason names its item, or there are as many reasons as lines without one. */
function reasonsOf(lines: readonly Line[], changes: readonly RepeatChange[]): Map<Line, RepeatChange> {
  const open = changes.filter(({pointer}) => /^#?\/(?:draft\/)?lines\/?$/.test(pointer));
  const reasons = new Map<Line, RepeatChange>();
  for (const line of lines) {
    const at = open.findIndex(({before}) => before !== undefined && isItem(line, before));
    const [reason] = at < 0 ? [] : open.splice(at, 1);
    if (reason) reasons.set(line, reason);
  }
  const rest = lines.filter((line) => !reasons.has(line));
  const unnamed = open.filter(({before}) => before === undefined);
  if (rest.length === unnamed.length) {
    for (const [index, line] of rest.entries()) reasons.set(line, unnamed[index] as RepeatChange);
  }
  return reasons;
}

function isItem({itemNumber, partnerItemNumber, gtin}: Line, name: string): boolean {
  const wanted = nameKey(name);
  return [itemNumber, partnerItemNumber, gtin].some((each) => each !== undefined && nameKey(each) === wanted);
}

/** Pairs of places, in the order of the document; what only the proposal has comes after what it follows there. */
function inOrder(
  before: readonly Line[],
  now: readonly DraftLine[],
  partners: ReadonlyMap<number, number>,
): [number | undefined, number | undefined][] {
  const matched = new Set(partners.values());
  const following = new Map<number, number[]>();
  let last = -1;
  for (const index of now.keys()) {
    if (matched.has(index)) last = index;
    else following.set(last, [...(following.get(last) ?? []), index]);
  }
  const added = (after: number): [undefined, number][] =>
    (following.get(after) ?? []).map((index) => [undefined, index]);
  return [
    ...added(-1),
    ...[...before.keys()].flatMap((was): [number | undefined, number | undefined][] => {
      const index = partners.get(was);
      return index === undefined ? [[was, undefined]] : [[was, index], ...added(index)];
    }),
  ];
}
