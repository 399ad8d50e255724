import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {describe, test} from 'node:test';
import Big from 'big.js';
import type {
  Calculation,
  Company,
  Document,
  DocumentSummary,
  DraftInput,
  Item,
  Page,
  RepeatProposal,
} from '../../src/portal/contract/index.ts';
import {Api} from './mock-portal-api.ts';

type List = {items: DocumentSummary[]; page: Page};
const ORDERS = '/documents/purchase-order';

async function first(api: Api): Promise<DocumentSummary | undefined> {
  return (await api.ask<List>('GET', `${ORDERS}?limit=1`)).body.items[0];
}

async function count(api: Api): Promise<number> {
  return (await api.ask<List>('GET', `${ORDERS}?limit=1`)).body.page.total ?? 0;
}

describe('creating an order', () => {
  test('puts it on top of the list, with what was asked for', async () => {
    const api = new Api();
    const {body: company} = await api.ask<Company>('GET', '/company');
    const shipTo = company.deliveryAddresses[1];
    const draft: DraftInput = {
      externalReference: 'Neubau 7',
      requestedDate: '2026-12-01',
      ...(shipTo?.id ? {shipToId: shipTo.id} : {}),
      note: 'Gate 3',
      lines: [...(await api.orderable(2))],
      submit: true,
    };
    const answer = await api.ask<Document>('POST', ORDERS, {key: true, body: draft});
    assert.equal(answer.status, 201);
    assert.match(answer.body.number ?? '', /^SO-\d+$/);
    assert.equal(answer.body.state, 'in_review');
    assert.equal(answer.body.externalReference, draft.externalReference);
    assert.deepEqual(answer.body.shipTo, shipTo);
    assert.equal(answer.headers.get('Location'), `https://portal.example/api/v1${ORDERS}/${answer.body.id}`);
    const read = await api.ask<Document>('GET', `${ORDERS}/${answer.body.id}`);
    assert.deepEqual(read.body, answer.body);
    assert.equal((await first(api))?.id, answer.body.id);
    const second = await api.ask<Document>('POST', ORDERS, {key: true, body: draft});
    assert.equal((await first(api))?.id, second.body.id);
  });

  test('costs what the calculation said', async () => {
    const api = new Api();
    const lines = (await api.orderable(5)).map((line) => ({...line, quantity: '150'}));
    const draft: DraftInput = {lines, submit: true};
    const {body: calculation} = await api.ask<Calculation>('POST', '/calculations', {
      body: {type: 'purchase-order', draft},
    });
    const {body: order} = await api.ask<Document>('POST', ORDERS, {key: true, body: draft});
    assert.deepEqual(calculation.issues, []);
    assert.deepEqual(order.totals, calculation.totals);
    assert.deepEqual(order.vat, calculation.vat);
    assert.ok(Big(order.totals?.discount ?? '0').gt(0), 'a large order has a discount on the whole');
  });

  test('needs a key that is a UUID', async () => {
    const api = new Api();
    const body = {lines: await api.orderable(1), submit: true};
    assert.equal((await api.ask('POST', ORDERS, {body})).body.code, 'idempotency_key_required');
    const answer = await api.ask('POST', ORDERS, {body, headers: {'Idempotency-Key': '7'}});
    assert.equal(answer.status, 400);
    assert.equal(answer.body.code, 'idempotency_key_invalid');
  });

  test('happens once for a key: the first answer again, and 422 for another body', async () => {
    const api = new Api();
    const before = await count(api);
    const headers = {'Idempotency-Key': randomUUID()};
    const body = {lines: await api.orderable(1), submit: true};
    const one = await api.ask<Document>('POST', ORDERS, {headers, body});
    const again = await api.ask<Document>('POST', ORDERS, {headers, body});
    assert.deepEqual([again.status, again.body], [201, one.body]);
    assert.equal(again.headers.get('ETag'), one.headers.get('ETag'));
    assert.equal(await count(api), before + 1);
    const other = await api.ask('POST', ORDERS, {headers, body: {...body, note: 'changed'}});
    assert.deepEqual([other.status, other.body.code], [422, 'idempotency_key_reused']);
  });

  test('answers 409 while the same request is being worked on', async () => {
    const api = new Api();
    const before = await count(api);
    const headers = {'Idempotency-Key': randomUUID()};
    const body = {lines: await api.orderable(1), submit: true};
    api.portal.faults.add({method: 'POST', path: ORDERS, kind: 'delay', ms: 40});
    const slow = api.ask<Document>('POST', ORDERS, {headers, body});
    const busy = await api.ask('POST', ORDERS, {headers, body});
    assert.deepEqual([busy.status, busy.body.code], [409, 'request_in_progress']);
    const done = await slow;
    const again = await api.ask<Document>('POST', ORDERS, {headers, body});
    assert.equal(again.body.id, done.body.id);
    assert.equal(await count(api), before + 1);
  });

  test('leaves the key free where it is refused, so that the mended order may use it', async () => {
    const api = new Api();
    const headers = {'Idempotency-Key': randomUUID()};
    const lines = await api.orderable(1);
    assert.equal((await api.ask('POST', ORDERS, {headers, body: {lines: [], submit: true}})).status, 422);
    assert.equal((await api.ask('POST', ORDERS, {headers, body: {lines, submit: true}})).status, 201);
  });

  test('says at which place a body breaks the contract, in the language that was asked for', async () => {
    const api = new Api();
    const body = {lines: [{itemNumber: 'KH-10036', quantity: 12}, {quantity: '1,5'}], requestedDate: 'soon'};
    const answer = await api.ask('POST', ORDERS, {
      key: true,
      body,
      headers: {'Accept-Language': 'de-AT,en;q=0.5'},
    });
    assert.equal(answer.status, 422);
    const places = new Map(answer.body.errors?.map(({pointer, code}) => [pointer, code]));
    assert.equal(places.get('#/lines/1/itemNumber'), 'required');
    for (const pointer of ['#/lines/0/quantity', '#/lines/1/quantity', '#/requestedDate', '#/submit'])
      assert.ok(places.has(pointer), pointer);
    assert.equal(answer.headers.get('Content-Language'), 'de');
    assert.match(answer.body.errors?.find(({code}) => code === 'required')?.detail ?? '', /fehlt/);
    assert.equal((await api.ask('POST', ORDERS, {key: true, body: '{"lines'})).body.code, 'not_json');
  });
});

