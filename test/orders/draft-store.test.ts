import {openDB} from 'idb';
import {changeHeader, newDraft, toOrder} from '../../src/orders/draft.ts';
import {newSubmission} from '../../src/orders/submission.ts';
import {SubmissionRecord} from '../../src/orders/submission-record.ts';
import {describe, expect, it} from '../support/index.ts';
import {database, english, made, owner, tab} from './tabs.ts';

const day = 24 * 60 * 60 * 1000;

describe('drafts on the device', () => {
  it('come back for their owner, and for nobody else', async () => {
    const kept: string[] = [];
    const first = tab(kept);
    await first.keeper.open(owner, english);
    await first.write('soon');
    await first.write('sooner');
    expect(kept).to.have.length(1);
    const second = tab();
    const {record} = await second.keeper.open(owner, english);
    expect(record?.id).to.equal(kept[0]);
    expect(second.keeper.draft.note).to.equal('sooner');
    expect((await tab().keeper.open(`${owner}x`, english)).record).to.equal(undefined);
  });

  it('are not kept while they are empty, and go when they are emptied', async () => {
    const {keeper, write, store} = tab();
    await keeper.open(owner, english);
    await write('');
    expect((await store.latest(owner)).record).to.equal(undefined);
    await write('x');
    await write('');
    expect((await store.latest(owner)).record).to.equal(undefined);
  });

  it('go after fourteen days', async () => {
    const {keeper, write, store} = tab();
    await keeper.open(owner, english);
    await write('soon');
    expect((await store.latest(owner, Date.now() + 13 * day)).record).not.to.equal(undefined);
    expect((await store.latest(owner, Date.now() + 15 * day)).record).to.equal(undefined);
    expect((await store.latest(owner)).record).to.equal(undefined);
  });

  it('stay as long as it is not known whether they became orders', async () => {
    const {keeper, write, store} = tab();
    await keeper.open(owner, english);
    await write('soon');
    const submission = newSubmission(toOrder(keeper.draft));
    await new SubmissionRecord(keeper).begin(submission);
    const {record} = await store.latest(`${owner}x`, Date.now() + 99 * day);
    expect(record).to.equal(undefined);
    expect((await store.latest(owner, Date.now() + 99 * day)).record?.submission?.key).to.equal(
      submission.key,
    );
  });

  it('are set aside, not lost, where the device has forgotten how old they are, or what was sent of them', async () => {
    for (const damage of [{updatedAt: undefined}, {submission: {key: 'k'}}]) {
      const {keeper, write} = tab();
      await keeper.open(owner, english);
      await write('soon');
      const raw = await openDB(database);
      const [record] = (await raw.getAll('drafts')) as {id: string}[];
      await raw.put('drafts', {...record, ...damage});
      expect(await tab().store.latest(`${owner}x`)).to.include({record: undefined, setAside: false});
      expect(await tab().store.latest(owner)).to.include({record: undefined, setAside: true});
      expect((await raw.getAll('drafts')) as unknown[]).to.have.length(1);
      await raw.clear('drafts');
      raw.close();
    }
  });

  it('leave nothing but a number once their order was seen', async () => {
    const {keeper, write} = tab();
    await keeper.open(owner, english);
    await write('soon');
    const submission = newSubmission(toOrder(keeper.draft));
    await new SubmissionRecord(keeper).begin(submission);
    await new SubmissionRecord(keeper).end(submission, {kind: 'created', document: made});
    await keeper.markDone();
    const raw = await openDB(database);
    const [record] = (await raw.getAll('drafts')) as object[];
    raw.close();
    expect(record).to.have.all.keys('id', 'owner', 'revision', 'updatedAt', 'isDone', 'number');
    expect(record).to.include({isDone: true, number: 'SO-1'});
  });

  it('go on in memory where the device does not answer', async () => {
    const {keeper, write, store} = tab();
    await keeper.open(owner, english);
    await write('soon');
    // Another tab holds on to the drafts.
    const other = await openDB(database);
    const holding = other.transaction('drafts', 'readwrite');
    let isHeld = true;
    const hold = (): Promise<unknown> | undefined => (isHeld ? holding.store.get('x').then(hold) : undefined);
    const held = hold();
    try {
      const began = performance.now();
      await write('sooner');
      expect(performance.now() - began).to.be.lessThan(4000);
      expect(keeper.isLasting).to.equal(false);
      expect((await store.latest(owner)).record?.draft.note).to.equal('sooner');
    } finally {
      isHeld = false;
      await held;
      other.close();
    }
  });

  it('are set aside, once, where they cannot be read', async () => {
    const {keeper, write} = tab();
    await keeper.open(owner, english);
    await write('soon');
    const raw = await openDB(database);
    const [record] = (await raw.getAll('drafts')) as {id: string}[];
    await raw.put('drafts', {...record, draft: 'nonsense'});
    raw.close();
    expect(await tab().store.latest(owner)).to.include({record: undefined, setAside: true});
    expect(await tab().store.latest(owner)).to.include({record: undefined, setAside: false});
    const after = await openDB(database);
    expect(((await after.getAll('drafts')) as {draft: unknown}[]).map(({draft}) => draft)).to.deep.equal([
      'nonsense',
    ]);
    after.close();
  });

  it('stay in memory where the device refuses, and that is said', async () => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    try {
      const {keeper, write, store} = tab();
      await keeper.open(owner, english);
      await write('soon');
      expect(keeper.isLasting).to.equal(false);
      expect((await store.latest(owner)).record?.draft.note).to.equal('soon');
    } finally {
      IDBFactory.prototype.open = open;
    }
  });

  it('are not overwritten by another tab: it goes on with a copy', async () => {
    const first = tab();
    await first.keeper.open(owner, english);
    await first.write('first');
    const second = tab();
    await second.keeper.open(owner, english);
    await first.write('first again');
    await second.write('second');
    expect(first.keeper.hasForked).to.equal(false);
    expect(second.keeper.hasForked).to.equal(true);
    await first.write('first and last');
    await second.write('second and last');
    const raw = await openDB(database);
    const notes = ((await raw.getAll('drafts')) as {draft: {note: string}}[]).map(({draft}) => draft.note);
    raw.close();
    expect(notes.sort()).to.deep.equal(['first and last', 'second and last']);
  });
});

