import {partnerKind} from './users.ts';
import {BRANCH, CUSTOMER, LOGISTICS, VENDOR, type CompanyRecord} from './companies.ts';
import {Random} from './random.ts';

export interface InvitationRecord {
  id: string;
  email: string;
  name?: string;
  partnerType: string;
  areas: string[];
  /** `pending` turns into `expired` by the clock alone. */
  status: 'pending' | 'accepted' | 'revoked';
  delivery: 'queued' | 'sent' | 'delivered' | 'bounced' | 'unknown';
  createdAt: number;
  sentAt?: number;
  expiresAt: number;
  acceptedAt?: number;
  invitedBy: string;
  /** The secret of the link; a new one kills the old. */
  token: string;
  partnerId: string;
  locale?: string;
  version: number;
}

export interface PartnerRecord {
  id: string;
  number?: string;
  name: string;
  type: string;
  email: string;
  contactName?: string;
  areas: string[];
  invitation?: InvitationRecord;
  lastActiveAt?: number;
}

type Kind = 'customer' | 'vendor' | '3pl_customer';

const MORE: [name: string, contact: string, domain: string, kind: Kind][] = [
  ['Abelmoser Haustechnik e.K.', 'Korbinian Abelmoser', 'abelmoser', 'customer'],
  ['Ateliers Poirot-Lavigne SARL', 'Agnès Lavigne', 'poirot-lavigne', 'customer'],
  ['Bachwirt & Töchter Spenglerei', 'Verena Bachwirt', 'bachwirt-spengler', 'customer'],
  ['Bouwbedrijf Van Heukelom', 'Sjoerd van Heukelom', 'vanheukelom', 'customer'],
  ['Czarnobrzeg Instalacje sp. z o.o.', 'Małgorzata Święcicka', 'czarnobrzeg-inst', 'customer'],
  ['Dachdeckerei Öxle-Raible', 'Götz Raible', 'oexle-raible', 'customer'],
  ['Etablissements Marchefroid', 'Baptiste Marchefroid', 'marchefroid', 'vendor'],
  ['Fennrich Prüftechnik GmbH', 'Dr. Sümeyye Aydın', 'fennrich', 'customer'],
  ['شركة الأفق الجنوبي للتجهيزات الصناعية', 'ليلى الحدّاد', 'alufuq', 'customer'],
  ['Gmür + Hösli Anlagen AG', 'Urs Hösli', 'gmuer-hoesli', 'customer'],
  ['Gränicher Schleifmittel AG', 'Noémie Gränicher', 'graenicher', 'vendor'],
  ['Hafnerova Dílna s.r.o.', 'Kateřina Hafnerová', 'hafnerova', 'customer'],
  ['Hygieia Reinigungsbedarf KG', 'Thaddäus Elm', 'hygieia-kg', 'vendor'],
  ['Immenhof Landtechnik GbR', 'Frauke Petersen-Ihnen', 'immenhof-lt', 'customer'],
  ['Jankowiak Łożyska S.A.', 'Paweł Jankowiak', 'jankowiak', 'vendor'],
  ['Kabelwerk Tüttensee GmbH', 'Ingeborg Maier-Schöpf', 'kw-tuettensee', 'vendor'],
  ['Klöntal Bike Logistics AG', 'Seraina Caduff', 'kloental', '3pl_customer'],
  ['Leuchtenmanufaktur Ferl', 'Aurel Ferl', 'ferl-leuchten', 'vendor'],
  ['Maraîchers du Ried SCA', 'Clémence Ostertag', 'maraichers-ried', '3pl_customer'],
  ['Metaalunie De Waal & Zonen', 'Lotte de Waal', 'dewaal-metaal', 'customer'],
  ['Montagebau Quirling', 'Ahmet Quirling', 'quirling', 'customer'],
  ['Nettelbrook Werften GmbH & Co. KG', 'Hauke Nettelbrook', 'nettelbrook', 'customer'],
  ['Oberlechner Seilbahntechnik GmbH', 'Magdalena Oberlechner', 'oberlechner', 'customer'],
  ['Paletten-Service Zwirnmann', 'Silvio Zwirnmann', 'zwirnmann', 'vendor'],
  ['Pfisterer-Yıldız Kältetechnik', 'Deniz Yıldız', 'pfisterer-yildiz', 'customer'],
  ['Qvarnström & Lind Hydraulik AB', 'Åsa Qvarnström', 'qvarnlind', 'vendor'],
  ['Rheinfelder Salzhandel AG', 'Beat Frey-Stocker', 'rheinfelder-salz', '3pl_customer'],
  ['Sanitär Unterholzner', 'Josef Unterholzner', 'unterholzner', 'customer'],
  ['Savonnerie des Trois Épis', 'Hélène Wendling', 'trois-epis', '3pl_customer'],
  ['Schraubkontor Elbmarsch', 'Wiebke Lührs', 'elbmarsch', 'vendor'],
  ['Teekontor Brahmsee oHG', 'Lale Brodersen', 'brahmsee', '3pl_customer'],
  ['Tischlerei Überacker', 'Roswitha Überacker', 'ueberacker', 'customer'],
  ['Uhlenbrock Fördertechnik SE', 'Konstantin Uhlenbrock', 'uhlenbrock', 'customer'],
  ['Vermeersch Dichtingen BVBA', 'Femke Vermeersch', 'vermeersch', 'vendor'],
  ['Wasserwirtschaft Mittlere Iller eG', 'Dr. Leonhard Zöttl', 'wmi-eg', 'customer'],
  ['Zakład Ślusarski Grzędziel', 'Bożena Grzędziel', 'grzedziel', 'customer'],
];

