import {
  InvitationAcceptanceInput,
  InvitationLookupInput,
  type Field,
  type InvitationAcceptance,
  type InvitationLookup,
} from '../../src/portal/contract/index.ts';
import {HOST, type CompanyRecord} from '../data/companies.ts';
import {instant} from '../data/dates.ts';
import type {InvitationRecord} from '../data/partners.ts';
import type {Locale, Text} from '../data/text.ts';
import {partnerMembership, partnerTypes} from '../data/users.ts';
import type {World} from '../data/world.ts';
import {json} from '../http/answer.ts';
import type {Call} from '../http/call.ts';
import {Problem, type ProblemPlace} from '../http/problem.ts';
import type {AddRoute} from '../http/route.ts';
import {statusOf} from './partners.ts';

const t = (en: string, de: string): Text => ({en, de});

type FieldRecord = Omit<Field, 'label' | 'options'> & {label: Text; options?: {value: string; label: Text}[]};

const FIELDS: readonly FieldRecord[] = [
  {
    key: 'companyName',
    label: t('Company', 'Firma'),
    type: 'text',
    required: true,
    autocomplete: 'organization',
    maxLength: 100,
  },
  {
    key: 'contactName',
    label: t('Your name', 'Ihr Name'),
    type: 'text',
    required: true,
    autocomplete: 'name',
    maxLength: 100,
  },
  {
    key: 'email',
    label: t('E-mail', 'E-Mail'),
    type: 'email',
    required: true,
    autocomplete: 'email',
    maxLength: 254,
  },
  {
    key: 'phone',
    label: t('Phone', 'Telefon'),
    type: 'tel',
    required: false,
    autocomplete: 'tel',
    maxLength: 30,
  },
  {
    key: 'street',
    label: t('Street and number', 'Straße und Hausnummer'),
    type: 'text',
    required: true,
    autocomplete: 'address-line1',
    maxLength: 100,
  },
  {
    key: 'postcode',
    label: t('Postal code', 'Postleitzahl'),
    type: 'text',
    required: true,
    autocomplete: 'postal-code',
    maxLength: 12,
  },
  {
    key: 'city',
    label: t('City', 'Ort'),
    type: 'text',
    required: true,
    autocomplete: 'address-level2',
    maxLength: 60,
  },
  {
    key: 'country',
    label: t('Country', 'Land'),
    type: 'country',
    required: true,
    autocomplete: 'country',
    maxLength: 2,
  },
  {key: 'vatNumber', label: t('VAT number', 'USt-IdNr.'), type: 'text', required: false, maxLength: 20},
  {
    key: 'language',
    label: t('Language of documents', 'Sprache der Belege'),
    type: 'select',
    required: true,
    options: [
      {value: 'en', label: t('English', 'Englisch')},
      {value: 'de', label: t('German', 'Deutsch')},
    ],
  },
  {
    key: 'password',
    label: t('Password', 'Passwort'),
    type: 'password',
    required: true,
    autocomplete: 'new-password',
    maxLength: 128,
  },
  {
    key: 'newsletter',
    label: t('Send me news about the portal', 'Neuigkeiten zum Portal zusenden'),
    type: 'checkbox',
    required: false,
  },
];

const LEAST_PASSWORD = 10;

function invitationOf(call: Call, token: string): InvitationRecord | undefined {
  return call.world.invitations.find((one) => one.token === token);
}

/** What is said about a link that leads nowhere: the same for unknown, used and replaced ones. */
const unknown = (): Problem =>
  new Problem(
    404,
    'invitation_unknown',
    t('This link does not work, or has been used.', 'Dieser Link ist ungültig oder wurde schon benutzt.'),
  );

function masked(email: string): string {
  const [name = '', domain = ''] = email.split('@');
  const [host = '', ...rest] = domain.split('.');
  return `${name.slice(0, 1)}•••@${host.slice(0, 1)}•••.${rest.join('.')}`;
}

function fieldView({label, options, ...field}: FieldRecord, locale: Locale): Field {
  return {
    ...field,
    label: label[locale],
    ...(options
      ? {options: options.map((option) => ({value: option.value, label: option.label[locale]}))}
      : {}),
  };
}

function lookUp(call: Call): Response {
  const {token} = call.body(InvitationLookupInput);
  const invitation = invitationOf(call, token);
  if (!invitation || invitation.status === 'accepted') throw unknown();
  const kind = partnerTypes(call.locale).find(({type}) => type === invitation.partnerType);
  const answer: InvitationLookup = {
    status: statusOf(invitation, call.world.now),
    companyName: HOST.name,
    inviterName: invitation.invitedBy,
    emailMasked: masked(invitation.email),
    partnerType: invitation.partnerType,
    ...(kind ? {partnerTypeLabel: kind.label} : {}),
    areas: (kind?.areas ?? []).filter(({key}) => invitation.areas.includes(key)).map(({label}) => label),
    expiresAt: instant(invitation.expiresAt),
    fields: FIELDS.map((field) => fieldView(field, call.locale)),
    terms: call.world.terms.map(({title, ...term}) => ({...term, title: title[call.locale]})),
  };
  return json(call, answer);
}

