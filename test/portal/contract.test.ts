import {Page} from '../../src/portal/contract/index.ts';
import {describe, expect, it} from '../support/index.ts';
import {anOrder, client, kindOf, portal, requestsTo} from './calls.ts';

describe('The whole contract', () => {
  it('lists, opens, repeats and prints a document', async () => {
    const one = client();
    const {items} = await one.documents.list('purchase-order', {sort: 'documentDate', limit: 5});
    const [first] = items;
    if (!first) throw new Error('No order');
    const {document, etag} = await one.documents.get('purchase-order', first.id);
    expect(document.lines.length).to.equal(document.lineCount);
    expect(etag).to.be.a('string');
    expect((await one.documents.repeat('purchase-order', first.id)).draft.origin?.documentId).to.equal(
      first.id,
    );
    expect((await one.documents.pdf('purchase-order', first.id)).type).to.equal('application/pdf');
  });

  it('keeps, changes and discards a draft', async () => {
    const one = client();
    const kept = await one.documents.create(
      'purchase-order',
      {...(await anOrder()), submit: false},
      {idempotencyKey: '11111111-1111-4111-8111-111111111111'},
    );
    expect([kept.state, kept.number]).to.deep.equal(['draft', null]);
    const {etag} = await one.documents.get('purchase-order', kept.id);
    const changed = await one.documents.update('purchase-order', kept.id, {note: 'Ring twice'}, {etag});
    expect(changed.document.note).to.equal('Ring twice');
    await one.documents.discard('purchase-order', kept.id, {etag: changed.etag});
    expect(await kindOf(one.documents.get('purchase-order', kept.id))).to.equal('not-found');
  });

  it('prices an order and finds items', async () => {
    const one = client();
    const calculation = await one.documents.calculate('purchase-order', {
      ...(await anOrder()),
      submit: false,
    });
    expect(calculation.totals?.gross).to.match(/^\d+\.\d\d$/);
    const {items} = await one.catalog.items({q: 'schraube', limit: 3});
    const keys = items.map(({itemNumber}) => itemNumber);
    const found = await one.catalog.lookUp([...keys, 'unknown']);
    expect(found.items.map(({item}) => item?.itemNumber)).to.deep.equal([...keys, undefined]);
  });

  it('gives templates and help', async () => {
    const one = client();
    const [template] = await one.templates.list('purchase-order');
    if (!template) throw new Error('No template');
    expect((await one.templates.file(template.id, 'csv')).size).to.be.greaterThan(0);
    expect((await one.help('purchase-order')).title).to.be.a('string');
  });

  it('invites, resends, revokes, looks up and accepts', async () => {
    const host = client({getToken: async () => 'demo-host'});
    const [type] = (await host.membership()).capabilities.partnerTypes ?? [];
    if (!type) throw new Error('No partner type');
    const invite = (email: string, idempotencyKey: string) =>
      host.invitations.create({email, partnerType: type.type}, {idempotencyKey});
    const first = await invite('one@new.example', '22222222-2222-4222-8222-222222222222');
    await host.invitations.resend(first.id);
    const second = await invite('two@new.example', '33333333-3333-4333-8333-333333333333');
    expect((await host.invitations.revoke(second.id)).status).to.equal('revoked');
    const link = portal.outbox.findLast(({to}) => to === 'one@new.example')?.link ?? '';
    const token = new URL(link).hash.replace('#invitation=', '');
    const guest = client({getToken: undefined});
    const lookup = await guest.invitations.lookUp(token);
    expect(lookup.status).to.equal('pending');
    const registration = Object.fromEntries(
      lookup.fields.map(({key, type: kind, options}) => [
        key,
        kind === 'checkbox' ? true : (options?.[0]?.value ?? (kind === 'email' ? 'one@new.example' : 'DE')),
      ]),
    );
    const acceptance = {
      token,
      registration: {...registration, password: 'correct horse battery staple'},
      terms: lookup.terms.map(({id, version}) => ({id, version})),
      locale: 'en',
    };
    const idempotencyKey = '44444444-4444-4444-8444-444444444444';
    expect((await guest.invitations.accept(acceptance, {idempotencyKey})).membershipId).to.be.a('string');
    const again = guest.invitations.accept(acceptance, {
      idempotencyKey: '55555555-5555-4555-8555-555555555555',
    });
    expect(await kindOf(again)).to.be.oneOf(['conflict', 'not-found']);
    expect((await host.invitations.list({status: 'revoked'})).items.map(({id}) => id)).to.include(second.id);
    expect((await host.partners.list({q: 'one@new.example'})).items).to.have.length(1);
  });

  it('acts as the chosen membership, in the chosen language', async () => {
    const {memberships, membershipId} = await client().me();
    const other = memberships.find(({id}) => id !== membershipId);
    if (!other) throw new Error('Only one membership');
    const one = client().with({membership: other.id, locale: 'de-AT'});
    expect((await one.me()).membershipId).to.equal(other.id);
    expect(requestsTo('/me').at(-1)?.headers['accept-language']).to.equal('de-AT');
  });

  it('takes whole numbers for what is counted, and no others', () => {
    const page = (total: unknown) => Page.safeParse({next: null, total}).success;
    expect([0, 5, -1, Number.MAX_SAFE_INTEGER].map(page)).to.deep.equal([true, true, true, true]);
    expect([0.5, 2 ** 53, Number.NaN, '5', null].map(page)).to.deep.equal([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('gives the same client for the same membership and language', () => {
    const one = client();
    expect(one.with({locale: 'de'})).to.equal(one.with({locale: 'de'}));
    expect(one.with({})).to.equal(one);
  });
});
