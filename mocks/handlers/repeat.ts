import type {DraftInput, RepeatProposal} from '../../src/portal/contract/index.ts';
import {dayText} from '../data/dates.ts';
import {mulDiv, priceText, quantityText, type Quantity} from '../data/money.ts';
import {itemOf} from '../data/ordering.ts';
import {FORMER_UNITS, perBase, unitPrice} from '../data/pricing.ts';
import type {DocumentRecord, LineRecord} from '../data/records.ts';
import {json} from '../http/answer.ts';
import type {Call} from '../http/call.ts';
import {notAllowed} from '../http/problem.ts';
import type {AddRoute} from '../http/route.ts';
import {documentOf} from './document-write.ts';
import {allowedActions, unitView} from './views.ts';

type Change = RepeatProposal['changes'][number];
type DraftLine = DraftInput['lines'][number];

const say = (call: Call, en: string, de: string): string => (call.locale === 'de' ? de : en);

/** Today's unit and quantity for what a line had; the base unit where its own is gone. */
function today(line: Pick<LineRecord, 'item' | 'unit' | 'quantity'>): {
  unit: string;
  quantity: Quantity;
  per: number;
} {
  const {item, unit, quantity} = line;
  const per = item && perBase(item, unit);
  if (per !== undefined) return {unit, quantity, per};
  return {unit: item?.units[0]?.code ?? unit, quantity: quantity * (FORMER_UNITS.get(unit) ?? 1), per: 1};
}

class Proposal {
  readonly changes: Change[] = [];
  readonly lines: DraftLine[] = [];
  readonly #call: Call;
  readonly #document: DocumentRecord;

  constructor(call: Call, document: DocumentRecord) {
    this.#call = call;
    this.#document = document;
    for (const line of document.lines) this.#add(line);
  }

  #add(line: LineRecord): void {
    const call = this.#call;
    const {successor} = line.item ?? {};
    const heir = successor === undefined ? undefined : itemOf(call.book, successor);
    const item = heir ?? line.item;
    const {unit, quantity, per} = today({...line, ...(item ? {item} : {})});
    const rest = item?.stock === undefined ? 0 : item.stock * 1000;
    const gone = !item || item.blocked || (item.status === 'discontinued' && quantity * per > rest);
    if (gone) {
      const name = item?.description ?? line.itemNumber;
      this.changes.push({
        pointer: '#/lines',
        code: 'item_blocked',
        before: line.itemNumber,
        detail: say(
          call,
          `${name} can no longer be ordered and was left out.`,
          `${name} ist nicht mehr bestellbar und wurde ausgelassen.`,
        ),
      });
      return;
    }
    const at = `#/lines/${this.lines.length}`;
    this.lines.push({
      itemNumber: heir?.itemNumber ?? line.itemNumber,
      ...(line.variant === undefined ? {} : {variantCode: line.variant}),
      unitCode: unit,
      quantity: quantityText(quantity),
      ...(line.note === undefined ? {} : {note: line.note}),
    });
    if (heir) {
      this.changes.push({
        pointer: `${at}/itemNumber`,
        code: 'item_replaced',
        before: line.itemNumber,
        after: heir.itemNumber,
        detail: say(
          call,
          `${line.itemNumber} is sold no more; ${heir.description} (${heir.itemNumber}) takes its place.`,
          `${line.itemNumber} wird nicht mehr geführt; an seine Stelle tritt ${heir.description} (${heir.itemNumber}).`,
        ),
      });
    }
    if (item.status === 'unavailable') {
      const from = item.from === undefined ? undefined : dayText(item.from);
      this.changes.push({
        pointer: `${at}/itemNumber`,
        code: 'item_unavailable',
        ...(from === undefined ? {} : {after: from}),
        detail: from
          ? say(
              call,
              `${item.description} is not available before ${from}.`,
              `${item.description} ist erst ab ${from} lieferbar.`,
            )
          : say(
              call,
              `${item.description} is not available at present.`,
              `${item.description} ist zurzeit nicht lieferbar.`,
            ),
      });
    }
    if (unit !== line.unit) {
      const before = unitView(line.unit, call.locale).label;
      const after = unitView(unit, call.locale).label;
      this.changes.push({
        pointer: `${at}/unitCode`,
        code: 'unit_changed',
        before: line.unit,
        after: unit,
        detail: say(
          call,
          `The unit is ${after} now, no longer ${before}.`,
          `Die Einheit ist jetzt ${after} statt ${before}.`,
        ),
      });
    }
    // The price of another item is another, and no change.
    if (!heir) this.#comparePrices(at, line, quantity, per);
  }

  #comparePrices(at: string, line: LineRecord, quantity: Quantity, per: number): void {
    const call = this.#call;
    const {item, unit} = line;
    if (!item || !call.prices || this.#document.totals === undefined) return;
    // Compared for the same unit: an old pack against as many pieces.
    const former = perBase(item, unit) === undefined ? (FORMER_UNITS.get(unit) ?? 1) : 1;
    const before = mulDiv(line.price, 1, former);
    const after = unitPrice(item, quantity, per);
    if (before === after) return;
    this.changes.push({
      pointer: `${at}/itemNumber`,
      code: 'price_changed',
      before: priceText(before),
      after: priceText(after),
      detail: say(
        call,
        `The price was ${priceText(before)} and is ${priceText(after)} now.`,
        `Der Preis war ${priceText(before)} und ist jetzt ${priceText(after)}.`,
      ),
    });
  }
}

function repeat(call: Call): Response {
  const document = documentOf(call, 'repeat');
  if (!allowedActions(document, call.membership).includes('repeat')) throw notAllowed();
  const {lines, changes} = new Proposal(call, document);
  const {requestedDate, shipTo, note} = document;
  if (requestedDate !== undefined && requestedDate < call.world.today) {
    changes.unshift({
      pointer: '#/requestedDate',
      code: 'date_cleared',
      before: dayText(requestedDate),
      detail: say(
        call,
        'The requested date has passed and was cleared.',
        'Der Wunschtermin ist vorbei und wurde entfernt.',
      ),
    });
  }
  const own = call.book.company.deliveryAddresses.some(({id}) => id === shipTo?.id);
  const draft: DraftInput = {
    ...(requestedDate !== undefined && requestedDate >= call.world.today
      ? {requestedDate: dayText(requestedDate)}
      : {}),
    ...(own && shipTo?.id !== undefined ? {shipToId: shipTo.id} : shipTo ? {shipTo} : {}),
    ...(note === undefined ? {} : {note}),
    lines,
    origin: {kind: 'repeat', documentId: document.id},
    submit: false,
  };
  const answer: RepeatProposal = {draft, changes};
  return json(call, answer);
}

export function addRepeat(add: AddRoute): void {
  add('post', '/documents/:type/:id/repeat', repeat);
}
