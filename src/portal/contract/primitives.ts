import * as z from 'zod/mini';

/** Exact decimal number as text: up to 15 digits before and 8 after the point. Never a JSON number. */
export const Decimal = z.string().check(z.regex(/^-?\d{1,15}(\.\d{1,8})?$/));
export type Decimal = z.infer<typeof Decimal>;

/** Currency, ISO 4217 alphabetic code: `EUR`. */
export const CurrencyCode = z.string().check(z.regex(/^[A-Z]{3}$/));
export type CurrencyCode = z.infer<typeof CurrencyCode>;

/** Calendar date without a time zone, `YYYY-MM-DD`. */
export const CalendarDate = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
export type CalendarDate = z.infer<typeof CalendarDate>;

/** Instant in UTC, RFC 3339: `2026-11-22T10:30:00Z`. */
export const Instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]00:00)$/));
export type Instant = z.infer<typeof Instant>;

/**
 * A set of values that a portal may extend: a value unknown to the widgets is shown as text. The known values stand in the
 * type alone: openapi.json takes them from the source, and a page does not pay for them.
 */
// @__NO_SIDE_EFFECTS__
export function openEnum<T extends string>() {
  return z.string() as unknown as z.ZodMiniType<T | (string & {}), T | (string & {})>;
}

/** A whole number that JavaScript can tell from the next one. Zod's own would bring the limits of all kinds of numbers into every page. */
// @__NO_SIDE_EFFECTS__
export function wholeNumber() {
  return z.number().check(isWhole);
}

/** What a whole number is checked by; openapi.json knows one by it. @internal */
export function isWhole({value, issues}: z.core.ParsePayload<number>): void {
  if (!Number.isSafeInteger(value)) issues.push({code: 'invalid_type', expected: 'int', input: value});
}

/** An amount with its currency. */
export const Money = z.object({
  /** The amount in units of the currency, not in cents. */
  amount: Decimal,
  /** The currency of the amount. */
  currency: CurrencyCode,
});
export type Money = z.infer<typeof Money>;

/** Where the next page of a list is. */
export const Page = z.object({
  /** Opaque cursor of the next page, bound to the query it came from; null on the last page. */
  next: z.nullable(z.string()),
  /** How many items the whole list has, where the portal knows it. */
  total: z.optional(wholeNumber()),
});
export type Page = z.infer<typeof Page>;

/** The schema of one page of a list of `item`. */
// @__NO_SIDE_EFFECTS__
export function listOf<T extends z.core.$ZodType>(item: T) {
  return z.object({items: z.array(item), page: Page});
}
