import type {LineField} from './problems.ts';

/**
 * What a column holds by its name: a field, or what is not read. A price is never read: it is the portal's. `description`
 * and `position` go without saying, the others are told.
 */
export type HeaderMeaning = LineField | 'price' | 'description' | 'position' | 'reference';

/** What an item column names an item by; the first kind wins where there are several. */
export const itemRanks = ['number', 'own number', 'gtin'] as const;

/** A name of a column that we know. */
export interface KnownHeader {
  readonly meaning: HeaderMeaning;
  /** Index in `itemRanks`. */
  readonly rank: number;
  /** Could be a value as well, so that alone it does not make a row a header: `Stk` is a unit too. */
  readonly isWeak: boolean;
}

const names: readonly (readonly [HeaderMeaning, string, Partial<KnownHeader>?])[] = [
  [
    'item',
    `item; item no; item nr; item number; item code; item id; article; article no; article nr; article number; article code;
    art; art no; art nr; artikel; artikel nr; artikel no; artikelnummer; artikelcode; part; part no; part nr; part number;
    product; product no; product number; product code; product id; produkt; produktnr; produktnummer; produktcode; material;
    material no; material nr; material number; materialnummer; sku; mpn; bestellnr; bestellnummer; sachnr; sachnummer;
    teil; teilenr; teilenummer; supplier item no; vendor item no; lieferantenartikelnummer; lief art nr`,
  ],
  [
    'item',
    `partner item number; own number; own item number; our item number; our item no; your item number; your item no;
    customer item no; customer item number; eigene nummer; eigene artikelnummer; unsere artikelnummer; unsere art nr;
    ihre artikelnummer; ihre art nr; kundenartikelnummer; kundenartikelnr; kundenartikel`,
    {rank: 1},
  ],
  [
    'item',
    'gtin; gtin 8; gtin 12; gtin 13; gtin 14; ean; ean code; ean 8; ean 13; gtin ean; ean gtin; upc; barcode; strichcode',
    {rank: 2},
  ],
  [
    'variant',
    'variant; variant code; variant no; variante; variantencode; variantennr; ausführung; ausfuehrung',
  ],
  ['unit', 'unit; unit code; unit of measure; uom; einheit; einheitencode; mengeneinheit; bestelleinheit'],
  ['unit', 'me; um', {isWeak: true}],
  [
    'quantity',
    `quantity; qty; order quantity; order qty; ordered quantity; quantity ordered; menge; anzahl; bestellmenge; stückzahl;
    stueckzahl; auftragsmenge; bedarf; bedarfsmenge; count`,
  ],
  ['quantity', 'stück; stueck; stk; pcs; pieces; mng', {isWeak: true}],
  [
    'requestedDate',
    `requested date; requested delivery date; requested delivery; delivery date; date; due date; wanted date;
    required date; date required; need by; need by date; needed by; wanted on; termin; liefertermin; lieferdatum; wunschtermin;
    wunschliefertermin; gewünschter liefertermin; wunschdatum; gewünscht am; datum; bedarfstermin`,
  ],
  [
    'note',
    `note; notes; line note; remark; remarks; comment; comments; bemerkung; bemerkungen; notiz; notizen; kommentar;
    hinweis; anmerkung; anmerkungen; zusatztext; positionstext`,
  ],
  [
    'price',
    `price; unit price; net price; gross price; list price; amount; line amount; net amount; total; total price;
    line total; value; discount; vat; currency; preis; einzelpreis; stückpreis; stueckpreis; ep; gp; gesamtpreis;
    nettopreis; bruttopreis; listenpreis; betrag; zeilenbetrag; gesamt; gesamtbetrag; summe; wert; rabatt; mwst; ust;
    währung; waehrung`,
  ],
  [
    'description',
    `description; item description; product description; name; item name; product name; article name; bezeichnung;
    artikelbezeichnung; beschreibung; artikelbeschreibung; artikeltext; kurztext; text; title`,
  ],
  ['position', 'pos; position; pos nr; positionsnr; line; line no; line number; zeile; lfd nr'],
  [
    'reference',
    'external reference; reference; your reference; referenz; ihre referenz; po number; order number; bestellreferenz',
  ],
];

const known = new Map<string, KnownHeader>(
  names.flatMap(([meaning, list, rest]) =>
    list.split(';').map((name) => [headerKey(name), {meaning, rank: 0, isWeak: false, ...rest}] as const),
  ),
);

/** What a column's name says; undefined where it is not known. `labels` are names besides ours, in another language say. */
export function readHeader(
  text: string,
  labels: ReadonlyMap<string, HeaderMeaning> = new Map(),
): KnownHeader | undefined {
  const key = headerKey(text);
  if (key === '') return undefined;
  const meaning = labels.get(key);
  return meaning ? {meaning, rank: 0, isWeak: false} : known.get(key);
}

/** Names as `readHeader` takes them. */
export function headerLabels<Meaning extends HeaderMeaning>(
  labels: Iterable<readonly [string, Meaning]>,
): ReadonlyMap<string, Meaning> {
  return new Map(Array.from(labels, ([label, meaning]) => [headerKey(label), meaning]));
}

/** What a name is compared by, its letters and digits alone: `Art.-Nr. *` is `artnr`, `Price (EUR)` is `price`, `unitCode` is `unitcode`. */
export function headerKey(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replaceAll(/[^\p{L}\d]/gu, '')
    .toLowerCase();
}
