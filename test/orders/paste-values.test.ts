import fc from 'fast-check';
import {parseQuantity} from '../../src/orders/decimals.ts';
import {planPaste} from '../../src/orders/paste.ts';
import {readDate, readNumber} from '../../src/orders/paste-values.ts';
import {lineProblems} from '../../src/orders/problems.ts';
import {describe, expect, it} from '../support/index.ts';
import {english, german, line, read, screw, valuesOf} from './pasted.ts';

/** What a column of such cells is read as, without an answer. */
const quantities = (...cells: string[]) => valuesOf(['Qty', ...cells].join('\n'))['quantity'];
const dates = (...cells: string[]) => valuesOf(['Date', ...cells].join('\n'))['requestedDate'];

describe('quantities of a paste', () => {
  it('are read where they can mean one thing only', () => {
    expect(quantities('1.234,56')).to.deep.equal(['1234.56']);
    expect(quantities('1,234.56')).to.deep.equal(['1234.56']);
    expect(quantities('12,50', '12.50')).to.deep.equal(['12.5', '12.5']);
    expect(quantities('1.234.567', '0,125', '1 234', "1'234,5")).to.deep.equal([
      '1234567',
      '0.125',
      '1234',
      '1234.5',
    ]);
    expect(quantities('007', '5.', ',5')).to.deep.equal(['7', '5', '0.5']);
  });

  it('are read as the other rows are', () => {
    expect(quantities('1.234', '12,5')).to.deep.equal(['1234', '12.5']);
    expect(quantities('1.234', '12.5')).to.deep.equal(['1.234', '12.5']);
    expect(quantities('1,234', '1,234.5')).to.deep.equal(['1234', '1234.5']);
    expect(quantities('1,234', '2.345.678')).to.deep.equal(['1.234', '2345678']);
    expect(read('Qty\n1.234\n12,5').questions).to.deep.equal([]);
  });

  it('are asked for once where the column could be read in two ways', () => {
    const block = read('Item\tQty\nA\t1,234\nB\t5\nC\t1.500\nD\t1,234');
    expect(block.questions).to.deep.equal([
      {
        field: 'quantity',
        samples: [
          {text: '1,234', ways: {point: '1234', comma: '1.234'}},
          {text: '1.500', ways: {point: '1.5', comma: '1500'}},
        ],
      },
    ]);
    const answered = (quantity: 'point' | 'comma') =>
      planPaste(block, {quantity}, german).values.get('quantity');
    expect(answered('point')).to.deep.equal(['1234', '5', '1,5', '1234']);
    expect(answered('comma')).to.deep.equal(['1,234', '5', '1500', '1,234']);
    // Rows that contradict each other decide nothing.
    expect(read('Qty\n1,234\n12,5\n12.5').questions).to.have.length(1);
  });

  it('stay as they are where they cannot be read, with a reason', () => {
    const cells = ['1e3', '-1', '0', 'NaN', '５', '5 pcs', '1.2.3', '1,23,456'];
    expect(quantities(...cells)).to.deep.equal(cells);
    for (const quantity of cells) {
      expect(
        lineProblems(line({item: {...screw, variants: []}, quantity}), english),
        quantity,
      ).to.have.length(1);
    }
  });

  it('never change their value', () => {
    const text = fc.string({unit: fc.constantFrom(..."0123456789.,' -".split('')), maxLength: 9});
    fc.assert(
      fc.property(text, fc.constantFrom(english, german), (cell, separators) => {
        const reading = readNumber(cell);
        const {value} = parseQuantity(cell, separators);
        if (reading === undefined) expect(value).to.equal(undefined);
        else if (value !== undefined)
          expect(reading.value === undefined ? Object.values(reading.ways) : [reading.value]).to.include(
            value,
          );
        // What is read has the digits that were typed.
        const digits = (number = '') => number.replaceAll(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '');
        for (const way of reading?.value === undefined ? Object.values(reading?.ways ?? {}) : [reading.value])
          expect(digits(way)).to.equal(digits(cell));
      }),
      {numRuns: 2000},
    );
  });
});

describe('dates of a paste', () => {
  it('are read in the ways of spreadsheets', () => {
    const day = '2026-04-03';
    const cells = [
      '2026-04-03',
      '2026/4/3',
      '2026-04-03T00:00:00.000Z',
      '2026-04-03 23:59',
      '20260403',
      '03.04.2026',
      '3.4.26',
      '03.04.2026 00:00',
      'Freitag, 3. April 2026',
      'Fr. 03.04.2026',
      '3-Apr-26',
      'April 3, 2026',
      '3. Apr. 2026',
      '46115',
      '46115.75',
    ];
    expect(dates(...cells)).to.deep.equal(cells.map(() => day));
    expect(valuesOf('Date\n44653', {dateSystem: 1904})['requestedDate']).to.deep.equal([day]);
  });

  it('are read as the other rows are', () => {
    expect(dates('03/04/2026', '25/04/2026')).to.deep.equal(['2026-04-03', '2026-04-25']);
    expect(dates('03/04/2026', '04/25/2026')).to.deep.equal(['2026-03-04', '2026-04-25']);
    expect(dates('4/4/26')).to.deep.equal(['2026-04-04']);
  });

  it('are asked for once for the column', () => {
    const block = read('Item\tQty\tDate\nA-1\t5\t03/04/2026\nA-2\t6\t05-06-26');
    expect(block.questions).to.deep.equal([
      {
        field: 'requestedDate',
        samples: [
          {text: '03/04/2026', ways: {dmy: '2026-04-03', mdy: '2026-03-04'}},
          {text: '05-06-26', ways: {dmy: '2026-06-05', mdy: '2026-05-06'}},
        ],
      },
    ]);
    const {values} = planPaste(block, {requestedDate: 'mdy'}, english);
    expect(values.get('requestedDate')).to.deep.equal(['2026-03-04', '2026-05-06']);
  });

  it('stay as they are where they cannot be read, with a reason', () => {
    const cells = ['next week', '31.02.2026', '2026-13-01', '12', 'KW 14', '#VALUE!'];
    expect(dates(...cells)).to.deep.equal(cells);
    for (const requestedDate of cells) {
      expect(
        lineProblems(line({item: {...screw, variants: []}, quantity: '1', requestedDate}), english),
      ).to.deep.equal([['requestedDate', 'date-unreadable']]);
    }
  });

  it('are the day that they say, whatever the mark', () => {
    const day = fc.date({min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true});
    fc.assert(
      fc.property(day, (at) => {
        const iso = at.toISOString().slice(0, 10);
        const [year = '', month = '', date = ''] = iso.split('-');
        expect(readDate(`${Number(date)}.${Number(month)}.${year}`)?.value).to.equal(iso);
        const slashed = readDate(`${month}/${date}/${year}`);
        expect(slashed?.value ?? slashed?.ways?.['mdy']).to.equal(iso);
        const serial = Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
        expect(dates(String(serial))).to.deep.equal([iso]);
      }),
      {numRuns: 300},
    );
  });
});
