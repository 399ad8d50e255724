import fc from 'fast-check';
import {parseQuantity} from '../../src/orders/decimals.ts';
import {newDraft, newLine, type Draft, type DraftLine} from '../../src/orders/draft.ts';
import {headerLabels} from '../../src/orders/paste-headers.ts';
import {mergeLines, sameLines} from '../../src/orders/paste-merge.ts';
import {cleanCode, readDate, readNumber} from '../../src/orders/paste-values.ts';
import {
  applyPaste,
  planPaste,
  readPaste,
  type PasteAnswers,
  type PasteBlock,
  type PasteOptions,
} from '../../src/orders/paste.ts';
import {lineProblems, type LineField} from '../../src/orders/problems.ts';
import type {Item} from '../../src/portal/contract/catalog.ts';
import {describe, expect, it} from '../support/index.ts';

const english = {decimal: '.', group: ','};
const german = {decimal: ',', group: '.'};

const screw: Item = {
  itemNumber: 'KH-10036',
  description: 'Screw',
  units: [
    {code: 'PCS', label: 'piece', perBase: '1'},
    {code: 'BOX', label: 'box', perBase: '100'},
  ],
  variants: [
    {code: '08', description: 'Galvanised'},
    {code: '09', description: 'Plain'},
  ],
};

function read(text: string, options: Partial<PasteOptions> = {}): PasteBlock {
  const {block, problem} = readPaste(text, {at: 'item', ...options});
  if (!block) throw new Error(problem.code);
  return block;
}

/** Fields of a paste's columns, from left to right. */
function columnsOf(text: string, at: LineField = 'item'): (string | undefined)[] {
  return read(text, {at}).columns.map(({field, ignored}) => ignored ?? field);
}

function valuesOf(text: string, options: Partial<PasteOptions> = {}, answers: PasteAnswers = {}) {
  const {values} = planPaste(read(text, options), answers, english);
  return Object.fromEntries(values);
}

/** What a column of such cells is read as, without an answer. */
const quantities = (...cells: string[]) => valuesOf(['Qty', ...cells].join('\n'))['quantity'];
const dates = (...cells: string[]) => valuesOf(['Date', ...cells].join('\n'))['requestedDate'];

const line = (change: Partial<DraftLine> = {}): DraftLine => ({...newLine(), ...change});
const draftOf = (...lines: DraftLine[]): Draft => ({...newDraft(english), lines});

function paste(draft: Draft, text: string, at: LineField, index = 0, answers: PasteAnswers = {}) {
  const plan = planPaste(read(text, {at}), answers, draft.separators);
  return applyPaste(draft, plan, draft.lines[index]?.key ?? '');
}

const shown = ({search, variantCode, unitCode, quantity, requestedDate, note}: DraftLine) =>
  [search, variantCode ?? '', unitCode ?? '', quantity, requestedDate, note].join('|');

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

describe('a paste', () => {
  const problem = (text: string) => readPaste(text, {at: 'item'}).problem;

  it('of nothing, or of names alone, is told before any work', () => {
    expect(problem('')).to.deep.equal({code: 'empty'});
    expect(problem('\r\n')).to.deep.equal({code: 'empty'});
    expect(problem('Artikel\tMenge\r\n')).to.deep.equal({code: 'header-only'});
  });

  it('takes 5,000 rows below their names, and no more', () => {
    const rows = (count: number) => Array.from({length: count}, (_, row) => `A-${row}\t1`).join('\n');
    expect(read(`Item\tQty\n${rows(5000)}`).rows).to.equal(5000);
    const tooMany = {code: 'too-many-rows', limit: 5000};
    expect(problem(`Item\tQty\n${rows(5001)}`)).to.deep.equal(tooMany);
    expect(problem(rows(5001))).to.deep.equal(tooMany);
    expect(problem(`Item\tQty\n${rows(6000)}`)).to.deep.equal(tooMany);
  });

  it('keeps item numbers as they are', () => {
    const cells = ['00123', '90.750', '8.71E+12', '1,5', '12/2026', "'=A"];
    expect(valuesOf(['Item', ...cells].join('\n'))['item']).to.deep.equal([...cells.slice(0, 5), '=A']);
    expect(lineProblems(line({search: '8.71E+12', quantity: '1'}), english)).to.deep.equal([
      ['item', 'item-lost-digits'],
    ]);
  });

  it('takes out of codes what nobody sees, and counts it', () => {
    const codes = [
      'KH\u200B-10036',
      '\uFEFFKH-10036',
      'KH-10036\u00A0',
      'KH-10\u00AD036',
      'KH-10036\u0000',
      'KH‑10036',
    ];
    const block = read(['Item', ...codes, ' KH-10036 '].join('\n'));
    expect(block.texts.get('item')).to.deep.equal(Array.from({length: 7}, () => 'KH-10036'));
    expect(block.cleaned).to.equal(6);
    expect(cleanCode('M8 × 40')).to.equal('M8 × 40');
  });

  it('keeps cells that a spreadsheet could not compute', () => {
    const draft = draftOf(line());
    const {lines} = paste(draft, 'Artikel\tMenge\n#N/A\t#NV\n#REF!\t5', 'item');
    expect(lines.map((each) => lineProblems(each, english).map(([, code]) => code))).to.deep.equal([
      ['error-value', 'error-value'],
      ['error-value'],
    ]);
  });
});

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

