/** The languages that the mock portal speaks. */
export type Locale = 'en' | 'de';

/** A text in every language. */
export interface Text {
  en: string;
  de: string;
}

const t = (en: string, de: string): Text => ({en, de});

/** The language of an answer, from the request's `Accept-Language`. */
export function localeOf(acceptLanguage: string | null): Locale {
  for (const range of (acceptLanguage ?? '').split(',')) {
    const language = range.trim().slice(0, 2).toLowerCase();
    if (language === 'de' || language === 'en') return language;
  }
  return 'en';
}

export const UNITS: ReadonlyMap<string, Text> = new Map([
  ['PCS', t('piece', 'Stück')],
  ['PAIR', t('pair', 'Paar')],
  ['SET', t('set', 'Satz')],
  ['M', t('metre', 'Meter')],
  ['KG', t('kilogram', 'Kilogramm')],
  ['BOX', t('box', 'Karton')],
  ['PACK', t('pack', 'Packung')],
  ['DRUM', t('drum', 'Trommel')],
  ['BAR', t('bar', 'Stange')],
  ['PALLET', t('pallet', 'Palette')],
  ['BTL', t('bottle', 'Flasche')],
  ['JAR', t('jar', 'Glas')],
]);

export const RETURN_REASONS: ReadonlyMap<string, Text> = new Map([
  ['DAMAGED', t('Damaged in transport', 'Transportschaden')],
  ['WRONG', t('Wrong item delivered', 'Falscher Artikel geliefert')],
  ['DEFECT', t('Defective', 'Defekt')],
  ['SURPLUS', t('Ordered too many', 'Zu viel bestellt')],
  ['PRICE', t('Price correction', 'Preiskorrektur')],
]);

export const RETURN_INSTRUCTIONS = t(
  'Please pack the goods in their original packaging and put the return slip into the parcel. Our carrier collects them within three working days; pallets are to be announced to the warehouse in Lauben a day ahead.',
  'Bitte verpacken Sie die Ware in der Originalverpackung und legen Sie den Rücksendeschein bei. Unser Spediteur holt sie innerhalb von drei Werktagen ab; Paletten melden Sie bitte einen Tag vorher im Lager Lauben an.',
);

export const PAYMENT_TERMS: ReadonlyMap<number, Text> = new Map([
  [14, t('14 days net', '14 Tage netto')],
  [30, t('30 days net, 2% discount within 10 days', '30 Tage netto, 2 % Skonto innerhalb von 10 Tagen')],
  [60, t('60 days net', '60 Tage netto')],
]);

export const AREAS: ReadonlyMap<string, Text> = new Map([
  ['orders', t('Orders', 'Bestellungen')],
  ['receipts', t('Receipts', 'Wareneingänge')],
  ['returns', t('Returns', 'Retouren')],
  ['invoices', t('Invoices and credit memos', 'Rechnungen und Gutschriften')],
  ['shipments', t('Shipments', 'Versandaufträge')],
  ['deliveries', t('Deliveries', 'Anlieferungen')],
  ['company', t('Company details', 'Firmendaten')],
]);
