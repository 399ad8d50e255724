import {emailField, inviteButton, mountInvite, posted, posts} from './partner-invite-page.ts';
import {
  blockRequests,
  describe,
  expect,
  findByRole,
  getAllByRole,
  getByRole,
  it,
  until,
  user,
} from './support/index.ts';

describe('partner-invite, before it can do anything', () => {
  it('keeps what was typed, and offers to load again what it needs', async () => {
    await blockRequests('*invite-parts*');
    const element = await mountInvite({partnerType: 'vendor'});
    await user.fill(emailField(), 'ada@lovelace.example');
    await user.press('Enter');
    await findByRole('alert', {within: element});
    expect(posts()).to.have.length(0);
    expect(emailField().value).to.equal('ada@lovelace.example');
    // What is pasted is not lost for want of what would read it.
    await user.fill(emailField(), '');
    user.paste({'text/plain': 'ada@lovelace.example\r\ngrace@hopper.example'});
    await until(() => emailField().value === 'ada@lovelace.example;grace@hopper.example', 'what was pasted');
    await user.fill(emailField(), 'ada@lovelace.example');
    await blockRequests();
    await user.click(getByRole('button', {name: 'Try again'}));
    await until(() => !element.shadowRoot?.querySelector('[role=alert]'), 'an end of the error');
    await user.click(inviteButton());
    await posted(1);
  });

  it('puts addresses back where they were pasted while the list for them does not come', async () => {
    await blockRequests('*many-parts*');
    const element = await mountInvite({partnerType: 'vendor'});
    await user.click(emailField());
    user.paste({'text/plain': 'Ada <ada@lovelace.example>, grace@hopper.example'});
    await until(
      () => emailField().value === 'Ada <ada@lovelace.example>; grace@hopper.example',
      'the addresses',
    );
    await until(() => element.shadowRoot?.querySelector('.notice.danger'), 'what went wrong');
    await blockRequests();
    await user.click(inviteButton());
    await until(() => getAllByRole('row').length === 3, 'a list');
  });
});
