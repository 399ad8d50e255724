import {
  renderColumnsPanel,
  renderFilterPanel,
  renderViewsPanel,
} from '../../src/widgets/document-list/list-panels.ts';
import {ViewStore} from '../../src/widgets/document-list/view-store.ts';
import type {Facets} from '../../src/widgets/document-list/list-facets.ts';
import type {ListView} from '../../src/widgets/document-list/list-view.ts';
import {
  beforeEach,
  descriptionOf,
  describe,
  drawn,
  expect,
  expectNoAxeViolations,
  focusedElement,
  getAllByRole,
  getByLabel,
  getByRole,
  getByText,
  it,
  nameOf,
  queryByLabel,
  queryByRole,
  queryByText,
  setViewport,
  textOf,
  until,
  user,
} from '../support/index.ts';
import {mountPanel} from './panel-host.ts';

const today = '2026-11-23';
const everything: Facets = {
  posting: true,
  states: ['open', 'partly_received'],
  payments: ['open'],
  dateFields: ['posting', 'due'],
};

/** A filter over a view, and all views that it has made. */
async function filter(view: ListView = {}, facets = everything) {
  const views: ListView[] = [view];
  const panel = await mountPanel((host) =>
    renderFilterPanel({
      host,
      view: views.at(-1) ?? {},
      facets,
      today,
      locale: 'en',
      onView: (next) => views.push(next),
    }),
  );
  const last = async () => {
    await drawn(panel);
    return Object.fromEntries(Object.entries(views.at(-1) ?? {}).filter(([, value]) => value !== undefined));
  };
  return {panel, views, last};
}
const radio = (name: string) => getByRole<HTMLInputElement>('radio', {name});
const chosen = () =>
  getAllByRole('radio')
    .filter((each) => each instanceof HTMLInputElement && each.checked)
    .map(nameOf);

