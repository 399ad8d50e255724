import type {Slices} from '../slices.ts';
import {Effort} from './effort.ts';
import {FILE_LIMITS, type FileContent, type FileOptions, type FileResult} from './file-content.ts';
import {tellArchive} from './file-kind.ts';
import {refuse} from './refusal.ts';
import type {Reading} from './xlsx-package.ts';
import {readPart} from './xlsx-package.ts';
import type {SheetContext} from './xlsx-cell.ts';
import {SheetReader} from './xlsx-sheet.ts';
import {readStrings} from './xlsx-strings.ts';
import {readStyles} from './xlsx-styles.ts';
import {readWorkbook, type Sheet, type Workbook} from './xlsx-workbook.ts';
import {openArchive, type ZipEntry} from './zip.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Reads a sheet of a workbook, or tells which ones there are. Throws a `Refusal`. */
export async function readXlsx(
  bytes: Bytes,
  options: FileOptions,
  slices: Slices,
  report?: (share: number) => void,
): Promise<FileResult> {
  const archive = openArchive(bytes, options.limits ?? FILE_LIMITS);
  const none = tellArchive(new Set(archive.keys()));
  if (none) return refuse(none);
  const reading: Reading = {archive, slices, effort: new Effort()};
  const workbook = await readWorkbook(reading);
  const sheets = await chooseSheets(workbook, options, reading);
  const [sheet, ...others] = sheets;
  if (!sheet) return refuse('no-sheet');
  if (others.length > 0) return {status: 'sheets', sheets: sheets.map(({index, name}) => ({index, name}))};
  const content = await readSheet(workbook, sheet, options, {
    ...reading,
    onRead: shares(workbook, sheet, report),
  });
  return {status: 'read', content};
}

/** Those that may be meant. A sheet without anything in it is not, unless it is the only one. */
async function chooseSheets(
  {sheets}: Workbook,
  options: FileOptions,
  reading: Reading,
): Promise<readonly Sheet[]> {
  if (options.sheet !== undefined) return sheets.filter(({index}) => index === options.sheet);
  if (sheets.length === 1) return sheets;
  const filled = new Map<ZipEntry, boolean>();
  const chosen: Sheet[] = [];
  for (const sheet of sheets) {
    // A part that is listed again is the same part.
    const isFilled = filled.get(sheet.part) ?? (await holdsAnything(sheet.part, reading));
    filled.set(sheet.part, isFilled);
    if (isFilled) chosen.push(sheet);
  }
  return chosen;
}

/** Whether there is a cell with a value or a formula. What it is does not matter yet. */
async function holdsAnything(part: ZipEntry, reading: Reading): Promise<boolean> {
  // How deep in a cell, which is 1, and in which element directly in it.
  let [depth, child] = [0, ''];
  let [isText, isFilled] = [false, false];
  await readPart(
    part,
    {
      open(name) {
        if (depth === 0 && name !== 'c') return;
        if (++depth === 2) child = name;
        if (depth === 2 && name === 'f') isFilled = true;
        isText = depth === 2 ? name === 'v' : child === 'is' && name === 't';
      },
      get wantsText() {
        return isText;
      },
      text(text) {
        if (text.trim() !== '') isFilled = true;
      },
      close() {
        isText = false;
        if (depth > 0) depth--;
      },
    },
    reading,
    () => isFilled,
  );
  return isFilled;
}

async function readSheet(
  {dateSystem, strings, styles}: Workbook,
  {index, name, part}: Sheet,
  {limits = FILE_LIMITS}: FileOptions,
  reading: Reading,
): Promise<FileContent> {
  const context: SheetContext = {
    strings: strings ? await readStrings(strings, limits.cell, reading) : [],
    forms: styles ? await readStyles(styles, reading) : [],
    dateSystem,
    limits,
    effort: reading.effort,
  };
  const reader = new SheetReader(context);
  await readPart(part, reader, reading);
  if (reader.isEmpty) refuse('no-sheet');
  return {format: 'xlsx', rows: reader.finish(), dateSystem, sheet: {index, name}};
}

/** Counts the packed bytes of what a sheet needs, and reports their share. */
function shares(
  {strings, styles}: Workbook,
  {part}: Sheet,
  report?: (share: number) => void,
): (count: number) => void {
  const total = [strings, styles, part].reduce((sum, each) => sum + (each?.packed.length ?? 0), 0);
  let read = 0;
  return (count) => {
    read += count;
    report?.(read / Math.max(1, total));
  };
}
