type Language = 'en' | 'de';

const texts = {
  en: {
    created: 'Thank you. Your order has number {0}.',
    expired: 'Your session has ended.',
    signIn: 'Sign in again',
    close: 'Close',
    partners: 'Partners',
    company: 'Company details',
    mailSent: 'The mock portal has sent an e-mail to {0}.',
    openMail: 'Open its link',
    member: 'New member',
    signedOut: 'You have signed out of the partner net.',
  },
  de: {
    created: 'Vielen Dank. Ihre Bestellung hat die Nummer {0}.',
    expired: 'Ihre Sitzung ist abgelaufen.',
    signIn: 'Wieder anmelden',
    close: 'Schließen',
    partners: 'Partner',
    company: 'Firmendaten',
    mailSent: 'Das Probeportal hat eine E-Mail an {0} geschickt.',
    openMail: 'Ihren Link öffnen',
    member: 'Neues Mitglied',
    signedOut: 'Sie haben sich vom Partnernetz abgemeldet.',
  },
} as const;

const typeNames: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    'purchase-order': 'Purchase orders',
    'warehouse-receipt': 'Warehouse receipts',
    'purchase-return-order': 'Returns',
    'purchase-invoice': 'Invoices',
    'purchase-credit-memo': 'Credit memos',
    'sales-order': 'Orders to you',
    'warehouse-shipment': 'Warehouse shipments',
    'sales-return-order': 'Returns',
    'sales-invoice': 'Your invoices',
    'sales-credit-memo': 'Credit memos',
    shipment: 'Shipments',
    delivery: 'Deliveries',
  },
  de: {
    'purchase-order': 'Bestellungen',
    'warehouse-receipt': 'Wareneingänge',
    'purchase-return-order': 'Rücksendungen',
    'purchase-invoice': 'Rechnungen',
    'purchase-credit-memo': 'Gutschriften',
    'sales-order': 'Aufträge an Sie',
    'warehouse-shipment': 'Warenausgänge',
    'sales-return-order': 'Rücksendungen',
    'sales-invoice': 'Ihre Rechnungen',
    'sales-credit-memo': 'Gutschriften',
    shipment: 'Sendungen',
    delivery: 'Lieferungen',
  },
};

const language = (): Language => (document.documentElement.lang === 'de' ? 'de' : 'en');

/** One of the page's sentences in its language, with `{0}`, `{1}` filled in. */
export function text(name: keyof (typeof texts)['en'], ...values: readonly string[]): string {
  return texts[language()][name].replaceAll(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
}

/** What the company calls the documents of a type. */
export function typeName(type: string): string {
  return typeNames[language()][type] ?? type;
}

/** Writes the page in a language: English stands in the HTML, German in `data-de` beside it. */
export function translatePage(to: Language): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-de]')) {
    element.dataset.en ??= element.textContent.trim();
    element.textContent = (to === 'de' ? element.dataset.de : element.dataset.en) ?? '';
  }
}
