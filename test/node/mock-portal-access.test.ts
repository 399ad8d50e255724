import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {
  Calculation,
  Document,
  DocumentsSummary,
  DocumentSummary,
  HelpTopic,
  Item,
  Me,
  Page,
  TemplateList,
} from '../../src/portal/contract/index.ts';
import {SCENARIOS} from '../../mocks/portal.ts';
import {Api} from './mock-portal-api.ts';

type List = {items: DocumentSummary[]; page: Page};
const api = new Api();
const ORDERS = '/documents/purchase-order';

describe('who is asked for', () => {
  test('nobody without a token, or with a wrong one', async () => {
    for (const token of [null, 'demo', '']) {
      const answer = await api.ask('GET', '/me', {token});
      assert.deepEqual([answer.status, answer.body.code], [401, 'not_signed_in']);
      assert.equal(answer.headers.get('WWW-Authenticate'), 'Bearer');
    }
    assert.equal(
      (await api.ask('POST', ORDERS, {token: null, key: true, body: {lines: [], submit: false}})).status,
      401,
    );
  });

  test('cookies sign in as well, and need a CSRF header for everything but GET', async () => {
    const headers = {Cookie: 'portal_session=demo-customer'};
    assert.equal((await api.ask('GET', '/me', {token: null, headers})).status, 200);
    const body = {keys: []};
    const refused = await api.ask('POST', '/catalog/lookups', {token: null, headers, body});
    assert.deepEqual([refused.status, refused.body.code], [403, 'csrf_token_missing']);
    const allowed = await api.ask('POST', '/catalog/lookups', {
      token: null,
      headers: {...headers, 'X-CSRF-Token': 'x'},
      body,
    });
    assert.equal(allowed.status, 200);
  });

  test('the membership of the header, else the first', async () => {
    const headers = {'Portal-Membership': 'm-10187'};
    const me = await api.ask<Me>('GET', '/me');
    assert.deepEqual([me.body.membershipId, me.body.memberships.length], ['m-10023', 2]);
    assert.equal((await api.ask<Me>('GET', '/me', {headers})).body.membershipId, 'm-10187');
    const orders = await api.walk<DocumentSummary>(ORDERS, {headers});
    assert.ok(orders.length > 0 && orders.length < 100);
    const foreign = await api.ask('GET', '/me', {headers: {'Portal-Membership': 'm-70011'}});
    assert.deepEqual([foreign.status, foreign.body.code], [403, 'membership_unknown']);
  });
});

describe('what is not allowed', () => {
  test('documents of others do not exist', async () => {
    const [order] = (await api.ask<List>('GET', `${ORDERS}?limit=1`)).body.items;
    assert.equal(
      (await api.ask('GET', `${ORDERS}/${order?.id}`, {headers: {'Portal-Membership': 'm-10187'}})).status,
      404,
    );
    assert.equal(
      (await api.ask('GET', `/documents/sales-order/${order?.id}`, {token: 'demo-vendor'})).status,
      404,
    );
    assert.equal((await api.ask('GET', `/documents/purchase-invoice/${order?.id}`)).status, 404);
  });

  test('types and actions beyond the capabilities', async () => {
    const headers = {'Portal-Membership': 'm-10187'};
    assert.equal((await api.ask('GET', '/documents/purchase-invoice', {headers})).status, 403);
    assert.equal((await api.ask('GET', '/documents/sales-order')).status, 404);
    assert.equal((await api.ask('GET', '/company', {headers})).status, 403);
    assert.equal(
      (
        await api.ask('POST', '/documents/sales-order', {
          token: 'demo-vendor',
          key: true,
          body: {lines: [], submit: false},
        })
      ).status,
      403,
    );
    for (const path of ['/partners', '/invitations']) assert.equal((await api.ask('GET', path)).status, 403);
    assert.equal((await api.ask('GET', ORDERS, {token: 'demo-host'})).status, 404);
    assert.equal((await api.ask('GET', '/nothing')).status, 404);
    assert.equal((await api.ask('GET', '/company', {token: 'demo-host'})).status, 200);
  });

  test('actions that a document does not allow', async () => {
    const [closed] = (await api.ask<List>('GET', `${ORDERS}?state=closed&limit=1`)).body.items;
    assert.deepEqual(closed?.allowedActions, ['read', 'repeat', 'pdf']);
    const path = `${ORDERS}/${closed?.id}`;
    assert.equal((await api.ask('DELETE', path, {headers: {'If-Match': '"v1"'}})).status, 403);
    const [draft] = (await api.ask<List>('GET', `${ORDERS}?state=draft&limit=1`)).body.items;
    assert.equal((await api.ask('GET', `${ORDERS}/${draft?.id}/pdf`)).status, 403);
    assert.equal((await api.ask('POST', `${ORDERS}/${draft?.id}/repeat`)).status, 403);
  });

  test('prices, where they are not visible', async () => {
    const options = {headers: {'Portal-Membership': 'm-10187'}};
    const amounts = /unitPrice|lineAmount|"totals"|"vat"|currency|priceBreaks|discountPercent|overdue/;
    const [order] = (await api.ask<List>('GET', ORDERS, options)).body.items;
    for (const path of [ORDERS, `${ORDERS}/${order?.id}`, '/documents-summary', '/catalog/items']) {
      assert.doesNotMatch(JSON.stringify((await api.ask('GET', path, options)).body), amounts, path);
    }
    const body = {
      type: 'purchase-order',
      draft: {lines: [{itemNumber: 'KH-10036', quantity: '10'}], submit: false},
    };
    assert.doesNotMatch(
      JSON.stringify((await api.ask('POST', '/calculations', {...options, body})).body),
      amounts,
    );
  });
});

