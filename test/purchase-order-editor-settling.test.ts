/** Orders of which it is not known at once whether they have arrived, and drafts of which somebody else knows more. */
import {
  changeDrafts,
  clearDrafts,
  creations,
  dialog,
  expectOneOrder,
  failure,
  keptDrafts,
  made,
  mountEditor,
  newClient,
  note,
  partOf,
  path,
  portal,
  review,
  send,
  sentKeys,
  sentNumber,
  writeOrder,
} from './purchase-order-editor-page.ts';
import {cellText} from './purchase-order-editor-lines-page.ts';
import {
  describe,
  descriptionOf,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  focusedElement,
  getByLabel,
  getByRole,
  getByText,
  heldAnswer,
  it,
  queryByRole,
  queryByText,
  textOf,
  until,
  user,
} from './support/index.ts';

const hour = 60 * 60 * 1000;

/** The browser's `fetch`, whose answers to a new order are changed on their way, as often as there are changes. */
function changing(...changes: ((answer: Response) => Response)[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const answer = await globalThis.fetch(request);
    const change = request.method === 'POST' && request.url.endsWith(path) ? changes.shift() : undefined;
    return change ? change(answer) : answer;
  };
}

/** Sends, fails, and fails once more to find out. */
async function getStuck(): Promise<void> {
  portal.faults.add({method: 'POST', path, kind: 'status', status: 500, times: 2});
  await user.click(await review());
  await failure();
  expect(queryByText('It arrived')).to.equal(undefined);
  await user.click(getByRole('button', {name: 'Find out and send'}));
  await findByText(/list of your orders first/);
}

describe('purchase-order-editor: an order of which the portal tells nothing', () => {
  it('keeps its key where a sign-in page stands in place of the answer', async () => {
    const signIn = () => new Response('<!doctype html><title>Sign in</title>', {status: 200});
    await mountEditor({fetch: changing(signIn)});
    await writeOrder();
    await user.click(await review());
    expect(await failure()).to.contain('It is not known yet whether the order has arrived.');
    await user.click(getByRole('button', {name: 'Sign in again'}));
    await sentNumber();
    expect(sentKeys()).to.have.length(2);
    expectOneOrder();
  });

  it('is an order where the answer cannot be read', async () => {
    const broken = () => Response.json({id: 7}, {status: 201});
    await mountEditor({fetch: changing(broken)});
    await writeOrder();
    let created = 0;
    const count = () => created++;
    document.body.addEventListener('order-created', count);
    await user.click(await review());
    await findByRole('heading', {name: 'Your order was sent'});
    document.body.removeEventListener('order-created', count);
    getByText(/answer could not be read\. You will find it in the list of your orders\./);
    expect(queryByRole('button', {name: 'Show this order'})).to.equal(undefined);
    await expectNoAxeViolations();
    expect(created).to.equal(0);
    expect(creations()).to.have.length(1);
    expect(made()).to.equal(1);
    await until(async () => (await keptDrafts())[0]?.isDone, 'that it is done');
  });

  it('can be said not to have arrived, by who has looked: the next try is a new one', async () => {
    await mountEditor({timing: {total: 0}});
    await writeOrder();
    await getStuck();
    await expectNoAxeViolations();
    await user.click(getByRole('button', {name: 'It did not arrive'}));
    await user.click(await findByRole('button', {name: 'Send order'}));
    await sentNumber();
    expect(new Set(sentKeys()).size).to.equal(2);
    expect(made()).to.equal(1);
  });

  it('can be said to have arrived, by who has looked', async () => {
    const editor = await mountEditor({timing: {total: 0}});
    await writeOrder();
    await getStuck();
    await user.click(getByRole('button', {name: 'Back to the order'}));
    await until(() => dialog() === undefined);
    await user.click(getByRole('button', {name: 'It arrived'}));
    await findByRole('heading', {name: 'Your order was sent'});
    await until(async () => (await keptDrafts())[0]?.isDone, 'that it is done');
    editor.remove();
    await mountEditor();
    expect(cellText('Item', 1)).to.equal('');
    expect(queryByText(/not known/)).to.equal(undefined);
    expect(creations()).to.have.length(2);
  });

  it('is not sent again where the portal may have forgotten it, nor where the clock was set back', async () => {
    for (const hours of [-13, 13]) {
      const editor = await mountEditor({timing: {total: 0}});
      await writeOrder();
      portal.faults.add({method: 'POST', path, kind: 'network'});
      await user.click(await review());
      await failure();
      editor.remove();
      const sent = creations().length;
      await changeDrafts((kept) => ({
        ...kept,
        submission: kept.submission && {...kept.submission, startedAt: Date.now() + hours * hour},
      }));
      const next = await mountEditor();
      expect(await failure()).to.contain('sending it again could make a second order');
      expect(queryByRole('button', {name: 'Find out and send'})).to.equal(undefined);
      getByRole('button', {name: 'It did not arrive'});
      await user.click(await review().catch(() => getByRole('button', {name: 'Send order'})));
      await until(() => dialog() && queryByRole('button', {name: 'It arrived'}), 'the choice');
      expect(creations()).to.have.length(sent);
      next.remove();
      await clearDrafts();
    }
  });

  it('cannot be discarded', async () => {
    const editor = await mountEditor({timing: {total: 0}});
    await writeOrder();
    await user.fill(note(), 'By the back door');
    editor.remove();
    await mountEditor({timing: {total: 0}});
    await findByText(/Your unfinished order from .+ is back\./);
    portal.faults.add({method: 'POST', path, kind: 'network-after-commit'});
    await user.click(await review());
    await failure();
    await user.click(getByRole('button', {name: 'Back to the order'}));
    await until(() => dialog() === undefined);
    expect(queryByRole('button', {name: 'Discard'})).to.equal(undefined);
    await send();
    expectOneOrder();
  });
});

