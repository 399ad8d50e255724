import type {DraftInput} from '../../src/portal/contract/index.ts';
import type {Book, DocumentTypeInfo} from '../data/book.ts';
import {dayText, parseDay, type Day} from '../data/dates.ts';
import {parseQuantity} from '../data/money.ts';
import {itemOf, shipToOf} from '../data/ordering.ts';
import {perBase, quantityFault, type QuantityFault} from '../data/pricing.ts';
import type {ItemRecord} from '../data/records.ts';
import type {Text} from '../data/text.ts';

/** What speaks against sending a draft. */
export interface Objection {
  pointer: string;
  code: string;
  severity: 'error' | 'warning';
  detail: Text;
}

const t = (en: string, de: string): Text => ({en, de});

function error(pointer: string, code: string, detail: Text): Objection {
  return {pointer, code, severity: 'error', detail};
}

function warning(pointer: string, code: string, detail: Text): Objection {
  return {pointer, code, severity: 'warning', detail};
}

const QUANTITY_TEXTS: Record<QuantityFault, (item: ItemRecord) => Text> = {
  quantity_not_positive: () =>
    t('The quantity must be greater than zero.', 'Die Menge muss größer als null sein.'),
  quantity_too_large: () => t('The quantity is too large.', 'Die Menge ist zu groß.'),
  quantity_decimals: () => t('Only whole quantities can be ordered.', 'Es sind nur ganze Mengen bestellbar.'),
  below_minimum: ({min = 0}) => t(`At least ${min} have to be ordered.`, `Die Mindestmenge ist ${min}.`),
  above_maximum: ({max = 0}) => t(`At most ${max} can be ordered.`, `Die Höchstmenge ist ${max}.`),
  not_multiple: ({multipleOf = 0}) =>
    t(
      `Can only be ordered in multiples of ${multipleOf}.`,
      `Nur in Vielfachen von ${multipleOf} bestellbar.`,
    ),
};

function ofDate(pointer: string, text: string | undefined, today: Day): Objection[] {
  if (text === undefined) return [];
  const day = parseDay(text);
  if (day === undefined)
    return [error(pointer, 'date_invalid', t('There is no such date.', 'Dieses Datum gibt es nicht.'))];
  if (day >= today) return [];
  return [
    warning(pointer, 'date_past', t('This date has passed.', 'Dieses Datum liegt in der Vergangenheit.')),
  ];
}

function ofAvailability(pointer: string, item: ItemRecord, base: number): Objection[] {
  const {status, stock, from} = item;
  if (status === 'discontinued' && (stock === undefined || base > stock * 1000)) {
    return [
      error(
        pointer,
        'item_discontinued',
        t('This item is no longer supplied.', 'Dieser Artikel wird nicht mehr geführt.'),
      ),
    ];
  }
  if (status === 'unavailable') {
    const when = from === undefined ? undefined : dayText(from);
    const detail = when
      ? t(`Not available before ${when}.`, `Erst ab ${when} lieferbar.`)
      : t('Not available at present.', 'Zurzeit nicht lieferbar.');
    return [warning(pointer, 'item_unavailable', detail)];
  }
  if (status !== 'available' && stock !== undefined && base > stock * 1000) {
    return [
      warning(pointer, 'above_availability', t(`Only ${stock} are in stock.`, `Nur ${stock} am Lager.`)),
    ];
  }
  return [];
}

function ofLine(book: Book, input: DraftInput['lines'][number], index: number, today: Day): Objection[] {
  const at = `#/lines/${index}`;
  const list = ofDate(`${at}/requestedDate`, input.requestedDate, today);
  const item = itemOf(book, input.itemNumber);
  if (!item) {
    const several = book.lookUp(input.itemNumber).length > 1;
    const detail = several
      ? t('This number stands for several items.', 'Diese Nummer steht für mehrere Artikel.')
      : t('There is no item of this number.', 'Zu dieser Nummer gibt es keinen Artikel.');
    return [error(`${at}/itemNumber`, several ? 'item_ambiguous' : 'item_unknown', detail), ...list];
  }
  if (item.blocked) {
    const detail = t(
      'This item can no longer be ordered.',
      'Dieser Artikel kann nicht mehr bestellt werden.',
    );
    return [error(`${at}/itemNumber`, 'item_blocked', detail), ...list];
  }
  if (item.variants && !input.variantCode) {
    list.push(
      error(
        `${at}/variantCode`,
        'variant_required',
        t('Please choose a variant.', 'Bitte wählen Sie eine Variante.'),
      ),
    );
  } else if (input.variantCode && !item.variants?.some(({code}) => code === input.variantCode)) {
    list.push(
      error(
        `${at}/variantCode`,
        'variant_unknown',
        t('This variant does not exist.', 'Diese Variante gibt es nicht.'),
      ),
    );
  }
  const per = perBase(item, input.unitCode ?? item.units[0]?.code ?? '');
  if (per === undefined) {
    const detail = t(
      'The item does not come in this unit.',
      'Der Artikel ist in dieser Einheit nicht erhältlich.',
    );
    return [...list, error(`${at}/unitCode`, 'unit_unknown', detail)];
  }
  const quantity = parseQuantity(input.quantity);
  const fault = quantity === undefined ? 'quantity_too_large' : quantityFault(item, quantity, per);
  if (fault) {
    // More than three digits after the point are not too large, but as little orderable.
    const code = quantity === undefined && /^-?\d{1,6}\./.test(input.quantity) ? 'quantity_decimals' : fault;
    return [...list, error(`${at}/quantity`, code, QUANTITY_TEXTS[code](item))];
  }
  return [...list, ...ofAvailability(`${at}/quantity`, item, (quantity ?? 0) * per)];
}

/** Everything that speaks against sending a draft, in the order of its fields. */
export function objectionsTo(book: Book, info: DocumentTypeInfo, draft: DraftInput, today: Day): Objection[] {
  const list = ofDate('#/requestedDate', draft.requestedDate, today);
  const {externalReference, origin} = draft;
  if (
    externalReference &&
    book
      .documents(info.type)
      .some(({reference, state}) => reference === externalReference && state !== 'draft')
  ) {
    const detail = t(
      'There is an order with this reference already.',
      'Es gibt bereits eine Bestellung mit dieser Referenz.',
    );
    list.push(warning('#/externalReference', 'reference_used', detail));
  }
  if (!shipToOf(book, draft)) {
    list.push(
      error(
        '#/shipToId',
        'address_unknown',
        t('There is no such delivery address.', 'Diese Lieferadresse gibt es nicht.'),
      ),
    );
  }
  if (origin?.documentId !== undefined && !book.document(info.type, origin.documentId)) {
    list.push(
      error(
        '#/origin/documentId',
        'document_unknown',
        t('There is no such document.', 'Diesen Beleg gibt es nicht.'),
      ),
    );
  }
  if (draft.lines.length === 0) {
    list.push(
      error('#/lines', 'lines_required', t('The order has no lines.', 'Die Bestellung hat keine Zeilen.')),
    );
  }
  return [...list, ...draft.lines.flatMap((line, index) => ofLine(book, line, index, today))];
}
