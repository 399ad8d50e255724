import '../src/widgets/purchase-order-editor/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import type {PurchaseOrderEditor} from '../src/widgets/purchase-order-editor/purchase-order-editor.ts';
import {good, mixed, uploadRows} from './order-upload.play.ts';
import {
  addLine,
  choose,
  edit,
  field,
  formOf,
  press,
  review,
  send,
  type,
  typeLine,
  typeOrder,
} from './purchase-order-editor.play.ts';
import {
  about,
  answering,
  at,
  forget,
  keep,
  narrow,
  never,
  orderBefore,
  problem,
} from './purchase-order-editor.setting.ts';
import {found} from './found.ts';

const {argTypes, events, template} = getStorybookHelpers<PurchaseOrderEditor>('purchase-order-editor', {
  excludeCategories: ['cssParts', 'slots'],
});

const meta: Meta<PurchaseOrderEditor> = {
  title: 'Widgets/purchase-order-editor/Order',
  component: 'purchase-order-editor',
  argTypes,
  render: (values) => template(values),
  loaders: [
    async ({args}) => {
      // A story begins as it is told, and not where it was left.
      await forget(args.endpoint ?? args.client?.endpoint);
    },
  ],
  parameters: {
    actions: {handles: events},
    docs: {
      description: {
        component: `Writes an order and sends it, once, whatever happens on the way.

\`\`\`html
<purchase-order-editor></purchase-order-editor>
\`\`\`

**Without a mouse**: the lines are a grid with one tab stop. Type an item's number and press Enter, type the quantity and press
Enter: the next line begins. Words search in a list; arrows and Enter choose. Arrows go from cell to cell, typing replaces what is
in one, Escape gives that up; *Keys* below the lines has all the others. Ctrl+Enter reviews.

What is typed is kept on the device within a second, for fourteen days, and comes back. The sum while typing is an estimate,
and called so; the review shows the portal's own totals. \`order-submit\` can be prevented by a page that sends orders itself;
\`order-created\` has the order.

Below 40 em of its own width, which is 640 px with text of 16 px, lines become fieldsets.`,
      },
    },
  },
};

export default meta;

type Story = StoryObj<PurchaseOrderEditor>;

/** What an earlier visit has left. */
const kept = {reference: 'PO-2026-0814', lines: [{item: 'WZ-10263', quantity: '24'}]};

export const Ready: Story = {
  args: at('ready'),
  parameters: about('One empty line, the first delivery address proposed.'),
};

export const Writing: Story = {
  args: at('writing'),
  parameters: about('Lines of several units and variants; hints in words, which never change a quantity.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    await addLine(root);
  },
};

export const Searching: Story = {
  args: at('searching'),
  parameters: about('The list of items: number, own number, price, availability.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await edit(root, 'item', 'glove');
    await found(() => root.querySelector('[role=option]'));
  },
};

export const NothingFound: Story = {
  args: at('nothing-found', 'empty'),
  parameters: about('A catalogue without anything that fits.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await edit(root, 'item', 'no such thing');
    await found(() => root.querySelector('.popup-message')?.textContent?.includes('no such thing'));
  },
};

export const AnotherAddress: Story = {
  args: at('another-address'),
  parameters: about(
    'An address that the company does not have, with the tokens by which browsers fill it in.',
  ),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    choose(root.querySelector('#delivery') as HTMLSelectElement, 'own');
    await found(() => root.activeElement?.id === 'address-name');
  },
};

export const LineRemoved: Story = {
  args: at('removed'),
  parameters: about('A removed line comes back on Undo.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    press(root, 'remove-line');
    await found(() => root.querySelector('.lines-section [part=notice]'));
  },
};

export const Invalid: Story = {
  args: at('invalid'),
  parameters: about(
    'Errors in words at their fields, and in a summary whose links lead there. Nothing typed is lost.',
  ),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeLine(root, 'NO-SUCH-ITEM', '1e3');
    await addLine(root);
    await typeLine(root, 'PS-10035', '-2');
    press(root, 'review');
    await found(() => root.activeElement?.id === 'summary');
  },
};

export const Reviewing: Story = {
  args: at('reviewing'),
  parameters: about('The portal’s own prices, discounts, VAT and totals.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    await review(root);
  },
};

export const Unusual: Story = {
  args: at('unusual'),
  loaders: [
    async ({args}) => {
      await orderBefore(args.endpoint ?? '', 'PO-2026-0815', [{itemNumber: 'BF-10026', quantity: '100'}]);
      await keep(args.endpoint ?? '', {
        reference: 'PO-2026-0815',
        lines: [
          {item: 'BF-10026', quantity: '10000'},
          {item: 'WZ-10263', quantity: '12', requestedDate: '2020-02-29'},
          {item: 'PS-10035', quantity: '20', variantCode: '09'},
          {item: 'PS-10035', quantity: '20', variantCode: '09'},
        ],
      });
    },
  ],
  parameters: about(
    'All that may be a slip, above the order and at its line: an earlier order with the same reference, a quantity far above the last one, dates in the past, the same line twice. It stops nobody.',
  ),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    type(field(root, 'requestedDate'), '2020-02-29');
    await review(root);
    await found(() => root.querySelectorAll('[part=doubts] li').length >= 5);
  },
};

export const Objections: Story = {
  args: at('objections'),
  parameters: about('What the portal would not take: told at its line, and the way back leads there.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeLine(root, 'BF-10026', '120');
    type(field(root, 'requestedDate'), '2020-02-29');
    await review(root);
  },
};

