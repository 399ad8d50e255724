/** The order of day and month in a date that ends in its year. */
export type DayMonthOrder = 'dmy' | 'mdy';
/** The order in which a locale writes a date. */
export type DateOrder = DayMonthOrder | 'ymd';

/**
 * Reads a day as one types it: `24.12.`, `24/12/26`, `2412`, `2026-12-24`. Without a year it is the next such day. Undefined
 * for what is no day; never a guess between two readings, as the order is the user's own.
 *
 * @param locale - The order in which the user's locale writes dates.
 * @param today - `YYYY-MM-DD`.
 */
export function parseDay(text: string, locale: DateOrder, today: string): string | undefined {
  const typed = text.trim();
  // Points stand between day, month and year wherever dates are written with them.
  const order = typed.includes('.') ? 'dmy' : locale;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const parts = /^\d{4}$|^\d{6}$|^\d{8}$/.test(typed) ? splitDigits(typed, order) : splitMarked(typed);
  if (!parts || parts.length < 2 || parts.length > 3) return undefined;
  const hasYear = parts.length === 3;
  const names = hasYear ? order : order.replace('y', '');
  const find = (name: string) => parts[names.indexOf(name)];
  const [month, day] = [find('m'), find('d')];
  return hasYear ? dayOf(find('y'), month, day) : nextDay(month, day, today);
}

function splitMarked(typed: string): string[] | undefined {
  const parts = typed.replace(/[.\s]+$/, '').split(/[./\-\s]+/);
  return parts.every((part) => /^\d{1,4}$/.test(part)) ? parts : undefined;
}

function splitDigits(typed: string, order: DateOrder): string[] {
  const year = typed.length - 4;
  if (year === 0) return [typed.slice(0, 2), typed.slice(2)];
  if (order === 'ymd') return [typed.slice(0, year), typed.slice(year, year + 2), typed.slice(year + 2)];
  return [typed.slice(0, 2), typed.slice(2, 4), typed.slice(4)];
}

function nextDay(month: string | undefined, day: string | undefined, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  // The 29th of February may be years ahead.
  for (let ahead = 0; ahead < 8; ahead++) {
    const found = dayOf(String(year + ahead), month, day);
    if (found !== undefined && found >= today) return found;
  }
  return undefined;
}

/**
 * The day, `YYYY-MM-DD`, of a year, a month and a day in digits; two of them are a year of this century. Undefined where the
 * calendar has no such day, and for years that nobody means.
 */
export function dayOf(year = '', month = '', day = ''): string | undefined {
  const [y, m, d] = [Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day)];
  if (!(y >= 1900 && y < 10_000)) return undefined;
  const date = new Date(Date.UTC(y, m - 1, d));
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d
    ? date.toISOString().slice(0, 10)
    : undefined;
}

/** The day that it is here, `YYYY-MM-DD`. */
export function localToday(now = new Date()): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
