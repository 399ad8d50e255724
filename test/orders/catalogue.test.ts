import {Catalogue} from '../../src/orders/catalogue.ts';
import {PortalClient} from '../../src/portal/index.ts';
import {describe, expect, it, startPortal, until} from '../support/index.ts';

const portal = await startPortal();
const client = new PortalClient({
  endpoint: '/api/v1',
  getToken: async () => 'demo-customer',
  timing: {backoff: 1},
});

const lookUps = () => portal.requests.filter(({path}) => path.endsWith('/catalog/lookups'));
const unknown = (count: number) => Array.from({length: count}, (_, index) => `no such item ${index}`);

async function someItem() {
  const {items} = await client.catalog.items({limit: 200});
  const item = items.find(
    ({gtin, partnerItemNumber}) => gtin !== undefined && partnerItemNumber !== undefined,
  );
  if (!item) throw new Error('No item with all its numbers');
  return item;
}

describe('the catalogue', () => {
  it('asks for many texts in few requests, and says how far it is', async () => {
    const catalogue = new Catalogue(client);
    const progress: string[] = [];
    await catalogue.resolve(unknown(1200), {
      onProgress: (done, total) => progress.push(`${done} of ${total}`),
    });
    expect(lookUps()).to.have.length(3);
    expect(progress.at(-1)).to.equal('1200 of 1200');
    expect(progress).to.have.length(3);
    for (const text of unknown(1200)) expect(catalogue.known(text)).to.deep.equal({status: 'unknown'});
  });

  it('finds an item by its number, the partner’s own and its GTIN, however they are typed', async () => {
    const item = await someItem();
    const catalogue = new Catalogue(client);
    const typed = [item.itemNumber.toLowerCase(), ` ${item.partnerItemNumber} `, item.gtin ?? ''];
    await catalogue.resolve([...typed, '', '  ']);
    for (const text of typed) expect(catalogue.item(text)?.itemNumber).to.equal(item.itemNumber);
    expect(catalogue.known(' ')).to.equal(undefined);
    expect(lookUps()).to.have.length(1);
  });

  it('asks once for each, and tells of every answer', async () => {
    const item = await someItem();
    let changes = 0;
    const catalogue = new Catalogue(client, () => changes++);
    const {itemNumber} = item;
    await catalogue.resolve([itemNumber, itemNumber.toLowerCase(), `${itemNumber} `]);
    await catalogue.resolve([itemNumber, item.partnerItemNumber ?? '']);
    await catalogue.resolve([itemNumber, item.partnerItemNumber ?? '']);
    expect(lookUps()).to.have.length(2);
    expect(changes).to.equal(2);
  });

  it('knows an item that it was told of', async () => {
    const item = await someItem();
    const catalogue = new Catalogue(client);
    catalogue.learn(item);
    await catalogue.resolve([item.itemNumber]);
    expect(catalogue.item(item.itemNumber)).to.equal(item);
    expect(lookUps()).to.have.length(0);
  });

  it('says of each text why it could not be asked for, and asks again the next time', async () => {
    const {itemNumber} = await someItem();
    const catalogue = new Catalogue(client);
    portal.faults.add({path: '/catalog/lookups', kind: 'status', status: 403});
    await catalogue.resolve([itemNumber]);
    const known = catalogue.known(itemNumber);
    expect(known?.status === 'error' && known.error.kind).to.equal('forbidden');
    expect(catalogue.item(itemNumber)).to.equal(undefined);
    await catalogue.resolve([itemNumber]);
    expect(catalogue.item(itemNumber)?.itemNumber).to.equal(itemNumber);
  });

  it('keeps what was found where another batch fails', async () => {
    const {itemNumber} = await someItem();
    const catalogue = new Catalogue(client);
    portal.faults.add({path: '/catalog/lookups', kind: 'status', status: 403});
    const texts = [itemNumber, ...unknown(600)];
    await catalogue.resolve(texts);
    const statuses = new Set(texts.map((text) => catalogue.known(text)?.status === 'error'));
    expect(statuses).to.deep.equal(new Set([true, false]));
    await catalogue.resolve(texts);
    expect(texts.every((text) => catalogue.known(text)?.status !== 'error')).to.equal(true);
    // Two batches, and the one that had failed.
    expect(lookUps()).to.have.length(3);
  });

  it('is given up as if it had not been asked for', async () => {
    const {itemNumber} = await someItem();
    const catalogue = new Catalogue(client);
    const giveUp = new AbortController();
    portal.faults.add({path: '/catalog/lookups', kind: 'hang'});
    const texts = [itemNumber, ...unknown(1200)];
    const resolving = catalogue.resolve(texts, {signal: giveUp.signal, onProgress: () => giveUp.abort()});
    expect(catalogue.known(itemNumber)).to.deep.equal({status: 'pending'});
    await resolving;
    for (const text of texts) expect(catalogue.known(text)?.status).to.not.equal('pending');
    await catalogue.resolve(texts);
    expect(catalogue.item(itemNumber)?.itemNumber).to.equal(itemNumber);
  });

  it('waits for what is being asked for already, and asks itself where that is given up', async () => {
    const {itemNumber} = await someItem();
    const catalogue = new Catalogue(client);
    const giveUp = new AbortController();
    portal.faults.add({path: '/catalog/lookups', kind: 'hang'});
    const first = catalogue.resolve([itemNumber], {signal: giveUp.signal});
    const second = catalogue.resolve([itemNumber]);
    await until(() => lookUps().length === 1);
    giveUp.abort();
    await Promise.all([first, second]);
    expect(catalogue.item(itemNumber)?.itemNumber).to.equal(itemNumber);
    expect(lookUps()).to.have.length(2);
  });

  it('does not wait for another’s question once it is given up itself', async () => {
    const catalogue = new Catalogue(client);
    const [long, short] = [new AbortController(), new AbortController()];
    portal.faults.add({path: '/catalog/lookups', kind: 'hang'});
    const first = catalogue.resolve(['slow'], {signal: long.signal});
    const second = catalogue.resolve(['slow'], {signal: short.signal});
    short.abort();
    await second;
    expect(catalogue.known('slow')).to.deep.equal({status: 'pending'});
    long.abort();
    await first;
    expect(catalogue.known('slow')).to.equal(undefined);
  });
});
