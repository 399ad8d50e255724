import {InvitationInput, InvitationResendInput} from '../../src/portal/contract/index.ts';
import {HOST} from '../data/companies.ts';
import {instant} from '../data/dates.ts';
import {LINK_LIFE, type InvitationRecord, type PartnerRecord} from '../data/partners.ts';
import {Random} from '../data/random.ts';
import {localeOf, type Text} from '../data/text.ts';
import {partnerKind} from '../data/users.ts';
import type {World} from '../data/world.ts';
import {json} from '../http/answer.ts';
import {etag, type Call} from '../http/call.ts';
import {notAllowed, notFound, Problem, type ProblemPlace} from '../http/problem.ts';
import type {AddRoute} from '../http/route.ts';
import {pageOf} from './paging.ts';
import {invitationView, statusOf} from './partners.ts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;

/** A secret for a link: the same one in every run, and nothing that could be guessed from the last one. */
function newToken(world: World): string {
  const random = new Random(world.options.seed, `token ${world.nextId()}`);
  return Array.from({length: 32}, () => random.int(0, 35).toString(36)).join('');
}

function send(call: Call, invitation: InvitationRecord, message?: string): void {
  const {world} = call;
  const link = `https://host.example/welcome#invitation=${invitation.token}`;
  const german = localeOf(invitation.locale ?? null) === 'de';
  const greeting = `${german ? 'Guten Tag' : 'Hello'}${invitation.name ? ` ${invitation.name}` : ''},`;
  const invited = german
    ? `${invitation.invitedBy} lädt Sie in das Partnerportal von ${HOST.name} ein. Der Link gilt 14 Tage:`
    : `${invitation.invitedBy} invites you to the partner portal of ${HOST.name}. The link works for 14 days:`;
  world.outbox.push({
    to: invitation.email,
    subject: german
      ? `Einladung in das Partnerportal von ${HOST.name}`
      : `Invitation to the partner portal of ${HOST.name}`,
    text: [greeting, invited, link, ...(message ? [message] : [])].join('\n\n'),
    link,
    sentAt: instant(world.now),
  });
}

/** E-mails move on while somebody looks: queued, sent, delivered; an address with `bounce` in it comes back. */
function deliver(invitation: InvitationRecord): void {
  if (invitation.delivery === 'queued') invitation.delivery = 'sent';
  else if (invitation.delivery === 'sent') {
    invitation.delivery = invitation.email.includes('bounce') ? 'bounced' : 'delivered';
  }
}

function list(call: Call): Response {
  call.requireHost();
  const status = call.query.get('status');
  const {now} = call.world;
  const found = call.world.invitations.filter((one) => status === null || statusOf(one, now) === status);
  const {items, page} = pageOf(call, found);
  const answer = {items: items.map((one) => invitationView(one, call)), page};
  for (const one of items) if (one.id.startsWith('i-new')) deliver(one);
  return json(call, answer);
}

const t = (en: string, de: string): Text => ({en, de});

/** What speaks against inviting an address: it is none, or one of the partners has it already. */
function* addressObjections(
  call: Call,
  address: string,
  partners: readonly PartnerRecord[],
): Generator<ProblemPlace> {
  const email = address.trim().toLowerCase();
  const known = partners.find((partner) => partner.email.toLowerCase() === email);
  const at = (code: string, detail: Text): ProblemPlace => ({pointer: '#/email', code, detail});
  if (!EMAIL.test(email))
    yield at('invalid_email', t('This is not an e-mail address.', 'Das ist keine E-Mail-Adresse.'));
  else if (known?.invitation && statusOf(known.invitation, call.world.now) === 'pending') {
    yield at(
      'already_invited',
      t('This address has been invited already.', 'Diese Adresse ist bereits eingeladen.'),
    );
  } else if (known && (!known.invitation || known.invitation.status === 'accepted')) {
    yield at(
      'already_member',
      t('This partner uses the portal already.', 'Dieser Partner nutzt das Portal bereits.'),
    );
  }
}

