import {newDraft, toOrder} from '../../src/orders/draft.ts';
import type {SentOrder, Submission} from '../../src/orders/draft-store.ts';
import {
  deliver,
  isForgotten,
  newSubmission,
  Sender,
  type Outcome,
  type SubmissionKeeper,
} from '../../src/orders/submission.ts';
import {PortalClient} from '../../src/portal/index.ts';
import {describe, expect, it} from '../support/index.ts';

const type = 'purchase-order';
const order = toOrder(newDraft({decimal: '.', group: ','}));
const hour = 60 * 60 * 1000;

/** A portal that answers as it is told, and counts how often. */
function answering(answer: () => Response | Promise<Response>) {
  const keys: (string | null)[] = [];
  const portal = new PortalClient({
    endpoint: 'https://portal.example/api/v1',
    timing: {total: 0},
    fetch: async (input, init) => {
      keys.push(new Request(input, init).headers.get('idempotency-key'));
      return answer();
    },
  });
  return {portal, keys};
}

/** Remembers nothing, and lets every submission begin. */
function forgetful(): SubmissionKeeper & {ended: Outcome[]} {
  const ended: Outcome[] = [];
  return {
    ended,
    begin: async (submission) => submission,
    end: async (_, outcome) => {
      ended.push(outcome);
      return undefined;
    },
  };
}

const signIn = () => new Response('<!doctype html><title>Sign in</title>', {status: 200});

describe('the outcome of sending', () => {
  it('is not known where a sign-in page stands in place of the answer', async () => {
    const {portal} = answering(signIn);
    const outcome = await deliver(portal, type, newSubmission(order), {isFirstTry: true});
    expect(outcome.kind).to.equal('unknown');
  });

  it('is certain where the portal says that nobody is signed in', async () => {
    const {portal} = answering(() => new Response('', {status: 401}));
    const outcome = await deliver(portal, type, newSubmission(order), {isFirstTry: true});
    expect(outcome.kind).to.equal('not-sent');
  });

  it('is an order where a success cannot be read', async () => {
    const {portal, keys} = answering(() => Response.json({number: 1}, {status: 201}));
    const outcome = await deliver(portal, type, newSubmission(order), {isFirstTry: true});
    expect(outcome.kind === 'created' && outcome.error?.kind).to.equal('contract');
    expect(keys).to.have.length(1);
  });
});

describe('a sender', () => {
  it('repeats its key where it is not certain that nothing was made', async () => {
    const {portal, keys} = answering(signIn);
    const sender = new Sender(forgetful(), () => undefined);
    await sender.send(portal, type, order, undefined);
    const {state} = sender;
    if (state.phase !== 'failed') throw new Error(state.phase);
    expect(state).to.include({outcome: 'unknown', isStuck: false});
    await sender.send(portal, type, order, state.submission);
    expect(new Set(keys)).to.deep.equal(new Set([state.submission.key]));
    expect(sender.state).to.include({phase: 'failed', isStuck: true});
  });

  it('tries nothing again that the portal may have forgotten, nor what seems to begin in the future', async () => {
    expect(isForgotten({...newSubmission(order), startedAt: Date.now() - 11 * hour})).to.equal(false);
    for (const hours of [-13, 13, NaN]) {
      const {portal, keys} = answering(signIn);
      const pending = newSubmission(order, Date.now() + hours * hour);
      expect(isForgotten(pending)).to.equal(true);
      const sender = new Sender(forgetful(), () => undefined);
      await sender.send(portal, type, order, pending);
      expect(sender.state).to.include({phase: 'failed', outcome: 'unknown', isStuck: true});
      expect(keys).to.have.length(0);
    }
  });

  it('can be stopped while the device is still asked, and then sends nothing', async () => {
    const {portal, keys} = answering(signIn);
    let answer: ((counting: Submission | SentOrder) => void) | undefined;
    const keeper = forgetful();
    keeper.begin = () => new Promise((resolve) => (answer = resolve));
    const sender = new Sender(keeper, () => undefined);
    const sending = sender.send(portal, type, order, undefined);
    sender.stopWaiting();
    await sending;
    expect(sender.state).to.include({phase: 'failed', outcome: 'not-sent'});
    answer?.(newSubmission(order));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(keys).to.have.length(0);
    expect(keeper.ended.map(({kind}) => kind)).to.deep.equal(['not-sent']);
  });

  it('lets the user say what came of it', async () => {
    for (const hasArrived of [true, false]) {
      const {portal, keys} = answering(() => new Response('', {status: 500}));
      const keeper = forgetful();
      const sender = new Sender(keeper, () => undefined);
      await sender.send(portal, type, order, undefined);
      const {state} = sender;
      if (state.phase !== 'failed') throw new Error(state.phase);
      if (hasArrived) await sender.hasArrived(state.submission, order);
      else await sender.hasNotArrived(state.submission, {phase: 'reviewing', order});
      expect(sender.state.phase).to.equal(hasArrived ? 'saved' : 'reviewing');
      expect(keeper.ended.at(-1)?.kind).to.equal(hasArrived ? 'created' : 'not-sent');
      await sender.send(portal, type, order, undefined);
      expect(new Set(keys).size).to.equal(2);
    }
  });
});
