import type {Field} from '../../portal/contract/index.ts';

/** What browsers know how to fill in, of what a registration may ask. Payment cards are none of it. */
const known = new Set(
  (
    'name honorific-prefix given-name additional-name family-name honorific-suffix nickname username organization ' +
    'organization-title street-address address-line1 address-line2 address-line3 address-level1 address-level2 ' +
    'address-level3 address-level4 country country-name postal-code language bday sex url email tel tel-country-code ' +
    'tel-national tel-area-code tel-local tel-extension off'
  ).split(' '),
);

/** The `autocomplete` token of a field: the portal's own where browsers know it. A password is a new one unless the portal says not. */
export function autocompleteOf({type, autocomplete}: Field): string | undefined {
  const token = autocomplete?.trim().toLowerCase();
  if (type === 'password') return token === 'current-password' ? token : 'new-password';
  if (token && known.has(token)) return token;
  return type === 'email' || type === 'tel' || type === 'country' ? type : undefined;
}

/**
 * The e-mail field that a password belongs to. A password manager takes the text field before a password for the user's name, and
 * that may be anything here; so the address is repeated, unseen, in front of it. The field itself stays `email`, which is what
 * browsers fill addresses into. Undefined where the portal names the field itself, and where there is no password.
 */
export function userNameField(fields: readonly Field[]): Field | undefined {
  if (!fields.some(({type}) => type === 'password')) return undefined;
  if (fields.some((field) => autocompleteOf(field) === 'username')) return undefined;
  return fields.find(({type}) => type === 'email');
}
