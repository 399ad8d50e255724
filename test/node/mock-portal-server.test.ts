import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, beforeEach, describe, test} from 'node:test';
import type {DocumentSummary, HelpTopic, Page} from '../../src/portal/contract/index.ts';
import {serve, type ServedPortal} from '../../mocks/serve.ts';
import {NOW} from './mock-portal-api.ts';

const ORDERS = '/api/v1/documents/purchase-order';
const AUTH = {Authorization: 'Bearer demo-customer'};

describe('the mock portal over HTTP', () => {
  let served: ServedPortal;
  let cdn: string;

  before(async () => {
    cdn = await mkdtemp(join(tmpdir(), 'mock-portal-'));
    await writeFile(join(cdn, 'portal-widgets.js'), 'export {};\n');
    served = await serve({port: 0, now: NOW, cdn});
  });

  after(async () => {
    await served.close();
    await rm(cdn, {recursive: true});
  });

  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(served.origin + path, {
      ...init,
      headers: {...AUTH, ...(init.headers as Record<string, string> | undefined)},
    });
  const fault = (body: object): Promise<Response> =>
    ask('/__mock/faults', {method: 'POST', body: JSON.stringify(body)});
  const list = async (): Promise<{items: DocumentSummary[]; page: Page}> =>
    (await (await ask(`${ORDERS}?limit=1`)).json()) as {items: DocumentSummary[]; page: Page};

  beforeEach(() => served.portal.reset());

  test('lets pages of other origins in, with credentials', async () => {
    const origin = 'https://intranet.example';
    const asked = 'authorization,idempotency-key,portal-membership';
    const preflight = await fetch(served.origin + ORDERS, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': asked,
      },
    });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('Access-Control-Allow-Origin'), origin);
    assert.equal(preflight.headers.get('Access-Control-Allow-Headers'), asked);
    for (const method of ['PATCH', 'DELETE'])
      assert.ok(preflight.headers.get('Access-Control-Allow-Methods')?.includes(method));
    for (const path of [
      '/api/v1/me',
      '/unauthorized/api/v1/me',
      '/api/v1/nothing',
      '/cdn/portal-widgets.js',
      '/nowhere',
    ]) {
      const {headers} = await ask(path, {headers: {Origin: origin}});
      assert.equal(headers.get('Access-Control-Allow-Origin'), origin, path);
      assert.equal(headers.get('Access-Control-Allow-Credentials'), 'true');
      for (const name of ['ETag', 'Location', 'Retry-After'])
        assert.ok(headers.get('Access-Control-Expose-Headers')?.includes(name));
    }
  });

  test('does the same as in the page', async () => {
    const [item] = served.portal.data
      .items('demo-customer')
      .filter(({availability, variants}) => availability?.status === 'available' && !variants);
    const body = JSON.stringify({lines: [{itemNumber: item?.itemNumber, quantity: '2000'}], submit: true});
    const made = await ask(ORDERS, {method: 'POST', body, headers: {'Idempotency-Key': randomUUID()}});
    assert.equal(made.status, 201);
    const order = (await made.json()) as DocumentSummary;
    assert.equal((await list()).items[0]?.id, order.id);
    assert.equal(made.headers.get('Location'), `${served.origin}${ORDERS}/${order.id}`);
  });

  test('cuts the connection before or after the order is taken, and in the middle of an answer', async () => {
    const {page} = await list();
    const body = JSON.stringify({lines: [{itemNumber: 'KH-10036', quantity: '10'}], submit: true});
    const headers = {'Idempotency-Key': randomUUID()};
    for (const [kind, more] of [
      ['network', 0],
      ['network-after-commit', 1],
    ] as const) {
      await fault({method: 'POST', path: '/documents/purchase-order', kind});
      await assert.rejects(ask(ORDERS, {method: 'POST', body, headers}), TypeError);
      assert.equal((await list()).page.total, (page.total ?? 0) + more);
    }
    const settled = await ask(ORDERS, {method: 'POST', body, headers});
    assert.deepEqual([settled.status, settled.headers.get('Idempotency-Replayed')], [201, 'true']);
    assert.equal((await list()).page.total, (page.total ?? 0) + 1);
    await fault({pattern: '^/me', kind: 'truncated'});
    const half = await ask('/api/v1/me');
    assert.equal(half.status, 200);
    await assert.rejects(half.text(), TypeError);
    await assert.rejects(ask('/offline/api/v1/me'), TypeError);
  });

  test('never answers where it is told to, and lets go when the client gives up', async () => {
    const giveUp = new AbortController();
    const waiting = ask('/never/api/v1/me', {signal: giveUp.signal});
    while (served.portal.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    giveUp.abort();
    await assert.rejects(waiting, {name: 'AbortError'});
    assert.equal((await ask('/api/v1/me')).status, 200);
  });

  test('is controlled and watched from outside', async () => {
    assert.equal((await fault({kind: 'nonsense'})).status, 422);
    await fault({path: '/me', kind: 'status', status: 503, headers: {'Retry-After': '7'}});
    const busy = await ask('/api/v1/me');
    assert.deepEqual([busy.status, busy.headers.get('Retry-After')], [503, '7']);
    await fault({kind: 'network'});
    await ask('/__mock/faults', {method: 'DELETE'});
    assert.equal((await ask('/api/v1/me')).status, 200);
    const requests = (await (await ask('/__mock/requests')).json()) as {path: string; status: number}[];
    assert.deepEqual(
      requests.map(({path, status}) => [path, status]),
      [
        ['/me', 503],
        ['/me', 200],
      ],
    );
    await ask('/__mock/reset', {method: 'POST'});
    assert.deepEqual(await (await ask('/__mock/requests')).json(), []);
    assert.deepEqual(await (await ask('/__mock/outbox')).json(), []);
    assert.equal((await ask('/__mock/nothing')).status, 404);
    assert.match(await (await ask('/')).text(), /demo-customer/);
  });

  test('signs browsers in by a cookie', async () => {
    const session = await ask('/__mock/session', {method: 'POST', body: '{"token":"demo-host"}'});
    const cookie = session.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const partners = await fetch(`${served.origin}/api/v1/partners`, {headers: {Cookie: cookie}});
    assert.equal(partners.status, 200);
  });

  test('serves the built library, and nothing beside it', async () => {
    const script = await ask('/cdn/portal-widgets.js');
    assert.equal(script.headers.get('Content-Type'), 'text/javascript; charset=utf-8');
    assert.equal(await script.text(), 'export {};\n');
    for (const path of ['/cdn/none.js', '/cdn/%2e%2e/secret', '/cdn/..%2fsecret', '/cdn/', '/package.json']) {
      assert.equal((await ask(path)).status, 404, path);
    }
  });

  test('has the videos of the help, in parts and for pages of other origins', async () => {
    const {video} = (await (await ask('/api/v1/help/purchase-order')).json()) as HelpTopic;
    const track = new URL(video?.tracks[0]?.src ?? '', `${served.origin}/api/v1/`);
    assert.match(track.pathname, /^\/media\/[\w-]+\.en\.vtt$/);
    const path = '/media/create-purchase-order.json';
    const whole = await fetch(served.origin + path, {headers: {Origin: 'https://intranet.example'}});
    assert.equal(whole.headers.get('Access-Control-Allow-Origin'), 'https://intranet.example');
    const text = await whole.text();
    const part = await fetch(served.origin + path, {headers: {Range: 'bytes=4-9'}});
    assert.equal(part.status, 206);
    assert.equal(part.headers.get('Content-Range'), `bytes 4-9/${Buffer.byteLength(text)}`);
    assert.equal(await part.text(), Buffer.from(text).subarray(4, 10).toString());
    assert.equal((await fetch(served.origin + path, {headers: {Range: 'bytes=99999999-'}})).status, 416);
    for (const wrong of ['/media/nothing.webm', '/media/%', '/media/..%2fREADME.md', '/media/']) {
      assert.equal((await fetch(served.origin + wrong)).status, 404, wrong);
    }
  });
});
