import {PartnerInvitedEvent} from '../src/widgets/partner-invite/partner-invite.events.ts';
import {create} from '../src/portal/invitations.ts';
import {PortalConnection} from '../src/portal/connection.ts';
import {
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  focusedElement,
  getByLabel,
  getByRole,
  heldAnswer,
  html,
  it,
  mount,
  nextEvent,
  queryByRole,
  queryByText,
  startPortal,
  textOf,
  until,
  user,
} from './support/index.ts';
import {
  bodyRows,
  button,
  choose,
  countOf,
  mountPartners,
  namesOf,
  partnerWith,
  requestsTo,
  rowOf,
  settled,
  spokenBy,
  stateOf,
  statusOf,
} from './partner-list-page.ts';

const portal = await startPortal();

const partners = () => portal.data.world.partners;
const of = (status: string) => partners().filter((partner) => statusOf(partner) === status);
const resends = () => requestsTo(portal, 'POST', /resend$/);
const revocations = () => requestsTo(portal, 'POST', /revoke$/);
const invitationOf = (id: string) => portal.data.world.invitations.find((one) => one.id === id);
const dialog = () => findByRole('dialog');
const correction = (row: Element) => getByLabel('Correct address', {within: row});

describe('partner-list, what can be done', () => {
  describe('sending again', () => {
    it('sends at once, says so, shows the new expiry and tells the page', async () => {
      const element = await mountPartners();
      const {invitation, ...partner} = partnerWith(portal, 'expired', 'delivered');
      const changed = nextEvent(element, 'invitation-changed');
      await user.click(button(rowOf(element, partner), /^Send again/));
      const event = await changed;
      expect(event.invitation.id).to.equal(invitation.id);
      expect(event.invitation.status).to.equal('pending');
      expect(event.cancelable, 'a fact').to.be.false;
      expect(event.bubbles && event.composed).to.be.true;
      const row = rowOf(element, partner);
      await findByText('Sent again.', {within: row});
      expect(textOf(row))
        .to.include('Pending')
        .and.to.include('Expires in 14 days')
        .and.to.include('Sent now');
      expect(portal.outbox.at(-1)?.to).to.equal(invitation.email);
      expect(spokenBy(element)).to.equal(`The invitation of ${invitation.email} was sent again.`);
      expect(portal.requests.find(({path}) => path.endsWith('/resend'))?.body ?? '').to.equal('');
    });

    it('counts the states again', async () => {
      const element = await mountPartners();
      const expired = of('expired').length;
      await until(() => textOf(stateOf(element, 'Expired')) === `Expired ${expired}`);
      await user.click(button(rowOf(element, partnerWith(portal, 'expired')), /^Send again/));
      await until(() => textOf(stateOf(element, 'Expired')) === `Expired ${expired - 1}`);
    });

    it('sends once, however often the button is pressed', async () => {
      const element = await mountPartners();
      const answer = heldAnswer();
      portal.faults.add({path: /resend$/, kind: 'delay', until: answer.isDue});
      const partner = partnerWith(portal, 'pending');
      const send = button(rowOf(element, partner), /^Send again/);
      send.click();
      send.click();
      await user.click(send);
      expect(send.ariaDisabled).to.equal('true');
      answer.send();
      await findByText('Sent again.', {within: rowOf(element, partner)});
      expect(resends()).to.equal(1);
    });

    it('says on the row what has failed, and tries again there', async () => {
      const element = await mountPartners();
      portal.faults.add({path: /resend$/, kind: 'status', status: 500});
      const partner = partnerWith(portal, 'pending');
      const row = rowOf(element, partner);
      const told = nextEvent(element, 'portal-error');
      await user.click(button(row, /^Send again/));
      expect((await told).error.kind).to.equal('server');
      await findByText('The portal had a problem.', {within: row});
      expect(spokenBy(element)).to.equal('The portal had a problem.');
      await expectNoAxeViolations(element);
      await user.click(button(row, /^Try again/));
      await findByText('Sent again.', {within: row});
      expect(queryByText('The portal had a problem.', {within: row})).to.be.undefined;
    });

    it('says that nobody knows where no answer came', async () => {
      const element = await mountPartners();
      portal.faults.add({path: /resend$/, kind: 'network-after-commit'});
      const partner = partnerWith(portal, 'pending');
      await user.click(button(rowOf(element, partner), /^Send again/));
      await findByText(/It is not known whether the invitation was sent again\./, {
        within: rowOf(element, partner),
      });
      expect(resends(), 'not by itself: each is an e-mail').to.equal(1);
    });

    it('waits where the portal asks for it, and says so', async () => {
      const element = await mountPartners();
      portal.faults.add({path: /resend$/, kind: 'status', status: 429, headers: {'Retry-After': '1'}});
      const partner = partnerWith(portal, 'pending');
      const row = rowOf(element, partner);
      await user.click(button(row, /^Send again/));
      await findByText('The portal is busy. It is tried again in 1 s.', {within: row});
      await findByText('Sent again.', {within: row});
      expect(resends()).to.equal(2);
    });

    it('loads the list again where the portal has another invitation by now', async () => {
      const element = await mountPartners();
      const {invitation, ...partner} = partnerWith(portal, 'pending');
      const record = invitationOf(invitation.id);
      if (record) record.status = 'accepted';
      await user.click(button(rowOf(element, partner), /^Send again/));
      await until(() => textOf(rowOf(element, partner)).includes('Accepted'));
    });
  });

  describe('revoking', () => {
    it('asks first, revokes, and says so', async () => {
      const element = await mountPartners();
      const {invitation, ...partner} = partnerWith(portal, 'pending');
      await user.click(button(rowOf(element, partner), /^Revoke/));
      const question = await dialog();
      expect(textOf(question)).to.include(invitation.email).and.to.include('This cannot be undone');
      expect(textOf(focusedElement() ?? element), 'the safe one first').to.equal('Keep');
      await expectNoAxeViolations(element);
      expect(revocations()).to.equal(0);
      const changed = nextEvent(element, 'invitation-changed');
      await user.click(getByRole('button', {name: 'Revoke', within: question}));
      expect((await changed).invitation.status).to.equal('revoked');
      await until(() => textOf(rowOf(element, partner)).includes('Revoked'));
      expect(spokenBy(element)).to.equal(`The invitation of ${invitation.email} was revoked.`);
      expect(rowOf(element, partner).querySelector('button, input')).to.equal(null);
      expect(queryByRole('dialog')).to.be.undefined;
      expect(focusedElement()?.getRootNode(), 'the focus stays').to.equal(element.shadowRoot);
    });

    it('does nothing where the user keeps it, and gives the focus back', async () => {
      const element = await mountPartners();
      const partner = partnerWith(portal, 'pending');
      const revoke = button(rowOf(element, partner), /^Revoke/);
      await user.click(revoke);
      await dialog();
      await user.press('Escape');
      await until(() => !queryByRole('dialog') && focusedElement() === revoke);
      await user.click(revoke);
      await user.click(getByRole('button', {name: 'Keep', within: await dialog()}));
      await until(() => !queryByRole('dialog') && focusedElement() === revoke);
      expect(revocations()).to.equal(0);
    });

    it('takes the partner out of a list that it does not fit any more, and counts again', async () => {
      const element = await mountPartners();
      const pending = of('pending').length;
      await user.click(stateOf(element, 'Pending'));
      await until(() => bodyRows(element).length === pending);
      await settled(element);
      const partner = partnerWith(portal, 'pending');
      await user.click(button(rowOf(element, partner), /^Revoke/));
      await user.click(getByRole('button', {name: 'Revoke', within: await dialog()}));
      await until(() => bodyRows(element).length === pending - 1);
      expect(namesOf(element)).not.to.include(partner.name);
      await until(() => textOf(stateOf(element, 'Pending')) === `Pending ${pending - 1}`);
      expect(textOf(getByRole('status', {within: element}))).to.equal(`${pending - 1} partners`);
      expect(focusedElement()?.getRootNode(), 'the focus stays').to.equal(element.shadowRoot);
    });
  });

  describe('revoking in a list that goes on', () => {
    it('leaves no partner out of the pages that follow', async () => {
      const {invitation} = partnerWith(portal, 'pending');
      const before = of('pending').length;
      for (let index = 0; index < 60; index++) {
        const id = `more-${index}`;
        partners().push({
          id: `p-${id}`,
          name: `Zz Partner ${index}`,
          type: 'vendor',
          email: `${id}@company.example`,
          areas: [],
          invitation: {...invitation, id: `i-${id}`, partnerId: `p-${id}`, email: `${id}@company.example`},
        });
      }
      const element = await mountPartners();
      stateOf(element, 'Pending').click();
      await until(() => countOf(element) === `50 of ${before + 60} shown`);
      const [first] = of('pending').sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
      if (!first) throw new Error('Nobody is invited');
      button(rowOf(element, first), /^Revoke/).click();
      await user.click(getByRole('button', {name: 'Revoke', within: await dialog()}));
      await until(() => countOf(element) === `50 of ${before + 59} shown`);
      getByRole('button', {name: 'Show more', within: element}).click();
      await until(() => bodyRows(element).length > 50);
      await settled(element);
      expect(namesOf(element)).to.have.members(of('pending').map(({name}) => name));
    });
  });

  describe('an address that was wrong', () => {
    it('is corrected in place, and the invitation sent there', async () => {
      const element = await mountPartners();
      const {invitation, ...partner} = partnerWith(portal, 'pending', 'bounced');
      await user.click(button(rowOf(element, partner), /^Correct and send again/));
      const field = correction(rowOf(element, partner));
      await until(() => focusedElement() === field);
      expect(field.value).to.equal(invitation.email);
      await expectNoAxeViolations(element);
      await user.fill(field, ' new.address@company.example ');
      await user.press('Enter');
      await findByText('Sent again.', {within: rowOf(element, partner)});
      expect(portal.outbox.at(-1)?.to).to.equal('new.address@company.example');
      await until(() => textOf(rowOf(element, partner)).includes('new.address@company.example'));
      await until(() => !textOf(rowOf(element, partner)).includes(invitation.email));
      expect(textOf(rowOf(element, partner))).not.to.include('came back');
      expect(focusedElement()?.getRootNode(), 'the focus stays').to.equal(element.shadowRoot);
    });

    for (const [typed, said] of [
      ['', 'Enter an e-mail address.'],
      ['no address', /This is no e-mail address/],
      ['same', /the address that the e-mail came back from/],
    ] as const) {
      it(`is not sent anywhere: ${typed || 'nothing typed'}`, async () => {
        const element = await mountPartners();
        const {invitation, ...partner} = partnerWith(portal, 'pending', 'bounced');
        await user.click(button(rowOf(element, partner), /^Correct/));
        const field = correction(rowOf(element, partner));
        await user.fill(field, typed === 'same' ? invitation.email.toUpperCase() : typed);
        await user.press('Enter');
        const error = await findByText(said, {within: rowOf(element, partner)});
        expect(field.ariaInvalid).to.equal('true');
        expect(error).to.exist;
        await expectNoAxeViolations(element);
        expect(resends()).to.equal(0);
        await user.fill(field, 'x@company.example');
        expect(field.ariaInvalid, 'not while one mends it').not.to.equal('true');
      });
    }

    it('is refused in the words of the portal, on the field, with nothing lost', async () => {
      const element = await mountPartners();
      const {invitation: _, ...partner} = partnerWith(portal, 'pending', 'bounced');
      const other = partnerWith(portal, 'accepted');
      await user.click(button(rowOf(element, partner), /^Correct/));
      await user.fill(correction(rowOf(element, partner)), other.email);
      await user.press('Enter');
      await findByText('This partner uses the portal already.', {within: rowOf(element, partner)});
      const field = correction(rowOf(element, partner));
      expect(field.value).to.equal(other.email);
      expect(field.ariaInvalid).to.equal('true');
      await until(() => focusedElement() === field);
      await user.fill(field, 'free@company.example');
      await user.press('Enter');
      await findByText('Sent again.', {within: rowOf(element, partner)});
    });

    it('is kept by a portal that knows no other: the user is told', async () => {
      const element = await mountPartners({endpoint: '/address-kept/api/v1'});
      const {invitation, ...partner} = partnerWith(portal, 'pending', 'bounced');
      await user.click(button(rowOf(element, partner), /^Correct/));
      await user.fill(correction(rowOf(element, partner)), 'other@company.example');
      await user.press('Enter');
      const told = await findByText(/The portal has kept the old address/, {within: rowOf(element, partner)});
      expect(textOf(told)).to.include(invitation.email).and.to.include('not to other@company.example');
      expect(spokenBy(element)).to.include('has kept the old address');
    });

    it('says on its row what has failed where another one is being corrected by then', async () => {
      const element = await mountPartners();
      const [a, b] = of('pending').filter(({invitation}) => invitation?.delivery === 'bounced');
      if (!a || !b) throw new Error('Too few');
      const answer = heldAnswer();
      portal.faults.add({path: /resend$/, kind: 'delay', until: answer.isDue});
      portal.faults.add({path: /resend$/, kind: 'status', status: 500});
      await user.click(button(rowOf(element, a), /^Correct/));
      await user.fill(correction(rowOf(element, a)), 'right@company.example');
      await user.press('Enter');
      await until(() => resends() === 1);
      expect(button(rowOf(element, a), /^Send again/).ariaDisabled).to.equal('true');
      await user.click(button(rowOf(element, b), /^Correct/));
      await user.fill(correction(rowOf(element, b)), 'half');
      answer.send();
      await findByText('Sent again.', {within: rowOf(element, a)});
      expect(focusedElement()).to.equal(correction(rowOf(element, b)));

      await user.fill(correction(rowOf(element, b)), 'also.right@company.example');
      await user.press('Enter');
      const search = getByLabel(/^Search/, {within: element});
      search.focus();
      await findByText('The portal had a problem.', {within: rowOf(element, b)});
      expect(focusedElement(), 'not away from where one is').to.equal(search);
      const third = of('pending').find(
        ({invitation, id}) => invitation?.delivery === 'bounced' && id !== b.id,
      );
      if (!third) throw new Error('Too few');
      await user.click(button(rowOf(element, third), /^Correct/));
      await user.click(button(rowOf(element, b), /^Try again/));
      await findByText('Sent again.', {within: rowOf(element, b)});
      expect(portal.outbox.at(-1)?.to, 'not to the wrong one').to.equal('also.right@company.example');
    });

    it('is not corrected while it is being sent', async () => {
      const element = await mountPartners();
      const partner = partnerWith(portal, 'pending', 'bounced');
      const answer = heldAnswer();
      portal.faults.add({path: /resend$/, kind: 'delay', until: answer.isDue});
      await user.click(button(rowOf(element, partner), /^Send again/));
      const correct = button(rowOf(element, partner), /^Correct/);
      expect(correct.ariaDisabled).to.equal('true');
      await user.click(correct);
      expect(rowOf(element, partner).querySelector('form')).to.equal(null);
      answer.send();
    });

    it('is left as it was by Escape, which gives the focus back', async () => {
      const element = await mountPartners();
      const partner = partnerWith(portal, 'pending', 'bounced');
      await user.click(button(rowOf(element, partner), /^Correct/));
      await user.fill(correction(rowOf(element, partner)), 'half@');
      await user.press('Escape');
      await until(() => focusedElement() === button(rowOf(element, partner), /^Correct/));
      expect(resends()).to.equal(0);
    });
  });

  describe('what others do', () => {
    it('shows a partner that another element has invited', async () => {
      const element = await mountPartners();
      const connection = new PortalConnection({
        endpoint: '/api/v1',
        getToken: () => Promise.resolve('demo-host'),
        locale: 'en',
      });
      const invitation = await create(
        connection,
        {email: 'aa@new.example', name: 'Aa New', partnerType: 'vendor'},
        {idempotencyKey: '6f1c9e1e-6c5e-4b0e-9a52-3c1f2f0a7a11'},
      );
      const other = await mount(html`<p>Elsewhere</p>`);
      const before = requestsTo(portal, 'GET', /^\/partners/);
      for (let each = 0; each < 20; each++) other.dispatchEvent(new PartnerInvitedEvent(invitation));
      await until(() => namesOf(element).includes('Aa New'));
      expect(requestsTo(portal, 'GET', /^\/partners/) - before, 'not one an event').to.be.at.most(12);
      await until(() => textOf(stateOf(element, 'All')) === 'All 41');
    });

    it('shows what another list has changed', async () => {
      const element = await mountPartners();
      const other = element.cloneNode();
      if (!(other instanceof HTMLElement)) throw new Error('There is no other list');
      element.after(other);
      await settled(other);
      const partner = partnerWith(portal, 'expired');
      await user.click(button(rowOf(other, partner), /^Send again/));
      await until(() => textOf(rowOf(element, partner)).includes('Expires in 14 days'));
      expect(textOf(rowOf(element, partner)), 'it was not done here').not.to.include('Sent again');
    });

    it('goes on when it has left the page: the portal does it all the same', async () => {
      const element = await mountPartners();
      const answer = heldAnswer();
      portal.faults.add({path: /resend$/, kind: 'delay', until: answer.isDue});
      const partner = partnerWith(portal, 'pending');
      await user.click(button(rowOf(element, partner), /^Send again/));
      await until(() => resends() === 1);
      element.remove();
      const before = portal.outbox.length;
      answer.send();
      await until(() => portal.outbox.length === before + 1);
    });

    it('keeps what is chosen and typed in another language', async () => {
      const element = await mountPartners();
      const {invitation: _, ...partner} = partnerWith(portal, 'pending', 'bounced');
      await choose(element, [partner]);
      await user.click(button(rowOf(element, partner), /^Correct/));
      await user.fill(correction(rowOf(element, partner)), 'half.typed@');
      element.locale = 'de';
      await findByText('1 ausgewählt', {within: element});
      await until(() => textOf(rowOf(element, partner)).includes('Der empfangende Server'));
      expect(getByLabel('Richtige Adresse', {within: rowOf(element, partner)}).value).to.equal('half.typed@');
    });

    it('goes on with nothing as another member', async () => {
      const element = await mountPartners();
      await choose(element, of('pending').slice(0, 2));
      element.endpoint = '/invitations-read-only/api/v1';
      await until(() => !queryByRole('group', {name: 'Chosen partners', within: element}));
      await until(() => bodyRows(element).length === 40);
      expect(element.shadowRoot?.querySelector('tbody button')).to.equal(null);
    });
  });
});
