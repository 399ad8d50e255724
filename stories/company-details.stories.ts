import '../src/widgets/company-details/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import {render} from 'lit';
import {PortalConnection} from '../src/portal/connection.ts';
import type {Company} from '../src/portal/contract/index.ts';
import type {CompanyDetails} from '../src/widgets/company-details/company-details.ts';
import {found} from './found.ts';

const {argTypes, events, template} = getStorybookHelpers<CompanyDetails>('company-details', {
  excludeCategories: ['cssParts', 'slots'],
});

const meta: Meta<CompanyDetails> = {
  title: 'Widgets/company-details',
  component: 'company-details',
  argTypes,
  render: (values) => template(values),
  parameters: {
    actions: {handles: events},
    docs: {
      description: {
        component: `Everything that the portal gives about the company behind the membership.

\`\`\`html
<company-details></company-details>
\`\`\`

What the portal does not give is not there. Numbers, addresses and accounts are copied with one click: an address as the lines of
a label, an IBAN without spaces. Phone numbers and e-mail addresses are links where they are safe to be.

More than twelve delivery addresses can be searched. Whether the member may see any of it is \`capabilities.company\`’s decision.`,
      },
    },
  },
};

export default meta;

type Story = StoryObj<CompanyDetails>;

/** What a story is about, as prose above it. */
const about = (story: string) => ({docs: {description: {story}}});

const minimal: Company = {
  id: 'p-1',
  name: 'Kiosk am Pegel',
  address: {name: 'Kiosk am Pegel', line1: 'Uferstraße 1', postcode: '50996', city: 'Köln', country: 'DE'},
  contacts: [],
  deliveryAddresses: [],
};

const chain: Company = {
  ...minimal,
  name: 'Kioske am Strom KG',
  deliveryAddresses: Array.from({length: 200}, (_, index) => ({
    id: `a-${index}`,
    name: `Kiosk ${index + 1}`,
    line1: `Uferstraße ${index + 1}`,
    postcode: String(50_000 + index * 7),
    city: ['Köln', 'Bonn', 'Düsseldorf', 'Neuss'][index % 4] ?? 'Köln',
    country: 'DE',
  })),
};

/** A portal that knows another company. */
function portalOf(company: Company): PortalConnection {
  return new PortalConnection({
    endpoint: '/api/v1',
    getToken: () => Promise.resolve('demo-customer'),
    fetch: (input, init) =>
      input instanceof Request && input.url.endsWith('/company')
        ? Promise.resolve(Response.json(company))
        : fetch(input, init),
  });
}

const drawn = (canvas: HTMLElement) =>
  found(() => canvas.querySelector('company-details')?.shadowRoot?.querySelector('[aria-busy=false]'));

export const Loaded: Story = {
  parameters: about('A customer, with an account that has an IBAN and one that has none.'),
};

export const Vendor: Story = {
  parameters: {portal: {user: 'demo-vendor'}, ...about('Another company, another country.')},
};

export const Host: Story = {
  parameters: {portal: {user: 'demo-host'}, ...about('The company behind the portal sees itself.')},
};

export const Heading: Story = {
  args: {heading: 'Your company'},
  parameters: about(
    '`heading` is the title, and the name stands below it; an empty one shows the name alone.',
  ),
};

export const Minimal: Story = {
  args: {client: portalOf(minimal)},
  parameters: about('Only what every portal has to give.'),
};

export const ManyAddresses: Story = {
  args: {client: portalOf(chain)},
  parameters: about('Two hundred delivery addresses: twelve at first, the others by searching or unfolding.'),
};

export const AddressFound: Story = {
  args: {client: portalOf(chain)},
  play: async ({canvasElement}) => {
    const frame = await drawn(canvasElement);
    const field = await found(() => frame.querySelector('input'));
    field.value = 'dusseldorf 17';
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await found(() => /of 200 addresses/.test(frame.textContent));
  },
  parameters: about('Every word has to be somewhere in the address; accents need not be typed.'),
};

export const Copied: Story = {
  play: async ({canvasElement}) => {
    const frame = await drawn(canvasElement);
    const button = await found(() => frame.querySelector<HTMLElement>('.copy'));
    button.click();
    await found(() => /Copied/.test(frame.textContent));
  },
  parameters: about('One click copies the address as the lines of a label.'),
};

export const Loading: Story = {
  args: {endpoint: '/never/api/v1'},
  parameters: about('The room that the details will take.'),
};

export const NotAllowed: Story = {
  args: {endpoint: '/not-allowed/api/v1'},
  parameters: about('The member may not see the company.'),
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

export const HostileTexts: Story = {
  args: {endpoint: '/hostile/api/v1'},
  parameters: about('Markup stays text, and a script is no link.'),
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
  parameters: about('One column, by the width of the element and not of the window.'),
};

export const German: Story = {
  args: {locale: 'de'},
  parameters: about('Words, countries and currencies of another language.'),
};

export const Dark: Story = {
  globals: {theme: 'dark'},
  parameters: about('The page’s own `color-scheme` decides. A logo keeps the paper that it was drawn for.'),
};

export const RightToLeft: Story = {
  globals: {direction: 'rtl'},
  parameters: about('Numbers and foreign names keep their own direction.'),
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
