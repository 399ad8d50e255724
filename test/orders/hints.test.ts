import {newLine, type DraftLine} from '../../src/orders/draft.ts';
import {hintsFor} from '../../src/orders/hints.ts';
import type {Item} from '../../src/portal/contract/catalog.ts';
import {hintText} from '../../src/widgets/purchase-order-editor/hint-texts.ts';
import {describe, expect, it} from '../support/index.ts';

const separators = {decimal: '.', group: ','};

const item: Item = {
  itemNumber: 'A-1',
  description: 'Screw',
  units: [
    {code: 'PCS', label: 'piece', perBase: '1'},
    {code: 'BOX', label: 'box', perBase: '100'},
  ],
  unitPrice: '0.1182',
  currency: 'EUR',
  priceBreaks: [{minQuantity: '500', unitPrice: '0.1064'}],
};

const texts = (change: Partial<DraftLine>, of: Partial<Item> = {}) =>
  hintsFor({...newLine(), item: {...item, ...of}, ...change}, separators).map((hint) => hintText(hint, 'en'));

describe('hints', () => {
  it('name the unit as its cell does, in a way that reads right for one and for many', () => {
    expect(texts({quantity: '3'})).to.deep.equal(['From 500 × piece: €0.1064 each.']);
    expect(texts({quantity: '3', unitCode: 'BOX'})).to.deep.equal(['From 5 × box: €10.64 each.']);
    expect(texts({quantity: '3'}, {priceBreaks: [], orderQuantity: {min: '10'}})).to.deep.equal([
      'The minimum quantity is 10 × piece.',
    ]);
  });

  it('say a price for the unit that they name', () => {
    const priceBreaks = [{minQuantity: '250', unitPrice: '0.11'}];
    expect(texts({quantity: '1', unitCode: 'BOX'}, {priceBreaks})).to.deep.equal([
      'From 250 × piece: €0.11 each.',
    ]);
  });

  it('name the next price break, however a portal sorts them', () => {
    const priceBreaks = [
      {minQuantity: '1000', unitPrice: '0.09'},
      {minQuantity: '500', unitPrice: '0.1'},
    ];
    expect(texts({quantity: '3'}, {priceBreaks})).to.deep.equal(['From 500 × piece: €0.10 each.']);
  });
});
