import type {Membership, PartnerType} from '../../src/portal/contract/index.ts';
import type {DocumentTypeInfo} from './book.ts';
import {BRANCH, CUSTOMER, HOST, LOGISTICS, VENDOR, type CompanyRecord} from './companies.ts';
import {AREAS, type Locale, type Text} from './text.ts';
import {ownLabels} from './document-labels.ts';

/** A membership without what depends on the language. */
export interface MembershipRecord {
  id: string;
  role: string;
  partner?: CompanyRecord;
  documents: Record<string, string[]>;
  company: boolean;
  host: boolean;
  pricesVisible: boolean;
  /** What may be done with invitations; everything where it is absent. */
  invitations?: string[];
  /** Currency of the second seller; that of the first one where it is absent. */
  secondCurrency?: string;
}

export interface UserRecord {
  id: string;
  name: string;
  email: string;
  /** The bearer token, or value of the session cookie, of the user. */
  token: string;
  memberships: MembershipRecord[];
}

const READ = ['list', 'read', 'pdf'];
const WRITE = ['list', 'read', 'create', 'update', 'discard', 'repeat', 'upload', 'pdf'];
const SEND = ['list', 'read', 'create', 'repeat', 'upload', 'pdf'];

/** A kind of partner: its document types, and which of them each area opens. */
export interface PartnerKind {
  type: string;
  label: Text;
  types: readonly DocumentTypeInfo[];
  areas: {key: string; default: boolean; documents: Record<string, string[]>}[];
}

export const PARTNER_KINDS: readonly PartnerKind[] = [
  {
    type: 'customer',
    label: {en: 'Customer', de: 'Kunde'},
    types: [
      {type: 'purchase-order', kind: 'order', series: ['SO', 'SO']},
      {type: 'warehouse-receipt', kind: 'receipt', series: ['WS', 'PWS']},
      {type: 'purchase-return-order', kind: 'return-order', series: ['SRO', 'PRR']},
      {type: 'purchase-invoice', kind: 'invoice', series: ['SI', 'PSI']},
      {type: 'purchase-credit-memo', kind: 'credit-memo', series: ['SCM', 'PCM']},
    ],
    areas: [
      {key: 'orders', default: true, documents: {'purchase-order': WRITE}},
      {key: 'receipts', default: true, documents: {'warehouse-receipt': READ}},
      {key: 'returns', default: false, documents: {'purchase-return-order': READ}},
      {key: 'invoices', default: true, documents: {'purchase-invoice': READ, 'purchase-credit-memo': READ}},
      {key: 'company', default: true, documents: {}},
    ],
  },
  {
    type: 'vendor',
    label: {en: 'Vendor', de: 'Lieferant'},
    types: [
      {type: 'sales-order', kind: 'order', series: ['PO', 'PO']},
      {type: 'warehouse-shipment', kind: 'receipt', series: ['WR', 'PWR']},
      {type: 'sales-return-order', kind: 'return-order', series: ['PRO', 'PPR']},
      {type: 'sales-invoice', kind: 'invoice', series: ['PI', 'PPI']},
      {type: 'sales-credit-memo', kind: 'credit-memo', series: ['PM', 'PPM']},
    ],
    areas: [
      {key: 'orders', default: true, documents: {'sales-order': READ}},
      {key: 'receipts', default: true, documents: {'warehouse-shipment': READ}},
      {key: 'returns', default: true, documents: {'sales-return-order': READ}},
      {key: 'invoices', default: true, documents: {'sales-invoice': READ, 'sales-credit-memo': READ}},
      {key: 'company', default: true, documents: {}},
    ],
  },
  {
    type: '3pl_customer',
    label: {en: 'Logistics customer', de: 'Logistikkunde'},
    types: [
      {type: 'shipment', kind: 'shipment', series: ['SH', 'PSH']},
      {type: 'delivery', kind: 'delivery', series: ['DL', 'PDL']},
    ],
    areas: [
      {key: 'shipments', default: true, documents: {shipment: SEND}},
      {key: 'deliveries', default: true, documents: {delivery: SEND}},
      {key: 'company', default: true, documents: {}},
    ],
  },
];

