import type {OrderUpload} from '../src/widgets/order-upload/order-upload.ts';
import {upload} from './order-upload-page.ts';
import {arrived, mountPortal, ownAddress, visit} from './partner-portal-page.ts';
import {orders, portal, reference, send, writeOrder} from './purchase-order-editor-page.ts';
import {
  describe,
  expect,
  findByRole,
  findByText,
  getByLabel,
  getByRole,
  it,
  queryByRole,
  queryByText,
  textOf,
  until,
  user,
} from './support/index.ts';

describe('partner-portal, orders', () => {
  ownAddress();

  it('sends an order, leads to it, counts it, and begins the next one anew', async () => {
    const element = await mountPortal({start: 'write/purchase-order'});
    await findByRole('form', {within: element});
    await writeOrder();
    const number = await send();
    await user.click(getByRole('button', {name: 'Show this order', within: element}));
    await arrived(element, 'Purchase order');
    await findByRole('heading', {name: `Purchase order ${number}`, within: element});
    expect(document.title).to.equal(`Purchase order ${number} · Intranet`);
    await visit(element, 'Purchase orders');
    await findByRole('button', {name: number, within: element});
    expect(queryByText('Not sent', {within: element})).to.equal(undefined);
    await user.click(getByRole('link', {name: 'New purchase order', within: element}));
    await arrived(element, 'New purchase order');
    await until(() => reference().value === '', 'an empty order');
    expect(queryByText(new RegExp(number), {within: element})).to.equal(undefined);
  });

  it('repeats an order from its detail', async () => {
    const order = orders().findLast(({state, lines}) => state === 'closed' && lines.length < 10);
    const element = await mountPortal({start: `documents/purchase-order/${order?.id ?? ''}`});
    await user.click(await findByRole('button', {name: 'Repeat', within: element}));
    await arrived(element, 'New purchase order');
    expect(location.hash).to.equal(`#portal=write/purchase-order/repeat/${order?.id ?? ''}`);
    await findByRole('button', {name: /into the order$/, within: element});
  });

  it('goes on with a draft of the portal from its detail', async () => {
    const draft = orders().findLast(({state}) => state === 'draft');
    const element = await mountPortal({start: `documents/purchase-order/${draft?.id ?? ''}`});
    await user.click(await findByRole('button', {name: 'Edit', within: element}));
    await arrived(element, 'Purchase order');
    expect(location.hash).to.equal(`#portal=write/purchase-order/draft/${draft?.id ?? ''}`);
    await until(() => reference().value === (draft?.reference ?? ''), 'the draft');
  });

  it('goes on with rows of a file in its own form, and marks rows that are in no order', async () => {
    const element = await mountPortal({start: 'upload/purchase-order'});
    const widget = await until(
      () => element.shadowRoot?.querySelector<OrderUpload>('order-upload') ?? undefined,
      'the upload',
    );
    await findByText(/csv/i, {within: widget}).catch(() => undefined);
    await upload(widget, 'KA-1,,BF-10026,,200,,', 'KA-1,,BF-10032,,100,,');
    await visit(element, 'Company details');
    const link = getByRole('link', {name: 'Purchase orders from a file Not sent', within: element});
    await user.click(link);
    await arrived(element, 'Purchase orders from a file');
    await user.click(await findByRole('button', {name: 'Open the order', within: element}));
    await arrived(element, 'New purchase order');
    await findByRole('gridcell', {name: 'BF-10026', within: element});
    expect(getByLabel(/^Your reference/, {within: element}).value).to.equal('KA-1');
    expect(widget.shadowRoot?.querySelector('purchase-order-editor')).to.equal(null);
  });

  it('has no way to write for who may not', async () => {
    const element = await mountPortal({token: 'demo-vendor', start: 'sales-order'});
    await findByRole('table', {within: element});
    expect(queryByRole('link', {name: /^New/, within: element})).to.equal(undefined);
    expect(textOf(element)).not.to.include('From a file');
    expect(portal.requests.some(({status}) => status === 403)).to.equal(false);
  });
});
