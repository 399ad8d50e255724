import {type Wait} from '../../src/portal/index.ts';
import {afterEach, describe, expect, it, until} from '../support/index.ts';
import {anOrder, client, errorOf, kindOf, order, portal, requestsTo, timing} from './calls.ts';

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