describe('the filter of a list', () => {
  it('takes effect at once', async () => {
    const {last} = await filter();
    expect(chosen()).to.deep.equal(['All', 'Any time']);
    await user.click(radio('Not posted'));
    expect(await last()).to.deep.equal({posted: false});
    user.select(getByLabel('State'), 'In review');
    expect(await last()).to.deep.equal({posted: false, state: 'in_review'});
    user.select(getByLabel('Payment'), 'Overdue');
    await user.click(radio('Last month'));
    user.select(getByLabel('Which date'), 'Due date');
    expect(await last()).to.deep.equal({
      posted: false,
      state: 'in_review',
      payment: 'overdue',
      period: 'last-month',
      dateField: 'due',
    });
    expect(chosen()).to.deep.equal(['Not posted', 'Last month']);
    expect([...getByLabel<HTMLSelectElement>('Which date').options].map(({label}) => label)).to.deep.equal([
      'Document date',
      'Posting date',
      'Due date',
    ]);
    user.select(getByLabel('State'), 'All');
    await user.click(radio('All'));
    await user.click(radio('Any time'));
    expect(await last()).to.deep.equal({payment: 'overdue', dateField: 'due'});
    user.select(getByLabel('Payment'), 'Not fully paid');
    expect(await last()).to.deep.equal({payment: 'unpaid', dateField: 'due'});
  });

  it('has what the documents have, and what is chosen', async () => {
    const plain: Facets = {posting: false, states: [], payments: [], dateFields: ['document']};
    const {panel} = await filter({}, plain);
    expect(queryByRole('radio', {name: 'Posted'})).to.equal(undefined);
    expect(queryByLabel('Payment')).to.equal(undefined);
    expect(queryByLabel('Which date')).to.equal(undefined);
    getByRole('group', {name: 'Document date'});
    panel.remove();
    await filter({posted: true, payment: 'in_dispute', state: 'onHold', dateField: 'due'}, plain);
    expect(radio('Posted').checked).to.equal(true);
    expect(getByLabel<HTMLSelectElement>('Payment').selectedOptions[0]?.label).to.equal('In dispute');
    expect(getByLabel<HTMLSelectElement>('State').selectedOptions[0]?.label).to.equal('On hold');
    expect(getByLabel<HTMLSelectElement>('Which date').value).to.equal('due');
  });

  it('offers states that were seen, in words, after those that are usual', async () => {
    await filter();
    expect([...getByLabel<HTMLSelectElement>('State').options].map(({label}) => label)).to.deep.equal([
      'All',
      'Draft',
      'In review',
      'Open',
      'Released',
      'Closed',
      'Canceled',
      'Partly received',
    ]);
  });

  it('shows the days of a preset, from which own days are made', async () => {
    const {last} = await filter({period: 'last-month'});
    expect([getByLabel('From').value, getByLabel('To').value]).to.deep.equal(['2026-10-01', '2026-10-31']);
    await user.fill(getByLabel('To'), '2026-11-15');
    expect(await last()).to.deep.equal({period: {from: '2026-10-01', to: '2026-11-15'}});
    expect(chosen()).to.deep.equal(['All']);
    await user.fill(getByLabel('From'), '');
    expect(await last()).to.deep.equal({period: {to: '2026-11-15'}});
    await user.fill(getByLabel('To'), '');
    expect(await last()).to.deep.equal({});
    expect(chosen()).to.deep.equal(['All', 'Any time']);
  });

  it('says that days are the wrong way round, keeps them, and asks for nothing', async () => {
    const {panel, views, last} = await filter({period: {from: '2026-03-01', to: '2026-03-31'}});
    await user.fill(getByLabel('From'), '2026-04-01');
    await last();
    expect(views).to.have.length(1);
    expect(getByLabel('From').value).to.equal('2026-04-01');
    for (const field of [getByLabel('From'), getByLabel('To')]) {
      expect(descriptionOf(field)).to.equal('The first day is after the last one.');
      expect(field.getAttribute('aria-invalid')).to.equal('true');
    }
    await expectNoAxeViolations(panel);
    await user.fill(getByLabel('To'), '2026-04-30');
    expect(await last()).to.deep.equal({period: {from: '2026-04-01', to: '2026-04-30'}});
    expect(queryByText('The first day is after the last one.')).to.equal(undefined);
  });

  it('gives days up that are the wrong way round for the preset that was chosen before', async () => {
    const {views, last} = await filter({period: 'today'});
    await user.fill(getByLabel('From'), '2026-12-01');
    await last();
    expect(chosen()).to.deep.equal(['All']);
    await user.click(radio('Today'));
    expect(await last()).to.deep.equal({period: 'today'});
    expect(getByLabel('From').value).to.equal(today);
    expect(views.length).to.equal(2);
  });

  it('waits for the end of a date that is being typed', async () => {
    const {views, last} = await filter();
    const from = getByLabel('From');
    from.focus();
    await user.keys('0203202');
    await last();
    expect(views).to.have.length(1);
    await user.keys('6');
    expect(await last()).to.deep.equal({period: {from: '2026-02-03'}});
    await user.press('Backspace');
    await user.press('Shift+Tab');
    await user.press('Shift+Tab');
    await user.press('Shift+Tab');
    await until(() => descriptionOf(from) === 'Enter a whole date: day, month and year.');
    await user.click(radio('Any time'));
    expect(await last()).to.deep.equal({});
    expect(from.validity.badInput).to.equal(false);
  });

  it('is cleared, but for the search, the order and the columns', async () => {
    const kept = {q: 'bolt', sort: 'gross', columns: ['number']};
    const {last} = await filter({...kept, posted: true, state: 'open', period: 'today', dateField: 'due'});
    const clear = getByRole('button', {name: 'Clear all filters'});
    await user.click(clear);
    expect(await last()).to.deep.equal(kept);
    expect(clear.getAttribute('aria-disabled')).to.equal('true');
    expect(focusedElement()).to.equal(clear);
  });

  it('can be used at 320 px, and by everybody', async () => {
    const {panel} = await filter({posted: true, period: 'last-week'});
    await setViewport({width: 320, height: 700});
    await expectNoAxeViolations(panel);
    expect(document.scrollingElement?.scrollWidth).to.be.at.most(320);
  });
});

const columns = [
  {id: 'number', label: 'Number'},
  {id: 'date', label: 'Date'},
  {id: 'due', label: 'Due'},
  {id: 'amount', label: 'Amount'},
];

