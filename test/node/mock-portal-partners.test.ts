import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {
  Company,
  Invitation,
  InvitationAcceptance,
  InvitationLookup,
  Me,
  Partner,
} from '../../src/portal/contract/index.ts';
import {Api, NOW} from './mock-portal-api.ts';

const REGISTRATION = {
  companyName: 'Werkstatt Morgenroth',
  contactName: 'Ida Morgenroth',
  email: 'ida@morgenroth.example',
  street: 'Am Anger 2',
  postcode: '99084',
  city: 'Erfurt',
  country: 'DE',
  language: 'de',
  password: 'correct horse',
};

const host = (): Api => new Api({}, 'demo-host');

/** The token of the latest e-mail's link. */
function latestToken(api: Api): string {
  return /#invitation=(\w+)$/.exec(api.portal.outbox.at(-1)?.link ?? '')?.[1] ?? assert.fail('no link');
}

async function invite(api: Api, email = 'ida@morgenroth.example'): Promise<Invitation> {
  const body = {email, name: 'Ida Morgenroth', partnerType: 'customer', locale: 'de', message: 'Bis bald!'};
  const answer = await api.ask<Invitation>('POST', '/invitations', {key: true, body});
  assert.equal(answer.status, 201);
  return answer.body;
}

async function lookUp(api: Api, token: string): Promise<{status: number; body: InvitationLookup}> {
  return api.ask<InvitationLookup>('POST', '/invitation-lookups', {token: null, body: {token}});
}

const accept = async (
  api: Api,
  token: string,
  registration: Record<string, string | boolean> = REGISTRATION,
) => {
  const found = await lookUp(api, token);
  const terms = found.status === 200 ? found.body.terms.map(({id, version}) => ({id, version})) : [];
  const body = {token, registration, terms, locale: 'de'};
  return api.ask<InvitationAcceptance & {code?: string; errors?: {pointer: string}[]}>(
    'POST',
    '/invitation-acceptances',
    {token: null, key: true, body},
  );
};

