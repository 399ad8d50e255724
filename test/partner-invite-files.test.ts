import {row, sheetOf, text, workbook} from './orders/files/workbook.ts';
import {inviteButton, mountInvite} from './partner-invite-page.ts';
import {
  describe,
  expect,
  findByLabel,
  findByRole,
  focusedElement,
  getAllByRole,
  getByRole,
  it,
  textOf,
  until,
  user,
} from './support/index.ts';

const rows = () => getAllByRole('row').filter((each) => each.hasAttribute('data-id'));

async function openList(): Promise<Element> {
  const element = await mountInvite({partnerType: 'vendor'});
  await user.click(inviteButton('Invite several'));
  await findByLabel('E-mail addresses');
  return element;
}

/** A list in two sheets, the second of which has the people. */
async function twoSheets(): Promise<File> {
  const bytes = await workbook({
    rows: row(text('A1', 'Notes')),
    sheets: '<sheet name="Notes" sheetId="1" r:id="rId1"/><sheet name="People" sheetId="2" r:id="rId2"/>',
    others: [
      {
        name: 'xl/worksheets/sheet2.xml',
        content: sheetOf(
          `<row r="1">${text('A1', 'E-Mail')}${text('B1', 'Ansprechpartner')}</row>` +
            `<row r="2">${text('A2', 'ada@lovelace.example')}${text('B2', '=Ada')}</row>`,
        ),
      },
    ],
  });
  return new File([bytes], 'people.xlsx');
}

function fileIn(element: Element, file: File): void {
  const input = element.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('No way to choose a file');
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
}

function drop(element: Element, ...files: readonly File[]): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const field = element.shadowRoot?.querySelector('#addresses');
  for (const name of ['dragover', 'drop'])
    field?.dispatchEvent(
      new DragEvent(name, {dataTransfer, bubbles: true, composed: true, cancelable: true}),
    );
}

describe('partner-invite, files', () => {
  it('are taken where they are dropped, as a German Windows writes them', async () => {
    const element = await openList();
    const latin = Uint8Array.from(
      'E-Mail;Name\r\nada@lovelace.example;J\xFCrgen M\xFCller\r\n',
      (character) => character.charCodeAt(0),
    );
    drop(element, new File([latin], 'Partner.csv'));
    await until(() => rows().length === 1, 'a row');
    expect(textOf(rows()[0] ?? document.body)).to.include('Jürgen Müller');
  });

  it('are one at a time', async () => {
    const element = await openList();
    drop(element, new File(['a@x.example'], 'a.csv'), new File(['b@x.example'], 'b.csv'));
    await until(() => textOf(element).includes('one file at a time'), 'a sentence');
    expect(rows()).to.have.length(0);
  });

  it('with several sheets are asked about, and the focus stays here', async () => {
    const element = await openList();
    fileIn(element, await twoSheets());
    const people = await findByRole('button', {name: 'People'});
    expect(textOf(element)).to.include('Which sheet has the people?');
    getByRole('button', {name: 'Notes'});
    people.focus();
    await user.press('Enter');
    await until(() => rows().length === 1, 'a row');
    expect(textOf(rows()[0] ?? document.body)).to.include('=Ada');
    expect(focusedElement()).to.have.property('id', 'addresses');
  });

  it('that are none of these are refused in words, and the page goes on', async () => {
    const element = await openList();
    fileIn(element, new File(['%PDF-1.7'], 'people.xlsx'));
    await until(() => textOf(element).includes('This is a PDF.'), 'a sentence');
    fileIn(element, new File(['email\nada@lovelace.example\n'], 'people.csv'));
    await until(() => rows().length === 1, 'a row');
    expect(textOf(element)).not.to.include('This is a PDF.');
  });
});
