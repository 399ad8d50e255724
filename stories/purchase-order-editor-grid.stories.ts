import '../src/widgets/purchase-order-editor/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import type {PurchaseOrderEditor} from '../src/widgets/purchase-order-editor/purchase-order-editor.ts';
import {
  addLine,
  cell,
  edit,
  field,
  formOf,
  isNarrow,
  key,
  lineAt,
  open,
  press,
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
  manyLines,
  narrow,
  problem,
  type KeptLine,
} from './purchase-order-editor.setting.ts';
import {found} from './found.ts';

const {argTypes, events, template} = getStorybookHelpers<PurchaseOrderEditor>('purchase-order-editor', {
  excludeCategories: ['cssParts', 'slots'],
});

const meta: Meta<PurchaseOrderEditor> = {
  title: 'Widgets/purchase-order-editor/Lines',
  component: 'purchase-order-editor',
  argTypes,
  render: (values) => template(values),
  loaders: [({args}) => forget(args.endpoint ?? args.client?.endpoint)],
  parameters: {
    actions: {handles: events},
    docs: {
      description: {
        component: `The lines of an order are a grid of text: one tab stop, an input only in the cell that is edited, and only those rows in
the page that can be seen. Below a line stands what is wrong with it, and what is worth knowing; below the grid all there is to
know of the line that has the focus.

Where the element is narrower than 40 em, the same lines are fieldsets, fifty a page.`,
      },
    },
  },
};

export default meta;

type Story = StoryObj<PurchaseOrderEditor>;

/** Lines that an earlier visit has left on the device. */
const left = (lines: readonly KeptLine[] | number): Story['loaders'] => [
  async ({args}) => {
    const {endpoint = ''} = args;
    await keep(endpoint, {lines: typeof lines === 'number' ? await manyLines(endpoint, lines) : lines});
  },
];

/** One line for each thing that may be worth knowing. */
const doubtful: readonly KeptLine[] = [
  {item: 'BF-10026', quantity: '1200'},
  {item: 'BF-10038', quantity: '30'},
  {item: 'BF-10032', quantity: '120'},
  {item: 'BF-10181', quantity: '600'},
  {item: 'BF-10050', quantity: '100'},
  {item: 'BF-10054', quantity: '100'},
  {item: 'PS-10035', quantity: '20', variantCode: '13'},
];

/** The form with what an earlier visit has left, the focus in a cell of one of its lines. */
async function focused(canvas: Element, index: number): Promise<ShadowRoot> {
  const root = await formOf(canvas);
  await found(() => root.querySelector('[part=undo]'));
  const line = await found(() => lineAt(root, index));
  if (isNarrow(root)) (await open(root, 'quantity', line)).focus();
  else cell(root, 'quantity', line).focus();
  return root;
}

export const CellEdited: Story = {
  args: at('cell-edited'),
  parameters: about('An input takes the place of the text, as large as that; nothing moves.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    await edit(root, 'quantity', '15', lineAt(root, 1));
  },
};

export const ItemList: Story = {
  args: at('item-list'),
  parameters: about('Words search; the list stands below its cell, above it where there is no room.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    await addLine(root);
    await edit(root, 'item', 'M8');
    await found(() => root.querySelector('[role=option]'));
  },
};

export const Doubtful: Story = {
  args: at('doubtful'),
  loaders: left(doubtful),
  parameters: about(
    'Below the minimum, not a multiple, more than available, not available, discontinued, without such an item: said below the line, in words. A warning changes nothing and stops nobody.',
  ),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await addLine(root);
    await typeLine(root, 'NO-SUCH-ITEM', '3');
    (await focused(canvasElement, 1)).activeElement?.scrollIntoView({block: 'nearest'});
  },
};

export const FortyLines: Story = {
  args: at('forty'),
  loaders: left(40),
  parameters: about('Scrolls in its own box; the headings and the items stay in sight.'),
  play: async ({canvasElement}) => {
    await focused(canvasElement, 4);
  },
};

export const FiveThousandLines: Story = {
  args: at('five-thousand'),
  loaders: left(5000),
  parameters: about('Only the rows in sight are in the page. Ctrl+End has gone to the last cell.'),
  play: async ({canvasElement}) => {
    const root = await focused(canvasElement, 0);
    if (isNarrow(root)) return;
    key(root, 'End', {ctrlKey: true});
    await found(() => root.querySelector('[aria-rowindex="5001"]'));
  },
};

export const LinesSelected: Story = {
  args: at('selected'),
  loaders: left(12),
  parameters: about('Shift and arrows select lines: to copy, duplicate, fill or remove them.'),
  play: async ({canvasElement}) => {
    const root = await focused(canvasElement, 2);
    if (isNarrow(root)) return;
    for (const count of [1, 2, 3]) {
      key(root, 'ArrowDown', {shiftKey: true});
      await found(() => root.querySelectorAll('[aria-selected=true]').length === count + 1);
    }
  },
};

export const LinesRemoved: Story = {
  args: at('lines-removed'),
  loaders: left(12),
  parameters: about('Several lines at a time, by Ctrl+Delete.'),
  play: async ({canvasElement}) => {
    const root = await focused(canvasElement, 2);
    if (isNarrow(root)) {
      press(root, 'remove-line');
    } else {
      key(root, 'ArrowDown', {shiftKey: true});
      await found(() => root.querySelectorAll('[aria-selected=true]').length === 2);
      key(root, 'Delete', {ctrlKey: true});
    }
    await found(() => root.querySelector('.lines-section [part=notice]'));
  },
};

export const RemovalUndone: Story = {
  args: at('removal-undone'),
  parameters: about('Undo brings the line back, and the focus goes to it. Redo takes it out again.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    press(root, 'remove-line');
    await found(() => root.querySelectorAll('[part=line]').length === 2);
    press(root, 'undo');
    await found(() => root.querySelectorAll('[part=line]').length === 3);
  },
};

