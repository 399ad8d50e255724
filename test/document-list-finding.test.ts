import type {PortalErrorEvent} from '../src/ui/events.ts';
import {
  column,
  countIn,
  documents,
  header,
  listRequests,
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
  getAllByRole,
  getByRole,
  getByText,
  heldAnswer,
  it,
  nextEvent,
  queryByRole,
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
      await user.type(search(list), 'SI-1042');
      await user.press('Enter');
      await until(() => listRequests().length > before, 'a request', 250);
    });

    it('shows only the newest answer, and gives the older one up', async () => {
      const list = await mountList();
      portal.faults.add({path: /q=SI-1/, kind: 'delay', ms: 1500});
      await user.fill(search(list), 'SI-1');
      await user.press('Enter');
      await until(() => listRequests().some(({query}) => query.includes('q=SI-1')));
      await user.fill(search(list), onlyInvoice());
      await user.press('Enter');
      await until(() => countIn(list) === '1 document');
      await new Promise((resolve) => setTimeout(resolve, 1800));
      expect(countIn(list)).to.equal('1 document');
    });

    it('says that nothing fits, and leads back', async () => {
      const list = await mountList();
      await user.fill(search(list), 'no such thing');
      await findByText('No document fits the search and the filter.', {within: list});
      await expectNoAxeViolations(list);
      await user.click(getByRole('button', {name: 'Clear filters', within: list}));
      await until(() => rows(list).length === 50);
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
      expect(rows(list)).to.have.length(50);
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

  describe('loading more', () => {
    it('goes to the end as one scrolls, and then agrees with the portal', async () => {
      const list = await mountList({type: 'purchase-return-order'});
      const {length} = documents('purchase-return-order');
      for (let shown = rows(list).length; shown < length; shown = rows(list).length) {
        getAllByRole('row', {within: list}).at(-1)?.scrollIntoView();
        await until(() => rows(list).length > shown, `more than ${shown} rows`);
        await settled(list);
      }
      expect(countIn(list)).to.equal(`${length} documents`);
      expect(new Set(column(list, /Number/)).size).to.equal(length);
      expect(queryByRole('button', {name: 'Show more', within: list})).to.be.undefined;
    });

    it('goes on with the keyboard from the first new document', async () => {
      const list = await mountList({type: 'purchase-return-order'});
      await showMore(list);
      await until(() => rows(list).length > 50);
      const next = getByRole('button', {within: rows(list)[50]});
      await until(() => focusedElement() === next, 'focus on the first new document');
    });

    it('keeps the rows when it fails, and tries again when told', async () => {
      const list = await mountList({type: 'purchase-return-order'});
      portal.faults.add({path: /cursor=/, kind: 'status', status: 400});
      const told = nextEvent(list, 'portal-error');
      await showMore(list);
      await findByText(/No more documents were loaded/, {within: list});
      expect((await told).error.kind).to.equal('invalid');
      expect(rows(list)).to.have.length(50);
      // What is half under the header is no target.
      rows(list)[0]?.scrollIntoView();
      await expectNoAxeViolations(list);
      await showMore(list, 'Try again');
      await until(() => rows(list).length === 100);
    });

    it('starts again without losing the place when the portal has forgotten it', async () => {
      const list = await mountList({type: 'purchase-return-order'});
      portal.faults.add({path: /cursor=/, kind: 'status', status: 410});
      const errors: PortalErrorEvent[] = [];
      list.addEventListener('portal-error', (event) => errors.push(event));
      await showMore(list);
      await until(() => rows(list).length >= 100);
      expect(getByText(/The list had changed/, {within: list})).to.exist;
      const numbers = column(list, /Number/);
      expect(new Set(numbers).size).to.equal(numbers.length);
      expect(errors).to.be.empty;
    });
  });
});
