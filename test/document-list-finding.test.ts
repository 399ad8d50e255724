import type {PortalErrorEvent} from '../src/ui/events.ts';
import {
  body,
  column,
  countIn,
  documents,
  header,
  inSight,
  listRequests,
  loadedIn,
  mountList,
  onlyInvoice,
  portal,
  rows,
  search,
  settled,
  showMore,
  vendor,
} from './document-list-page.ts';
import {
  describe,
  expect,
  expectNoAxeViolations,
  findByText,
  focusedElement,
  getByRole,
  getByText,
  heldAnswer,
  it,
  nextEvent,
  queryByRole,
  textOf,
  until,
  user,
} from './support/index.ts';

describe('document-list', () => {
  describe('searching', () => {
    it('asks once, when the user stops typing, and shows what the portal finds', async () => {
      const list = await mountList();
      const before = listRequests().length;
      await user.fill(search(list), onlyInvoice());
      await until(() => countIn(list) === '1 document');
      expect(rows(list)).to.have.length(1);
      expect(listRequests().slice(before)).to.have.length(1);
    });

    it('does not wait after Enter', async () => {
      const list = await mountList();
      const before = listRequests().length;
      const {setTimeout: timer} = window;
      // The pause after the last key never ends.
      window.setTimeout = ((callback: TimerHandler, ms = 0) =>
        ms < 100 ? timer(callback, ms) : 0) as typeof timer;
      try {
        await user.type(search(list), 'SI-1042');
        await user.press('Enter');
        await until(() => listRequests().length > before, 'a request');
      } finally {
        window.setTimeout = timer;
      }
    });

    it('shows only the newest answer, and gives the older one up', async () => {
      const list = await mountList();
      const older = heldAnswer();
      portal.faults.add({path: /q=SI-1/, kind: 'delay', until: older.isDue});
      await user.fill(search(list), 'SI-1');
      await user.press('Enter');
      await until(() => listRequests().some(({query}) => query.includes('q=SI-1')));
      await user.fill(search(list), onlyInvoice());
      await user.press('Enter');
      await until(() => countIn(list) === '1 document');
      older.send();
      // An answer that is asked for later comes later.
      await list.reload();
      await settled(list);
      expect(countIn(list)).to.equal('1 document');
    });

    it('says that nothing fits, and leads back', async () => {
      const list = await mountList();
      await user.fill(search(list), 'no such thing');
      await findByText('No document fits the search and the filter.', {within: list});
      await expectNoAxeViolations(list);
      await user.click(getByRole('button', {name: 'Clear filters', within: list}));
      await until(() => rows(list).length > 5);
      expect(focusedElement()).to.equal(search(list));
      expect(search(list).value).to.equal('');
    });

    it('is cleared with Escape and with a button', async () => {
      const list = await mountList();
      const all = countIn(list);
      for (const clear of [
        () => user.press('Escape'),
        () => user.click(getByRole('button', {name: 'Clear search', within: list})),
      ]) {
        await user.fill(search(list), 'no such thing');
        await until(() => countIn(list) === '0 documents');
        await clear();
        await until(() => countIn(list) === all);
        expect(focusedElement()).to.equal(search(list));
        expect(queryByRole('button', {name: 'Clear search', within: list})).to.be.undefined;
      }
    });

    it('keeps the old rows while it loads', async () => {
      const list = await mountList();
      const answer = heldAnswer();
      portal.faults.add({path: /q=SI-1/, kind: 'delay', until: answer.isDue});
      await user.fill(search(list), 'SI-1');
      await user.press('Enter');
      await until(() => getByRole('region', {within: list}).getAttribute('aria-busy') === 'true');
      expect(rows(list)).to.have.length.above(5);
      await expectNoAxeViolations(list);
      answer.send();
      await settled(list);
    });
  });

  describe('filtering by posting', () => {
    it('shows as many as the portal has', async () => {
      const list = await mountList();
      const notPosted = documents('purchase-invoice').filter(({posted}) => posted === false).length;
      await user.click(getByRole('radio', {name: 'Not posted', within: list}));
      await until(() => countIn(list) === `${notPosted} documents`);
      expect([...new Set(column(list, /Posting/))]).to.deep.equal(['Not posted']);
      expect(focusedElement()).to.equal(getByRole('radio', {name: 'Not posted', within: list}));
    });

    it('works with the arrow keys, and stays while nothing fits', async () => {
      const list = await mountList();
      const posted = documents('purchase-invoice').find((one) => one.posted && one.number === onlyInvoice());
      await user.fill(search(list), posted?.number ?? '');
      await until(() => countIn(list) === '1 document');
      getByRole('radio', {name: 'All', within: list}).focus();
      await user.press('ArrowRight');
      await user.press('ArrowRight');
      await findByText('No document fits the search and the filter.', {within: list});
      await user.press('ArrowLeft');
      await until(() => countIn(list) === '1 document');
      expect(getByRole<HTMLInputElement>('radio', {name: 'Posted', within: list}).checked).to.be.true;
    });
  });

  describe('sorting', () => {
    it('begins with the newest and says so', async () => {
      const list = await mountList();
      expect(header(list, /Date/).getAttribute('aria-sort')).to.equal('descending');
      expect(header(list, /Number/).hasAttribute('aria-sort')).to.be.false;
    });

    it('turns round, and keeps the focus', async () => {
      const list = await mountList({type: 'sales-credit-memo', token: vendor});
      const gross = documents('sales-credit-memo', vendor).map(({totals}) => totals?.gross ?? 0);
      const amounts = () =>
        column(list, /Amount/).map((text) => Math.round(Number(text.replaceAll(',', '')) * 100));
      const button = getByRole('button', {name: /Amount/, within: list});
      await user.click(button);
      await until(() => amounts()[0] === Math.max(...gross));
      expect(header(list, /Amount/).getAttribute('aria-sort')).to.equal('descending');
      expect(focusedElement()).to.equal(button);
      await user.press('Enter');
      await until(() => amounts()[0] === Math.min(...gross));
      expect(header(list, /Amount/).getAttribute('aria-sort')).to.equal('ascending');
      expect(focusedElement()).to.equal(button);
    });
  });

  describe('scrolling', () => {
    it('goes to the end, page by page, with only what is in sight in the page', async () => {
      const list = await mountList({type: 'purchase-order'});
      const all = newest('purchase-order');
      const seen = new Map<number, string>();
      const look = () => {
        for (const row of rows(list))
          seen.set(Number(row.getAttribute('aria-rowindex')) - 2, textOf(row.firstElementChild ?? row));
      };
      const height = (rows(list)[0]?.clientHeight ?? 0) + 1;
      for (look(); seen.size < all.length; look()) {
        expect(rows(list)).to.have.length.below(60);
        body(list).scrollBy(0, 300);
        const place = Math.floor(body(list).scrollTop / height) + 1;
        await until(() => {
          look();
          return seen.has(place) || seen.size === all.length;
        }, `the document at ${place}`);
        await until(() => inSight(list).length > 4, 'nothing blank');
      }
      expect(countIn(list)).to.equal(`${all.length.toLocaleString('en')} documents`);
      all.forEach(
        ({number}, index) =>
          expect(seen.get(index)?.startsWith(number ?? 'Draft'), `row ${index}`).to.be.true,
      );
      expect(queryByRole('button', {name: 'Show more', within: list})).to.be.undefined;
    });

    it('loads ahead of what is in sight', async () => {
      const list = await mountList({type: 'purchase-order'});
      expect(loadedIn(list)).to.equal(100);
      body(list).scrollTo(0, 1200);
      await until(() => loadedIn(list) > 200);
      expect(Number(inSight(list).at(-1)?.getAttribute('aria-rowindex'))).to.be.below(60);
    });

    it('keeps what has the focus while it is out of sight', async () => {
      const list = await mountList({type: 'purchase-order'});
      const row = rows(list).find((each) => !/Draft/.test(textOf(each)));
      const button = getByRole('button', {within: row});
      const number = textOf(button);
      button.focus();
      body(list).scrollTo(0, 3000);
      await until(() => Number(inSight(list)[0]?.getAttribute('aria-rowindex')) > 40);
      expect(textOf(focusedElement() ?? document.body)).to.equal(number);
      const opened = nextEvent(list, 'document-open');
      await user.press('Enter');
      expect((await opened).number).to.equal(number);
    });

    it('walks from row to row with the arrow keys', async () => {
      const list = await mountList({type: 'purchase-order'});
      const all = newest('purchase-order');
      getByRole('button', {within: rows(list)[0]}).focus();
      for (let step = 0; step < 12; step++) await user.press('ArrowDown');
      await until(() => textOf(focusedElement() ?? document.body) === (all[12]?.number ?? 'Draft'));
      const focused = focusedElement()?.closest('tr');
      expect(inSight(list)).to.include(focused);
      await user.press('ArrowUp');
      await until(() => textOf(focusedElement() ?? document.body) === (all[11]?.number ?? 'Draft'));
    });
  });

  describe('loading more', () => {
    it('goes on with the keyboard from the first new document', async () => {
      const answer = heldAnswer();
      portal.faults.add({path: /cursor=/, kind: 'delay', until: answer.isDue});
      const list = await mountList({type: 'purchase-return-order'});
      await showMore(list);
      answer.send();
      await until(() => loadedIn(list) > 100);
      await until(
        () => focusedElement()?.closest('tr')?.getAttribute('aria-rowindex') === '102',
        'focus on the first new document',
      );
    });

    it('keeps the rows when it fails, and tries again when told', async () => {
      const list = await mountList({type: 'purchase-return-order'});
      portal.faults.add({path: /cursor=/, kind: 'status', status: 400});
      const told = nextEvent(list, 'portal-error');
      await showMore(list);
      await findByText(/No more documents were loaded/, {within: list});
      expect((await told).error.kind).to.equal('invalid');
      expect(loadedIn(list)).to.equal(100);
      // What is half under the header is no target.
      body(list).scrollTo(0, 0);
      await expectNoAxeViolations(list);
      await showMore(list, 'Try again');
      await until(() => loadedIn(list) > 100);
    });

    it('starts again where the user was when the portal has forgotten the place', async () => {
      const list = await mountList({type: 'purchase-order'});
      body(list).scrollTo(0, 2400);
      await until(() => loadedIn(list) >= 300);
      await settled(list);
      portal.faults.add({path: /cursor=/, kind: 'status', status: 410});
      const errors: PortalErrorEvent[] = [];
      list.addEventListener('portal-error', (event) => errors.push(event));
      const before = inSight(list).map(textOf);
      body(list).scrollBy(0, 1);
      body(list).scrollTo(0, 9600);
      const there = () => inSight(list).map((row) => row.getAttribute('aria-rowindex'));
      await until(() => Number(there()[0]) > 190);
      const places = there();
      await findByText(/The list had changed/, {within: list});
      await settled(list);
      // What is said of it takes a row's room at the end.
      expect(there().slice(0, 5)).to.deep.equal(places.slice(0, 5));
      expect(inSight(list).map(textOf)).not.to.deep.equal(before);
      expect(errors).to.be.empty;
    });

    it('shows each document once, though some have moved down between two pages', async () => {
      const list = await mountList({type: 'purchase-return-order'});
      const {length} = documents('purchase-return-order');
      portal.faults.add({path: /limit=100&cursor=|cursor=.*limit=100/, kind: 'status', status: 410});
      body(list).scrollTo(0, 4000);
      await until(() => countIn(list) === `${length} documents`);
      expect(getByText(/The list had changed/, {within: list})).to.exist;
    });
  });
});

function newest(type: string) {
  return documents(type).toSorted((one, other) => other.date - one.date || other.sequence - one.sequence);
}
