import {dayText} from '../mocks/data/dates.ts';
import type {DocumentList} from '../src/widgets/document-list/document-list.ts';
import {localToday} from '../src/orders/dates.ts';
import {
  countIn,
  customer,
  documents,
  header,
  listRequests,
  mountList,
  search,
  settled,
} from './document-list-page.ts';
import {
  afterEach,
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  focusedElement,
  getAllByRole,
  getByLabel,
  getByRole,
  html,
  it,
  mount,
  nameOf,
  queryByRole,
  setViewport,
  textOf,
  until,
  user,
} from './support/index.ts';

type Known = ReturnType<typeof documents>[number];

const type = 'purchase-invoice';
const {href} = location;
afterEach(() => history.replaceState(null, '', href));

/** Opens what a button above the list opens. */
async function open(list: Element, name: string): Promise<HTMLElement> {
  await user.click(getByRole('button', {name: new RegExp(`^${name}`), within: list}));
  const drawer = await findByRole('dialog', {name, within: list});
  await until(() => getAllByRole('button', {within: drawer}).length > 0, 'what it holds');
  return drawer;
}
const close = async (list: Element) => {
  await user.press('Escape');
  await until(() => queryByRole('dialog', {within: list}) === undefined);
};
/** Waits until the list says that it has as many documents as the portal. */
async function shows(list: DocumentList, test: (document: Known) => boolean): Promise<void> {
  const {length} = documents(type).filter(test);
  const count = length.toLocaleString('en');
  const whole = length === 1 ? '1 document' : `${count} documents`;
  await until(() => countIn(list) === whole || countIn(list).endsWith(` of ${count} shown`), whole);
}
const dueOn = ({dueDate}: Known) => (dueDate === undefined ? '' : dayText(dueDate));
const day = (back: number) => {
  const [year = 0, month = 1, date = 1] = localToday().split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date - back)).toISOString().slice(0, 10);
};
const headings = (list: Element) => getAllByRole('columnheader', {within: list}).map(nameOf);
/** The view in the address, without what the test runner has there. */
const address = () =>
  location.search
    .slice(1)
    .split('&')
    .filter((part) => /^(purchase-invoice|orders)/.test(part));

/** Two lists of one type on one page, both with their view in the address. */
async function mountTwo(): Promise<DocumentList[]> {
  const provider = await mount(html`
    <portal-provider endpoint="/api/v1" .getToken=${() => Promise.resolve(customer)} locale="en">
      <document-list type=${type} heading="First" sync-url></document-list>
      <document-list type=${type} heading="Second" sync-url></document-list>
    </portal-provider>
  `);
  const lists = [...provider.querySelectorAll('document-list')];
  for (const list of lists) await settled(list);
  return lists;
}
/** A list whose view is in the address under the name `orders`. */
async function mountShared(
  options: {type?: string; filter?: DocumentList['filter']} = {},
): Promise<DocumentList> {
  const provider = await mount(html`
    <portal-provider endpoint="/api/v1" .getToken=${() => Promise.resolve(customer)} locale="en">
      <document-list
        .type=${options.type ?? type}
        .filter=${options.filter}
        sync-url="orders"
      ></document-list>
    </portal-provider>
  `);
  const list = provider.querySelector('document-list');
  if (!list) throw new Error('There is no list');
  if (options.type !== '') await settled(list);
  return list;
}