function fieldObjection(
  {key, type, required, maxLength, options}: FieldRecord,
  value: string | boolean | undefined,
): ProblemPlace | undefined {
  const say = (code: string, detail: Text): ProblemPlace => ({
    pointer: `#/registration/${key}`,
    code,
    detail,
  });
  const text = typeof value === 'string' ? value.trim() : value === true ? 'true' : '';
  if (text === '')
    return required ? say('required', t('This is required.', 'Diese Angabe fehlt.')) : undefined;
  if (maxLength !== undefined && text.length > maxLength)
    return say('too_long', t('This is too long.', 'Diese Angabe ist zu lang.'));
  if (type === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text)) {
    return say('invalid_email', t('This is not an e-mail address.', 'Das ist keine E-Mail-Adresse.'));
  }
  if (type === 'country' && !/^[A-Z]{2}$/.test(text))
    return say('invalid_country', t('Please choose a country.', 'Bitte wählen Sie ein Land.'));
  if (options && !options.some((option) => option.value === text)) {
    return say(
      'invalid_option',
      t('Please choose one of the options.', 'Bitte wählen Sie eine der Möglichkeiten.'),
    );
  }
  if (type === 'password' && text.length < LEAST_PASSWORD) {
    return say(
      'too_short',
      t(`At least ${LEAST_PASSWORD} characters.`, `Mindestens ${LEAST_PASSWORD} Zeichen.`),
    );
  }
  return undefined;
}

function termsObjections(world: World, accepted: readonly {id: string; version: string}[]): ProblemPlace[] {
  return world.terms.flatMap(({id, version, title}): ProblemPlace[] => {
    const index = accepted.findIndex((term) => term.id === id);
    if (index === -1) {
      const detail = t(`Please agree to “${title.en}”.`, `Bitte stimmen Sie „${title.de}“ zu.`);
      return [{pointer: '#/terms', code: 'terms_required', detail}];
    }
    if (accepted[index]?.version === version) return [];
    const detail = t('There is a newer version.', 'Es gibt eine neuere Fassung.');
    return [{pointer: `#/terms/${index}/version`, code: 'terms_outdated', detail}];
  });
}

/** A company from what was filled in. */
function companyOf(invitation: InvitationRecord, input: InvitationAcceptanceInput): CompanyRecord {
  const values = new Map(Object.entries(input.registration));
  const text = (key: string): string => String(values.get(key) ?? '').trim();
  const address = {
    name: text('companyName'),
    line1: text('street'),
    postcode: text('postcode'),
    city: text('city'),
    country: text('country'),
  };
  const vatNumber = text('vatNumber');
  return {
    id: invitation.partnerId,
    name: text('companyName'),
    number: invitation.partnerId.replace(/^p-(new-)?/, invitation.partnerId.startsWith('p-new') ? '9' : ''),
    address,
    ...(vatNumber ? {vatNumber} : {}),
    email: text('email'),
    currency: 'EUR',
    contacts: [
      {name: text('contactName'), email: text('email'), ...(text('phone') ? {phone: text('phone')} : {})},
    ],
    deliveryAddresses: [{id: `a-${invitation.partnerId}`, ...address}],
    terms: 30,
  };
}

function accept(call: Call): Response {
  const input = call.body(InvitationAcceptanceInput);
  const {world} = call;
  const invitation = invitationOf(call, input.token);
  if (!invitation) throw unknown();
  const status = statusOf(invitation, world.now);
  if (status === 'accepted') {
    throw new Problem(
      409,
      'invitation_accepted',
      t('This invitation has been accepted already.', 'Diese Einladung wurde bereits angenommen.'),
    );
  }
  if (status !== 'pending') {
    throw new Problem(
      410,
      `invitation_${status}`,
      t('This invitation is no longer valid.', 'Diese Einladung gilt nicht mehr.'),
    );
  }
  if (call.visitor && call.visitor.email.toLowerCase() !== invitation.email.toLowerCase()) {
    throw new Problem(
      403,
      'wrong_account',
      t('You are signed in as somebody else.', 'Sie sind als jemand anderes angemeldet.'),
    );
  }
  const values = new Map(Object.entries(input.registration));
  const errors = [
    ...FIELDS.flatMap((field) => fieldObjection(field, values.get(field.key)) ?? []),
    ...termsObjections(world, input.terms),
  ];
  if (errors.length > 0) {
    throw new Problem(
      422,
      'invalid_registration',
      t('Some entries are not valid.', 'Einige Angaben sind ungültig.'),
      {errors},
    );
  }
  const company = companyOf(invitation, input);
  const membershipId = `m-${company.number}`;
  world.users.push({
    id: `u-${company.number}`,
    name: company.contacts[0]?.name ?? company.name,
    email: company.email ?? invitation.email,
    token: `member-${company.number}`,
    memberships: [partnerMembership(membershipId, invitation.partnerType, company, invitation.areas)],
  });
  invitation.status = 'accepted';
  invitation.acceptedAt = world.now;
  invitation.version++;
  const partner = world.partners.find(({id}) => id === invitation.partnerId);
  if (partner) Object.assign(partner, {name: company.name, number: company.number, lastActiveAt: world.now});
  const answer: InvitationAcceptance = {membershipId, next: './'};
  return json(call, answer, {status: 201});
}

export function addRegistration(add: AddRoute): void {
  add('post', '/invitation-lookups', lookUp);
  add('post', '/invitation-acceptances', accept, {creates: true});
}
