import type {Document, DocumentSummary, Related} from '../../portal/contract/index.ts';

/** One document of a chain. */
export interface ChainNode {
  readonly type: string;
  /** Absent where the member may not open it. */
  readonly id: string | undefined;
  /** Null for the document at hand while it has none. */
  readonly number: string | null;
  readonly posted: boolean | null;
  /** Whether it is the document at hand. */
  readonly isCurrent: boolean;
}

/** The documents of a chain that are the same to it: all receipts, all invoices. */
export interface Stage {
  /** What they are to the chain, as the portal names it; undefined where only their type is known. */
  readonly rel: string | undefined;
  /** The type of the first of them. */
  readonly type: string;
  readonly nodes: readonly ChainNode[];
}

/** What a document repeats, which is no part of its chain. */
const repetition = 'repeat-of';

const usualOrder = ['order', 'receipt', 'shipment', 'invoice', 'return-order', 'credit-memo'];

/** What documents of a type are to a chain, where no other document of the chain tells. */
const usualRels = new Map([
  ['purchase-order', 'order'],
  ['sales-order', 'order'],
  ['warehouse-receipt', 'receipt'],
  ['warehouse-shipment', 'shipment'],
  ['purchase-return-order', 'return-order'],
  ['sales-return-order', 'return-order'],
  ['purchase-invoice', 'invoice'],
  ['sales-invoice', 'invoice'],
  ['purchase-credit-memo', 'credit-memo'],
  ['sales-credit-memo', 'credit-memo'],
]);

/** The chain of a document from the order on, the document itself included; none where it is alone. */
export function stagesOf(document: Document): Stage[] {
  const others = document.related.filter(({rel}) => rel !== repetition);
  if (others.length === 0) return [];
  const stages = new Map<string, {rel: string | undefined; type: string; nodes: ChainNode[]}>();
  for (const {rel, type, id, number, posted} of others) {
    const node = {type, id, number, posted, isCurrent: false};
    const stage = stages.get(rel);
    if (stage) stage.nodes.push(node);
    else stages.set(rel, {rel, type, nodes: [node]});
  }
  const {type, id, number, posted} = document;
  const current = {type, id, number, posted, isCurrent: true};
  const rel = relOf(document, others);
  const own = stages.get(rel ?? '');
  if (own) insert(own.nodes, current);
  else stages.set(rel ?? '', {rel, type, nodes: [current]});
  return [...stages.values()].toSorted((one, other) => placeOf(one.rel) - placeOf(other.rel));
}

/** What the document repeats. */
export function repeatedBy({related}: Document): readonly Related[] {
  return related.filter(({rel}) => rel === repetition);
}

/** What a document is called by when its details are looked up. */
export function keyOf({type, id}: Pick<DocumentSummary, 'type'> & {id?: string | undefined}): string {
  return `${type}:${id ?? ''}`;
}

function relOf({type}: Document, others: readonly Related[]): string | undefined {
  return others.find((other) => other.type === type)?.rel ?? usualRels.get(type);
}

const byNumber = new Intl.Collator('en', {numeric: true});

/** Numbers run with time: the document goes to its place among those of its kind. */
function insert(nodes: ChainNode[], current: ChainNode): void {
  const at = nodes.findIndex(({number}) => byNumber.compare(number ?? '', current.number ?? '') > 0);
  nodes.splice(at === -1 ? nodes.length : at, 0, current);
}

/** The usual stages first, in the order in which they follow each other; what is not known last, as it comes. */
function placeOf(rel: string | undefined): number {
  const place = usualOrder.indexOf(rel ?? '');
  return place === -1 ? usualOrder.length : place;
}