describe('a calculation', () => {
  const api = new Api();
  const issuesOf = async (draft: Partial<DraftInput>): Promise<[string, string, string][]> => {
    const body = {type: 'purchase-order', draft: {lines: [], submit: false, ...draft}};
    const answer = await api.ask<Calculation>('POST', '/calculations', {body});
    return answer.body.issues.map(({pointer, code, severity}) => [pointer, code, severity]);
  };
  const lineIssues = async (line: DraftInput['lines'][number]): Promise<[string, string, string][]> =>
    issuesOf({lines: [line]});

  test('objects to everything that an order cannot have', async () => {
    const items = await api.walk<Item>('/catalog/items');
    const find = (test: (item: Item) => boolean): Item => items.find(test) ?? assert.fail('no such item');
    const min = find(({orderQuantity}) => orderQuantity?.min === '100' && orderQuantity.multipleOf === '50');
    const max = find(({orderQuantity}) => orderQuantity?.max === '20');
    const variant = find(
      ({variants, availability}) => variants !== undefined && availability?.status === 'available',
    );
    const limited = find(
      ({availability, orderQuantity}) => availability?.status === 'limited' && !orderQuantity,
    );
    const gone = find(({availability}) => availability?.status === 'discontinued' && !availability.quantity);
    const away = find(
      ({availability, orderQuantity}) => availability?.status === 'unavailable' && !orderQuantity,
    );
    const blocked = api.portal.data.world
      .book(api.portal.data.world.users[0]?.memberships[0] ?? assert.fail())
      ?.items.find((item) => item.blocked);
    const at = '#/lines/0';
    const expected: [DraftInput['lines'][number], [string, string, string]][] = [
      [{itemNumber: 'XX-1', quantity: '1'}, [`${at}/itemNumber`, 'item_unknown', 'error']],
      [{itemNumber: blocked?.itemNumber ?? '', quantity: '1'}, [`${at}/itemNumber`, 'item_blocked', 'error']],
      [{itemNumber: min.itemNumber, quantity: '50'}, [`${at}/quantity`, 'below_minimum', 'error']],
      [{itemNumber: min.itemNumber, quantity: '120'}, [`${at}/quantity`, 'not_multiple', 'error']],
      [{itemNumber: max.itemNumber, quantity: '21'}, [`${at}/quantity`, 'above_maximum', 'error']],
      [{itemNumber: max.itemNumber, quantity: '0'}, [`${at}/quantity`, 'quantity_not_positive', 'error']],
      [{itemNumber: max.itemNumber, quantity: '-1'}, [`${at}/quantity`, 'quantity_not_positive', 'error']],
      [{itemNumber: max.itemNumber, quantity: '1.5'}, [`${at}/quantity`, 'quantity_decimals', 'error']],
      [
        {itemNumber: max.itemNumber, quantity: '1.00000001'},
        [`${at}/quantity`, 'quantity_decimals', 'error'],
      ],
      [
        {itemNumber: max.itemNumber, quantity: '999999999'},
        [`${at}/quantity`, 'quantity_too_large', 'error'],
      ],
      [
        {itemNumber: max.itemNumber, quantity: '1', unitCode: 'DRUM'},
        [`${at}/unitCode`, 'unit_unknown', 'error'],
      ],
      [
        {itemNumber: max.itemNumber, quantity: '1', variantCode: 'XL'},
        [`${at}/variantCode`, 'variant_unknown', 'error'],
      ],
      [{itemNumber: variant.itemNumber, quantity: '12'}, [`${at}/variantCode`, 'variant_required', 'error']],
      [
        {itemNumber: limited.itemNumber, quantity: '90000'},
        [`${at}/quantity`, 'above_availability', 'warning'],
      ],
      [{itemNumber: gone.itemNumber, quantity: '1000'}, [`${at}/quantity`, 'item_discontinued', 'error']],
      [{itemNumber: away.itemNumber, quantity: '10'}, [`${at}/quantity`, 'item_unavailable', 'warning']],
      [
        {itemNumber: away.itemNumber, quantity: '10', requestedDate: '2026-11-21'},
        [`${at}/requestedDate`, 'date_past', 'warning'],
      ],
    ];
    for (const [line, issue] of expected) {
      const issues = await lineIssues(line);
      assert.ok(
        issues.some((one) => one.join() === issue.join()),
        `${issue.join()} not in ${JSON.stringify(issues)}`,
      );
    }
  });

  test('objects to the head of an order as well', async () => {
    assert.deepEqual(await issuesOf({}), [['#/lines', 'lines_required', 'error']]);
    const lines = await api.orderable(1);
    assert.deepEqual(await issuesOf({lines, requestedDate: '2026-11-21'}), [
      ['#/requestedDate', 'date_past', 'warning'],
    ]);
    assert.deepEqual(await issuesOf({lines, requestedDate: '2026-11-22'}), []);
    assert.deepEqual(await issuesOf({lines, shipToId: 'a-moon'}), [
      ['#/shipToId', 'address_unknown', 'error'],
    ]);
    const known = api.portal.data
      .documents('demo-customer', 'purchase-order')
      .find(({reference}) => reference);
    assert.deepEqual(await issuesOf({lines, externalReference: known?.reference ?? ''}), [
      ['#/externalReference', 'reference_used', 'warning'],
    ]);
  });

  test('prices by breaks and units', async () => {
    const item = (await api.walk<Item>('/catalog/items')).find(
      ({priceBreaks, units, variants}) => priceBreaks && units[1] && !variants,
    );
    assert.ok(item?.priceBreaks);
    const steps = [{minQuantity: '1', unitPrice: item.unitPrice}, ...item.priceBreaks];
    const [, large] = item.units;
    assert.ok(large);
    const lines = [
      ...steps.map(({minQuantity}) => ({itemNumber: item.itemNumber, quantity: minQuantity})),
      {itemNumber: item.itemNumber, quantity: '100', unitCode: large.code},
    ];
    const {body} = await api.ask<Calculation>('POST', '/calculations', {
      body: {type: 'purchase-order', draft: {lines, submit: false}},
    });
    steps.forEach((step, index) =>
      assert.ok(Big(body.lines[index]?.unitPrice ?? '0').eq(step.unitPrice ?? '-1')),
    );
    const most = steps.findLast(({minQuantity}) => Big(large.perBase).times(100).gte(minQuantity));
    assert.ok(Big(body.lines.at(-1)?.unitPrice ?? '0').eq(Big(most?.unitPrice ?? '0').times(large.perBase)));
  });

  test('changes nothing', async () => {
    const before = await count(api);
    await api.ask('POST', '/calculations', {
      body: {type: 'purchase-order', draft: {lines: await api.orderable(1), submit: true}},
    });
    assert.equal(await count(api), before);
  });
});

