import {
  addLine,
  changeHeader,
  changeLine,
  chooseItem,
  isBlank,
  newDraft,
  newLine,
  removeLines,
  retype,
  reviveDraft,
  toDraftInput,
  toOrder,
  type Draft,
} from '../../src/orders/draft.ts';
import {hintsFor} from '../../src/orders/hints.ts';
import {fromPortal, locate} from '../../src/orders/portal-problems.ts';
import {remaining, validate} from '../../src/orders/problems.ts';
import {newUuid} from '../../src/portal/uuid.ts';
import {DraftInput} from '../../src/portal/contract/orders.ts';
import type {Item} from '../../src/portal/contract/catalog.ts';
import {describe, expect, it} from '../support/index.ts';

const german = {decimal: ',', group: '.'};
const english = {decimal: '.', group: ','};

const pipe: Item = {
  itemNumber: 'P-7',
  description: 'Pipe',
  units: [
    {code: 'M', label: 'metre', perBase: '1'},
    {code: 'BAR', label: 'bar', perBase: '6'},
  ],
  variants: [
    {code: 'RED', description: 'Red'},
    {code: 'BLUE', description: 'Blue'},
  ],
  unitPrice: '3.20',
  currency: 'EUR',
  priceBreaks: [{minQuantity: '60', unitPrice: '3.00'}],
  orderQuantity: {min: '12', max: '600', multipleOf: '6'},
  availability: {status: 'limited', quantity: '120'},
};

/** A draft of one complete line, and a blank one after it. */
function sample(separators = english, quantity = '12'): Draft {
  const line = {...newLine(), key: 'one'};
  let draft: Draft = {...newDraft(separators), lines: [line]};
  draft = chooseItem(draft, 'one', pipe);
  draft = changeLine(draft, 'one', {quantity, variantCode: 'RED'});
  return addLine(draft, {...newLine(), key: 'two'});
}

describe('a draft', () => {
  it('keeps the lines that a change does not touch', () => {
    const draft = sample();
    const changed = changeLine(draft, 'one', {quantity: '5'});
    expect(draft.lines[0]?.quantity).to.equal('12');
    expect(changed.lines[0]?.quantity).to.equal('5');
    expect(changed.lines[1]).to.equal(draft.lines[1]);
  });

  it('always has a line', () => {
    const draft = removeLines(sample(), new Set(['one', 'two']));
    expect(draft.lines).to.have.length(1);
    expect(isBlank(draft)).to.equal(true);
  });

  it('takes an only variant by itself, and forgets one that the new item does not have', () => {
    const only = {...pipe, variants: [{code: 'GREEN', description: 'Green'}]};
    expect(chooseItem(sample(), 'one', only).lines[0]?.variantCode).to.equal('GREEN');
    const without = {...pipe, variants: undefined};
    expect(chooseItem(sample(), 'one', without).lines[0]?.variantCode).to.equal(undefined);
  });

  it('is sent without what is empty', () => {
    const draft = changeHeader(sample(), {reference: '  4711 ', shipToId: 'a-1'});
    const input = toDraftInput(draft);
    expect(input).to.deep.equal({
      externalReference: '4711',
      shipToId: 'a-1',
      lines: [{itemNumber: 'P-7', variantCode: 'RED', unitCode: 'M', quantity: '12'}],
      origin: {kind: 'manual'},
      submit: true,
    });
    expect(DraftInput.safeParse(input).success).to.equal(true);
  });

  it('is sent with another address instead of a known one', () => {
    const ownAddress = {
      name: 'Site',
      line1: 'Road 1',
      line2: '',
      postcode: '123',
      city: 'Town',
      region: '',
      country: 'DE',
      gln: '',
    };
    const input = toDraftInput(changeHeader(sample(), {shipToId: 'a-1', usesOwnAddress: true, ownAddress}));
    expect(input.shipToId).to.equal(undefined);
    expect(input.shipTo).to.deep.equal({
      name: 'Site',
      line1: 'Road 1',
      postcode: '123',
      city: 'Town',
      country: 'DE',
    });
  });

  it('means the same quantity in another locale', () => {
    const draft = sample(german, '1.234,5');
    expect(toDraftInput(draft).lines[0]?.quantity).to.equal('1234.5');
    const retyped = retype(draft, english);
    expect(retyped.lines[0]?.quantity).to.equal('1234.5');
    expect(toDraftInput(retyped)).to.deep.equal(toDraftInput(draft));
    expect(retype(sample(german, 'zwölf'), english).lines[0]?.quantity).to.equal('zwölf');
  });

  it('comes back from storage as it was', () => {
    const draft = sample();
    const stored: unknown = JSON.parse(JSON.stringify(draft));
    expect(reviveDraft(stored)).to.deep.equal(stored);
  });

  it('does not come back from what is none', () => {
    for (const value of [undefined, null, 5, 'draft', {}, {lines: []}, {lines: [{}], separators: english}]) {
      expect(reviveDraft(value)).to.equal(undefined);
    }
  });
});

