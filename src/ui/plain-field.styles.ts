import {css} from 'lit';

/** Fields of a form with nothing wrong in them, and its main button. */
export const plainFieldStyles = css`
  textarea.input {
    block-size: auto;
    resize: vertical;
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
