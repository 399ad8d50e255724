import {html, nothing, type TemplateResult} from 'lit';
import type {TypedAddress} from '../../orders/draft.ts';
import {countries} from '../../ui/countries.ts';
import {renderField} from '../../ui/field.ts';
import type {EditorContext} from './editor-context.ts';
import {errorsOf, optional, valueOf} from './header-fields.ts';
import {fieldLabel} from './texts.ts';

const tokens = {
  name: 'shipping organization',
  line1: 'shipping address-line1',
  line2: 'shipping address-line2',
  postcode: 'shipping postal-code',
  city: 'shipping address-level2',
  region: 'shipping address-level1',
  country: 'shipping country',
  gln: 'off',
} as const;

const mayStayEmpty: ReadonlySet<keyof TypedAddress> = new Set(['line2', 'region', 'gln']);

/** The fields of a delivery address that the company does not have. */
export function renderOwnAddress(context: EditorContext): TemplateResult {
  const {session} = context;
  const {ownAddress} = session.draft;
  const onInput = (name: keyof TypedAddress) => (event: Event) => {
    session.changeHeader({ownAddress: {...session.draft.ownAddress, [name]: valueOf(event)}});
  };
  const field = (name: keyof TypedAddress) =>
    renderField({
      id: `address-${name}`,
      label: fieldLabel(`address-${name}`),
      ...(mayStayEmpty.has(name) && {optional: optional()}),
      errors: errorsOf(context, `address-${name}`),
      part: `address-${name}`,
      control: ({id, invalid, describedBy}) =>
        name === 'country'
          ? html`<select
              class="input"
              id=${id}
              autocomplete=${tokens[name]}
              aria-invalid=${invalid}
              aria-describedby=${describedBy}
              @change=${onInput(name)}
            >
              <option value="" .selected=${ownAddress.country === ''}></option>
              ${countries(context.locale).map(
                ({code, name: country}) =>
                  html`<option value=${code} .selected=${ownAddress.country === code}>${country}</option>`,
              )}
            </select>`
          : html`<input
              class="input"
              id=${id}
              autocomplete=${tokens[name]}
              aria-invalid=${invalid}
              aria-describedby=${describedBy}
              .value=${ownAddress[name]}
              @input=${onInput(name)}
            />`,
    });
  return html`<fieldset class="address" part="address">
    <legend class="visually-hidden">${fieldLabel('delivery')}</legend>
    ${field('name')} ${field('line1')} ${field('line2')} ${field('postcode')} ${field('city')}
    ${field('region')} ${field('country')}
    ${
      // Few know theirs; one that the portal has is not to be lost.
      ownAddress.gln === '' ? nothing : field('gln')
    }
  </fieldset>`;
}
