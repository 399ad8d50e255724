import {choose, csv} from './order-upload-page.ts';
import {mountEditor, partOf} from './purchase-order-editor-page.ts';
import type {OrderUpload} from '../src/widgets/order-upload/order-upload.ts';
import {
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  it,
  queryByRole,
  until,
  user,
} from './support/index.ts';

/** Presses "From a file", and waits for where it is chosen. */
async function openUpload(editor: Element): Promise<OrderUpload> {
  await user.click(await findByRole('button', {name: 'From a file', within: editor}));
  const upload = await until(
    () => editor.shadowRoot?.querySelector<OrderUpload>('order-upload') ?? undefined,
    'the upload',
  );
  await until(() => upload.shadowRoot?.querySelector('#file'), 'the place for a file');
  return upload;
}

describe('an order from a file, in the editor', () => {
  it('becomes the order that is written, and leaves the rest to be mended', async () => {
    const editor = await mountEditor();
    const upload = await openUpload(editor);
    await expectNoAxeViolations(editor);
    choose(upload, csv('KA-1,,BF-10026,,200,,', 'KA-1,,BF-10032,,100,,', 'KA-1,,NO-SUCH-ITEM,,1,,'));
    await findByRole('button', {name: 'Ready 2', within: upload});
    await user.click(await findByRole('button', {name: 'Open the order', within: upload}));
    await until(() => partOf(editor, 'review'), 'the order');
    expect(queryByRole('gridcell', {name: 'BF-10026', within: editor})).to.exist;
    expect(queryByRole('gridcell', {name: 'BF-10032', within: editor})).to.exist;
    await findByText(/Rows of the file are left/, {within: editor});
    await user.click(await findByRole('button', {name: 'Show them', within: editor}));
    await findByRole('button', {name: 'With errors 1', within: editor});
  });

  it('is not where the user goes back, and nothing is lost', async () => {
    const editor = await mountEditor();
    const reference = await findByRole<HTMLInputElement>('textbox', {name: /reference/i, within: editor});
    await user.fill(reference, 'Mine');
    await openUpload(editor);
    await user.click(await findByRole('button', {name: 'Back to the order', within: editor}));
    const again = await findByRole<HTMLInputElement>('textbox', {name: /reference/i, within: editor});
    expect(again.value).to.equal('Mine');
    expect(queryByRole('button', {name: 'Show them', within: editor})).to.equal(undefined);
  });
});
