import {toOrder} from '../../src/orders/draft.ts';
import {newSubmission} from '../../src/orders/submission.ts';
import {SubmissionRecord} from '../../src/orders/submission-record.ts';
import {PortalError} from '../../src/portal/errors.ts';
import {describe, expect, it} from '../support/index.ts';
import {english, made, owner, tab} from './tabs.ts';

describe('a submission on the device', () => {
  it('is there before anything is sent, and until the outcome is known', async () => {
    const {keeper, write, store} = tab();
    await keeper.open(owner, english);
    await write('soon');
    const submission = newSubmission(toOrder(keeper.draft));
    expect(await new SubmissionRecord(keeper).begin(submission)).to.deep.equal(submission);
    expect((await store.latest(owner)).record?.submission?.key).to.equal(submission.key);
    await new SubmissionRecord(keeper).end(submission, {kind: 'unknown', error: new PortalError('timeout')});
    expect((await store.latest(owner)).record?.submission).to.deep.equal({...submission, isUnsettled: true});
    await new SubmissionRecord(keeper).end(submission, {kind: 'refused', error: new PortalError('invalid')});
    expect((await store.latest(owner)).record?.submission).to.equal(undefined);
  });

  it('of another tab counts, so that two tabs send one order', async () => {
    const first = tab();
    await first.keeper.open(owner, english);
    await first.write('soon');
    const second = tab();
    await second.keeper.open(owner, english);
    const submission = newSubmission(toOrder(first.keeper.draft));
    await new SubmissionRecord(first.keeper).begin(submission);
    const own = newSubmission(toOrder(second.keeper.draft));
    expect(own.key).not.to.equal(submission.key);
    expect(await new SubmissionRecord(second.keeper).begin(own)).to.deep.equal(submission);
  });

  it('of another tab goes with the copy that is made for what is typed here, and so does its order', async () => {
    const [first, second, third] = [tab(), tab(), tab()];
    await first.keeper.open(owner, english);
    await first.write('soon');
    await second.keeper.open(owner, english);
    await third.keeper.open(owner, english);
    const submission = newSubmission(toOrder(first.keeper.draft));
    await new SubmissionRecord(first.keeper).begin(submission);
    await second.write('typed meanwhile');
    expect(second.keeper.overtaken?.submission).to.deep.equal(submission);
    expect(second.keeper.submission).to.deep.equal(submission);
    expect(second.keeper.hasForked).to.equal(false);
    expect((await second.store.latest(owner)).record).to.deep.include({submission, isElsewhere: true});
    await new SubmissionRecord(first.keeper).end(submission, {kind: 'created', document: made});
    await third.write('typed later');
    expect(third.keeper.overtaken).to.include({isSent: true, isOutdated: true});
    await first.keeper.markDone();
    // Nothing is lost where this tab is closed now.
    const {record} = await tab().store.latest(owner);
    expect(record?.draft.note).to.equal('typed later');
    expect(record).to.deep.include({isSent: true, isOutdated: true, document: made});
  });

  it('is over where another tab knows of the order, whatever comes of trying again here', async () => {
    const [first, second] = [tab(), tab()];
    await first.keeper.open(owner, english);
    await first.write('soon');
    await second.keeper.open(owner, english);
    const submission = newSubmission(toOrder(first.keeper.draft));
    await new SubmissionRecord(first.keeper).begin(submission);
    await new SubmissionRecord(second.keeper).begin(newSubmission(toOrder(second.keeper.draft)));
    await new SubmissionRecord(first.keeper).end(submission, {kind: 'created', document: made});
    const known = await new SubmissionRecord(second.keeper).end(submission, {
      kind: 'unknown',
      error: new PortalError('timeout'),
    });
    expect(known?.document).to.deep.equal(made);
    expect((await first.store.latest(owner)).record?.document).to.deep.equal(made);
  });

  it('ends in the draft that it began with, whoever writes by then', async () => {
    const {store, keeper, write} = tab();
    await keeper.open(owner, english);
    await write('of the first');
    const submission = newSubmission(toOrder(keeper.draft));
    await new SubmissionRecord(keeper).begin(submission);
    const other = tab();
    await other.keeper.open(`${owner}x`, english);
    await other.write('of the second');
    await new SubmissionRecord(keeper).end(submission, {kind: 'created', document: made});
    expect((await store.latest(owner)).record?.document).to.deep.equal(made);
    expect((await store.latest(`${owner}x`)).record?.isSent).to.equal(undefined);
  });
});
