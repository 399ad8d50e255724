import {
  emailField,
  inviteButton,
  invitedBy,
  mountInvite,
  nameField,
  posted,
  posts,
  portal,
  radio,
} from './partner-invite-page.ts';
import {
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  focusedElement,
  getByRole,
  it,
  textOf,
  until,
  user,
} from './support/index.ts';

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

    it('is asked for whatever is missing, and the focus goes there', async () => {
      const element = await mountInvite();
      await user.click(inviteButton());
      await until(() => emailField().getAttribute('aria-invalid') === 'true', 'an error');
      expect(textOf(element)).to.include('Enter an e-mail address.').and.to.include('Choose a partner type.');
      await until(() => focusedElement() === emailField(), 'focus on the address');
      expect(posts()).to.have.length(0);
      await expectNoAxeViolations(element);
    });
  });
});
