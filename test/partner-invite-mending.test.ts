import {
  emailField,
  inviteButton,
  invitedBy,
  mountInvite,
  portal,
  posted,
  posts,
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

const rows = () => getAllByRole('row').filter((row) => row.hasAttribute('data-id'));
const rowOf = (email: string) => getByRole('row', {name: new RegExp(email)});
const checked = () => until(() => !textOf(document.body).includes('Being checked…'), 'all answers');
const ended = (text: string) => until(() => textOf(document.body).includes(text), text);

/** A list of what is pasted into the field for one address, as the first thing that is done. */
async function pasteFirst(text: string, options = {}) {
  const element = await mountInvite({partnerType: 'vendor', ...options});
  await user.click(emailField());
  user.paste({'text/plain': text});
  await until(() => queryByRole('table'), 'a list');
  return element;
}

describe('partner-invite, a list from elsewhere', () => {
  it('is cells of a spreadsheet, also where they are pasted into the field for one', async () => {
    await pasteFirst(
      'Firma\tE-Mail\tPartnerart\nAcme\tada@lovelace.example\tCustomer\nB\tgrace@hopper.example\t',
    );
    await until(() => rows().length === 2, 'two rows');
    expect(textOf(rowOf('ada@'))).to.include('Customer');
  });

  it('has words that the portal has not, which are told of once and mended in all rows', async () => {
    const element = await pasteFirst(
      'E-Mail\tPartnerart\tBereiche\n' +
        'ada@lovelace.example\tKunde\tBestellungen\n' +
        'grace@hopper.example\tKunde\tBestellungen',
    );
    await until(() => rows().length === 2, 'two rows');
    expect(textOf(rowOf('ada@'))).to.include('There is no partner type “Kunde”.');
    const type = await findByLabel<HTMLSelectElement>('Read “Kunde” everywhere as');
    await expectNoAxeViolations(element);
    user.select(type, 'Customer');
    expect(queryByRole('button', {name: 'Apply'}), 'nothing is done before').not.to.equal(undefined);
    await user.click(getByRole('button', {name: 'Apply'}));
    const area = await findByLabel<HTMLSelectElement>('Read “Bestellungen” everywhere as');
    await until(() => focusedElement() === area, 'focus on the next word');
    user.select(area, 'Orders');
    await user.click(getByRole('button', {name: 'Apply'}));
    await checked();
    await user.click(await findByRole('button', {name: 'Invite 2 people'}));
    const bodies = (await posted(2)).map(({body}) => body);
    expect(bodies).to.deep.include({
      email: 'grace@hopper.example',
      partnerType: 'customer',
      areas: ['orders'],
      locale: 'en',
    });
  });

  it('that cannot be read is told of, and stands in the field', async () => {
    await mountInvite();
    await user.click(inviteButton('Invite several'));
    const field = await findByLabel<HTMLTextAreaElement>('E-mail addresses');
    await user.click(field);
    const text = 'E-Mail\tName\nada@x.example\t"Ada\ngrace@x.example\tGrace';
    user.paste({'text/plain': text});
    await until(() => field.value === text, 'what was pasted');
    expect(textOf(document.body)).to.include('quot');
    expect(rows()).to.have.length(0);
  });

  it('of a language that is not offered keeps it when a row is changed', async () => {
    await pasteFirst('E-Mail\tSprache\nada@lovelace.example\tfr\ngrace@hopper.example\t');
    await user.click(await findByRole('button', {name: 'Edit ada@lovelace.example'}));
    await user.fill(getByLabel('Name', {within: getByRole('group', {name: 'Edit a person'})}), 'Ada');
    await user.press('Enter');
    await checked();
    await user.click(inviteButton('Invite 2 people'));
    const bodies = (await posted(2)).map(({body}) => body);
    expect(bodies.find((body) => JSON.stringify(body).includes('"Ada"'))).to.include({locale: 'fr'});
  });
});

describe('partner-invite, a list at work', () => {
  it('invites nobody of whom the portal says meanwhile that it knows them', async () => {
    const answer = heldAnswer();
    const known = portal.data.world.partners.find(({invitation}) => invitation?.status === 'accepted');
    if (!known) throw new Error('No partner');
    portal.faults.add({path: /^\/partners/, kind: 'delay', until: answer.isDue, times: 2});
    await pasteFirst(`ada@lovelace.example, ${known.email}`);
    await user.click(await findByRole('button', {name: 'Invite 2 people'}));
    await until(() => rows().every((row) => textOf(row).includes('Sending…')), 'a start');
    expect(posts()).to.have.length(0);
    answer.send();
    await ended('1 person has been invited.');
    expect(posts().map(({body}) => JSON.stringify(body))).to.have.length(1);
    expect(textOf(document.body)).to.include('Known to the portal already: 1.');
    expect(textOf(document.body)).not.to.include('The others were not begun.');
    expect(textOf(rowOf(known.email))).to.include('uses the portal already.');
  });

  it('takes what is typed into a row along when it is sent', async () => {
    await pasteFirst('ada@lovelace.example, grace@hopper.example');
    await checked();
    await user.click(getByRole('button', {name: 'Edit ada@lovelace.example'}));
    await user.fill(getByLabel('Name', {within: getByRole('group', {name: 'Edit a person'})}), 'Ada');
    await user.click(inviteButton('Invite 2 people'));
    const bodies = (await posted(2)).map(({body}) => JSON.stringify(body));
    expect(bodies.some((body) => body.includes('"name":"Ada"'))).to.equal(true);
  });

  it('keeps the focus on the type that is chosen for a row', async () => {
    await pasteFirst('ada@lovelace.example, grace@hopper.example');
    await user.click(await findByRole('button', {name: 'Edit ada@lovelace.example'}));
    const editor = await findByRole('group', {name: 'Edit a person'});
    await until(
      () => focusedElement() === getByLabel('E-mail address', {within: editor}),
      'focus in the row',
    );
    const type = getByLabel<HTMLSelectElement>('Partner type', {within: editor});
    const receipts = () => getByRole<HTMLInputElement>('checkbox', {name: 'Returns', within: editor});
    user.select(type, 'Customer');
    await until(() => !receipts().checked, 'what is proposed for a customer');
    expect(focusedElement()).to.equal(type);
  });

  it('offers to try all again that failed, also after one of them was tried', async () => {
    portal.faults.add({method: 'POST', path: '/invitations', kind: 'status', status: 422, times: 3});
    await pasteFirst('ada@lovelace.example, grace@hopper.example, mary@jackson.example');
    await checked();
    await user.click(inviteButton('Invite 3 people'));
    await ended('Not invited: 3');
    await user.click(getByRole('button', {name: 'Try again ada@lovelace.example'}));
    await ended('1 person has been invited.');
    await user.click(getByRole('button', {name: 'Try all again'}));
    await ended('2 people have been invited.');
    expect(posts()).to.have.length(6);
  });

  it('tells the page once that somebody has to sign in again, and goes on after that', async () => {
    portal.faults.add({method: 'POST', path: '/invitations', kind: 'status', status: 401, times: 8});
    const element = await pasteFirst(
      Array.from({length: 6}, (_, index) => `person${index}@new.example`).join('\n'),
    );
    const invited = invitedBy(element);
    let expired = 0;
    element.addEventListener('session-expired', () => expired++);
    await checked();
    await user.click(inviteButton('Invite 6 people'));
    await ended('The others were not begun.');
    expect(expired).to.equal(1);
    await user.click(getByRole('button', {name: 'Try all again'}));
    await ended('4 people have been invited.');
    await user.click(inviteButton('Invite 2 people'));
    await ended('2 people have been invited.');
    expect(invited).to.have.length(6);
    expect(portal.outbox).to.have.length(6);
  });

  it('sends nothing by the second click of two, which was meant for another button', async () => {
    const element = await mountInvite({partnerType: 'vendor'});
    await user.click(inviteButton('Invite several'));
    await user.fill(await findByLabel('E-mail addresses'), 'ada@lovelace.example');
    const button = element.shadowRoot?.querySelector<HTMLElement>('#send');
    button?.dispatchEvent(new MouseEvent('click', {detail: 1, bubbles: true}));
    await findByRole('button', {name: 'Invite 1 person'});
    button?.dispatchEvent(new MouseEvent('click', {detail: 2, bubbles: true}));
    await checked();
    expect(posts()).to.have.length(0);
    await user.click(inviteButton('Invite 1 person'));
    await posted(1);
  });

  it('calls nobody away who works elsewhere in the page when it is done', async () => {
    const answer = heldAnswer();
    portal.faults.add({method: 'POST', path: '/invitations', kind: 'delay', until: answer.isDue});
    await pasteFirst('ada@lovelace.example, grace@hopper.example');
    await checked();
    await user.click(inviteButton('Invite 2 people'));
    await posted(2);
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.setAttribute('aria-label', 'Elsewhere');
    elsewhere.focus();
    answer.send();
    await ended('2 people have been invited.');
    expect(focusedElement()).to.equal(elsewhere);
    elsewhere.remove();
  });

  it('asks before the page is left, as long as it is sent', async () => {
    const answer = heldAnswer();
    portal.faults.add({method: 'POST', path: '/invitations', kind: 'delay', until: answer.isDue});
    await pasteFirst('ada@lovelace.example, grace@hopper.example');
    await checked();
    const leave = () => {
      const event = new Event('beforeunload', {cancelable: true});
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).to.equal(false);
    await user.click(inviteButton('Invite 2 people'));
    await posted(2);
    expect(leave()).to.equal(true);
    answer.send();
    await ended('2 people have been invited.');
    expect(leave()).to.equal(false);
  });
});
