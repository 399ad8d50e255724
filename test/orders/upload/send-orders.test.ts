import {DraftStore} from '../../../src/orders/draft-store.ts';
import {changeLine} from '../../../src/orders/draft.ts';
import {leftBehind, OrdersSender, type UploadOrder} from '../../../src/orders/upload/send-orders.ts';
import {PortalClient} from '../../../src/portal/index.ts';
import {describe, expect, heldAnswer, it, until} from '../../support/index.ts';
import {database, owner} from '../tabs.ts';
import {client, draft, orders, path, portal, token, type} from './several-orders.ts';

/** A client of a page that is gone before it hears an answer. */
function leftEarly(): PortalClient {
  const never = new Promise<Response>(() => undefined);
  const {settings} = client();
  return new PortalClient({
    ...settings,
    fetch: async (input, init) => {
      await fetch(input, init);
      return never;
    },
  });
}

/** A page that knows nothing of the ones before but what the device has kept. */
function page(connection = client(), onChange = () => undefined as void, mayForget?: () => Promise<boolean>) {
  const store = new DraftStore(database);
  return {store, sender: new OrdersSender({portal: connection, type, owner, store, mayForget}, onChange)};
}

const sent = () => portal.requests.filter((request) => request.method === 'POST' && request.path === path);
const keys = () => sent().map(({headers}) => headers['idempotency-key']);
const made = () =>
  portal.data
    .documents(token, type)
    .map(({reference}) => reference)
    .filter((reference) => reference?.startsWith('U-'));
const phases = (sender: OrdersSender, all: readonly UploadOrder[]) =>
  all.map(({id}) => sender.stateOf(id).phase);

