import type {Address, Company, Party} from '../../src/portal/contract/index.ts';
import {withCheckDigit} from './gtin.ts';

/** GLNs of the mock companies: a range that GS1 gives to nobody. */
const gln = (number: number): string => withCheckDigit(`299${String(number).padStart(9, '0')}`);

/** A company as the portal keeps it, without what depends on the language. */
export interface CompanyRecord extends Omit<Company, 'paymentTerms'> {
  /** Days until payment is due. */
  terms: number;
}

/** The company behind the portal. */
export const HOST: CompanyRecord = {
  id: 'c-brinkholt',
  name: 'Brinkholt Industriebedarf GmbH',
  address: {
    name: 'Brinkholt Industriebedarf GmbH',
    line1: 'Am Güterbahnhof 14',
    postcode: '87493',
    city: 'Lauben',
    country: 'DE',
    gln: gln(1000),
  },
  vatNumber: 'DE299801442',
  registrationNumber: 'HRB 20417, Amtsgericht Kempten',
  gln: gln(1000),
  phone: '+49 8374 555 01 00',
  email: 'verkauf@brinkholt.example',
  website: 'https://www.brinkholt.example',
  currency: 'EUR',
  bankAccounts: [
    {bankName: 'Allgäuer Handelsbank', iban: 'DE89370400440532013000', bic: 'ALHBDE71XXX', currency: 'EUR'},
    {bankName: 'Bankhaus Säntis', iban: 'CH9300762011623852957', bic: 'BHSACH22XXX', currency: 'CHF'},
  ],
  contacts: [
    {
      name: 'Annegret Holzapfel',
      role: 'Partner portal',
      email: 'portal@brinkholt.example',
      phone: '+49 8374 555 01 20',
    },
    {
      name: 'Yusuf Karaduman',
      role: 'Purchasing',
      email: 'einkauf@brinkholt.example',
      phone: '+49 8374 555 01 44',
    },
  ],
  deliveryAddresses: [
    {
      id: 'a-lauben',
      name: 'Brinkholt Zentrallager',
      line1: 'Am Güterbahnhof 14, Tor 3–6',
      postcode: '87493',
      city: 'Lauben',
      country: 'DE',
      gln: gln(1001),
    },
  ],
  terms: 30,
};

/** The two companies of the group that sell; the second is the counterparty of some documents. */
export const SELLERS = [
  {id: HOST.id, name: HOST.name, vatNumber: 'DE299801442'},
  {id: 'c-brinkholt-tools', name: 'Brinkholt Werkzeugtechnik GmbH & Co. KG', vatNumber: 'DE299801467'},
] as const;

/** The customer of the demo token. */
export const CUSTOMER: CompanyRecord = {
  id: 'p-10023',
  name: 'Kessler-Amrain Anlagenbau GmbH',
  number: '10023',
  address: {
    name: 'Kessler-Amrain Anlagenbau GmbH',
    line1: 'Werkstraße 8',
    postcode: '88239',
    city: 'Wangen im Allgäu',
    region: 'Baden-Württemberg',
    country: 'DE',
    gln: gln(2000),
  },
  vatNumber: 'DE299812350',
  registrationNumber: 'HRB 722981, Amtsgericht Ulm',
  gln: gln(2000),
  phone: '+49 7522 555 0',
  email: 'einkauf@kessler-amrain.example',
  website: 'https://www.kessler-amrain.example',
  currency: 'EUR',
  bankAccounts: [
    {bankName: 'Hausbank Argental', iban: 'DE75512108001245126199', bic: 'HAGTDE61XXX', currency: 'EUR'},
    {
      bankName: 'First Harbor Bank, Boston',
      holder: 'Kessler-Amrain North America Inc.',
      accountNumber: '000123456789',
      bankCode: '021000021',
      currency: 'USD',
    },
  ],
  contacts: [
    {
      name: 'Miriam Vogt',
      role: 'Purchasing',
      email: 'miriam.vogt@kessler-amrain.example',
      phone: '+49 7522 555 31',
    },
    {name: 'Jürgen Öttl', role: 'Warehouse', email: 'lager@kessler-amrain.example', phone: '+49 7522 555 48'},
    {name: 'Zofia Wiśniewska', role: 'Accounts payable', email: 'rechnung@kessler-amrain.example'},
  ],
  deliveryAddresses: [
    {
      id: 'a-wangen-1',
      name: 'Kessler-Amrain, Werk 1',
      line1: 'Werkstraße 8',
      line2: 'Tor 2, Warenannahme',
      postcode: '88239',
      city: 'Wangen im Allgäu',
      country: 'DE',
      gln: gln(2001),
    },
    {
      id: 'a-dornbirn',
      name: 'Kessler-Amrain Montage Österreich',
      line1: 'Schwefel 91',
      postcode: '6850',
      city: 'Dornbirn',
      region: 'Vorarlberg',
      country: 'AT',
      gln: gln(2002),
    },
    {
      id: 'a-sirnach',
      name: 'Kessler-Amrain Service Schweiz',
      line1: 'Industriestrasse 22',
      postcode: '8370',
      city: 'Sirnach',
      region: 'Thurgau',
      country: 'CH',
      gln: gln(2003),
    },
    {
      id: 'a-lille',
      name: 'Chantier Quai de l’Ouest (c/o Kessler-Amrain)',
      line1: '118 quai de l’Ouest',
      line2: 'Bâtiment C, 2e étage',
      postcode: '59000',
      city: 'Lille',
      country: 'FR',
    },
  ],
  terms: 30,
};

