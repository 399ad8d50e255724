import {
  emailField,
  inviteButton,
  invitedBy,
  mountInvite,
  nameField,
  portal,
  posted,
  posts,
  radio,
} from './partner-invite-page.ts';
import {
  describe,
  expect,
  expectNoAxeViolations,
  findByLabel,
  findByRole,
  focusedElement,
  getAllByRole,
  getByLabel,
  getByRole,
  heldAnswer,
  it,
  queryByRole,
  textOf,
  until,
  user,
} from './support/index.ts';

const addresses = () => findByLabel<HTMLTextAreaElement>('E-mail addresses');
const rows = () => getAllByRole('row').filter((row) => row.hasAttribute('data-id'));
const rowOf = (email: string) => getByRole('row', {name: new RegExp(email)});
const people = (count: number) =>
  Array.from({length: count}, (_, index) => `person${index}@new.example`).join('\n');

async function openList(text: string, options = {}): Promise<Element> {
  const element = await mountInvite({partnerType: 'vendor', ...options});
  await user.click(inviteButton('Invite several'));
  const field = await addresses();
  await until(() => focusedElement() === field, 'focus on the field');
  if (/@[^@]*[\s,;][^@]*@/.test(text)) user.paste({'text/plain': text});
  else if (text !== '') {
    await user.fill(field, text);
    await user.click(getByRole('button', {name: 'Add to the list'}));
  }
  return element;
}

/** Waits until the portal has been asked for all addresses. */
const checked = () => until(() => !textOf(document.body).includes('Being checked…'), 'all answers');

