import {chosenColumns} from '../../src/widgets/document-list/device-texts.ts';
import {mostViews, ViewStore} from '../../src/widgets/document-list/view-store.ts';
import {afterEach, beforeEach, describe, expect, html, it, mount, until} from '../support/index.ts';
import {mountViewer} from './viewer.ts';

let owner = '';
beforeEach(() => {
  owner = `owner-${crypto.randomUUID()}`;
});

const store = async (of = owner) => {
  const host = await mountViewer();
  return host.with((viewer) => new ViewStore(viewer, () => of));
};
const names = ({views}: ViewStore) => views.map(({name}) => name);
const saved = (views: ViewStore, name: string) => {
  const found = views.views.find((each) => each.name === name);
  if (!found) throw new Error(`No view ${name}`);
  return found;
};

/** The page has a storage that does this instead of keeping. */
const refuse = (method: 'setItem' | 'getItem') => {
  Storage.prototype[method] = () => {
    throw new DOMException('', 'QuotaExceededError');
  };
};
const {getItem, setItem} = Storage.prototype;
afterEach(() => void Object.assign(Storage.prototype, {getItem, setItem}));

describe('views that are kept on a device', () => {
  it('are there again, for the one whose they are', async () => {
    const first = await store();
    const view = {
      q: 'bolt',
      posted: false,
      period: 'last-month',
      dateField: 'due',
      columns: ['date'],
    } as const;
    expect(first.save('  Due   last month ', view).kind).to.equal('saved');
    first.save('All posted', {posted: true});
    const again = await store();
    expect(again.views.map(({name, view: kept}) => [name, kept])).to.deep.equal([
      ['Due last month', view],
      ['All posted', {posted: true}],
    ]);
    expect(again.isLasting).to.equal(true);
    expect(names(await store('somebody else'))).to.deep.equal([]);
  });

  it('have a name that no other one has, of a bearable length', async () => {
    const views = await store();
    expect(views.save('   ', {}).kind).to.equal('nameless');
    expect(views.save('x'.repeat(61), {}).kind).to.equal('too-long');
    expect(views.save('👍'.repeat(60), {}).kind).to.equal('saved');
    views.save('Posted', {posted: true});
    const asked = views.save('posted', {posted: false});
    expect(asked).to.deep.equal({kind: 'taken', saved: saved(views, 'Posted')});
    expect(saved(views, 'Posted').view).to.deep.equal({posted: true});
    expect(views.save('posted', {posted: false}, {replace: true}).kind).to.equal('saved');
    expect(saved(views, 'Posted').view).to.deep.equal({posted: false});
    expect(views.views).to.have.length(2);
  });

  it('are renamed, deleted, and brought back to their place', async () => {
    const views = await store();
    for (const name of ['One', 'Two', 'Three']) views.save(name, {q: name});
    expect(views.rename(saved(views, 'Two'), 'one').kind).to.equal('taken');
    expect(views.rename(saved(views, 'Two'), 'two').kind).to.equal('saved');
    const removed = views.remove(saved(views, 'two'));
    expect(names(await store())).to.deep.equal(['One', 'Three']);
    views.restore(removed);
    expect(names(await store())).to.deep.equal(['One', 'two', 'Three']);
  });

  it('are not more than one can oversee', async () => {
    const views = await store();
    for (let number = 0; number < mostViews; number++) views.save(`View ${number}`, {});
    expect(views.save('One more', {}).kind).to.equal('too-many');
    expect(views.views).to.have.length(mostViews);
  });

  it('are in use as long as the list shows them, and can be changed', async () => {
    const views = await store();
    views.save('Posted', {posted: true});
    expect(views.inUse({posted: true})).to.deep.include({isChanged: false});
    expect(views.inUse({posted: true, q: 'bolt'})).to.deep.include({isChanged: true});
    views.use(undefined);
    expect(views.inUse({posted: true, q: 'bolt'})).to.equal(undefined);
    expect(views.inUse({posted: true}), 'come to in another way').to.deep.include({isChanged: false});
    views.update(saved(views, 'Posted').id, {posted: true, q: 'bolt'});
    expect(views.inUse({posted: true, q: 'bolt'})).to.deep.include({isChanged: false});
  });

  it('live in memory where the device keeps nothing, and says so', async () => {
    const views = await store();
    views.save('Before', {});
    refuse('setItem');
    views.save('Posted', {posted: true});
    views.columns = ['date', 'number'];
    expect(views.isLasting).to.equal(false);
    expect(names(views)).to.deep.equal(['Before', 'Posted']);
    expect(names(await store()), 'another list of the page').to.deep.equal(['Before', 'Posted']);
    expect(chosenColumns(owner)).to.deep.equal(['date', 'number']);
    Object.assign(Storage.prototype, {setItem});
    views.remove(saved(views, 'Before'));
    views.columns = undefined;
    expect(views.isLasting, 'with room again').to.equal(true);
    expect(names(views)).to.deep.equal(['Posted']);
  });

  it('live in memory where the page has no storage', async () => {
    refuse('getItem');
    refuse('setItem');
    const views = await store();
    expect(views.isLasting).to.equal(false);
    expect(names(views)).to.deep.equal([]);
    views.save('Posted', {posted: true});
    expect(names(views)).to.deep.equal(['Posted']);
  });

  it('are set aside where they cannot be read', async () => {
    const name = `partner-portal-widgets:list-views:${owner}`;
    for (const [text, readable] of [
      ['{"half', []],
      ['null', []],
      ['[{"id": "1", "name": "Good", "view": "posted=true&state=open"}, {"id": 2}, null]', ['Good']],
    ] as const) {
      localStorage.setItem(name, text);
      const views = await store();
      expect(names(views), text).to.deep.equal(readable);
      expect(views.hasSetAside, text).to.equal(true);
      views.save('New', {});
      expect(names(await store())).to.deep.equal([...readable, 'New']);
      expect(localStorage.getItem(name.replace('list-', 'list-set-aside:'))).to.equal(text);
    }
  });

  it('show what another tab has changed', async () => {
    const host = await mountViewer();
    const views = host.with((viewer) => new ViewStore(viewer, () => owner));
    expect(names(views)).to.deep.equal([]);
    const frame = await mount<HTMLIFrameElement>(html`<iframe title="Another tab"></iframe>`);
    const other = frame.contentWindow;
    if (!other) throw new Error('No frame');
    const before = host.updates;
    const written = '[{"id": "1", "name": "Elsewhere", "view": "posted=true"}]';
    setItem.call(other.localStorage, `partner-portal-widgets:list-views:${owner}`, written);
    await until(() => host.updates > before);
    expect(names(views)).to.deep.equal(['Elsewhere']);
  });
});

describe('columns that are kept on a device', () => {
  it('are there again, until the usual ones are wanted', async () => {
    const first = await store();
    expect(first.columns).to.equal(undefined);
    first.columns = ['number', 'amount'];
    expect((await store()).columns).to.deep.equal(['number', 'amount']);
    first.columns = undefined;
    expect((await store()).columns).to.equal(undefined);
  });
});
