import type {PartnerType} from '../portal/contract/index.ts';
import {isAddress, readPeople, seen, seenAddress} from './addresses.ts';
import type {InvitationDraft} from './invitation-draft.ts';

/** What a column of a list of people holds. */
type Meaning = 'email' | 'name' | 'firstName' | 'lastName' | 'partnerType' | 'areas' | 'message' | 'locale';

const names: readonly (readonly [Meaning, string])[] = [
  [
    'email',
    'email; e mail; mail; email address; e mail address; mail address; emailadresse; e mail adresse; mailadresse; adresse; address',
  ],
  [
    'name',
    'name; full name; contact; contact name; contact person; person; display name; ansprechpartner; kontakt; kontaktperson; vollständiger name',
  ],
  ['firstName', 'first name; given name; forename; vorname'],
  ['lastName', 'last name; surname; family name; nachname; familienname; zuname'],
  ['partnerType', 'partner type; type; kind; role; partnerart; partnertyp; art; typ; rolle'],
  ['areas', 'areas; area; access; opens; rights; bereiche; bereich; zugriff; zugriffe; rechte'],
  ['message', 'message; note; personal message; nachricht; mitteilung; anschreiben; persönliche nachricht'],
  ['locale', 'language; lang; locale; mail language; sprache; sprache der e mail'],
];

const known = new Map(
  names.flatMap(([meaning, list]) => list.split(';').map((name) => [nameKey(name), meaning] as const)),
);

/** Languages that people write by their names. */
const languages = [
  'en',
  'de',
  'fr',
  'it',
  'es',
  'pt',
  'nl',
  'pl',
  'cs',
  'sk',
  'da',
  'sv',
  'nb',
  'fi',
  'hu',
  'tr',
  'ar',
];

/**
 * Reads people from a text: as addresses are written, or as cells of a spreadsheet. `cells` takes apart what has tabs, or the
 * delimiter that the names of its columns have between them; undefined where that cannot be done.
 */
export function readText(
  text: string,
  types: readonly PartnerType[],
  cells: (text: string, delimiter: string) => readonly (readonly string[])[] | undefined,
): InvitationDraft[] {
  const delimiter = delimiterOf(text);
  const table = delimiter === undefined ? undefined : cells(text, delimiter);
  if (table) return readTable(table, types);
  const people = readPeople(text);
  // The name of a column that was copied with it.
  if (people[0] && people.length > 1 && known.has(nameKey(people[0].email))) people.shift();
  return people;
}

/** Reads people from rows of cells, with the names of the columns above them or without. Empty rows are none. */
export function readTable(
  rows: readonly (readonly string[])[],
  types: readonly PartnerType[],
): InvitationDraft[] {
  const filled = rows.map((cells) => cells.map(tidy)).filter((cells) => cells.some((cell) => cell !== ''));
  const [first, ...others] = filled;
  if (!first) return [];
  const head = first.map((cell) => known.get(nameKey(cell)));
  const hasHead = !first.some((cell) => cell.includes('@')) && head.some((meaning) => meaning !== undefined);
  const body = hasHead ? others : filled;
  const columns = hasHead ? completed(head, body) : tellColumns(body, types);
  return body.flatMap((cells) => readRow(cells, columns, types));
}

/** Which delimiter a text has between its cells; undefined where it has none. */
function delimiterOf(text: string): string | undefined {
  if (text.includes('\t')) return '\t';
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const [head = ''] = lines;
  return [';', ','].find((delimiter) => {
    const cells = head.split(delimiter);
    if (cells.length < 2) return false;
    // Some of the names may be the company's own.
    if (!head.includes('@')) return cells.some((cell) => known.has(nameKey(cell)));
    return lines.every((line) => isRow(line, delimiter, cells.length));
  });
}

/** Whether a line is one of a table, and not of addresses: one of its cells is an address and nothing besides. */
function isRow(line: string, delimiter: string, width: number): boolean {
  const cells = line.split(delimiter).map((cell) => seenAddress(cell.replaceAll('"', '')));
  return cells.length === width && cells.filter(isAddress).length === 1 && !line.includes('<');
}

/** A column of addresses whose name says nothing is told by what is in it. */
function completed(
  head: readonly (Meaning | undefined)[],
  body: readonly (readonly string[])[],
): readonly (Meaning | undefined)[] {
  if (head.includes('email')) return head;
  const email = addressColumn(body);
  return head.map((meaning, index) => (index === email ? 'email' : meaning));
}

function addressColumn(body: readonly (readonly string[])[]): number {
  const width = Math.max(0, ...body.map(({length}) => length));
  const counts = Array.from(
    {length: width},
    (_, index) => body.filter((cells) => cells[index]?.includes('@')).length,
  );
  const most = Math.max(0, ...counts);
  return most === 0 ? -1 : counts.indexOf(most);
}

