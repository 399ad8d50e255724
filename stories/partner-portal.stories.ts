import '../src/widgets/partner-portal/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import type {PartnerPortal} from '../src/widgets/partner-portal/partner-portal.ts';
import {found} from './found.ts';

const {argTypes, events, template} = getStorybookHelpers<PartnerPortal>('partner-portal', {
  excludeCategories: ['cssParts', 'slots'],
});

const meta: Meta<PartnerPortal> = {
  title: 'Widgets/partner-portal',
  component: 'partner-portal',
  argTypes,
  // Storybook has the address of its page for itself.
  args: {routing: 'none'},
  render: (values) => template(values),
  parameters: {
    actions: {handles: events},
    docs: {
      // Each story is a whole portal: beside each other they would ask for everything at once.
      story: {inline: false, height: '640px'},
      description: {
        component: `The whole portal in one tag: what is in it is what the portal allows the member, and each part is loaded when it is
first opened.

\`\`\`html
<portal-provider endpoint="https://portal.example/api/v1">
  <partner-portal start="purchase-order"></partner-portal>
</portal-provider>
\`\`\`

Places are in the fragment of the page's address (\`#portal=documents/purchase-order\`) and in its title, unless \`routing\` is
\`none\`. A page with a router of its own then sets \`place\`, and hears of \`place-changed\`. \`sign-out\` asks the page to end its
session; \`membership-changed\` says for whom the user acts now.

An order that was not sent stays open while one looks elsewhere. Another membership, signing out and leaving the page are asked
first.`,
      },
    },
  },
};

export default meta;

type Story = StoryObj<PartnerPortal>;

/** What a story is about, as prose above it. */
const about = (story: string) => ({docs: {description: {story}}});

/** The first of what is drawn in the portal itself. */
const inPortal = <T extends Element = HTMLElement>(canvas: HTMLElement, selector: string) =>
  found(() => canvas.querySelector('partner-portal')?.shadowRoot?.querySelector<T>(selector));

/** The first of what is drawn in an element of the portal. */
const within = (canvas: HTMLElement, tag: string, selector: string) =>
  found(() =>
    canvas
      .querySelector('partner-portal')
      ?.shadowRoot?.querySelector(tag)
      ?.shadowRoot?.querySelector<HTMLElement>(selector),
  );

async function press(canvas: HTMLElement, selector: string): Promise<void> {
  (await inPortal(canvas, selector)).click();
}

export const Customer: Story = {
  parameters: about('A customer of two companies begins with an overview.'),
};

export const Documents: Story = {
  args: {start: 'purchase-invoice'},
  parameters: about('The documents of a type, as `start` wants.'),
};

export const OneDocument: Story = {
  args: {start: 'warehouse-receipt'},
  parameters: about('A document that was opened from its list.'),
  play: async ({canvasElement}) => {
    (await within(canvasElement, 'document-list', '[part~=open]')).click();
    await within(canvasElement, 'document-detail', '#title');
  },
};

export const Writing: Story = {
  args: {start: 'write/purchase-order'},
  parameters: about('A new order, with help beside it.'),
  play: async ({canvasElement}) => {
    await press(canvasElement, '#help');
    await within(canvasElement, 'help-video', 'h2');
  },
};

export const NotSent: Story = {
  args: {start: 'write/purchase-order'},
  parameters: about(
    'An order that was not sent is marked in the navigation, and asked about before it is left.',
  ),
  play: async ({canvasElement}) => {
    const field = (await within(canvasElement, 'purchase-order-editor', '#reference')) as HTMLInputElement;
    field.value = 'KA-2026/118';
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await press(canvasElement, 'nav button');
    await inPortal(canvasElement, '.unsent');
    await press(canvasElement, '[part=sign-out]');
    await inPortal(canvasElement, 'dialog[open]');
  },
};

export const Vendor: Story = {
  args: {start: 'sales-order'},
  parameters: {
    portal: {user: 'demo-vendor'},
    ...about('A vendor, in the words that the portal has for its documents.'),
  },
};

export const LogisticsCustomer: Story = {
  parameters: {
    portal: {user: 'demo-3pl'},
    ...about('A 3PL customer sends shipments and announces deliveries.'),
  },
};

export const Host: Story = {
  parameters: {
    portal: {user: 'demo-host'},
    ...about("The company's own administrator: partners and invitations."),
  },
};

export const Narrow: Story = {
  parameters: about('Where there is little room, the navigation is a menu.'),
  play: async ({canvasElement}) => {
    canvasElement.querySelector<HTMLElement>('partner-portal')?.style.setProperty('max-inline-size', '360px');
    await press(canvasElement, '#menu');
    await inPortal(canvasElement, '#menu-panel:not([hidden]) select');
  },
};

export const NotThere: Story = {
  args: {place: 'documents/sales-invoice'},
  parameters: about('A link led to what is not there for this member.'),
};

export const AllHelp: Story = {
  args: {start: 'help'},
  parameters: about('All help that concerns the member.'),
};

export const SignedOut: Story = {
  parameters: about('After signing out nothing of the member is shown any more.'),
  play: async ({canvasElement}) => {
    await press(canvasElement, '[part=sign-out]');
    await inPortal(canvasElement, '.state button');
  },
};

export const Loading: Story = {
  args: {endpoint: '/never/api/v1'},
  parameters: about('Until it is known who is signed in.'),
};

export const NotReachable: Story = {
  args: {endpoint: '/offline/api/v1'},
  parameters: about('The portal cannot be reached.'),
};