describe('a draft that an earlier version has kept', () => {
  it('is read', async () => {
    const earlier = await openDB(database, 1, {
      upgrade: (opened) => void opened.createObjectStore('drafts', {keyPath: 'id'}),
    });
    const draft = changeHeader(newDraft(english), {note: 'from before'});
    await earlier.put('drafts', {id: 'x', owner, draft, updatedAt: Date.now(), revision: 3});
    earlier.close();
    const {keeper, write} = tab();
    await keeper.open(owner, english);
    expect(keeper.draft.note).to.equal('from before');
    await write('and on');
    expect((await tab().store.latest(owner)).record).to.include({id: 'x', revision: 4});
  });
});

describe('a draft that two tabs have open', () => {
  it('is not taken off the device where the other one sends it', async () => {
    const [first, second] = [tab(), tab()];
    await first.keeper.open(owner, english);
    await first.write('soon');
    await second.keeper.open(owner, english);
    const submission = newSubmission(toOrder(second.keeper.draft));
    await new SubmissionRecord(second.keeper).begin(submission);
    await first.keeper.discard();
    expect((await first.store.latest(owner)).record?.submission?.key).to.equal(submission.key);
  });

  it('is not taken off the device where the other one has changed it', async () => {
    const [first, second] = [tab(), tab()];
    await first.keeper.open(owner, english);
    await first.write('soon');
    await second.keeper.open(owner, english);
    await second.write('sooner');
    await first.keeper.discard();
    expect((await first.store.latest(owner)).record?.draft.note).to.equal('sooner');
    await second.keeper.discard();
    expect(await first.store.list(owner)).to.deep.equal([]);
  });

  it('is not taken off the device where the other one sends it, and that is said', async () => {
    const [first, second] = [tab(), tab()];
    await first.keeper.open(owner, english);
    await first.write('soon');
    await second.keeper.open(owner, english);
    const submission = newSubmission(toOrder(second.keeper.draft));
    await new SubmissionRecord(second.keeper).begin(submission);
    expect((await first.keeper.discard())?.submission?.key).to.equal(submission.key);
    expect((await first.store.latest(owner)).record?.submission?.key).to.equal(submission.key);
  });

  it('is not taken off the device where the other one has changed it, and that is said', async () => {
    const [first, second] = [tab(), tab()];
    await first.keeper.open(owner, english);
    await first.write('soon');
    await second.keeper.open(owner, english);
    await second.write('sooner');
    expect(await first.keeper.discard()).to.include({id: second.keeper.id, submission: undefined});
    expect((await first.store.latest(owner)).record?.draft.note).to.equal('sooner');
    expect(await second.keeper.discard()).to.equal(undefined);
    expect(await first.store.list(owner)).to.deep.equal([]);
  });
});

describe('all drafts of a device', () => {
  it('are removed and put back by their owner alone', async () => {
    const [first, second] = [tab(), tab()];
    await first.keeper.open(owner, english);
    await first.write('soon');
    await second.keeper.open(`${owner}x`, english);
    expect(await second.keeper.remove(first.keeper.id)).to.equal(undefined);
    expect(await first.store.list(owner)).to.have.length(1);
    const third = tab();
    await third.keeper.open(owner, english, {id: 'none'});
    const record = await third.keeper.remove(first.keeper.id);
    if (!record) throw new Error('It was not removed');
    await second.keeper.putBack(record);
    expect(await first.store.list(owner)).to.deep.equal([]);
    await third.keeper.putBack(record);
    expect(await first.store.list(owner)).to.have.length(1);
  });

  it('are listed for their owner, the latest first', async () => {
    const {keeper, write, store, another} = tab();
    await keeper.open(owner, english);
    await write('one');
    const next = another(newDraft(english));
    next.change(changeHeader(next.draft, {reference: 'PO-2'}));
    await next.flush();
    const drafts = await store.list(owner);
    expect(drafts.map(({reference}) => reference)).to.deep.equal(['PO-2', '']);
    expect(await store.list(`${owner}x`)).to.deep.equal([]);
  });

  it('can be forgotten at the end of a session, but for an order of which it is not known whether it arrived', async () => {
    const {keeper, write, store, another} = tab();
    await keeper.open(owner, english);
    await write('to be forgotten');
    keeper.change(changeHeader(keeper.draft, {note: 'not kept yet'}));
    await store.forget();
    await keeper.flush();
    expect(await store.list(owner)).to.deep.equal([]);
    const next = another(newDraft(english));
    next.change(changeHeader(next.draft, {note: 'of the next session'}));
    const submission = newSubmission(toOrder(next.draft));
    await new SubmissionRecord(next).begin(submission);
    await store.forget();
    expect((await store.latest(owner)).record?.submission).to.deep.equal(submission);
  });
});
