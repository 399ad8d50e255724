import '../src/widgets/document-list/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import {html, render} from 'lit';
import type {DocumentList} from '../src/widgets/document-list/document-list.ts';
import {found} from './found.ts';

const {argTypes, events, template} = getStorybookHelpers<DocumentList>('document-list', {
  excludeCategories: ['cssParts', 'slots'],
});

const meta: Meta<DocumentList> = {
  title: 'Widgets/document-list',
  component: 'document-list',
  // The defaults of the manifest are left out: an empty title and a client of '' are something else than none.
  args: {type: 'purchase-invoice'},
  argTypes,
  render: (values) => template(values),
  parameters: {
    actions: {handles: events},
    docs: {
      description: {
        component: `The documents of one type that the member may see.

\`\`\`html
<document-list type="purchase-order"></document-list>
\`\`\`

Which types there are, and who may see them, is the portal's decision alone: any type of \`capabilities.documents\` with
\`list\` works. Columns follow from what the documents have. The filter by posting is there where posting applies.

“Filter”, “Views”, “Columns” and “Export” open what they name; what they need is loaded once the first rows are there. With
\`sync-url\` the page's address carries the view. \`filter\` narrows the list down from the page:
\`list.filter = {payment: 'overdue'}\`.

The element keeps its height from loading to loaded, so that nothing around it moves: \`--portal-list-block-size\` sets
it, and \`auto\` lets the element grow with its rows. Below 47.5 em of its own width, rows become cards.

A click on a document fires \`document-open\` with \`documentType\`, \`id\` and \`number\`. An \`order-created\` event of another
element at the same portal makes the list load again, quietly and in its place.`,
      },
    },
  },
};

export default meta;

type Story = StoryObj<DocumentList>;

/** What a story is about, as prose above it. */
const about = (story: string) => ({docs: {description: {story}}});

export const Loaded: Story = {
  parameters: about('Invoices: amounts in one currency, said once, and whether each is posted.'),
};

export const PurchaseOrders: Story = {
  args: {type: 'purchase-order'},
  parameters: about(
    'Posting does not apply to a purchase order, so there is neither a column nor a filter for it.',
  ),
};

export const WarehouseReceipts: Story = {
  args: {type: 'warehouse-receipt'},
  parameters: about('Goods instead of amounts: where they are, and how many by unit of measure.'),
};

export const PurchaseReturnOrders: Story = {args: {type: 'purchase-return-order'}};

export const PurchaseCreditMemos: Story = {
  args: {type: 'purchase-credit-memo'},
  parameters: about('Amounts credited, and how much of them is still open.'),
};

export const TwoCurrencies: Story = {
  args: {endpoint: '/two-currencies/api/v1'},
  parameters: about('Amounts in several currencies: each says its own, and each currency has its own total.'),
};

export const SalesOrders: Story = {
  args: {type: 'sales-order'},
  parameters: {
    portal: {user: 'demo-vendor'},
    ...about('A vendor sees the same documents from the other side.'),
  },
};

export const Shipments: Story = {
  args: {type: 'shipment'},
  parameters: {
    portal: {user: 'demo-3pl'},
    ...about('A logistics customer’s type: no amounts, and many partners.'),
  },
};

export const Deliveries: Story = {
  args: {type: 'delivery'},
  parameters: {portal: {user: 'demo-3pl'}},
};

export const FilteredByThePage: Story = {
  args: {filter: {posted: true, payment: 'overdue'}},
  parameters: about('The page narrows the list down; the user sees by what, and can take it away.'),
};

export const VendorsType: Story = {
  args: {type: 'sales-credit-memo'},
  parameters: {
    portal: {user: 'demo-vendor'},
    ...about('Another member, other types. The element knows none of them by name.'),
  },
};

export const Heading: Story = {
  args: {heading: 'What we owe'},
  parameters: about('`heading` replaces the name of the type; an empty one shows none.'),
};

export const NoPrices: Story = {
  args: {endpoint: '/no-prices/api/v1'},
  parameters: about('The member may see no prices: there is no column of dashes in their place.'),
};

export const UnknownValues: Story = {
  args: {endpoint: '/unknown-values/api/v1'},
  parameters: about('States that the library has never heard of are shown as readable text.'),
};

export const Loading: Story = {
  args: {endpoint: '/never/api/v1'},
  parameters: about('Skeleton rows of the size that the documents will have.'),
};

export const Empty: Story = {
  args: {endpoint: '/empty/api/v1'},
  parameters: about('There is nothing yet.'),
};

export const EmptySlot: Story = {
  args: {endpoint: '/empty/api/v1', type: 'purchase-order'},
  render: (values) =>
    template(
      values,
      html`<p slot="empty">Nothing ordered yet. <a href="#order">Write the first order</a></p>`,
    ),
  parameters: about('The page says it in its own words, with a way on: the slot `empty`.'),
};

export const NoMatch: Story = {
  parameters: about('Nothing fits what was searched for: another sentence, and one action that leads back.'),
  play: async ({canvasElement}) => {
    const list = await found(() => canvasElement.querySelector('document-list'));
    const search = await found(() => list.shadowRoot?.querySelector('input'));
    search.value = 'no such thing';
    search.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await found(() => list.shadowRoot?.querySelector('.state .button'));
  },
};

export const NotAllowed: Story = {
  args: {endpoint: '/not-allowed/api/v1'},
  parameters: about('The member may not list documents of this type, or the portal refuses to.'),
};

export const SignedOut: Story = {
  args: {endpoint: '/unauthorized/api/v1'},
  parameters: about(
    'The portal refuses a fresh token too. `session-expired` tells the page; the button tries again.',
  ),
};

export const Failed: Story = {
  args: {endpoint: '/server-error/api/v1'},
  parameters: about(
    'After three tries: what happened, a reference for the portal’s operators, and a way to try again.',
  ),
};

export const Unreachable: Story = {
  args: {endpoint: '/offline/api/v1'},
  parameters: about(
    'No connection. Where the browser is offline, the element says that instead, and loads when the network is back.',
  ),
};

export const OneBroken: Story = {
  args: {endpoint: '/malformed/api/v1'},
  parameters: about(
    'One document of the answer breaks the contract: the others are shown, and the count says so.',
  ),
};

export const Narrow: Story = {
  decorators: [
    (story) => {
      const phone = document.createElement('div');
      phone.style.maxInlineSize = '360px';
      render(story(), phone);
      return phone;
    },
  ],
  parameters: about('Cards instead of columns, by the width of the element and not of the window.'),
};

export const German: Story = {
  args: {locale: 'de'},
  parameters: about('Words and formats of another language.'),
};

export const Dark: Story = {
  globals: {theme: 'dark'},
  parameters: about('The page’s own `color-scheme` decides.'),
};

export const RightToLeft: Story = {
  globals: {direction: 'rtl'},
  parameters: about('Numbers and references keep their own direction.'),
};

export const Unconfigured: Story = {
  args: {type: ''},
  parameters: about('Without a type, or without a portal, there is nothing to show.'),
};
