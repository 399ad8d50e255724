import {
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  focusedElement,
  getAllByRole,
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
  buttonsOf,
  choose,
  mountPartners,
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
const dialog = () => findByRole('dialog');

/** Sends again what is chosen. */
async function resendChosen(element: Element): Promise<void> {
  await user.click(button(bar(element), /^Send again/));
  await user.click(getByRole('button', {name: 'Send again', within: await dialog()}));
}

describe('partner-list, several at once', () => {
  it('says with how many of them each action is possible, and asks first', async () => {
    const element = await mountPartners();
    const [a, b] = of('pending');
    const [c] = of('expired');
    if (!a || !b || !c) throw new Error('Too few');
    await choose(element, [a, b, c]);
    expect(textOf(bar(element))).to.include('3 selected');
    expect(buttonsOf(bar(element))).to.deep.equal(['Send again', 'Revoke (2 of 3)', 'Clear selection']);
    await expectNoAxeViolations(element);
    await user.click(button(bar(element), /^Revoke/));
    const question = await dialog();
    expect(textOf(question)).to.include('Revoke 2 invitations?').and.to.include('2 of 3 can be revoked.');
    await user.click(getByRole('button', {name: 'Revoke', within: question}));
    await findByText('Revoked: 2.', {within: bar(element)});
    expect(spokenBy(element)).to.equal('Revoked: 2.');
    expect(of('revoked').map(({name}) => name))
      .to.include(a.name)
      .and.to.include(b.name);
    expect(statusOf(c)).to.equal('expired');
    expect(revocations()).to.equal(2);
    await user.click(button(bar(element), /^Close/));
    await until(() => !queryByRole('group', {name: 'Chosen partners', within: element}));
  });

  it('asks the portal for at most four at once', async () => {
    const element = await mountPartners();
    const answer = heldAnswer();
    portal.faults.add({path: /resend$/, kind: 'delay', until: answer.isDue, times: 8});
    await choose(element, of('pending').slice(0, 8));
    await user.click(button(bar(element), /^Send again/));
    await user.click(getByRole('button', {name: 'Send again', within: await dialog()}));
    await until(() => resends() === 4);
    await findByText('0 of 8 done', {within: bar(element)});
    expect(resends()).to.equal(4);
    answer.send();
    await findByText('Sent again: 8.', {within: bar(element)});
    expect(resends()).to.equal(8);
  });

  it('shows how far it is, and does not begin with what is left when it is canceled', async () => {
    const element = await mountPartners();
    const answer = heldAnswer();
    portal.faults.add({path: /resend$/, kind: 'delay', until: answer.isDue, times: 20});
    await user.click(getByRole('checkbox', {name: /^Choose all/, within: element}));
    const all = of('pending').length + of('expired').length;
    expect(all).to.be.greaterThan(10);
    await findByText(`${all} selected`, {within: element});
    await user.click(button(bar(element), /^Send again/));
    await user.click(getByRole('button', {name: 'Send again', within: await dialog()}));
    await until(() => resends() === 4);
    expect(getByRole('progressbar', {within: element})).to.exist;
    await expectNoAxeViolations(element);
    await user.click(button(bar(element), /^Cancel/));
    answer.send();
    await findByText(`Sent again: 4. Not begun: ${all - 4}.`, {within: bar(element)});
    expect(resends()).to.equal(4);
  });

  it('says on its row what has failed, and tries those again', async () => {
    const element = await mountPartners();
    const chosen = of('pending').slice(0, 3);
    const failing = chosen[1];
    if (!failing?.invitation) throw new Error('Too few');
    portal.faults.add({
      path: `/invitations/${failing.invitation.id}/resend`,
      kind: 'status',
      status: 500,
    });
    await choose(element, chosen);
    await user.click(button(bar(element), /^Send again/));
    await user.click(getByRole('button', {name: 'Send again', within: await dialog()}));
    await findByText('Sent again: 2. Failed: 1.', {within: bar(element)});
    expect(textOf(rowOf(element, failing))).to.include('The portal had a problem.');
    await user.click(button(bar(element), /^Try again/));
    await findByText('Sent again.', {within: rowOf(element, failing)});
    await findByText('Sent again: 1.', {within: bar(element)});
    expect(resends()).to.equal(4);
  });

  it('chooses a range with Shift, by mouse and by keys', async () => {
    const element = await mountPartners();
    const boxes = getAllByRole('checkbox', {within: element}).slice(1);
    const chosen = () =>
      boxes.flatMap((box, index) => (box instanceof HTMLInputElement && box.checked ? [index] : []));
    const [first, , , fourth, , sixth] = boxes;
    if (!first || !fourth || !sixth) throw new Error('Too few');
    await user.click(first);
    fourth.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true, shiftKey: true}));
    await until(() => chosen().join() === '0,1,2,3');
    sixth.focus();
    await user.press('Shift+ ');
    await until(() => chosen().join() === '0,1,2,3,4,5');
    expect(textOf(bar(element))).to.include('6 selected');
    await user.click(button(bar(element), /^Clear/));
    await until(() => chosen().length === 0);
  });

  it('stays chosen while something is done with another one', async () => {
    const element = await mountPartners();
    const [a, b] = of('pending');
    if (!a || !b) throw new Error('Too few');
    await choose(element, [a]);
    await user.click(button(rowOf(element, b), /^Revoke/));
    await user.click(getByRole('button', {name: 'Revoke', within: await dialog()}));
    await until(() => textOf(rowOf(element, b)).includes('Revoked'));
    expect(textOf(bar(element))).to.include('1 selected');
  });

  it('lets go of what a filter takes out of sight', async () => {
    const element = await mountPartners();
    const [pending] = of('pending');
    const [expired] = of('expired');
    if (!pending || !expired) throw new Error('Too few');
    await choose(element, [pending, expired]);
    await user.click(stateOf(element, 'Expired'));
    await until(() => bodyRows(element).length === of('expired').length);
    expect(textOf(bar(element))).to.include('1 selected');
    await user.click(stateOf(element, 'All'));
    await until(() => bodyRows(element).length === 40);
    expect(textOf(bar(element))).to.include('1 selected');
  });

  it('leads the focus to where one can follow it, and cancel', async () => {
    const element = await mountPartners();
    await choose(element, of('pending').slice(0, 3));
    button(bar(element), /^Send again/).focus();
    await user.press('Enter');
    getByRole('button', {name: 'Send again', within: await dialog()}).focus();
    await user.press('Enter');
    await until(() => focusedElement() === bar(element));
    await findByText('Sent again: 3.', {within: bar(element)});
    expect(focusedElement()).to.equal(bar(element));
  });

  it('stops at what all others would run into as well, says it, and goes on with all that is left', async () => {
    const element = await mountPartners();
    await choose(element, of('pending').slice(0, 12));
    portal.faults.add({path: /resend$/, kind: 'status', status: 401, times: 100});
    await resendChosen(element);
    await findByText('Sent again: 0. Failed: 4. Not begun: 8. You are signed out.', {within: bar(element)});
    expect(resends(), 'four at once, each with another token').to.equal(8);
    portal.faults.clear();
    await user.click(button(bar(element), /^Try again/));
    await findByText('Sent again: 12.', {within: bar(element)});
  });

  it('waits no more for a busy portal when it is canceled', async () => {
    const element = await mountPartners();
    await choose(element, of('pending').slice(0, 12));
    const headers = {'Retry-After': '30'};
    portal.faults.add({path: /resend$/, kind: 'status', status: 429, headers, times: 100});
    await resendChosen(element);
    await until(() => textOf(element).split('It is tried again in 30 s.').length === 5);
    const before = requestsTo(portal, 'GET', /^\/partners/);
    await user.click(button(bar(element), /^Cancel/));
    await findByText('Sent again: 0. Not begun: 12.', {within: bar(element)});
    await until(() => requestsTo(portal, 'GET', /^\/partners/) > before);
    expect(resends()).to.equal(4);
    expect(textOf(element)).not.to.include('In progress');
  });

  it('does what is pressed in a row first, says so, and does not cancel that', async () => {
    const element = await mountPartners();
    const answer = heldAnswer();
    const [other] = of('expired');
    if (!other?.invitation) throw new Error('None has expired');
    const {email} = other.invitation;
    portal.faults.add({path: /resend$/, kind: 'delay', until: answer.isDue, times: 4});
    await choose(element, of('pending').slice(0, 12));
    await resendChosen(element);
    await until(() => resends() === 4);
    await user.click(button(rowOf(element, other), /^Send again/));
    await user.click(button(bar(element), /^Cancel/));
    await findByText('In progress…', {within: rowOf(element, other)});
    answer.send();
    await findByText('Sent again.', {within: rowOf(element, other)});
    expect(portal.outbox.filter(({to}) => to === email)).to.have.length(1);
    await findByText('Sent again: 4. Not begun: 8.', {within: bar(element)});
  });

  it('says what has come of another one meanwhile', async () => {
    const element = await mountPartners();
    const [first, second] = of('pending');
    const [other] = of('expired');
    if (!first?.invitation || !second || !other?.invitation) throw new Error('Too few');
    const answer = heldAnswer();
    const path = `/invitations/${first.invitation.id}/resend`;
    portal.faults.add({path, kind: 'delay', until: answer.isDue});
    await choose(element, [first, second]);
    await resendChosen(element);
    await findByText('1 of 2 done', {within: bar(element)});
    await user.click(button(rowOf(element, other), /^Send again/));
    const said = `The invitation of ${other.invitation.email} was sent again.`;
    await until(() => spokenBy(element) === said);
    answer.send();
    await until(() => spokenBy(element) === 'Sent again: 2.');
  });

  it('begins with nothing more as another member', async () => {
    const element = await mountPartners();
    const answer = heldAnswer();
    portal.faults.add({path: /resend$/, kind: 'delay', until: answer.isDue, times: 4});
    await choose(element, of('pending').slice(0, 12));
    await resendChosen(element);
    await until(() => resends() === 4);
    const before = portal.outbox.length;
    // Also as long as it is not known yet who the other one is.
    const known = heldAnswer();
    portal.faults.add({path: '/me', kind: 'delay', until: known.isDue});
    element.endpoint = '/invitations-read-only/api/v1';
    await until(() => !queryByRole('group', {name: 'Chosen partners', within: element}));
    answer.send();
    await until(() => portal.outbox.length >= before + 4);
    known.send();
    // Whatever followed from those has been sent before this.
    await element.reload();
    expect(resends()).to.equal(4);
  });

  it('loads the list again once, however many are other ones at the portal', async () => {
    const element = await mountPartners();
    await choose(element, of('pending').slice(0, 10));
    portal.faults.add({path: /resend$/, kind: 'status', status: 403, times: 100});
    const before = requestsTo(portal, 'GET', /^\/partners/);
    await resendChosen(element);
    await findByText('Sent again: 0. Failed: 10.', {within: bar(element)});
    await settled(element);
    await until(() => requestsTo(portal, 'GET', /^\/partners/) > before);
    expect(requestsTo(portal, 'GET', /^\/partners/) - before, 'the list, and five numbers').to.be.at.most(6);
  });
});
