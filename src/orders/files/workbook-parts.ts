const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Where the one worksheet is in the archive. */
export const WORKSHEET = 'xl/worksheets/sheet1.xml';
/** Styles of cells by what they are for: a number as it is typed, a text that stays one, a header, a day as the locale has it. */
export const STYLES = {decimal: 0, text: 1, header: 2, date: 3} as const;

const CELLS = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>',
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
];
const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';

/** The files of a workbook of one sheet, but for the worksheet itself. */
export function workbookParts(name: string): (readonly [path: string, xml: string])[] {
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
        `<Override PartName="/${WORKSHEET}" ContentType="${TYPE}.worksheet+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    ],
    ['_rels/.rels', relationships(['officeDocument', 'xl/workbook.xml'])],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews>` +
        `<sheets><sheet name="${escapeXml(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
    ],
    [
      'xl/styles.xml',
      `${XML}<styleSheet xmlns="${MAIN}">` +
        `<fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>` +
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
        `<cellXfs count="${CELLS.length}">${CELLS.join('')}</cellXfs>` +
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    ],
  ];
}

function relationships(...targets: readonly (readonly [kind: string, target: string])[]): string {
  const all = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/**
 * A text as it stands in a workbook. What XML does not allow or would change is said by its code, `_x000D_`; an underscore that
 * would begin such a code by chance is said so, too.
 */
export function escapeXml(text: string): string {
  // By far the most are plain.
  if (/^[\w .,;:/()+-]*$/.test(text) && !text.includes('_x')) return text;
  return text
    .replaceAll(/_(?=x[\dA-Fa-f]{4}(?:_|(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]))/gu, '_x005F_')
    .replaceAll(/(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, coded)
    .replaceAll(/[&<>"]/g, (character) => entities.get(character) ?? character);
}

function coded(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** A name that a sheet may have: at most 31 characters, none of `[]:*?/\`, no apostrophe around it. */
export function sheetName(text: string): string {
  const plain = text
    .replaceAll(/[[\]:*?/\\\p{Cc}\p{Cs}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 31)
    // No half of a character at its end.
    .replace(/\p{Cs}$/u, '')
    .replaceAll(/^[\s']+|[\s']+$/g, '');
  // Excel keeps this one for itself.
  return plain === '' || /^history$/i.test(plain) ? 'Sheet1' : plain;
}