describe('a draft', () => {
  test('is kept, changed by a merge patch, sent once, and then can no longer be changed', async () => {
    const api = new Api();
    const lines = await api.orderable(3);
    const body: DraftInput = {
      externalReference: 'first',
      note: 'later',
      lines: [...lines, {itemNumber: 'unknown', quantity: '1'}],
      submit: false,
    };
    const made = await api.ask<Document>('POST', ORDERS, {key: true, body});
    assert.deepEqual([made.status, made.body.number, made.body.state], [201, null, 'draft']);
    assert.deepEqual(made.body.allowedActions, ['read', 'update', 'discard']);
    const path = `${ORDERS}/${made.body.id}`;
    const etag = made.headers.get('ETag') ?? '';
    const change = {note: null, externalReference: 'second'};
    assert.equal((await api.ask('PATCH', path, {body: change})).status, 428);
    const changed = await api.ask<Document>('PATCH', path, {body: change, headers: {'If-Match': etag}});
    assert.deepEqual(
      [changed.status, changed.body.note, changed.body.externalReference, changed.body.lineCount],
      [200, undefined, 'second', 4],
    );
    const stale = await api.ask('PATCH', path, {body: change, headers: {'If-Match': etag}});
    assert.deepEqual([stale.status, stale.body.code], [412, 'stale']);
    const headers = {'If-Match': changed.headers.get('ETag') ?? ''};
    const refused = await api.ask('PATCH', path, {body: {submit: true}, headers});
    assert.deepEqual([refused.status, refused.body.errors?.[0]?.pointer], [422, '#/lines/3/itemNumber']);
    const sent = await api.ask<Document>('PATCH', path, {body: {lines, submit: true}, headers});
    assert.deepEqual([sent.body.state, sent.body.lineCount], ['in_review', 3]);
    assert.equal((await first(api))?.id, made.body.id);
    const late = await api.ask('PATCH', path, {
      body: change,
      headers: {'If-Match': sent.headers.get('ETag') ?? ''},
    });
    assert.equal(late.status, 403);
  });

  test('is discarded', async () => {
    const api = new Api();
    const draft = (await api.walk<DocumentSummary>(`${ORDERS}?state=draft`))[0];
    const path = `${ORDERS}/${draft?.id}`;
    assert.equal((await api.ask('DELETE', path)).status, 428);
    assert.equal((await api.ask('DELETE', path, {headers: {'If-Match': '"v9"'}})).status, 412);
    assert.equal((await api.fetch('DELETE', path, {headers: {'If-Match': '"v1"'}})).status, 204);
    assert.equal((await api.ask('GET', path)).status, 404);
  });
});

