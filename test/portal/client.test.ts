import {
  PortalClient,
  PortalError,
  type PortalErrorKind,
  type PortalSettings,
  type TokenRequest,
  type Wait,
} from '../../src/portal/index.ts';
import {afterEach, describe, expect, it, startPortal, until} from '../support/index.ts';

const portal = await startPortal();
const endpoint = '/api/v1';
/** Short pauses: what is tested is their order, not their length. */
const timing = {backoff: 1};

function client(settings: Partial<PortalSettings> = {}): PortalClient {
  return new PortalClient({endpoint, getToken: async () => 'demo-customer', timing, ...settings});
}

async function kindOf(promise: Promise<unknown>): Promise<PortalErrorKind> {
  return (await errorOf(promise)).kind;
}

async function errorOf(promise: Promise<unknown>): Promise<PortalError> {
  try {
    await promise;
  } catch (error) {
    expect(error).to.be.instanceOf(PortalError);
    return error as PortalError;
  }
  throw new Error('There was no error');
}

function requestsTo(path: string, method = 'GET') {
  return portal.requests.filter((request) => request.method === method && request.path.endsWith(path));
}

const order = {lines: [{itemNumber: '', quantity: '1'}], submit: true};

async function anOrder() {
  const {items} = await client().catalog.items({limit: 200});
  const item = items.find(({variants, availability}) => !variants && availability?.status === 'available');
  if (!item) throw new Error('No plain item');
  const quantity = item.orderQuantity?.min ?? item.orderQuantity?.multipleOf ?? '1';
  return {...order, lines: [{itemNumber: item.itemNumber, quantity}]};
}

describe('Signing in', () => {
  it('asks the host once for requests that wait together', async () => {
    const asked: TokenRequest['reason'][] = [];
    const one = client({
      getToken: async ({reason}) => {
        asked.push(reason);
        return 'demo-customer';
      },
    });
    await Promise.all([one.me(), one.company(), one.documents.summary(), one.catalog.items()]);
    expect(asked).to.deep.equal(['first']);
  });

  it('asks again once when six requests are refused together, and repeats each once', async () => {
    const asked: TokenRequest['reason'][] = [];
    const one = client({
      getToken: async ({reason}) => {
        asked.push(reason);
        return reason === 'first' ? 'expired-token' : 'demo-customer';
      },
    });
    await Promise.all(Array.from({length: 6}, () => one.documents.summary()));
    expect(asked).to.deep.equal(['first', 'expired']);
    expect(requestsTo('/documents-summary')).to.have.length(12);
  });

  it('says signed out when the fresh token is refused too', async () => {
    expect(await kindOf(client({getToken: async () => 'nonsense'}).me())).to.equal('signed-out');
    expect(requestsTo('/me')).to.have.length(2);
  });

  it('says signed out when the host has no token', async () => {
    expect(await kindOf(client({getToken: async () => null}).me())).to.equal('signed-out');
    expect(requestsTo('/me')).to.have.length(0);
  });

  it('tells a failing token callback from a missing session, and shows nothing of its error', async () => {
    const error = await errorOf(client({getToken: () => Promise.reject(new Error('secret'))}).me());
    expect(error.kind).to.equal('token');
    expect(JSON.stringify(error) + String(error.cause)).not.to.contain('secret');
  });

  it('gives a token callback up that never answers, and tells it so', async () => {
    let signal: AbortSignal | undefined;
    const never = client({
      timing: {token: 5},
      getToken: (request) => {
        signal = request.signal;
        return new Promise(() => undefined);
      },
    });
    expect(await kindOf(never.me())).to.equal('token');
    expect(signal?.aborted).to.equal(true);
  });

  it('sends the token as a header only', async () => {
    await client().me();
    const [request] = requestsTo('/me');
    expect(request?.headers['authorization']).to.equal('Bearer demo-customer');
    expect(`${request?.path}${request?.query}`).not.to.contain('demo-customer');
  });

  it('sends the CSRF header with everything but GET in cookie mode', async () => {
    document.cookie = 'portal_session=demo-customer; path=/';
    try {
      const cookies = client({getToken: undefined, credentials: 'include'});
      await cookies.me();
      await cookies.catalog.lookUp(['1']);
      expect(requestsTo('/catalog/lookups', 'POST')).to.have.length(1);
    } finally {
      document.cookie = 'portal_session=; path=/; max-age=0';
    }
  });
});

