import '../src/widgets/document-summary/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import {render} from 'lit';
import type {DocumentSummaryElement} from '../src/widgets/document-summary/document-summary.ts';

const {argTypes, events, template} = getStorybookHelpers<DocumentSummaryElement>('document-summary', {
  excludeCategories: ['cssParts', 'slots'],
});

const meta: Meta<DocumentSummaryElement> = {
  title: 'Widgets/document-summary',
  component: 'document-summary',
  argTypes,
  render: (values) => template(values),
  parameters: {
    actions: {handles: events},
    docs: {
      description: {
        component: `How many documents of each type there are, how many are posted and not posted, and what is open and
overdue in money.

\`\`\`html
<document-summary></document-summary>
\`\`\`

Which types there are is the portal's decision alone: those of \`capabilities.documents\` with \`list\`. Columns follow from
what the portal counts. The bars of all types have one scale, so that their lengths can be compared.

The name of a type fires \`document-open\` with its \`documentType\`; a figure fires the same with a \`filter\`, for the
\`filter\` of a \`document-list\`. Orders that are created or discarded by another element at the same portal are counted by
themselves.`,
      },
    },
  },
};

export default meta;

type Story = StoryObj<DocumentSummaryElement>;

/** What a story is about, as prose above it. */
const about = (story: string) => ({docs: {description: {story}}});

export const Loaded: Story = {
  parameters: about(
    'A customer: posting does not apply to purchase orders, and only invoices are ever overdue.',
  ),
};

export const Vendor: Story = {
  parameters: {
    portal: {user: 'demo-vendor'},
    ...about('Another member, other types. The element knows none of them by name.'),
  },
};

export const LogisticsCustomer: Story = {
  parameters: {
    portal: {user: 'demo-3pl'},
    ...about('Goods that move, and no money: there are no columns for it.'),
  },
};

export const TwoTypes: Story = {
  args: {membership: 'm-10187'},
  parameters: about('A branch that orders and receives, and sees no prices.'),
};

export const NoPrices: Story = {
  args: {endpoint: '/no-prices/api/v1'},
  parameters: about('The member may see no amounts.'),
};

export const Heading: Story = {
  args: {heading: 'At a glance'},
  parameters: about('`heading` replaces the title; an empty one shows none.'),
};

export const NothingYet: Story = {
  args: {endpoint: '/empty/api/v1'},
  parameters: about('There is no document yet: a zero leads nowhere.'),
};

export const Empty: Story = {
  args: {endpoint: '/not-allowed/api/v1'},
  parameters: about('There is no type that the member may list.'),
};

export const Loading: Story = {
  args: {endpoint: '/never/api/v1'},
  parameters: about('Skeleton rows of the size that the figures will have.'),
};

export const NotAllowed: Story = {
  args: {endpoint: '/forbidden/api/v1'},
  parameters: about('The portal refuses to count.'),
};

export const SignedOut: Story = {
  args: {endpoint: '/unauthorized/api/v1'},
  parameters: about(
    'The portal refuses a fresh token too. `session-expired` tells the page; the button tries again.',
  ),
};

export const Failed: Story = {
  args: {endpoint: '/server-error/api/v1'},
  parameters: about('After three tries: what happened, a reference, and a way to try again.'),
};

export const OneBroken: Story = {
  args: {endpoint: '/malformed/api/v1'},
  parameters: about(
    'The figures of one type break the contract: the others are shown, and a notice says so.',
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
  parameters: about('Bars grow in the direction of reading.'),
};

export const Unconfigured: Story = {
  // Not among the stories of the docs page, where nothing can be complained of.
  tags: ['!autodocs'],
  parameters: {
    portal: false,
    complaint: 'has no portal',
    ...about('Without a portal there is nothing to show; the console says how to give it one, once.'),
  },
};
