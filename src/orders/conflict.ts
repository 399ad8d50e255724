import type {DraftInput} from '../portal/contract/orders.ts';
import {align} from './alignment.ts';
import {isBlankLine, newLine, type Draft, type DraftHeader, type DraftLine} from './draft.ts';
import {fromInput} from './from-portal.ts';
import {lineText} from './line-text.ts';
import {nameKey} from './name-key.ts';

/** One of two versions of an order: the user's own, or the portal's. */
export type Side = 'mine' | 'theirs';

/** A line as both sides have it. Not there: it was taken out, or is new on the other side. */
export interface LinePair {
  /** Names the pair among those of a conflict. */
  readonly id: string;
  /** As both had it last; undefined for a line that is new. */
  readonly base?: DraftLine | undefined;
  readonly mine?: DraftLine | undefined;
  readonly theirs?: DraftLine | undefined;
  /** Whether the two differ in what would be sent. */
  readonly isDifferent: boolean;
  /** The side that alone has changed it; undefined where both have, and the user has to choose. */
  readonly changedBy?: Side | undefined;
}

/** What of the order's head can differ. */
export type HeaderPart = 'reference' | 'requestedDate' | 'delivery' | 'note';

/** A part of the order's head that differs. */
export interface HeaderDifference {
  readonly id: HeaderPart;
  /** As in `LinePair`. */
  readonly changedBy?: Side | undefined;
}

/** Two versions of an order beside each other. */
export interface Conflict {
  readonly mine: Draft;
  readonly theirs: Draft;
  readonly header: readonly HeaderDifference[];
  /** Every line of either side, in an order that suits both. */
  readonly lines: readonly LinePair[];
}

/** What was chosen, by the ids of what differs. */
export type Choices = ReadonlyMap<string, Side>;

const headerParts: Readonly<Record<HeaderPart, readonly (keyof DraftHeader)[]>> = {
  reference: ['reference'],
  requestedDate: ['requestedDate'],
  delivery: ['shipToId', 'usesOwnAddress', 'ownAddress'],
  note: ['note'],
};

/**
 * Sets the user's version of an order beside the portal's. `base` is what both had last: whatever only one side has changed
 * since is that side's. Lines are known by what they say, for the portal gives them no lasting names.
 */
export function compare(base: DraftInput, mine: Draft, theirs: Draft): Conflict {
  const before = fromInput(base, undefined, mine.separators);
  const header = (Object.keys(headerParts) as HeaderPart[]).flatMap((id): HeaderDifference[] => {
    const [was, ours, other] = [before, mine, theirs].map((draft) => headerText(draft, id));
    return ours === other ? [] : [{id, changedBy: changedBy(was, ours, other)}];
  });
  const written = (draft: Draft) => draft.lines.filter((line) => !isBlankLine(line));
  return {mine, theirs, header, lines: pairUp(written(before), written(mine), written(theirs), mine)};
}

/** Whether both say the same. */
export function isSettled({header, lines}: Conflict): boolean {
  return header.length === 0 && lines.every(({isDifferent}) => !isDifferent);
}

/** Everything of one side. */
export function chooseAll({header, lines}: Conflict, side: Side): Choices {
  const differing = lines.filter(({isDifferent}) => isDifferent);
  return new Map([...header, ...differing].map(({id}) => [id, side]));
}

/** What needs no choice because only one side has changed it. */
export function preset({header, lines}: Conflict): Choices {
  return new Map([...header, ...lines].flatMap(({id, changedBy: side}) => (side ? [[id, side]] : [])));
}

/** The order as it was chosen; what was not chosen is as the user had it. Lines keep their keys. */
export function resolve({mine, theirs, header, lines}: Conflict, choices: Choices): Draft {
  const taken = header.filter(({id}) => choices.get(id) === 'theirs').flatMap(({id}) => headerParts[id]);
  const chosen = lines.flatMap(({id, isDifferent, mine: ours, theirs: other}): readonly DraftLine[] => {
    if (!isDifferent || choices.get(id) !== 'theirs') return ours ? [ours] : [];
    if (!other) return [];
    return [ours ? {...other, key: ours.key} : other];
  });
  return {
    ...mine,
    ...Object.fromEntries(taken.map((name) => [name, theirs[name]])),
    lines: chosen.length > 0 ? chosen : [newLine()],
  };
}

