import type {Address} from '../../src/portal/contract/index.ts';
import type {Book, DocumentTypeInfo} from './book.ts';
import {timeOn, workday, type Day} from './dates.ts';
import {lineAmount, sums, type Quantity} from './money.ts';
import type {NonEmpty, Random} from './random.ts';
import type {DocumentRecord, ItemRecord, Kind, LineRecord} from './records.ts';

/** What makes one partner's history different from another's. */
export interface ChainPlan {
  orders: number;
  /** How far the history goes back. */
  days: number;
  authors: NonEmpty<string>;
  reference: string;
  shipTo: NonEmpty<Address>;
  location: string;
  /** Lines of one order that is much larger than the rest; none without it. */
  largeOrderLines?: number;
}

/** Collects the documents of a history; numbers and ids are given at the end, when all are in the order of creation. */
export class ChainBuilder {
  readonly documents: DocumentRecord[] = [];
  readonly book: Book;
  readonly plan: ChainPlan;
  readonly random: Random;
  readonly today: Day;
  readonly now: number;

  constructor(book: Book, plan: ChainPlan, random: Random, now: number, today: Day) {
    this.book = book;
    this.plan = plan;
    this.random = random;
    this.now = now;
    this.today = today;
  }

  document(kind: Kind, date: Day, lines: LineRecord[], after?: DocumentRecord): DocumentRecord {
    const info = this.info(kind);
    // Made between seven and five, later than what it follows from, but never later than now.
    const usual = timeOn(date, 420 + this.random.int(0, 600));
    const createdAt = Math.min(Math.max(usual, (after?.createdAt ?? 0) + 60_000), this.now);
    const document: DocumentRecord = {
      id: '',
      type: info.type,
      kind,
      sequence: 0,
      number: null,
      reference: undefined,
      posted: kind === 'order' ? null : false,
      state: 'open',
      fulfilment: undefined,
      payment: undefined,
      date,
      postingDate: undefined,
      dueDate: undefined,
      requestedDate: undefined,
      seller: after?.seller ?? 0,
      lines,
      discount: 0,
      totals: undefined,
      groups: undefined,
      links: [],
      createdAt,
      updatedAt: createdAt,
      version: 1,
    };
    this.documents.push(document);
    return document;
  }

  /** The date of a document that is being prepared and not posted yet: one of the last days, after what it follows from. */
  prepared(after: DocumentRecord): Day {
    return workday(Math.max(after.date, this.today - this.random.int(0, 6)));
  }

  info(kind: Kind): DocumentTypeInfo {
    const info = this.book.types.find((one) => one.kind === kind);
    if (!info) throw new Error(`No document type for ${kind}`);
    return info;
  }

  /** Totals from the lines, with the discount on the whole where one was granted. */
  total(document: DocumentRecord): void {
    const {groups, ...totals} = sums(document.lines, document.discount);
    document.totals = totals;
    document.groups = groups;
  }

  /** Gives numbers and ids in the order of creation, and puts the documents into the book. */
  register(): void {
    this.documents.sort((a, b) => a.createdAt - b.createdAt);
    for (const document of this.documents) {
      const {series} = this.info(document.kind);
      document.sequence = this.book.nextSequence();
      document.id = documentId(this.book, document.sequence);
      document.number = this.book.nextNumber(series[document.posted === true ? 1 : 0], this.random.int(1, 4));
      this.book.add(document);
    }
  }
}

/** An id that says nothing about the document: nobody should read anything out of it. */
export function documentId(book: Book, sequence: number): string {
  return `${book.company.number ?? ''}${(sequence * 7919 + 60_466_176).toString(36)}`;
}

/**
 * A line of an item; with `from`, one that carries out a line of an earlier document at its price.
 * Every field is there from the start: objects of one shape are several times faster to make by the ten thousand.
 */
export function line(no: number, item: ItemRecord, quantity: Quantity, from?: LineRecord): LineRecord {
  return {
    no,
    item,
    itemNumber: item.itemNumber,
    variant: from?.variant,
    unit: from?.unit ?? item.units[0]?.code ?? 'PCS',
    quantity,
    received: 0,
    invoiced: 0,
    returned: 0,
    price: from?.price ?? 0,
    discount: from?.discount ?? 0,
    amount: from ? lineAmount(quantity, from.price, from.discount) : 0,
    vat: item.vat,
    requested: undefined,
    note: undefined,
    reason: undefined,
    source: from,
  };
}
