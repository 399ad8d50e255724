import {formatDecimal, formatPrice} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {localToday} from '../../orders/dates.ts';
import type {Hint} from '../../orders/hints.ts';

/** A hint as a sentence. */
export function hintText(hint: Hint, locale: string): string {
  switch (hint.code) {
    case 'below-minimum':
      return msg(str`The minimum quantity is ${measureText(hint.limit, locale)}.`, {
        id: 'purchase-order-editor.hint.below-minimum',
      });
    case 'above-maximum':
      return msg(str`The maximum quantity is ${measureText(hint.limit, locale)}.`, {
        id: 'purchase-order-editor.hint.above-maximum',
      });
    case 'not-multiple':
      return msg(str`Sold in multiples of ${measureText(hint.limit, locale)}.`, {
        id: 'purchase-order-editor.hint.not-multiple',
      });
    case 'not-enough':
      return msg(str`Only ${measureText(hint.limit, locale)} available at present.`, {
        id: 'purchase-order-editor.hint.not-enough',
      });
    case 'next-price':
      return msg(
        str`From ${measureText(hint.from, locale)}: ${formatPrice(hint.price, hint.currency, locale)} each.`,
        {id: 'purchase-order-editor.hint.next-price'},
      );
    case 'order-rule': {
      const parts = [
        hint.min &&
          msg(str`Minimum ${measureText(hint.min, locale)}.`, {id: 'purchase-order-editor.hint.minimum'}),
        hint.multipleOf &&
          msg(str`Sold in multiples of ${measureText(hint.multipleOf, locale)}.`, {
            id: 'purchase-order-editor.hint.not-multiple',
          }),
      ];
      return parts.filter(Boolean).join(' ');
    }
    case 'portal':
      return hint.detail;
  }
}

/** A quantity with its unit. */
export function measureText(
  {quantity, unit}: {quantity: string; unit: {label: string} | undefined},
  locale: string,
): string {
  return withUnit(formatDecimal(quantity, locale), unit?.label);
}

/** An amount with the name of its unit, which a portal has for one alone: `500 × piece` reads right for any number. */
export function withUnit(amount: string, unit: string | undefined): string {
  return unit && amount !== '' ? `${amount} × ${unit}` : amount;
}

/** Said of a date that has passed, as soon as it is typed; it stops nobody: the portal decides. */
export function dateWarning(date: string, now = new Date()): string | undefined {
  // A year that is being typed: 0002, 0020, 0202.
  if (date < '1000' || date >= localToday(now)) return undefined;
  return msg('This date is in the past.', {id: 'purchase-order-editor.date-past'});
}
