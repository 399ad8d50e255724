import type {LineField} from '../../src/orders/problems.ts';
import {headerLabels} from '../../src/orders/paste-headers.ts';
import {describe, expect, it} from '../support/index.ts';
import {read, valuesOf} from './pasted.ts';

/** Fields of a paste's columns, from left to right. */
function columnsOf(text: string, at: LineField = 'item'): (string | undefined)[] {
  return read(text, {at}).columns.map(({field, ignored}) => ignored ?? field);
}

describe('the columns of a paste', () => {
  it('are told by their names, in English, in German and by the keys of the template', () => {
    for (const header of [
      'Item\tVariant\tUnit\tQuantity\tRequested delivery date\tNote',
      'Artikel-Nr.\tVariante\tME\tMenge\tWunschtermin\tBemerkung',
      'SKU\tVariant code\tUoM\tQty.\tDelivery date\tRemarks',
      'itemNumber\tvariantCode\tunitCode\tquantity\trequestedDate\tnote',
    ]) {
      expect(columnsOf(`${header}\nX\t1\tPCS\t5\t2026-04-03\tn`), header).to.deep.equal([
        'item',
        'variant',
        'unit',
        'quantity',
        'requestedDate',
        'note',
      ]);
    }
  });

  it('may come in any order, wherever they are pasted', () => {
    expect(columnsOf('Termin\tAnzahl\tEAN\n1.2.2026\t5\t4006381333931', 'note')).to.deep.equal([
      'requestedDate',
      'quantity',
      'item',
    ]);
  });

  it('have names in the user’s own words too', () => {
    const labels = headerLabels([['Référence', 'item'] as const, ['Quantité', 'quantity'] as const]);
    expect(valuesOf('Quantité\tRéférence\n5\tA-1', {labels})).to.deep.equal({item: ['A-1'], quantity: ['5']});
  });

  it('are not read where they hold prices, amounts or descriptions', () => {
    expect(
      columnsOf(
        'Pos.\tItem\tDescription\tQty\tUnit price (EUR)\tBetrag\tStore\n1\tA-1\tScrew\t5\t1.50\t7.50\tx',
      ),
    ).to.deep.equal(['position', 'item', 'description', 'quantity', 'price', 'price', 'unknown']);
  });

  it('are not shaken by names that are unknown, double or hostile', () => {
    const text = '__proto__\tconstructor\tItem\tItem\tMenge\tQuantity\ttoString\n1\t2\tA-1\tA-2\t5\t6\t7';
    expect(columnsOf(text)).to.deep.equal([
      'unknown',
      'unknown',
      'item',
      'duplicate',
      'quantity',
      'duplicate',
      'unknown',
    ]);
    expect(valuesOf(text)).to.deep.equal({item: ['A-1'], quantity: ['5']});
    expect(({} as Record<string, unknown>)['item']).to.equal(undefined);
  });

  it('help each other where an item has several numbers', () => {
    expect(valuesOf('EAN\tArt.-Nr.\tMenge\n4006381333931\tA-1\t5\n4006381333948\t\t6')['item']).to.deep.equal(
      ['A-1', '4006381333948'],
    );
  });

  it('are told by what is in them', () => {
    const codes = (rest: string) => `KH-10036\t${rest}\nKH-10042\t${rest}`;
    expect(columnsOf(codes('5'))).to.deep.equal(['item', 'quantity']);
    expect(columnsOf(codes('5'), 'quantity')).to.deep.equal(['item', 'quantity']);
    expect(columnsOf('5\tKH-10036\n7\tKH-10042')).to.deep.equal(['quantity', 'item']);
    expect(columnsOf(codes('PCS\t5\t03.04.2026'))).to.deep.equal([
      'item',
      'unit',
      'quantity',
      'requestedDate',
    ]);
    expect(columnsOf(codes('Hex bolt, zinc plated\t5'))).to.deep.equal(['item', 'unknown', 'quantity']);
    expect(columnsOf('1\tA-1\t4\n2\tA-2\t4\n3\tA-3\t4')).to.deep.equal(['unknown', 'item', 'quantity']);
    expect(columnsOf(codes('1.50\t5'))).to.deep.equal(['item', 'unknown', 'quantity']);
    expect(columnsOf(codes('#N/A\t5'))[0]).to.equal('item');
  });

  it('hold GTINs and not quantities where numbers have their length', () => {
    for (const gtin of ['40170725', '036000291452', '4006381333931', '14006381333938']) {
      expect(columnsOf(`12\t${gtin}\n7\t${gtin}`), gtin).to.deep.equal(['quantity', 'item']);
    }
    expect(columnsOf('10036\t5\n10042\t7')).to.deep.equal(['item', 'quantity']);
  });

  it('are what they are pasted on where nothing speaks against it', () => {
    expect(columnsOf('5\t2026-04-03', 'quantity')).to.deep.equal(['quantity', 'requestedDate']);
    expect(columnsOf('5\t2026-04-03\tfor the site', 'quantity')[2]).to.equal('note');
    expect(columnsOf('PCS\t5', 'unit')).to.deep.equal(['unit', 'quantity']);
    expect(columnsOf('KH-10036\t09\tPCS\t5\t\t')).to.deep.equal([
      'item',
      'variant',
      'unit',
      'quantity',
      'requestedDate',
      'note',
    ]);
  });

  it('go to the field they are pasted on where there is one alone', () => {
    for (const at of ['item', 'variant', 'unit', 'quantity', 'requestedDate', 'note'] as const) {
      expect(columnsOf('4711', at)).to.deep.equal([at]);
      expect(columnsOf('4711\n4712\n', at)).to.deep.equal([at]);
    }
    expect(columnsOf('Menge\n5\n7')).to.deep.equal(['quantity']);
    expect(columnsOf('Quantity\nas agreed', 'note')).to.deep.equal(['note']);
  });

  it('make no row of names out of values', () => {
    expect(columnsOf('KH-1\tStk\t5')).to.deep.equal(['item', 'unit', 'quantity']);
    expect(read('KH-1\tStk\t5').rows).to.equal(1);
  });
});
