import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import Big from 'big.js';
import type {
  Document,
  DocumentSummary,
  DocumentsSummary,
  Invitation,
  Item,
  Me,
  Partner,
} from '../../src/portal/contract/index.ts';
import type {DocumentRecord, LineRecord} from '../../mocks/data/records.ts';
import {Api} from './mock-portal-api.ts';

const CUSTOMER_TYPES = [
  'purchase-order',
  'warehouse-receipt',
  'purchase-return-order',
  'purchase-invoice',
  'purchase-credit-memo',
];
const VENDOR_TYPES = [
  'sales-order',
  'warehouse-shipment',
  'sales-return-order',
  'sales-invoice',
  'sales-credit-memo',
];
const api = new Api();

/** Sum of the posted lines that carry out a line, directly or by way of an invoice. */
function carriedOut(order: DocumentRecord, kind: DocumentRecord['kind'], line: LineRecord): number {
  return order.links
    .filter((other) => other.kind === kind && other.posted === true)
    .flatMap(({lines}) => lines)
    .filter(({source}) => source === line || source?.source === line)
    .reduce((sum, {quantity}) => sum + quantity, 0);
}

describe('the mock portal is as large as a wholesaler’s', () => {
  test('a customer with 5,000 documents over five types, posted and not', async () => {
    const {body} = await api.ask<DocumentsSummary>('GET', '/documents-summary');
    assert.deepEqual(
      body.items.map(({type}) => type),
      CUSTOMER_TYPES,
    );
    assert.ok(body.items.reduce((sum, {total}) => sum + total, 0) >= 5000);
    for (const {type, posted, notPosted} of body.items) {
      if (type !== 'purchase-order') assert.ok(posted > 0 && notPosted > 0, type);
    }
  });

  test('2,000 items, each with its own numbers and a GTIN whose check digit is right', async () => {
    const items = await api.walk<Item>('/catalog/items');
    assert.ok(items.length >= 2000);
    for (const key of ['itemNumber', 'gtin', 'description'] as const) {
      assert.equal(new Set(items.map((item) => item[key])).size, items.length, key);
    }
    const own = items.flatMap(({partnerItemNumber}) => partnerItemNumber ?? []);
    assert.equal(new Set(own).size, own.length);
    assert.ok(own.some((number) => number.startsWith('0')));
    for (const {gtin = ''} of items) {
      const digits = Array.from(gtin, Number);
      assert.equal(digits.length, 13);
      assert.equal(
        digits.reduce((sum, digit, index) => sum + digit * (index % 2 === 0 ? 1 : 3), 0) % 10,
        0,
        gtin,
      );
    }
  });

  test('items in all their kinds', async () => {
    const items = await api.walk<Item>('/catalog/items');
    for (const status of ['available', 'limited', 'unavailable', 'discontinued']) {
      assert.ok(
        items.some(({availability}) => availability?.status === status),
        status,
      );
    }
    assert.ok(items.some(({variants}) => variants));
    assert.ok(items.some(({units}) => units.length === 3));
    assert.ok(items.some(({priceBreaks}) => priceBreaks && priceBreaks.length > 2));
    for (const limit of ['min', 'max', 'multipleOf'] as const) {
      assert.ok(
        items.some(({orderQuantity}) => orderQuantity?.[limit]),
        limit,
      );
    }
    assert.deepEqual(new Set(items.map(({vatPercent}) => vatPercent)), new Set(['19', '7']));
    for (const character of ['"', '&', '<', 'ü', '²', '»']) {
      assert.ok(
        items.some(({description}) => description.includes(character)),
        character,
      );
    }
    assert.ok(items.some(({description}) => description.length > 150));
    for (const {unitPrice = '0', priceBreaks = []} of items) {
      const prices = [unitPrice, ...priceBreaks.map((step) => step.unitPrice)];
      assert.ok(
        prices.every((price, index) => index === 0 || Big(price).lte(prices[index - 1] ?? '0')),
        String(prices),
      );
    }
  });

  test('forty partners in every state of an invitation and of its e-mail', async () => {
    const partners = await api.walk<Partner>('/partners', {token: 'demo-host'});
    assert.equal(partners.length, 40);
    const invitations = await api.walk<Invitation>('/invitations', {token: 'demo-host'});
    const states = new Set(invitations.flatMap(({status, delivery}) => [status, delivery]));
    for (const state of [
      'pending',
      'accepted',
      'expired',
      'revoked',
      'queued',
      'sent',
      'delivered',
      'bounced',
      'unknown',
    ]) {
      assert.ok(states.has(state), state);
    }
    assert.ok(partners.some(({invitation}) => !invitation));
    assert.ok(partners.some(({name}) => /[\u0600-\u06ff]/.test(name)));
  });

  test('a vendor, a logistics customer and a host', async () => {
    for (const [token, role, types] of [
      ['demo-vendor', 'vendor', VENDOR_TYPES],
      ['demo-3pl', '3pl_customer', ['shipment', 'delivery']],
      ['demo-host', 'host', []],
    ] as const) {
      const me = await api.ask<Me>('GET', '/me', {token});
      const [membership] = me.body.memberships;
      assert.equal(membership?.role, role);
      assert.deepEqual(Object.keys(membership?.capabilities.documents ?? {}), types);
      for (const type of types) {
        const list = await api.walk<DocumentSummary>(`/documents/${type}`, {token});
        assert.ok(list.length > 10, type);
        assert.ok(list.some(({posted}) => posted === true) || type === 'sales-order');
      }
    }
  });

  test('an order whose lines come in several answers', async () => {
    const record = api.portal.data
      .documents('demo-customer', 'purchase-order')
      .find(({lines}) => lines.length > 500);
    assert.ok(record);
    const path = `/documents/purchase-order/${record.id}`;
    const numbers: number[] = [];
    let query = '';
    do {
      const {body} = await api.ask<Document>('GET', path + query);
      assert.ok(body.lines.length <= 500);
      assert.equal(body.lineCount, record.lines.length);
      numbers.push(...body.lines.map(({no}) => no));
      query = body.linesNext ? `?linesCursor=${encodeURIComponent(body.linesNext)}` : '';
    } while (query !== '');
    assert.deepEqual(
      numbers,
      record.lines.map(({no}) => no),
    );
    assert.ok(numbers.length > 1000);
    const stale = await api.ask('GET', `${path}?linesCursor=nonsense`);
    assert.equal(stale.status, 410);
  });
});

