import '../src/widgets/order-upload/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import type {OrderUpload} from '../src/widgets/order-upload/order-upload.ts';
import {
  backToRows,
  chooseFile,
  csv,
  good,
  known,
  mixed,
  leaveRows,
  reviewOrders,
  sendOrders,
  uploadOf,
  uploadRows,
} from './order-upload.play.ts';
import {about, answering, at, forget, manyLines, narrow, problem} from './purchase-order-editor.setting.ts';
import {found} from './found.ts';

const {argTypes, events, template} = getStorybookHelpers<OrderUpload>('order-upload', {
  excludeCategories: ['cssParts', 'slots'],
});

const meta: Meta<OrderUpload> = {
  title: 'Widgets/order-upload',
  component: 'order-upload',
  argTypes,
  render: (values) => template(values),
  loaders: [({args}) => forget(args.endpoint ?? args.client?.endpoint)],
  parameters: {
    actions: {handles: events},
    docs: {
      description: {
        component: `Makes orders of a file: the portal's template to fill in, what came of each of its rows, and the orders that are sent.

\`\`\`html
<order-upload></order-upload>
\`\`\`

A file is chosen, dropped or pasted: a workbook (.xlsx) or a text (.csv, .tsv), told by what is in it; cells of a spreadsheet can
be pasted, too. Where its headings do not say what is in a column, the user is asked, once for all files of that kind.

Rows are mended in place, with the keys of a spreadsheet; F8 goes to the next problem. Rows with different references become
different orders, each sent once, with a key of its own; or all of them are opened as one in an editor: \`order-edit\` can be
prevented by a page that has an editor of its own. What is not ready can be downloaded, mended and uploaded again.

Nothing of a file leaves the page before the user sends, but the numbers of its items, which are looked up. Rows that are in no
order yet are kept on the device for fourteen days.`,
      },
    },
  },
};

export default meta;

type Story = StoryObj<OrderUpload>;

export const Start: Story = {
  args: at('upload-start'),
  parameters: about('The portal’s own templates, and a place for the file.'),
};

export const StartWithoutTemplates: Story = {
  args: at('upload-no-files', 'no-template-files'),
  parameters: about('The portal has no files to fill in: they are made of its template’s columns.'),
};

export const TemplatesFailed: Story = {
  args: {client: answering('/templates', () => problem(500), 'upload-no-templates')},
  parameters: about('The portal’s templates cannot be had: a file can be uploaded all the same.'),
};

export const Loading: Story = {
  args: at('upload-loading', 'never'),
  parameters: about('Skeletons of the size that the steps will have.'),
};

export const NotAllowed: Story = {
  args: {...at('upload-not-allowed'), type: 'purchase-invoice'},
  parameters: about('The member may not create documents of this type from a file.'),
};

export const SignedOut: Story = {
  args: at('upload-signed-out', 'unauthorized'),
  parameters: about('`session-expired` tells the page; the button tries again.'),
};

export const Failed: Story = {
  args: {client: answering('/me', () => problem(500), 'upload-failed')},
  parameters: about('What happened, a reference for the portal’s operators, and a way to try again.'),
};

export const Refused: Story = {
  args: at('upload-refused'),
  parameters: about('What a file is, is told by its bytes. What it should be is said in words.'),
  play: async ({canvasElement}) => {
    const root = await uploadOf(canvasElement);
    chooseFile(root, '%PDF-1.7\n%âãÏÓ\n', 'Order list.xlsx');
    await found(() => root.querySelector('[part=refused]'));
  },
};

export const Sheets: Story = {
  args: at('upload-sheets'),
  parameters: about('A workbook with several sheets: one is chosen.'),
  play: async ({canvasElement}) => {
    const root = await uploadOf(canvasElement);
    const file = new URL('../test/fixtures/spreadsheets/write-excel-file.xlsx', import.meta.url);
    chooseFile(root, await (await fetch(file)).blob(), 'Branches.xlsx');
    await found(() => root.querySelector('[part=sheets]'));
  },
};

export const Columns: Story = {
  args: at('upload-columns'),
  parameters: about('Headings that say nothing to us: each column with some of its cells, and a proposal.'),
  play: async ({canvasElement}) => {
    const root = await uploadOf(canvasElement);
    const rows = ['BF-10026,1200,Box 1,red,0.0137', 'BF-10032,2500,,blue,0.0143', 'WZ-10263,12,PH2,,4.31'];
    chooseFile(root, csv(rows, 'Code,How many,Remark,Colour,Unit price'), 'Export 2026-11.csv');
    await found(() => root.querySelector('[part=columns]'));
  },
};

export const Questions: Story = {
  args: at('upload-questions'),
  parameters: about(
    'Where 1,234 may be a thousand or one and a bit, nobody guesses: the user is asked, once.',
  ),
  play: async ({canvasElement}) => {
    const root = await uploadOf(canvasElement);
    chooseFile(root, csv(['PO-4711,,BF-10026,,"1,250",,', 'PO-4711,,BF-10032,,"2,500",,']));
    await found(() => root.querySelector('fieldset.paste-question'));
  },
};

export const LookingUp: Story = {
  args: at('upload-looking-up', 'slow'),
  parameters: about('Items are looked up in batches: how far that is, and a way to end it.'),
  play: async ({canvasElement}) => {
    const root = await uploadOf(canvasElement);
    const rows = Array.from({length: 5000}, (_, index) => `PO-4711,,BF-${10_000 + index},,100,,`);
    chooseFile(root, csv(rows));
    await found(() => root.querySelector('[part=notice] progress'));
  },
};