describe('Signing in as somebody else', () => {
  it('asks again who is signed in once there is another token', async () => {
    let token = 'demo-customer';
    const one = client({getToken: async () => token});
    const first = await one.me();
    token = 'demo-vendor';
    portal.faults.add({method: 'GET', path: '/company', kind: 'status', status: 401});
    await one.company();
    expect((await one.me()).user.id).not.to.equal(first.user.id);
  });

  it('forgets a token that is on its way too', async () => {
    const answers: ((token: string) => void)[] = [];
    const one = client({getToken: () => new Promise((resolve) => answers.push(resolve))});
    const early = one.company();
    await until(() => answers.length === 1);
    one.forget();
    answers[0]?.('demo-customer');
    await early;
    const late = one.company();
    await until(() => answers.length === 2);
    answers[1]?.('demo-vendor');
    await late;
    const sent = requestsTo('/company').map(({headers}) => headers['authorization']);
    expect(sent).to.deep.equal(['Bearer demo-customer', 'Bearer demo-vendor']);
  });

  it('tells a token that cannot be sent from a network that fails', async () => {
    expect(await kindOf(client({getToken: async () => 'two\nlines'}).company())).to.equal('token');
    const csrf = {
      value: () => {
        throw new Error('secret');
      },
    };
    expect(await kindOf(client({csrf}).catalog.lookUp(['1']))).to.equal('token');
  });

  it('sends the CSRF header with a cookie of the same origin, whatever the settings', async () => {
    document.cookie = 'portal_session=demo-customer; path=/';
    try {
      await client({getToken: undefined}).catalog.lookUp(['1']);
      expect(requestsTo('/catalog/lookups', 'POST')).to.have.length(1);
    } finally {
      document.cookie = 'portal_session=; path=/; max-age=0';
    }
  });
});

describe('Addresses', () => {
  it('are below the endpoint, whatever a type or an id is', async () => {
    for (const id of ['', '.', '..']) {
      expect(await kindOf(client().documents.discard('purchase-order', id, {etag: '1'}))).to.equal('failed');
      expect(await kindOf(client().documents.list(id))).to.equal('failed');
    }
    expect(portal.requests).to.have.length(0);
    expect(await kindOf(client().documents.get('purchase-order', 'a/../b?c#d'))).to.equal('not-found');
    expect(portal.requests.map(({path}) => path)).to.deep.equal([
      `/documents/purchase-order/${encodeURIComponent('a/../b?c#d')}`,
    ]);
  });

  it('take no query or fragment of the endpoint along', () => {
    expect(client({endpoint: '/api/v1/?tenant=1#top'}).endpoint).to.equal(`${location.origin}/api/v1`);
  });
});

