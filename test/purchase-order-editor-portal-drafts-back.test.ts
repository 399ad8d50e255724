/** Drafts of the portal that come back from this device, while the portal's may have moved on. */
import {keptDrafts, mountEditor, note, path, portal, reference} from './purchase-order-editor-page.ts';
import {changeElsewhere, usual} from './purchase-order-editor-portal-drafts-page.ts';
import {
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  focusedElement,
  getByRole,
  getByText,
  it,
  queryByRole,
  until,
  user,
} from './support/index.ts';

describe('purchase-order-editor: a draft of the portal that comes back from the device', () => {
  const conflict = () =>
    findByRole('heading', {name: 'This order was changed at the portal in the meantime'});

  /** Leaves a draft on the device that was changed there. */
  async function leave(text = 'Only here'): Promise<string> {
    const {id} = usual();
    const editor = await mountEditor({documentId: id});
    await user.fill(note(), text);
    await until(async () => (await keptDrafts())[0]?.draft.note === text, 'the draft');
    editor.remove();
    return id;
  }

  it('is set beside the portal’s where that was changed meanwhile', async () => {
    await changeElsewhere(await leave(), {note: 'Only there'});
    await mountEditor({}, {ready: false});
    await conflict();
    await findByText(/Only here/);
    getByText(/Only there/);
  });

  it('is said to have been sent where it was', async () => {
    await changeElsewhere(await leave(), {submit: true});
    await mountEditor({}, {ready: false});
    await findByRole('heading', {name: /^This draft was sent already/});
    await user.click(getByRole('button', {name: 'Keep mine as a new order'}));
    await until(() => note().value === 'Only here');
  });

  it('stays where somebody is writing, and both can be looked at', async () => {
    const id = await leave();
    await changeElsewhere(id, {note: 'Only there'});
    let answer = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    await mountEditor({
      fetch: async (request, init) => {
        if (request instanceof Request && request.url.endsWith(id)) await answered;
        return fetch(request, init);
      },
    });
    await user.fill(reference(), 'Mine');
    answer();
    await findByText('This order was changed at the portal in the meantime.');
    expect(reference().value).to.equal('Mine');
    expect(focusedElement()).to.equal(reference());
    await expectNoAxeViolations();
    await user.click(getByRole('button', {name: 'Compare'}));
    await conflict();
    expect(queryByRole('button', {name: 'Compare'})).to.equal(undefined);
  });

  it('is gone on with in silence where nobody else has changed it, or that is not known', async () => {
    const id = await leave();
    for (const status of [undefined, 404]) {
      const asked = portal.requests.length;
      if (status) portal.faults.add({method: 'GET', path: `${path}/${id}`, kind: 'status', status});
      const editor = await mountEditor();
      const isAsked = () => portal.requests.slice(asked).some(({path: at}) => at === `${path}/${id}`);
      await until(isAsked, 'what the portal has');
      await findByText(/is back/);
      editor.remove();
    }
    await mountEditor();
    expect(note().value).to.equal('Only here');
    expect(queryByRole('heading', {name: /changed at the portal|was sent/})).to.equal(undefined);
  });
});