describe('invitations', () => {
  test('are sent by e-mail, with a link whose fragment is the secret', async () => {
    const api = host();
    const invitation = await invite(api);
    assert.deepEqual([invitation.status, invitation.delivery], ['pending', 'queued']);
    assert.deepEqual(invitation.areas, ['orders', 'receipts', 'invoices', 'company']);
    assert.equal(invitation.expiresAt, new Date(NOW.getTime() + 14 * 86_400_000).toISOString());
    const [mail] = api.portal.outbox;
    assert.equal(mail?.to, invitation.email);
    assert.match(mail?.subject ?? '', /^Einladung/);
    assert.ok(
      mail?.link?.startsWith('https://host.example/welcome#invitation=') && mail.text.includes('Bis bald!'),
    );
    const [first] = await api.walk<Invitation>('/invitations');
    assert.equal(first?.id, invitation.id);
    const partners = await api.walk<Partner>('/partners?q=morgenroth');
    assert.deepEqual(
      partners.map((partner) => partner.invitation?.id),
      [invitation.id],
    );
  });

  test('show what becomes of the e-mail', async () => {
    for (const [email, last] of [
      ['ida@morgenroth.example', 'delivered'],
      ['bounce@morgenroth.example', 'bounced'],
    ]) {
      const api = host();
      await invite(api, email);
      const seen: (string | undefined)[] = [];
      for (let look = 0; look < 3; look++)
        seen.push((await api.walk<Invitation>('/invitations'))[0]?.delivery);
      assert.deepEqual(seen, ['queued', 'sent', last]);
    }
  });

  test('are refused for what cannot be invited', async () => {
    const api = host();
    const [pending] = await api.walk<Invitation>('/invitations?status=pending');
    const [accepted] = await api.walk<Invitation>('/invitations?status=accepted');
    const expected: [body: object, pointer: string, code: string][] = [
      [{email: 'nobody', partnerType: 'customer'}, '#/email', 'invalid_email'],
      [{email: pending?.email, partnerType: 'customer'}, '#/email', 'already_invited'],
      [{email: accepted?.email.toUpperCase(), partnerType: 'customer'}, '#/email', 'already_member'],
      [{email: 'a@b.example', partnerType: 'friend'}, '#/partnerType', 'partner_type_unknown'],
      [
        {email: 'a@b.example', partnerType: 'vendor', areas: ['orders', 'shipments']},
        '#/areas/1',
        'area_unknown',
      ],
      [{partnerType: 'vendor'}, '#/email', 'required'],
    ];
    for (const [body, pointer, code] of expected) {
      const answer = await api.ask('POST', '/invitations', {key: true, body});
      assert.equal(answer.status, 422);
      assert.deepEqual(
        answer.body.errors?.map((error) => [error.pointer, error.code]),
        [[pointer, code]],
      );
    }
    assert.equal(api.portal.outbox.length, 0);
  });

  test('sent again have a new link, and the old one is dead', async () => {
    const api = host();
    const {id} = await invite(api);
    const old = latestToken(api);
    const again = await api.ask<Invitation>('POST', `/invitations/${id}/resend`);
    assert.deepEqual([again.status, again.body.delivery], [200, 'queued']);
    assert.equal((await lookUp(api, old)).status, 404);
    assert.equal((await lookUp(api, latestToken(api))).status, 200);
    const stale = await api.ask('POST', `/invitations/${id}/resend`, {headers: {'If-Match': '"v1"'}});
    assert.equal(stale.status, 412);
    const [expired] = await api.walk<Invitation>('/invitations?status=expired');
    assert.deepEqual(expired?.allowedActions, ['resend']);
    assert.equal(
      (await api.ask<Invitation>('POST', `/invitations/${expired?.id}/resend`)).body.status,
      'pending',
    );
  });

  test('sent again go to another address where the first was wrong', async () => {
    const api = host();
    const {id} = await invite(api, 'bounce@morgenroth.example');
    const path = `/invitations/${id}/resend`;
    const again = await api.ask<Invitation>('POST', path, {body: {email: 'ida@morgenroth.example'}});
    assert.equal(again.body.email, 'ida@morgenroth.example');
    assert.equal(api.portal.outbox.at(-1)?.to, 'ida@morgenroth.example');
    assert.equal((await api.walk<Partner>('/partners?q=ida@morgenroth'))[0]?.invitation?.id, id);
    const [accepted] = await api.walk<Invitation>('/invitations?status=accepted');
    for (const [email, code] of [
      ['ida', 'invalid_email'],
      [accepted?.email, 'already_member'],
    ]) {
      const refused = await api.ask('POST', path, {body: {email}});
      assert.deepEqual(
        [refused.status, refused.body.errors?.map((error) => [error.pointer, error.code])],
        [422, [['#/email', code]]],
      );
    }
    const kept = await api.ask<Invitation>('POST', path, {
      scenario: 'address-kept',
      body: {email: 'other@morgenroth.example'},
    });
    assert.deepEqual([kept.status, kept.body.email], [200, 'ida@morgenroth.example']);
  });

  test('may be no more than looked at', async () => {
    const api = host();
    const {body} = await api.ask<Me>('GET', '/me', {scenario: 'invitations-read-only'});
    assert.deepEqual(body.memberships[0]?.capabilities.invitations, ['read']);
  });

  test('can be revoked once, and then neither looked up as open nor accepted', async () => {
    const api = host();
    const {id} = await invite(api);
    const token = latestToken(api);
    assert.equal((await api.ask<Invitation>('POST', `/invitations/${id}/revoke`)).body.status, 'revoked');
    assert.equal((await api.ask('POST', `/invitations/${id}/revoke`)).status, 403);
    assert.equal((await lookUp(api, token)).body.status, 'revoked');
    assert.deepEqual([(await accept(api, token)).status], [410]);
    assert.equal((await api.ask('POST', '/invitations/i-none/resend')).status, 404);
  });
});

