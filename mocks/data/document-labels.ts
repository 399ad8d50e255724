import type {Capabilities} from '../../src/portal/contract/index.ts';
import type {Locale, Text} from './text.ts';

interface Label {
  one: Text;
  many: Text;
}

const label = (one: [string, string], many: [string, string]): Label => ({
  one: {en: one[0], de: one[1]},
  many: {en: many[0], de: many[1]},
});

/** What the company calls its documents to those who get them, where it is not what everybody does. */
const LABELS: ReadonlyMap<string, Label> = new Map([
  ['sales-order', label(['Order to you', 'Auftrag an Sie'], ['Orders to you', 'Aufträge an Sie'])],
  ['sales-invoice', label(['Your invoice', 'Ihre Rechnung'], ['Your invoices', 'Ihre Rechnungen'])],
  ['shipment', label(['Dispatch order', 'Versandauftrag'], ['Dispatch orders', 'Versandaufträge'])],
  ['delivery', label(['Inbound delivery', 'Anlieferung'], ['Inbound deliveries', 'Anlieferungen'])],
]);

/** The portal's own words for types, by type. */
export function ownLabels(
  types: readonly string[],
  locale: Locale,
): NonNullable<Capabilities['documentLabels']> {
  const entries = types.flatMap((type) => {
    const found = LABELS.get(type);
    return found ? [[type, {one: found.one[locale], many: found.many[locale]}] as const] : [];
  });
  return Object.fromEntries(entries);
}