/** A chooser of columns, and all that it has asked for. */
async function chooser(shown: readonly string[]) {
  const asked: (readonly string[] | undefined)[] = [];
  let now = shown;
  const panel = await mountPanel((host) =>
    renderColumnsPanel({
      host,
      columns,
      shown: now,
      locale: 'en',
      onColumns: (ids) => {
        asked.push(ids);
        now = ids ?? ['number', 'date', 'amount'];
      },
    }),
  );
  return {panel, asked, last: async () => (await drawn(panel), asked.at(-1))};
}
const box = (name: string) => getByRole<HTMLInputElement>('checkbox', {name});
const boxes = () => getAllByRole('checkbox').map(nameOf);

describe('the columns of a list', () => {
  it('are shown and hidden where they stand', async () => {
    const {last} = await chooser(['number', 'date', 'amount']);
    expect(boxes()).to.deep.equal(['Number', 'Date', 'Due', 'Amount']);
    await user.click(box('Due'));
    expect(await last()).to.deep.equal(['number', 'date', 'due', 'amount']);
    await user.click(box('Date'));
    expect(await last()).to.deep.equal(['number', 'due', 'amount']);
    expect(boxes()).to.deep.equal(['Number', 'Date', 'Due', 'Amount']);
    expect(focusedElement()).to.equal(box('Date'));
  });

  it('are put in order with buttons, which stay with their column', async () => {
    const {last} = await chooser(['number', 'date', 'due', 'amount']);
    const up = () => getByRole('button', {name: 'Move Amount up'});
    await user.click(up());
    expect(await last()).to.deep.equal(['number', 'date', 'amount', 'due']);
    getByText('Amount, 3 of 4');
    expect(focusedElement()).to.equal(up());
    for (const place of ['2', '1']) {
      await user.press('Enter');
      await until(() => getByText(`Amount, ${place} of 4`));
      expect(focusedElement()).to.equal(up());
    }
    expect(await last()).to.deep.equal(['amount', 'number', 'date', 'due']);
    expect(up().getAttribute('aria-disabled')).to.equal('true');
  });

  it('are put in order with the keyboard alone', async () => {
    const {last} = await chooser(['number', 'date', 'due', 'amount']);
    box('Number').focus();
    await user.press('Alt+ArrowDown');
    await until(() => boxes()[1] === 'Number');
    expect(focusedElement()).to.equal(box('Number'));
    await user.press('Alt+ArrowDown');
    expect(await last()).to.deep.equal(['date', 'due', 'number', 'amount']);
    await user.press('Alt+ArrowUp');
    expect(await last()).to.deep.equal(['date', 'number', 'due', 'amount']);
    expect(focusedElement()).to.equal(box('Number'));
    await user.press('Space');
    expect(await last()).to.deep.equal(['date', 'due', 'amount']);
  });

  it('are never none', async () => {
    const {panel, asked} = await chooser(['date']);
    await user.click(box('Date'));
    await drawn(panel);
    expect(asked).to.deep.equal([]);
    expect(box('Date').checked).to.equal(true);
    expect(descriptionOf(box('Date'))).to.equal('One column at least is always shown.');
    await expectNoAxeViolations(panel);
  });

  it('are the usual ones again', async () => {
    const {panel, last} = await chooser(['amount', 'number']);
    expect(boxes()).to.deep.equal(['Amount', 'Number', 'Date', 'Due']);
    await user.click(getByRole('button', {name: 'Usual columns'}));
    expect(await last()).to.equal(undefined);
    expect(boxes()).to.deep.equal(['Number', 'Date', 'Due', 'Amount']);
    await expectNoAxeViolations(panel);
  });
});

let owner = '';
beforeEach(() => {
  owner = `owner-${crypto.randomUUID()}`;
});

/** The saved views beside a list that shows this. */
async function savedViews(view: ListView = {}) {
  const state = {view};
  let store: ViewStore | undefined;
  const panel = await mountPanel((host) => {
    store ??= new ViewStore(host, () => owner);
    return renderViewsPanel({
      host,
      store,
      view: state.view,
      onView: (next) => {
        state.view = next;
      },
    });
  });
  const show = async (next: ListView) => {
    state.view = next;
    panel.requestUpdate();
    await drawn(panel);
  };
  return {panel, state, show};
}
const save = async (name: string) => {
  await user.fill(getByLabel('Save this view as'), name);
  await user.press('Enter');
};
const current = () =>
  getAllByRole('button')
    .filter((each) => each.ariaCurrent === 'true')
    .map(textOf);
