/** The cases of two public suites. Papa Parse says what is expected of its own, but where we mean to differ. */
import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import {test} from 'node:test';
import vm from 'node:vm';
import {parseDelimited, type DelimitedResult} from '../../src/orders/delimited.ts';
import {tellDelimiter} from '../../src/orders/files/csv.ts';
import {FILE_LIMITS} from '../../src/orders/files/file-content.ts';

interface Case {
  readonly description: string;
  readonly input: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly expected: {readonly data: string[][]};
}

interface Suite {
  readonly CORE_PARSER_TESTS: readonly Case[];
  readonly PARSE_TESTS: readonly Case[];
}

const unclosed = (row: number): DelimitedResult => ({problem: {code: 'quote-unclosed', row}});

/** What we make of a case that Papa Parse sees in another way, and why. */
const differing = new Map<string, DelimitedResult>([
  // A quote without an end would swallow the rows behind it. It is an error in the row where it begins.
  ['Quoted field has no closing quote', unclosed(1)],
  ['Quoted field has invalid trailing quote after delimiter with a valid closer', unclosed(1)],
  ['Quoted field has invalid trailing quote after delimiter', unclosed(1)],
  ['Quoted field has invalid trailing quote after new line', unclosed(1)],
  // What goes on behind its second quote has never been quoted: "Gold" screws.
  [
    'Quoted field has invalid trailing quote before delimiter',
    {
      rows: [
        ['a', '"b"c', 'd'],
        ['e', 'f', 'g'],
      ],
    },
  ],
  // Files that were put together from several systems have line breaks of several kinds.
  [
    'Mixed slash n and slash r should choose first as precident',
    {
      rows: [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
        ['g', 'h', 'i'],
      ],
    },
  ],
]);

/** An empty row holds nothing, and none follows the last one with something in it. */
function withoutEmpty(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const filled = rows.map((row) => (row.every((cell) => cell.trim() === '') ? [] : row));
  return filled.slice(0, filled.findLastIndex((row) => row.length > 0) + 1);
}

/** The cases without options that we do not have: comments, headers, types, other quotes. */
function plain(cases: readonly Case[]): readonly Case[] {
  return cases.filter(({input, config = {}}) => {
    const {delimiter = ',', ...others} = config;
    const isOne = typeof delimiter === 'string' && /^[^\r\n]$/.test(delimiter);
    return typeof input === 'string' && isOne && Object.keys(others).length === 0;
  });
}

async function papaparse(): Promise<Suite> {
  const describe = Object.assign(() => undefined, {skip: () => undefined});
  const Papa = {RECORD_SEP: '\u001E', UNIT_SEP: '\u001F'};
  const suite = vm.createContext({chai: {assert}, Papa, describe, it: describe});
  vm.runInContext(await readFile('node_modules/papaparse/tests/test-cases.js', 'utf8'), suite);
  // Lists of another realm are none to assert. A delimiter that is a function is none of ours.
  const text = JSON.stringify(suite, (_, value: unknown) =>
    typeof value === 'function' ? 'function' : value,
  );
  return JSON.parse(text) as Suite;
}

function assertCase({description, input, config, expected}: Case, told: string): void {
  const delimiter = (config?.['delimiter'] as string | undefined) ?? told;
  const result = parseDelimited(input, delimiter, FILE_LIMITS);
  const wanted = differing.get(description) ?? {rows: withoutEmpty(expected.data)};
  assert.deepEqual(result, wanted, description);
}

test('the cases of Papa Parse are read as it says, or as we say', async () => {
  const {CORE_PARSER_TESTS: core, PARSE_TESTS: parse} = await papaparse();
  const cases = [...plain(core), ...plain(parse)];
  assert.ok(cases.length > 80, `${cases.length} cases`);
  const known = new Set(cases.map(({description}) => description));
  for (const description of differing.keys()) assert.ok(known.has(description), description);
  for (const each of plain(core)) assertCase(each, ',');
  for (const each of plain(parse)) assertCase(each, tellDelimiter(each.input));
});

test('the cases of csv-spectrum are read as they say', async () => {
  const folder = 'node_modules/csv-spectrum';
  const files = await readdir(`${folder}/csvs`);
  assert.ok(files.length >= 12);
  for (const file of files) {
    const text = await readFile(`${folder}/csvs/${file}`, 'utf8');
    const json = await readFile(`${folder}/json/${file.replace(/csv$/, 'json')}`, 'utf8');
    // In one of them, the number of a telephone has been changed in the text alone.
    const parsed = JSON.parse(json.replace('1234567890', '2095257564')) as object | readonly object[];
    const wanted = [parsed].flat();
    const {rows: [header = [], ...rows] = []} = parseDelimited(text, tellDelimiter(text), FILE_LIMITS);
    const read = rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
    assert.deepEqual(read, wanted, file);
  }
});
