import type {OrderUpload} from '../src/widgets/order-upload/order-upload.ts';
import {
  counts,
  csv,
  choose,
  keptHere,
  made,
  mend,
  mountUpload,
  portal,
  path,
  press,
  rowsOf,
  upload,
} from './order-upload-page.ts';
import {
  describe,
  expect,
  expectNoAxeViolations,
  findByText,
  focusedElement,
  getAllByRole,
  heldAnswer,
  it,
  queryByRole,
  queryByText,
  textOf,
  until,
  user,
} from './support/index.ts';

const two = ['KA-1,,BF-10026,,200,,', 'KA-2,,BF-10032,,100,,'] as const;
const LOST = /The rows are gone on with in another tab/;

/** Waits until the device keeps the rows as they are now. */
async function kept(open: number): Promise<void> {
  await until(async () => (await keptHere())[0]?.open === open, `${open} kept rows`);
}

/** A tab that has the rows of a file, and another one of the same member. */
async function twoTabs(): Promise<{first: OrderUpload; second: OrderUpload}> {
  const first = await mountUpload();
  await upload(first, ...two);
  await kept(2);
  return {first, second: await mountUpload()};
}

/** A tab says that it has lost its rows: as soon as it knows, at the latest when it wants to go on with them. */
async function toldAt(element: OrderUpload, button: string): Promise<HTMLElement> {
  return until(async () => {
    const told = queryByText(LOST, {within: element});
    const next = queryByRole('button', {name: button, within: element});
    if (!told && next) await user.click(next);
    return told;
  }, 'it to be told');
}

describe('rows of a file in two tabs', () => {
  it('are the one’s that has taken them up last, and are ordered once', async () => {
    const {first, second} = await twoTabs();
    await press(second, 'Go on with them');
    await rowsOf(second);
    const told = await toldAt(first, 'Check and send 2 orders');
    expect(told.closest('[tabindex]')).to.equal(focusedElement());
    await expectNoAxeViolations(first);
    await press(second, 'Check and send 2 orders');
    await press(second, 'Send 2 orders');
    await until(async () => (await keptHere()).length === 0, 'nothing to be left');
    expect(made()).to.have.length(2);
    // What is offered here was ordered there.
    await press(first, 'Go on with them');
    await findByText(/These rows are not here any more/, {within: first});
    expect(queryByRole('button', {name: 'Go on with them', within: first})).to.equal(undefined);
  });

  it('go on in the first one where it takes them back, as the other one has left them', async () => {
    const {first, second} = await twoTabs();
    await press(second, 'Go on with them');
    await rowsOf(second);
    await mend(second, 2, 'Quantity', '400');
    await press(second, 'Another file');
    await toldAt(first, 'Open as one order');
    await press(first, 'Go on with them');
    await rowsOf(first);
    await findByText('400', {within: first});
    await press(second, 'Bring them back');
    await findByText(LOST, {within: second});
  });

  it('cannot be taken up while their orders are sent, and what is left of them can be afterwards', async () => {
    const {first, second} = await twoTabs();
    const answer = heldAnswer();
    portal.faults.add({method: 'POST', path, kind: 'delay', until: answer.isDue, times: 2});
    await press(first, 'Check and send 2 orders');
    await press(first, 'Send 2 orders');
    await until(
      () => portal.requests.some((each) => each.method === 'POST' && each.path === path),
      'an order',
    );
    await press(second, 'Go on with them');
    await findByText(/are being sent in another tab/, {within: second});
    answer.send();
    await until(() => made().length === 2, 'two orders');
    await until(async () => (await keptHere()).length === 0, 'nothing to be left');
    await press(second, 'Go on with them');
    await findByText(/These rows are not here any more/, {within: second});
  });

  it('sends no more of what another tab has taken up meanwhile', async () => {
    const {first, second} = await twoTabs();
    await press(first, 'Check and send 2 orders');
    await press(second, 'Go on with them');
    await rowsOf(second);
    await toldAt(first, 'Send 2 orders');
    expect(made()).to.have.length(0);
  });
});

describe('several files', () => {
  it('are kept side by side, and gone on with one after the other', async () => {
    const element = await mountUpload();
    await upload(element, ...two);
    await press(element, 'Another file');
    choose(element, csv('KA-3,,BF-10038,,300,,', 'KA-3,,NO-SUCH-ITEM,,1,,'), 'second.csv');
    await rowsOf(element);
    await until(async () => (await keptHere()).length === 2, 'both to be kept');
    const later = await mountUpload();
    await findByText(/2 rows of “second.csv”/, {within: later});
    await expectNoAxeViolations(later);
    const buttons = getAllByRole('button', {name: 'Go on with them', within: later});
    expect(buttons).to.have.length(2);
    const [latest] = getAllByRole('button', {name: 'Discard', within: later});
    await user.click(latest ?? later);
    await until(() => !queryByText(/second.csv/, {within: later}), 'the second to be gone');
    await press(later, 'Go on with them');
    await rowsOf(later);
    expect(counts(later)).to.deep.equal({all: 2, wrong: 0, ready: 2});
  });

  it('that are the same one are told where orders of it were sent', async () => {
    const element = await mountUpload();
    await upload(element, ...two);
    expect(queryByText(/very file/, {within: element})).to.equal(undefined);
    await press(element, 'Check and send 2 orders');
    await press(element, 'Send 2 orders');
    await until(() => made().length === 2, 'two orders');
    const numbers = made().map(({number}) => number ?? '');
    await press(element, 'Back to the rows');
    await until(async () => (await keptHere()).length === 0, 'nothing to be left');
    const again = await mountUpload();
    await upload(again, ...two);
    const told = await findByText(/2 orders were sent from this very file on this device/, {within: again});
    for (const number of numbers) expect(textOf(told)).to.contain(number);
    await expectNoAxeViolations(again);
  });
});
