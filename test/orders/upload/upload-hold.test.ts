import {Catalogue} from '../../../src/orders/catalogue.ts';
import {forgetDrafts} from '../../../src/orders/forget-drafts.ts';
import {atOnce} from '../../../src/orders/slices.ts';
import {endUpload, keptUploads, partsOf, type KeptUpload} from '../../../src/orders/upload/kept-uploads.ts';
import {fingerprintOf, noteSent, sentFrom} from '../../../src/orders/upload/sent-files.ts';
import {UploadHold} from '../../../src/orders/upload/upload-hold.ts';
import type {RowSnapshot} from '../../../src/orders/upload/sheet-snapshot.ts';
import {onDevice} from '../../../src/orders/upload/upload-database.ts';
import {markedUploads} from '../../../src/orders/upload/upload-marks.ts';
import {UploadSheet} from '../../../src/orders/upload/upload-sheet.ts';
import {PortalClient} from '../../../src/portal/index.ts';
import {describe, expect, it} from '../../support/index.ts';
import {english} from '../pasted.ts';
import {contentOf, fields, readFile} from './sheets.ts';

const DAY = 24 * 60 * 60 * 1000;
const client = new PortalClient({
  endpoint: '/hold/api/v1',
  locale: 'en',
  getToken: () => Promise.resolve(''),
});

/** Each test is another user's. */
let count = 0;
const newOwner = () => `owner-${count++}`;

function sheetOf(rows: number): UploadSheet {
  const cells = Array.from({length: rows}, (_, index) => ['A', `KH-${index}`, 1]);
  const {rows: read} = readFile(contentOf([['Your reference', 'Item number', 'Quantity'], ...cells]));
  return atOnce(UploadSheet.of(read, {fields, separators: english, catalogue: new Catalogue(client)}));
}

/** The only file of an owner. */
async function onlyOf(owner: string): Promise<KeptUpload> {
  const [kept, ...others] = await keptUploads(owner);
  if (!kept || others.length > 0) throw new Error(`There are ${others.length + (kept ? 1 : 0)} files`);
  return kept;
}

async function takeOver(owner: string): Promise<{hold: UploadHold; sheet: UploadSheet}> {
  const taken = await UploadHold.takeOver(await onlyOf(owner));
  if (taken.status !== 'taken') throw new Error(taken.status);
  const sheet = atOnce(UploadSheet.fromSnapshot(taken.sheet, {}));
  if (!sheet) throw new Error('It cannot be read');
  return {hold: taken.hold, sheet};
}

/** The kept quantities of an owner, each behind the decimal separator that is kept with them. */
async function readKept(owner: string): Promise<string[]> {
  const read = await onDevice('readonly', async (reading) => {
    const records = await reading.objectStore('uploads').getAll();
    const [record] = records.filter((each) => each.owner === owner);
    const parts = (await reading.objectStore('parts').getAll(partsOf(record?.id ?? ''))) as RowSnapshot[][];
    return parts.flat().map(({line}) => `${record?.separators.decimal ?? ''} ${line.quantity}`);
  });
  return read ?? [];
}

const quantities = (sheet: UploadSheet) => sheet.rows.map(({line}) => line.quantity);

