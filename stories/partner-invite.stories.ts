import '../src/widgets/partner-invite/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import {render} from 'lit';
import type {PartnerInvite} from '../src/widgets/partner-invite/partner-invite.ts';
import {found} from './found.ts';

const {argTypes, events, template} = getStorybookHelpers<PartnerInvite>('partner-invite', {
  excludeCategories: ['cssParts', 'slots'],
});

const meta: Meta<PartnerInvite> = {
  title: 'Widgets/partner-invite',
  component: 'partner-invite',
  argTypes,
  render: (values) => template(values),
  parameters: {
    portal: {user: 'demo-host'},
    actions: {handles: events},
    docs: {
      description: {
        component: `Invites partners to the portal: one person by a form, or many by a list that is typed, pasted or read from a file.

\`\`\`html
<partner-invite partner-type="vendor"></partner-invite>
\`\`\`

Which kinds of partner there are, and which areas can be opened to each, is the portal's decision alone:
\`capabilities.partnerTypes\`. Each invitation has an \`Idempotency-Key\` of its own, and fires \`partner-invited\` with what the portal
has made of it.

Several addresses that are pasted into the field for one become a list. What is wrong, twice in the list or known to the portal
is told before anything is sent; what failed stays, and can be tried again.`,
      },
    },
  },
};

export default meta;

type Story = StoryObj<PartnerInvite & {'partner-type': string}>;

/** What a story is about, as prose above it. */
const about = (story: string) => ({docs: {description: {story}}});

function all<T extends Element = HTMLElement>(canvas: HTMLElement, selector: string): T[] {
  const root = canvas.querySelector('partner-invite')?.shadowRoot;
  return [...(root?.querySelectorAll<T>(selector) ?? [])];
}

const button = (canvas: HTMLElement, text: RegExp) =>
  found(() => all<HTMLButtonElement>(canvas, 'button').find((each) => text.test(each.textContent.trim())));

async function press(canvas: HTMLElement, text: RegExp): Promise<void> {
  (await button(canvas, text)).click();
}

async function type(canvas: HTMLElement, selector: string, text: string): Promise<void> {
  const field = await found(() => all<HTMLInputElement | HTMLTextAreaElement>(canvas, selector)[0]);
  field.value = text;
  for (const event of ['input', 'change'])
    field.dispatchEvent(new Event(event, {bubbles: true, composed: true}));
}

/** Makes a list of these people, and waits until the portal has said whether it knows them. */
async function fillList(canvas: HTMLElement, text: string): Promise<void> {
  await press(canvas, /^Invite several/);
  await type(canvas, '#addresses', text);
  await press(canvas, /^Add to the list/);
  await found(() => all(canvas, 'tbody tr').length > 0);
  await found(() => !all(canvas, '.stand').some((stand) => /checked…/.test(stand.textContent)));
}

const two = 'Ada Lovelace <ada@lovelace.example>\nGrace Hopper <grace@hopper.example>';

export const OnePerson: Story = {
  parameters: about('At first: one person. The portal decides which types there are.'),
};

export const TypeChosen: Story = {
  args: {'partner-type': 'vendor'},
  parameters: about('`partner-type` chooses a type at first; the areas that the portal proposes are ticked.'),
};

export const Heading: Story = {
  args: {heading: 'Bring your suppliers in'},
  parameters: about('`heading` replaces the title; an empty one shows none.'),
};

export const Invalid: Story = {
  parameters: about(
    'What is missing is said where it is missing, and once above, with a link to each of it.',
  ),
  play: async ({canvasElement}) => {
    await press(canvasElement, /^Invite$/);
    await found(() => all(canvasElement, '[part=field-error]').length === 2);
    await found(() => all(canvasElement, '#problems a').length === 2);
  },
};

export const KnownAlready: Story = {
  args: {'partner-type': 'customer'},
  parameters: about('The portal has this address already: said before anything is sent.'),
  play: async ({canvasElement}) => {
    await type(canvasElement, '#email', 'info@abelmoser.example');
    await press(canvasElement, /^Invite$/);
    await found(() => all(canvasElement, '.known .notice, [part=sent], [part=notice]')[0]);
  },
};

export const Sent: Story = {
  args: {'partner-type': 'vendor'},
  parameters: about('Who was invited, how long the link works, and a way to the next one.'),
  play: async ({canvasElement}) => {
    await type(canvasElement, '#email', 'ada@lovelace.example');
    await type(canvasElement, '#name', 'Ada Lovelace');
    await press(canvasElement, /^Invite$/);
    await found(() => all(canvasElement, '[part=sent]')[0]);
  },
};

