/** What somebody comes to the page for: the type of documents to begin with, where there is one, and what the page says above them. */
export interface Visitor {
  type: string;
  en: {title: string; lead: string};
  de: {title: string; lead: string};
}

const customer: Visitor = {
  type: 'purchase-order',
  en: {
    title: 'Purchasing',
    lead: 'Order by 4 pm, and goods in stock leave our house the same day.',
  },
  de: {
    title: 'Einkauf',
    lead: 'Bestellen Sie bis 16 Uhr, und Lagerware verlässt unser Haus noch am selben Tag.',
  },
};

/** The demo has one page for all. A company knows its visitors by its own sign-in, or has a page for each kind. */
export const visitors = {
  customer,
  vendor: {
    type: 'sales-order',
    en: {title: 'Supplying us', lead: 'What we have ordered from you, received and paid.'},
    de: {title: 'Lieferungen an uns', lead: 'Was wir bei Ihnen bestellt, erhalten und bezahlt haben.'},
  },
  '3pl': {
    type: 'shipment',
    en: {title: 'Your goods with us', lead: 'What you announce by noon, we store or send the same day.'},
    de: {
      title: 'Ihre Ware bei uns',
      lead: 'Was Sie bis Mittag anmelden, lagern oder versenden wir am selben Tag.',
    },
  },
  host: {
    type: '',
    en: {title: 'Partners', lead: 'Who works with us, and who is invited to.'},
    de: {title: 'Partner', lead: 'Wer mit uns arbeitet, und wer dazu eingeladen ist.'},
  },
  member: {
    type: '',
    en: {title: 'Welcome', lead: 'Good to have you with us.'},
    de: {title: 'Willkommen', lead: 'Schön, dass Sie da sind.'},
  },
  nobody: customer,
} as const satisfies Record<string, Visitor>;