describe('purchase-order-editor: what is sent', () => {
  it('is what was reviewed, whatever the host does to it and whatever arrives meanwhile', async () => {
    portal.faults.add({method: 'GET', path: '/company', kind: 'delay', ms: 2500});
    await mountEditor();
    await writeOrder();
    const button = await review();
    const reviewed = portal.requests.findLast((request) => request.path === '/calculations')?.body as {
      draft: unknown;
    };
    await until(
      () => portal.requests.some((request) => request.path === '/company' && request.status === 200),
      'the addresses',
    );
    document.body.addEventListener('order-submit', ({draft}) => (draft.lines.length = 0), {once: true});
    await user.click(button);
    await sentNumber();
    expect(creations()[0]?.body).to.deep.equal(reviewed.draft);
  });

  it('is never another address than the one that was chosen', async () => {
    const editor = await mountEditor();
    await writeOrder();
    await until(async () => (await keptDrafts())[0], 'the draft');
    editor.remove();
    await changeDrafts((kept) => ({...kept, draft: {...kept.draft, shipToId: 'gone'}}));
    const next = await mountEditor();
    const delivery = getByLabel<HTMLSelectElement>('Delivery address');
    await until(() => descriptionOf(delivery).includes('no longer in the list'), 'what is wrong');
    expect(delivery.value).to.equal('gone');
    await expectNoAxeViolations();
    partOf(next, 'review')?.click();
    const summary = await findByRole('group', {name: 'Please check your order'});
    await until(() => focusedElement() === summary);
    expect(dialog()).to.equal(undefined);
    user.select(delivery, textOf(delivery.options[0] as Element));
    await until(() => !descriptionOf(delivery).includes('no longer'));
    await send();
  });
});