type Fate =
  | 'none'
  | 'accepted'
  | 'queued'
  | 'sent'
  | 'delivered'
  | 'bounced'
  | 'unknown'
  | 'expired'
  | 'expired-bounced'
  | 'revoked';

// In turn, so that every state of an invitation and of its e-mail is there several times.
const FATES: readonly Fate[] = [
  'accepted',
  'delivered',
  'accepted',
  'bounced',
  'sent',
  'accepted',
  'expired',
  'queued',
  'accepted',
  'revoked',
  'unknown',
  'accepted',
  'none',
  'expired-bounced',
  'delivered',
  'accepted',
];

const DAY = 86_400_000;
/** How long an invitation link works. */
export const LINK_LIFE = 14 * DAY;

function invitation(
  random: Random,
  fate: Exclude<Fate, 'none'>,
  partner: PartnerRecord,
  now: number,
): InvitationRecord {
  const past = fate === 'accepted' || fate === 'revoked' || fate.startsWith('expired');
  const createdAt =
    fate === 'queued'
      ? now - 90_000
      : now - random.int(past ? 20 : 1, past ? 400 : 12) * DAY - random.int(0, 30_000_000);
  const mail: InvitationRecord['delivery'] =
    fate === 'accepted' || fate === 'revoked' || fate === 'expired'
      ? 'delivered'
      : fate === 'expired-bounced'
        ? 'bounced'
        : fate;
  return {
    id: `i-${partner.id.slice(2)}`,
    email: partner.email,
    ...(partner.contactName ? {name: partner.contactName} : {}),
    partnerType: partner.type,
    areas: partner.areas,
    status: fate === 'accepted' || fate === 'revoked' ? fate : 'pending',
    delivery: mail,
    createdAt,
    ...(mail === 'queued' ? {} : {sentAt: createdAt + 40_000}),
    expiresAt: createdAt + LINK_LIFE,
    ...(fate === 'accepted' ? {acceptedAt: createdAt + random.int(1, 12) * DAY} : {}),
    invitedBy: 'Annegret Holzapfel',
    token: `seed-${partner.id.slice(2)}`,
    partnerId: partner.id,
    version: 1,
  };
}

function known(company: CompanyRecord, type: Kind): PartnerRecord {
  const [contact] = company.contacts;
  return {
    id: company.id,
    ...(company.number ? {number: company.number} : {}),
    name: company.name,
    type,
    email: contact?.email ?? '',
    ...(contact ? {contactName: contact.name} : {}),
    areas: (partnerKind(type)?.areas ?? []).map(({key}) => key),
  };
}

/** The forty partners of the host: those of the demo tokens, and others in every state of an invitation. */
export function buildPartners(seed: number, now: number): PartnerRecord[] {
  const random = new Random(seed, 'partners');
  const partners = [
    known(CUSTOMER, 'customer'),
    known(BRANCH, 'customer'),
    known(VENDOR, 'vendor'),
    known(LOGISTICS, '3pl_customer'),
  ];
  for (const partner of partners) {
    partner.invitation = invitation(random, 'accepted', partner, now);
    partner.lastActiveAt = now - random.int(1, 90) * 3_600_000;
  }
  MORE.forEach(([name, contactName, domain, type], index) => {
    const base = type === 'customer' ? 10_200 : type === 'vendor' ? 70_040 : 30_010;
    const partner: PartnerRecord = {
      id: `p-${base + index * 3}`,
      number: String(base + index * 3),
      name,
      type,
      email: `${['info', 'office', 'einkauf', 'kontakt'][index % 4] ?? 'info'}@${domain}.example`,
      contactName,
      areas: (partnerKind(type)?.areas ?? [])
        .filter((area) => area.default || index % 3 === 0)
        .map(({key}) => key),
    };
    const fate = FATES[index % FATES.length] ?? 'none';
    if (fate !== 'none') partner.invitation = invitation(random, fate, partner, now);
    if (fate === 'accepted' || fate === 'none') partner.lastActiveAt = now - random.int(2, 2000) * 3_600_000;
    partners.push(partner);
  });
  return partners;
}
