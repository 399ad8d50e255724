import {deleteDB, openDB} from 'idb';
import {DraftKeeper} from '../../src/orders/draft-keeper.ts';
import {DraftStore, ownerKey} from '../../src/orders/draft-store.ts';
import {
  addLine,
  changeHeader,
  changeLine,
  newDraft,
  newLine,
  removeLines,
  toOrder,
  type Draft,
} from '../../src/orders/draft.ts';
import {newSubmission} from '../../src/orders/submission.ts';
import {SubmissionRecord} from '../../src/orders/submission-record.ts';
import type {Document} from '../../src/portal/contract/documents.ts';
import {PortalError} from '../../src/portal/errors.ts';
import {afterEach, beforeEach, describe, expect, it} from '../support/index.ts';

const english = {decimal: '.', group: ','};
const owner = ownerKey({endpoint: 'https://a.example', membership: 'm', user: 'u', type: 'purchase-order'});
const day = 24 * 60 * 60 * 1000;
const made = {id: '1', type: 'purchase-order', number: 'SO-1'} as Document;

let database = '';
let count = 0;
beforeEach(() => {
  database = `drafts-test-${count++}`;
});
afterEach(() => deleteDB(database, {blocked: () => undefined}));

/** A tab of its own: a store and a keeper that know nothing of the others. */
function tab(kept: string[] = []) {
  const store = new DraftStore(database);
  const keeper = new DraftKeeper(store, english, {onKept: (id) => kept.push(id), onChange: () => undefined});
  const write = async (note: string) => {
    keeper.change(changeHeader(keeper.draft, {note}));
    await keeper.flush();
  };
  /** Begins another draft in the same tab. */
  const another = (draft: Draft) => {
    const next = new DraftKeeper(store, english, {onKept: () => undefined, onChange: () => undefined});
    next.startNew(owner, draft);
    return next;
  };
  return {store, keeper, write, another};
}

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

/** A draft of so many lines, each of another item. */
function longDraft(count: number): Draft {
  const lines = Array.from({length: count}, (_, index) => ({
    ...newLine(),
    search: `A-${index}`,
    quantity: '1',
  }));
  return {...newDraft(english), lines};
}

describe('a draft of thousands of lines on the device', () => {
  /** How many lines are written while something is done. */
  async function linesWritten(work: () => Promise<unknown>): Promise<number> {
    const {put} = IDBObjectStore.prototype;
    let lines = 0;
    IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
      if (Array.isArray(value)) lines += value.length;
      else lines += (value as {draft?: Draft}).draft?.lines.length ?? 0;
      return put.call(this, value, key);
    };
    try {
      await work();
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    return lines;
  }

  it('comes back as it was, whatever is changed of it, and a change writes the few lines around it', async () => {
    const {keeper, store} = tab();
    await keeper.open(owner, english);
    const keep = async (draft: Draft) => {
      keeper.change(draft);
      const written = await linesWritten(() => keeper.flush());
      const {record} = await new DraftStore(database).latest(owner);
      expect(record?.draft).to.deep.equal(draft);
      return written;
    };
    expect(await keep(longDraft(3000))).to.be.greaterThan(2999);
    const at = (index: number) => keeper.draft.lines[index]?.key ?? '';
    expect(await keep(changeLine(keeper.draft, at(1500), {quantity: '7'}))).to.be.lessThan(200);
    expect(await keep(addLine(keeper.draft, newLine(), 700))).to.be.lessThan(200);
    expect(await keep(addLine(keeper.draft))).to.be.lessThan(200);
    const gone = new Set(keeper.draft.lines.slice(100, 900).map(({key}) => key));
    expect(await keep(removeLines(keeper.draft, gone))).to.be.lessThan(200);
    expect(await keep(changeHeader(keeper.draft, {note: 'soon'}))).to.be.lessThan(10);
    expect(await store.list(owner)).to.have.length(1);
    expect((await store.list(owner))[0]?.lineCount).to.equal(2202);
    await keep({...keeper.draft, lines: keeper.draft.lines.slice(0, 5)});
    await keep(longDraft(200));
    await keeper.discard();
    const raw = await openDB(database);
    expect(await raw.count('parts')).to.equal(0);
    raw.close();
  });

  it('is not mixed with what another tab writes', async () => {
    const [first, second] = [tab(), tab()];
    await first.keeper.open(owner, english);
    first.keeper.change(longDraft(300));
    await first.keeper.flush();
    await second.keeper.open(owner, english);
    await first.write('of the first');
    const key = second.keeper.draft.lines[200]?.key ?? '';
    second.keeper.change(changeLine(second.keeper.draft, key, {quantity: '9'}));
    await second.keeper.flush();
    expect(second.keeper.hasForked).to.equal(true);
    const drafts = await first.store.list(owner);
    const kept = await Promise.all(drafts.map(({id}) => tab().store.read(id)));
    expect(kept.map((record) => record?.draft.lines[200]?.quantity)).to.have.members(['1', '9']);
    expect(kept.map((record) => record?.draft.lines.length)).to.deep.equal([300, 300]);
  });

  it('is set aside where a part of it is missing', async () => {
    const {keeper} = tab();
    await keeper.open(owner, english);
    keeper.change(longDraft(300));
    await keeper.flush();
    const raw = await openDB(database);
    await raw.delete('parts', (await raw.getAllKeys('parts'))[1] ?? '');
    raw.close();
    expect(await tab().store.latest(owner)).to.include({record: undefined, setAside: true});
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
});

describe('a draft that two tabs have open', () => {
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
