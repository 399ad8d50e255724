import type {Period} from './list-view.ts';

/** Days of the calendar, `YYYY-MM-DD`, inclusive; without one of them there is no end on that side. */
export interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface WithWeeks {
  getWeekInfo?(): {firstDay: number};
  weekInfo?: {firstDay: number};
}

/**
 * The days that a period means.
 *
 * @param today - The user's day, `YYYY-MM-DD`.
 * @param locale - Says with which day a week begins.
 */
export function daysOf(period: Period, today: string, locale: string): Days {
  if (typeof period === 'object') return period;
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const between = (from: Date, to: Date): Days => ({from: textOf(from), to: textOf(to)});
  const months = (start: number, count: number) => between(on(year, start, 1), on(year, start + count, 0));
  const weekday = on(year, month, day).getUTCDay();
  const first = day - ((weekday - firstWeekday(locale) + 7) % 7);
  switch (period) {
    case 'today':
      return {from: today, to: today};
    case 'this-week':
      return between(on(year, month, first), on(year, month, first + 6));
    case 'last-week':
      return between(on(year, month, first - 7), on(year, month, first - 1));
    case 'this-month':
      return months(month, 1);
    case 'last-month':
      return months(month - 1, 1);
    case 'this-year':
      return {from: textOf(on(year, 1, 1)), to: today};
    case 'last-year':
      return months(-11, 12);
  }
}

/** A day of a month counted from 1; what is beyond its ends is a day of the months around it. */
function on(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

function textOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The day with which a week begins: 1 is Monday, 7 is Sunday. */
function firstWeekday(locale: string): number {
  try {
    const known: Intl.Locale & WithWeeks = new Intl.Locale(locale);
    return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
  } catch {
    // A host's `de_DE` is no locale to a browser.
    return 1;
  }
}
