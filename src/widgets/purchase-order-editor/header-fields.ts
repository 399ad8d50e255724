import {html, nothing, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import type {HeaderField} from '../../orders/problems.ts';
import type {Address} from '../../portal/contract/partners.ts';
import {renderField} from '../../ui/field.ts';
import {icon} from '../../ui/states.ts';
import type {EditorContext} from './editor-context.ts';
import {fieldLabel} from './texts.ts';

const OWN = 'own';

/** Reference, date and delivery address. `missing` stands for the fields of another address until they have loaded. */
export function renderHeaderFields(context: EditorContext, missing: unknown): TemplateResult {
  const {session} = context;
  const {draft} = session;
  const dateErrors = errorsOf(context, 'requestedDate');
  const warning = dateErrors.length > 0 ? undefined : session.onDemand?.dateWarning(draft.requestedDate);
  return html`<div class="header" part="header">
      ${renderField({
        id: 'reference',
        label: fieldLabel('reference'),
        optional: optional(),
        errors: errorsOf(context, 'reference'),
        control: ({id, invalid, describedBy}) =>
          html`<input
            class="input"
            id=${id}
            name="reference"
            autocomplete="off"
            aria-invalid=${invalid}
            aria-describedby=${describedBy}
            .value=${draft.reference}
            @input=${(event: InputEvent) => session.changeHeader({reference: valueOf(event)})}
          />`,
      })}
      ${renderField({
        id: 'requestedDate',
        label: fieldLabel('requestedDate'),
        optional: optional(),
        errors: dateErrors,
        control: ({id, invalid, describedBy}) =>
          html`<input
              class="input date"
              type="date"
              id=${id}
              name="requestedDate"
              aria-invalid=${invalid}
              aria-describedby=${warning ? `${id}-hint` : describedBy}
              .value=${draft.requestedDate}
              @input=${(event: InputEvent) => session.changeHeader({requestedDate: valueOf(event)})}
            />
            <p class="hint warning live" id="${id}-hint" role="status">
              ${warning ? html`${icon('info')} ${warning}` : nothing}
            </p>`,
      })}
      ${renderDelivery(context)}
    </div>
    ${draft.usesOwnAddress ? (session.onDemand?.renderOwnAddress(context) ?? missing) : nothing}`;
}

/** A note on the whole order. */
export function renderNote(context: EditorContext): TemplateResult {
  const {session} = context;
  return renderField({
    id: 'note',
    label: fieldLabel('note'),
    optional: optional(),
    errors: errorsOf(context, 'note'),
    part: 'note',
    control: ({id, invalid, describedBy}) =>
      html`<textarea
        class="input"
        id=${id}
        name="note"
        rows="3"
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        .value=${session.draft.note}
        @input=${(event: InputEvent) => session.changeHeader({note: valueOf(event)})}
      ></textarea>`,
  });
}

function renderDelivery(context: EditorContext): TemplateResult {
  const {session, delivery} = context;
  const {shipToId, usesOwnAddress} = session.draft;
  const addresses = delivery.status === 'complete' ? delivery.addresses : [];
  const chosen = addresses.find(({id}) => id === shipToId);
  const onChange = (event: Event) => {
    const value = valueOf(event);
    session.changeHeader(
      value === OWN ? {usesOwnAddress: true} : {usesOwnAddress: false, shipToId: value || undefined},
    );
    if (value === OWN) context.focus('address-name');
  };
  return html`<div class="field delivery">
    ${renderField({
      id: 'delivery',
      label: fieldLabel('delivery'),
      errors: errorsOf(context, 'delivery'),
      // A line is kept for it, whatever it says: nothing below moves when the addresses arrive.
      hint: usesOwnAddress || !chosen ? '\u00a0' : streetOf(chosen),
      control: ({id, invalid, describedBy}) =>
        html`<select
          class="input"
          id=${id}
          name="delivery"
          ?disabled=${delivery.status === 'pending'}
          aria-invalid=${invalid}
          aria-describedby=${describedBy}
          @change=${onChange}
        >
          ${addresses.map(
            (address) =>
              html`<option value=${address.id ?? ''} .selected=${!usesOwnAddress && address.id === shipToId}>
                ${address.name}, ${address.city}
              </option>`,
          )}
          ${session.isAddressGone ? renderGone(shipToId) : nothing}
          ${
            addresses.length === 0
              ? renderNoAddress(delivery.status, !usesOwnAddress && !session.isAddressGone)
              : nothing
          }
          <option value=${OWN} .selected=${usesOwnAddress}>
            ${msg('Another address…', {id: 'purchase-order-editor.another-address'})}
          </option>
        </select>`,
    })}
    ${
      delivery.status === 'error'
        ? html`<p class="hint">
            ${msg('Your delivery addresses could not be loaded.', {id: 'purchase-order-editor.addresses-failed'})}
            <button type="button" class="link" @click=${delivery.retry}>
              ${msg('Try again', {id: 'action.try-again'})}
            </button>
          </p>`
        : nothing
    }
  </div>`;
}

/** What was chosen stays chosen until the user sees to it. */
function renderGone(shipToId: string | undefined): TemplateResult {
  return html`<option value=${shipToId ?? ''} .selected=${true}>
    ${msg('Address no longer available', {id: 'purchase-order-editor.address-gone'})}
  </option>`;
}

function renderNoAddress(status: EditorContext['delivery']['status'], isSelected: boolean): TemplateResult {
  const label =
    status === 'pending'
      ? msg('Loading…', {id: 'purchase-order-editor.loading'})
      : msg('As agreed', {id: 'purchase-order-editor.usual-address'});
  return html`<option value="" .selected=${isSelected}>${label}</option>`;
}

/** An address in one line, without the name. */
export function streetOf({line1, line2, postcode, city, country}: Address): string {
  return [line1, line2, `${postcode} ${city}`, country].filter(Boolean).join(', ');
}

/** What is wrong with a field of the order's head, in words. */
export function errorsOf({session, locale}: EditorContext, field: HeaderField): string[] {
  return session.problems
    .filter(({place}) => place?.field === field)
    .map((problem) => session.onDemand?.problemText(problem, locale) ?? '');
}

/** Said of a field that may stay empty. */
export function optional(): string {
  return msg('optional', {id: 'field.optional'});
}

/** What an input holds. */
export function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
