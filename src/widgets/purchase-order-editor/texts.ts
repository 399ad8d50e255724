import {formatDecimal} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {describeError} from '../../ui/states.ts';
import type {DraftProblem, HeaderField, LineField, ProblemCode} from '../../orders/problems.ts';

/** The name of a field, as its label says it. */
export function fieldLabel(field: HeaderField | LineField): string {
  switch (field) {
    case 'reference':
      return msg('Your reference', {id: 'purchase-order-editor.reference'});
    case 'requestedDate':
      return msg('Requested delivery date', {id: 'purchase-order-editor.requested-date'});
    case 'delivery':
      return msg('Delivery address', {id: 'purchase-order-editor.delivery'});
    case 'note':
      return msg('Note', {id: 'purchase-order-editor.note'});
    case 'lines':
      return msg('Order lines', {id: 'purchase-order-editor.lines'});
    case 'item':
      return msg('Item', {id: 'purchase-order-editor.item'});
    case 'variant':
      return msg('Variant', {id: 'purchase-order-editor.variant'});
    case 'unit':
      return msg('Unit', {id: 'purchase-order-editor.unit'});
    case 'quantity':
      return msg('Quantity', {id: 'purchase-order-editor.quantity'});
    case 'address-name':
      return msg('Company or name', {id: 'purchase-order-editor.address-name'});
    case 'address-line1':
      return msg('Street and number', {id: 'purchase-order-editor.address-line1'});
    case 'address-line2':
      return msg('Address supplement', {id: 'purchase-order-editor.address-line2'});
    case 'address-postcode':
      return msg('Postcode', {id: 'purchase-order-editor.address-postcode'});
    case 'address-city':
      return msg('Town or city', {id: 'purchase-order-editor.address-city'});
    case 'address-country':
      return msg('Country', {id: 'purchase-order-editor.address-country'});
  }
}

/** A problem as a sentence: the portal's where it has one. */
export function problemText({code, detail, place, error}: DraftProblem, locale: string): string {
  if (detail) return detail;
  if (error) {
    return msg(str`This could not be checked. ${describeError(error)}`, {
      id: 'purchase-order-editor.problem.unchecked',
    });
  }
  const sample = formatDecimal('12.5', locale);
  switch (code as ProblemCode) {
    case 'lines-missing':
      return msg('Add at least one line.', {id: 'purchase-order-editor.problem.lines-missing'});
    case 'item-missing':
      return msg('Choose an item.', {id: 'purchase-order-editor.problem.item-missing'});
    case 'item-unknown':
      return msg('There is no item with this number. Choose one from the list.', {
        id: 'purchase-order-editor.problem.item-unknown',
      });
    case 'variant-missing':
      return msg('Choose a variant.', {id: 'purchase-order-editor.problem.variant-missing'});
    case 'quantity-missing':
      return msg('Enter a quantity.', {id: 'purchase-order-editor.problem.quantity-missing'});
    case 'quantity-not-a-number':
      return msg(str`Enter the quantity as a number, such as ${sample}.`, {
        id: 'purchase-order-editor.problem.quantity-not-a-number',
      });
    case 'quantity-ambiguous':
      return msg(
        str`This number can be read in two ways. Write it like ${sample}, without separators between thousands.`,
        {
          id: 'purchase-order-editor.problem.quantity-ambiguous',
        },
      );
    case 'quantity-not-positive':
      return msg('Enter a quantity above zero.', {id: 'purchase-order-editor.problem.quantity-not-positive'});
    case 'quantity-too-long':
      return msg('This number has too many digits.', {id: 'purchase-order-editor.problem.quantity-too-long'});
    case 'date-incomplete':
      return msg('Complete the date, or clear it.', {id: 'purchase-order-editor.problem.date-incomplete'});
    case 'address-gone':
      return msg('This address is no longer in the list. Choose another one.', {
        id: 'purchase-order-editor.problem.address-gone',
      });
    case 'address-missing': {
      const label = fieldLabel(place?.field ?? 'delivery');
      return msg(str`${label} is missing.`, {id: 'purchase-order-editor.problem.address-missing'});
    }
    default:
      return msg('The portal did not accept this.', {id: 'error.invalid'});
  }
}
