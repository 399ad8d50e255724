import '../src/widgets/document-list/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import type {DocumentList} from '../src/widgets/document-list/document-list.ts';
import {about, narrow} from './document-detail.setting.ts';
import {found} from './found.ts';

const {argTypes, events, template} = getStorybookHelpers<DocumentList>('document-list', {
  excludeCategories: ['cssParts', 'slots'],
});

const meta: Meta<DocumentList> = {
  title: 'Widgets/document-list/Views',
  component: 'document-list',
  args: {type: 'purchase-invoice'},
  argTypes,
  render: (values) => template(values),
  loaders: [forgetViews],
  parameters: {
    actions: {handles: events},
    docs: {
      description: {
        component: `What the user narrows a list down to, the order and the columns together are a view. It can be saved under a name, on
this device and for this member and type alone. With \`sync-url\` it is also in the page’s address, readable and shareable:

\`\`\`html
<document-list type="purchase-invoice" sync-url="invoices"></document-list>
\`\`\`

\`?invoices.payment=overdue&invoices.date=last-month&invoices.date-field=due&invoices.sort=-gross\`

A preset stays a preset, so that the same address means last month next month, too. Other parameters of the page stay as they
are, and a second list with the same name calls itself \`invoices-2\`. Back leads to the view before.`,
      },
    },
  },
};

export default meta;

type Story = StoryObj<DocumentList>;

export const Filter: Story = {
  parameters: about(
    'Everything takes effect at once. What there is to choose follows from the documents: posting, payment and dates are there where the documents have them. What is chosen stands above the list, each part with a way to take it back.',
  ),
  play: async ({canvasElement}) => {
    const drawer = await opened(canvasElement, 'filter');
    choose(drawer, 'State', 'closed');
    await press(drawer, 'input[type=radio]', 'Last year');
    const root = rootOf(canvasElement);
    await found(() => root?.querySelectorAll('.chip')[2] && root.querySelector('[part=row]'));
  },
};

export const DaysTheWrongWayRound: Story = {
  parameters: about(
    'Days that make no sense are kept as they were typed, told in words, and not sent: the list stays as it was.',
  ),
  play: async ({canvasElement}) => {
    const drawer = await opened(canvasElement, 'filter');
    const [from, to] = drawer.querySelectorAll<HTMLInputElement>('input[type=date]');
    if (from) enter(from, '2026-03-31');
    await found(() => rootOf(canvasElement)?.querySelector('.chip'));
    if (to) enter(to, '2026-03-01');
    await found(() => drawer.querySelector('.field-error'));
  },
};

export const SavedViews: Story = {
  parameters: about(
    'A press on a view shows it. The one in use is marked; once something else is chosen, it can take that up. Deleting can be undone.',
  ),
  play: async ({canvasElement}) => {
    const drawer = await opened(canvasElement, 'views');
    for (const name of ['Everything, newest first', 'What we owe']) await save(drawer, name);
    const root = rootOf(canvasElement);
    (await found(() => root?.querySelector<HTMLElement>('[part=sort]'))).click();
    await found(() => drawer.querySelector('.views-long'));
  },
};

export const NameTaken: Story = {
  parameters: about('Two views never have one name: the user is asked whether to replace the other one.'),
  play: async ({canvasElement}) => {
    const drawer = await opened(canvasElement, 'views');
    await save(drawer, 'What we owe');
    await fillName(drawer, 'what we owe');
    await found(() => drawer.querySelector('.field-error'));
  },
};

export const Columns: Story = {
  parameters: about(
    'Columns are shown, hidden and put in order with buttons, or with Alt and the arrow keys. The choice is kept on this device; a saved view has its own.',
  ),
  play: async ({canvasElement}) => {
    const drawer = await opened(canvasElement, 'columns');
    const row = await found(() => drawer.querySelectorAll('.columns-row')[2]);
    row.querySelector<HTMLElement>('[data-control=up]')?.click();
  },
};

export const NarrowFilter: Story = {
  decorators: [narrow],
  parameters: about('On a telephone a panel takes the width of the page.'),
  play: async ({canvasElement}) => {
    await opened(canvasElement, 'filter');
  },
};

/** Views of other stories are none of this one's. */
function forgetViews(): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith('partner-portal-widgets:list-')) localStorage.removeItem(key);
}

function rootOf(canvas: ParentNode): ShadowRoot | null | undefined {
  return canvas.querySelector('document-list')?.shadowRoot;
}

/** Opens what a button above the list opens, and waits for what is in it. */
async function opened(canvas: ParentNode, name: string): Promise<Element> {
  const button = await found(() => rootOf(canvas)?.querySelector<HTMLButtonElement>(`#open-${name}:enabled`));
  button.click();
  return found(() => rootOf(canvas)?.querySelector('.drawer:popover-open > .panel-content'));
}

async function press(drawer: Element, selector: string, label: string): Promise<void> {
  const control = await found(() =>
    [...drawer.querySelectorAll<HTMLElement>(selector)].find(
      (each) => each.parentElement?.textContent?.trim() === label,
    ),
  );
  control.click();
}

function choose(drawer: Element, label: string, value: string): void {
  const field = [...drawer.querySelectorAll('select')].find((each) =>
    each.closest('label')?.textContent?.includes(label),
  );
  if (!field) return;
  field.value = value;
  field.dispatchEvent(new Event('change', {bubbles: true}));
}

function enter(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

async function fillName(drawer: Element, name: string): Promise<void> {
  const field = await found(() => drawer.querySelector<HTMLInputElement>('#views-saved'));
  enter(field, name);
  field.form?.requestSubmit();
}

async function save(drawer: Element, name: string): Promise<void> {
  await fillName(drawer, name);
  await found(() =>
    [...drawer.querySelectorAll('.views-name')].some((each) => each.textContent?.includes(name)),
  );
}
