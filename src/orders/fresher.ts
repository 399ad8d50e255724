import type {Draft, DraftLine} from './draft.ts';

/**
 * Whether a draft differs from the one before in nothing but what the portal says of items that its lines had already, such as
 * prices of today or texts in another language.
 */
export function isFresher(before: Draft, after: Draft): boolean {
  const {lines} = after;
  if (lines.length !== before.lines.length || !isSame(before, after, 'lines')) return false;
  return lines.every((line, index) => {
    const known = before.lines[index];
    return line === known || (known !== undefined && isFresherLine(known, line));
  });
}

function isFresherLine(known: DraftLine, line: DraftLine): boolean {
  return known.item?.itemNumber === line.item?.itemNumber && isSame(known, line, 'item');
}

/** Whether two say the same, but for one field. */
function isSame<T extends object>(a: T, b: T, except: keyof T): boolean {
  const names = Object.keys({...a, ...b}) as (keyof T)[];
  return names.every((name) => name === except || a[name] === b[name]);
}