export const SendingFailed: Story = {
  args: {endpoint: '/invitations-fail/api/v1', 'partner-type': 'vendor'},
  parameters: about('The portal had a problem: nothing typed is lost, and the next try has the same key.'),
  play: async ({canvasElement}) => {
    await type(canvasElement, '#email', 'ada@lovelace.example');
    await press(canvasElement, /^Invite$/);
    await found(() => all(canvasElement, '.notice.danger')[0]);
  },
};

export const EmptyList: Story = {
  args: {'partner-type': 'vendor'},
  parameters: about('Several people: addresses, cells of a spreadsheet, or a file.'),
  play: async ({canvasElement}) => {
    await press(canvasElement, /^Invite several/);
    await found(() => all(canvasElement, '#addresses')[0]);
  },
};

export const List: Story = {
  args: {'partner-type': 'vendor'},
  parameters: about('Each row says where it stands; what is left out is said above.'),
  play: ({canvasElement}) =>
    fillList(
      canvasElement,
      `${two}\nADA@lovelace.example\nnot an address\ninfo@abelmoser.example\nMałgorzata Święcicka <m@święcicka.example>`,
    ),
};

export const UnknownWords: Story = {
  args: {'partner-type': 'vendor'},
  parameters: about(
    'A list in another language than the page: each word is asked for once, for all rows that have it.',
  ),
  play: async ({canvasElement}) => {
    await fillList(
      canvasElement,
      'E-Mail\tPartnerart\tBereiche\nada@lovelace.example\tKunde\tBestellungen\ngrace@hopper.example\tCustomer\tBelege',
    );
    await found(() => all(canvasElement, '.word').length === 2);
  },
};

export const EditingARow: Story = {
  args: {'partner-type': 'vendor'},
  parameters: about('A row with terms of its own: another type, other areas, other words.'),
  play: async ({canvasElement}) => {
    await fillList(canvasElement, two);
    await press(canvasElement, /^Edit/);
    await found(() => all(canvasElement, '.editor')[0]);
  },
};

export const Removed: Story = {
  args: {'partner-type': 'vendor'},
  parameters: about('Whoever was removed can be put back.'),
  play: async ({canvasElement}) => {
    await fillList(canvasElement, two);
    await press(canvasElement, /^Remove/);
    await button(canvasElement, /^Undo/);
  },
};

export const ListSent: Story = {
  args: {'partner-type': 'vendor'},
  parameters: about('What has become of them; those who have been invited are folded away.'),
  play: async ({canvasElement}) => {
    await fillList(canvasElement, two);
    await press(canvasElement, /^Invite 2 people/);
    await found(() => all(canvasElement, '#end')[0]);
  },
};

export const ListFailed: Story = {
  args: {endpoint: '/invitations-fail/api/v1', 'partner-type': 'vendor'},
  parameters: about(
    'Those who could not be invited stay in the list, with the reason and a way to try again.',
  ),
  play: async ({canvasElement}) => {
    await fillList(canvasElement, two);
    await press(canvasElement, /^Invite 2 people/);
    await found(() => all(canvasElement, '#end')[0]);
  },
};

export const NotAllowed: Story = {
  args: {endpoint: '/invitations-read-only/api/v1'},
  parameters: about('The member may see invitations and make none.'),
};

export const Loading: Story = {
  args: {endpoint: '/never/api/v1'},
  parameters: about('The room that the form will take.'),
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

/** A place as narrow as a phone. */
function narrow(story: () => unknown): HTMLElement {
  const phone = document.createElement('div');
  phone.style.maxInlineSize = '360px';
  render(story(), phone);
  return phone;
}

export const Narrow: Story = {
  ...List,
  decorators: [narrow],
  parameters: about('Rows become cards, by the width of the element and not of the window.'),
};

export const German: Story = {
  args: {locale: 'de', 'partner-type': 'customer'},
  parameters: about('Words and formats of another language; e-mails are proposed in it, too.'),
};

export const Dark: Story = {
  ...List,
  globals: {theme: 'dark'},
  parameters: about('The page’s own `color-scheme` decides.'),
};

export const RightToLeft: Story = {
  ...List,
  globals: {direction: 'rtl'},
  parameters: about('The list in the direction of reading; addresses keep their own.'),
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