describe('registration', () => {
  test('looking up uses nothing up and hides the address', async () => {
    const api = host();
    await invite(api);
    const token = latestToken(api);
    const first = await lookUp(api, token);
    assert.deepEqual((await lookUp(api, token)).body, first.body);
    assert.equal(first.body.emailMasked, 'i•••@m•••.example');
    assert.ok(
      first.body.fields.some(
        ({type, autocomplete}) => type === 'password' && autocomplete === 'new-password',
      ),
    );
  });

  test('accepting makes a member with the areas of the invitation', async () => {
    const api = host();
    await invite(api);
    const done = await accept(api, latestToken(api));
    assert.equal(done.status, 201);
    const token = done.body.membershipId.replace('m-', 'member-');
    const me = await api.ask<Me>('GET', '/me', {token});
    assert.equal(me.body.membershipId, done.body.membershipId);
    const types = Object.keys(me.body.memberships[0]?.capabilities.documents ?? {});
    assert.deepEqual(types, [
      'purchase-order',
      'warehouse-receipt',
      'purchase-invoice',
      'purchase-credit-memo',
    ]);
    assert.equal((await api.ask<Company>('GET', '/company', {token})).body.name, 'Werkstatt Morgenroth');
    const [partner] = await api.walk<Partner>('/partners?q=morgenroth');
    assert.deepEqual([partner?.name, partner?.invitation?.status], ['Werkstatt Morgenroth', 'accepted']);
    const key = {lines: [{itemNumber: 'KH-10036', quantity: '10'}], submit: true};
    assert.equal(
      (await api.ask('POST', '/documents/purchase-order', {token, key: true, body: key})).status,
      201,
    );
  });

  test('unknown and used links look the same; accepting twice, late or without a link is told', async () => {
    const api = host();
    await invite(api);
    const token = latestToken(api);
    await accept(api, token);
    const used = await api.ask('POST', '/invitation-lookups', {token: null, body: {token}});
    const unknown = await api.ask('POST', '/invitation-lookups', {token: null, body: {token: 'nonsense'}});
    assert.deepEqual({...used.body, traceId: ''}, {...unknown.body, traceId: ''});
    assert.deepEqual([used.status, unknown.status], [404, 404]);
    assert.equal((await accept(api, token)).status, 409);
    assert.equal((await accept(api, 'nonsense')).status, 404);
    const expired = api.portal.data.world.invitations.find(
      (one) => one.status === 'pending' && one.expiresAt < NOW.getTime(),
    );
    assert.equal((await lookUp(api, expired?.token ?? '')).body.status, 'expired');
    assert.equal((await accept(api, expired?.token ?? '')).status, 410);
  });

  test('is refused to whoever is signed in as somebody else', async () => {
    const api = host();
    await invite(api);
    const found = await lookUp(api, latestToken(api));
    const body = {
      token: latestToken(api),
      registration: REGISTRATION,
      terms: found.body.terms.map(({id, version}) => ({id, version})),
      locale: 'de',
    };
    const answer = await api.ask('POST', '/invitation-acceptances', {
      token: null,
      key: true,
      body,
      headers: {Cookie: 'portal_session=demo-vendor'},
    });
    assert.deepEqual([answer.status, answer.body.code], [403, 'wrong_account']);
    assert.equal((await accept(api, latestToken(api))).status, 201);
  });

  test('asks again for terms that have changed meanwhile', async () => {
    const api = host();
    await invite(api);
    const token = latestToken(api);
    const {terms} = (await lookUp(api, token)).body;
    Object.assign(api.portal.data.world.terms[0] ?? {}, {version: '2026-12'});
    const body = {
      token,
      registration: REGISTRATION,
      terms: terms.map(({id, version}) => ({id, version})),
      locale: 'de',
    };
    const answer = await api.ask('POST', '/invitation-acceptances', {token: null, key: true, body});
    assert.deepEqual(
      answer.body.errors?.map(({pointer, code}) => [pointer, code]),
      [['#/terms/0/version', 'terms_outdated']],
    );
  });

  test('every field and every term is checked', async () => {
    const api = host();
    await invite(api);
    const token = latestToken(api);
    const answer = await accept(api, token, {
      ...REGISTRATION,
      companyName: ' ',
      country: 'Germany',
      password: 'short',
      language: 'fr',
    });
    assert.deepEqual(
      answer.body.errors?.map(({pointer}) => pointer),
      ['companyName', 'country', 'language', 'password'].map((key) => `#/registration/${key}`),
    );
    const body = {
      token,
      registration: REGISTRATION,
      terms: [{id: 'privacy', version: '2019-01'}],
      locale: 'de',
    };
    const terms = await api.ask('POST', '/invitation-acceptances', {token: null, key: true, body});
    assert.deepEqual(
      terms.body.errors?.map(({pointer, code}) => [pointer, code]),
      [
        ['#/terms', 'terms_required'],
        ['#/terms/0/version', 'terms_outdated'],
      ],
    );
    assert.equal((await accept(api, token)).status, 201);
  });
});

describe('the list of partners', () => {
  test('is searched, filtered and sorted', async () => {
    const api = host();
    const all = await api.walk<Partner>('/partners');
    assert.deepEqual(
      (await api.walk<Partner>('/partners?q=GRÄNICHER')).map(({name}) => name),
      ['Gränicher Schleifmittel AG'],
    );
    const vendors = await api.walk<Partner>('/partners?type=vendor');
    assert.ok(vendors.length > 5 && vendors.every(({type}) => type === 'vendor'));
    const expired = await api.walk<Partner>('/partners?status=expired');
    assert.ok(expired.length > 0 && expired.every(({invitation}) => invitation?.status === 'expired'));
    const active = await api.walk<Partner>('/partners?sort=-lastActiveAt');
    const times = active.flatMap(({lastActiveAt}) => lastActiveAt ?? []);
    assert.deepEqual(times, times.toSorted().reverse());
    assert.ok(active.slice(times.length).every(({lastActiveAt}) => lastActiveAt === undefined));
    assert.equal(active.length, all.length);
    const page = await api.ask<{items: Partner[]; page: {next: string}}>('GET', '/partners?limit=7');
    const next = await api.ask<{items: Partner[]}>(
      'GET',
      `/partners?limit=7&cursor=${encodeURIComponent(page.body.page.next)}`,
    );
    assert.deepEqual([...page.body.items, ...next.body.items], all.slice(0, 14));
  });
});
