import '../src/widgets/purchase-order-editor/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import type {PurchaseOrderEditor} from '../src/widgets/purchase-order-editor/purchase-order-editor.ts';
import {addLine, cell, formOf, isNarrow, lineAt, open} from './purchase-order-editor.play.ts';
import {about, at, forget} from './purchase-order-editor.setting.ts';
import {found} from './found.ts';

const {argTypes, events, template} = getStorybookHelpers<PurchaseOrderEditor>('purchase-order-editor', {
  excludeCategories: ['cssParts', 'slots'],
});

const meta: Meta<PurchaseOrderEditor> = {
  title: 'Widgets/purchase-order-editor/Paste',
  component: 'purchase-order-editor',
  argTypes,
  render: (values) => template(values),
  loaders: [({args}) => forget(args.endpoint)],
  parameters: {
    actions: {handles: events},
    docs: {
      description: {
        component: `Cells of Excel, Google Sheets or LibreOffice can be pasted anywhere in the lines. Columns are told by their headings, or by
what is in them; items are looked up in batches. What is not found stays as it is, with its reason. One undo takes all of it back.`,
      },
    },
  },
};

export default meta;

type Story = StoryObj<PurchaseOrderEditor>;

/** Pastes rows on the first line, as a spreadsheet has copied them. */
async function paste(canvas: Element, rows: readonly (readonly string[])[]): Promise<ShadowRoot> {
  const root = await formOf(canvas);
  // The line that is added is in the way of nothing, and what loads on demand is there by then.
  await addLine(root);
  const line = lineAt(root, 0);
  if (isNarrow(root)) await open(root, 'item', line);
  else cell(root, 'item', line).focus();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', `${rows.map((row) => row.join('\t')).join('\r\n')}\r\n`);
  root.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true, composed: true}),
  );
  return root;
}

export const Pasted: Story = {
  args: at('pasted'),
  parameters: about('With headings, in any order. What was not found stays, and the notice leads to it.'),
  play: async ({canvasElement}) => {
    const root = await paste(canvasElement, [
      ['Quantity', 'Description', 'Item no.', 'Note'],
      ['1200', 'Hex bolt M5×12', 'BF-10026', 'Box 1'],
      ['12', 'Screwdriver', 'WZ-10263', ''],
      ['3', 'As discussed', 'NO-SUCH-ITEM', ''],
      ['20', 'Gloves', 'KA-9131', 'Size 9'],
      ['5', 'The old one', '4711-0815', ''],
    ]);
    await found(() => root.querySelector('.lines-section [part=notice]'));
    await found(() => root.textContent?.includes('not found'));
  },
};

export const Question: Story = {
  args: at('paste-question'),
  parameters: about('Where 1,234 may be a thousand or one and a bit, nobody guesses: the user is asked.'),
  play: async ({canvasElement}) => {
    const root = await paste(canvasElement, [
      ['BF-10026', '1,234'],
      ['BF-10032', '2,500'],
      ['BF-10038', '1,000'],
    ]);
    await found(() => root.querySelector('dialog[open]'));
  },
};

export const LookingUp: Story = {
  args: at('paste-progress', 'slow'),
  parameters: about('Above five hundred rows: how far it is, and a way to end it.'),
  play: async ({canvasElement}) => {
    const rows = Array.from({length: 5000}, (_, index) => [`BF-${String(10_000 + index)}`, '100']);
    const root = await paste(canvasElement, rows);
    await found(() => root.querySelector('progress'));
  },
};
