import type {DateSystem} from '../paste-values.ts';
import type {SheetName} from './file-content.ts';
import {refuse} from './refusal.ts';
import {readPart, readRelationships, type Reading} from './xlsx-package.ts';
import type {ZipEntry} from './zip.ts';

/** A sheet of cells that can be seen. */
export interface Sheet extends SheetName {
  readonly part: ZipEntry;
}

/** Which parts make a workbook. */
export interface Workbook {
  readonly dateSystem: DateSystem;
  /** Those that can be seen and hold cells. */
  readonly sheets: readonly Sheet[];
  readonly strings?: ZipEntry | undefined;
  readonly styles?: ZipEntry | undefined;
}

/** How many sheets a workbook may list: parts may be listed more than once. */
const SHEETS = 200;

interface Listed extends SheetName {
  readonly id: string;
  readonly isSeen: boolean;
}

/** Finds the parts of a workbook by what they say of each other. Throws a `Refusal`. */
export async function readWorkbook(reading: Reading): Promise<Workbook> {
  const main = await findMain(reading);
  const {dateSystem, listed} = await readMain(main, reading);
  const relationships = await readRelationships(main.name, reading);
  const partOf = (wanted: string) =>
    [...relationships.values()].find(({type, part}) => type === wanted && part)?.part;
  const sheets = listed.flatMap(({index, name, id, isSeen}): Sheet[] => {
    const {type, part} = relationships.get(id) ?? {};
    if (!isSeen || (type !== undefined && type !== 'worksheet')) return [];
    return [{index, name, part: part ?? refuse('damaged')}];
  });
  return {dateSystem, sheets, strings: partOf('sharedStrings'), styles: partOf('styles')};
}

async function findMain(reading: Reading): Promise<ZipEntry> {
  const relationships = await readRelationships('', reading);
  const named = [...relationships.values()].find(({type}) => type === 'officeDocument');
  const main = named ? named.part : reading.archive.get('xl/workbook.xml');
  return main ?? refuse('damaged');
}

async function readMain(
  main: ZipEntry,
  reading: Reading,
): Promise<{dateSystem: DateSystem; listed: readonly Listed[]}> {
  let dateSystem: DateSystem = 1900;
  let isWorkbook = false;
  const listed: Listed[] = [];
  await readPart(
    main,
    {
      open(element, attributes) {
        isWorkbook ||= element === 'workbook';
        if (element === 'workbookPr' && isTrue(attributes.get('date1904'))) dateSystem = 1904;
        if (element !== 'sheet') return;
        if (listed.length === SHEETS) refuse('unsafe');
        const name = attributes.get('name') ?? '';
        const isSeen = (attributes.get('state') ?? 'visible') === 'visible';
        listed.push({index: listed.length, name, id: attributes.get('id') ?? '', isSeen});
      },
      wantsText: false,
      text: () => undefined,
      close: () => undefined,
    },
    reading,
  );
  // A document or a presentation is such an archive, too.
  return isWorkbook ? {dateSystem, listed} : refuse('not-a-table');
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