export const Rows: Story = {
  args: at('upload-rows'),
  parameters: about(
    'Every row with its number in the file. What is wrong with it is said below it, and where; the counts add up.',
  ),
  play: async ({canvasElement}) => {
    await uploadRows(canvasElement, mixed);
  },
};

export const RowsNarrow: Story = {
  args: at('upload-narrow'),
  render: (values) => narrow(template(values)),
  parameters: about('Where there is little room, rows are fieldsets, by the width of the element.'),
  play: async ({canvasElement}) => {
    await uploadRows(canvasElement, mixed);
  },
};

export const FiveThousand: Story = {
  args: at('upload-5000'),
  parameters: about('Five thousand rows, of which only those in sight are drawn.'),
  play: async ({canvasElement, args}) => {
    const lines = await manyLines(args.endpoint ?? '', 5000);
    const rows = lines.map(({item, quantity = ''}, index) => {
      const isTypo = index % 400 === 7;
      return `PO-${4711 + Math.floor(index / 50)},,${isTypo ? `${item}0` : item},,${quantity}00,,`;
    });
    await uploadRows(canvasElement, rows);
  },
};

export const Orders: Story = {
  args: at('upload-orders'),
  parameters: about('Rows with different references are different orders. The totals are the portal’s.'),
  play: async ({canvasElement}) => {
    await reviewOrders(canvasElement, [...good, 'PO-4712,,NO-SUCH-ITEM,,3,,']);
  },
};

export const Sent: Story = {
  args: at('upload-sent'),
  parameters: about('Each order has its number, which leads to it.'),
  play: async ({canvasElement}) => {
    await sendOrders(await reviewOrders(canvasElement, good));
  },
};

export const SomeFailed: Story = {
  args: {client: answering('/documents/', refuseOne, 'upload-some-failed')},
  parameters: about('One order is sent, one is not. What is known of each is said, with a way on.'),
  play: async ({canvasElement}) => {
    await sendOrders(await reviewOrders(canvasElement, good));
  },
};

export const RefusedRows: Story = {
  args: {client: answering('/documents/', refuseRow, 'upload-refused-rows')},
  parameters: about('What the portal has refused is to be mended. Or the portal is, and asked again.'),
  play: async ({canvasElement}) => {
    const root = await reviewOrders(canvasElement, good);
    await sendOrders(root);
    await backToRows(root);
  },
};

export const SentBefore: Story = {
  args: at('upload-sent-before'),
  parameters: about(
    'The same file once more: what was sent of it is known by its bytes, on the same device.',
  ),
  play: async ({canvasElement}) => {
    const root = await reviewOrders(canvasElement, good);
    await sendOrders(root);
    await backToRows(root);
    await leaveRows(root);
    await uploadRows(canvasElement, good);
  },
};

export const Kept: Story = {
  args: at('upload-kept'),
  parameters: about('Rows of other files wait on the device, for their own user, until they are in orders.'),
  play: async ({canvasElement}) => {
    for (const name of ['Workshop.csv', 'Site office.csv', 'Orders.csv']) {
      const root = await uploadOf(canvasElement);
      chooseFile(root, csv(mixed), name);
      await known(root);
      await leaveRows(root);
      await found(() => root.textContent?.includes(name));
    }
  },
};

export const Writing: Story = {
  args: at('upload-writing'),
  parameters: about(
    'What is ready, as one order in an editor. A page with one of its own prevents `order-edit`.',
  ),
  play: async ({canvasElement}) => {
    const root = await uploadRows(canvasElement, mixed);
    root.querySelector<HTMLButtonElement>('[part=take] .finish .button')?.click();
    const editor = await found(() => root.querySelector('purchase-order-editor'));
    await found(() => editor.shadowRoot?.querySelector('[part=line]:nth-child(5) .description'));
  },
};

export const German: Story = {
  args: {...at('upload-german'), locale: 'de'},
  parameters: about('Words, numbers and dates of another language, and its headings.'),
  play: async ({canvasElement}) => {
    const root = await uploadOf(canvasElement);
    const headers = 'Ihre Referenz;Wunschtermin;Artikelnummer;Variante;Menge;Einheit;Bemerkung';
    const rows = [
      'PO-4711;;BF-10026;;1200;;Karton 1',
      'PO-4711;;WZ-10263;;12;;',
      'PO-4712;demnächst;BF-10032;;2500;;',
      'PO-4712;;GIBT-ES-NICHT;;3;;Wie besprochen',
    ];
    chooseFile(root, csv(rows, headers), 'Bestellungen.csv');
    await known(root);
  },
};

/** Takes all orders but the second of the file. */
async function refuseOne(request: Request): Promise<Response> {
  const isSecond = request.method === 'POST' && (await request.clone().text()).includes('PO-4712');
  return isSecond ? problem(422) : fetch(request);
}

/** As `refuseOne`, for what is in one of its rows. */
async function refuseRow(request: Request): Promise<Response> {
  const answer = await refuseOne(request);
  if (answer.status !== 422) return answer;
  const detail = 'This item is not delivered to you any more.';
  const errors = [{pointer: '#/lines/0/itemNumber', code: 'not_available', detail}];
  return Response.json({title: 'A problem', status: 422, errors}, {status: 422});
}
