import {Catalogue} from '../../src/orders/catalogue.ts';
import {changeHeader, toDraftInput, type TypedAddress} from '../../src/orders/draft.ts';
import {fromInput, toInput, toPatch} from '../../src/orders/from-portal.ts';
import {draftOf, isChanged} from '../../src/orders/portal-draft.ts';
import {newUuid} from '../../src/portal/uuid.ts';
import {validate} from '../../src/orders/problems.ts';
import {DraftInput, DraftPatch} from '../../src/portal/contract/orders.ts';
import {PortalClient} from '../../src/portal/index.ts';
import {describe, expect, it, startPortal} from '../support/index.ts';

await startPortal();
const client = new PortalClient({endpoint: '/api/v1', getToken: async () => 'demo-customer'});
const type = 'purchase-order';
const german = {decimal: ',', group: '.'};

/** An item with variants, and one with units. */
async function someItems() {
  const pages = await Promise.all(['glove', 'washer'].map((q) => client.catalog.items({q, limit: 200})));
  const items = pages.flatMap((page) => page.items);
  const coloured = items.find(({variants}) => variants && variants.length > 1);
  const boxed = items.find(({units, variants}) => units.length > 1 && !variants);
  if (!coloured || !boxed) throw new Error('No such items');
  return {coloured, boxed};
}

/** A draft at the portal. */
async function aDraft(change: Partial<DraftInput> = {}) {
  const {coloured, boxed} = await someItems();
  const input: DraftInput = {
    externalReference: 'PO 4711',
    requestedDate: '2030-01-31',
    note: 'Ring twice',
    lines: [
      {
        itemNumber: coloured.itemNumber,
        variantCode: coloured.variants?.[1]?.code,
        unitCode: coloured.units[0]?.code,
        quantity: '12.5',
        note: 'soft',
      },
      {
        itemNumber: boxed.itemNumber,
        unitCode: boxed.units[1]?.code,
        quantity: '3',
        requestedDate: '2030-02-01',
      },
    ],
    submit: false,
    ...change,
  };
  const created = await client.documents.create(type, input, {idempotencyKey: newUuid()});
  return client.documents.get(type, created.id);
}

describe('a draft that the portal has', () => {
  it('is the same order once it is opened', async () => {
    const {document} = await aDraft();
    const input = toInput(document);
    expect(DraftInput.safeParse(input).success).to.equal(true);
    const draft = fromInput(input, undefined, german);
    expect(draft.lines[0]?.quantity).to.equal('12,5');
    expect(toDraftInput(draft, {submit: false})).to.deep.equal({...input, origin: {kind: 'manual'}});
  });

  it('has its items once they are known', async () => {
    const {document} = await aDraft();
    const input = toInput(document);
    const catalogue = new Catalogue(client);
    await catalogue.resolve(input.lines.map(({itemNumber}) => itemNumber));
    const draft = fromInput(input, catalogue, german);
    expect(draft.lines.map(({item}) => item?.itemNumber)).to.deep.equal(
      input.lines.map(({itemNumber}) => itemNumber),
    );
    expect(validate(draft)).to.deep.equal([]);
    expect(toDraftInput(draft, {submit: false}).lines).to.deep.equal(input.lines);
  });

  it('has an address of the company’s by its id, and any other as it is written', async () => {
    const {deliveryAddresses} = await client.company();
    const shipToId = deliveryAddresses[0]?.id ?? '';
    expect(toInput((await aDraft({shipToId})).document).shipToId).to.equal(shipToId);
    const shipTo = {name: 'Site', line1: 'Road 1', postcode: '123', city: 'Town', country: 'DE'};
    const input = toInput((await aDraft({shipTo})).document);
    expect(input.shipToId).to.equal(undefined);
    const draft = fromInput(input, undefined, german);
    expect(draft.usesOwnAddress).to.equal(true);
    expect(toDraftInput(draft).shipTo).to.deep.equal(shipTo);
  });

  it('is changed by any part of its address, and by none that is written in another way', async () => {
    const shipTo = {name: 'Site', line1: 'Road 1', postcode: '123', city: 'Town', country: 'DE', gln: '4'};
    const {document, etag = ''} = await aDraft({shipTo});
    const draft = await draftOf(client, {document, etag}, german);
    const written = (change: Partial<TypedAddress>) =>
      changeHeader(draft, {ownAddress: {...draft.ownAddress, ...change}});
    expect(isChanged(draft)).to.equal(false);
    expect(isChanged(written({name: 'Site ', region: ' '}))).to.equal(false);
    for (const change of [{region: 'Hesse'}, {gln: ''}, {gln: '5'}, {line2: 'Gate 2'}, {name: 'Yard'}])
      expect(isChanged(written(change)), JSON.stringify(change)).to.equal(true);
  });

  it('has a line to write in where it has none', () => {
    const draft = fromInput({lines: [], submit: false}, undefined, german);
    expect(draft.lines).to.have.length(1);
    expect(toDraftInput(draft).lines).to.deep.equal([]);
  });

  it('becomes what is written, and loses what was taken away', async () => {
    const {document, etag} = await aDraft();
    const {lines} = toInput(document);
    const patch = toPatch({lines: lines.slice(1), note: 'Ring once', submit: false});
    expect(DraftPatch.safeParse(patch).success).to.equal(true);
    await client.documents.update(type, document.id, patch, {etag: etag ?? ''});
    const now = await client.documents.get(type, document.id);
    expect(toInput(now.document)).to.deep.include({note: 'Ring once', lines: lines.slice(1), submit: false});
    expect(now.document.externalReference).to.equal(undefined);
    expect(now.document.requestedDate).to.equal(undefined);
    expect(now.document.state).to.equal('draft');
  });
});
