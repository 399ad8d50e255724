/** An order that was being sent, where what settles it does not load. It loads once a page, hence a file of its own. */
import {separators} from '../src/locales/formats.ts';
import {DraftKeeper} from '../src/orders/draft-keeper.ts';
import {DraftStore} from '../src/orders/draft-store.ts';
import {changeLine, chooseItem, toOrder} from '../src/orders/draft.ts';
import {newSubmission} from '../src/orders/submission.ts';
import {SubmissionRecord} from '../src/orders/submission-record.ts';
import {ownerKey} from '../src/orders/owner-key.ts';
import type {PortalConnection} from '../src/portal/connection.ts';
import {
  creations,
  itemAt,
  keptDrafts,
  mountEditor,
  made,
  orders,
  plainItems,
  type,
} from './purchase-order-editor-page.ts';
import {
  blockRequests,
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  getByRole,
  it,
  queryByRole,
  queryByText,
  textOf,
  user,
} from './support/index.ts';

/** Leaves an order on the device as a crash while sending it does; the key. */
async function leaveOrder(client: PortalConnection): Promise<string> {
  const {user: signedIn, membershipId} = await client.me();
  const keeper = new DraftKeeper(new DraftStore(), separators('en'), {
    onKept: () => undefined,
    onChange: () => undefined,
  });
  await keeper.open(
    ownerKey({endpoint: client.endpoint, membership: membershipId, user: signedIn.id, type}),
    separators('en'),
  );
  const key = keeper.draft.lines[0]?.key ?? '';
  const chosen = chooseItem(keeper.draft, key, itemAt(plainItems()));
  keeper.change(changeLine(chosen, key, {quantity: '24'}));
  await keeper.flush();
  const submission = newSubmission(toOrder(keeper.draft));
  await new SubmissionRecord(keeper).begin(submission);
  return submission.key;
}

describe('purchase-order-editor: an order of an earlier visit', () => {
  it('is kept where what settles it does not load, and settled once it does', async () => {
    const first = await mountEditor();
    const {client} = first;
    if (!client) throw new Error('The editor has no client');
    first.remove();
    const key = await leaveOrder(client);

    await blockRequests('*/purchase-order-editor/on-demand.ts*');
    await mountEditor({}, {ready: false});
    await findByText('A part of this form could not be loaded. Everything you typed is kept.');
    expect(queryByRole('button', {name: 'Review order'})).to.equal(undefined);
    expect((await keptDrafts())[0]?.submission?.key).to.equal(key);
    await expectNoAxeViolations();

    await blockRequests();
    await user.click(getByRole('button', {name: 'Try again'}));
    const heading = await findByRole('heading', {name: /^Order .+ was sent$/});
    expect(textOf(heading)).to.contain(orders().at(-1)?.number);
    expect(made()).to.equal(1);
    expect(creations().map(({headers}) => headers['idempotency-key'])).to.deep.equal([key]);
    expect(queryByText(/could not be loaded/)).to.equal(undefined);
  });
});