describe('repeating an order', () => {
  test('proposes a draft that can be sent, and says what differs', async () => {
    const api = new Api();
    const before = await count(api);
    const codes = new Set<string>();
    const orders = api.portal.data
      .documents('demo-customer', 'purchase-order')
      .filter(({number}) => number !== null);
    for (const {id, lines} of orders.filter((_, index) => index % 9 === 0)) {
      const {status, body} = await api.ask<RepeatProposal>('POST', `${ORDERS}/${id}/repeat`);
      assert.equal(status, 200);
      const leftOut = body.changes.filter(({code}) => code === 'item_blocked');
      assert.equal(body.draft.lines.length + leftOut.length, lines.length);
      for (const {pointer, code} of body.changes) {
        codes.add(code);
        const [, index] = /^#\/lines\/(\d+)\//.exec(pointer) ?? [];
        if (index !== undefined) assert.ok(body.draft.lines[Number(index)]);
      }
    }
    assert.deepEqual(
      codes,
      new Set([
        'date_cleared',
        'price_changed',
        'item_blocked',
        'item_replaced',
        'item_unavailable',
        'unit_changed',
      ]),
    );
    assert.equal(await count(api), before);
    const source = orders.findLast(({state, lines}) => state === 'closed' && lines.length < 10);
    const proposal = await api.ask<RepeatProposal>('POST', `${ORDERS}/${source?.id}/repeat`);
    const {body} = await api.ask<Document>('POST', ORDERS, {
      key: true,
      body: {...proposal.body.draft, submit: true},
    });
    assert.deepEqual(body.related, [
      {rel: 'repeat-of', type: 'purchase-order', id: source?.id, number: source?.number, posted: null},
    ]);
  });
});