describe('other partners', () => {
  test('a logistics customer sends shipments without prices', async () => {
    const token = 'demo-3pl';
    const items = await api.walk<Item>('/catalog/items', {token});
    assert.ok(items.length > 50 && items.every(({unitPrice}) => unitPrice === undefined));
    const available = items.find(
      ({availability}) => availability?.status === 'available' && !availability.quantity,
    );
    const body = {lines: [{itemNumber: available?.itemNumber ?? '', quantity: '12'}], submit: true};
    const made = await api.ask<Document>('POST', '/documents/shipment', {token, key: true, body});
    assert.deepEqual([made.status, made.body.posted, made.body.totals], [201, false, undefined]);
    assert.match(made.body.number ?? '', /^SH-/);
    const [top] = (await api.ask<List>('GET', '/documents/shipment?limit=1', {token})).body.items;
    assert.equal(top?.id, made.body.id);
  });

  test('a vendor sees what it has sold', async () => {
    const token = 'demo-vendor';
    const {body} = await api.ask<List>('GET', '/documents/sales-order', {token});
    assert.equal(body.items[0]?.counterparty?.name, 'Brinkholt Industriebedarf GmbH');
    const one = await api.ask<Document>('GET', `/documents/sales-order/${body.items[0]?.id}`, {token});
    assert.equal(one.body.seller?.name, 'Rotterveld Bevestigingstechniek B.V.');
    assert.ok(one.body.lines.every(({partnerItemNumber}) => partnerItemNumber?.startsWith('RB ')));
  });
});