describe('what is wrong with a draft', () => {
  const codes = (draft: Draft) => validate(draft).map(({pointer, code}) => `${pointer} ${code}`);

  it('is nothing where it can be sent', () => {
    expect(validate(sample())).to.deep.equal([]);
  });

  it('is told by field', () => {
    expect(codes(newDraft(english))).to.deep.equal(['#/lines lines-missing']);
    expect(codes(changeLine(sample(), 'one', {quantity: '1e3', variantCode: undefined}))).to.deep.equal([
      '#/lines/0/variantCode variant-missing',
      '#/lines/0/quantity quantity-not-a-number',
    ]);
    expect(codes(changeLine(sample(), 'two', {search: 'what', quantity: '1'}))).to.deep.equal([
      '#/lines/1/itemNumber item-unknown',
    ]);
    expect(codes(changeHeader(sample(), {usesOwnAddress: true}))).to.deep.equal(
      ['name', 'line1', 'postcode', 'city', 'country'].map((name) => `#/shipTo/${name} address-missing`),
    );
  });

  it('goes with its cause, and nothing new comes before it is asked for', () => {
    const broken = changeLine(sample(), 'one', {quantity: ''});
    const problems = validate(broken);
    const stillBroken = changeLine(broken, 'one', {quantity: '0', variantCode: undefined});
    expect(remaining(problems, broken, stillBroken).map(({code}) => code)).to.deep.equal([
      'quantity-not-positive',
    ]);
    expect(remaining(problems, broken, changeLine(broken, 'one', {quantity: '6'}))).to.deep.equal([]);
  });

  it('is found at its field by the pointer of a portal', () => {
    const keys = ['one', 'two'];
    expect(locate('#/lines/1/quantity', keys)).to.deep.equal({field: 'quantity', line: 'two'});
    expect(locate('/lines/0', keys)).to.deep.equal({field: 'item', line: 'one'});
    expect(locate('#/draft/lines/0/unitCode', keys)).to.deep.equal({field: 'unit', line: 'one'});
    expect(locate('#/lines/0/constructor', keys)).to.deep.equal({field: 'item', line: 'one'});
    expect(locate('#/lines/7/quantity', keys)).to.deep.equal({field: 'lines'});
    expect(locate('#/shipTo/postcode', keys)).to.deep.equal({field: 'address-postcode'});
    expect(locate('#/externalReference', keys)).to.deep.equal({field: 'reference'});
    expect(locate('#/budget', keys)).to.equal(undefined);
    expect(locate('#/__proto__', keys)).to.equal(undefined);
    expect(locate('', keys)).to.equal(undefined);
  });

  it('stays in the portal’s words until its own field changes', () => {
    const draft = sample();
    const {lineKeys} = toOrder(draft);
    const problems = fromPortal(
      [
        {pointer: '#/lines/0/quantity', code: 'below', detail: 'At least 24.'},
        {pointer: '#/budget', code: 'budget', detail: 'No budget.'},
      ],
      lineKeys,
    );
    const noted = changeHeader(draft, {note: 'soon'});
    expect(remaining(problems, draft, noted)).to.deep.equal(problems);
    const changed = changeLine(draft, 'one', {quantity: '24'});
    expect(remaining(problems, draft, changed).map(({code}) => code)).to.deep.equal(['budget']);
  });
});

describe('hints', () => {
  const hints = (quantity: string, unitCode?: string) =>
    hintsFor({...newLine(), search: 'P-7', item: pipe, quantity, unitCode}, english).map((hint) => {
      const measure = 'limit' in hint ? hint.limit : 'from' in hint ? hint.from : undefined;
      return `${hint.code} ${measure ? `${measure.quantity} ${measure.unit?.code}` : ''}`.trim();
    });

  it('tell what a quantity runs into, in its own unit where that comes out even', () => {
    expect(hints('')).to.deep.equal(['order-rule']);
    expect(hints('12')).to.deep.equal(['next-price 60 M']);
    expect(hints('7')).to.deep.equal(['below-minimum 12 M', 'not-multiple 6 M', 'next-price 60 M']);
    expect(hints('1', 'BAR')).to.deep.equal(['below-minimum 2 BAR', 'next-price 10 BAR']);
    expect(hints('101', 'BAR')).to.deep.equal(['above-maximum 100 BAR', 'not-enough 20 BAR']);
  });
});

describe('a UUID', () => {
  it('is one of version 4, and another one each time', () => {
    const ids = Array.from({length: 200}, newUuid);
    for (const id of ids)
      expect(id).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(new Set(ids).size).to.equal(200);
  });
});