describe('Reading', () => {
  it('asks who is signed in once for many, and again after a failure', async () => {
    portal.faults.add({method: 'GET', path: '/me', kind: 'status', status: 403});
    const one = client();
    expect(await kindOf(one.me())).to.equal('forbidden');
    await Promise.all(Array.from({length: 10}, () => one.me()));
    expect(requestsTo('/me')).to.have.length(2);
  });

  for (const status of [500, 502, 503, 504]) {
    it(`tries again twice after ${status}`, async () => {
      portal.faults.add({method: 'GET', path: '/company', kind: 'status', status, times: 2});
      await client().company();
      expect(requestsTo('/company')).to.have.length(3);
    });
  }

  it('gives up after the second try again, with the portal’s reference', async () => {
    portal.faults.add({method: 'GET', path: '/company', kind: 'status', status: 500, times: 3});
    const error = await errorOf(client().company());
    expect(error.kind).to.equal('server');
    expect(error.traceId).to.be.a('string');
    expect(requestsTo('/company')).to.have.length(3);
  });

  it('tries again after an answer that is cut in half, an empty one, and a refused connection', async () => {
    portal.faults.add({method: 'GET', path: '/company', kind: 'truncated'});
    portal.faults.add({method: 'GET', path: '/company', kind: 'network'});
    expect((await client().company()).name).to.be.a('string');
  });

  it('says that a portal cannot be reached while the browser is online', async () => {
    portal.faults.add({method: 'GET', path: '/company', kind: 'network', times: 3});
    expect(await kindOf(client().company())).to.equal('unreachable');
  });

  it('gives up on an answer that never comes', async () => {
    portal.faults.add({method: 'GET', path: '/company', kind: 'hang', times: 3});
    expect(await kindOf(client({timing: {...timing, request: 30}}).company())).to.equal('timeout');
  });

  it('waits as long as the portal asks, and says so', async () => {
    const headers = {'retry-after': '1'};
    portal.faults.add({method: 'GET', path: '/company', kind: 'status', status: 429, headers});
    const waits: Wait[] = [];
    await client().company({onWait: (wait) => waits.push(wait)});
    expect(waits).to.deep.equal([{reason: 'busy', seconds: 1}]);
  });

  it('does not sit out a long wait but says how long it is', async () => {
    const headers = {'retry-after': '3600'};
    portal.faults.add({method: 'GET', path: '/company', kind: 'status', status: 503, headers});
    const error = await errorOf(client().company());
    expect([error.kind, error.retryAfter]).to.deep.equal(['busy', 3600]);
    expect(requestsTo('/company')).to.have.length(1);
  });

  for (const nonsense of ['soon', 'Mon, 01 Jan 2001 00:00:00 GMT', '-5']) {
    it(`takes a Retry-After of "${nonsense}" for none`, async () => {
      const headers = {'retry-after': nonsense};
      portal.faults.add({method: 'GET', path: '/company', kind: 'status', status: 503, headers});
      await client().company();
      expect(requestsTo('/company')).to.have.length(2);
    });
  }

  it('takes a sign-in page for being signed out, as an answer or behind a redirect', async () => {
    portal.faults.add({method: 'GET', path: '/company', kind: 'html'});
    expect(await kindOf(client().company())).to.equal('signed-out');
    const headers = {location: '/sign-in'};
    portal.faults.add({method: 'GET', path: '/company', kind: 'status', status: 302, headers});
    expect(await kindOf(client().company())).to.equal('signed-out');
  });

  it('takes no sign-in page for a file', async () => {
    portal.faults.add({method: 'GET', path: /\/pdf$/, kind: 'html'});
    expect(await kindOf(client().documents.pdf('purchase-order', 'any'))).to.equal('signed-out');
  });

  it('shows nothing of an error page', async () => {
    const body = '<h1>Stack trace at line 3</h1>';
    portal.faults.add({method: 'GET', path: '/company', kind: 'status', status: 500, body, times: 3});
    const error = await errorOf(client().company());
    expect(error.kind).to.equal('server');
    expect(`${error.message} ${error.detail} ${String(error.cause)}`).not.to.contain('Stack');
  });

  it('keeps the reference of a problem of the wrong shape', async () => {
    const body = JSON.stringify({traceId: 'T-1', detail: {no: 'text'}, errors: 'none'});
    portal.faults.add({method: 'GET', path: '/company', kind: 'status', status: 404, body});
    const error = await errorOf(client().company());
    expect([error.kind, error.traceId, error.detail]).to.deep.equal(['not-found', 'T-1', undefined]);
  });

  it('leaves an item out that breaks the contract, and counts it', async () => {
    const whole = await client().documents.list('purchase-order');
    const broken = await client({endpoint: '/malformed/api/v1'}).documents.list('purchase-order');
    expect(broken.skipped).to.equal(1);
    expect(broken.items.length).to.equal(whole.items.length - 1);
  });

  it('says where an answer breaks the contract, never what was there', async () => {
    const error = await errorOf(
      client({endpoint: '/malformed-page/api/v1'}).documents.list('purchase-order'),
    );
    expect(error.kind).to.equal('contract');
  });

  it('stops at once when the caller gives up', async () => {
    portal.faults.add({method: 'GET', path: '/company', kind: 'hang'});
    const controller = new AbortController();
    const pending = kindOf(client().company({signal: controller.signal}));
    await until(() => requestsTo('/company').length === 1);
    controller.abort();
    expect(await pending).to.equal('aborted');
    expect(requestsTo('/company')).to.have.length(1);
  });

  it('gives up on a shared answer without taking it from the others', async () => {
    const one = client();
    const controller = new AbortController();
    const impatient = kindOf(one.me({signal: controller.signal}));
    const patient = one.me();
    controller.abort();
    expect(await impatient).to.equal('aborted');
    expect((await patient).user.name).to.be.a('string');
  });
});

