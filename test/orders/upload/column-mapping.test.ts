import {
  applyMapping,
  guessColumns,
  mappingSignature,
  rememberMapping,
  reviveMapping,
  type GuessOptions,
} from '../../../src/orders/upload/column-mapping.ts';
import {templateFields} from '../../../src/orders/upload/template-fields.ts';
import {describe, expect, it} from '../../support/index.ts';
import {cellsOf, contentOf, fields, names} from './sheets.ts';

const guess = (text: string, options?: GuessOptions) =>
  guessColumns(contentOf(cellsOf(text)), fields, options);
const told = (text: string, options?: GuessOptions) =>
  guess(text, options).columns.map(({field, ignored}) => field ?? ignored);

describe('the fields of a template', () => {
  const column = (key: string, required = false) => ({
    key,
    label: `The ${key}`,
    type: 'text' as const,
    required,
  });

  it('are its own in its order, item and quantity always', () => {
    const columns = [column('note', true), column('__proto__'), column('quantity'), column('note')];
    expect(templateFields({columns}, names)).to.deep.equal([
      {field: 'note', label: 'The note', required: true},
      {field: 'quantity', label: 'The quantity', required: true},
      {field: 'item', label: 'Item number', required: true},
    ]);
  });

  it('are all of them where there is no template', () => {
    expect(fields.map(({label}) => label)).to.have.members(Object.values(names));
    expect(fields.filter(({required}) => required).map(({field}) => field)).to.have.members([
      'item',
      'quantity',
    ]);
  });
});

describe('the columns of a file', () => {
  it('are sure where all are known by their names, in any order and in English or German', () => {
    for (const header of [
      'Your reference|Requested date|Item number|Variant|Quantity|Unit|Note',
      'Ihre Referenz|Wunschtermin|Artikelnummer|Variante|Menge|Einheit|Bemerkung',
      'externalReference|requestedDate|itemNumber|variantCode|quantity|unitCode|note',
    ]) {
      const mapping = guess(`${header}\nR-1|2026-03-04|KH-1|09|5|PCS|x`);
      expect(mapping.columns.map(({field}) => field)).to.deep.equal([
        'reference',
        'requestedDate',
        'item',
        'variant',
        'quantity',
        'unit',
        'note',
      ]);
      expect([mapping.isSure, mapping.headerRow, mapping.missing]).to.deep.equal([true, 1, []]);
    }
  });

  it('are found below a title, however many cells it has', () => {
    const mapping = guess(
      'Bestellung\nKunde|4711\n\nPos.|Artikel|Menge|Bezeichnung|Preis\n1|KH-1|5|Screw|1,50',
    );
    expect(mapping.headerRow).to.equal(4);
    expect(mapping.isSure).to.equal(true);
    expect(mapping.columns.map(({field, ignored}) => field ?? ignored)).to.deep.equal([
      'position',
      'item',
      'quantity',
      'description',
      'price',
    ]);
  });

  it('are asked about where one is unknown, double or hostile, and none is lost', () => {
    const text = '__proto__|Item|Item|Menge|constructor|\n1|KH-1|KH-2|5|x|';
    expect(told(text)).to.deep.equal(['unknown', 'item', 'duplicate', 'quantity', 'unknown', 'blank']);
    expect(guess(text).isSure).to.equal(false);
    expect(guess(text).columns[0]?.samples).to.deep.equal(['1']);
  });

  it('may be another number of the item, which is no question', () => {
    const mapping = guess('GTIN|Item number|Qty\n4006381333931|KH-1|5');
    expect(mapping.columns.map(({field, ignored}) => field ?? ignored)).to.deep.equal([
      'other-number',
      'item',
      'quantity',
    ]);
    expect(mapping.isSure).to.equal(true);
  });

  it('are told by what is in them where their names are in a language that we do not know', () => {
    const mapping = guess('Indeks|Ilość|Uwagi\nKH-10036|5|proszę szybko\nKH-10037|7|x\nKH-10038|9|y');
    expect(mapping.headerRow).to.equal(1);
    expect(mapping.columns.slice(0, 2).map(({field, by}) => [field, by])).to.deep.equal([
      ['item', 'content'],
      ['quantity', 'content'],
    ]);
    expect(mapping.isSure).to.equal(false);
  });

  it('are units by what is in them only where those are units, and in most rows', () => {
    const third = (header: string, ...cells: readonly string[]) =>
      told(
        `Artikel|Anz|${header}\n${cells.map((cell, row) => `KH-${row}|${row + 5}|${cell}`).join('\n')}`,
      )[2];
    expect(third('Geb', 'Stk', 'Stk.', 'kg')).to.equal('unit');
    expect(third('Geb', 'Karton', '', 'VE', 'Palette')).to.equal('unit');
    expect(third('Bemerk', 'bald', '', '')).to.equal('unknown');
    expect(third('Bemerk', 'bald', 'bald', 'bald')).to.equal('unknown');
    expect(third('Bemerk', 'Set', '', '', '')).to.equal('unknown');
    expect(third('Gr', 'M', 'S', 'L', 'XL')).to.equal('unknown');
    expect(told('Indeks|Ilość|Uwagi\nKH-1|5|pilne\nKH-2|7|')).to.deep.equal(['item', 'quantity', 'unknown']);
  });

  it('are units without a row of names where they say so, or where a line has them', () => {
    expect(told('KH-1|5|Stk\nKH-2|6|Stk')).to.deep.equal(['item', 'quantity', 'unit']);
    expect(told('KH-1|5|bald\nKH-2|6|')).to.deep.equal(['item', 'quantity', 'unknown']);
    expect(told('KH-1|09|VE|5\nKH-2|08|VE|6')).to.deep.equal(['item', 'variant', 'unit', 'quantity']);
  });

  it('are told without a row of names, and then asked about', () => {
    const mapping = guess('KH-10036|5|2026-03-04\nKH-10037|7|2026-03-05');
    expect(mapping.headerRow).to.equal(undefined);
    expect(mapping.columns.map(({field}) => field)).to.deep.equal(['item', 'quantity', 'requestedDate']);
    expect(mapping.isSure).to.equal(false);
    expect(guess('KH-1|5\nKH-2|6', {headerRow: 1}).headerRow).to.equal(1);
    expect(guess('Item|Qty\nKH-2|6', {headerRow: 'none'}).headerRow).to.equal(undefined);
  });

  it('miss what a template requires', () => {
    expect(guess('Item|Note\nKH-1|x').missing).to.deep.equal(['quantity']);
    expect(guess('Item|Note\nKH-1|x').isSure).to.equal(false);
  });

  it('are read by their names in any other language that is passed in', () => {
    const labels = [['Référence', 'item'] as const, ['Quantité', 'quantity'] as const];
    expect(guess('Quantité|Référence\n5|A-1', {labels}).isSure).to.equal(true);
  });

  it('do not ask about the column of problems in a file of ours', () => {
    const text = 'Item number|Quantity|Zu klären\nKH-1|x|Keine Menge';
    expect(told(text, {problemHeaders: ['Zu klären']})).to.deep.equal(['item', 'quantity', 'problem']);
    expect(guess(text, {problemHeaders: ['Zu klären']}).isSure).to.equal(true);
  });
});

