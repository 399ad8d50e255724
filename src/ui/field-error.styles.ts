import {css} from 'lit';

/** What is wrong with fields: for a form that shows it only once more of it has been loaded. */
export const fieldErrorStyles = css`
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  .field-error {
    display: flex;
    gap: 6px;
    align-items: baseline;
    color: var(--_danger);
    font-size: 0.875em;
  }
`;