describe('purchase-order-editor: two windows', () => {
  it('says what the other one has sent, and offers what was typed here as another order', async () => {
    const first = await mountEditor();
    const item = await writeOrder();
    await until(async () => (await keptDrafts())[0], 'the draft');
    first.remove();
    const here = await mountEditor();
    await until(() => cellText('Item', 1) === item.itemNumber);
    // The other window has sent it.
    await changeDrafts(({id, owner}) => ({
      id,
      owner,
      revision: 99,
      updatedAt: Date.now(),
      isDone: true,
      number: 'SO-7',
    }));
    await user.fill(note(), 'Typed too late');
    expect(await sentNumber()).to.equal('SO-7');
    getByText('This order was sent from another window.');
    await expectNoAxeViolations();
    await user.click(getByRole('button', {name: 'Go on with the changed order'}));
    expect(note().value).to.equal('Typed too late');
    await until(async () => (await keptDrafts()).filter(({isDone}) => !isDone).length === 1);
    expect(made()).to.equal(0);
    here.remove();
  });

  it('settles what the other one is sending, before anything that was typed here becomes an order', async () => {
    const first = await mountEditor();
    await writeOrder();
    await until(async () => (await keptDrafts())[0], 'the draft');
    first.remove();
    await mountEditor();
    const second = await mountEditor();
    const answer = heldAnswer();
    portal.faults.add({method: 'POST', path, kind: 'delay', until: answer.isDue});
    const inSecond = {
      review: () => partOf(second, 'review')?.click(),
      send: () =>
        until(() => second.shadowRoot?.querySelector<HTMLElement>('[part=send]:not([aria-disabled])')),
    };
    inSecond.review();
    (await inSecond.send()).click();
    await until(() => creations().length === 1);
    const [here] = document.querySelectorAll('purchase-order-editor');
    const field = here?.shadowRoot?.querySelector<HTMLTextAreaElement>('#note');
    if (!field) throw new Error('The first window has no form');
    field.value = 'Typed meanwhile';
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await until(() => here && textOf(here).includes('This order is being sent in another window…'));
    answer.send();
    await until(() => here && partOf(here, 'saved'), 'the order');
    expectOneOrder();
    expect(here && textOf(here)).to.contain('What you changed here is not in it.');
  });
});

describe('purchase-order-editor: a device that does not answer', () => {
  it('does not keep the user from stopping, and then nothing is sent', async () => {
    await mountEditor();
    await writeOrder();
    const button = await review();
    await until(async () => (await keptDrafts())[0], 'the draft');
    const {get} = IDBObjectStore.prototype;
    let isHeld = true;
    // Each read is followed by another one, so that the device is busy with this one for ever.
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('partner-portal-widgets');
      request.onsuccess = () => resolve(request.result);
    });
    const holding = database.transaction('drafts', 'readwrite').objectStore('drafts');
    const hold = (): void => {
      if (isHeld) get.call(holding, 'x').onsuccess = hold;
    };
    hold();
    try {
      await user.click(button);
      await user.click(await findByRole('button', {name: 'Stop waiting'}));
      expect(await failure()).to.contain('The order was not sent.');
    } finally {
      isHeld = false;
      database.close();
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(creations()).to.have.length(0);
    await user.click(getByRole('button', {name: 'Try again'}));
    await sentNumber();
    expect(made()).to.equal(1);
  });
});

describe('purchase-order-editor: another client', () => {
  for (const [who, nextToken] of [
    ['who may write orders, too', 'demo-customer'],
    ['who may not', 'demo-vendor'],
  ] as const) {
    it(`of somebody ${who}: shows nothing of the former draft, whose order ends in its own record`, async () => {
      const editor = await mountEditor();
      await writeOrder();
      const answer = heldAnswer();
      portal.faults.add({method: 'POST', path, kind: 'delay', until: answer.isDue});
      let created = 0;
      editor.addEventListener('order-created', () => created++);
      await user.click(await review());
      await until(() => creations().length === 1);
      const [former] = await keptDrafts();
      portal.faults.add({method: 'GET', path: '/me', kind: 'delay', ms: 300});
      editor.client = newClient({getToken: () => Promise.resolve(nextToken), scenario: 'other'});
      await editor.updateComplete;
      expect(partOf(editor, 'review')).to.equal(undefined);
      expect(editor.shadowRoot?.querySelector('dialog[open]')).to.equal(null);
      answer.send();
      await until(() => made() === 1, 'the order');
      await until(async () => (await keptDrafts())[0]?.document, 'the order in its own record');
      expect((await keptDrafts()).map(({id}) => id)).to.deep.equal([former?.id]);
      if (nextToken === 'demo-vendor') await until(() => partOf(editor, 'not-allowed'));
      else await until(() => partOf(editor, 'review') && cellText('Item', 1) === '');
      expect(queryByText(/was sent/)).to.equal(undefined);
      expect(created).to.equal(0);
    });
  }
});
