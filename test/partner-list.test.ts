import {PartnerList as Class} from '../src/index.ts';
import {PortalConnection} from '../src/portal/connection.ts';
import {
  describe,
  drawn,
  emulateMedia,
  expect,
  expectNoAxeViolations,
  findByText,
  getAllByRole,
  getByLabel,
  getByRole,
  getByText,
  heldAnswer,
  html,
  it,
  mount,
  nameOf,
  nextEvent,
  queryByLabel,
  queryByRole,
  queryByText,
  setViewport,
  startPortal,
  textOf,
  until,
  user,
} from './support/index.ts';
import {
  bodyRows,
  buttonsOf,
  countOf,
  mountPartners,
  namesOf,
  partnerWith,
  requestsTo,
  rowOf,
  settled,
  stateOf,
  statusOf,
} from './partner-list-page.ts';

const portal = await startPortal();

const partners = () => portal.data.world.partners;
const of = (status: string | undefined) => partners().filter((partner) => statusOf(partner) === status);

describe('partner-list', () => {
  describe('loaded', () => {
    it('shows all partners, sorted by name, with how many there are', async () => {
      const element = await mountPartners();
      const names = partners().map(({name}) => name);
      expect(namesOf(element)).to.have.members(names);
      expect(countOf(element)).to.equal(`${names.length} partners`);
      expect(getByRole('columnheader', {name: /^Partner/, within: element}).ariaSort).to.equal('ascending');
      await expectNoAxeViolations(element);
    });

    it('says who a partner is, what kind it is and what is open to it, in the words of the portal', async () => {
      const element = await mountPartners();
      const partner = partnerWith(portal, 'accepted');
      const text = textOf(rowOf(element, partner));
      for (const part of [partner.number, partner.contactName, partner.email, 'Customer', 'Orders'])
        expect(text).to.include(part);
      const link = getByRole('link', {name: partner.email, within: rowOf(element, partner)});
      expect(link.getAttribute('href')).to.equal(`mailto:${partner.email}`);
    });

    it('says in words what has become of each invitation', async () => {
      const element = await mountPartners();
      for (const [status, word] of [
        ['pending', 'Pending'],
        ['accepted', 'Accepted'],
        ['expired', 'Expired'],
        ['revoked', 'Revoked'],
      ] as const) {
        for (const partner of of(status)) expect(textOf(rowOf(element, partner)), status).to.include(word);
      }
      const [none] = partners().filter(({invitation}) => !invitation);
      if (!none) throw new Error('All are invited');
      expect(textOf(rowOf(element, none))).to.include('Not invited');
    });

    it('says what has become of an e-mail while that matters', async () => {
      const element = await mountPartners();
      for (const [delivery, words] of [
        ['queued', 'is about to be sent'],
        ['sent', 'was sent'],
        ['delivered', 'was delivered'],
        ['unknown', 'not known whether the e-mail has arrived'],
        ['bounced', 'came back'],
      ] as const) {
        expect(textOf(rowOf(element, partnerWith(portal, 'pending', delivery)))).to.include(words);
      }
      const bounced = textOf(rowOf(element, partnerWith(portal, 'pending', 'bounced')));
      expect(bounced).to.include('The receiving server does not know this address.');
      const accepted = textOf(rowOf(element, partnerWith(portal, 'accepted')));
      expect(accepted).not.to.include('e-mail was');
    });

    it('says when in words, with the exact time for who asks', async () => {
      const element = await mountPartners();
      const {invitation, ...partner} = partnerWith(portal, 'pending', 'delivered');
      const row = rowOf(element, partner);
      const left = Math.trunc((invitation.expiresAt - Date.now()) / 86_400_000 + 0.01);
      const time = getByText(new RegExp(`^Expires in ${left} days?$`), {within: row});
      expect(Date.parse(time.getAttribute('datetime') ?? '')).to.equal(invitation.expiresAt);
      expect(time.title).to.match(/\d{4}.*\d+:\d\d/);
      expect(getByText(/^Sent \d+ days? ago$/, {within: row})).to.exist;
      expect(textOf(rowOf(element, partnerWith(portal, 'expired')))).to.match(/Expired \d+ \w+ ago/);
      expect(textOf(rowOf(element, partnerWith(portal, 'accepted')))).to.match(/Accepted \d+ \w+ ago/);
    });

    it('takes nothing that has been for what is to come, where the clock is behind that of the portal', async () => {
      const soon = Date.now() + 5 * 60_000;
      const record = portal.data.world.invitations.find(
        ({id}) => id === partnerWith(portal, 'pending', 'delivered').invitation.id,
      );
      const partner = partners().find(({id}) => id === record?.partnerId);
      if (!record || !partner) throw new Error('Nobody is invited');
      record.sentAt = soon;
      partner.lastActiveAt = soon;
      const text = textOf(rowOf(await mountPartners(), partner));
      expect(text).to.include('Sent now').and.not.to.include('in 4 minutes');
    });

    it('says of each button whom it is about', async () => {
      const element = await mountPartners();
      const partner = partnerWith(portal, 'pending', 'bounced');
      const names = getAllByRole('button', {within: rowOf(element, partner)}).map(nameOf);
      expect(names).to.deep.equal(
        ['Correct and send again', 'Send again', 'Revoke'].map((text) => `${text}: ${partner.name}`),
      );
    });

    it('sorts by its headers, to and fro', async () => {
      const element = await mountPartners();
      await user.click(getByRole('button', {name: 'Last active', within: element}));
      await until(
        () => countOf(element) === '40 partners' && namesOf(element)[0] !== 'Abelmoser Haustechnik e.K.',
      );
      await settled(element);
      const latest = partners().reduce((a, b) => ((a.lastActiveAt ?? 0) > (b.lastActiveAt ?? 0) ? a : b));
      expect(namesOf(element)[0]).to.equal(latest.name);
      expect(getByRole('columnheader', {name: /^Last active/, within: element}).ariaSort).to.equal(
        'descending',
      );
      await user.click(getByRole('button', {name: 'Last active', within: element}));
      await until(
        () => getByRole('columnheader', {name: /^Last active/, within: element}).ariaSort === 'ascending',
      );
    });

    it('is read as cards on a narrow page, with nothing wider than the page', async () => {
      const element = await mountPartners({locale: 'de'});
      const container = element.parentElement;
      container?.style.setProperty('display', 'block');
      container?.style.setProperty('width', '320px');
      await until(() => getComputedStyle(bodyRows(element)[0] ?? element).display === 'flex');
      const body = element.shadowRoot?.querySelector('.body');
      expect(body?.scrollWidth).to.be.at.most(body?.clientWidth ?? 0);
      expect(bodyRows(element)).to.have.length(40);
      await expectNoAxeViolations(element);
    });

    it('cuts nothing off at any width, in a language of long words', async () => {
      const element = await mountPartners({locale: 'de'});
      const container = element.parentElement;
      container?.style.setProperty('display', 'block');
      for (const width of [320, 480, 640, 760, 800, 880, 1000]) {
        container?.style.setProperty('width', `${width}px`);
        await until(() => element.clientWidth === width);
        const body = element.shadowRoot?.querySelector('.body');
        expect(body?.scrollWidth, `${width} px`).to.be.at.most(body?.clientWidth ?? 0);
        for (const cell of getAllByRole('cell', {within: element}))
          expect(cell.scrollWidth, `${width} px: ${textOf(cell)}`).to.be.at.most(cell.offsetWidth + 1);
      }
    });

    it('has nothing wider than itself in twice as large letters', async () => {
      const element = await mountPartners({locale: 'de'});
      const container = element.parentElement;
      if (container) container.style.cssText = 'display: block; inline-size: 320px; font-size: 200%';
      await until(() => getComputedStyle(bodyRows(element)[0] ?? element).display === 'flex');
      const body = element.shadowRoot?.querySelector('.body');
      expect(body?.scrollWidth).to.be.at.most(body?.clientWidth ?? 0);
    });

    it('has enough contrast in the dark and in forced colours', async () => {
      const element = await mountPartners();
      element.style.colorScheme = 'dark';
      await expectNoAxeViolations(element);
      element.style.removeProperty('color-scheme');
      await emulateMedia({forcedColors: 'active'});
      await expectNoAxeViolations(element);
    });

    it('speaks German', async () => {
      const element = await mountPartners({locale: 'de'});
      expect(countOf(element)).to.equal('40 Partner');
      expect(textOf(element)).to.match(/Läuft in \d+ Tag(en)? ab/);
      expect(textOf(element)).not.to.match(/Pending|Send again|Sent /);
    });

    it('has the title that the page gives it', async () => {
      const element = await mountPartners({heading: 'Who is with us'});
      expect(getByRole('region', {name: 'Who is with us', within: element})).to.exist;
      element.heading = '';
      await drawn(element);
      expect(queryByRole('heading', {within: element})).to.be.undefined;
    });
  });

  describe('finding', () => {
    it('says how many there are of each state, and they agree with the list', async () => {
      const element = await mountPartners();
      for (const [word, status] of [
        ['Pending', 'pending'],
        ['Accepted', 'accepted'],
        ['Expired', 'expired'],
        ['Revoked', 'revoked'],
      ] as const) {
        const expected = of(status).length;
        await until(() => textOf(stateOf(element, word)) === `${word} ${expected}`);
        await user.click(stateOf(element, word));
        await until(() => bodyRows(element).length === expected, `${expected} rows that are ${status}`);
        await settled(element);
        expect(stateOf(element, word).ariaPressed).to.equal('true');
        for (const name of namesOf(element)) expect(of(status).map((each) => each.name)).to.include(name);
      }
      await user.click(stateOf(element, 'All'));
      await until(() => bodyRows(element).length === 40);
    });

    it('shows no number where the portal gives none', async () => {
      portal.faults.add({path: /partners\?.*status=revoked/, kind: 'status', status: 400, times: 1});
      const element = await mountPartners();
      await until(() => /\d/.test(textOf(stateOf(element, 'Pending'))));
      expect(textOf(stateOf(element, 'Revoked'))).to.equal('Revoked');
      expect(queryByRole('alert', {within: element})).to.be.undefined;
    });

    it('searches a moment after the last key, and counts what fits', async () => {
      const element = await mountPartners();
      const before = portal.requests.length;
      await user.type(getByLabel(/^Search/, {within: element}), 'kältetechnik');
      await until(() => bodyRows(element).length === 1);
      await settled(element);
      expect(namesOf(element)).to.deep.equal(['Pfisterer-Yıldız Kältetechnik']);
      expect(countOf(element)).to.equal('1 partner');
      const asked = portal.requests.slice(before).filter(({query}) => query.includes('limit=50'));
      expect(asked.length, 'not one a key').to.be.at.most(3);
      await until(() => textOf(stateOf(element, 'All')) === 'All 1');
      await user.press('Escape');
      await until(() => bodyRows(element).length === 40);
    });

    it('searches for what was typed just before it was moved in the page', async () => {
      const element = await mountPartners();
      await user.type(getByLabel(/^Search/, {within: element}), 'kältetechnik');
      element.parentElement?.append(element);
      await until(() => countOf(element) === '1 partner');
    });

    it('shows the answer to the last question only', async () => {
      const element = await mountPartners();
      const slow = heldAnswer();
      portal.faults.add({path: /partners\?q=zwirn.*limit=50/, kind: 'delay', until: slow.isDue});
      const field = getByLabel(/^Search/, {within: element});
      await user.fill(field, 'zwirn');
      await user.press('Enter');
      await until(() => portal.requests.some(({query}) => query.includes('q=zwirn')));
      await user.fill(field, 'salz');
      await user.press('Enter');
      await until(() => namesOf(element)[0] === 'Rheinfelder Salzhandel AG');
      slow.send();
      await settled(element);
      expect(namesOf(element)).to.deep.equal(['Rheinfelder Salzhandel AG']);
    });

    it('narrows the list to one type', async () => {
      const element = await mountPartners();
      const vendors = partners().filter(({type}) => type === 'vendor');
      user.select(getByLabel<HTMLSelectElement>('Type', {within: element}), 'Vendor');
      await until(() => bodyRows(element).length === vendors.length);
      await until(() => textOf(stateOf(element, 'All')) === `All ${vendors.length}`);
    });

    it('no match: says so, and leads back', async () => {
      const element = await mountPartners();
      await user.fill(getByLabel(/^Search/, {within: element}), 'nobody at all');
      await user.press('Enter');
      await findByText('No partner fits the search and the filter.', {within: element});
      await expectNoAxeViolations(element);
      await user.click(getByRole('button', {name: 'Clear filters', within: element}));
      await until(() => bodyRows(element).length === 40);
      expect(getByLabel(/^Search/, {within: element}).value).to.equal('');
    });
  });

  describe('states', () => {
    it('unconfigured: shows nothing', async () => {
      const element = await mount(html`<partner-list></partner-list>`);
      expect(element).to.be.instanceOf(Class);
      expect(textOf(element)).to.equal('');
    });

    it('loading: says so, in the room that the partners will take', async () => {
      await setViewport({width: 1000, height: 700});
      const answer = heldAnswer();
      portal.faults.add({
        path: /partners\?sort=name&limit=50|partners\?.*limit=50/,
        kind: 'delay',
        until: answer.isDue,
      });
      const element = await mountPartners({ready: false});
      expect(textOf(getByRole('status', {within: element}))).to.equal('Loading…');
      await until(() => requestsTo(portal, 'GET', /^\/partners/) > 0);
      await expectNoAxeViolations(element);
      const {height} = element.getBoundingClientRect();
      answer.send();
      await settled(element);
      expect(element.getBoundingClientRect().height).to.equal(height);
    });

    it('empty: says so', async () => {
      const element = await mountPartners({endpoint: '/empty/api/v1'});
      expect(getByText('There are no partners yet.', {within: element})).to.exist;
      await expectNoAxeViolations(element);
    });

    it('not allowed: says so, and asks for nothing', async () => {
      const element = await mountPartners({token: 'demo-customer'});
      expect(getByText('You are not allowed to see the partners.', {within: element})).to.exist;
      expect(queryByLabel(/^Search/, {within: element})).to.be.undefined;
      expect(requestsTo(portal, 'GET', /^\/partners/)).to.equal(0);
      await expectNoAxeViolations(element);
    });

    it('refused: shows what the portal says, and nothing to press', async () => {
      const element = await mountPartners({endpoint: '/forbidden/api/v1'});
      expect(textOf(element)).to.match(/not allowed|may not|not permitted/i);
      expect(queryByRole('button', {within: element})).to.be.undefined;
    });

    it('signed out: says so, and leads back', async () => {
      const element = await mountPartners();
      portal.faults.add({kind: 'status', status: 401, times: 100});
      const expired = nextEvent(element, 'session-expired');
      await element.reload();
      await expired;
      await findByText('You are signed out.', {within: element});
      await expectNoAxeViolations(element);
      portal.faults.clear();
      await user.click(getByRole('button', {name: 'Sign in again', within: element}));
      await until(() => bodyRows(element).length === 40);
    });

    it('failed: says what happened, with a reference, and tries again', async () => {
      portal.faults.add({
        path: /partners\?.*limit=50/,
        kind: 'status',
        status: 400,
        body: {title: 'Bad', status: 400, traceId: 'trace-7'},
      });
      const element = await mountPartners();
      await findByText(/trace-7/, {within: element});
      await expectNoAxeViolations(element);
      await user.click(getByRole('button', {name: 'Try again', within: element}));
      await until(() => bodyRows(element).length === 40);
    });

    it('failed later: keeps the rows, and says that they may be old', async () => {
      const element = await mountPartners();
      portal.faults.add({path: /partners\?.*limit=50/, kind: 'status', status: 400});
      await element.reload();
      await findByText(/may be out of date/, {within: element});
      expect(bodyRows(element)).to.have.length(40);
      await user.click(getByRole('button', {name: 'Try again', within: element}));
      await until(() => !queryByText(/may be out of date/, {within: element}));
    });

    it('one broken: shows the others and says so', async () => {
      const element = await mountPartners({endpoint: '/malformed/api/v1'});
      expect(bodyRows(element)).to.have.length(39);
      expect(countOf(element)).to.equal('39 of 40 shown');
      expect(getByText('1 partner could not be read.', {within: element})).to.exist;
      await expectNoAxeViolations(element);
    });

    it('unknown values: shows them as text', async () => {
      const [first] = partners();
      if (!first) throw new Error('There is nobody');
      first.type = 'drop_shipper';
      const element = await mountPartners({endpoint: '/unknown-values/api/v1'});
      expect(textOf(rowOf(element, first))).to.include('Drop shipper');
      expect(bodyRows(element)).to.have.length(40);
      const unknown = bodyRows(element).filter((row) => textOf(row).includes('Cross docking'));
      expect(unknown).to.have.length(20);
      expect(textOf(element)).to.include('On hold').and.to.include('Greylisted');
      expect(queryByRole('button', {name: /Archive/, within: element})).to.be.undefined;
      await expectNoAxeViolations(element);
    });

    it('hostile: shows markup as text', async () => {
      const element = await mountPartners({endpoint: '/hostile/api/v1'});
      expect(bodyRows(element).length).to.be.greaterThan(0);
      for (const link of getAllByRole('link', {within: element}))
        expect(link.getAttribute('href')).to.match(/^mailto:/);
      expect(element.shadowRoot?.querySelector('script, img, iframe')).to.equal(null);
    });
  });

  describe('what the member may do', () => {
    it('offers each action only where the invitation allows it', async () => {
      const element = await mountPartners();
      for (const partner of partners()) {
        const status = statusOf(partner);
        const row = rowOf(element, partner);
        const all = queryAll(row);
        expect(all.includes('Send again'), partner.name).to.equal(
          status === 'pending' || status === 'expired',
        );
        expect(all.includes('Revoke'), partner.name).to.equal(status === 'pending');
        const isOpen = status === 'pending' || status === 'expired';
        expect(row.querySelector('input') !== null, partner.name).to.equal(isOpen);
      }
    });

    it('without the right to revoke: offers to send again alone', async () => {
      await restrictInvitations(['read', 'resend']);
      const element = await mountPartners();
      expect(queryAll(rowOf(element, partnerWith(portal, 'pending', 'sent')))).to.deep.equal(['Send again']);
      expect(textOf(element)).not.to.include('Revoke ');
    });

    it('without the right to see invitations: shows who the partners are, and nothing of invitations', async () => {
      await restrictInvitations(['create', 'resend', 'revoke']);
      const element = await mountPartners();
      expect(bodyRows(element)).to.have.length(40);
      expect(getAllByRole('columnheader', {within: element}).map(nameOf)).to.deep.equal([
        'Partner',
        'Type and areas',
        'Last active',
      ]);
      expect(queryByRole('group', {name: 'Invitation', within: element})).to.be.undefined;
      expect(bodyRows(element).flatMap(queryAll)).to.deep.equal([]);
      expect(textOf(element)).not.to.include('Pending');
      await expectNoAxeViolations(element);
    });

    it('read only: shows states, and nothing to press or choose', async () => {
      const element = await mountPartners({endpoint: '/invitations-read-only/api/v1'});
      expect(textOf(element)).to.include('Pending');
      expect(bodyRows(element).flatMap(queryAll)).to.deep.equal([]);
      expect(getAllByRole('columnheader', {within: element}).map(nameOf)).to.deep.equal([
        'Partner',
        'Type and areas',
        'Invitation',
        'Last active',
      ]);
      expect(element.shadowRoot?.querySelector('input[type=checkbox]')).to.equal(null);
      await expectNoAxeViolations(element);
    });
  });
});

const queryAll = (row: Element): string[] => (row.querySelector('button') ? buttonsOf(row) : []);

/** Lets the portal say that the member may do no more with invitations than this. */
async function restrictInvitations(invitations: string[]): Promise<void> {
  const getToken = () => Promise.resolve('demo-host');
  const me = await new PortalConnection({endpoint: '/api/v1', getToken, locale: 'en'}).me();
  const memberships = me.memberships.map((membership) => ({
    ...membership,
    capabilities: {...membership.capabilities, invitations},
  }));
  portal.faults.add({path: '/me', kind: 'status', status: 200, body: {...me, memberships}});
}
