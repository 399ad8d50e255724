import {
  counts,
  countOf,
  creations,
  made,
  mend,
  mountUpload,
  path,
  portal,
  press,
  rowsOf,
  saidOf,
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
  getByRole,
  it,
  nextEvent,
  queryByRole,
  textOf,
  until,
  user,
} from './support/index.ts';

const two = [
  'KA-1,2027-01-18,BF-10026,,200,,Site office',
  'KA-2,,BF-10032,,100,,',
  'KA-1,2027-01-18,BF-10038,,300,,',
  'KA-1,,NO-SUCH-ITEM,,300,,',
] as const;

/** The orders of the file, in words. */
function listed(element: Element): string[] {
  return getAllByRole('listitem', {within: element})
    .filter((item) => item.matches('.order'))
    .map((item) => textOf(item));
}

describe('what is ready of an upload', () => {
  it('becomes an order for each reference, each sent once with a key of its own', async () => {
    const element = await mountUpload();
    await upload(element, ...two);
    await mend(element, 5, 'Item', 'BF-10032');
    await until(() => counts(element).ready === 4, 'all rows to be ready');
    await press(element, 'Check and send 2 orders');
    await findByRole('heading', {name: 'Check and send', within: element});
    await expectNoAxeViolations(element);
    const created: string[] = [];
    element.addEventListener('order-created', ({document}) => created.push(document.externalReference ?? ''));
    await press(element, 'Send 2 orders');
    await until(() => made().length === 2, 'two orders');
    const heading = await findByRole('heading', {name: 'Orders sent from the file', within: element});
    await until(() => created.length === 2, 'both events');
    await until(() => focusedElement() === heading, 'the focus to be in what has become of them');
    expect(created.toSorted()).to.deep.equal(['KA-1', 'KA-2']);
    expect(new Set(creations().map(({headers}) => headers['idempotency-key'])).size).to.equal(2);
    await press(element, 'Back to the rows');
    expect(countOf(element, 'Done')).to.equal(4);
    expect(counts(element)).to.deep.equal({all: 4, wrong: 0, ready: 0});
  });

  it('is sent without the rows that are wrong only where the user says so', async () => {
    const element = await mountUpload();
    await upload(element, ...two);
    await press(element, 'Check and send 2 orders');
    await findByText(/1 more row has this reference and is not ready/, {within: element});
    await press(element, 'Send 1 order');
    await until(() => made().length === 1, 'one order');
    expect(made()[0]?.reference).to.equal('KA-2');
    await press(element, 'Back to the rows');
    expect(counts(element)).to.deep.equal({all: 4, wrong: 1, ready: 2});
  });

  it('is tried again where an order has failed, with its key where nobody knows what became of it', async () => {
    const element = await mountUpload();
    await upload(element, 'KA-1,,BF-10026,,200,,', 'KA-2,,BF-10032,,100,,');
    portal.faults.add({method: 'POST', path, kind: 'status', status: 422, times: 1});
    await press(element, 'Check and send 2 orders');
    await press(element, 'Send 2 orders');
    await findByText(/The order was not sent\. Its rows are kept\./, {within: element});
    await until(() => made().length === 1, 'the other order');
    await until(() => !queryByRole('progressbar', {within: element}), 'sending to end');
    await press(element, 'Try again');
    await until(() => made().length === 2, 'both orders');
    expect(new Set(made().map(({reference}) => reference)).size).to.equal(2);
  });

  it('is sent once, however often one clicks', async () => {
    const element = await mountUpload();
    await upload(element, 'KA-1,,BF-10026,,200,,', 'KA-2,,BF-10032,,100,,');
    await press(element, 'Check and send 2 orders');
    const send = await findByRole('button', {name: 'Send 2 orders', within: element});
    send.click();
    send.click();
    await until(() => made().length >= 2, 'two orders');
    await findByRole('heading', {name: 'Orders sent from the file', within: element});
    expect(creations()).to.have.length(2);
  });

  it('goes to the address that the user chooses', async () => {
    const element = await mountUpload();
    await upload(element, 'KA-1,,BF-10026,,200,,', 'KA-2,,BF-10032,,100,,');
    await press(element, 'Check and send 2 orders');
    const select = await findByRole<HTMLSelectElement>('combobox', {
      name: 'Deliver all orders to',
      within: element,
    });
    const other = select.options[1];
    user.select(select, other?.label ?? '');
    await press(element, 'Send 2 orders');
    await until(() => made().length === 2, 'two orders');
    const bodies = creations().map(({body}) => body as {shipToId?: string});
    expect(bodies.map(({shipToId}) => shipToId)).to.deep.equal([other?.value, other?.value]);
  });

  it('is the page’s where that takes it over', async () => {
    const element = await mountUpload();
    await upload(element, 'KA-1,,BF-10026,,200,,', 'KA-2,,BF-10032,,100,,');
    const drafts: unknown[] = [];
    element.addEventListener('order-submit', (event) => {
      event.preventDefault();
      drafts.push(event.draft.externalReference);
    });
    await press(element, 'Check and send 2 orders');
    await press(element, 'Send 2 orders');
    await until(() => drafts.length === 2, 'both intents');
    expect(drafts).to.deep.equal(['KA-1', 'KA-2']);
    expect(creations()).to.have.length(0);
    expect(listed(element).every((text) => text.includes('Taken over by this page'))).to.equal(true);
  });

  it('opens as one order in an editor', async () => {
    const element = await mountUpload();
    await upload(element, ...two);
    await press(element, 'Open as one order');
    const editor = await until(
      () => element.shadowRoot?.querySelector('purchase-order-editor') ?? undefined,
      'the editor',
    );
    await findByRole('gridcell', {name: 'BF-10026', within: editor});
    await findByRole('gridcell', {name: 'BF-10038', within: editor});
    await findByText(/One order has one reference\. These are not in it: KA-1, KA-2\./, {within: element});
    await press(element, 'Back to the rows');
    expect(counts(element)).to.deep.equal({all: 4, wrong: 1, ready: 0});
    expect(countOf(element, 'Done')).to.equal(3);
  });

  it('goes to the page’s own editor where it has one', async () => {
    const element = await mountUpload();
    await upload(element, 'KA-1,,BF-10026,,200,,');
    element.addEventListener('order-edit', (each) => each.preventDefault());
    const asked = nextEvent(element, 'order-edit');
    await press(element, 'Open the order');
    const event = await asked;
    expect(event.draft.lines[0]).to.include({itemNumber: 'BF-10026', quantity: '200'});
    expect(event.draft.origin).to.deep.equal({kind: 'upload'});
    await until(() => countOf(element, 'Done') === 1, 'the row to be done');
  });

  it('is refused by the portal at its rows', async () => {
    const element = await mountUpload({scenario: 'invalid'});
    await upload(element, 'KA-1,,BF-10026,,200,,', 'KA-2,,BF-10032,,100,,');
    await press(element, 'Check and send 2 orders');
    await press(element, 'Send 2 orders');
    await findByText(/The order was not sent/, {within: element}).catch(() => undefined);
    await press(element, 'Back to the rows');
    await rowsOf(element);
    expect(counts(element)).to.deep.equal({all: 2, wrong: 2, ready: 0});
    expect(made()).to.have.length(0);
    // The portal may have been mended instead.
    await findByText(/The portal has refused 2 rows/, {within: element});
    await press(element, 'Ask again');
    expect(counts(element)).to.deep.equal({all: 2, wrong: 0, ready: 2});
    expect(queryByRole('button', {name: 'Ask again', within: element})).to.equal(undefined);
  });

  it('waits where the session is over, and is sent after signing in again', async () => {
    let isSignedIn = true;
    const element = await mountUpload({
      getToken: () => Promise.resolve(isSignedIn ? 'demo-customer' : null),
    });
    await upload(element, 'KA-1,,BF-10026,,200,,', 'KA-2,,BF-10032,,100,,', 'KA-3,,BF-10038,,100,,');
    await press(element, 'Check and send 3 orders');
    await findByRole('button', {name: 'Send 3 orders', within: element});
    await until(() => listed(element).every((text) => /€|EUR/.test(text)), 'the totals');
    isSignedIn = false;
    portal.faults.add({method: 'POST', path, kind: 'status', status: 401, times: 2});
    await press(element, 'Send 3 orders');
    await findByText(/The other orders were not sent\. Everything is kept\./, {within: element});
    isSignedIn = true;
    await press(element, 'Sign in again');
    await until(() => made().length === 3, 'three orders');
  });

  it('leaves the rest as a file that can be mended and uploaded again', async () => {
    const element = await mountUpload();
    await upload(element, ...two);
    const saved: {name: string; blob: Blob}[] = [];
    const {createObjectURL} = URL;
    const click = HTMLAnchorElement.prototype.click;
    let blob: Blob | undefined;
    URL.createObjectURL = (object: Blob) => {
      blob = object;
      return createObjectURL.call(URL, object);
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      if (blob) saved.push({name: this.download, blob});
    };
    try {
      const rest = getByRole('group', {name: /Download the row/, within: element});
      await press(rest, 'CSV (.csv)');
      await until(() => saved.length === 1, 'the file');
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    const [file] = saved;
    const text = (await file?.blob.text()) ?? '';
    expect(file?.name).to.equal('Rest of orders.csv');
    expect(text).to.contain('NO-SUCH-ITEM');
    expect(text).to.contain('There is no item');
  });

  it('is opened once, however often one clicks', async () => {
    const element = await mountUpload();
    await upload(element, 'KA-1,,BF-10026,,200,,');
    const lines: number[] = [];
    element.addEventListener('order-edit', (event) => {
      event.preventDefault();
      lines.push(event.draft.lines.length);
    });
    const open = await findByRole('button', {name: 'Open the order', within: element});
    open.click();
    open.click();
    await until(() => countOf(element, 'Done') === 1, 'the row to be done');
    expect(lines).to.deep.equal([1]);
  });

  it('is not read anew once something of it was sent', async () => {
    const element = await mountUpload();
    await upload(element, 'KA-1,,BF-10026,,200,,', 'KA-2,,BF-10032,,100,,');
    expect(queryByRole('button', {name: 'Columns', within: element})).to.exist;
    await press(element, 'Check and send 2 orders');
    await press(element, 'Send 2 orders');
    await until(() => made().length === 2, 'two orders');
    await press(element, 'Back to the rows');
    await rowsOf(element);
    expect(queryByRole('button', {name: 'Columns', within: element})).to.equal(undefined);
    expect(saidOf(element, 2)).to.contain(`Sent: ${made()[0]?.number ?? ''}`);
  });

  it('becomes no second order where the answer to the first was lost', async () => {
    const element = await mountUpload({timing: {backoff: 1}});
    await upload(element, 'KA-1,,BF-10026,,200,,', 'KA-2,,BF-10032,,100,,');
    await press(element, 'Check and send 2 orders');
    portal.faults.add({method: 'POST', path, kind: 'network-after-commit', times: 6});
    await press(element, 'Send 2 orders');
    await findByText('Not known', {within: element}).catch(() => undefined);
    await until(() => getAllByRole('alert', {within: element}).length > 0 || made().length === 2, 'an end');
    portal.faults.clear();
    await until(() => !queryByRole('progressbar', {within: element}), 'sending to end');
    await press(element, 'Back to the rows');
    await findByText('It is not known yet what became of an order of these rows.', {within: element});
    await press(element, 'Find out');
    await press(element, /^Send \d orders?$/);
    await until(() => listed(element).every((text) => text.includes('Sent:')), 'both to be known');
    expect(made()).to.have.length(2);
    await press(element, 'Back to the rows');
    expect(countOf(element, 'Done')).to.equal(2);
  });
});