/** Tells columns without names by what is in them. */
function tellColumns(
  body: readonly (readonly string[])[],
  types: readonly PartnerType[],
): readonly (Meaning | undefined)[] {
  const width = Math.max(0, ...body.map(({length}) => length));
  const email = addressColumn(body);
  const meanings: (Meaning | undefined)[] = [];
  for (let index = 0; index < width; index++) {
    const cells = body.map((row) => row[index] ?? '').filter((cell) => cell !== '');
    meanings[index] = index === email ? 'email' : cells.length > 0 ? tellColumn(cells, types) : undefined;
  }
  // Only the first column of words is a name, and the one beside it where both have a word each: Ada | Lovelace.
  const words = meanings.flatMap((meaning, index) => (meaning === 'name' ? [index] : []));
  const [one, other] = words;
  for (const index of words.slice(1)) meanings[index] = undefined;
  if (one !== undefined && other === one + 1 && areWords(body, one) && areWords(body, other)) {
    meanings[one] = 'firstName';
    meanings[other] = 'lastName';
  }
  return meanings;
}

function tellColumn(cells: readonly string[], types: readonly PartnerType[]): Meaning {
  if (cells.every((cell) => typeNamed(cell, types))) return 'partnerType';
  if (cells.every((cell) => languageNamed(cell) !== undefined)) return 'locale';
  const areas = types.flatMap((type) => type.areas);
  const isArea = (text: string) => areas.some(({key, label}) => isNamed(text, key, label));
  return cells.every((cell) => pieces(cell).every(isArea)) ? 'areas' : 'name';
}

function areWords(body: readonly (readonly string[])[], index: number): boolean {
  return body.every((cells) => !(cells[index] ?? '').includes(' '));
}

function readRow(
  cells: readonly string[],
  columns: readonly (Meaning | undefined)[],
  types: readonly PartnerType[],
): InvitationDraft[] {
  const of = (meaning: Meaning): string => {
    const texts = columns.flatMap((one, index) => (one === meaning ? [cells[index] ?? ''] : []));
    return texts.find((text) => text !== '') ?? '';
  };
  const people = readPeople(of('email').replaceAll('\n', '; '));
  const name = seen(of('name')) || seen(`${of('firstName')} ${of('lastName')}`);
  const partnerType = seen(of('partnerType'));
  const type = partnerType ? typeNamed(partnerType, types) : undefined;
  const areas = pieces(of('areas'));
  const locale = seen(of('locale'));
  const message = of('message');
  const terms = {
    ...(partnerType && {partnerType: type?.type ?? partnerType}),
    ...(areas.length > 0 && {areas: areas.map((area) => areaNamed(area, type ? [type] : types) ?? area)}),
    ...(message && {message}),
    ...(locale && {locale: languageNamed(locale) ?? locale}),
  };
  if (people.length === 0) return [{email: '', name, ...terms}];
  return people.map((person) => ({email: person.email, name: name || person.name, ...terms}));
}

function typeNamed(text: string, types: readonly PartnerType[]): PartnerType | undefined {
  return types.find(({type, label}) => isNamed(text, type, label));
}

function areaNamed(text: string, types: readonly PartnerType[]): string | undefined {
  for (const {areas} of types) {
    const area = areas.find(({key, label}) => isNamed(text, key, label));
    if (area) return area.key;
  }
  return undefined;
}

/** The tag of a language that is named by its tag, or in English or German. */
function languageNamed(text: string): string | undefined {
  if (/^[a-z]{2}([-_][a-z]{2})?$/i.test(text)) {
    const [language = '', region] = text.split(/[-_]/);
    return region ? `${language.toLowerCase()}-${region.toUpperCase()}` : language.toLowerCase();
  }
  const key = nameKey(text);
  return languages.find((language) =>
    ['en', 'de'].some((locale) => {
      const own = new Intl.DisplayNames(locale, {type: 'language'}).of(language);
      return own !== undefined && nameKey(own) === key;
    }),
  );
}

function isNamed(text: string, key: string, label: string): boolean {
  const name = nameKey(text);
  return name !== '' && (name === nameKey(key) || name === nameKey(label));
}

function pieces(text: string): string[] {
  return text
    .split(/[,;|/\n·]+/)
    .map(seen)
    .filter((piece) => piece !== '');
}

/** A cell without space around it; lines within it stay. */
function tidy(cell: string): string {
  return cell.trim();
}

/** What a name is compared by: its letters and digits alone. `E-Mail *` is `email`. */
function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
