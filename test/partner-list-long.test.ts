import {PortalConnection} from '../src/portal/connection.ts';
import {
  describe,
  expect,
  expectNoAxeViolations,
  findByText,
  getByRole,
  heldAnswer,
  it,
  queryByRole,
  startPortal,
  textOf,
  until,
  user,
} from './support/index.ts';
import {
  bar,
  bodyRows,
  button,
  countOf,
  mountPartners,
  namesOf,
  partnerWith,
  requestsTo,
  rowOf,
  settled,
} from './partner-list-page.ts';

const portal = await startPortal();

const partners = () => portal.data.world.partners;

describe('partner-list, more than a page', () => {
  it('loads the next page at the button, and each partner once', async () => {
    makeMore(30);
    const element = await mountPartners();
    expect(bodyRows(element)).to.have.length(50);
    expect(countOf(element)).to.equal('50 of 70 shown');
    getByRole('button', {name: 'Show more', within: element}).click();
    await until(() => bodyRows(element).length === 70);
    expect(new Set(namesOf(element)).size).to.equal(70);
    expect(countOf(element)).to.equal('70 partners');
    expect(queryByRole('button', {name: 'Show more', within: element})).to.be.undefined;
  });

  it('goes on by itself when one scrolls to its end', async () => {
    makeMore(30);
    const element = await mountPartners();
    toEnd(element);
    await until(() => bodyRows(element).length === 70);
  });

  it('says that the next page has failed, and tries again', async () => {
    makeMore(30);
    const element = await mountPartners();
    portal.faults.add({path: /partners\?.*cursor=/, kind: 'status', status: 400});
    toEnd(element);
    await findByText(/No more partners were loaded/, {within: element});
    expect(bodyRows(element)).to.have.length(50);
    await user.click(getByRole('button', {name: 'Try again', within: element}));
    await until(() => bodyRows(element).length === 70);
  });

  it('begins again where the portal has forgotten the place', async () => {
    makeMore(30);
    const element = await mountPartners();
    portal.faults.add({path: /partners\?.*cursor=/, kind: 'status', status: 410});
    getByRole('button', {name: 'Show more', within: element}).click();
    await findByText('The list had changed, so it was loaded again.', {within: element});
    expect(bodyRows(element).length).to.be.at.least(50);
    toEnd(element);
    await until(() => bodyRows(element).length === 70);
    expect(new Set(namesOf(element)).size).to.equal(70);
  });

  it('draws what is in sight of a long list, and tells the place of each row', async () => {
    makeMore(460);
    const element = await mountPartners();
    await loadAll(element, 500);
    await until(() => namesOf(element).includes('Zz Partner 459'));
    expect(bodyRows(element).length).to.be.at.most(200);
    const table = getByRole('table', {within: element});
    expect(table.ariaRowCount ?? table.getAttribute('aria-rowcount')).to.equal('501');
    expect(bodyRows(element).at(-1)?.getAttribute('aria-rowindex')).to.equal('501');
    await until(() => isInSight(element, bodyRows(element).at(-1)));
    element.shadowRoot?.querySelector('.body')?.scrollTo({top: 0, behavior: 'instant'});
    await until(() => isInSight(element, bodyRows(element)[0]));
    expect(bodyRows(element)[0]?.getAttribute('aria-rowindex')).to.equal('2');
    await until(() => bodyRows(element).length === 100);
    await expectNoAxeViolations(element);
  });

  it('chooses what is not drawn, too, and prints it', async () => {
    makeMore(260, true);
    const element = await mountPartners();
    await loadAll(element, 300);
    getByRole('checkbox', {name: /^Choose all/, within: element}).click();
    await until(() => textOf(bar(element)).startsWith('278 selected'));
    window.dispatchEvent(new Event('beforeprint'));
    expect(bodyRows(element)).to.have.length(300);
    window.dispatchEvent(new Event('afterprint'));
    expect(bodyRows(element).length).to.be.below(300);
  });

  it('begins at the start of another order', async () => {
    makeMore(260);
    const element = await mountPartners();
    await loadAll(element, 300);
    await user.click(getByRole('button', {name: 'Partner', within: element}));
    await until(
      () => isInSight(element, bodyRows(element)[0]) && namesOf(element)[0]?.startsWith('Zz') === false,
    );
    expect(bodyRows(element)[0]?.getAttribute('aria-rowindex')).to.equal('2');
  });

  it('loads again in few requests what was loaded in many', async () => {
    makeMore(360);
    const element = await mountPartners();
    await loadAll(element, 400);
    const before = pages();
    await element.reload();
    expect(countOf(element)).to.equal('400 partners');
    expect(pages() - before).to.equal(2);
  });

  it('asks again where something was changed while the list was on its way', async () => {
    const held = heldAnswer();
    let isLate = false;
    const element = await mountPartners();
    element.client = new PortalConnection({
      endpoint: '/api/v1',
      getToken: () => Promise.resolve('demo-host'),
      locale: 'en',
      fetch: async (...asked) => {
        const mustWait = isLate && new Request(...asked).url.includes('limit=50');
        if (mustWait) isLate = false;
        const answer = await fetch(...asked);
        if (mustWait) await held.isDue;
        return answer;
      },
    });
    await element.updateComplete;
    await until(() => bodyRows(element).length === 40);
    await settled(element);
    const {invitation: _, ...partner} = partnerWith(portal, 'expired', 'delivered');
    isLate = true;
    const before = requestsTo(portal, 'GET', /^\/partners/);
    const reloaded = element.reload();
    await until(() => portal.requests.slice(before).some(({query}) => query.includes('limit=50')) && !isLate);
    await user.click(button(rowOf(element, partner), /^Send again/));
    // Done before the older answer comes.
    await findByText('Sent again.', {within: rowOf(element, partner)});
    held.send();
    await reloaded;
    await settled(element);
    await until(() => textOf(rowOf(element, partner)).includes('Expires in 14 days'));
  });
});

const pages = () =>
  portal.requests.filter(({method, query}) => method === 'GET' && /limit=(50|200)/.test(query)).length;

/** Scrolls on until all are there. */
async function loadAll(element: Element, count: number): Promise<void> {
  await until(() => {
    toEnd(element);
    return countOf(element) === `${count} partners`;
  });
  toEnd(element);
}

function isInSight(element: Element, row: Element | undefined): boolean {
  const body = element.shadowRoot?.querySelector('.body')?.getBoundingClientRect();
  const {top, bottom} = row?.getBoundingClientRect() ?? {};
  if (!body || top === undefined || bottom === undefined) return false;
  return bottom > body.top && top < body.bottom;
}

function toEnd(element: Element): void {
  const body = element.shadowRoot?.querySelector('.body');
  body?.scrollTo({top: body.scrollHeight, behavior: 'instant'});
}

/** More partners than fit a page. */
function makeMore(count: number, areInvited = false): void {
  const {invitation} = partnerWith(portal, 'pending');
  for (let index = 0; index < count; index++) {
    partners().push({
      id: `p-more-${index}`,
      name: `Zz Partner ${index}`,
      type: 'vendor',
      email: `more-${index}@company.example`,
      areas: [],
      ...(areInvited ? {invitation: {...invitation, id: `i-more-${index}`}} : {}),
    });
  }
}