const viewNames = () => getAllByRole('listitem').map((item) => textOf(item.querySelector('button') ?? item));

describe('the saved views of a list', () => {
  it('are saved, used, and say which is in use', async () => {
    const {panel, state, show} = await savedViews();
    expect(current()).to.deep.equal(['All documents']);
    await show({posted: true, q: 'bolt'});
    expect(current()).to.deep.equal([]);
    await save('Bolts');
    await until(() => current()[0] === 'Bolts');
    getByText('The view was saved.');
    expect(getByLabel('Save this view as').value).to.equal('');
    await user.click(getByRole('button', {name: 'All documents'}));
    expect(state.view).to.deep.equal({});
    await until(() => current()[0] === 'All documents');
    await user.click(getByRole('button', {name: 'Bolts'}));
    expect(state.view).to.deep.equal({q: 'bolt', posted: true});
    await expectNoAxeViolations(panel);
  });

  it('take up what was changed in the one in use', async () => {
    const {panel, show} = await savedViews({posted: true});
    await save('Posted');
    await show({posted: true, state: 'open'});
    expect(current()).to.deep.equal(['Posted changed']);
    await user.click(getByRole('button', {name: 'Update “Posted”'}));
    await until(() => current()[0] === 'Posted');
    expect(queryByRole('button', {name: /Update/})).to.equal(undefined);
    await until(() => focusedElement() === getByRole('button', {name: 'Posted'}));
    await show({posted: true});
    await expectNoAxeViolations(panel);
    expect(current()).to.deep.equal(['Posted changed']);
  });

  it('have names, and say what is wrong with one', async () => {
    const {panel, show} = await savedViews({posted: true});
    const field = () => getByLabel('Save this view as');
    await save('');
    await until(() => descriptionOf(field()) === 'Enter a name for the view.');
    await save('x'.repeat(61));
    await until(() => descriptionOf(field()) === 'A name has at most 60 characters.');
    await save('Mine');
    await until(() => viewNames().includes('Mine'));
    await show({posted: false});
    await save('mine');
    await until(() => descriptionOf(field()) === 'There is a view named “Mine” already.');
    expect(field().value).to.equal('mine');
    await expectNoAxeViolations(panel);
    await user.click(getByRole('button', {name: 'Replace “Mine”'}));
    await until(() => current()[0] === 'Mine');
    expect(viewNames()).to.deep.equal(['All documents', 'Mine']);
  });

  it('are renamed', async () => {
    const {panel} = await savedViews({posted: true});
    await save('One');
    await until(() => viewNames().includes('One'));
    await save('Two');
    await until(() => viewNames().includes('Two'));
    await user.click(getByRole('button', {name: 'Rename Two'}));
    const field = await until(() => getByLabel('New name of Two'));
    await until(() => focusedElement() === field);
    await user.fill(field, 'One');
    await user.press('Enter');
    await until(() => descriptionOf(field) === 'There is a view named “One” already.');
    await expectNoAxeViolations(panel);
    await user.fill(field, 'Three');
    await user.press('Enter');
    await until(() => viewNames().join() === 'All documents,One,Three');
    await until(() => focusedElement() === getByRole('button', {name: 'Rename Three'}));
    await user.press('Enter');
    await until(() => focusedElement() === getByLabel('New name of Three'));
    await user.press('Escape');
    await until(() => focusedElement() === getByRole('button', {name: 'Rename Three'}));
  });

  it('are deleted, and brought back', async () => {
    const {panel} = await savedViews({posted: true});
    for (const name of ['One', 'Two']) {
      await save(name);
      await until(() => viewNames().includes(name));
    }
    await user.click(getByRole('button', {name: 'Delete One'}));
    await until(() => focusedElement() === getByRole('button', {name: 'Undo'}));
    getByText('“One” was deleted.');
    await expectNoAxeViolations(panel);
    await user.press('Enter');
    await until(() => viewNames().join() === 'All documents,One,Two');
    await until(() => focusedElement() === getByRole('button', {name: 'One'}));
  });

  it('say that the device does not keep them', async () => {
    const {setItem} = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    try {
      const {panel} = await savedViews({posted: true});
      await save('One');
      await until(() => getByText(/cannot be kept on this device/));
      expect(current()).to.deep.equal(['One']);
      await expectNoAxeViolations(panel);
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
});
