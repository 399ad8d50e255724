import fc from 'fast-check';
import type {ListView} from '../../src/widgets/document-list/list-view.ts';
import {isSameView, presets, readView, writeView} from '../../src/widgets/document-list/view-text.ts';
import {ViewAddress} from '../../src/widgets/document-list/view-address.ts';
import {afterEach, beforeEach, describe, expect, it, until} from '../support/index.ts';
import {mountViewer} from './viewer.ts';

const viewer = async () => {
  const host = await mountViewer();
  const views: ListView[] = [];
  const options = {key: () => 'orders', onView: (view: ListView) => views.push(view)};
  return {host, views, address: host.with((element) => new ViewAddress(element, options))};
};
/** The parameters that a test has brought, as they are written. */
const parameters = () =>
  location.search
    .slice(1)
    .split('&')
    .filter((part) => /^(orders|host)/.test(part));
const visit = (search: string) => {
  const own = location.search.replace(/&?(orders|host)[^&]*/g, '');
  history.replaceState({page: 1}, '', `${location.pathname}${own}&${search}#part`);
};
const back = async () => {
  const arrived = new Promise((resolve) => window.addEventListener('popstate', resolve, {once: true}));
  history.back();
  await arrived;
};

const ownDays = fc
  .tuple(fc.option(fc.integer({min: 0, max: 20_000})), fc.option(fc.nat(900)))
  .filter(([from, length]) => from !== null || length !== null)
  .map(([from, length]) => {
    const text = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
    return {
      ...(from !== null && {from: text(from)}),
      ...(length !== null && {to: text((from ?? 0) + length)}),
    };
  });
const word = fc.string({unit: 'grapheme', minLength: 1, maxLength: 20}).filter((text) => {
  return text.trim() === text && !/\p{C}/u.test(text);
});
const anyView: fc.Arbitrary<ListView> = fc
  .record(
    {
      q: word,
      posted: fc.boolean(),
      state: word,
      payment: word,
      period: fc.oneof(fc.constantFrom(...presets), ownDays),
      dateField: fc.constantFrom('posting' as const, 'due' as const, 'requested' as const),
      sort: fc.constantFrom('-gross', 'number', 'dueDate'),
      columns: fc.uniqueArray(fc.constantFrom('number', 'date', 'due-date', 'amount'), {minLength: 1}),
    },
    {requiredKeys: []},
  )
  .map(({dateField, ...view}) => (view.period && dateField ? {...view, dateField} : view));

describe('a view in words', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const written = writeView(view);
        expect(readView((name) => written.get(name))).to.deep.equal(view);
      }),
    );
  });

  it('leaves out what is as usual', () => {
    expect([...writeView({sort: '-documentDate', dateField: 'due', q: ' ', period: {}})]).to.deep.equal([]);
    expect(isSameView({sort: '-documentDate'}, {})).to.equal(true);
    expect(isSameView({columns: ['date', 'number']}, {columns: ['number', 'date']})).to.equal(false);
  });

  it('is never more than what makes sense', () => {
    const texts: Record<string, string> = {
      posted: 'maybe',
      state: 'a'.repeat(65),
      payment: 'a\u0000b',
      date: '2026-02-30..2026-03-01',
      'date-field': 'due',
      sort: 'password',
      columns: ',,<b>,__proto__,date,date',
    };
    expect(readView((name) => texts[name])).to.deep.equal({columns: ['date']});
    for (const date of [
      '2026-03-02..2026-03-01',
      '..',
      '2026-03-01',
      'a..b',
      '2026-01-01..2026-01-02..x',
      'soon',
    ])
      expect(
        readView((name) => (name === 'date' ? date : null)),
        date,
      ).to.deep.equal({});
  });
});

describe('a view in the address', () => {
  const {href} = location;
  let length = 0;
  beforeEach(() => visit('host=a%20b'));
  afterEach(() => history.replaceState(null, '', href));

  it('can be read by a person, and touches nothing else', async () => {
    visit('host=a%20b&orders.state=open&host.empty&orders2=x');
    const {address} = await viewer();
    address.write({
      q: 'bolt M8',
      posted: true,
      period: {from: '2026-01-01', to: '2026-01-31'},
      dateField: 'due',
      sort: '-gross',
      columns: ['number', 'date'],
    });
    expect(parameters()).to.deep.equal([
      'host=a%20b',
      'orders.q=bolt+M8',
      'orders.posted=true',
      'orders.date=2026-01-01..2026-01-31',
      'orders.date-field=due',
      'orders.sort=-gross',
      'orders.columns=number,date',
      'host.empty',
      'orders2=x',
    ]);
    expect(location.hash).to.equal('#part');
    expect(history.state).to.deep.equal({page: 1});
    address.write({});
    expect(parameters()).to.deep.equal(['host=a%20b', 'host.empty', 'orders2=x']);
  });

  it('is what somebody else sees who opens it', async () => {
    const {address} = await viewer();
    fc.assert(
      fc.property(anyView, (view) => {
        address.write(view, {replace: true});
        expect(isSameView(address.read(), view)).to.equal(true);
      }),
      {numRuns: 30},
    );
  });

  it('is one entry for a text that is being typed, and one for everything else', async () => {
    const {address} = await viewer();
    ({length} = history);
    for (const q of ['b', 'bo', 'bolt']) address.write({q}, {replace: true});
    expect(history.length).to.equal(length + 1);
    address.write({q: 'bolt', posted: true});
    address.write({q: 'bolt', posted: true});
    expect(history.length).to.equal(length + 2);
    address.write({q: 'bolts', posted: true}, {replace: true});
    expect(history.length).to.equal(length + 3);
  });

  it('comes back with Back, to the list that it belongs to', async () => {
    const first = await viewer();
    const second = await viewer();
    first.address.write({q: 'one'});
    second.address.write({state: 'open'});
    expect(parameters()).to.deep.equal(['host=a%20b', 'orders.q=one', 'orders-2.state=open']);
    await back();
    expect(second.views).to.deep.equal([{}]);
    expect(first.views).to.deep.equal([]);
    await back();
    expect(first.views).to.deep.equal([{}]);
    expect(second.views).to.have.length(1);
    history.forward();
    await until(() => first.views.length === 2);
    expect(first.views[1]).to.deep.equal({q: 'one'});
  });

  it('belongs to the next list of the name when the first has gone', async () => {
    const first = await viewer();
    first.host.remove();
    const second = await viewer();
    second.address.write({q: 'two'});
    expect(parameters()).to.deep.equal(['host=a%20b', 'orders.q=two']);
    first.address.write({q: 'one'});
    expect(parameters(), 'one that is not in the page').to.deep.equal(['host=a%20b', 'orders.q=two']);
  });

  it('does nothing in a page without an address of its own', async () => {
    const {address, views} = await viewer();
    const {pushState} = history;
    history.pushState = () => {
      throw new DOMException('', 'SecurityError');
    };
    try {
      address.write({q: 'bolt'});
    } finally {
      history.pushState = pushState;
    }
    expect(parameters()).to.deep.equal(['host=a%20b']);
    expect(views).to.deep.equal([]);
  });
});
