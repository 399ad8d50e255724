import '../src/widgets/document-detail/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import type {DocumentDetail} from '../src/widgets/document-detail/document-detail.ts';
import {about, finding, narrow, type Wanted} from './document-detail.setting.ts';
import {found} from './found.ts';

const {argTypes, events, template} = getStorybookHelpers<DocumentDetail>('document-detail', {
  excludeCategories: ['cssParts', 'slots'],
});

const meta: Meta<DocumentDetail> = {
  title: 'Widgets/document-detail',
  component: 'document-detail',
  argTypes,
  render: (values, {loaded}) => template(Object.assign({}, values, idOf(values, loaded))),
  parameters: {
    actions: {handles: events},
    docs: {
      description: {
        component: `One document: what it is for, who takes part, its lines, its sums, and what the member may do with it.

\`\`\`html
<document-detail type="purchase-invoice" document-id="…"></document-detail>
\`\`\`

What is shown follows from what the document has, and what can be done from \`allowedActions\` and the member's capabilities:
any type works, also one that the library has never heard of.

Lines beyond the first 500 are loaded in the background. Above 200 lines only those in sight are drawn, in a box of their own
whose height is \`--portal-lines-block-size\`. Below 47.5 em of the element's own width, lines become cards.

The PDF is fetched with the member's token. Printing prints the document alone, with all of its lines.`,
      },
    },
  },
};

export default meta;

type Story = StoryObj<DocumentDetail>;

/** The helper knows attributes alone. */
function idOf({documentId}: Partial<DocumentDetail>, loaded: unknown): object {
  const found = (loaded as {documentId?: string}).documentId;
  return {documentId: undefined, 'document-id': found ?? documentId};
}

/** A story of one document of a member. */
function of(wanted: Wanted, story: string, more: Partial<Story> = {}): Story {
  const {type, user} = wanted;
  return {
    ...more,
    args: {type, ...more.args},
    loaders: [finding(wanted)],
    parameters: {...(user && {portal: {user}}), ...about(story)},
  };
}

const isOverdue: Wanted = {
  type: 'purchase-invoice',
  query: {posted: true},
  fits: ({payment}) => payment === 'overdue',
};
const isPartlyReceived: Wanted = {
  type: 'purchase-order',
  fits: ({fulfilment, lineCount}) => fulfilment === 'partial' && lineCount < 20,
};
const isDraft: Wanted = {type: 'purchase-order', query: {state: 'draft'}};

export const Order: Story = of(
  isPartlyReceived,
  'An order: what was ordered at which price, where it goes, and what of it has arrived.',
);

export const Receipt: Story = of(
  {type: 'warehouse-receipt', query: {posted: true}, fits: ({lineCount}) => lineCount > 3},
  'A receipt: date, goods and quantities, the bins in the warehouse, lots and serial numbers. It has no prices.',
);

export const ReturnOrder: Story = of(
  {type: 'purchase-return-order', query: {posted: false}},
  'Why goods go back and how, before everything else.',
);

export const Invoice: Story = of(
  isOverdue,
  'What is owed, what is paid and what is left, with the day on which it was due.',
);

export const InvoicePaid: Story = of(
  {type: 'purchase-invoice', query: {posted: true}, fits: ({payment}) => payment === 'paid'},
  'Nothing is left to be paid.',
);

export const InvoiceNotPosted: Story = of(
  {type: 'purchase-invoice', query: {posted: false}},
  'Not in the ledgers yet: nothing is due.',
);

export const CreditMemo: Story = of(
  {type: 'purchase-credit-memo', query: {posted: true}},
  'Why, how much is credited, and what to do with the goods.',
);

export const Draft: Story = of(isDraft, 'The portal lets the member edit and discard it.');

export const Canceled: Story = of(
  {type: 'purchase-order', query: {state: 'canceled'}},
  'An order that is not carried out.',
);

export const VendorsOrder: Story = of(
  {type: 'sales-order', user: 'demo-vendor'},
  'Another member, other types. The element knows none of them by name.',
);

export const VendorsShipment: Story = of(
  {type: 'warehouse-shipment', user: 'demo-vendor', query: {posted: true}},
  'Goods that a vendor has sent.',
);

export const VendorsReturn: Story = of(
  {type: 'sales-return-order', user: 'demo-vendor'},
  'Goods that come back to a vendor.',
);

export const VendorsInvoice: Story = of(
  {type: 'sales-invoice', user: 'demo-vendor', query: {posted: true}},
  'An invoice from the point of view of who wrote it.',
);