describe('sending several orders', () => {
  it('makes one order of each, under a key of its own', async () => {
    const {sender, store} = page();
    const all = orders(5);
    await sender.send(all);
    expect(new Set(keys()).size).to.equal(5);
    expect(made()).to.have.members(all.map(({draft: {reference}}) => reference));
    expect(sender.results.map(({id}) => id)).to.deep.equal(all.map(({id}) => id));
    expect(sender.results.every(({document}) => document?.number)).to.equal(true);
    expect(await store.list(owner)).to.deep.equal([]);
  });

  it('sends each once, however often it is asked', async () => {
    const {sender} = page();
    const all = orders(3);
    await Promise.all([sender.send(all), sender.send(all)]);
    await sender.send(all);
    await sender.retryFailed();
    expect(sent()).to.have.length(3);
    expect(made()).to.have.length(3);
  });

  it('has at most two under way, each of which is on the device before', async () => {
    const answer = heldAnswer();
    portal.faults.add({method: 'POST', path, kind: 'delay', until: answer.isDue, times: 2});
    const {sender, store} = page();
    const all = orders(4);
    const sending = sender.send(all);
    await until(() => sent().length === 2, 'two requests');
    expect(phases(sender, all)).to.deep.equal(['submitting', 'submitting', 'waiting', 'waiting']);
    const kept = await Promise.all((await store.list(owner)).map(({id}) => store.read(id)));
    expect(kept.map((record) => record?.submission?.key)).to.have.members(keys());
    answer.send();
    await sending;
    expect(made()).to.have.length(4);
  });

  it('says what has failed, and makes one order of it under the same key when it is tried again', async () => {
    const all = orders(3);
    for (const kind of ['network-after-commit', 'status'] as const) {
      portal.reset();
      // One after the other, so that the second order is the one that fails.
      const {sender} = page();
      await sender.send(all.slice(0, 1));
      portal.faults.add({method: 'POST', path, kind, status: 500, times: 3});
      await sender.send(all.slice(1, 2));
      await sender.send(all.slice(2));
      expect(phases(sender, all)).to.deep.equal(['saved', 'failed', 'saved']);
      expect(sender.stateOf('o1')).to.include({outcome: 'unknown', isStuck: false});
      await sender.retryFailed();
      expect(phases(sender, all)).to.deep.equal(['saved', 'saved', 'saved']);
      expect(new Set(keys()).size).to.equal(3);
      expect(made()).to.have.members(['U-0', 'U-1', 'U-2']);
    }
  });

  it('goes on with the others where the portal refuses one, and leaves nothing of that on the device', async () => {
    const {sender, store} = page();
    const [first, second, third] = orders(3) as [UploadOrder, UploadOrder, UploadOrder];
    const line = second.draft.lines[0]?.key ?? '';
    const broken = {...second, draft: changeLine(second.draft, line, {quantity: '-3'})};
    await sender.send([first, broken, third]);
    expect(phases(sender, [first, second, third])).to.deep.equal(['saved', 'failed', 'saved']);
    const [problem] = sender.problemsOf('o1');
    expect(problem?.place).to.deep.equal({field: 'quantity', line});
    expect(problem?.detail).to.be.a('string');
    expect(await store.list(owner)).to.deep.equal([]);
    await sender.retryFailed();
    expect(sent()).to.have.length(3);
    await sender.send([second]);
    expect(sender.problemsOf('o1')).to.deep.equal([]);
    expect(made()).to.have.members(['U-0', 'U-1', 'U-2']);
    expect(new Set(keys()).size).to.equal(4);
  });

  it('begins nothing more once the session is over, and goes on when there is one again', async () => {
    let isOver = false;
    const getToken = () => Promise.resolve(isOver ? null : token);
    const {sender, store} = page(client('normal', getToken));
    const all = orders(6);
    await sender.send(all.slice(0, 2));
    isOver = true;
    portal.faults.add({method: 'POST', path, kind: 'status', status: 401, times: 2});
    await sender.send(all);
    expect(sender.halted?.kind).to.equal('signed-out');
    expect(sender.isSending).to.equal(false);
    expect(phases(sender, all)).to.deep.equal(['saved', 'saved', 'failed', 'failed', 'waiting', 'waiting']);
    expect(sender.stateOf('o2')).to.include({outcome: 'not-sent'});
    expect(await store.list(owner)).to.deep.equal([]);
    isOver = false;
    await sender.send(all);
    expect(sender.halted).to.equal(undefined);
    expect(phases(sender, all)).to.deep.equal(all.map(() => 'saved'));
    expect(made()).to.have.length(6);
  });

  it('can be stopped: what is under way ends, the others wait until they are sent', async () => {
    const answer = heldAnswer();
    portal.faults.add({method: 'POST', path, kind: 'delay', until: answer.isDue, times: 2});
    const {sender} = page();
    const all = orders(4);
    void sender.send(all);
    await until(() => sent().length === 2, 'two requests');
    const stopping = sender.stop();
    const again = sender.send(all.slice(3));
    answer.send();
    await stopping;
    await again;
    expect(phases(sender, all)).to.deep.equal(['saved', 'saved', 'waiting', 'saved']);
    await sender.send(all);
    expect(made()).to.have.length(4);
    expect(sent()).to.have.length(4);
  });

  it('makes no second order where the page is left in the middle', async () => {
    const all = orders(3);
    void page(leftEarly()).sender.send(all);
    await until(() => made().length === 2, 'two orders');
    const {sender, store} = page();
    const left = await leftBehind({store, owner});
    expect(left.map(({draft: {reference}}) => reference)).to.have.members(['U-0', 'U-1']);
    await sender.send(all);
    expect(phases(sender, all)).to.deep.equal(['saved', 'saved', 'saved']);
    expect(made()).to.have.members(['U-0', 'U-1', 'U-2']);
    expect(new Set(keys()).size).to.equal(3);
    expect(await store.list(owner)).to.deep.equal([]);
    expect(await leftBehind({store, owner})).to.deep.equal([]);
  });

  it('makes no second order of what has arrived and could not be noted at its rows', async () => {
    const all = orders(2);
    const before = page(client(), undefined, () => Promise.resolve(false));
    await before.sender.send(all);
    expect(await leftBehind({store: before.store, owner})).to.have.length(2);
    const {sender, store} = page();
    // To look does not change it.
    await leftBehind({store, owner});
    await sender.send(all);
    const lineKeys = all.map(({draft: {lines}}) => lines.map(({key}) => key));
    expect(sender.results.map((result) => result.lineKeys)).to.deep.equal(lineKeys);
    expect(made()).to.have.length(2);
    expect(await leftBehind({store, owner})).to.deep.equal([]);
  });

  it('goes on with the same order of a former visit instead of making another one', async () => {
    portal.faults.add({method: 'POST', path, kind: 'network-after-commit', times: 9});
    const before = page();
    await before.sender.send(orders(1));
    portal.faults.clear();
    // The same file once more: other ids, other lines, the same order.
    const {sender, store} = page();
    await sender.send([{id: 'again', draft: draft('U-0')}]);
    expect(sender.stateOf('again').phase).to.equal('saved');
    expect(made()).to.deep.equal(['U-0']);
    expect(new Set(keys()).size).to.equal(1);
    expect(await store.list(owner)).to.deep.equal([]);
  });

  it('finds out what became of an order before it sends what was mended of that', async () => {
    for (const hasArrived of [true, false]) {
      portal.reset();
      const kind = hasArrived ? 'network-after-commit' : 'network';
      portal.faults.add({method: 'POST', path, kind, times: 9});
      const [first] = orders(1) as [UploadOrder];
      await page().sender.send([first]);
      portal.faults.clear();
      const line = first.draft.lines[0]?.key ?? '';
      const mended = {id: 'mended', draft: changeLine(first.draft, line, {quantity: '7'})};
      const {sender, store} = page();
      await sender.send([mended]);
      const state = sender.stateOf('mended');
      expect(state.phase === 'saved' && state.sent.isOutdated).to.equal(true);
      expect(made()).to.deep.equal(['U-0']);
      expect(new Set(keys()).size).to.equal(1);
      expect(await store.list(owner)).to.deep.equal([]);
    }
  });

  it('begins nothing without a network', async () => {
    Object.defineProperty(navigator, 'onLine', {configurable: true, value: false});
    const {sender, store} = page();
    const all = orders(3);
    try {
      await sender.send(all);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    expect(sender.halted?.kind).to.equal('offline');
    expect(phases(sender, all)).to.deep.equal(['waiting', 'waiting', 'waiting']);
    expect(sent()).to.have.length(0);
    expect(await store.list(owner)).to.deep.equal([]);
    await sender.send(all);
    expect(made()).to.have.length(3);
  });

  it('need not be waited for: what became of the orders under way is found out later', async () => {
    const answer = heldAnswer();
    portal.faults.add({method: 'POST', path, kind: 'delay', until: answer.isDue, times: 2});
    const {sender} = page();
    const all = orders(3);
    const sending = sender.send(all);
    await until(() => sent().length === 2, 'two requests');
    await sender.stopWaiting();
    await sending;
    expect(phases(sender, all)).to.deep.equal(['failed', 'failed', 'waiting']);
    expect(sender.stateOf('o0')).to.include({outcome: 'unknown', isStuck: false});
    answer.send();
    await sender.send(all);
    expect(made()).to.have.members(['U-0', 'U-1', 'U-2']);
    expect(new Set(keys()).size).to.equal(3);
  });

  it('lets the user say what became of an order that trying again tells nothing of', async () => {
    for (const hasArrived of [true, false]) {
      portal.reset();
      const {sender, store} = page();
      const all = orders(1);
      portal.faults.add({method: 'POST', path, kind: 'status', status: 500, times: 6});
      await sender.send(all);
      await sender.retry('o0');
      expect(sender.stateOf('o0')).to.include({outcome: 'unknown', isStuck: true});
      const asked = sent().length;
      await sender.send(all);
      expect(sent()).to.have.length(asked);
      await (hasArrived ? sender.hasArrived('o0') : sender.hasNotArrived('o0'));
      expect(sender.stateOf('o0').phase).to.equal(hasArrived ? 'saved' : 'waiting');
      expect(await store.list(owner)).to.deep.equal([]);
      await sender.send(all);
      expect(made()).to.have.length(hasArrived ? 0 : 1);
      expect(new Set(keys()).size).to.equal(hasArrived ? 1 : 2);
    }
  });
});
