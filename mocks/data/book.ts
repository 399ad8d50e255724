import type {CompanyRecord} from './companies.ts';
import type {DocumentRecord, ItemRecord, Kind} from './records.ts';

/** Prefixes of the numbers of a type: not posted, posted. */
export type Series = readonly [notPosted: string, posted: string];

export interface DocumentTypeInfo {
  type: string;
  kind: Kind;
  series: Series;
}

/** How lists can be sorted; documents without the value come last either way. */
export const SORT_KEYS = ['number', 'documentDate', 'dueDate', 'gross'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** Where a document stands in a sorted list. */
export interface Position {
  value: string | number | null;
  sequence: number;
}

const VALUES: Record<SortKey, (document: DocumentRecord) => string | number | null | undefined> = {
  number: (document) => document.number,
  documentDate: (document) => document.date,
  dueDate: (document) => document.dueDate,
  gross: (document) => document.totals?.gross,
};

export function positionOf(document: DocumentRecord, key: SortKey): Position {
  return {value: VALUES[key](document) ?? null, sequence: document.sequence};
}

/** Compares places in a list. Ties go by creation, so that the order is total and cursors never skip or repeat. */
export function comparePositions(a: Position, b: Position, descending: boolean): number {
  const sign = descending ? -1 : 1;
  if (a.value !== b.value) {
    if (a.value === null) return 1;
    if (b.value === null) return -1;
    return a.value < b.value ? -sign : sign;
  }
  return sign * (a.sequence - b.sequence);
}

/**
 * All that one partner has at the portal. Plain maps and sorted arrays: a list of thousands is filtered in well under a
 * millisecond, and an order that is created goes to its place without anything being copied.
 */
export class Book {
  readonly company: CompanyRecord;
  readonly items: readonly ItemRecord[];
  readonly types: readonly DocumentTypeInfo[];
  readonly #documents = new Map<string, DocumentRecord>();
  readonly #byType = new Map<string, DocumentRecord[]>();
  readonly #sorted = new Map<string, DocumentRecord[]>();
  readonly #numbers = new Map<string, number>();
  #keys: Map<string, ItemRecord[]> | undefined;
  #sequence = 0;

  constructor(company: CompanyRecord, items: readonly ItemRecord[], types: readonly DocumentTypeInfo[]) {
    this.company = company;
    this.items = items;
    this.types = types;
    for (const {type} of types) this.#byType.set(type, []);
  }

  get documentCount(): number {
    return this.#documents.size;
  }

  typeInfo(type: string): DocumentTypeInfo | undefined {
    return this.types.find((info) => info.type === type);
  }

  document(type: string, id: string): DocumentRecord | undefined {
    const document = this.#documents.get(id);
    return document?.type === type ? document : undefined;
  }

  documents(type: string): readonly DocumentRecord[] {
    return this.#byType.get(type) ?? [];
  }

  /** The documents of a type in order; the same array until one of them changes. */
  sorted(type: string, key: SortKey, descending: boolean): readonly DocumentRecord[] {
    const name = `${type} ${descending ? '-' : ''}${key}`;
    let list = this.#sorted.get(name);
    if (!list) {
      list = this.documents(type).toSorted((a, b) =>
        comparePositions(positionOf(a, key), positionOf(b, key), descending),
      );
      this.#sorted.set(name, list);
    }
    return list;
  }

  /** The next id and sequence of a document. */
  nextSequence(): number {
    return ++this.#sequence;
  }

  /** The next number of a series, with gaps like those that other customers' documents leave. */
  nextNumber(prefix: string, step = 1): string {
    const running = (this.#numbers.get(prefix) ?? 104_210) + step;
    this.#numbers.set(prefix, running);
    return `${prefix}-${running}`;
  }

  add(document: DocumentRecord): void {
    this.#documents.set(document.id, document);
    this.#byType.get(document.type)?.push(document);
    this.changed(document.type);
  }

  remove(document: DocumentRecord): void {
    this.#documents.delete(document.id);
    const list = this.#byType.get(document.type);
    list?.splice(list.indexOf(document), 1);
    this.changed(document.type);
  }

  /** To be called after a document of the type has changed. */
  changed(type: string): void {
    for (const name of this.#sorted.keys()) {
      if (name.startsWith(`${type} `)) this.#sorted.delete(name);
    }
  }

  /** The items that an item number, own number or GTIN stands for. Blocked ones are included. */
  lookUp(key: string): readonly ItemRecord[] {
    if (!this.#keys) {
      this.#keys = new Map();
      for (const item of this.items) {
        for (const name of [item.itemNumber, item.own, item.gtin]) {
          if (name === undefined) continue;
          const known = this.#keys.get(name.toUpperCase());
          if (known) known.push(item);
          else this.#keys.set(name.toUpperCase(), [item]);
        }
      }
    }
    return this.#keys.get(key.trim().toUpperCase()) ?? [];
  }
}

/** Makes two documents parts of one chain, for both of them. */
export function link(a: DocumentRecord, b: DocumentRecord): void {
  if (!a.links.includes(b)) a.links.push(b);
  if (!b.links.includes(a)) b.links.push(a);
}

/** How a chain goes. */
const STAGES: readonly Kind[] = [
  'order',
  'shipment',
  'delivery',
  'receipt',
  'invoice',
  'return-order',
  'credit-memo',
];

/** The other documents of a document's chain, however far away: from the order to the credit memos, each the oldest first. */
export function chainOf(document: DocumentRecord): DocumentRecord[] {
  const chain = new Set([document]);
  // A set takes what is added while it is walked.
  for (const one of chain) for (const other of one.links) chain.add(other);
  chain.delete(document);
  return [...chain].toSorted(
    (a, b) =>
      STAGES.indexOf(a.kind) - STAGES.indexOf(b.kind) || a.createdAt - b.createdAt || a.sequence - b.sequence,
  );
}
