import {css} from 'lit';
import {fieldStyles} from '../../ui/field.styles.ts';
import {lightStyles} from '../../ui/light-styles.ts';

const styles = css`
  /* A page may have taken everything from everything. */
  form,
  header,
  section,
  div,
  h2,
  h3,
  p,
  dl,
  dt,
  dd,
  ul,
  fieldset,
  legend,
  label {
    display: block;
    margin: 0;
    border: 0;
    padding: 0;
    color: inherit;
    background: none;
    text-align: inherit;
  }

  li {
    display: list-item;
  }

  h2,
  h3,
  strong {
    font-weight: 600;
  }

  bdi {
    unicode-bidi: isolate;
  }

  [hidden] {
    display: none !important;
  }

  [data-focus-fallback]:focus {
    outline: none;
  }

  .registration,
  .questions,
  .invitation,
  .terms {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }

  .registration {
    gap: 24px;
    max-inline-size: 34em;
  }

  .invitation {
    gap: 12px;
  }

  .about {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 32px;
    border-block: 1px solid var(--_border);
    padding-block: 12px;
  }

  .opens {
    flex-basis: 100%;
  }

  dt {
    font-size: 0.875em;
    color: var(--_text-muted);
  }

  .field {
    display: grid;
  }

  .label {
    margin-block-end: 2px;
    font-weight: 500;
  }

  .hint,
  .reference {
    color: var(--_text-muted);
  }

  .field-error {
    display: flex;
    color: var(--_danger);
  }

  .terms > .label {
    margin-block-end: 8px;
  }

  .input {
    display: block;
    box-sizing: border-box;
    block-size: auto;
    inline-size: 100%;
    max-inline-size: 100%;
    text-transform: none;
    letter-spacing: normal;
    box-shadow: none;
    cursor: auto;
  }

  .input::placeholder {
    color: var(--_text-muted);
  }

  select.input {
    align-items: center;
    appearance: auto;
  }

  .button {
    display: inline-flex;
    text-decoration: none;
    text-transform: none;
    letter-spacing: normal;
    box-shadow: none;
  }

  a.button.primary {
    color: var(--_on-accent);
  }

  a {
    text-decoration: underline;
    cursor: pointer;
  }

  a.button {
    text-decoration: none;
  }

  .password {
    display: flex;
    gap: 8px;
  }

  .password > .input {
    flex: 1 1 0;
    min-inline-size: 0;
  }

  .password > .button[aria-pressed='true'] {
    color: var(--_on-accent);
    background: var(--_accent);
  }

  .tick {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    min-block-size: 24px;
    cursor: pointer;
  }

  .tick > input {
    appearance: auto;
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 1px 0 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }

  .tick > input[aria-invalid='true'] {
    outline: 2px solid var(--_danger);
    outline-offset: 1px;
  }

  .tick > input:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .under-tick,
  .tick ~ .field-error {
    padding-inline-start: 30px;
  }

  .summary {
    border: 1px solid var(--_danger);
    border-inline-start-width: 4px;
    border-radius: var(--_radius);
    padding: 12px 16px;
  }

  .summary:focus {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .summary > h3 {
    color: var(--_danger);
  }

  .summary > ul {
    margin-block-start: 8px;
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  .summary li {
    padding-block: 2px;
  }

  .failure:empty,
  .failure:not(:has(*)) {
    position: absolute;
  }

  .notice {
    display: flex;
    border: 1px solid var(--_border);
    border-inline-start: 3px solid var(--_danger);
    padding: 10px 14px;
    background: var(--_surface-raised);
    flex-wrap: nowrap;
    align-items: flex-start;
  }

  .notice > .icon {
    margin-block-start: 0.25em;
    color: var(--_danger);
  }

  .send {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
  }

  .send > .button {
    min-inline-size: 10em;
  }

  .state {
    display: grid;
    gap: 12px;
    padding: 32px 16px;
    text-align: center;
  }

  .ending {
    justify-items: start;
    padding: 0;
    max-inline-size: 34em;
    text-align: start;
  }

  .ending.good > .icon {
    color: var(--_success);
  }
`;

/** All that the form is drawn with, in the page itself. */
export const registrationStyles = [lightStyles('partner-registration', [fieldStyles, styles])];
