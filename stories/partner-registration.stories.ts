import '../src/widgets/partner-registration/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import {html, render} from 'lit';
import {PortalConnection} from '../src/portal/connection.ts';
import type {PartnerRegistration} from '../src/widgets/partner-registration/partner-registration.ts';
import {found} from './found.ts';

const {argTypes, events} = getStorybookHelpers<PartnerRegistration>('partner-registration', {
  excludeCategories: ['cssParts', 'slots'],
});

/** The mock portal's invitations, by what has become of them. */
const tokens = {
  pending: 'seed-10203',
  expired: 'seed-70058',
  revoked: 'seed-10227',
  used: 'seed-10200',
} as const;

const meta: Meta<PartnerRegistration> = {
  title: 'Widgets/partner-registration',
  component: 'partner-registration',
  argTypes,
  args: {token: tokens.pending},
  render: ({token, endpoint, locale, client}) => html`
    <partner-registration
      .token=${token}
      .endpoint=${endpoint}
      .locale=${locale}
      .client=${client}
    ></partner-registration>
  `,
  parameters: {
    portal: {user: 'nobody'},
    actions: {handles: events},
    docs: {
      description: {
        component: `Where the link of an invitation leads: \`https://host.example/welcome#invitation=TOKEN\`.

\`\`\`html
<partner-registration endpoint="https://portal.example/api/v1"></partner-registration>
\`\`\`

The token is taken out of the address at once and is sent in the bodies of two requests; it is in nothing that the page shows, fires or
keeps. A page that has it from elsewhere sets the property \`token\`, which cannot be read. Looking up uses nothing up, so that programs
which open links do no harm.

The form stands in the page itself, so that password managers find it; its styles hold against those of the page, and reach nothing
else. What is asked for is the portal’s decision: \`fields\` and \`terms\` of the invitation.

\`invitation-accepted\` tells the page. The way on is a link, and only to the page’s own origin or the portal’s.`,
      },
    },
  },
};

export default meta;

type Story = StoryObj<PartnerRegistration>;

/** What a story is about, as prose above it. */
const about = (story: string) => ({docs: {description: {story}}});

/** A portal whose answer to one request is this. */
function portalWith(path: string, status: number, body: unknown): PortalConnection {
  return new PortalConnection({
    endpoint: '/api/v1',
    fetch: (input, init) =>
      input instanceof Request && input.url.endsWith(path)
        ? Promise.resolve(Response.json(body, {status}))
        : fetch(input, init),
  });
}

const values = new Map([
  ['companyName', 'Ateliers Poirot-Lavigne SARL'],
  ['contactName', 'Agnès Lavigne'],
  ['email', 'agnes@poirot-lavigne.example'],
  ['street', '4 rue du Moulin'],
  ['postcode', '67000'],
  ['city', 'Strasbourg'],
  ['country', 'FR'],
  ['language', 'en'],
  ['password', 'correct horse battery staple'],
]);

async function fillIn(canvas: HTMLElement): Promise<HTMLFormElement> {
  const form = await found(() => canvas.querySelector('form'));
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
    if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = true;
    else control.value = values.get(control.name) ?? '';
  }
  return form;
}

export const Pending: Story = {
  parameters: about('Who invites whom, and what the portal asks for.'),
};

export const Incomplete: Story = {
  play: async ({canvasElement}) => {
    (await found(() => canvasElement.querySelector('form'))).requestSubmit();
    await found(() => canvasElement.querySelector('.summary'));
  },
  parameters: about('All that is missing, once it is to be sent; each line leads to its entry.'),
};

export const Refused: Story = {
  play: async ({canvasElement}) => {
    const form = await fillIn(canvasElement);
    const password = await found(() => form.querySelector<HTMLInputElement>('input[type=password]'));
    password.value = 'short';
    form.requestSubmit();
    await found(() => canvasElement.querySelector('.summary'));
  },
  parameters: about('The portal’s own objection, at its entry.'),
};

export const PasswordShown: Story = {
  play: async ({canvasElement}) => {
    await fillIn(canvasElement);
    (await found(() => canvasElement.querySelector<HTMLElement>('[aria-pressed]'))).click();
    await found(() => canvasElement.querySelector('[aria-pressed=true]'));
  },
  parameters: about('Long passwords are easier to see than to repeat.'),
};

