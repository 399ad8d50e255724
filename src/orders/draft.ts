import {Item} from '../portal/contract/catalog.ts';
import {DraftInput} from '../portal/contract/orders.ts';
import type {Address} from '../portal/contract/partners.ts';
import {parseQuantity, typeDecimal, type Separators} from './decimals.ts';
import {nameKey} from './name-key.ts';
import {newUuid} from '../portal/uuid.ts';

/** One line while it is written. */
export interface DraftLine {
  /** Names the line on this device, whatever its place. */
  readonly key: string;
  /** What was typed to find the item; the item's number once one is chosen. */
  readonly search: string;
  /** The chosen item. */
  readonly item?: Item | undefined;
  readonly variantCode?: string | undefined;
  /** Without it the item's first unit. */
  readonly unitCode?: string | undefined;
  /** As typed, in the draft's separators. */
  readonly quantity: string;
  /** When this line is wanted, `YYYY-MM-DD`; another text as it was pasted; empty: as the whole order. */
  readonly requestedDate: string;
  readonly note: string;
}

/** A draft at the portal, in one of its versions. */
export interface PortalVersion {
  readonly documentId: string;
  readonly etag: string;
}

/** A draft that the portal has, too, in the version that both were last the same. */
export interface PortalCopy extends PortalVersion {
  /** Its number, where the portal gives drafts one. */
  readonly number?: string | undefined;
  /** When it was saved from here, in milliseconds since 1970; undefined where it was only read. */
  readonly savedAt?: number | undefined;
  /** What the portal had in that version. */
  readonly saved: DraftInput;
}

/** A delivery address while it is typed: every field is text. */
export type TypedAddress = Readonly<
  Record<'name' | 'line1' | 'line2' | 'postcode' | 'city' | 'region' | 'country' | 'gln', string>
>;

/** An order while it is written. Immutable: every change makes a new one, and keeps the lines that it does not touch. */
export interface Draft {
  readonly reference: string;
  /** `YYYY-MM-DD` or empty. */
  readonly requestedDate: string;
  /** One of the company's delivery addresses. */
  readonly shipToId?: string | undefined;
  /** True: `ownAddress` is used. It is kept while it is not. */
  readonly usesOwnAddress: boolean;
  readonly ownAddress: TypedAddress;
  readonly note: string;
  /** At least one. */
  readonly lines: readonly DraftLine[];
  /** How the quantities are typed. */
  readonly separators: Separators;
  /** Where the order came from; without it, it was written by hand. */
  readonly origin?: DraftInput['origin'];
  /** The draft at the portal that this one is a copy of. */
  readonly portalCopy?: PortalCopy | undefined;
}

/** What of a draft is typed, and not in its lines. */
export type DraftHeader = Omit<Draft, 'lines' | 'separators' | 'origin' | 'portalCopy'>;

/** What of a line can be changed. */
export type LineChange = Partial<Omit<DraftLine, 'key'>>;

/** A draft as the portal takes it, and which line of the draft each of its lines is. */
export interface Order {
  readonly body: DraftInput;
  /** Keys of the lines, in the order of `body.lines`. */
  readonly lineKeys: readonly string[];
  /** The draft at the portal that becomes this order; without it a new document does. */
  readonly portalDraft?: PortalVersion | undefined;
}

const emptyAddress: TypedAddress = {
  name: '',
  line1: '',
  line2: '',
  postcode: '',
  city: '',
  region: '',
  country: '',
  gln: '',
};

/** An empty order of one empty line. */
export function newDraft(separators: Separators): Draft {
  return {
    reference: '',
    requestedDate: '',
    usesOwnAddress: false,
    ownAddress: emptyAddress,
    note: '',
    lines: [newLine()],
    separators,
  };
}

/** An empty line with a key of its own. */
export function newLine(): DraftLine {
  return {key: newKey(), search: '', quantity: '', requestedDate: '', note: ''};
}

/** 48 random bits: 32 would give one order of 5,000 lines in 350 two lines with the same key. */
function newKey(): string {
  return newUuid().slice(0, 13);
}

/** Changes what is not in the lines. */
export function changeHeader(draft: Draft, change: Partial<DraftHeader>): Draft {
  return withFields(draft, change);
}

/** The same object where nothing changes. */
function withFields<T extends object>(whole: T, change: NoInfer<Partial<T>>): T {
  const names = Object.keys(change) as (keyof T)[];
  return names.every((name) => whole[name] === change[name]) ? whole : {...whole, ...change};
}

/** Puts a line in at `index`, by default at the end. */
export function addLine(draft: Draft, line = newLine(), index = draft.lines.length): Draft {
  return {...draft, lines: draft.lines.toSpliced(index, 0, line)};
}

