import {css} from 'lit';
import {fieldErrorStyles} from './field-error.styles.ts';
import {plainFieldStyles} from './plain-field.styles.ts';

/** Fields of a form, with what is said of them, and its main button. */
export const fieldStyles = css`
  ${plainFieldStyles}
  ${fieldErrorStyles}
`;
