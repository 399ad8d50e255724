import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import Big from 'big.js';
import type {
  CatalogLookup,
  Document,
  DocumentsSummary,
  DocumentSummary,
  DocumentSummaryPage,
  Item,
  Page,
} from '../../src/portal/contract/index.ts';
import {richestOrder} from '../../mocks/data/find-chain.ts';
import {Api} from './mock-portal-api.ts';

type List = {items: DocumentSummary[]; page: Page};
const api = new Api();

describe('lists of documents', () => {
  const SORTED: Record<string, (document: DocumentSummary) => string | number | null> = {
    number: ({number}) => number,
    documentDate: ({documentDate}) => documentDate,
    dueDate: ({dueDate}) => dueDate ?? null,
    gross: ({totals}) => (totals ? Number(totals.gross) : null),
  };

  test('are walked without gaps and doubles, in every order', async () => {
    for (const type of ['purchase-order', 'purchase-invoice', 'warehouse-receipt']) {
      const expected = new Set(api.portal.data.documents('demo-customer', type).map(({id}) => id));
      for (const [key, value] of Object.entries(SORTED)) {
        for (const sort of [key, `-${key}`]) {
          const items = await api.walk<DocumentSummary>(`/documents/${type}?sort=${sort}`);
          assert.equal(items.length, expected.size);
          assert.deepEqual(new Set(items.map(({id}) => id)), expected);
          const values = items.map(value);
          const known = values.filter((one) => one !== null);
          assert.ok(
            values.slice(known.length).every((one) => one === null),
            'those without come last',
          );
          const sign = sort.startsWith('-') ? -1 : 1;
          assert.ok(
            known.every(
              (one, index) =>
                index === 0 ||
                sign * (one < (known[index - 1] ?? one) ? -1 : 1) > 0 ||
                one === known[index - 1],
            ),
            sort,
          );
        }
      }
    }
  });

  test('have fifty entries a page, at most two hundred, and say how many there are', async () => {
    assert.equal((await api.ask<List>('GET', '/documents/purchase-order')).body.items.length, 50);
    assert.equal((await api.ask<List>('GET', '/documents/purchase-order?limit=1000')).body.items.length, 200);
    const {body} = await api.ask<List>('GET', '/documents/purchase-order?limit=1');
    assert.equal(body.items.length, 1);
    assert.equal(body.page.total, api.portal.data.documents('demo-customer', 'purchase-order').length);
  });

  test('go on at the same place when something is created or discarded meanwhile', async () => {
    const one = new Api();
    const first = await one.ask<List>('GET', '/documents/purchase-order?limit=10');
    const {body: before} = await one.ask<List>('GET', '/documents/purchase-order?limit=20');
    const lines = await one.orderable(1);
    await one.ask('POST', '/documents/purchase-order', {key: true, body: {lines, submit: true}});
    const draft = first.body.items.find(({state}) => state === 'draft');
    assert.ok(draft);
    await one.fetch('DELETE', `/documents/purchase-order/${draft.id}`, {headers: {'If-Match': '*'}});
    const next = encodeURIComponent(first.body.page.next ?? '');
    const second = await one.ask<List>('GET', `/documents/purchase-order?limit=10&cursor=${next}`);
    assert.deepEqual(second.body.items, before.items.slice(10));
  });

  test('refuse cursors of other queries, of an earlier life, and made-up ones with 410', async () => {
    const one = new Api();
    const {body} = await one.ask<List>('GET', '/documents/purchase-order?q=ball');
    const cursor = `cursor=${encodeURIComponent(body.page.next ?? '')}`;
    assert.equal((await one.ask('GET', `/documents/purchase-order?q=ball&${cursor}`)).status, 200);
    assert.equal((await one.ask('GET', `/documents/purchase-order?q=ball&limit=7&${cursor}`)).status, 200);
    for (const path of [
      `/documents/purchase-order?q=valve&${cursor}`,
      `/documents/purchase-invoice?q=ball&${cursor}`,
      `/documents/purchase-order?q=ball&${cursor}x`,
    ]) {
      const answer = await one.ask('GET', path);
      assert.equal(answer.status, 410);
      assert.equal(answer.body.code, 'cursor_stale');
    }
    const other = {headers: {'Portal-Membership': 'm-10187'}};
    assert.equal((await one.ask('GET', `/documents/purchase-order?q=ball&${cursor}`, other)).status, 410);
    one.portal.reset();
    assert.equal((await one.ask('GET', `/documents/purchase-order?q=ball&${cursor}`)).status, 410);
  });

  test('find numbers, references and items', async () => {
    const [sample] = api.portal.data
      .documents('demo-customer', 'purchase-order')
      .filter(({reference}) => reference);
    assert.ok(sample?.number && sample.reference);
    const [line] = sample.lines;
    for (const q of [
      sample.number,
      sample.number.toLowerCase(),
      sample.reference,
      line?.itemNumber ?? '',
      line?.item?.description ?? '',
    ]) {
      const items = await api.walk<DocumentSummary>(`/documents/purchase-order?q=${encodeURIComponent(q)}`);
      assert.ok(
        items.some(({id}) => id === sample.id),
        q,
      );
      assert.ok(items.length < 1000, q);
    }
    assert.deepEqual(await api.walk('/documents/purchase-order?q=nothing-like-this'), []);
  });

  test('name the whole chain of each of its documents, and list it by type', async () => {
    for (const [token, type] of [
      ['demo-customer', 'purchase-order'],
      ['demo-vendor', 'sales-order'],
    ] as const) {
      const order = richestOrder(api.portal.data.documents(token, type));
      const ids = [order, ...order.links].map(({id}) => id).toSorted();
      for (const one of [order, ...order.links]) {
        const {body} = await api.ask<Document>('GET', `/documents/${one.type}/${one.id}`, {token});
        assert.deepEqual([one.id, ...body.related.map(({id = ''}) => id)].toSorted(), ids, one.type);
        const types = [...new Set(body.related.map((other) => other.type))];
        const listed = await Promise.all(
          types.map((other) =>
            api.ask<List>('GET', `/documents/${other}?relatedTo=${one.type}:${one.id}`, {token}),
          ),
        );
        const found = listed.flatMap((answer) => answer.body.items.map(({id}) => id));
        assert.deepEqual([one.id, ...found].toSorted(), ids, one.type);
      }
    }
  });

  test('are filtered by posted, state, dates and relation', async () => {
    const posted = await api.walk<DocumentSummary>('/documents/warehouse-receipt?posted=true');
    const others = await api.walk<DocumentSummary>('/documents/warehouse-receipt?posted=false');
    assert.ok(posted.every((one) => one.posted === true) && others.every((one) => one.posted === false));
    assert.deepEqual(await api.walk('/documents/purchase-order?posted=false'), []);
    const drafts = await api.walk<DocumentSummary>('/documents/purchase-order?state=draft');
    assert.ok(drafts.length === 3 && drafts.every(({state, number}) => state === 'draft' && number === null));
    const fields = {document: 'documentDate', posting: 'postingDate', due: 'dueDate'} as const;
    for (const [field, name] of Object.entries(fields)) {
      const query = `dateField=${field}&dateFrom=2026-06-01&dateTo=2026-06-30`;
      const items = await api.walk<DocumentSummary>(`/documents/purchase-invoice?${query}`);
      const all = await api.walk<DocumentSummary>('/documents/purchase-invoice');
      const within = all.filter(
        (one) => (one[name] ?? '') >= '2026-06-01' && (one[name] ?? '') <= '2026-06-30',
      );
      assert.ok(items.length > 0);
      assert.deepEqual(items, within);
    }
    const [invoice] = await api.walk<DocumentSummary>('/documents/purchase-invoice?posted=true');
    const {body} = await api.ask<Document>('GET', `/documents/purchase-invoice/${invoice?.id}`);
    const order = body.related.find(({rel}) => rel === 'order');
    const related = await api.walk<DocumentSummary>(
      `/documents/purchase-invoice?relatedTo=purchase-order:${order?.id}`,
    );
    assert.ok(related.some(({id}) => id === invoice?.id));
    const back = await api.ask<Document>('GET', `/documents/purchase-order/${order?.id}`);
    assert.ok(back.body.related.some(({rel, id}) => rel === 'invoice' && id === invoice?.id));
  });

  test('refuse parameters that mean nothing', async () => {
    for (const query of [
      'sort=colour',
      'limit=0',
      'limit=many',
      'dateFrom=2026-02-30',
      'dateField=birthday',
      'posted=perhaps',
      'relatedTo=order',
    ]) {
      const answer = await api.ask('GET', `/documents/purchase-order?${query}`);
      assert.equal(answer.status, 400, query);
      assert.equal(answer.body.code, 'invalid_parameter');
    }
  });

  test('say what all documents of a query come to, in each currency', async () => {
    const scenario = 'two-currencies';
    for (const query of ['payment=overdue', 'posted=true', 'q=no such thing']) {
      const path = `/documents/purchase-invoice?${query}`;
      const {body} = await api.ask<DocumentSummaryPage>('GET', path, {scenario});
      const items = await api.walk<DocumentSummary>(path, {scenario});
      const currencies = [...new Set(items.map(({currency}) => currency))];
      assert.equal(currencies.length, query.startsWith('q') ? 0 : 2);
      const totals = currencies.map((currency) => {
        const own = items.filter((item) => item.currency === currency);
        const sum = (key: 'gross' | 'remaining'): string =>
          own.reduce((total, item) => total.plus(item.totals?.[key] ?? 0), Big(0)).toFixed(2);
        return {currency, count: own.length, gross: sum('gross'), remaining: sum('remaining')};
      });
      const byCurrency = (one: {currency?: string}, other: {currency?: string}): number =>
        (one.currency ?? '').localeCompare(other.currency ?? '');
      assert.deepEqual(body.totals?.toSorted(byCurrency), totals.toSorted(byCurrency));
      if (query.startsWith('payment')) assert.ok(items.every(({payment}) => payment === 'overdue'));
    }
    const {body} = await api.ask<DocumentSummaryPage>('GET', '/documents/purchase-invoice', {
      scenario: 'no-prices',
    });
    assert.equal(body.totals, undefined);
  });

  test('agree with the summary', async () => {
    const {body} = await api.ask<DocumentsSummary>('GET', '/documents-summary');
    for (const {type, total, posted, notPosted, open, overdue} of body.items) {
      const items = await api.walk<DocumentSummary>(`/documents/${type}`);
      assert.equal(items.length, total);
      assert.equal(items.filter((one) => one.posted === true).length, posted);
      assert.equal(items.filter((one) => one.posted === false).length, notPosted);
      const owed = (list: DocumentSummary[]): string =>
        (
          list.reduce((sum, {totals}) => sum + Math.round(Number(totals?.remaining ?? 0) * 100), 0) / 100
        ).toFixed(2);
      if (open) {
        assert.equal(open.amount, owed(items));
        const unpaid = await api.walk<DocumentSummary>(`/documents/${type}?payment=unpaid`);
        assert.deepEqual(
          unpaid.map(({id}) => id),
          items.filter(({totals}) => Number(totals?.remaining ?? 0) > 0).map(({id}) => id),
        );
      }
      if (overdue) assert.equal(overdue.amount, owed(items.filter(({payment}) => payment === 'overdue')));
      assert.equal(overdue !== undefined, type === 'purchase-invoice');
    }
  });
});

