import '../src/widgets/purchase-order-editor/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {PortalClient} from '../src/portal/index.ts';
import type {PurchaseOrderEditor} from '../src/widgets/purchase-order-editor/purchase-order-editor.ts';
import {found} from './found.ts';

const getToken = () => Promise.resolve('demo-customer');
const documentType = 'purchase-order';

const meta: Meta<PurchaseOrderEditor> = {
  title: 'Widgets/purchase-order-editor/Repeat',
  component: 'purchase-order-editor',
  render: (_, {loaded}) => {
    const {client, repeatOf} = loaded as {client: PortalClient; repeatOf: string};
    return html`<purchase-order-editor .client=${client} .repeatOf=${repeatOf}></purchase-order-editor>`;
  },
};

export default meta;

type Story = StoryObj<PurchaseOrderEditor>;

/** What a story is about, as prose above it. */
const about = (story: string) => ({docs: {description: {story}}});

/** A client of the story's own portal address, so that it has drafts of its own. */
const clientAt = (name: string) => new PortalClient({endpoint: `/story-${name}+normal/api/v1`, getToken});

/** Among the member's older orders the first that fits what is proposed for it, as a loader. */
const repeating = (name: string, codes: readonly string[]) => async () => {
  const client = clientAt(name);
  const {items} = await client.documents.list(documentType, {sort: 'documentDate', limit: 200});
  for (const {id, lineCount, allowedActions} of items) {
    if (lineCount < 4 || lineCount > 9 || !allowedActions.includes('repeat')) continue;
    const {changes} = await client.documents.repeat(documentType, id);
    if (codes.every((code) => changes.some((change) => change.code === code))) return {client, repeatOf: id};
  }
  throw new Error('No order fits the story');
};

const proposed = (canvas: Element) =>
  found(() =>
    canvas
      .querySelector('purchase-order-editor')
      ?.shadowRoot?.querySelector('[part=repeat-take], [part=repeat-cancel]'),
  );

export const Proposed: Story = {
  loaders: [repeating('repeat-proposed', ['item_blocked', 'price_changed'])],
  parameters: about(
    'An order of some years ago beside what the portal proposes today: prices have changed, and an item cannot be ordered any more.',
  ),
  play: async ({canvasElement}) => {
    await proposed(canvasElement);
  },
};

export const Replaced: Story = {
  loaders: [repeating('repeat-replaced', ['item_replaced'])],
  parameters: about('Another item takes the place of one that is sold no more.'),
  play: async ({canvasElement}) => {
    await proposed(canvasElement);
  },
};

export const NotFound: Story = {
  loaders: [() => ({client: clientAt('repeat-not-found'), repeatOf: 'no-such-order'})],
  parameters: about('The order that is to be repeated is not there.'),
  play: async ({canvasElement}) => {
    await proposed(canvasElement);
  },
};