describe('partner-invite, a list', () => {
  describe('is made', () => {
    it('of several addresses that are pasted into the field for one', async () => {
      await mountInvite();
      await user.click(emailField());
      user.paste({'text/plain': 'Ada Lovelace <ada@lovelace.example>, grace@hopper.example'});
      await until(() => rows().length === 2, 'two rows');
      expect(rows().map((row) => textOf(row.querySelector('th') ?? row))).to.deep.equal([
        'ada@lovelace.example',
        'grace@hopper.example',
      ]);
      expect(textOf(rowOf('ada@'))).to.include('Ada Lovelace');
    });

    it('of several addresses that are typed there, once Enter says that it is all', async () => {
      await mountInvite({partnerType: 'vendor'});
      await user.fill(emailField(), 'ada@lovelace.example; grace@hopper.example');
      await user.press('Enter');
      await until(() => rows().length === 2, 'two rows');
      expect(posts()).to.have.length(0);
    });

    it('of what stands in the form already', async () => {
      await mountInvite();
      await user.fill(emailField(), 'ada@lovelace.example');
      await user.fill(nameField(), 'Ada Lovelace');
      await user.click(inviteButton('Invite several'));
      await until(() => rows().length === 1, 'a row');
      expect(textOf(rows()[0] ?? document.body)).to.include('Ada Lovelace');
    });

    it('of cells of a spreadsheet, with the names of their columns', async () => {
      await openList(
        'Name\tE-Mail\tPartnerart\tBereiche\tSprache\n' +
          'Ada Lovelace\tada@lovelace.example\tCustomer\tOrders, Returns\tGerman\n' +
          'Grace Hopper\tgrace@hopper.example\t\t\t',
      );
      await until(() => rows().length === 2, 'two rows');
      expect(textOf(rowOf('ada@'))).to.include('Customer Orders, Returns');
      expect(textOf(rowOf('grace@'))).to.include('Vendor');
      await checked();
      await user.click(inviteButton('Invite 2 people'));
      await findByRole('button', {name: 'Invite'});
      const bodies = posts().map(({body}) => body);
      expect(bodies).to.deep.include({
        email: 'ada@lovelace.example',
        name: 'Ada Lovelace',
        partnerType: 'customer',
        areas: ['orders', 'returns'],
        locale: 'de',
      });
    });

    it('of a file', async () => {
      const element = await openList('');
      const input = element.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]');
      if (!input) throw new Error('No way to choose a file');
      const files = new DataTransfer();
      files.items.add(
        new File(['email;name\nada@lovelace.example;Ada\ngrace@hopper.example;Grace\n'], 'people.csv'),
      );
      input.files = files.files;
      input.dispatchEvent(new Event('change'));
      await until(() => rows().length === 2, 'two rows');
      expect(textOf(rowOf('grace@'))).to.include('Grace');
    });

    it('of five hundred at most: the others wait, and nobody is lost', async () => {
      portal.faults.add({path: /^\/partners/, kind: 'status', status: 403, times: 1000});
      await openList(people(503));
      await until(() => rows().length === 500, '500 rows');
      expect(textOf(document.body)).to.include('3 more wait');
      await user.click(getByRole('button', {name: 'Remove person0@new.example'}));
      await until(() => textOf(document.body).includes('2 more wait'), 'one fewer to wait');
      expect(rows()).to.have.length(500);
    });
  });

  describe('before it is sent', () => {
    it('tells what is wrong, there twice, or known, and leaves it out', async () => {
      const partner = portal.data.world.partners.find(({invitation}) => invitation?.status === 'accepted');
      if (!partner) throw new Error('No partner');
      const element = await openList(`ada@lovelace.example\nADA@Lovelace.example\nnobody\n${partner.email}`);
      await until(() => rows().length === 4, 'four rows');
      await checked();
      await findByRole('button', {name: 'Invite 1 person'});
      const text = textOf(element);
      expect(text).to.include('Twice in the list; invited once.');
      expect(text).to.include('Enter an e-mail address such as name@example.com.');
      expect(text).to.include(`${partner.name} uses the portal already.`);
      expect(text).to.include('To be corrected: 1. Twice in the list: 1. Known to the portal already: 1.');
      await expectNoAxeViolations(element);
      await user.click(getByRole('button', {name: 'Remove what is there twice'}));
      await until(() => rows().length === 3, 'three rows');
    });

    it('lets a row be mended in place', async () => {
      const element = await openList('nobody\ngrace@hopper.example');
      await user.click(await findByRole('button', {name: 'Edit nobody'}));
      const editor = await findByRole('group', {name: 'Edit a person'});
      const field = getByLabel('E-mail address', {within: editor});
      await until(() => focusedElement() === field, 'focus in the row');
      await expectNoAxeViolations(element);
      await user.fill(field, 'ada@lovelace.example');
      user.select(getByLabel<HTMLSelectElement>('Partner type', {within: editor}), 'Customer');
      const returns = () => getByRole<HTMLInputElement>('checkbox', {name: 'Returns', within: editor});
      await until(() => !returns().checked, 'what is proposed for a customer');
      await user.click(returns());
      await user.fill(getByLabel('Message', {within: editor}), 'Dear Ada');
      await user.click(getByRole('button', {name: 'Save'}));
      await until(() => !queryByRole('group', {name: 'Edit a person'}), 'an end of editing');
      await checked();
      await user.click(inviteButton('Invite 2 people'));
      await posted(2);
      expect(posts().map(({body}) => body)).to.deep.include({
        email: 'ada@lovelace.example',
        partnerType: 'customer',
        areas: ['orders', 'receipts', 'returns', 'invoices', 'company'],
        message: 'Dear Ada',
        locale: 'en',
      });
    });

    it('puts a removed row back where it was', async () => {
      await openList('ada@lovelace.example\ngrace@hopper.example');
      await user.click(await findByRole('button', {name: 'Remove ada@lovelace.example'}));
      await until(() => rows().length === 1, 'one row');
      const undo = getByRole('button', {name: 'Undo'});
      await until(() => focusedElement() === undo, 'focus on Undo');
      await user.press('Enter');
      await until(() => rows().length === 2, 'two rows');
      expect(textOf(rows()[0] ?? document.body)).to.include('ada@lovelace.example');
    });

    it('asks once for a type that nobody has', async () => {
      await openList('ada@lovelace.example\ngrace@hopper.example', {partnerType: ''});
      await user.click(await findByRole('button', {name: 'Invite 2 people'}));
      await until(() => textOf(document.body).includes('Choose a partner type.'), 'an error');
      expect(posts()).to.have.length(0);
      await user.click(radio('Customer'));
      await user.click(inviteButton('Invite 2 people'));
      await posted(2);
    });
  });

  describe('is sent', () => {
    it('with a key for each, four at a time, and tells of each', async () => {
      const answer = heldAnswer();
      portal.faults.add({
        method: 'POST',
        path: '/invitations',
        kind: 'delay',
        until: answer.isDue,
        times: 12,
      });
      const element = await openList(people(12));
      const invited = invitedBy(element);
      await checked();
      await user.click(inviteButton('Invite 12 people'));
      await posted(4);
      await findByRole('progressbar', {name: 'Invitations sent'});
      expect(posts()).to.have.length(4);
      answer.send();
      const end = await until(() => focusedElement()?.id === 'end' && focusedElement(), 'focus on the end');
      expect(textOf(end || document.body)).to.include('12 people have been invited.');
      const keys = posts().map(({headers}) => headers['idempotency-key']);
      expect(new Set(keys).size).to.equal(12);
      expect(invited).to.have.length(12);
      expect(queryByRole('progressbar')).to.equal(undefined);
      await expectNoAxeViolations(element);
    });

    it('keeps those that failed, and tries them again with the same key', async () => {
      portal.faults.add({
        method: 'POST',
        path: '/invitations',
        kind: 'status',
        status: 422,
        body: {
          code: 'invalid_invitation',
          errors: [{pointer: '#/email', code: 'blocked', detail: 'Not this address.'}],
        },
      });
      await openList('ada@lovelace.example');
      await checked();
      await user.click(inviteButton('Invite 1 person'));
      await until(() => textOf(document.body).includes('Not this address.'), 'the reason');
      await user.click(getByRole('button', {name: 'Try again ada@lovelace.example'}));
      await until(() => textOf(document.body).includes('1 person has been invited.'), 'an end');
      const keys = posts().map(({headers}) => headers['idempotency-key']);
      expect(keys).to.have.length(2);
      expect(keys[0]).to.equal(keys[1]);
    });

    it('takes another key once a row has been changed', async () => {
      portal.faults.add({method: 'POST', path: '/invitations', kind: 'status', status: 422});
      await openList('ada@lovelace.example');
      await checked();
      await user.click(inviteButton('Invite 1 person'));
      await user.click(await findByRole('button', {name: 'Edit ada@lovelace.example'}));
      const editor = await findByRole('group', {name: 'Edit a person'});
      await user.fill(getByLabel('Name', {within: editor}), 'Ada');
      await user.press('Enter');
      await user.click(await findByRole('button', {name: 'Invite 1 person'}));
      const [first, second] = await posted(2);
      expect(second?.body).to.have.property('name', 'Ada');
      expect(first?.headers['idempotency-key']).not.to.equal(second?.headers['idempotency-key']);
    });

    it('begins nothing more when it is stopped, and leaves the rest as it is', async () => {
      const answer = heldAnswer();
      portal.faults.add({
        method: 'POST',
        path: '/invitations',
        kind: 'delay',
        until: answer.isDue,
        times: 12,
      });
      await openList(people(12));
      await checked();
      await user.click(inviteButton('Invite 12 people'));
      await posted(4);
      const stop = getByRole('button', {name: 'Stop'});
      expect(focusedElement()).to.equal(stop);
      await user.press('Enter');
      answer.send();
      await until(() => textOf(document.body).includes('4 people have been invited.'), 'an end');
      expect(posts()).to.have.length(4);
      expect(getByRole('button', {name: 'Invite 8 people'})).not.to.equal(undefined);
    });

    it('stops by itself at what would hit all, and leaves the rest as it is', async () => {
      portal.faults.add({method: 'POST', path: '/invitations', kind: 'status', status: 403, times: 4});
      await openList(people(12));
      await checked();
      await user.click(inviteButton('Invite 12 people'));
      await findByRole('button', {name: 'Try all again'});
      expect(posts()).to.have.length(4);
      expect(textOf(document.body)).to.include('The others were not begun.');
      await user.click(getByRole('button', {name: 'Invite 8 people'}));
      await until(() => textOf(document.body).includes('8 people have been invited.'), 'an end');
    });

    it('goes on when the element leaves the page', async () => {
      const answer = heldAnswer();
      portal.faults.add({method: 'POST', path: '/invitations', kind: 'delay', until: answer.isDue});
      const element = await openList('ada@lovelace.example');
      await checked();
      await user.click(inviteButton('Invite 1 person'));
      await posted(1);
      element.remove();
      answer.send();
      await until(() => portal.outbox.length === 1, 'an e-mail');
      expect(posts()).to.have.length(1);
    });
  });
});
