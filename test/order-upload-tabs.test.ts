import {onDevice} from '../src/orders/upload/upload-database.ts';
import type {OrderUpload} from '../src/widgets/order-upload/order-upload.ts';
import {
  counts,
  csv,
  choose,
  keptHere,
  made,
  mend,
  mountUpload,
  newClient,
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
  findByRole,
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
const LOST = /These rows are gone on with in another tab/;

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
  return until(() => {
    const told = queryByText(LOST, {within: element});
    const next = queryByRole('button', {name: button, within: element});
    // Without the pointer: by then another thing may be in its place.
    if (!told) next?.click();
    return told;
  }, 'it to be told');
}

/** Keeps the device's database from everybody else until it is released. */
async function occupyDevice(): Promise<() => Promise<void>> {
  const release = heldAnswer();
  let isReleased = false;
  void release.isDue.then(() => (isReleased = true));
  const occupied = heldAnswer();
  const occupying = onDevice('readwrite', async (writing) => {
    while (!isReleased) {
      await writing.objectStore('uploads').count();
      occupied.send();
    }
  });
  await occupied.isDue;
  return async () => {
    release.send();
    await occupying;
  };
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

describe('a tab', () => {
  it('does not lose rows that it has in hand because another one discards them', async () => {
    const {first, second} = await twoTabs();
    await press(second, 'Discard');
    await until(() => !queryByRole('button', {name: 'Discard', within: second}), 'the offer to go');
    await mend(first, 2, 'Quantity', '400');
    await press(first, 'Check and send 2 orders');
    await press(first, 'Send 2 orders');
    await until(() => made().length === 2, 'two orders');
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

  it('whose columns are told anew are the same one', async () => {
    const element = await mountUpload();
    await upload(element, ...two);
    await kept(2);
    const [first] = await keptHere();
    await press(element, 'Columns');
    await press(element, 'Continue');
    await rowsOf(element);
    await press(element, 'Another file');
    await until(async () => {
      const [latest, ...others] = await keptHere();
      return latest && latest.id !== first?.id && others.length === 0;
    }, 'the one of now to be kept alone');
  });

  it('are not brought back to another member', async () => {
    const element = await mountUpload();
    await upload(element, ...two);
    await press(element, 'Another file');
    const back = await findByRole('button', {name: 'Bring them back', within: element});
    const own = element.client;
    const release = await occupyDevice();
    back.click();
    element.client = newClient({getToken: () => Promise.resolve('demo-vendor')});
    await findByText('You are not allowed to upload orders here.', {within: element});
    element.client = own;
    await findByRole('heading', {name: 'Orders from a file', within: element});
    await release();
    await findByRole('button', {name: 'Go on with them', within: element});
    expect(queryByRole('grid', {within: element})).to.equal(undefined);
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
    const told = await findByText(/2 orders were made from this very file on this device/, {within: again});
    for (const number of numbers) expect(textOf(told)).to.contain(number);
    await expectNoAxeViolations(again);
    // It is said again where they would be sent, and of rows that had been read before.
    await press(again, 'Check and send 2 orders');
    await findByRole('button', {name: 'Send 2 orders', within: again});
    await findByText(/very file/, {within: again});
  });
});
