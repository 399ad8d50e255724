import fc from 'fast-check';
import type {Order} from '../../src/orders/draft.ts';
import {localToday} from '../../src/orders/dates.ts';
import {unusualIn, withReference, type Precedents} from '../../src/orders/unusual.ts';
import type {Item} from '../../src/portal/contract/catalog.ts';
import type {Document} from '../../src/portal/contract/documents.ts';
import type {DraftLine} from '../../src/portal/contract/orders.ts';
import {describe, expect, it} from '../support/index.ts';

const item: Item = {
  itemNumber: 'A-1',
  description: 'Screw',
  units: [
    {code: 'PCS', label: 'piece', perBase: '1'},
    {code: 'BOX', label: 'box', perBase: '100'},
  ],
};

const line = (change: Partial<DraftLine> = {}): DraftLine => ({itemNumber: 'A-1', quantity: '1', ...change});

/** An earlier order of such quantities: `20`, `3 BOX`. */
const earlier = (id: string, ...quantities: string[]): Document => ({
  id,
  type: 'purchase-order',
  number: `PO-${id}`,
  posted: null,
  state: 'closed',
  documentDate: '2026-11-03',
  lineCount: quantities.length,
  allowedActions: ['read'],
  updatedAt: '2026-11-03T08:00:00Z',
  related: [],
  history: [],
  lines: quantities.map((text, index) => {
    const [quantity = '', unit = 'PCS', variantCode] = text.split(' ');
    return {
      id: String(index),
      no: index,
      itemNumber: 'A-1',
      description: 'Screw',
      quantity,
      unit: {code: unit, label: unit},
      ...(variantCode === undefined ? {} : {variantCode}),
    };
  }),
});

const order = (lines: DraftLine[], head: Partial<Order['body']> = {}): Order => ({
  body: {...head, lines, submit: true},
  lineKeys: lines.map((_, index) => `k${index}`),
});

const nothing: Precedents = {today: '2026-11-22', latest: [], sameReference: []};

/** What is said of an order's quantities: the last one, against the one now. */
const far = (lines: DraftLine[], ...latest: Document[]) =>
  unusualIn(order(lines), () => item, {...nothing, latest}).flatMap((found) =>
    found.code === 'quantity-far-above'
      ? [`${found.line}: ${found.last.quantity} ${found.last.unit?.code ?? ''}, ${found.now.quantity}`]
      : [],
  );

describe('what is unusual about an order', () => {
  it('is a quantity of more than five times the last one, counted in base units', () => {
    const last = earlier('1', '20');
    expect(far([line({quantity: '100'})], last)).to.deep.equal([]);
    expect(far([line({quantity: '100.001'})], last)).to.deep.equal(['k0: 20 PCS, 100.001']);
    expect(far([line({quantity: '1', unitCode: 'BOX'})], last)).to.deep.equal([]);
    expect(far([line({quantity: '2', unitCode: 'BOX'})], last)).to.deep.equal(['k0: 20 PCS, 2']);
    expect(far([line({quantity: '400'})], earlier('1', '3 BOX'))).to.deep.equal([]);
  });

  it('is no quantity that was ordered a while ago', () => {
    const lines = [line({quantity: '400'})];
    expect(far(lines, earlier('2', '20'), earlier('1', '390'))).to.deep.equal(['k0: 20 PCS, 400']);
    expect(far(lines, earlier('2', '20'), earlier('1', '4 BOX'))).to.deep.equal([]);
  });

  it('counts all of an item that an order had, and each variant for itself', () => {
    expect(far([line({quantity: '150'})], earlier('1', '20', '20'))).to.deep.equal([]);
    expect(far([line({quantity: '2', unitCode: 'BOX'})], earlier('1', '10', '0.2 BOX'))).to.deep.equal([
      'k0: 30 PCS, 2',
    ]);
    const variants = [line({quantity: '150', variantCode: 'M'}), line({quantity: '150', variantCode: 'L'})];
    expect(far(variants, earlier('1', '20 PCS M'))).to.deep.equal(['k0: 20 PCS, 150']);
  });

  it('is nothing that cannot be compared', () => {
    expect(far([line({quantity: '400'})], earlier('1', '2 PACK'))).to.deep.equal([]);
    expect(far([line({quantity: '400'})], earlier('1', '0'))).to.deep.equal([]);
    expect(far([line({quantity: '400'})])).to.deep.equal([]);
  });

  it('compares exactly, whatever the digits', () => {
    const digits = fc.tuple(fc.bigInt({min: 1n, max: 10n ** 15n - 1n}), fc.integer({min: 0, max: 8}));
    const text = ([value, decimals]: [bigint, number]) => {
      const padded = String(value).padStart(decimals + 1, '0');
      const at = padded.length - decimals;
      return decimals === 0 ? padded : `${padded.slice(0, at)}.${padded.slice(at)}`;
    };
    const scaled = ([value, decimals]: [bigint, number]) => value * 10n ** BigInt(8 - decimals);
    fc.assert(
      fc.property(digits, digits, (now, last) => {
        const found = far([line({quantity: text(now)})], earlier('1', text(last)));
        expect(found.length).to.equal(scaled(now) > 5n * scaled(last) ? 1 : 0);
      }),
      {numRuns: 300},
    );
  });

  it('is a date that has passed, of the order and of a line', () => {
    const lines = [line({requestedDate: '2026-11-21'}), line({requestedDate: '2026-11-22'})];
    expect(unusualIn(order(lines, {requestedDate: '2025-11-30'}), () => item, nothing)).to.deep.equal([
      {code: 'date-past', line: undefined, date: '2025-11-30'},
      {code: 'date-past', line: 'k0', date: '2026-11-21'},
    ]);
    expect(localToday(new Date(2026, 0, 5))).to.equal('2026-01-05');
  });

  it('is the same line twice, told once', () => {
    const lines = [line(), line({quantity: '2'}), line(), line(), line({note: 'Gate 3'})];
    expect(unusualIn(order(lines), () => item, nothing)).to.deep.equal([
      {code: 'lines-equal', line: 'k2', lines: ['k0', 'k2', 'k3']},
    ]);
  });

  it('is the reference of an earlier order, but not of this one, of a draft or of one like it', () => {
    const with_ = (id: string, externalReference: string, state = 'open') => ({
      ...earlier(id),
      state,
      externalReference,
    });
    const known = [
      with_('5', 'neubau 7 '),
      with_('4', 'Neubau 70'),
      with_('3', 'Neubau 7', 'draft'),
      with_('2', 'Neubau 7', 'canceled'),
      with_('1', 'Neubau 7'),
    ];
    expect(withReference(known, ' Neubau 7').map(({id}) => id)).to.deep.equal(['5', '1']);
    expect(withReference(known, 'Neubau 7', '5').map(({id}) => id)).to.deep.equal(['1']);
    expect(withReference([with_('1', ' ')], ' ')).to.deep.equal([]);
  });

  it('takes thousands of lines in its stride', () => {
    const lines = Array.from({length: 5000}, (_, index) => line({quantity: String(index + 1)}));
    const found = unusualIn(order(lines), () => item, {...nothing, latest: [earlier('1', '999')]});
    expect(found).to.have.length(5);
  });
});
