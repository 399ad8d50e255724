import {openDB} from 'idb';
import {
  addLine,
  changeHeader,
  changeLine,
  newDraft,
  newLine,
  removeLines,
  type Draft,
} from '../../src/orders/draft.ts';
import {DraftStore} from '../../src/orders/draft-store.ts';
import {describe, expect, it} from '../support/index.ts';
import {database, english, owner, tab} from './tabs.ts';

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