describe('chains add up', () => {
  for (const [token, types] of [
    ['demo-customer', CUSTOMER_TYPES],
    ['demo-vendor', VENDOR_TYPES],
  ] as const) {
    test(`on every line of every order of ${token}`, () => {
      const orders = api.portal.data.documents(token, types[0] ?? '');
      const found = new Set<string>();
      for (const order of orders) {
        for (const line of order.lines) {
          assert.equal(line.received, carriedOut(order, 'receipt', line), order.number ?? '');
          assert.equal(line.invoiced, carriedOut(order, 'invoice', line), order.number ?? '');
          assert.equal(line.returned, carriedOut(order, 'return-order', line), order.number ?? '');
          assert.ok(line.invoiced <= line.received && line.returned <= line.invoiced);
        }
        if (order.fulfilment) found.add(order.fulfilment);
        const arrived = order.lines.map(({received, quantity}) => Math.sign(received - quantity));
        if (order.fulfilment === 'complete') assert.ok(arrived.every((sign) => sign === 0));
        if (order.fulfilment === 'over') assert.ok(arrived.every((sign) => sign >= 0) && arrived.includes(1));
        if (order.fulfilment === 'partial')
          assert.ok(arrived.includes(-1) && order.lines.some(({received}) => received > 0));
        if (order.fulfilment === 'none') assert.ok(order.lines.every(({received}) => received === 0));
      }
      assert.deepEqual(found, new Set(['none', 'partial', 'complete', 'over']));
    });

    test(`related documents of ${token} refer to each other, and follow each other in time`, () => {
      const documents = types.flatMap((type) => api.portal.data.documents(token, type));
      for (const document of documents) {
        for (const other of document.links) {
          assert.ok(other.links.includes(document));
          assert.ok(documents.includes(other));
        }
        const order = document.links.find(({kind}) => kind === 'order');
        if (document.kind !== 'order')
          assert.ok(order && order.date <= document.date && order.sequence < document.sequence);
        const invoice = document.links.find(({kind}) => kind === 'invoice');
        if (document.kind === 'return-order' || document.kind === 'credit-memo') assert.ok(invoice?.posted);
        for (const {source} of document.lines) {
          if (document.kind === 'receipt' || document.kind === 'invoice')
            assert.ok(source && order?.lines.includes(source));
          if (document.kind === 'return-order' || document.kind === 'credit-memo')
            assert.ok(source && invoice?.lines.includes(source));
        }
      }
    });

    test(`no invoice of ${token} is credited for more than it has`, () => {
      for (const invoice of api.portal.data.documents(token, types[3] ?? '')) {
        const credited = invoice.links
          .filter(({kind}) => kind === 'credit-memo')
          .reduce((sum, {totals}) => sum + (totals?.gross ?? 0), 0);
        assert.ok(credited <= (invoice.totals?.gross ?? 0), invoice.number ?? '');
      }
    });
  }

  test('totals and VAT, added up again from the lines over HTTP', async () => {
    for (const type of ['purchase-order', 'purchase-invoice', 'purchase-credit-memo']) {
      const all = await api.walk<DocumentSummary>(`/documents/${type}`);
      for (const {id} of all.filter((_, index) => index % Math.ceil(all.length / 40) === 0)) {
        const {body} = await api.ask<Document>('GET', `/documents/${type}/${id}`);
        if (body.linesNext) continue;
        let sum = Big(0);
        const bases = new Map<string, Big>();
        for (const {
          quantity,
          unitPrice = '0',
          discountPercent = '0',
          lineAmount = '0',
          vatPercent = '0',
        } of body.lines) {
          const gross = Big(quantity).times(unitPrice).round(2, Big.roundHalfUp);
          const amount = gross.minus(gross.times(discountPercent).div(100).round(2, Big.roundHalfUp));
          assert.equal(amount.toFixed(2), lineAmount);
          sum = sum.plus(amount);
          bases.set(vatPercent, (bases.get(vatPercent) ?? Big(0)).plus(amount));
        }
        const {totals, vat = []} = body;
        assert.ok(totals);
        assert.equal(totals.lines, sum.toFixed(2));
        assert.equal(
          Big(totals.lines)
            .minus(totals.discount ?? '0')
            .toFixed(2),
          totals.net,
        );
        assert.equal(Big(totals.net).plus(totals.vat).toFixed(2), totals.gross);
        assert.deepEqual(new Set(vat.map(({percent}) => percent)), new Set(bases.keys()));
        for (const {percent, base, amount} of vat) {
          assert.equal(Big(base).times(percent).div(100).round(2, Big.roundHalfUp).toFixed(2), amount);
          if (!totals.discount) assert.equal(bases.get(percent)?.toFixed(2), base);
        }
        assert.equal(vat.reduce((total, {amount}) => total.plus(amount), Big(0)).toFixed(2), totals.vat);
        assert.equal(vat.reduce((total, {base}) => total.plus(base), Big(0)).toFixed(2), totals.net);
      }
    }
  });

  test('invoices say rightly what is paid and what is overdue', async () => {
    const invoices = await api.walk<DocumentSummary>('/documents/purchase-invoice');
    const seen = new Set<string>();
    for (const {posted, payment, totals, dueDate = '', documentDate, postingDate} of invoices) {
      assert.ok(totals && dueDate > documentDate);
      if (!posted) {
        assert.ok(payment === undefined && postingDate === undefined && totals.paid === undefined);
        continue;
      }
      const {paid = '', remaining = '', gross} = totals;
      seen.add(payment ?? '');
      assert.ok(Big(paid).plus(remaining).eq(gross));
      assert.equal(payment === 'paid', Big(remaining).eq(0));
      if (payment === 'overdue') assert.ok(dueDate < '2026-11-22');
      if (payment === 'open') assert.ok(dueDate >= '2026-11-22' && Big(paid).eq(0));
      if (payment === 'partial') assert.ok(dueDate >= '2026-11-22' && Big(paid).gt(0));
    }
    assert.deepEqual(seen, new Set(['open', 'partial', 'paid', 'overdue']));
  });
});

describe('the data are the same every time', () => {
  const paths = [
    '/documents/purchase-order',
    '/documents/purchase-invoice?sort=gross',
    '/catalog/items',
    '/company',
  ];
  const texts = async (one: Api): Promise<string[]> =>
    Promise.all(paths.map(async (path) => (await one.fetch('GET', path)).text()));

  test('for the same seed and day, in whatever order they are asked for', async () => {
    const other = new Api();
    await other.ask('GET', '/documents/shipment', {token: 'demo-3pl'});
    assert.deepEqual(await texts(other), await texts(new Api()));
  });

  test('and others for another seed', async () => {
    const [orders] = await texts(new Api({seed: 2}));
    assert.notEqual(orders, (await texts(new Api()))[0]);
  });

  test('and no date lies in the future but those that should', async () => {
    const today = '2026-11-22';
    for (const type of CUSTOMER_TYPES) {
      for (const document of await api.walk<DocumentSummary>(`/documents/${type}`)) {
        assert.ok(
          document.documentDate <= today && (document.postingDate ?? '') <= today,
          document.number ?? '',
        );
        assert.ok(document.updatedAt <= '2026-11-22T12:00:00.000Z');
      }
    }
  });
});