export const CalculationFailed: Story = {
  args: {client: answering('/calculations', () => problem(500), 'calculation-failed')},
  parameters: about('Nothing is sent without the portal’s totals; nothing typed is lost.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    await review(root);
  },
};

export const Submitting: Story = {
  args: {client: answering('/documents/', () => never(), 'submitting')},
  parameters: about('On its way. One can stop waiting, and is told what that means.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    await review(root);
    await send(root);
    await found(() => root.querySelector('.progress p'));
  },
};

export const Refused: Story = {
  args: at('refused', 'invalid'),
  parameters: about('The portal’s own words at their fields; what fits none is in the summary.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    await review(root);
    await send(root);
    await found(() => root.activeElement?.id === 'summary');
  },
};

export const SendingFailed: Story = {
  args: {client: answering('/documents/', () => problem(500), 'sending-failed')},
  parameters: about('No answer that could be trusted: the order may have arrived, and that is what is said.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    await review(root);
    await send(root);
    await found(() => root.querySelector('.failed'));
  },
};

export const KeyReused: Story = {
  args: at('key-reused', 'key-reused'),
  parameters: about(
    'The portal knows the order’s key with other content: it stops, and shows the reference.',
  ),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    await review(root);
    await send(root);
    await found(() => root.querySelector('.failed'));
  },
};

export const SignedOutWhileSending: Story = {
  args: {client: answering('/documents/', () => problem(401), 'signed-out-while-sending')},
  parameters: about('The session is over; the input is kept.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    await review(root);
    await send(root);
    await found(() => root.querySelector('.failed'));
  },
};

export const Saved: Story = {
  args: at('saved'),
  parameters: about('The order’s number, its total, and what comes next.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    await review(root);
    await send(root);
    await found(() => root.querySelector('[part=saved]'));
  },
};

export const Restored: Story = {
  args: at('restored'),
  loaders: [({args}) => keep(args.endpoint ?? '', kept)],
  parameters: about('An unfinished order of an earlier visit is back.'),
};

export const Finishing: Story = {
  args: {client: answering('/documents/', () => never(), 'finishing')},
  loaders: [({args}) => keep(args.client?.endpoint ?? '', {...kept, sending: 'in flight'})],
  parameters: about('The page was left while an order was being sent: it is settled under the same key.'),
};

export const Unsettled: Story = {
  args: at('unsettled'),
  loaders: [({args}) => keep(args.endpoint ?? '', {...kept, sending: 'unknown'})],
  parameters: about('An earlier try ended without an answer. Nothing is sent again unless the user says so.'),
};

export const FromFile: Story = {
  args: at('from-file'),
  parameters: about('Rows of a file take the place of the form until they are an order in it.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    press(root, 'from-file');
    const rows = await uploadRows(root, good);
    await found(() => rows.querySelector('[part=row]'));
  },
};

export const FromFileTaken: Story = {
  args: at('from-file-taken'),
  parameters: about('What was ready of the file is the order now. What was not is left, and can be shown.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    press(root, 'from-file');
    const rows = await uploadRows(root, mixed);
    rows.querySelector<HTMLButtonElement>('[part=take] .finish .button')?.click();
    await found(() => root.querySelector('.notices [part=notice]'));
    await found(() => root.querySelectorAll('[part=line]').length > 4);
  },
};

export const NoPrices: Story = {
  args: at('no-prices', 'no-prices'),
  parameters: about('The member may see no prices: there are no amounts anywhere.'),
  play: async ({canvasElement}) => typeOrder(await formOf(canvasElement)),
};

export const Loading: Story = {
  args: at('loading', 'never'),
  parameters: about('Takes the room that the form will take.'),
};

export const NotAllowed: Story = {
  args: at('not-allowed', 'not-allowed'),
  parameters: about('The member may not create documents of this type.'),
};

export const SignedOut: Story = {
  args: at('signed-out', 'unauthorized'),
  parameters: about(
    'The portal refuses a fresh token too. `session-expired` tells the page; the button tries again.',
  ),
};

export const Failed: Story = {
  args: {client: answering('/me', () => problem(500), 'failed')},
  parameters: about('After three tries: what happened, and a way to try again.'),
};

export const Offline: Story = {
  args: at('offline', 'offline'),
  parameters: about(
    'No connection. Where the browser is offline, the element says that, and loads when the network is back.',
  ),
};

export const Narrow: Story = {
  args: at('narrow'),
  render: (values) => narrow(template(values)),
  parameters: about('Fieldsets instead of a table, by the width of the element and not of the window.'),
  play: async ({canvasElement}) => typeOrder(await formOf(canvasElement)),
};

export const German: Story = {
  args: {...at('german'), locale: 'de'},
  parameters: about('Words and formats of another language; quantities are typed in it.'),
  play: async ({canvasElement}) => typeOrder(await formOf(canvasElement), () => '1.200'),
};

export const Dark: Story = {
  args: at('dark'),
  globals: {theme: 'dark'},
  parameters: about('The page’s own `color-scheme` decides.'),
  play: async ({canvasElement}) => typeOrder(await formOf(canvasElement)),
};

export const RightToLeft: Story = {
  args: at('rtl'),
  globals: {direction: 'rtl'},
  parameters: about('Numbers and item numbers keep their own direction.'),
  play: async ({canvasElement}) => typeOrder(await formOf(canvasElement)),
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
