import '../src/widgets/partner-list/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import {render} from 'lit';
import type {PartnerList} from '../src/widgets/partner-list/partner-list.ts';
import {found} from './found.ts';

const {argTypes, events, template} = getStorybookHelpers<PartnerList>('partner-list', {
  excludeCategories: ['cssParts', 'slots'],
});

const meta: Meta<PartnerList> = {
  title: 'Widgets/partner-list',
  component: 'partner-list',
  argTypes,
  render: (values) => template(values),
  parameters: {
    portal: {user: 'demo-host'},
    actions: {handles: events},
    docs: {
      description: {
        component: `All partners of a company, what has become of their invitations, and what can be done about those.

\`\`\`html
<partner-list></partner-list>
\`\`\`

What a member may do is the portal's decision alone: \`capabilities.partners\` and \`capabilities.invitations\`, and for each
invitation its own \`allowedActions\`. Kinds of partners and areas have the names that the portal gives them.

Sending again and revoking fire \`invitation-changed\` with the invitation as it is then. Partners that another element at the same
portal has invited (\`partner-invited\`) appear by themselves.`,
      },
    },
  },
};

export default meta;

type Story = StoryObj<PartnerList>;

/** What a story is about, as prose above it. */
const about = (story: string) => ({docs: {description: {story}}});

/** What is drawn in the story's element. */
function all<T extends Element = HTMLElement>(canvas: HTMLElement, selector: string): T[] {
  const root = canvas.querySelector('partner-list')?.shadowRoot;
  return [...(root?.querySelectorAll<T>(selector) ?? [])];
}

/** The buttons of rows that begin with these words. */
const buttons = (canvas: HTMLElement, text: RegExp) =>
  all<HTMLButtonElement>(canvas, 'tbody button').filter((button) => text.test(button.textContent.trim()));

async function press(canvas: HTMLElement, text: RegExp): Promise<void> {
  (await found(() => buttons(canvas, text)[0])).click();
}

async function choose(canvas: HTMLElement, count: number): Promise<void> {
  const boxes = await found(() => {
    const each = all<HTMLInputElement>(canvas, 'tbody input[type=checkbox]');
    return each.length >= count && each;
  });
  for (const box of boxes.slice(0, count)) box.click();
  await found(() => all(canvas, '[part=selection]')[0]);
}

export const Loaded: Story = {
  parameters: about('Forty partners in every state of an invitation.'),
};

export const OneState: Story = {
  parameters: about('Only what has expired: the buttons say how many there are of each.'),
  play: async ({canvasElement}) => {
    const button = await found(() =>
      all(canvasElement, '[part=state]').find((each) => each.textContent.includes('Expired')),
    );
    button.click();
    await found(() => button.getAttribute('aria-pressed') === 'true');
  },
};

export const NoMatch: Story = {
  parameters: about('Nothing fits: one sentence, and a way back.'),
  play: async ({canvasElement}) => {
    const [field] = await found(() => {
      const fields = all<HTMLInputElement>(canvasElement, 'input[type=search]');
      return fields.length > 0 && fields;
    });
    if (!field) return;
    field.value = 'nobody of this name';
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await found(() => all(canvasElement, '.body > .state')[0]);
  },
};

export const SentAgain: Story = {
  parameters: about('A new e-mail is on its way, and the row says so.'),
  play: async ({canvasElement}) => {
    await press(canvasElement, /^Send again/);
    await found(() =>
      all(canvasElement, '.mark.success').some((mark) => /Sent again/.test(mark.textContent)),
    );
  },
};

export const Revoking: Story = {
  parameters: about('A portal cannot undo it, so it is asked first.'),
  play: async ({canvasElement}) => {
    await press(canvasElement, /^Revoke/);
    await found(() => all<HTMLDialogElement>(canvasElement, 'dialog')[0]?.open);
  },
};

export const Correcting: Story = {
  parameters: about('The e-mail came back: another address, in place.'),
  play: async ({canvasElement}) => {
    await press(canvasElement, /^Correct/);
    await found(() => all(canvasElement, '[part=correction]')[0]);
  },
};

export const AddressRefused: Story = {
  parameters: about(
    'What the portal says of the new address stands where it was typed; nothing typed is lost.',
  ),
  play: async ({canvasElement}) => {
    await press(canvasElement, /^Correct/);
    const field = await found(() => all<HTMLInputElement>(canvasElement, '[data-correction]')[0]);
    field.value = 'info@abelmoser.example';
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    field.form?.requestSubmit();
    await found(() =>
      all(canvasElement, '[part=field-error]').some((error) => /already/.test(error.textContent)),
    );
  },
};

export const AddressKept: Story = {
  args: {endpoint: '/address-kept/api/v1'},
  parameters: about('A portal that sends it to the old address all the same: the user is told.'),
  play: async ({canvasElement}) => {
    await press(canvasElement, /^Correct/);
    const field = await found(() => all<HTMLInputElement>(canvasElement, '[data-correction]')[0]);
    field.value = 'somebody.else@company.example';
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    field.form?.requestSubmit();
    await found(() => all(canvasElement, '.mark.warning').some((mark) => /kept/.test(mark.textContent)));
  },
};

export const Several: Story = {
  parameters: about('Several at once: each action says with how many of them it is possible.'),
  play: ({canvasElement}) => choose(canvasElement, 5),
};

export const SeveralDone: Story = {
  parameters: about('What came of several, above the rows that say it one by one.'),
  play: async ({canvasElement}) => {
    await choose(canvasElement, 3);
    const bar = () => all(canvasElement, '[part=selection] button');
    (await found(() => bar()[0])).click();
    (await found(() => all(canvasElement, 'dialog .primary')[0])).click();
    await found(() => /Sent again: 3/.test(all(canvasElement, '[part=selection]')[0]?.textContent ?? ''));
  },
};

export const ReadOnly: Story = {
  args: {endpoint: '/invitations-read-only/api/v1'},
  parameters: about('The member may look, and change nothing: no buttons, and nothing to choose.'),
};

export const Heading: Story = {
  args: {heading: 'Who is with us'},
  parameters: about('`heading` replaces the title; an empty one shows none.'),
};

export const Empty: Story = {
  args: {endpoint: '/empty/api/v1'},
  parameters: about('There is no partner yet.'),
};

export const Loading: Story = {
  args: {endpoint: '/never/api/v1'},
  parameters: about('The room that the partners will take.'),
};

export const NotAllowed: Story = {
  parameters: {
    portal: {user: 'demo-customer'},
    ...about('A member without `read` in `capabilities.partners`: nothing is asked for.'),
  },
};

export const Refused: Story = {
  args: {endpoint: '/forbidden/api/v1'},
  parameters: about('The portal refuses the list that it has promised.'),
};

export const SignedOut: Story = {
  args: {endpoint: '/unauthorized/api/v1'},
  parameters: about('`session-expired` tells the page; the button tries again.'),
};

export const Failed: Story = {
  args: {endpoint: '/server-error/api/v1'},
  parameters: about('After three tries: what happened, a reference, and a way to try again.'),
};

export const OneBroken: Story = {
  args: {endpoint: '/malformed/api/v1'},
  parameters: about('One partner breaks the contract: the others are shown, and a notice says so.'),
};

export const UnknownValues: Story = {
  args: {endpoint: '/unknown-values/api/v1'},
  parameters: about('States that the library has never heard of are shown as text.'),
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
  parameters: about('Everything begins at the right.'),
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