/** Changes one line; the others stay the same objects. */
export function changeLine(draft: Draft, key: string, change: LineChange): Draft {
  const index = draft.lines.findIndex((line) => line.key === key);
  const line = draft.lines[index];
  if (!line) return draft;
  const changed = withFields(line, change);
  return changed === line ? draft : {...draft, lines: draft.lines.with(index, changed)};
}

/** Changes several lines in the same way. */
export function changeLines(draft: Draft, keys: ReadonlySet<string>, change: LineChange): Draft {
  return {...draft, lines: draft.lines.map((line) => (keys.has(line.key) ? {...line, ...change} : line))};
}

/** Takes lines out; where none is left, an empty one is. */
export function removeLines(draft: Draft, keys: ReadonlySet<string>): Draft {
  const lines = draft.lines.filter(({key}) => !keys.has(key));
  return {...draft, lines: lines.length > 0 ? lines : [newLine()]};
}

/** Puts copies of the lines from `start` to before `end` in behind them. */
export function duplicateLines(draft: Draft, start: number, end: number): Draft {
  const copies = draft.lines.slice(start, end).map((line) => ({...line, key: newKey()}));
  return {...draft, lines: draft.lines.toSpliced(end, 0, ...copies)};
}

/** Gives a line its item. Unit and variant stay where the item has them; an only variant is taken. */
export function chooseItem(draft: Draft, key: string, item: Item): Draft {
  const line = draft.lines.find((each) => each.key === key);
  return line ? changeLine(draft, key, takeItem(line, item)) : draft;
}

/** As `chooseItem`, of a line by itself. */
export function takeItem(line: DraftLine, item: Item): DraftLine {
  const found = withItem(line, item);
  return {
    ...found,
    variantCode: (variantOf(item, found.variantCode) ?? variantOf(item, undefined))?.code,
    unitCode: item.units.find(({code}) => code === found.unitCode)?.code,
  };
}

/**
 * A line whose text was found to stand for an item. A variant and a unit that were pasted by name become the item's own;
 * what the item does not have stays, to be mended.
 */
export function withItem(line: DraftLine, item: Item): DraftLine {
  const variant = variantOf(item, line.variantCode);
  const unit = named(item.units, line.unitCode, ({label}) => label);
  return {
    ...line,
    item,
    search: item.itemNumber,
    variantCode: variant?.code ?? line.variantCode,
    unitCode: unit?.code ?? line.unitCode,
  };
}

function variantOf({variants}: Item, name: string | undefined) {
  if (variants?.length === 1 && name === undefined) return variants[0];
  return named(variants, name, ({description}) => description);
}