export function partnerKind(type: string): PartnerKind | undefined {
  return PARTNER_KINDS.find((kind) => kind.type === type);
}

/** The kinds of partner and their areas, for whoever may invite. */
export function partnerTypes(locale: Locale): PartnerType[] {
  return PARTNER_KINDS.map(({type, label, areas}) => ({
    type,
    label: label[locale],
    areas: areas.map(({key, default: proposed}) => ({
      key,
      label: AREAS.get(key)?.[locale] ?? key,
      default: proposed,
    })),
  }));
}

/** The membership of a partner for which the areas have been opened. */
export function partnerMembership(
  id: string,
  type: string,
  partner: CompanyRecord,
  areas: readonly string[],
): MembershipRecord {
  const open = (partnerKind(type)?.areas ?? []).filter(({key}) => areas.includes(key));
  return {
    id,
    role: type,
    partner,
    documents: Object.fromEntries(open.flatMap(({documents}) => Object.entries(documents))),
    company: areas.includes('company'),
    host: false,
    // Whoever has goods of their own stored and sent buys nothing: there is no price to see.
    pricesVisible: type !== '3pl_customer',
  };
}

const allAreas = (type: string): string[] => (partnerKind(type)?.areas ?? []).map(({key}) => key);

/** The four users of the demo. */
export function demoUsers(): UserRecord[] {
  const branch = partnerMembership('m-10187', 'customer', BRANCH, ['orders', 'receipts']);
  branch.documents = {
    'purchase-order': ['list', 'read', 'create', 'repeat'],
    'warehouse-receipt': ['list', 'read'],
  };
  branch.pricesVisible = false;
  return [
    {
      id: 'u-miriam',
      name: 'Miriam Vogt',
      email: 'miriam.vogt@kessler-amrain.example',
      token: 'demo-customer',
      memberships: [partnerMembership('m-10023', 'customer', CUSTOMER, allAreas('customer')), branch],
    },
    {
      id: 'u-joost',
      name: 'Joost van der Linden',
      email: 'joost@rotterveld.example',
      token: 'demo-vendor',
      memberships: [partnerMembership('m-70011', 'vendor', VENDOR, allAreas('vendor'))],
    },
    {
      id: 'u-elodie',
      name: 'Élodie Fabre-Nguyen',
      email: 'elodie@corvelle.example',
      token: 'demo-3pl',
      memberships: [partnerMembership('m-30005', '3pl_customer', LOGISTICS, allAreas('3pl_customer'))],
    },
    {
      id: 'u-annegret',
      name: 'Annegret Holzapfel',
      email: 'portal@brinkholt.example',
      token: 'demo-host',
      memberships: [
        {id: 'm-host', role: 'host', documents: {}, company: true, host: true, pricesVisible: true},
      ],
    },
  ];
}

/** A membership as the contract has it. */
export function membershipView(membership: MembershipRecord, locale: Locale): Membership {
  const {partner, host} = membership;
  return {
    id: membership.id,
    company: {id: HOST.id, name: HOST.name},
    role: membership.role,
    ...(partner ? {partner: {id: partner.id, number: partner.number ?? '', name: partner.name}} : {}),
    capabilities: {
      documents: membership.documents,
      documentLabels: ownLabels(Object.keys(membership.documents), locale),
      company: membership.company ? ['read'] : [],
      partners: host ? ['read'] : [],
      invitations: host ? (membership.invitations ?? ['read', 'create', 'resend', 'revoke']) : [],
      ...(host ? {partnerTypes: partnerTypes(locale)} : {}),
      prices: {visible: membership.pricesVisible},
      upload: {maxBytes: 5_000_000, maxRows: 5000},
    },
  };
}
