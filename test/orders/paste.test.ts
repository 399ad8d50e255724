import fc from 'fast-check';
import type {Draft, DraftLine} from '../../src/orders/draft.ts';
import {applyPaste, planPaste, readPaste, type PasteAnswers} from '../../src/orders/paste.ts';
import {lineProblems, type LineField} from '../../src/orders/problems.ts';
import {cleanCode} from '../../src/orders/paste-values.ts';
import {describe, expect, it} from '../support/index.ts';
import {draftOf, english, line, read, screw, valuesOf} from './pasted.ts';

function paste(draft: Draft, text: string, at: LineField, index = 0, answers: PasteAnswers = {}) {
  const plan = planPaste(read(text, {at}), answers, draft.separators);
  return applyPaste(draft, plan, draft.lines[index]?.key ?? '');
}

const shown = ({search, variantCode, unitCode, quantity, requestedDate, note}: DraftLine) =>
  [search, variantCode ?? '', unitCode ?? '', quantity, requestedDate, note].join('|');

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
