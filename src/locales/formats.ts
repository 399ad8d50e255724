/** Numbers, money and dates as a user writes them. Decimals stay text: nothing here goes through floating point. */

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  let format = numberFormats.get(key);
  if (!format) numberFormats.set(key, (format = new Intl.NumberFormat(safe(locale), options)));
  return format;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let format = dateFormats.get(key);
  if (!format) dateFormats.set(key, (format = new Intl.DateTimeFormat(safe(locale), options)));
  return format;
}

/** A locale that `Intl` takes; a host's `de_DE` would throw. */
function safe(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}

/** A decimal string, with as many digits as it has: `1234.5` → `1,234.5`. */
export function formatDecimal(value: string, locale: string): string {
  return numberFormat(locale, {maximumFractionDigits: 8}).format(value as Intl.StringNumericLiteral);
}

/** A whole number. */
export function formatCount(value: number, locale: string): string {
  return numberFormat(locale, {}).format(value);
}

/** A decimal string as an amount with the digits of its currency and, unless `bare`, its symbol. */
export function formatMoney(value: string, currency: string, locale: string, {bare = false} = {}): string {
  const style: Intl.NumberFormatOptions = {style: 'currency', currency};
  const literal = value as Intl.StringNumericLiteral;
  if (!bare) return numberFormat(locale, style).format(literal);
  const digits = numberFormat(locale, style).resolvedOptions().maximumFractionDigits ?? 2;
  return numberFormat(locale, {minimumFractionDigits: digits, maximumFractionDigits: digits}).format(literal);
}

/** A unit price: at least the digits of its currency, and as many more as it has. `bare` leaves the symbol out. */
export function formatPrice(value: string, currency: string, locale: string, {bare = false} = {}): string {
  const decimals = value.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  const least = currencyDigits(currency);
  const digits = {minimumFractionDigits: least, maximumFractionDigits: Math.max(least, decimals)};
  const style: Intl.NumberFormatOptions = bare ? digits : {...digits, style: 'currency', currency};
  return numberFormat(locale, style).format(value as Intl.StringNumericLiteral);
}

/** How many digits after the point a currency has: 2 for `EUR`, 0 for `JPY`. */
export function currencyDigits(currency: string): number {
  return numberFormat('en', {style: 'currency', currency}).resolvedOptions().maximumFractionDigits ?? 2;
}

/** A currency in words, and its code: "Swiss Franc (CHF)"; the code alone where there are none. */
export function currencyText(currency: string, locale: string): string {
  try {
    const name = new Intl.DisplayNames(safe(locale), {type: 'currency', fallback: 'none'}).of(currency);
    return name === undefined ? currency : `${name} (${currency})`;
  } catch {
    return currency;
  }
}

/** A calendar date `YYYY-MM-DD`, the same day in every time zone. */
export function formatDate(date: string, locale: string): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) return date;
  return dateFormat(locale, {year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC'}).format(at);
}

/** An instant as one speaks of it: the time alone for one of today. */
export function formatRecent(instant: number, locale: string, now = Date.now()): string {
  const isToday = new Date(instant).toDateString() === new Date(now).toDateString();
  return dateFormat(
    locale,
    isToday ? {timeStyle: 'short'} : {dateStyle: 'medium', timeStyle: 'short'},
  ).format(instant);
}

/** The day of an instant where the user is: "Nov 23, 2026". */
export function formatDay(instant: number, locale: string): string {
  return dateFormat(locale, {year: 'numeric', month: 'short', day: 'numeric'}).format(instant);
}

/** The time of day of an instant where the user is: "9:30 AM". */
export function formatTime(instant: number, locale: string): string {
  return dateFormat(locale, {timeStyle: 'short'}).format(instant);
}

/** An instant in full where the user is: "Nov 23, 2026, 9:30 AM". */
export function formatInstant(instant: number, locale: string): string {
  return dateFormat(locale, {dateStyle: 'medium', timeStyle: 'short'}).format(instant);
}

const spans: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/**
 * How far an instant is from now, in words: "3 days ago", "in 4 hours", "now". Rounded towards now, so that nobody is promised
 * more time than there is; what has just begun to run out is not a whole unit less for that.
 */
export function formatRelative(instant: number, locale: string, now = Date.now()): string {
  const distance = instant - now;
  const [unit, length] = spans.find(([, span]) => Math.abs(distance) >= span * 0.99) ?? ['second', Infinity];
  const count = Math.trunc(distance / length + Math.sign(distance) * 0.01);
  // Days are not counted by the calendar: "tomorrow" might be the day after.
  const format = new Intl.RelativeTimeFormat(safe(locale), {numeric: unit === 'second' ? 'auto' : 'always'});
  return format.format(count, unit);
}

/** Several things in one sentence: "orders, receipts, and invoices". */
export function formatList(items: readonly string[], locale: string): string {
  return new Intl.ListFormat(safe(locale)).format(items);
}

/** The form of a number's plural in a language: `one`, `other`, … */
export function pluralForm(count: number, locale: string): Intl.LDMLPluralRule {
  return new Intl.PluralRules(safe(locale)).select(count);
}

/** The characters between digits in a locale. */
export function separators(locale: string): {decimal: string; group: string} {
  const parts = numberFormat(locale, {useGrouping: true}).formatToParts(1234567.5);
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return {decimal: find('decimal') || '.', group: find('group')};
}

/** The order in which a locale writes day, month and year. */
export function dateOrder(locale: string): 'dmy' | 'mdy' | 'ymd' {
  const parts = dateFormat(locale, {year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC'})
    .formatToParts(0)
    .map(({type}) => type.charAt(0))
    .join('')
    .replaceAll(/[^dmy]/g, '');
  return parts === 'mdy' || parts === 'ymd' ? parts : 'dmy';
}
