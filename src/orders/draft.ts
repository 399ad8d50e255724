import {Item} from '../portal/contract/catalog.ts';
import type {DraftInput} from '../portal/contract/documents.ts';
import type {Address} from '../portal/contract/partners.ts';
import {parseQuantity, typeDecimal, type Separators} from './decimals.ts';
import {newUuid} from './uuid.ts';

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
}

/** A delivery address while it is typed: every field is text. */
export type TypedAddress = Readonly<
  Record<'name' | 'line1' | 'line2' | 'postcode' | 'city' | 'country', string>
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
}

/** What of a draft is not in its lines. */
export type DraftHeader = Omit<Draft, 'lines' | 'separators'>;

/** A draft as the portal takes it, and which line of the draft each of its lines is. */
export interface Order {
  readonly body: DraftInput;
  /** Keys of the lines, in the order of `body.lines`. */
  readonly lineKeys: readonly string[];
}

const emptyAddress: TypedAddress = {name: '', line1: '', line2: '', postcode: '', city: '', country: ''};

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
  return {key: newUuid().slice(0, 8), search: '', quantity: ''};
}

/** Changes what is not in the lines. */
export function changeHeader(draft: Draft, change: Partial<DraftHeader>): Draft {
  return {...draft, ...change};
}

/** Puts a line in at `index`, by default at the end. */
export function addLine(draft: Draft, line = newLine(), index = draft.lines.length): Draft {
  return {...draft, lines: draft.lines.toSpliced(index, 0, line)};
}

/** Changes one line; the others stay the same objects. */
export function changeLine(draft: Draft, key: string, change: Partial<Omit<DraftLine, 'key'>>): Draft {
  const index = draft.lines.findIndex((line) => line.key === key);
  const line = draft.lines[index];
  return line ? {...draft, lines: draft.lines.with(index, {...line, ...change})} : draft;
}

/** Takes a line out; the last one leaves an empty one behind. */
export function removeLine(draft: Draft, key: string): Draft {
  const lines = draft.lines.filter((line) => line.key !== key);
  return {...draft, lines: lines.length > 0 ? lines : [{...newLine(), key: substituteKey(key)}]};
}

/** Puts a removed line back where it was. */
export function restoreLine(draft: Draft, line: DraftLine, index: number): Draft {
  const [only, ...others] = draft.lines;
  const isSubstitute = only?.key === substituteKey(line.key) && isBlankLine(only);
  const lines = isSubstitute && others.length === 0 ? [] : draft.lines;
  return {...draft, lines: lines.toSpliced(index, 0, line)};
}

/** The key of the empty line that an only line leaves behind, so that undoing knows it from one that was there. */
function substituteKey(key: string): string {
  return `${key}-after`;
}

/** Gives a line its item. Unit and variant stay where the item has them; an only variant is taken. */
export function chooseItem(draft: Draft, key: string, item: Item): Draft {
  const line = draft.lines.find((each) => each.key === key);
  const variants = item.variants ?? [];
  const variant =
    variants.find(({code}) => code === line?.variantCode) ??
    (variants.length === 1 ? variants[0] : undefined);
  const unit = item.units.find(({code}) => code === line?.unitCode);
  return changeLine(draft, key, {
    item,
    search: item.itemNumber,
    variantCode: variant?.code,
    unitCode: unit?.code,
  });
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
export function isBlankLine({search, item, quantity}: DraftLine): boolean {
  return search.trim() === '' && item === undefined && quantity.trim() === '';
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
    })),
    origin: {kind: 'manual'},
    submit,
  };
  return {body, lineKeys: lines.map(({key}) => key)};
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
  const lines = value['lines'].flatMap((line: unknown) => reviveLine(line) ?? []);
  if (lines.length < value['lines'].length || lines.length === 0) return undefined;
  const own = isRecord(value['ownAddress']) ? value['ownAddress'] : {};
  return {
    reference: textOf(value['reference']),
    requestedDate: textOf(value['requestedDate']),
    ...(typeof value['shipToId'] === 'string' ? {shipToId: value['shipToId']} : {}),
    usesOwnAddress: value['usesOwnAddress'] === true,
    ownAddress: {
      name: textOf(own['name']),
      line1: textOf(own['line1']),
      line2: textOf(own['line2']),
      postcode: textOf(own['postcode']),
      city: textOf(own['city']),
      country: textOf(own['country']),
    },
    note: textOf(value['note']),
    lines,
    separators: {decimal, group},
  };
}

function reviveLine(value: unknown): DraftLine | undefined {
  if (!isRecord(value) || typeof value['key'] !== 'string') return undefined;
  const item = Item.safeParse(value['item']);
  return {
    key: value['key'],
    search: textOf(value['search']),
    quantity: textOf(value['quantity']),
    ...(item.success ? {item: item.data} : {}),
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

function toAddress({name, line1, line2, postcode, city, country}: TypedAddress): Address {
  return {
    name: name.trim(),
    line1: line1.trim(),
    ...text('line2', line2),
    postcode: postcode.trim(),
    city: city.trim(),
    country,
  };
}
