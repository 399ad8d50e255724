import type {Invitation, Partner} from '../../src/portal/contract/index.ts';
import {instant} from '../data/dates.ts';
import type {InvitationRecord, PartnerRecord} from '../data/partners.ts';
import {json} from '../http/answer.ts';
import type {Call} from '../http/call.ts';
import type {AddRoute} from '../http/route.ts';
import {oneOf, pageOf} from './paging.ts';

/** What has become of an invitation by now. */
export function statusOf(
  invitation: InvitationRecord,
  now: number,
): 'pending' | 'accepted' | 'expired' | 'revoked' {
  return invitation.status === 'pending' && invitation.expiresAt <= now ? 'expired' : invitation.status;
}

export function invitationView(invitation: InvitationRecord, call: Call): Invitation {
  const status = statusOf(invitation, call.world.now);
  const possible =
    status === 'pending'
      ? (['resend', 'revoke'] as const)
      : status === 'expired'
        ? (['resend'] as const)
        : [];
  const {name, delivery, sentAt, acceptedAt} = invitation;
  return {
    id: invitation.id,
    email: invitation.email,
    ...(name === undefined ? {} : {name}),
    partnerType: invitation.partnerType,
    areas: invitation.areas,
    status,
    delivery,
    ...(delivery === 'bounced'
      ? {
          bounceReason:
            call.locale === 'de'
              ? 'Der empfangende Server kennt diese Adresse nicht.'
              : 'The receiving server does not know this address.',
        }
      : {}),
    createdAt: instant(invitation.createdAt),
    ...(sentAt === undefined ? {} : {sentAt: instant(sentAt)}),
    expiresAt: instant(invitation.expiresAt),
    ...(acceptedAt === undefined ? {} : {acceptedAt: instant(acceptedAt)}),
    invitedBy: invitation.invitedBy,
    allowedActions: [...possible],
  };
}

function partnerView(partner: PartnerRecord, call: Call): Partner {
  const {number, contactName, invitation, lastActiveAt} = partner;
  return {
    id: partner.id,
    ...(number === undefined ? {} : {number}),
    name: partner.name,
    type: partner.type,
    email: partner.email,
    ...(contactName === undefined ? {} : {contactName}),
    areas: partner.areas,
    ...(invitation ? {invitation: invitationView(invitation, call)} : {}),
    ...(lastActiveAt === undefined ? {} : {lastActiveAt: instant(lastActiveAt)}),
  };
}

const KEYS: Record<
  'name' | 'number' | 'type' | 'lastActiveAt',
  (partner: PartnerRecord) => string | number | undefined
> = {
  name: ({name}) => name.toLocaleLowerCase('en'),
  number: ({number}) => number,
  type: ({type}) => type,
  lastActiveAt: ({lastActiveAt}) => lastActiveAt,
};

function list(call: Call): Response {
  call.requireHost();
  const text = call.query.get('q')?.trim().toLowerCase() ?? '';
  const type = call.query.get('type');
  const status = call.query.get('status');
  const sort = oneOf(call, 'sort', [
    'name',
    '-name',
    'number',
    '-number',
    'type',
    '-type',
    'lastActiveAt',
    '-lastActiveAt',
  ]);
  const sign = sort.startsWith('-') ? -1 : 1;
  const key = (Object.keys(KEYS) as (keyof typeof KEYS)[]).find((one) => sort.endsWith(one)) ?? 'name';
  const found = call.world.partners
    .filter(
      (partner) =>
        (type === null || partner.type === type) &&
        (status === null ||
          (partner.invitation && statusOf(partner.invitation, call.world.now) === status)) &&
        [partner.name, partner.email, partner.contactName, partner.number].some((field) =>
          field?.toLowerCase().includes(text),
        ),
    )
    .sort((a, b) => {
      const x = KEYS[key](a);
      const y = KEYS[key](b);
      if (x === y) return a.id < b.id ? -1 : 1;
      if (x === undefined) return 1;
      if (y === undefined) return -1;
      return x < y ? -sign : sign;
    });
  const {items, page} = pageOf(call, found);
  return json(call, {items: items.map((partner) => partnerView(partner, call)), page});
}

export function addPartners(add: AddRoute): void {
  add('get', '/partners', list);
}