describe('document-list', () => {
  describe('filtering by days', () => {
    const today = day(0);
    const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
    const month = (offset: number) => {
      const [year = 0, number = 1] = today.split('-').map(Number);
      return new Date(Date.UTC(year, number - 1 + offset, 1)).toISOString().slice(0, 7);
    };
    const presets: Record<string, (date: string) => boolean> = {
      Today: (date) => date === today,
      // In English weeks begin on Sunday.
      'This week': (date) => date >= day(weekday) && date <= day(weekday - 6),
      'Last week': (date) => date >= day(weekday + 7) && date <= day(weekday + 1),
      'This month': (date) => date.startsWith(month(0)),
      'Last month': (date) => date.startsWith(month(-1)),
      'Year to date': (date) => date.slice(0, 4) === today.slice(0, 4) && date <= today,
      'Last year': (date) => Number(date.slice(0, 4)) === Number(today.slice(0, 4)) - 1,
      'Any time': () => true,
    };

    it('shows as many as the portal has, for each preset', async () => {
      const list = await mountList({type});
      const filter = await open(list, 'Filter');
      for (const [name, test] of Object.entries(presets)) {
        await user.click(getByRole('radio', {name, within: filter}));
        await shows(list, ({date}) => test(dayText(date)));
      }
    });

    it('goes by the date that one chooses', async () => {
      const list = await mountList({type});
      const filter = await open(list, 'Filter');
      user.select(getByLabel('Which date', {within: filter}), 'Due date');
      await user.click(getByRole('radio', {name: 'Last month', within: filter}));
      await shows(list, (each) => dueOn(each).startsWith(month(-1)));
      await user.fill(getByLabel('To', {within: filter}), today);
      await shows(list, (each) => dueOn(each) >= `${month(-1)}-01` && dueOn(each) <= today);
      await close(list);
      expect(getByRole('button', {name: /^Due date: /, within: list})).not.to.equal(undefined);
    });
  });

  describe('filtering by what is done', () => {
    it('shows as many as the portal has, says so, and takes it back', async () => {
      const list = await mountList({type});
      const filter = await open(list, 'Filter');
      user.select(getByLabel('Payment', {within: filter}), 'Overdue');
      await shows(list, ({payment}) => payment === 'overdue');
      const {state = ''} = documents(type).find(({payment}) => payment === 'overdue') ?? {};
      const option = [...getByLabel<HTMLSelectElement>('State', {within: filter}).options].find(
        ({value}) => value === state,
      );
      user.select(getByLabel('State', {within: filter}), option?.label ?? '');
      await shows(list, (each) => each.payment === 'overdue' && each.state === state);
      await close(list);
      expect(focusedElement()).to.equal(getByRole('button', {name: /^Filter/, within: list}));
      await user.click(getByRole('button', {name: /^Payment: Overdue/, within: list}));
      await shows(list, (each) => each.state === state);
      await user.click(getByRole('button', {name: 'Clear filters', within: list}));
      await shows(list, () => true);
      await expectNoAxeViolations(list);
    });
  });

  describe('saved views', () => {
    it('are there for the next list of the type, and show the same', async () => {
      const list = await mountList({type});
      await user.click(getByRole('radio', {name: 'Not posted', within: list}));
      await user.click(getByRole('button', {within: header(list, /Amount/)}));
      await shows(list, ({posted}) => posted === false);
      const views = await open(list, 'Views');
      await user.fill(getByLabel('Save this view as', {within: views}), 'To be checked');
      await user.press('Enter');
      await findByRole('button', {name: 'To be checked', within: views});
      await expectNoAxeViolations(list);
      list.remove();

      const next = await mountList({type});
      await shows(next, () => true);
      const again = await open(next, 'Views');
      await user.click(getByRole('button', {name: 'To be checked', within: again}));
      await shows(next, ({posted}) => posted === false);
      expect(header(next, /Amount/).ariaSort).to.equal('descending');
      await user.click(getByRole('button', {name: 'All documents', within: again}));
      await shows(next, () => true);
      expect(header(next, /^Date/).ariaSort).to.equal('descending');
    });

    it('are of one type alone', async () => {
      const list = await mountList({type});
      const views = await open(list, 'Views');
      await user.fill(getByLabel('Save this view as', {within: views}), 'Mine');
      await user.press('Enter');
      await findByRole('button', {name: 'Mine', within: views});
      list.remove();
      const other = await mountList({type: 'purchase-order'});
      const none = await open(other, 'Views');
      expect(queryByRole('button', {name: 'Mine', within: none})).to.equal(undefined);
    });
  });

  describe('a view in the address', () => {
    it('is what somebody else sees, and is written as one goes', async () => {
      history.replaceState(null, '', `${href}&orders.posted=true&orders.date=last-year&orders.sort=gross`);
      const list = await mountShared();
      const year = Number(localToday().slice(0, 4)) - 1;
      await shows(list, ({posted, date}) => posted === true && dayText(date).startsWith(String(year)));
      expect(header(list, /Amount/).ariaSort).to.equal('ascending');
      expect(listRequests().every(({query}) => query.includes('posted=true'))).to.equal(true);
      await user.click(getByRole('radio', {name: 'Not posted', within: list}));
      await until(
        () => address().join('&') === 'orders.posted=false&orders.date=last-year&orders.sort=gross',
      );
    });

    it('takes no harm from nonsense', async () => {
      history.replaceState(
        null,
        '',
        `${href}&orders.posted=perhaps&orders.date=2026-13-01..&orders.sort=secret`,
      );
      const list = await mountShared();
      await shows(list, () => true);
      expect(queryByRole('alert', {within: list})).to.equal(undefined);
    });

    it('is one step back for what was typed, and one for each choice', async () => {
      const list = await mountShared();
      const all = countIn(list);
      await user.fill(search(list), 'S');
      await until(() => address().join() === 'orders.q=S');
      await user.type(search(list), 'I-1');
      await until(() => address().join() === 'orders.q=SI-1');
      await user.click(getByRole('radio', {name: 'Posted', within: list}));
      await until(() => address().join() === 'orders.q=SI-1,orders.posted=true');
      history.back();
      await until(() => address().join() === 'orders.q=SI-1');
      await until(() => getByRole<HTMLInputElement>('radio', {name: 'All', within: list}).checked);
      expect(search(list).value).to.equal('SI-1');
      history.back();
      await until(() => address().length === 0);
      await until(() => countIn(list) === all);
      expect(search(list).value).to.equal('');
      history.forward();
      await until(() => search(list).value === 'SI-1');
    });

    it('is what the page narrows the list down to, and Back comes to that again', async () => {
      const list = await mountShared({filter: {posted: false}});
      await until(() => address().join() === 'orders.posted=false');
      await user.click(getByRole('button', {within: header(list, /Amount/)}));
      await until(() => address().join() === 'orders.posted=false,orders.sort=-gross');
      history.back();
      await until(() => address().join() === 'orders.posted=false');
      await shows(list, ({posted}) => posted === false);
    });

    it('is that of the type that is shown', async () => {
      const list = await mountShared();
      await user.click(getByRole('radio', {name: 'Posted', within: list}));
      await until(() => address().join() === 'orders.posted=true');
      list.type = 'purchase-order';
      await until(() => address().length === 0);
      await until(() => listRequests().at(-1)?.path === '/documents/purchase-order');
      await settled(list);
      expect(listRequests().at(-1)?.query).not.to.include('posted=');
      list.syncUrl = '';
      list.type = type;
      list.filter = {payment: 'overdue'};
      await shows(list, ({payment}) => payment === 'overdue');
      expect(address()).to.deep.equal([`${type}.payment=overdue`]);
    });

    it('waits for the type', async () => {
      history.replaceState(null, '', `${href}&orders.posted=true`);
      const list = await mountShared({type: ''});
      list.type = type;
      await shows(list, ({posted}) => posted === true);
      expect(address()).to.deep.equal(['orders.posted=true']);
    });

    it('of one list is left alone by another one', async () => {
      const [first, second] = await mountTwo();
      if (!first || !second) throw new Error('There are no two lists');
      await user.click(getByRole('radio', {name: 'Posted', within: first}));
      await shows(first, ({posted}) => posted === true);
      await user.click(getByRole('radio', {name: 'Not posted', within: second}));
      await shows(second, ({posted}) => posted === false);
      expect(address()).to.deep.equal(['purchase-invoice.posted=true', 'purchase-invoice-2.posted=false']);
      history.back();
      await shows(second, () => true);
      await shows(first, ({posted}) => posted === true);
      history.back();
      await shows(first, () => true);
      history.forward();
      await shows(first, ({posted}) => posted === true);
      await shows(second, () => true);
    });
  });

  describe('columns', () => {
    it('are shown, hidden and put in order, and stay so', async () => {
      const list = await mountList({type});
      const usual = headings(list);
      const columns = await open(list, 'Columns');
      await user.click(getByRole('checkbox', {name: 'State', within: columns}));
      await until(() => !headings(list).includes('State'));
      await user.click(getByRole('checkbox', {name: 'Lines', within: columns}));
      await until(() => headings(list).includes('Lines'));
      getByRole('checkbox', {name: 'Posting', within: columns}).focus();
      for (let step = 0; step < usual.length + 3; step++) await user.press('Alt+ArrowUp');
      await until(() => headings(list)[0] === 'Posting');
      await expectNoAxeViolations(list);
      const chosen = headings(list);
      await close(list);

      // Documents that are not posted owe nothing yet: what they have no column for stays chosen.
      await user.click(getByRole('radio', {name: 'Not posted', within: list}));
      await until(() => !headings(list).some((heading) => heading.startsWith('Still open')));
      const fewer = await open(list, 'Columns');
      await user.click(getByRole('checkbox', {name: 'Lines', within: fewer}));
      await until(() => !headings(list).includes('Lines'));
      await user.click(getByRole('checkbox', {name: 'Lines', within: fewer}));
      await close(list);
      await user.click(getByRole('radio', {name: 'All', within: list}));
      await until(() => headings(list).join() === chosen.join());
      list.remove();

      const next = await mountList({type});
      expect(headings(next)).to.deep.equal(chosen);
      const again = await open(next, 'Columns');
      await user.click(getByRole('button', {name: 'Usual columns', within: again}));
      await until(() => headings(next).join() === usual.join());
    });
  });

  it('can be narrowed down at 360 px', async () => {
    await setViewport({width: 360, height: 700});
    const list = await mountList({type});
    for (const name of ['Filter', 'Views', 'Columns']) {
      const drawer = await open(list, name);
      const {left, right, bottom} = drawer.getBoundingClientRect();
      expect(left >= 0 && right <= 360 && bottom <= 700, `${name} within the page`).to.equal(true);
      expect(drawer.scrollWidth, name).to.be.at.most(drawer.clientWidth);
      await expectNoAxeViolations(list);
      await close(list);
      expect(textOf(focusedElement() ?? list)).to.match(new RegExp(`^${name}`));
    }
    expect(document.scrollingElement?.scrollWidth).to.be.at.most(360);
  });
});