export const Keys: Story = {
  args: at('keys'),
  parameters: about('All keys of the grid, in a list that opens above its button.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    if (isNarrow(root)) return;
    (await found(() => root.querySelector<HTMLElement>('.keys-button'))).click();
  },
};

export const DatesAndNotes: Story = {
  args: at('dates-and-notes'),
  loaders: left([
    {item: 'BF-10026', quantity: '1200', requestedDate: '2027-03-01', note: 'Box 1'},
    {
      item: 'WZ-10263',
      quantity: '12',
      note: 'With the certificate of the works, as last time, and no substitutes',
    },
    {item: 'PS-10035', quantity: '20', variantCode: '09', requestedDate: 'next week'},
  ]),
  parameters: about(
    'A date is typed as the locale writes it, or chosen from a calendar. What is no date stays, and is said to be none.',
  ),
  play: async ({canvasElement}) => {
    const root = await focused(canvasElement, 1);
    await edit(root, 'requestedDate', isNarrow(root) ? '2027-03-08' : '3/8/2027', lineAt(root, 1));
  },
};

export const PastDate: Story = {
  args: at('past-date'),
  parameters: about('A date that has passed is told as soon as it is typed, and stops nobody.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    type(field(root, 'requestedDate'), '2020-02-29');
    await found(() => root.querySelector('#requestedDate-hint')?.textContent?.trim());
  },
};

export const GermanQuantities: Story = {
  args: {...at('german-quantities'), locale: 'de'},
  parameters: about('Quantities are typed with the decimal comma, and shown so.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeLine(root, 'EL-10031', '1.234,5');
    await addLine(root);
    await typeLine(root, 'BF-10026', '1.200');
    await addLine(root);
    await typeLine(root, 'WZ-10263', '12,5,1');
  },
};

export const RightToLeft: Story = {
  args: at('lines-rtl'),
  globals: {direction: 'rtl'},
  loaders: left(doubtful),
  parameters: about('The first column is at the right; arrows go where they point.'),
  play: async ({canvasElement}) => {
    await focused(canvasElement, 1);
  },
};

export const Dark: Story = {
  args: at('lines-dark'),
  globals: {theme: 'dark'},
  loaders: left(doubtful),
  parameters: about('The page’s own `color-scheme` decides.'),
  play: async ({canvasElement}) => {
    await focused(canvasElement, 1);
  },
};

export const NarrowWithDateAndNote: Story = {
  args: at('narrow-more'),
  loaders: left([
    {item: 'BF-10026', quantity: '30', requestedDate: '2027-03-01', note: 'Box 1'},
    {item: 'PS-10035', quantity: '20'},
  ]),
  render: (values) => narrow(template(values)),
  parameters: about('What most lines do without is folded away, and open where it holds something.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    (await found(() => lineAt(root, 1)?.querySelector<HTMLElement>('.more > summary'))).click();
  },
};

export const NarrowPages: Story = {
  args: at('narrow-pages'),
  loaders: left(120),
  render: (values) => narrow(template(values)),
  parameters: about('Fifty lines a page; one that has to be mended turns to its page by itself.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    (await found(() => root.querySelector<HTMLElement>('.stack-pages button:last-child'))).click();
  },
};

export const NoPricesInLines: Story = {
  args: at('lines-no-prices', 'no-prices'),
  loaders: left(doubtful),
  parameters: about('The member may see no prices: the columns are not there.'),
  play: async ({canvasElement}) => {
    await focused(canvasElement, 1);
  },
};

export const NoVariants: Story = {
  args: {client: answering('/catalog/', withoutVariants, 'no-variants')},
  parameters: about('A company whose items have no variants: Enter goes from the item to the quantity.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeLine(root, 'BF-10026', '1200');
    await addLine(root);
    await typeLine(root, 'PS-10035', '20');
  },
};

/** Whether the session of the story below is over. */
let isOver = false;

export const SignedOutWhileWriting: Story = {
  args: {
    client: answering('/me', (request) => (isOver ? problem(401) : fetch(request)), 'signed-out-writing'),
  },
  loaders: [() => void (isOver = false)],
  parameters: about(
    'The session has ended meanwhile. What was typed stays in sight, and can be gone on with.',
  ),
  play: async ({args, canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    isOver = true;
    args.client?.forget();
    window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    await found(() => root.querySelector('[part=error]'));
  },
};

export const Discarded: Story = {
  args: at('discarded'),
  parameters: about('Discard is done at once, and can be undone.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    press(root, 'discard');
    await found(() => root.activeElement?.id === 'undo');
  },
};

export const DiscardUndone: Story = {
  args: at('discard-undone'),
  parameters: about('The order is as it was.'),
  play: async ({canvasElement}) => {
    const root = await formOf(canvasElement);
    await typeOrder(root);
    press(root, 'discard');
    (await found(() => root.querySelector<HTMLElement>('#undo'))).click();
    await found(() => root.querySelectorAll('[part=line]').length === 3);
  },
};

export const ArrivedOrNot: Story = {
  args: at('arrived-or-not'),
  loaders: [
    ({args}) =>
      keep(args.endpoint ?? '', {lines: [{item: 'WZ-10263', quantity: '24'}], sending: 'forgotten'}),
  ],
  parameters: about(
    'An order that was sent so long ago that the portal cannot tell: the user looks, and says.',
  ),
};

async function withoutVariants(request: Request): Promise<Response> {
  const response = await fetch(request);
  const text = await response.text();
  return new Response(text.replaceAll(/"variants":\[.*?\],?/g, ''), response);
}
