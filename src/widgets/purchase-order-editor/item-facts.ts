import {html, nothing, type TemplateResult} from 'lit';
import {formatDate} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Item} from '../../portal/contract/catalog.ts';
import {icon} from '../../ui/states.ts';

/** The partner's own number for an item, where there is one. */
export function renderOwnNumber({partnerItemNumber}: Item): TemplateResult | typeof nothing {
  if (!partnerItemNumber) return nothing;
  return html`<span class="hint"
    >${msg(str`Your no. ${partnerItemNumber}`, {id: 'purchase-order-editor.own-number'})}</span
  >`;
}

/** Whether an item can be had; undefined where the portal does not say. */
export function renderAvailability(item: Item, locale: string): TemplateResult | undefined {
  const text = availabilityText(item, locale);
  if (!text) return undefined;
  const status = item.availability?.status;
  return html`<span class="availability" data-status=${status ?? nothing}>
    ${icon(status === 'available' ? 'check' : 'pending')} ${text}
  </span>`;
}

/** Whether an item can be had, in words; undefined where the portal does not say. */
export function availabilityText({availability}: Item, locale: string): string | undefined {
  if (!availability) return undefined;
  const {status, from} = availability;
  switch (status) {
    case 'available':
      return msg('Available', {id: 'purchase-order-editor.available'});
    case 'limited':
      return msg('Limited', {id: 'purchase-order-editor.limited'});
    case 'unavailable':
      return from === undefined
        ? msg('Not available', {id: 'purchase-order-editor.unavailable'})
        : msg(str`Available from ${formatDate(from, locale)}`, {id: 'purchase-order-editor.available-from'});
    case 'discontinued':
      return msg('Discontinued', {id: 'purchase-order-editor.discontinued'});
    default:
      return status;
  }
}

/** Said of a text that stands for no item. */
export function unknownText(): string {
  return msg('There is no item with this number. Choose one from the list.', {
    id: 'purchase-order-editor.problem.item-unknown',
  });
}