describe('the samples of a column', () => {
  it('are what the spreadsheet shows, with what somebody has written before it', () => {
    const content = contentOf([
      ['Foo', 'Bar'],
      [36, "'=1"],
    ]);
    const rows = content.rows.with(1, {number: 2, cells: [36, "'=1"], shown: new Map([[0, 'KH-0036']])});
    const {columns} = guessColumns({...content, rows}, fields);
    expect(columns.map(({samples}) => samples)).to.deep.equal([['KH-0036'], ["'=1"]]);
  });
});

describe('what a user says of columns', () => {
  const text = 'Foo|Bar|Baz|Qty\nKH-1|x|7|5\nKH-2|y|8|6';

  it('moves a field, and leaves a column out', () => {
    const chosen = new Map([
      [2, 'quantity' as const],
      [0, 'item' as const],
      [1, undefined],
    ]);
    const mapping = applyMapping(guess(text), fields, chosen);
    expect(mapping.columns.map(({field, ignored}) => field ?? ignored)).to.deep.equal([
      'item',
      'left-out',
      'quantity',
      'duplicate',
    ]);
    expect(mapping.missing).to.deep.equal([]);
  });

  it('is remembered, through JSON, for files whose columns stand in another order', () => {
    const chosen = new Map([
      [0, 'item' as const],
      [1, 'reference' as const],
      [2, undefined],
    ]);
    const mapping = applyMapping(guess(text), fields, chosen);
    const remembered = reviveMapping(JSON.parse(JSON.stringify(rememberMapping(mapping))));
    const again = guess('Baz|Bar|Qty|Foo\n7|x|5|KH-1', {remembered});
    expect(again.columns.map(({field, ignored, by}) => [field ?? ignored, by])).to.deep.equal([
      ['left-out', 'remembered'],
      ['reference', 'remembered'],
      ['quantity', 'remembered'],
      ['item', 'remembered'],
    ]);
    expect(again.isSure).to.equal(true);
    expect(guess('New|Bar|Qty|Foo\n7|x|5|KH-1', {remembered}).isSure).to.equal(false);
    expect(mappingSignature(again)).to.equal('baz|bar|qty|foo');
  });

  it('is forgotten where it is none', () => {
    for (const value of [undefined, {}, [['Foo', 'price']], [['Foo']], [[1, null]]])
      expect(reviveMapping(value)).to.equal(undefined);
  });
});
