import '../src/widgets/document-detail/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import {mostDeliveredOrder, richestOrder} from '../mocks/data/find-chain.ts';
import type {DocumentRecord, Kind} from '../mocks/data/records.ts';
import {createMockPortal} from '../mocks/portal.ts';
import type {DocumentDetail} from '../src/widgets/document-detail/document-detail.ts';
import {about, narrow} from './document-detail.setting.ts';
import {found} from './found.ts';

const {events, template} = getStorybookHelpers<DocumentDetail>('document-detail', {
  excludeCategories: ['cssParts', 'slots'],
});

const meta: Meta<DocumentDetail> = {
  title: 'Widgets/document-detail/Chain',
  component: 'document-detail',
  render: (values, {loaded}) => {
    const {type, documentId} = loaded as Found;
    return template(Object.assign({}, values, {type, 'document-id': documentId}));
  },
  parameters: {
    actions: {handles: events},
    docs: {
      description: {
        component: `Where a document stands: the other documents of its chain from the order to the credit memos, what was ordered,
received, invoiced and returned of each line, and what has happened to it.

The chain is what the portal names in \`related\`. The arrow keys move along it in the direction of reading, Tab goes through it
one by one, and a document fires \`document-open\`. Dates, states, amounts and quantities of the other documents are asked for
afterwards, with one request a type; where the member may not list a type, or it fails, the chain is complete without them.`,
      },
    },
  },
};

export default meta;

type Story = StoryObj<DocumentDetail>;

interface Found {
  readonly type: string;
  readonly documentId: string;
}

/** Finds an order of a member, or a document that has followed from it, in the same portal as the one that the stories talk to. */
function chained(
  find: (orders: readonly DocumentRecord[]) => DocumentRecord,
  {
    kind,
    user = 'demo-customer',
    orders = 'purchase-order',
  }: {kind?: Kind; user?: string; orders?: string} = {},
) {
  return (): Promise<Found> => {
    const order = find(createMockPortal().data.documents(user, orders));
    const document = kind ? order.links.find((other) => other.kind === kind) : order;
    if (!document) throw new Error(`The chain has no ${kind}`);
    return Promise.resolve({type: document.type, documentId: document.id});
  };
}

export const Order: Story = {
  loaders: [chained(richestOrder)],
  parameters: about(
    'An order of which two parts have arrived and one line has not, too much of another, two invoices, goods sent back and credited.',
  ),
};

export const Receipt: Story = {
  loaders: [chained(richestOrder, {kind: 'receipt'})],
  parameters: about(
    'The same chain from one of its receipts. The quantities are those of the order, on demand.',
  ),
};

export const Quantities: Story = {
  loaders: [chained(richestOrder, {kind: 'credit-memo'})],
  parameters: about('The quantities of the order line by line, as seen from a credit memo.'),
  play: async ({canvasElement}) => {
    const detail = await found(() => canvasElement.querySelector('document-detail'));
    const button = await found(() =>
      detail.shadowRoot?.querySelector<HTMLElement>('.quantities-ask .button'),
    );
    button.click();
    await found(() => detail.shadowRoot?.querySelector('.quantities'));
  },
};

export const ManyReceipts: Story = {
  loaders: [chained(mostDeliveredOrder)],
  parameters: about('Forty receipts: a few of them, and the rest on demand.'),
};

export const AllReceipts: Story = {
  loaders: [chained(mostDeliveredOrder)],
  parameters: about('Forty receipts, all of them.'),
  play: async ({canvasElement}) => {
    const detail = await found(() => canvasElement.querySelector('document-detail'));
    const button = await found(() => detail.shadowRoot?.querySelector<HTMLElement>('.rest .button'));
    button.click();
    await found(() => detail.shadowRoot && !detail.shadowRoot.querySelector('.rest'));
  },
};

export const VendorsInvoice: Story = {
  loaders: [chained(richestOrder, {kind: 'invoice', user: 'demo-vendor', orders: 'sales-order'})],
  parameters: {
    portal: {user: 'demo-vendor'},
    ...about('Another member, other types: the vendor ships what the company receives.'),
  },
};

export const NoPrices: Story = {
  args: {endpoint: '/no-prices/api/v1'},
  loaders: [chained(richestOrder)],
  parameters: about('The member may see no amounts.'),
};

export const Narrow: Story = {
  decorators: [narrow],
  loaders: [chained(richestOrder)],
  parameters: about('The stages below each other, by the width of the element.'),
};

export const German: Story = {
  args: {locale: 'de'},
  loaders: [chained(richestOrder)],
  parameters: about('Words and formats of another language.'),
};

export const Dark: Story = {
  globals: {theme: 'dark'},
  loaders: [chained(richestOrder)],
  parameters: about('The page’s own `color-scheme` decides.'),
};

export const RightToLeft: Story = {
  globals: {direction: 'rtl'},
  loaders: [chained(richestOrder)],
  parameters: about('The chain runs from right to left, and so do the arrow keys.'),
};