describe('the catalogue', () => {
  test('puts exact numbers first, then beginnings, then words', async () => {
    const search = async (q: string): Promise<Item[]> =>
      (await api.ask<{items: Item[]}>('GET', `/catalog/items?q=${encodeURIComponent(q)}`)).body.items;
    const item = (await api.walk<Item>('/catalog/items')).find(({partnerItemNumber}) =>
      partnerItemNumber?.startsWith('KA-'),
    );
    assert.ok(item?.partnerItemNumber && item.gtin);
    for (const key of [item.itemNumber, item.itemNumber.toLowerCase(), item.partnerItemNumber, item.gtin]) {
      assert.equal((await search(key))[0]?.itemNumber, item.itemNumber, key);
    }
    const valves = await search('valve 3/4" lever');
    assert.ok(valves.length > 1 && valves.every(({description}) => /valve.*3\/4".*lever/i.test(description)));
    assert.ok((await search('nylondübel')).length > 0);
    assert.deepEqual(await search('no such thing at all'), []);
  });

  test('resolves item numbers, own numbers and GTINs in the order they were asked for', async () => {
    const items = (await api.walk<Item>('/catalog/items')).filter(({partnerItemNumber}) => partnerItemNumber);
    const [a, b, c] = items;
    assert.ok(a && b?.partnerItemNumber && c?.gtin);
    const keys = [c.gtin, 'unknown', a.itemNumber, ` ${b.partnerItemNumber.toLowerCase()} `, a.itemNumber];
    const {body} = await api.ask<CatalogLookup>('POST', '/catalog/lookups', {body: {keys}});
    assert.deepEqual(body.items, [
      {key: keys[0], item: c},
      {key: 'unknown', item: null},
      {key: keys[2], item: a},
      {key: keys[3], item: b},
      {key: keys[4], item: a},
    ]);
    const many = await api.ask('POST', '/catalog/lookups', {
      body: {keys: Array.from({length: 501}, () => 'x')},
    });
    assert.equal(many.status, 422);
    assert.equal(many.body.errors?.[0]?.pointer, '#/keys');
  });
});
