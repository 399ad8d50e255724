import {PortalConnection} from '../src/portal/connection.ts';
import {
  emailField,
  inviteButton,
  invitedBy,
  mountAny,
  mountInvite,
  nameField,
  posted,
  posts,
  portal,
  radio,
} from './partner-invite-page.ts';
import {
  describe,
  descriptionOf,
  expect,
  expectNoAxeViolations,
  findByLabel,
  findByRole,
  focusedElement,
  getByLabel,
  getByRole,
  heldAnswer,
  it,
  queryByRole,
  textOf,
  until,
  user,
} from './support/index.ts';

const readMe = () =>
  new PortalConnection({
    endpoint: '/api/v1',
    getToken: () => Promise.resolve('demo-host'),
    locale: 'en',
  }).me();

/** Another membership of the same member, who may invite there, too. */
async function otherMembership(): Promise<string> {
  const me = await readMe();
  const [own] = me.memberships;
  if (!own) throw new Error('No membership');
  const body = {...me, membershipId: 'another', memberships: [own, {...own, id: 'another'}]};
  portal.faults.add({path: '/me', kind: 'status', status: 200, body, times: 9});
  return 'another';
}

describe('partner-invite', () => {
  describe('one person', () => {
    it('is invited to what was chosen, and told of', async () => {
      const element = await mountInvite();
      const invited = invitedBy(element);
      await user.fill(emailField(), 'ada@lovelace.example');
      await user.fill(nameField(), 'Ada Lovelace');
      await user.click(radio('Vendor'));
      await user.click(inviteButton());
      const heading = await findByRole('heading', {name: 'Ada Lovelace has been invited.'});
      expect(posts().map(({body}) => body)).to.deep.equal([
        {
          email: 'ada@lovelace.example',
          name: 'Ada Lovelace',
          partnerType: 'vendor',
          areas: ['orders', 'receipts', 'returns', 'invoices', 'company'],
          locale: 'en',
        },
      ]);
      expect(invited.map(({email}) => email)).to.deep.equal(['ada@lovelace.example']);
      await until(() => focusedElement() === heading, 'focus on what is said');
      expect(queryByRole('textbox'), 'a form beside what is said').to.equal(undefined);
      expect(portal.outbox.map(({to}) => to)).to.deep.equal(['ada@lovelace.example']);
      await expectNoAxeViolations(element);
    });

    it('leaves type, areas and language as they are for the next one', async () => {
      await mountInvite({partnerType: 'customer'});
      await user.fill(emailField(), 'ada@lovelace.example');
      await user.click(getByRole('checkbox', {name: 'Returns'}));
      await user.press('Enter');
      await user.click(await findByRole('button', {name: 'Invite another'}));
      await until(() => focusedElement() === emailField(), 'focus on the address');
      expect(emailField().value).to.equal('');
      await user.fill(emailField(), 'grace@hopper.example');
      await user.press('Enter');
      const [, second] = await posted(2);
      expect(second?.body).to.have.property('partnerType', 'customer');
      expect(second?.body).to.have.deep.property('areas', [
        'orders',
        'receipts',
        'returns',
        'invoices',
        'company',
      ]);
    });

    it('is asked for all that is missing, and led to each of it', async () => {
      const element = await mountInvite();
      await user.click(inviteButton());
      await until(() => emailField().getAttribute('aria-invalid') === 'true', 'an error');
      expect(textOf(element)).to.include('Enter an e-mail address.').and.to.include('Choose a partner type.');
      const summary = getByRole('group', {name: 'Please look at these entries again'});
      await until(() => focusedElement() === summary, 'focus on all that is missing');
      expect(posts()).to.have.length(0);
      await expectNoAxeViolations(element);
      await user.click(getByRole('link', {name: 'Choose a partner type.'}));
      await until(() => focusedElement() === radio('Customer'), 'focus on the types');
      await user.press('Space');
      await until(() => !queryByRole('link', {name: 'Choose a partner type.'}), 'one thing less');
      await user.click(getByRole('link', {name: 'Enter an e-mail address.'}));
      await until(() => focusedElement() === emailField(), 'focus on the address');
      await user.keys('ada@lovelace.example');
      await until(() => !queryByRole('group', {name: 'Please look at these entries again'}), 'an end');
    });

    it('is filled in by one address that is pasted with its name', async () => {
      await mountInvite();
      await user.click(emailField());
      user.paste({'text/plain': '"Lovelace, Ada" <ada@lovelace.example>'});
      await until(() => emailField().value === 'ada@lovelace.example', 'the address');
      expect(nameField().value).to.equal('Lovelace, Ada');
    });

    it('is led to what is wrong where that is one thing', async () => {
      await mountInvite({partnerType: 'vendor'});
      await user.fill(emailField(), 'nobody');
      await user.click(inviteButton());
      await until(() => focusedElement() === emailField(), 'focus on the address');
      expect(queryByRole('group', {name: 'Please look at these entries again'})).to.equal(undefined);
      expect(descriptionOf(emailField())).to.include('Enter an e-mail address such as');
    });

    it('is invited by an address that is typed with its name', async () => {
      await mountInvite({partnerType: 'vendor'});
      await user.fill(emailField(), 'Lovelace, Ada <ada@lovelace.example>');
      await user.press('Enter');
      const [post] = await posted(1);
      expect(post?.body).to.deep.include({email: 'ada@lovelace.example', name: 'Lovelace, Ada'});
    });

    it('is another one where an address is pasted over the one that is chosen', async () => {
      await mountInvite();
      await user.fill(emailField(), 'grace@hopper.example');
      emailField().select();
      user.paste({'text/plain': 'Ada <ada@lovelace.example>'});
      await until(() => emailField().value === 'ada@lovelace.example', 'the address');
      expect(nameField().value).to.equal('Ada');
    });

    it('is not invited for somebody else, who is signed in while the portal is asked', async () => {
      const answer = heldAnswer();
      portal.faults.add({path: /^\/partners/, kind: 'delay', until: answer.isDue});
      const element = await mountInvite({partnerType: 'vendor'});
      await user.fill(emailField(), 'ada@lovelace.example');
      await user.press('Enter');
      await until(() => textOf(element).includes('Inviting…'), 'a question');
      const other = await otherMembership();
      element.membership = other;
      await until(
        () => portal.requests.some(({headers}) => headers['portal-membership'] === other),
        'the other',
      );
      await until(
        () =>
          !element.shadowRoot?.querySelector('[aria-busy=true]') && queryByRole('radio', {name: 'Vendor'}),
        'the form',
      );
      answer.send();
      await until(() => !textOf(element).includes('Inviting…'), 'an end');
      expect(posts()).to.have.length(0);
      expect(emailField().value).to.equal('ada@lovelace.example');
    });

    it('is invited once, however often it is pressed in one go', async () => {
      await mountInvite({partnerType: 'vendor'});
      await user.fill(emailField(), 'ada@lovelace.example');
      const button = inviteButton();
      button.click();
      button.click();
      emailField().closest('form')?.requestSubmit();
      await findByRole('button', {name: 'Invite another'});
      expect(posts()).to.have.length(1);
    });

    it('that the portal knows is told of before, and invited all the same once that is said', async () => {
      const known = portal.data.world.partners.find(({invitation}) => invitation?.status === 'accepted');
      if (!known) throw new Error('No partner');
      const element = await mountInvite({partnerType: 'vendor'});
      await user.fill(emailField(), known.email);
      await user.click(inviteButton());
      const again = await findByRole('button', {name: 'Invite all the same'});
      expect(textOf(element)).to.include(`${known.name} uses the portal already.`);
      expect(posts()).to.have.length(0);
      await expectNoAxeViolations(element);
      await user.click(again);
      await posted(1);
      await until(() => emailField().getAttribute('aria-invalid') === 'true', 'what the portal says');
      expect(descriptionOf(emailField())).to.include('This partner uses the portal already.');
    });

    it('that was invited and did not accept can be invited again', async () => {
      const lapsed = portal.data.world.partners.find(({invitation}) => invitation?.status === 'revoked');
      if (!lapsed) throw new Error('No partner');
      const element = await mountInvite({partnerType: 'vendor'});
      await user.fill(emailField(), lapsed.email);
      await user.click(nameField());
      await until(() => textOf(element).includes('did not accept. You can invite them again.'), 'a word');
      await user.click(inviteButton());
      await posted(1);
    });

    it('is looked for in no list that the member may not read', async () => {
      const me = await readMe();
      for (const {capabilities} of me.memberships) capabilities.partners = [];
      portal.faults.add({path: '/me', kind: 'status', status: 200, body: me, times: 9});
      await mountInvite({partnerType: 'vendor'});
      await user.fill(emailField(), 'ada@lovelace.example');
      await user.click(inviteButton());
      await posted(1);
      expect(portal.requests.filter(({path}) => path === '/partners')).to.have.length(0);
    });

    it('has what the portal says of a field at that field, until it is changed', async () => {
      const errors = [
        {pointer: '#/name', code: 'too_long', detail: 'This name is too long.'},
        {pointer: '#/message', code: 'too_long', detail: 'This is too long.'},
        {pointer: '#/areas/0', code: 'area_unknown', detail: 'There is no such area.'},
      ];
      portal.faults.add({
        method: 'POST',
        path: '/invitations',
        kind: 'status',
        status: 422,
        body: {code: 'invalid_invitation', errors},
      });
      const element = await mountInvite({partnerType: 'vendor'});
      await user.fill(emailField(), 'ada@lovelace.example');
      await user.fill(nameField(), 'Ada');
      await user.click(inviteButton());
      const summary = await findByRole('group', {name: 'Please look at these entries again'});
      await until(() => focusedElement() === summary, 'focus on all of them');
      expect(descriptionOf(nameField())).to.equal('This name is too long.');
      expect(descriptionOf(getByLabel('Message (optional)'))).to.equal('This is too long.');
      expect(textOf(element)).to.include('There is no such area.');
      await user.type(nameField(), ' L.');
      await until(() => !textOf(element).includes('This name is too long.'), 'an end of it');
      expect(textOf(element)).to.include('This is too long.');
    });

    it('is tried again with the same key, and with another one once something was changed', async () => {
      portal.faults.add({method: 'POST', path: '/invitations', kind: 'status', status: 403, times: 2});
      const element = await mountInvite({partnerType: 'vendor'});
      element.addEventListener('portal-error', (event) => event.stopPropagation());
      await user.fill(emailField(), 'ada@lovelace.example');
      await user.click(inviteButton());
      await until(
        () => posts().length === 1 && !inviteButton().hasAttribute('aria-disabled'),
        'a first answer',
      );
      await user.click(inviteButton());
      await until(
        () => posts().length === 2 && !inviteButton().hasAttribute('aria-disabled'),
        'a second answer',
      );
      await user.fill(nameField(), 'Ada');
      await user.click(inviteButton());
      const [first, second, third] = (await posted(3)).map(({headers}) => headers['idempotency-key']);
      expect(first).to.equal(second);
      expect(second).not.to.equal(third);
    });

    it('is invited once though the answer was lost', async () => {
      portal.faults.add({method: 'POST', path: '/invitations', kind: 'network-after-commit'});
      await mountInvite({partnerType: 'vendor'});
      await user.fill(emailField(), 'ada@lovelace.example');
      await user.click(inviteButton());
      await findByRole('button', {name: 'Invite another'});
      expect(portal.outbox).to.have.length(1);
      expect(new Set(posts().map(({headers}) => headers['idempotency-key'])).size).to.equal(1);
    });

    it('is invited though the element has left the page', async () => {
      const answer = heldAnswer();
      portal.faults.add({method: 'POST', path: '/invitations', kind: 'delay', until: answer.isDue});
      const element = await mountInvite({partnerType: 'vendor'});
      await user.fill(emailField(), 'ada@lovelace.example');
      await user.click(inviteButton());
      await posted(1);
      element.remove();
      answer.send();
      await until(() => portal.outbox.length === 1, 'an e-mail');
    });

    it('is written in the language that is chosen, with a message', async () => {
      await mountInvite({partnerType: 'vendor', locale: 'de-AT'});
      const field = getByLabel('E-Mail-Adresse');
      await user.fill(field, 'ada@lovelace.example');
      const language = getByLabel<HTMLSelectElement>('Sprache der E-Mail');
      expect([...language.options].map(({value}) => value)).to.deep.equal(['de-AT', 'en']);
      user.select(language, 'Englisch');
      await user.fill(getByLabel('Nachricht (optional)'), 'Dear Ada');
      await user.click(inviteButton('Einladen'));
      const [post] = await posted(1);
      expect(post?.body).to.deep.include({locale: 'en', message: 'Dear Ada'});
    });

    it('is written in the language that was chosen, also on a page in another one by then', async () => {
      const element = await mountInvite({partnerType: 'vendor', locale: 'de'});
      await user.fill(getByLabel('E-Mail-Adresse'), 'ada@lovelace.example');
      user.select(getByLabel<HTMLSelectElement>('Sprache der E-Mail'), 'Englisch');
      element.locale = 'en';
      const select = await findByLabel<HTMLSelectElement>('Language of the e-mail');
      expect(select.value).to.equal('en');
      await user.click(inviteButton());
      const [post] = await posted(1);
      expect(post?.body).to.deep.include({locale: 'en'});
    });

    it('keeps what is typed in another language', async () => {
      const element = await mountInvite();
      await user.fill(emailField(), 'ada@lovelace.example');
      await user.click(radio('Vendor'));
      await user.click(getByRole('checkbox', {name: 'Returns'}));
      element.locale = 'de';
      const field = await findByLabel('E-Mail-Adresse');
      expect(field).to.have.property('value', 'ada@lovelace.example');
      await until(() => queryByRole('radio', {name: 'Lieferant'}), 'German types');
      expect(radio('Lieferant').checked).to.equal(true);
      expect(getByRole<HTMLInputElement>('checkbox', {name: 'Retouren'}).checked).to.equal(false);
    });
  });

  describe('states', () => {
    it('says that nobody may be invited, by what the portal allows', async () => {
      const element = await mountAny({endpoint: '/invitations-read-only/api/v1'});
      await until(() => textOf(element).includes('You are not allowed to invite partners.'), 'a sentence');
      expect(queryByRole('button', {within: element})).to.equal(undefined);
      await expectNoAxeViolations(element);
    });

    it('says that there is no kind of partner', async () => {
      const me = await readMe();
      for (const {capabilities} of me.memberships) delete capabilities.partnerTypes;
      portal.faults.add({path: '/me', kind: 'status', status: 200, body: me});
      const element = await mountAny();
      await until(
        () => textOf(element).includes('There is no kind of partner that you may invite.'),
        'a sentence',
      );
    });

    it('chooses a type by its attribute, and the only one there is', async () => {
      await mountInvite({partnerType: '3pl_customer'});
      expect(radio('Logistics customer').checked).to.equal(true);
    });

    it('has a heading of its own, or none', async () => {
      const element = await mountInvite({heading: 'Bring your suppliers in'});
      getByRole('heading', {name: 'Bring your suppliers in'});
      element.heading = '';
      await until(() => !queryByRole('heading', {within: element}), 'no heading');
      getByRole('region', {name: 'Invite partners'});
    });

    it('shows names of a portal as the text that they are', async () => {
      const me = await readMe();
      const hostile = '<img src=x onerror=alert(1)>\u202E';
      for (const {capabilities} of me.memberships)
        for (const type of capabilities.partnerTypes ?? []) type.label = hostile;
      portal.faults.add({path: '/me', kind: 'status', status: 200, body: me});
      const element = await mountInvite();
      expect(element.shadowRoot?.querySelector('img')).to.equal(null);
      expect(textOf(element)).to.include('<img src=x onerror=alert(1)>');
    });
  });
});
