import '../src/widgets/purchase-order-editor/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import {openDB} from 'idb';
import {html, type TemplateResult} from 'lit';
import {separators} from '../src/locales/formats.ts';
import {DraftKeeper} from '../src/orders/draft-keeper.ts';
import {DraftStore} from '../src/orders/draft-store.ts';
import {changeHeader, changeLine, chooseItem, addLine, newDraft, newLine} from '../src/orders/draft.ts';
import {ownerKey} from '../src/orders/owner-key.ts';
import {PortalClient} from '../src/portal/index.ts';
import type {PurchaseOrderEditor} from '../src/widgets/purchase-order-editor/purchase-order-editor.ts';
import {field, formOf, press, type, typeOrder} from './purchase-order-editor.play.ts';
import {found} from './found.ts';

const {argTypes, events, template} = getStorybookHelpers<PurchaseOrderEditor>('purchase-order-editor', {
  excludeCategories: ['cssParts', 'slots'],
});

const documentType = 'purchase-order';
const clientAt = (name: string, scenario = 'normal') =>
  new PortalClient({
    endpoint: `/story-${name}+${scenario}/api/v1`,
    getToken: () => Promise.resolve('demo-customer'),
  });

const meta: Meta<PurchaseOrderEditor> = {
  title: 'Widgets/purchase-order-editor/Drafts',
  component: 'purchase-order-editor',
  argTypes,
  render: (values) => template(values),
  loaders: [async ({args}) => clear(args.client?.endpoint ?? args.endpoint ?? '')],
  parameters: {
    actions: {handles: events},
    docs: {
      description: {
        component: `Unfinished orders: several on one device, and those that the portal has, too.

\`\`\`html
<purchase-order-editor document-id="…"></purchase-order-editor>
\`\`\`

**Save to portal** makes a draft there, which colleagues can go on with; \`draft-saved\` has its id, and \`document-id\` opens it.
What somebody else has changed meanwhile is never overwritten: both versions are shown beside each other.`,
      },
    },
  },
};

export default meta;

type Story = StoryObj<PurchaseOrderEditor>;

/** The editor with a draft that a loader has left at the portal. */
function opened(client: PurchaseOrderEditor['client'], loaded: Record<string, unknown>): TemplateResult {
  const documentId = String(loaded['documentId']);
  return html`<purchase-order-editor .client=${client} .documentId=${documentId}></purchase-order-editor>`;
}

/** What a story is about, as prose above it. */
const about = (story: string) => ({docs: {description: {story}}});

export const SeveralUnfinished: Story = {
  args: {client: clientAt('several')},
  loaders: [({args}) => keepOrders(args.client)],
  parameters: about('The latest is back; the others are listed, to be gone on with or discarded.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    (await found(() => root.querySelector<HTMLElement>('#drafts'))).click();
  },
};

export const SavedToPortal: Story = {
  args: {client: clientAt('saved-to-portal')},
  parameters: about('The portal has the order as a draft, as it is.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    press(root, 'save');
    await found(() => root.querySelector('[part=save-status] .icon'));
  },
};

export const ChangedSince: Story = {
  args: {client: clientAt('changed-since')},
  parameters: about('What was changed since is on this device alone.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    press(root, 'save');
    await found(() => root.querySelector('[part=save-status] .icon'));
    type(field(root, 'reference'), 'PO-2026-0816');
  },
};

export const SavingFailed: Story = {
  args: {client: clientAt('saving-failed', 'order-fails')},
  parameters: about('The portal did not take it: everything is kept on the device.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    press(root, 'save');
    await found(() => root.querySelector('[part=save-status] [role=alert]'));
  },
};

export const PortalDraft: Story = {
  args: {client: clientAt('portal-draft')},
  loaders: [({args}) => draftAtPortal(args.client)],
  render: ({client}, {loaded}) => opened(client, loaded),
  parameters: about('A draft of the portal, opened by its id.'),
  play: async ({canvasElement}) => void (await formOf(canvasElement)),
};

export const NoDraftAnyMore: Story = {
  args: {client: clientAt('no-draft')},
  loaders: [({args}) => draftAtPortal(args.client, true)],
  render: ({client}, {loaded}) => opened(client, loaded),
  parameters: about('It was sent already: that is said, with the way to the order.'),
  play: async ({canvasElement}) => {
    const editor = await found(() => canvasElement.querySelector('purchase-order-editor'));
    await found(() => editor.shadowRoot?.querySelector('[part=closed]'));
  },
};