describe('a paste in the lines', () => {
  it('overwrites its own columns from the active line on and adds the lines that are missing', () => {
    const draft = draftOf(
      line({search: 'A', quantity: '1', note: 'a'}),
      line({search: 'B', quantity: '2', note: 'b', requestedDate: '2026-01-01'}),
      line(),
    );
    const {draft: after} = paste(draft, 'KH-1\t7\nKH-2\t8\nKH-3\t9\n', 'item', 1);
    expect(after.lines.map(shown)).to.deep.equal([
      'A|||1||a',
      'KH-1|||7|2026-01-01|b',
      'KH-2|||8||',
      'KH-3|||9||',
    ]);
    expect(after.lines[0]).to.equal(draft.lines[0]);
    expect(after.lines.slice(0, 3).map(({key}) => key)).to.deep.equal(draft.lines.map(({key}) => key));
  });

  it('keeps a line’s item where its number is the same, and drops it with what belongs to it where it is not', () => {
    const known = {search: 'KH-10036', item: screw, variantCode: '09', unitCode: 'BOX', quantity: '1'};
    const draft = draftOf(line(known), line(known), line(known));
    const {lines} = paste(draft, 'kh-10036\t5\nKH-9\t6', 'item');
    expect(lines.map(({item}) => item)).to.deep.equal([screw, undefined]);
    expect(lines.map(shown)).to.deep.equal(['KH-10036|09|BOX|5||', 'KH-9|||6||']);
  });

  it('finds variants and units of a known item by their names', () => {
    const draft = draftOf(line({search: 'KH-10036', item: screw, quantity: '1'}));
    expect(paste(draft, 'Galvanised\tbox', 'variant').lines.map(shown)).to.deep.equal([
      'KH-10036|08|BOX|1||',
    ]);
    expect(paste(draft, 'Pink', 'variant').lines.map(shown)).to.deep.equal(['KH-10036|Pink||1||']);
  });

  it('leaves the draft as it is where nothing changes', () => {
    const draft = draftOf(line({search: 'A', quantity: '1'}), line());
    expect(paste(draft, 'A\n', 'item').draft).to.equal(draft);
  });

  it('touches no other line and no other field, whatever is pasted where', () => {
    const cell = fc.constantFrom(
      'KH-1',
      '00123',
      '5',
      '1,234',
      '12,5',
      '03.04.2026',
      'PCS',
      'some words',
      '',
    );
    const text = fc
      .array(fc.array(cell, {minLength: 1, maxLength: 7}), {minLength: 1, maxLength: 6})
      .map((rows) => rows.map((row) => row.join('\t')).join('\n'));
    const at = fc.constantFrom<LineField>('item', 'variant', 'unit', 'quantity', 'requestedDate', 'note');
    fc.assert(
      fc.property(text, at, fc.nat(4), fc.nat(5), (pasted, field, count, place) => {
        const draft = draftOf(
          ...Array.from({length: count + 1}, (_, index) =>
            line({search: `S${index}`, quantity: '1', note: 'n', variantCode: 'v', unitCode: 'u'}),
          ),
        );
        const index = Math.min(place, count);
        const {block} = readPaste(pasted, {at: field});
        if (!block) return;
        const plan = planPaste(block, {}, english);
        const {draft: after, lines} = applyPaste(draft, plan, draft.lines[index]?.key ?? '');
        expect(after.lines).to.have.length(Math.max(count + 1, index + block.rows));
        expect(after.lines.slice(index, index + block.rows)).to.deep.equal(lines);
        for (const [number, before] of draft.lines.entries()) {
          const now = after.lines[number];
          if (number < index || number >= index + block.rows) expect(now).to.equal(before);
          if (!now) continue;
          const has = (name: LineField) => plan.values.has(name);
          if (!has('item')) expect(now.search).to.equal(before.search);
          if (!has('variant') && now.search === before.search) expect(now.variantCode).to.equal('v');
          if (!has('unit') && now.search === before.search) expect(now.unitCode).to.equal('u');
          if (!has('quantity')) expect(now.quantity).to.equal('1');
          if (!has('requestedDate')) expect(now.requestedDate).to.equal('');
          if (!has('note')) expect(now.note).to.equal('n');
        }
        expect(new Set(after.lines.map(({key}) => key)).size).to.equal(after.lines.length);
      }),
      {numRuns: 500},
    );
  });
});