function headerText(draft: Draft | undefined, part: HeaderPart): string {
  if (!draft) return '';
  if (part !== 'delivery') return draft[part].trim();
  const {usesOwnAddress, ownAddress, shipToId} = draft;
  return usesOwnAddress
    ? JSON.stringify(Object.values(ownAddress).map((text) => text.trim()))
    : (shipToId ?? '');
}

/** The side that alone is different from what was; undefined where both are. */
function changedBy(was: string | undefined, mine: string | undefined, theirs: string | undefined) {
  if (mine === was) return 'theirs';
  return theirs === was ? 'mine' : undefined;
}

type Lines = readonly DraftLine[];

function pairUp(base: Lines, mine: Lines, theirs: Lines, draft: Draft): LinePair[] {
  const ours = movesFrom(base, mine, draft);
  const others = movesFrom(base, theirs, draft);
  const pairs: LinePair[] = [];
  const add = (
    was: DraftLine | undefined,
    one: DraftLine | undefined,
    other: DraftLine | undefined,
  ): void => {
    const [before, left, right] = [was, one, other].map((line) => line && lineText(line, draft.separators));
    const id = `line-${pairs.length}`;
    const isDifferent = left !== right;
    if (one || other) {
      const side = isDifferent ? changedBy(before, left, right) : undefined;
      pairs.push({id, base: was, mine: one, theirs: other, isDifferent, changedBy: side});
    }
  };
  for (let index = -1; index < base.length; index++) {
    if (index >= 0) add(base[index], ours.kept.get(index), others.kept.get(index));
    const [left, right] = [ours.added.get(index) ?? [], others.added.get(index) ?? []];
    weave(left, right, draft, (one, other) => add(undefined, one, other));
  }
  return pairs;
}

/** Where the lines of the base are on one side, and what that side has added behind each; -1 is before the first. */
function movesFrom(base: Lines, side: Lines, draft: Draft) {
  const kept = new Map<number, DraftLine>();
  const added = new Map<number, DraftLine[]>();
  let last = -1;
  const places = new Map(pairsOf(base, side, draft).map(([left, right]) => [right, left]));
  for (const [index, line] of side.entries()) {
    const place = places.get(index);
    if (place !== undefined) kept.set((last = place), line);
    else if (!added.get(last)?.push(line)) added.set(last, [line]);
  }
  return {kept, added};
}

/** Pairs of lines that are the same; of what lies between those, of the same item. */
function pairsOf(left: Lines, right: Lines, draft: Draft): (readonly [number, number])[] {
  const textOf = (line: DraftLine) => lineText(line, draft.separators);
  const pairs: (readonly [number, number])[] = [];
  let [l, r] = [0, 0];
  const same = align(left.map(textOf), right.map(textOf));
  for (const [leftEnd, rightEnd] of [...same, [left.length, right.length] as const]) {
    const between = align(left.slice(l, leftEnd).map(itemOf), right.slice(r, rightEnd).map(itemOf));
    for (const [a, b] of between) pairs.push([l + a, r + b]);
    if (leftEnd < left.length || rightEnd < right.length) pairs.push([leftEnd, rightEnd]);
    [l, r] = [leftEnd + 1, rightEnd + 1];
  }
  return pairs;
}

function itemOf({item, search}: DraftLine): string {
  return nameKey(item?.itemNumber ?? search);
}

/** Goes through two lists at once: what belongs together comes together. */
function weave(
  left: Lines,
  right: Lines,
  draft: Draft,
  add: (one: DraftLine | undefined, other: DraftLine | undefined) => void,
): void {
  let [l, r] = [0, 0];
  for (const [leftEnd, rightEnd] of [...pairsOf(left, right, draft), [left.length, right.length] as const]) {
    while (l < leftEnd) add(left[l++], undefined);
    while (r < rightEnd) add(undefined, right[r++]);
    if (l < left.length && r < right.length) add(left[l++], right[r++]);
  }
}