describe('rows that are kept on the device', () => {
  it('are there again as they were changed last', async () => {
    const owner = newOwner();
    const hold = UploadHold.ofNew({owner, name: 'a.csv'});
    const sheet = sheetOf(120);
    expect(await hold.keep(sheet)).to.equal('kept');
    sheet.change(sheet.rows[60]?.key ?? '', 'quantity', '7');
    sheet.leaveOut([sheet.rows[119]?.key ?? '']);
    expect(await hold.keep(sheet)).to.equal('kept');
    expect(await onlyOf(owner)).to.include({name: 'a.csv', open: 119});
    const again = await takeOver(owner);
    expect(quantities(again.sheet)).to.deep.equal(quantities(sheet));
    expect(again.sheet.stateOf(again.sheet.rows[119]?.key ?? '')).to.equal('left-out');
  });

  it('are written by parts, of which only those that have changed', () => {
    const sheet = sheetOf(120);
    const before = [0, 1, 2].map((index) => sheet.part(index));
    sheet.change(sheet.rows[60]?.key ?? '', 'quantity', '7');
    const isSame = before.map((part, index) => part === sheet.part(index));
    expect(isSame).to.deep.equal([true, false, true]);
  });

  it('are those of who has taken them over last', async () => {
    const owner = newOwner();
    const first = UploadHold.ofNew({owner, name: ''});
    const sheet = sheetOf(2);
    await first.keep(sheet);
    const second = await takeOver(owner);
    sheet.change(sheet.rows[0]?.key ?? '', 'quantity', '7');
    expect(await first.isOurs()).to.equal(false);
    expect(await first.keep(sheet)).to.equal('lost');
    expect(await first.mayBegin()).to.equal(false);
    await first.end();
    expect(quantities((await takeOver(owner)).sheet)).to.deep.equal(['1', '1']);
    expect(await second.hold.isOurs()).to.equal(false);
  });

  it('cannot be taken over while orders of them are sent, but from a page that is no more', async () => {
    const owner = newOwner();
    const hold = UploadHold.ofNew({owner, name: ''});
    const sheet = sheetOf(2);
    await hold.keep(sheet);
    expect(await hold.mayBegin()).to.equal(true);
    await hold.keep(sheet);
    const kept = await onlyOf(owner);
    expect((await UploadHold.takeOver(kept)).status).to.equal('sending');
    expect((await UploadHold.takeOver(kept, Date.now() + 150_000)).status).to.equal('taken');
    expect(await hold.mayBegin()).to.equal(false);
  });

  it('are gone where they were ended, for every page', async () => {
    const owner = newOwner();
    const first = UploadHold.ofNew({owner, name: ''});
    const sheet = sheetOf(2);
    await first.keep(sheet);
    const kept = await onlyOf(owner);
    const {hold} = await takeOver(owner);
    await hold.end();
    expect(await keptUploads(owner)).to.deep.equal([]);
    expect(markedUploads()).not.to.include(owner);
    expect((await UploadHold.takeOver(kept)).status).to.equal('gone');
    expect(await first.keep(sheet)).to.equal('lost');
  });

  it('stay whose they are where they are discarded elsewhere', async () => {
    const owner = newOwner();
    const hold = UploadHold.ofNew({owner, name: ''});
    const sheet = sheetOf(120);
    await hold.keep(sheet);
    const kept = await onlyOf(owner);
    await hold.mayBegin();
    expect(await endUpload(kept)).to.equal('sending');
    await hold.endSending();
    expect(await endUpload(kept)).to.equal('ended');
    expect(await keptUploads(owner)).to.deep.equal([]);
    expect(await hold.isOurs()).to.equal(true);
    expect(await hold.keep(sheet)).to.equal('kept');
    expect((await takeOver(owner)).sheet.total).to.equal(120);
  });

  it('are not offered any more where it could not be written that they are in an order', async () => {
    const owner = newOwner();
    const first = UploadHold.ofNew({owner, name: ''});
    const before = sheetOf(3);
    before.take([before.rows[2]?.key ?? ''], {kind: 'sent'});
    await first.keep(before);
    // One that was in an order before is no reason.
    const {hold, sheet} = await takeOver(owner);
    const {put} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
    try {
      sheet.change(sheet.rows[1]?.key ?? '', 'quantity', '7');
      expect(await hold.keep(sheet)).to.equal('refused');
      expect(await keptUploads(owner)).to.have.length(1);
      sheet.take([sheet.rows[0]?.key ?? ''], {kind: 'sent'});
      expect(await hold.keep(sheet)).to.equal('refused');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(await keptUploads(owner)).to.deep.equal([]);
    expect(await hold.keep(sheet)).to.equal('kept');
    expect(await onlyOf(owner)).to.include({open: 1});
  });

  it('are refused without a complaint where the device ends what it has begun', async () => {
    const hold = UploadHold.ofNew({owner: newOwner(), name: ''});
    const sheet = sheetOf(2);
    await hold.keep(sheet);
    sheet.change(sheet.rows[1]?.key ?? '', 'quantity', '7');
    const {get} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (key) {
      const request = get.call(this, key);
      this.transaction.abort();
      return request;
    };
    try {
      expect(await hold.keep(sheet)).to.equal('refused');
      expect(await hold.isOurs()).to.equal(true);
    } finally {
      IDBObjectStore.prototype.get = get;
    }
    expect(await hold.keep(sheet)).to.equal('kept');
  });

  it('have the separators of their quantities, whenever they are read', async () => {
    const owner = newOwner();
    const first = UploadHold.ofNew({owner, name: ''});
    const before = sheetOf(120);
    for (const {key} of before.rows) before.change(key, 'quantity', '1.125');
    await first.keep(before);
    // As a page in another language takes them over.
    const {hold, sheet} = await takeOver(owner);
    sheet.retype({decimal: ',', group: '.'});
    const read = new Set<string>();
    const keeping = hold.keep(sheet);
    let isKept = false;
    void keeping.then(() => (isKept = true));
    while (!isKept) {
      const kept = await readKept(owner);
      for (const quantity of kept) read.add(quantity);
    }
    expect([...read].filter((quantity) => quantity !== '. 1.125' && quantity !== ', 1,125')).to.deep.equal(
      [],
    );
  });

  it('can be had again by who has ended them himself', async () => {
    const owner = newOwner();
    const hold = UploadHold.ofNew({owner, name: ''});
    const sheet = sheetOf(2);
    await hold.keep(sheet);
    await hold.end();
    expect(await keptUploads(owner)).to.deep.equal([]);
    expect(await hold.keep(sheet)).to.equal('kept');
    expect(quantities((await takeOver(owner)).sheet)).to.deep.equal(['1', '1']);
  });

  it('are of ten files and fourteen days', async () => {
    const owner = newOwner();
    for (const name of 'abcdefghijkl') await UploadHold.ofNew({owner, name}).keep(sheetOf(1));
    const names = (await keptUploads(owner)).map(({name}) => name);
    expect(names.toSorted().join('')).to.equal('cdefghijkl');
    expect(await keptUploads(owner, Date.now() + 14 * DAY)).to.deep.equal([]);
    expect(await keptUploads(owner)).to.deep.equal([]);
  });

  it('are forgotten with everything, and not kept again', async () => {
    const owner = newOwner();
    const hold = UploadHold.ofNew({owner, name: ''});
    const sheet = sheetOf(2);
    await hold.keep(sheet);
    await noteSent(owner, 'a file', 'PO-1');
    await forgetDrafts();
    sheet.change(sheet.rows[0]?.key ?? '', 'quantity', '7');
    await hold.keep(sheet);
    expect(await hold.isOurs()).to.equal(true);
    const keeping = UploadHold.ofNew({owner, name: ''}).keep(sheetOf(500));
    await forgetDrafts();
    await keeping;
    expect(await readKept(owner)).to.deep.equal([]);
    expect(await keptUploads(owner)).to.deep.equal([]);
    expect(await sentFrom(owner, 'a file')).to.equal(undefined);
  });
});

describe('orders that were sent from a file', () => {
  it('are known by its bytes, whatever its name, for fourteen days', async () => {
    const owner = newOwner();
    const [file, same, other] = await Promise.all([
      fingerprintOf(new File(['a,b'], 'a.csv')),
      fingerprintOf(new File(['a,b'], 'b.csv')),
      fingerprintOf(new File(['a,c'], 'a.csv')),
    ]);
    if (file === undefined || other === undefined) throw new Error('This page cannot tell');
    expect(same).to.equal(file);
    for (let number = 1; number <= 7; number++) await noteSent(owner, file, `PO-${number}`);
    expect(await sentFrom(owner, file)).to.deep.include({
      count: 7,
      numbers: ['PO-1', 'PO-2', 'PO-3', 'PO-4', 'PO-5'],
    });
    expect(await sentFrom(owner, other)).to.equal(undefined);
    expect(await sentFrom(newOwner(), file)).to.equal(undefined);
    expect(await sentFrom(owner, file, Date.now() + 14 * DAY)).to.equal(undefined);
    expect(await sentFrom(owner, file)).to.equal(undefined);
  });
});