describe('lines that order the same', () => {
  const order = (change: Partial<DraftLine>) =>
    line({item: screw, search: 'KH-10036', variantCode: '08', quantity: '1', ...change});

  it('are those equal in item, variant, unit, date and note', () => {
    const lines = [
      order({}),
      order({unitCode: 'PCS', quantity: '2.5'}),
      order({variantCode: '09'}),
      order({unitCode: 'BOX'}),
      order({note: 'x'}),
      order({requestedDate: '2026-01-01'}),
      line({search: 'A', quantity: '1'}),
      line({search: 'A', quantity: '1'}),
    ];
    expect(sameLines(lines, english)).to.deep.equal([lines.slice(0, 2)]);
    const draft = draftOf(...lines);
    const merged = mergeLines(draft, sameLines(lines, english));
    expect(merged.lines.map(({quantity}) => quantity)).to.deep.equal(['3.5', '1', '1', '1', '1', '1', '1']);
    expect(merged.lines.slice(1)).to.deep.equal(lines.slice(2));
  });

  it('are not merged where a quantity cannot be read, or the sum would be too long', () => {
    expect(sameLines([order({}), order({quantity: 'x'})], english)).to.deep.equal([]);
    expect(sameLines([order({quantity: '9'.repeat(15)}), order({})], english)).to.deep.equal([]);
  });

  it('order as much in one as in many', () => {
    const typed = fc.record({
      thousandths: fc.integer({min: 1, max: 9_999_999}),
      variantCode: fc.constantFrom('08', '09'),
      note: fc.constantFrom('', ' ', 'a'),
    });
    const total = (lines: readonly DraftLine[]) => {
      const sums = new Map<string, bigint>();
      for (const each of lines) {
        const key = `${each.variantCode}${each.note.trim()}`;
        const [whole = '0', part = ''] = each.quantity.split(',');
        sums.set(key, (sums.get(key) ?? 0n) + BigInt(whole) * 1000n + BigInt(part.padEnd(3, '0')));
      }
      return sums;
    };
    fc.assert(
      fc.property(fc.array(typed, {minLength: 1, maxLength: 12}), (all) => {
        const lines = all.map(({thousandths, ...rest}) =>
          order({
            ...rest,
            quantity: `${Math.floor(thousandths / 1000)},${String(thousandths % 1000).padStart(3, '0')}`,
          }),
        );
        const draft = {...draftOf(...lines), separators: german};
        fc.pre(lines.every(({quantity}) => parseQuantity(quantity, german).value !== undefined));
        const merged = mergeLines(draft, sameLines(draft.lines, german));
        expect(total(merged.lines)).to.deep.equal(total(lines));
        expect(sameLines(merged.lines, german)).to.deep.equal([]);
        expect(merged.lines).to.have.length(total(lines).size);
      }),
      {numRuns: 300},
    );
  });
});