describe('scenarios', () => {
  const status = async (
    one: Api,
    scenario: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<number> =>
    (await one.fetch(method, path, {scenario, key: method === 'POST', ...(body === undefined ? {} : {body})}))
      .status;

  test('fail as their names say, before /api/v1', async () => {
    const one = new Api();
    const draft = {lines: await one.orderable(1), submit: true};
    const expected: [scenario: string, me: number, list: number, created: number][] = [
      ['offline', 0, 0, 0],
      ['server-error', 200, 500, 500],
      ['unauthorized', 401, 401, 401],
      ['forbidden', 200, 403, 403],
      ['not-allowed', 200, 403, 403],
      ['read-only', 200, 200, 403],
      ['html', 200, 200, 200],
      ['rate-limited', 429, 429, 429],
      ['busy', 200, 503, 503],
      ['invalid', 200, 200, 422],
      ['order-fails', 200, 200, 500],
      ['in-progress', 200, 200, 409],
      ['key-reused', 200, 200, 422],
      ['lost-answer', 200, 200, 0],
      ['portal', 200, 200, 201],
    ];
    for (const [scenario, me, list, created] of expected) {
      assert.equal(await status(one, scenario, 'GET', '/me'), me, scenario);
      assert.equal(await status(one, scenario, 'GET', ORDERS), list, scenario);
      assert.equal(await status(one, scenario, 'POST', ORDERS, draft), created, scenario);
    }
  });

  test('keep to the contract wherever they do not say otherwise', async () => {
    const breaks = new Set([
      'malformed',
      'malformed-page',
      'unknown-values',
      'html',
      'never',
      'slow',
      'offline',
    ]);
    for (const scenario of SCENARIOS.keys()) {
      if (breaks.has(scenario)) continue;
      for (const path of ['/me', ORDERS, '/documents-summary', '/catalog/items', '/company']) {
        await api.ask('GET', path, {scenario});
      }
    }
  });

  test('empty has nothing yet, but takes what is created', async () => {
    const one = new Api();
    const options = {scenario: 'empty'};
    assert.deepEqual((await one.ask<List>('GET', ORDERS, options)).body, {
      items: [],
      page: {next: null, total: 0},
      totals: [],
    });
    assert.deepEqual(await one.walk('/catalog/items', options), []);
    assert.deepEqual(await one.walk('/partners', {...options, token: 'demo-host'}), []);
    assert.equal(
      (await one.ask('POST', ORDERS, {...options, key: true, body: {lines: [], submit: false}})).status,
      201,
    );
    assert.equal((await one.walk(ORDERS, options)).length, 1);
    const {body} = await one.ask<DocumentsSummary>('GET', '/documents-summary');
    assert.ok((body.items[0]?.total ?? 0) > 1000);
  });

  test('once-failing ones go on afterwards; a lost order is there under its key', async () => {
    const one = new Api();
    assert.equal((await one.fetch('GET', '/me', {scenario: 'rate-limited'})).status, 429);
    assert.equal((await one.fetch('GET', '/me', {scenario: 'rate-limited'})).status, 200);
    const before = (await one.walk<DocumentSummary>(ORDERS)).length;
    const headers = {'Idempotency-Key': '0f0e0d0c-0b0a-4908-8706-050403020100'};
    const body = {lines: await one.orderable(1), submit: true};
    assert.equal((await one.fetch('POST', ORDERS, {scenario: 'lost-answer', headers, body})).type, 'error');
    const again = await one.ask<Document>('POST', ORDERS, {scenario: 'lost-answer', headers, body});
    assert.equal(again.status, 201);
    const after = await one.walk<DocumentSummary>(ORDERS);
    assert.deepEqual([after.length, after[0]?.id], [before + 1, again.body.id]);
  });

  test('malformed breaks one entry or all, unknown-values none that counts, totals-differ the totals', async () => {
    const list = (await (await api.fetch('GET', ORDERS, {scenario: 'malformed'})).json()) as List;
    assert.equal(typeof list.items[1]?.id, 'number');
    assert.equal(typeof list.items[2]?.id, 'string');
    const page = (await (await api.fetch('GET', ORDERS, {scenario: 'malformed-page'})).json()) as List;
    assert.ok(!Array.isArray(page.items));
    const novel = (await (await api.fetch('GET', ORDERS, {scenario: 'unknown-values'})).json()) as List;
    assert.equal(novel.items[0]?.state, 'awaiting_parts');
    const body = {type: 'purchase-order', draft: {lines: await api.orderable(1), submit: false}};
    const {body: usual} = await api.ask<Calculation>('POST', '/calculations', {body});
    const {body: differs} = await api.ask<Calculation>('POST', '/calculations', {
      body,
      scenario: 'totals-differ',
    });
    assert.equal(Number(differs.totals?.gross).toFixed(2), (Number(usual.totals?.gross) + 58.31).toFixed(2));
  });

  test('no-template-files has templates without files', async () => {
    const scenario = 'no-template-files';
    const {body} = await api.ask<TemplateList>('GET', '/templates?type=purchase-order', {scenario});
    assert.deepEqual(body.items[0]?.files, []);
    assert.equal(body.items[0]?.columns.length, 7);
  });

  test('can be joined', async () => {
    const answer = await api.ask<List>('GET', ORDERS, {scenario: 'empty+no-prices'});
    assert.equal(answer.body.page.total, 0);
    const me = await api.ask<Me>('GET', '/me', {scenario: 'empty+no-prices'});
    assert.equal(me.body.memberships[0]?.capabilities.prices.visible, false);
  });
});

describe('faults', () => {
  test('happen as often as was asked, to the requests that were meant', async () => {
    const one = new Api();
    one.portal.faults.add({
      method: 'GET',
      path: '/me',
      kind: 'status',
      status: 503,
      headers: {'Retry-After': '3'},
      times: 2,
    });
    assert.equal((await one.ask('GET', '/company')).status, 200);
    for (const expected of [503, 503, 200]) assert.equal((await one.ask('GET', '/me')).status, expected);
    one.portal.faults.add({path: /q=ball/, kind: 'status', status: 418, body: 'teapot'});
    assert.equal((await one.ask('GET', '/catalog/items?q=bolt')).status, 200);
    const teapot = await one.fetch('GET', '/catalog/items?q=ball');
    assert.deepEqual([teapot.status, await teapot.text()], [418, 'teapot']);
    one.portal.faults.add({kind: 'network'});
    one.portal.faults.clear();
    assert.equal((await one.ask('GET', '/me')).status, 200);
  });

  test('break connections before or after the commit, and answers in the middle', async () => {
    const one = new Api();
    const total = async (): Promise<number | undefined> =>
      (await one.ask<List>('GET', ORDERS)).body.page.total;
    const before = (await total()) ?? 0;
    const body = {lines: await one.orderable(1), submit: true};
    one.portal.faults.add({method: 'POST', path: ORDERS, kind: 'network'});
    assert.equal((await one.fetch('POST', ORDERS, {key: true, body})).type, 'error');
    assert.equal(await total(), before);
    one.portal.faults.add({method: 'POST', path: ORDERS, kind: 'network-after-commit'});
    assert.equal((await one.fetch('POST', ORDERS, {key: true, body})).type, 'error');
    assert.equal(await total(), before + 1);
    one.portal.faults.add({path: '/me', kind: 'truncated'});
    const cut = await one.fetch('GET', '/me');
    await assert.rejects(cut.json(), TypeError);
    one.portal.faults.add({path: '/me', kind: 'html'});
    assert.match((await one.fetch('GET', '/me')).headers.get('Content-Type') ?? '', /^text\/html/);
  });

  test('what was asked is on record, with its answer', async () => {
    const one = new Api();
    await one.ask('POST', '/catalog/lookups', {scenario: 'no-prices', body: {keys: ['a']}});
    assert.deepEqual(
      one.portal.requests.map(({method, path, scenario, body, status}) => ({
        method,
        path,
        scenario,
        body,
        status,
      })),
      [{method: 'POST', path: '/catalog/lookups', scenario: 'no-prices', body: {keys: ['a']}, status: 200}],
    );
    assert.equal(one.portal.requests[0]?.headers['authorization'], 'Bearer demo-customer');
    one.portal.reset();
    assert.equal(one.portal.requests.length, 0);
  });
});

describe('templates and help', () => {
  test('templates are for whoever may upload, as CSV and as a workbook', async () => {
    const {body} = await api.ask<TemplateList>('GET', '/templates?type=purchase-order');
    const [template] = body.items;
    assert.deepEqual(
      template?.columns.map(({key, required}) => `${key}${required ? '!' : ''}`),
      ['externalReference', 'requestedDate', 'itemNumber!', 'variantCode', 'quantity!', 'unitCode', 'note'],
    );
    const [csv, xlsx] = await Promise.all(
      (template?.files ?? []).map(({href}) => api.fetch('GET', `/${href}`)),
    );
    assert.match(
      Buffer.from((await csv?.arrayBuffer()) ?? new ArrayBuffer(0)).toString(),
      /^\uFEFFYour reference,Requested date,.*\r\nKA-40117,2027-01-18,.*,"Site office, 2nd floor"\r\n$/,
    );
    assert.equal(
      Buffer.from((await xlsx?.arrayBuffer()) ?? new ArrayBuffer(0))
        .subarray(0, 2)
        .toString(),
      'PK',
    );
    assert.deepEqual(
      (await api.ask<TemplateList>('GET', '/templates', {token: 'demo-vendor'})).body.items,
      [],
    );
    const types = (await api.ask<TemplateList>('GET', '/templates', {token: 'demo-3pl'})).body.items.map(
      ({type}) => type,
    );
    assert.deepEqual(types, ['shipment', 'delivery']);
  });

  test('help comes in the language of the page', async () => {
    const english = await api.ask<HelpTopic>('GET', '/help/purchase-order');
    const german = await api.ask<HelpTopic>('GET', '/help/purchase-order', {
      headers: {'Accept-Language': 'de'},
    });
    assert.equal(english.body.title, 'Writing an order');
    assert.equal(german.body.title, 'Eine Bestellung schreiben');
    assert.deepEqual(
      german.body.video?.tracks.filter((track) => track.default).map(({srclang}) => srclang),
      ['de'],
    );
    assert.equal((await api.ask('GET', '/help/cooking')).status, 404);
    assert.equal((await api.ask('GET', '/help/purchase-order', {token: null})).status, 401);
  });

  test('there is help on every area', async () => {
    const topics = ['overview', 'documents', 'upload', 'company', 'partners', 'invitations', 'registration'];
    const types = ['purchase-order', 'purchase-return-order', 'purchase-invoice', 'purchase-credit-memo'];
    for (const topic of [...topics, ...types, 'shipment', 'delivery'])
      assert.equal((await api.ask<HelpTopic>('GET', `/help/${topic}`)).body.topic, topic);
  });
});