function objections(call: Call, input: InvitationInput): ProblemPlace[] {
  const places = [...addressObjections(call, input.email, call.world.partners)];
  const say = (pointer: string, code: string, detail: Text): void =>
    void places.push({pointer, code, detail});
  const kind = partnerKind(input.partnerType);
  if (!kind)
    say(
      '#/partnerType',
      'partner_type_unknown',
      t('There is no such kind of partner.', 'Diese Partnerart gibt es nicht.'),
    );
  input.areas?.forEach((area, index) => {
    if (kind && !kind.areas.some(({key}) => key === area)) {
      say(`#/areas/${index}`, 'area_unknown', t('There is no such area.', 'Diesen Bereich gibt es nicht.'));
    }
  });
  if ((input.message?.length ?? 0) > 2000)
    say('#/message', 'too_long', t('This is too long.', 'Der Text ist zu lang.'));
  return places;
}

function create(call: Call): Response {
  call.requireHost();
  const input = call.body(InvitationInput);
  const errors = objections(call, input);
  if (errors.length > 0) {
    throw new Problem(
      422,
      'invalid_invitation',
      t('The invitation could not be sent.', 'Die Einladung konnte nicht gesendet werden.'),
      {errors},
    );
  }
  const {world} = call;
  const {now} = world;
  const email = input.email.trim();
  const areas =
    input.areas ??
    (partnerKind(input.partnerType)?.areas ?? []).filter((area) => area.default).map(({key}) => key);
  const serial = world.nextId();
  const known = world.partners.find((partner) => partner.email.toLowerCase() === email.toLowerCase());
  const partner: PartnerRecord = known ?? {
    id: `p-new-${serial}`,
    name: input.name ?? email,
    type: input.partnerType,
    email,
    areas,
  };
  const invitation: InvitationRecord = {
    id: `i-new-${serial}`,
    email,
    ...(input.name ? {name: input.name} : {}),
    partnerType: input.partnerType,
    areas,
    status: 'pending',
    delivery: 'queued',
    createdAt: now,
    sentAt: now,
    expiresAt: now + LINK_LIFE,
    invitedBy: call.user.name,
    token: newToken(world),
    partnerId: partner.id,
    locale: input.locale ?? call.locale,
    version: 1,
  };
  partner.invitation = invitation;
  partner.type = input.partnerType;
  partner.areas = areas;
  if (input.name) partner.contactName = input.name;
  if (!known) world.partners.push(partner);
  send(call, invitation, input.message);
  return json(call, invitationView(invitation, call), {status: 201, headers: {ETag: etag(1)}});
}

/** The invitation of the path, on which the action is possible now. */
function invitationOf(call: Call, action: 'resend' | 'revoke'): InvitationRecord {
  call.requireHost();
  const invitation = call.world.invitations.find(({id}) => id === call.param('id'));
  if (!invitation) throw notFound();
  // Lists carry no ETags, so a client may have none; where it sends one, it counts.
  call.requireMatch(invitation.version, false);
  if (!invitationView(invitation, call).allowedActions.includes(action)) throw notAllowed();
  return invitation;
}

function changed(call: Call, invitation: InvitationRecord): Response {
  invitation.version++;
  return json(call, invitationView(invitation, call), {headers: {ETag: etag(invitation.version)}});
}

/** Puts another address in the place of one that was wrong. */
function correct(call: Call, invitation: InvitationRecord): void {
  if (call.text === '' || call.keepsAddress) return;
  const email = call.body(InvitationResendInput).email?.trim();
  if (email === undefined || email.toLowerCase() === invitation.email.toLowerCase()) return;
  const others = call.world.partners.filter(({id}) => id !== invitation.partnerId);
  const errors = [...addressObjections(call, email, others)];
  if (errors.length > 0) {
    throw new Problem(
      422,
      'invalid_invitation',
      t('The invitation could not be sent.', 'Die Einladung konnte nicht gesendet werden.'),
      {errors},
    );
  }
  invitation.email = email;
  const partner = call.world.partners.find(({id}) => id === invitation.partnerId);
  if (partner) partner.email = email;
}

function resend(call: Call): Response {
  const invitation = invitationOf(call, 'resend');
  const {now} = call.world;
  correct(call, invitation);
  invitation.token = newToken(call.world);
  invitation.delivery = 'queued';
  invitation.sentAt = now;
  invitation.expiresAt = now + LINK_LIFE;
  send(call, invitation);
  return changed(call, invitation);
}

function revoke(call: Call): Response {
  const invitation = invitationOf(call, 'revoke');
  invitation.status = 'revoked';
  return changed(call, invitation);
}

export function addInvitations(add: AddRoute): void {
  add('get', '/invitations', list);
  add('post', '/invitations', create, {creates: true});
  add('post', '/invitations/:id/resend', resend);
  add('post', '/invitations/:id/revoke', revoke);
}