describe('repeating an order of an item that has a successor', () => {
  test('proposes the successor, and says which item it takes the place of', async () => {
    const api = new Api();
    const orders = api.portal.data.documents('demo-customer', 'purchase-order');
    const source = orders.find(
      ({number, lines}) => number !== null && lines.some(({item}) => item?.successor !== undefined),
    );
    const former = source?.lines.find(({item}) => item?.successor !== undefined);
    const {body} = await api.ask<RepeatProposal>('POST', `${ORDERS}/${source?.id}/repeat`);
    const change = body.changes.find(({code}) => code === 'item_replaced');
    const [, index] = /^#\/lines\/(\d+)\/itemNumber$/.exec(change?.pointer ?? '') ?? [];
    assert.equal(change?.before, former?.itemNumber);
    assert.equal(change?.after, former?.item?.successor);
    assert.equal(body.draft.lines[Number(index)]?.itemNumber, change?.after);
    const {body: calculation} = await api.ask<Calculation>('POST', '/calculations', {
      body: {type: 'purchase-order', draft: body.draft},
    });
    assert.deepEqual(
      calculation.issues.filter(({severity}) => severity === 'error'),
      [],
    );
  });
});

describe('a PDF', () => {
  test('is made the first time, and valid when it is there', async () => {
    const api = new Api();
    const invoice = api.portal.data.documents('demo-customer', 'purchase-invoice').at(-1);
    const path = `/documents/purchase-invoice/${invoice?.id}/pdf`;
    const waiting = await api.fetch('GET', path);
    assert.deepEqual([waiting.status, waiting.headers.get('Retry-After')], [202, '1']);
    const done = await api.fetch('GET', path);
    assert.equal(done.headers.get('Content-Type'), 'application/pdf');
    const file = Buffer.from(await done.arrayBuffer()).toString('latin1');
    assert.match(file, /^%PDF-1\.4\n/);
    assert.ok(file.includes(`(Invoice ${invoice?.number})`));
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
    assert.equal(file.slice(start, start + 4), 'xref');
    const offsets = [...file.matchAll(/^(\d{10}) 00000 n /gm)].map(([, offset]) => Number(offset));
    assert.equal(offsets.length, 6);
    offsets.forEach((offset, index) => assert.ok(file.slice(offset).startsWith(`${index + 1} 0 obj\n`)));
    const [, length, stream = ''] = /\/Length (\d+) >>\nstream\n([\s\S]*)\nendstream/.exec(file) ?? [];
    assert.equal(Number(length), stream.length);
  });
});