export const Sending: Story = {
  args: {
    client: new PortalConnection({
      endpoint: '/api/v1',
      fetch: (input, init) =>
        input instanceof Request && input.url.endsWith('/invitation-acceptances')
          ? new Promise<Response>(() => {})
          : fetch(input, init),
    }),
  },
  play: async ({canvasElement}) => {
    (await fillIn(canvasElement)).requestSubmit();
    await found(() => canvasElement.querySelector('[aria-disabled=true]'));
  },
  parameters: about('It is sent once, however often one presses.'),
};

export const Accepted: Story = {
  play: async ({canvasElement}) => {
    (await fillIn(canvasElement)).requestSubmit();
    await found(() => canvasElement.querySelector('.good'));
  },
  parameters: about('The account is there, and the way on is a link.'),
};

export const AcceptedWithoutWayOn: Story = {
  args: {
    client: portalWith('/invitation-acceptances', 201, {
      membershipId: 'm-1',
      next: 'https://elsewhere.example/',
    }),
  },
  play: async ({canvasElement}) => {
    (await fillIn(canvasElement)).requestSubmit();
    await found(() => canvasElement.querySelector('.good'));
  },
  parameters: about('A portal that leads to somebody else’s origin leads nowhere.'),
};

export const SendingFailed: Story = {
  args: {endpoint: '/acceptance-fails/api/v1'},
  play: async ({canvasElement}) => {
    (await fillIn(canvasElement)).requestSubmit();
    await found(() => canvasElement.querySelector('.notice'));
  },
  parameters: about('After three tries with one key: everything is still there.'),
};

export const WrongAccount: Story = {
  args: {client: portalWith('/invitation-acceptances', 403, {status: 403, code: 'wrong_account'})},
  play: async ({canvasElement}) => {
    (await fillIn(canvasElement)).requestSubmit();
    await found(() => canvasElement.querySelector('.notice'));
  },
  parameters: about('Somebody else is signed in with a cookie. The form stays.'),
};

export const Expired: Story = {
  args: {token: tokens.expired},
  parameters: about('The time is over: whom to ask for a new link.'),
};

export const Revoked: Story = {
  args: {token: tokens.revoked},
  parameters: about('Whoever invited has thought better of it.'),
};

export const Used: Story = {
  args: {token: tokens.used},
  parameters: about('Used and unknown links look the same: neither tells whether there is an account.'),
};

export const Unknown: Story = {
  args: {token: 'no-such-token'},
  parameters: about('As above.'),
};

export const NoInvitation: Story = {
  args: {token: ''},
  parameters: about('The page was opened without a link.'),
};

export const Loading: Story = {
  args: {endpoint: '/never/api/v1'},
  parameters: about('The room that the form will take.'),
};

export const Failed: Story = {
  args: {endpoint: '/server-error/api/v1'},
  parameters: about('The invitation could not be looked up: what happened, and a way to try again.'),
};

export const HostileTexts: Story = {
  args: {endpoint: '/hostile/api/v1'},
  parameters: about('Markup stays text, and a script is no link.'),
};

export const PageWithoutStyles: Story = {
  decorators: [
    (story) => {
      const page = document.createElement('div');
      const styles = document.createElement('style');
      styles.textContent =
        '.reset * {all: unset} .reset :is(input, button) {text-transform: uppercase; padding: 30px}';
      const reset = document.createElement('div');
      reset.className = 'reset';
      render(story(), reset);
      page.append(styles, reset);
      return page;
    },
  ],
  parameters: about('In a page that takes all styles away from everything.'),
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
  parameters: about('On a phone.'),
};

export const German: Story = {
  args: {locale: 'de'},
  parameters: about('Words of another language; what was typed stays when it changes.'),
};

export const Dark: Story = {
  globals: {theme: 'dark'},
  parameters: about('The page’s own `color-scheme` decides.'),
};

export const RightToLeft: Story = {
  globals: {direction: 'rtl'},
  parameters: about('Labels and buttons from the right; what is typed keeps its own direction.'),
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