export const VendorsCreditMemo: Story = of(
  {type: 'sales-credit-memo', user: 'demo-vendor'},
  'A credit memo from the point of view of who wrote it.',
);

export const Shipment: Story = of(
  {type: 'shipment', user: 'demo-3pl', fits: ({posted}) => posted === true},
  'Goods that a logistics customer has sent to one of its own customers: neither buyer nor seller.',
);

export const Delivery: Story = of(
  {type: 'delivery', user: 'demo-3pl', fits: ({posted}) => posted === false},
  'Goods on their way to the warehouse.',
);

export const LongOrder: Story = of(
  {type: 'purchase-order', fits: ({lineCount}) => lineCount > 1000},
  'More than a thousand lines: they scroll in a box of their own, can be searched, and only those in sight are drawn.',
);

export const NoPrices: Story = of(
  isPartlyReceived,
  'The member may see no prices: there is neither a column nor a sum in their place.',
  {args: {endpoint: '/no-prices/api/v1'}},
);

export const UnknownValues: Story = of(
  isPartlyReceived,
  'States and actions that the library has never heard of: shown as readable text, or not at all.',
  {args: {endpoint: '/unknown-values/api/v1'}},
);

export const Hostile: Story = of(isPartlyReceived, 'Markup in every text is text.', {
  args: {endpoint: '/hostile/api/v1'},
});

export const AskingToDiscard: Story = of(isDraft, 'Nothing is discarded without a question.', {
  play: async ({canvasElement}) => {
    await press(canvasElement, 'Discard');
    await found(() => rootOf(canvasElement)?.querySelector('dialog[open]'));
  },
});

export const ChangedWhileDiscarding: Story = of(
  isDraft,
  'Somebody else was faster: the newest version is shown, and nothing is lost.',
  {
    args: {endpoint: '/conflict/api/v1'},
    play: async ({canvasElement}) => {
      await press(canvasElement, 'Discard');
      await press(canvasElement, 'Discard the draft');
      await found(() => rootOf(canvasElement)?.querySelector('.notice'));
    },
  },
);

export const Discarded: Story = of(isDraft, 'The draft is gone.', {
  play: async ({canvasElement}) => {
    await press(canvasElement, 'Discard');
    await press(canvasElement, 'Discard the draft');
    await found(() => rootOf(canvasElement)?.querySelector('.state'));
  },
});

export const Loading: Story = {
  args: {type: 'purchase-invoice', documentId: '1', endpoint: '/never/api/v1'},
  parameters: about('The room that the document will take.'),
};

export const NotFound: Story = {
  args: {type: 'purchase-invoice', documentId: 'no-such-document'},
  parameters: about('There is no such document, or the member may not know of it.'),
};

export const NotAllowed: Story = of(isOverdue, 'The member may not read documents of this type.', {
  args: {endpoint: '/not-allowed/api/v1'},
});

export const SignedOut: Story = {
  args: {type: 'purchase-invoice', documentId: '1', endpoint: '/unauthorized/api/v1'},
  parameters: about(
    'The portal refuses a fresh token too. `session-expired` tells the page; the button tries again.',
  ),
};

export const Failed: Story = {
  args: {type: 'purchase-invoice', documentId: '1', endpoint: '/server-error/api/v1'},
  parameters: about('What happened, a reference for the portal’s operators, and a way to try again.'),
};

export const Narrow: Story = of(isPartlyReceived, 'Cards instead of columns, by the width of the element.', {
  decorators: [narrow],
});

export const German: Story = of(isOverdue, 'Words and formats of another language.', {args: {locale: 'de'}});

export const Dark: Story = of(isOverdue, 'The page’s own `color-scheme` decides.', {
  globals: {theme: 'dark'},
});

export const RightToLeft: Story = of(isPartlyReceived, 'Numbers and references keep their own direction.', {
  globals: {direction: 'rtl'},
});

export const Unconfigured: Story = {
  args: {type: 'purchase-invoice', documentId: ''},
  parameters: about('Without an id there is nothing to show.'),
};

const rootOf = (canvas: HTMLElement) => canvas.querySelector('document-detail')?.shadowRoot;

async function press(canvas: HTMLElement, name: string): Promise<void> {
  const button = await found(() =>
    [...(rootOf(canvas)?.querySelectorAll('button') ?? [])].find(
      ({textContent}) => textContent.trim() === name,
    ),
  );
  button.click();
}
