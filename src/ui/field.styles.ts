import {css} from 'lit';

/** Fields of a form, with what is said of them, and its main button. */
export const fieldStyles = css`
  textarea.input {
    block-size: auto;
    resize: vertical;
  }

  .input[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  .field {
    display: grid;
    gap: 4px;
    align-content: start;
    min-inline-size: 0;
  }

  .label {
    font-weight: 500;
    font-size: 0.9375em;
  }

  .hint {
    color: var(--_text-muted);
    font-size: 0.875em;
  }

  .field-error {
    display: flex;
    gap: 6px;
    align-items: baseline;
    color: var(--_danger);
    font-size: 0.875em;
  }

  .button.primary {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
  }

  .button.primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }

  @media (forced-colors: active) {
    .button.primary {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
      border-color: Highlight;
    }
  }
`;
