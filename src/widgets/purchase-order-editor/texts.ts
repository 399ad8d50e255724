import {msg} from '../../locales/localize.ts';
import type {HeaderField, LineField} from '../../orders/problems.ts';

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
    case 'address-region':
      return msg('State or region', {id: 'purchase-order-editor.address-region'});
    case 'address-gln':
      return msg('GLN', {id: 'purchase-order-editor.address-gln'});
    case 'address-country':
      return msg('Country', {id: 'purchase-order-editor.address-country'});
  }
}