describe('Being offline', () => {
  const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine');
  afterEach(() => {
    if (online) Object.defineProperty(Navigator.prototype, 'onLine', online);
  });

  it('is said as offline, and not tried again', async () => {
    Object.defineProperty(Navigator.prototype, 'onLine', {configurable: true, get: () => false});
    portal.faults.add({method: 'GET', path: '/company', kind: 'network'});
    expect(await kindOf(client().company())).to.equal('offline');
    expect(requestsTo('/company')).to.have.length(1);
  });
});

describe('Creating', () => {
  const idempotencyKey = '7d1a4f6e-7c1b-4c56-9d6f-0f6a4b1c2d3e';

  async function total(): Promise<number | undefined> {
    return (await client().documents.list('purchase-order', {limit: 1})).page.total;
  }

  for (const kind of ['network-after-commit', 'network', 'truncated'] as const) {
    it(`makes one order of it when the first try ends in ${kind}`, async () => {
      const [before, draft] = [await total(), await anOrder()];
      portal.faults.add({method: 'POST', path: '/documents/purchase-order', kind});
      const document = await client().documents.create('purchase-order', draft, {idempotencyKey});
      expect(document.number).to.be.a('string');
      expect(await total()).to.equal((before ?? 0) + 1);
      const keys = requestsTo('/documents/purchase-order', 'POST').map(
        ({headers}) => headers['idempotency-key'],
      );
      expect(keys).to.deep.equal([idempotencyKey, idempotencyKey]);
    });
  }

  it('waits while the portal still works on the same order', async () => {
    const draft = await anOrder();
    const body = JSON.stringify({status: 409, code: 'request_in_progress'});
    const path = '/documents/purchase-order';
    portal.faults.add({method: 'POST', path, kind: 'status', status: 409, body, times: 3});
    const waits: Wait[] = [];
    await client().documents.create('purchase-order', draft, {
      idempotencyKey,
      onWait: (wait) => waits.push(wait),
    });
    expect(waits.map(({reason}) => reason)).to.deep.equal(['working', 'working', 'working']);
  });

  it('stops when the key was used for another order', async () => {
    const draft = await anOrder();
    await client().documents.create('purchase-order', draft, {idempotencyKey});
    const other = {...draft, note: 'another one'};
    const error = await errorOf(client().documents.create('purchase-order', other, {idempotencyKey}));
    expect(error.kind).to.equal('key-reused');
    expect(error.traceId).to.be.a('string');
  });

  it('says where the portal objects', async () => {
    const draft = {...order, lines: [{itemNumber: 'no such item', quantity: '1'}]};
    const error = await errorOf(client().documents.create('purchase-order', draft, {idempotencyKey}));
    expect(error.kind).to.equal('invalid');
    expect(error.problems[0]?.pointer).to.equal('#/lines/0/itemNumber');
  });

  it('does not repeat a change that may have been made', async () => {
    const created = await client().documents.create(
      'purchase-order',
      {...(await anOrder()), submit: false},
      {idempotencyKey},
    );
    const {etag} = await client().documents.get('purchase-order', created.id);
    portal.faults.add({method: 'PATCH', path: /\/documents\/purchase-order\//, kind: 'network'});
    const change = client().documents.update('purchase-order', created.id, {note: 'new'}, {etag});
    expect(await kindOf(change)).to.equal('unreachable');
    expect(requestsTo(`/${created.id}`, 'PATCH')).to.have.length(1);
  });

  it('says that somebody else has changed a draft', async () => {
    const created = await client().documents.create(
      'purchase-order',
      {...(await anOrder()), submit: false},
      {idempotencyKey},
    );
    const {etag} = await client().documents.get('purchase-order', created.id);
    await client().documents.update('purchase-order', created.id, {note: 'first'}, {etag});
    const late = client().documents.update('purchase-order', created.id, {note: 'second'}, {etag});
    expect(await kindOf(late)).to.equal('stale');
  });
});

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

  it('gives the same client for the same membership and language', () => {
    const one = client();
    expect(one.with({locale: 'de'})).to.equal(one.with({locale: 'de'}));
    expect(one.with({})).to.equal(one);
  });
});
