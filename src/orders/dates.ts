/** The order in which a locale writes a date. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

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
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^\d{4}$|^\d{6}$|^\d{8}$/.test(typed) ? splitDigits(typed, order) : splitMarked(typed);
  if (!parts || parts.length < 2 || parts.length > 3) return undefined;
  const hasYear = parts.length === 3;
  const names = hasYear ? order : order.replace('y', '');
  const find = (name: string) => parts[names.indexOf(name)] ?? '';
  const day = Number(find('d'));
  const month = Number(find('m'));
  if (!hasYear) return nextDay(month, day, today);
  const year = find('y');
  if (year.length !== 2 && year.length !== 4) return undefined;
  return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
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

function nextDay(month: number, day: number, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  // The 29th of February may be years ahead.
  for (let ahead = 0; ahead < 8; ahead++) {
    const found = dayOf(year + ahead, month, day);
    if (found !== undefined && found >= today) return found;
  }
  return undefined;
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year < 10_000;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

/** The day that it is here, `YYYY-MM-DD`. */
export function localToday(now = new Date()): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