/** The one that has the code; else the only one with it in other letters, or with that label: what two are called is neither. */
function named<T extends {code: string}>(
  all: readonly T[] = [],
  name: string | undefined,
  labelOf: (each: T) => string,
): T | undefined {
  const wanted = name?.trim();
  if (wanted === undefined) return undefined;
  const exact = all.find(({code}) => code === wanted);
  if (exact) return exact;
  const isWanted = (text: string) => nameKey(text) === nameKey(wanted);
  for (const textOf of [({code}: T) => code, labelOf]) {
    const found = all.filter((each) => isWanted(textOf(each)));
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}

/** The same draft with its quantities typed in other separators; what is no number stays as it is. */
export function retype(draft: Draft, separators: Separators): Draft {
  if (sameSeparators(draft.separators, separators)) return draft;
  const lines = draft.lines.map((line) => {
    const {value} = parseQuantity(line.quantity, draft.separators);
    return value === undefined ? line : {...line, quantity: typeDecimal(value, separators)};
  });
  return {...draft, lines, separators};
}

function sameSeparators(a: Separators, b: Separators): boolean {
  return a.decimal === b.decimal && a.group === b.group;
}

/** Whether nothing was typed into the line. */
export function isBlankLine({search, item, quantity, requestedDate, note}: DraftLine): boolean {
  return item === undefined && [search, quantity, requestedDate, note].every((text) => text.trim() === '');
}

/** Whether nothing worth keeping was typed. */
export function isBlank(draft: Draft): boolean {
  const {reference, requestedDate, usesOwnAddress, ownAddress, note, lines} = draft;
  const typed = [reference, requestedDate, note, ...(usesOwnAddress ? Object.values(ownAddress) : [])];
  return typed.every((text) => text.trim() === '') && lines.every(isBlankLine);
}

/** The draft as it is sent. Empty lines and fields are left out; a quantity that is no number stays as typed: validate first. */
export function toOrder(draft: Draft, {submit = true} = {}): Order {
  const lines = draft.lines.filter((line) => !isBlankLine(line));
  const body: DraftInput = {
    ...text('externalReference', draft.reference),
    ...text('requestedDate', draft.requestedDate),
    ...(draft.usesOwnAddress
      ? {shipTo: toAddress(draft.ownAddress)}
      : draft.shipToId === undefined
        ? {}
        : {shipToId: draft.shipToId}),
    ...text('note', draft.note),
    lines: lines.map((line) => ({
      itemNumber: line.item?.itemNumber ?? line.search.trim(),
      ...(line.variantCode === undefined ? {} : {variantCode: line.variantCode}),
      ...text('unitCode', line.unitCode ?? line.item?.units[0]?.code ?? ''),
      quantity: parseQuantity(line.quantity, draft.separators).value ?? line.quantity.trim(),
      ...text('requestedDate', line.requestedDate),
      ...text('note', line.note),
    })),
    origin: draft.origin ?? {kind: 'manual'},
    submit,
  };
  const lineKeys = lines.map(({key}) => key);
  if (!draft.portalCopy) return {body, lineKeys};
  const {documentId, etag} = draft.portalCopy;
  return {body, lineKeys, portalDraft: {documentId, etag}};
}

/** The draft as the portal takes it. */
export function toDraftInput(draft: Draft, options?: {submit?: boolean}): DraftInput {
  return toOrder(draft, options).body;
}

/** `value` as a draft if it can be one; what is wrong in a line costs the item of that line, not the draft. */
export function reviveDraft(value: unknown): Draft | undefined {
  if (!isRecord(value) || !Array.isArray(value['lines']) || !isRecord(value['separators'])) return undefined;
  const {decimal, group} = value['separators'];
  if (typeof decimal !== 'string' || typeof group !== 'string') return undefined;
  const items = new Map<unknown, Item | undefined>();
  const lines = value['lines'].flatMap((line: unknown) => reviveLine(line, items) ?? []);
  if (lines.length < value['lines'].length || lines.length === 0) return undefined;
  const own = isRecord(value['ownAddress']) ? value['ownAddress'] : {};
  const ownAddress = {...emptyAddress};
  for (const name of Object.keys(emptyAddress) as (keyof TypedAddress)[])
    ownAddress[name] = textOf(own[name]);
  return {
    reference: textOf(value['reference']),
    requestedDate: textOf(value['requestedDate']),
    ...(typeof value['shipToId'] === 'string' ? {shipToId: value['shipToId']} : {}),
    usesOwnAddress: value['usesOwnAddress'] === true,
    ownAddress,
    note: textOf(value['note']),
    lines: distinct(lines),
    separators: {decimal, group},
    ...reviveOrigin(value['origin']),
    ...revivePortalCopy(value['portalCopy']),
  };
}

/** The lines with another key for each that has one of a line before. */
function distinct(lines: readonly DraftLine[]): DraftLine[] {
  const keys = new Set<string>();
  return lines.map((line) => {
    const isTwin = keys.has(line.key);
    keys.add(line.key);
    return isTwin ? {...line, key: newKey()} : line;
  });
}

function reviveOrigin(value: unknown): Pick<Draft, 'origin'> {
  const origin = DraftInput.shape.origin.safeParse(value);
  return origin.data ? {origin: origin.data} : {};
}

function revivePortalCopy(value: unknown): Pick<Draft, 'portalCopy'> {
  if (!isRecord(value)) return {};
  const {documentId, etag, number, savedAt} = value;
  const saved = DraftInput.safeParse(value['saved']);
  if (typeof documentId !== 'string' || typeof etag !== 'string' || !saved.success) return {};
  const known = {
    ...(typeof number === 'string' ? {number} : {}),
    ...(typeof savedAt === 'number' ? {savedAt} : {}),
  };
  return {portalCopy: {documentId, etag, saved: saved.data, ...known}};
}

/**
 * A line that was kept; undefined where it is none. `items`: what was read before. Storage keeps what lines share as one; a long
 * order has few items many times.
 */
export function reviveLine(
  value: unknown,
  items = new Map<unknown, Item | undefined>(),
): DraftLine | undefined {
  if (!isRecord(value) || typeof value['key'] !== 'string') return undefined;
  const stored = value['item'];
  if (!items.has(stored)) items.set(stored, Item.safeParse(stored).data);
  const item = items.get(stored);
  return {
    key: value['key'],
    search: textOf(value['search']),
    quantity: textOf(value['quantity']),
    requestedDate: textOf(value['requestedDate']),
    note: textOf(value['note']),
    ...(item ? {item} : {}),
    ...(typeof value['variantCode'] === 'string' ? {variantCode: value['variantCode']} : {}),
    ...(typeof value['unitCode'] === 'string' ? {unitCode: value['unitCode']} : {}),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function text<K extends string>(name: K, value: string): Partial<Record<K, string>> {
  return (value.trim() === '' ? {} : {[name]: value.trim()}) as Partial<Record<K, string>>;
}

function toAddress({name, line1, line2, postcode, city, region, country, gln}: TypedAddress): Address {
  return {
    name: name.trim(),
    line1: line1.trim(),
    ...text('line2', line2),
    postcode: postcode.trim(),
    city: city.trim(),
    ...text('region', region),
    country,
    ...text('gln', gln),
  };
}