const conflict: Story = {
  loaders: [({args}) => draftAtPortal(args.client)],
  render: ({client}, {loaded}) => opened(client, loaded),
  play: async ({canvasElement, args, loaded}) => {
    const root = await formOf(canvasElement);
    await changeBoth(root, args.client, String(loaded['documentId']));
    press(root, 'save');
    await found(() => root.querySelector('[part=conflict]'));
  },
};

export const Conflict: Story = {
  ...conflict,
  args: {client: clientAt('conflict')},
  parameters: about('Somebody else has changed the draft meanwhile: the user chooses, for each difference.'),
};

export const NarrowConflict: Story = {
  ...conflict,
  args: {client: clientAt('narrow-conflict')},
  render: ({client}, {loaded}) => html`<div class="phone">${opened(client, loaded)}</div>`,
  // A sheet of the page's own, as a host would have it.
  beforeEach: () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.phone {max-inline-size: 360px}');
    document.adoptedStyleSheets.push(sheet);
  },
  parameters: about('Below 40 em the two versions are below each other.'),
};

export const Discarding: Story = {
  args: {client: clientAt('discarding')},
  loaders: [({args}) => draftAtPortal(args.client)],
  render: ({client}, {loaded}) => opened(client, loaded),
  parameters: about('What the portal has, too, can be discarded there or not.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    press(root, 'discard');
    await found(() => root.querySelector('#discard-dialog:modal'));
  },
};

function clientOf(client: PurchaseOrderEditor['client']): PortalClient {
  if (!(client instanceof PortalClient)) throw new Error('The story has no client');
  return client;
}

/** Forgets what an earlier showing of the story has left. */
async function clear(endpoint: string): Promise<object> {
  const name = 'partner-portal-widgets';
  if (!(await indexedDB.databases()).some((known) => known.name === name)) return {};
  const database = await openDB(name);
  if (database.objectStoreNames.contains('drafts')) {
    const records = (await database.getAll('drafts')) as {id: string; owner: string}[];
    for (const {id, owner} of records) if (owner.includes(endpoint)) await database.delete('drafts', id);
  }
  database.close();
  return {};
}

async function keepOrders(given: PurchaseOrderEditor['client']): Promise<object> {
  const client = clientOf(given);
  const me = await client.me();
  const owner = ownerKey({
    endpoint: client.endpoint,
    membership: me.membershipId,
    user: me.user.id,
    type: documentType,
  });
  const store = new DraftStore();
  const {items} = await client.catalog.items({q: 'glove'});
  for (const [index, reference] of ['', 'PO-2026-0813', 'PO-2026-0814'].entries()) {
    const keeper = new DraftKeeper(store, separators('en'), {
      onKept: () => undefined,
      onChange: () => undefined,
    });
    keeper.startNew(owner, newDraft(separators('en')));
    let draft = changeHeader(keeper.draft, {reference});
    for (const item of items.slice(0, index + 1)) {
      const line = newLine();
      draft = changeLine(chooseItem(addLine(draft, line, 0), line.key, item), line.key, {quantity: '24'});
    }
    keeper.change(draft);
    await keeper.flush();
  }
  return {};
}

/** Leaves a draft at the portal; the id. */
async function draftAtPortal(
  given: PurchaseOrderEditor['client'],
  submit = false,
): Promise<{documentId: string}> {
  const client = clientOf(given);
  await clear(client.endpoint);
  const {items} = await client.catalog.items({q: 'spanner', limit: 50});
  const lines = items
    // What nothing speaks against can be sent, too.
    .filter(
      ({variants, orderQuantity, availability}) =>
        !variants && !orderQuantity && availability?.status === 'available',
    )
    .slice(0, 5)
    .map(({itemNumber}, index) => ({
      itemNumber,
      quantity: String(12 * (index + 1)),
    }));
  const {id} = await client.documents.create(
    documentType,
    {externalReference: 'PO-2026-0815', note: 'Please ring twice.', lines, submit},
    {idempotencyKey: crypto.randomUUID()},
  );
  return {documentId: id};
}

/** Changes the draft in the form, and at the portal as somebody else would. */
async function changeBoth(
  root: ShadowRoot,
  given: PurchaseOrderEditor['client'],
  documentId: string,
): Promise<void> {
  const client = clientOf(given);
  type(field(root, 'note'), 'Please ring three times.');
  type(field(root, 'reference'), 'PO-2026-0815b');
  const {document, etag} = await client.documents.get(documentType, documentId);
  const lines = document.lines.map(({itemNumber = '', quantity, unit}, index) => ({
    itemNumber,
    unitCode: unit.code,
    quantity: index === 1 ? '144' : quantity,
  }));
  const change = {externalReference: 'PO-2026-0820', lines: lines.slice(0, 4)};
  await client.documents.update(documentType, documentId, change, {etag});
}