/** The customer of the second membership: sees documents, but no prices. */
export const BRANCH: CompanyRecord = {
  id: 'p-10187',
  name: 'Zerlach Gebäudetechnik AG',
  number: '10187',
  address: {
    name: 'Zerlach Gebäudetechnik AG',
    line1: 'Rütistrasse 5',
    postcode: '9469',
    city: 'Haag',
    region: 'St. Gallen',
    country: 'CH',
    gln: gln(2100),
  },
  vatNumber: 'CHE-299.104.771 MWST',
  gln: gln(2100),
  phone: '+41 81 555 70 10',
  email: 'einkauf@zerlach.example',
  currency: 'EUR',
  contacts: [{name: 'Reto Zgraggen', role: 'Einkauf', email: 'reto.zgraggen@zerlach.example'}],
  deliveryAddresses: [
    {
      id: 'a-haag',
      name: 'Zerlach Gebäudetechnik AG',
      line1: 'Rütistrasse 5',
      postcode: '9469',
      city: 'Haag',
      country: 'CH',
    },
  ],
  terms: 60,
};

/** The vendor of the demo token. */
export const VENDOR: CompanyRecord = {
  id: 'p-70011',
  name: 'Rotterveld Bevestigingstechniek B.V.',
  number: '70011',
  address: {
    name: 'Rotterveld Bevestigingstechniek B.V.',
    line1: 'Sluisweg 203',
    postcode: '5145 NA',
    city: 'Waalwijk',
    country: 'NL',
    gln: gln(7000),
  },
  vatNumber: 'NL299104882B01',
  registrationNumber: 'KvK 29910488',
  gln: gln(7000),
  phone: '+31 416 555 280',
  email: 'orders@rotterveld.example',
  website: 'https://rotterveld.example',
  currency: 'EUR',
  bankAccounts: [{bankName: 'Waalbank', iban: 'NL91ABNA0417164300', bic: 'WAALNL2A', currency: 'EUR'}],
  contacts: [
    {
      name: 'Joost van der Linden',
      role: 'Key account',
      email: 'joost@rotterveld.example',
      phone: '+31 416 555 281',
    },
    {name: 'Fleur ’t Hooft', role: 'Order desk', email: 'orders@rotterveld.example'},
  ],
  deliveryAddresses: [
    {
      id: 'a-waalwijk',
      name: 'Rotterveld, retouren',
      line1: 'Sluisweg 203, dock 9',
      postcode: '5145 NA',
      city: 'Waalwijk',
      country: 'NL',
    },
  ],
  terms: 30,
};

/** The third-party logistics customer of the demo token: its goods lie in the host's warehouse. */
export const LOGISTICS: CompanyRecord = {
  id: 'p-30005',
  name: 'Maison Corvelle SAS',
  number: '30005',
  address: {
    name: 'Maison Corvelle SAS',
    line1: '7 rue des Tonneliers',
    postcode: '68340',
    city: 'Riquewihr',
    region: 'Grand Est',
    country: 'FR',
    gln: gln(3000),
  },
  vatNumber: 'FR29299104993',
  gln: gln(3000),
  phone: '+33 3 89 55 50 12',
  email: 'logistique@corvelle.example',
  website: 'https://corvelle.example',
  currency: 'EUR',
  bankAccounts: [
    {
      bankName: 'Banque du Vignoble',
      iban: 'FR1420041010050500013M02606',
      bic: 'BQVGFR2CXXX',
      currency: 'EUR',
    },
  ],
  contacts: [
    {
      name: 'Élodie Fabre-Nguyen',
      role: 'Logistique',
      email: 'elodie@corvelle.example',
      phone: '+33 3 89 55 50 14',
    },
  ],
  deliveryAddresses: [
    {
      id: 'a-riquewihr',
      name: 'Maison Corvelle, cave',
      line1: '7 rue des Tonneliers',
      postcode: '68340',
      city: 'Riquewihr',
      country: 'FR',
    },
  ],
  terms: 14,
};

/** Where the goods of the logistics customer are sent to. */
export const CONSIGNEES: readonly Address[] = [
  {
    name: 'Weinhandlung Achleitner',
    line1: 'Linzer Gasse 41',
    postcode: '5020',
    city: 'Salzburg',
    country: 'AT',
  },
  {name: 'Épicerie Bellecour', line1: '12 rue Victor-Hugo', postcode: '69002', city: 'Lyon', country: 'FR'},
  {
    name: 'Delikatesy Pod Lwem',
    line1: 'ul. Floriańska 18',
    postcode: '31-021',
    city: 'Kraków',
    country: 'PL',
  },
  {name: 'De Smaakmakerij', line1: 'Oudegracht 228', postcode: '3511 NP', city: 'Utrecht', country: 'NL'},
  {name: 'Vinothek Zum Gerber', line1: 'Spalenberg 30', postcode: '4051', city: 'Basel', country: 'CH'},
  {name: 'متجر واحة النكهات', line1: 'شارع الكورنيش 27', postcode: '00000', city: 'أبوظبي', country: 'AE'},
  {
    name: 'Feinkost Möllenbrock & Töchter',
    line1: 'Hinter dem Rathaus 3',
    postcode: '23552',
    city: 'Lübeck',
    country: 'DE',
  },
];

/** A company as a party of a document. */
export function partyOf(company: CompanyRecord): Party {
  return {
    name: company.name,
    ...(company.number ? {number: company.number} : {}),
    address: company.address,
    ...(company.vatNumber ? {vatNumber: company.vatNumber} : {}),
    ...(company.gln ? {gln: company.gln} : {}),
  };
}
