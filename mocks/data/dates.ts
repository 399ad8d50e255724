/** A calendar date as whole days since 1970-01-01: cheap to compare, to add to and to keep by the thousand. */
export type Day = number;

const MS_PER_DAY = 86_400_000;
const texts = new Map<Day, string>();

/** The UTC calendar date of an instant. */
export function dayOf(date: Date): Day {
  return Math.floor(date.getTime() / MS_PER_DAY);
}

/** Today where the portal runs: what a person there would choose in a calendar. */
export function localDay(date: Date): Day {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / MS_PER_DAY;
}

/** `YYYY-MM-DD`. */
export function dayText(day: Day): string {
  let text = texts.get(day);
  if (text === undefined) {
    text = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
    texts.set(day, text);
  }
  return text;
}

/** Reads `YYYY-MM-DD`; undefined for anything else, and for days that no calendar has. */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time)) return undefined;
  const day = time / MS_PER_DAY;
  return dayText(day) === text ? day : undefined;
}

/** Milliseconds since 1970 of a time on a day. */
export function timeOn(day: Day, minutes: number): number {
  return day * MS_PER_DAY + minutes * 60_000;
}

/** RFC 3339 in UTC. */
export function instant(ms: number): string {
  return new Date(ms).toISOString();
}

/** Moves a Saturday or Sunday to the Friday before: nobody books at weekends. */
export function workday(day: Day): Day {
  const weekday = (day + 4) % 7;
  if (weekday === 6) return day - 1;
  return weekday === 0 ? day - 2 : day;
}
