import {css} from 'lit';

/** What a cell is edited in, and what is said of a row below its cells. */
export const gridEditingStyles = css`
  .line[aria-selected='true'] {
    --_fill: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
  }

  .cell.open {
    position: relative;
    overflow: visible;
    padding: 0;
    background: var(--_surface);
  }

  .cell-input {
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    border: 0;
    border-radius: 0;
    padding: 0 6px;
    outline: 0;
    font: inherit;
    color: var(--_text);
    background: transparent;
  }

  @container (inline-size < 53em) {
    .cell-input {
      padding-inline: 4px;
    }
  }

  select.cell-input {
    padding-inline: 4px;
    background: var(--_surface);
  }

  .marks {
    --_mark: max(28px, 1.75em);

    grid-column: 2 / -1;
    overflow: hidden;
    box-sizing: border-box;
    block-size: var(--_mark);
    border-inline-start: 1px solid var(--_border);
    padding-inline: 8px;
    text-overflow: ellipsis;
    line-height: calc(var(--_mark) - 1px);
    white-space: nowrap;
  }

  /* Stays in sight where the cells beside it scroll away. */
  @container (inline-size < 50em) {
    .line > .marks {
      position: sticky;
      inset-inline-start: 2.75em;
      justify-self: start;
      max-inline-size: 100%;
    }
  }

  .cell[aria-invalid='true'] {
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  .mark {
    display: inline-flex;
    gap: 6px;
    align-items: baseline;
    margin-inline-end: 12px;
    color: var(--_text-muted);
  }

  .mark.error {
    color: var(--_danger);
  }

  .mark.warning {
    color: var(--_warning);
  }

  .mark > .icon {
    flex: none;
    align-self: center;
  }

  @media (forced-colors: active) {
    .line[aria-selected='true'] {
      --_fill: Highlight;

      forced-color-adjust: none;
      color: HighlightText;
    }

    .line[aria-selected='true'] > *,
    .line[aria-selected='true'] .button {
      --_accent: HighlightText;

      color: inherit;
    }

    .line[aria-selected='true'] > .open {
      color: CanvasText;
    }

    .cell[aria-invalid='true']:not(:focus, .open) {
      outline: 2px dashed;
      outline-offset: -3px;
    }
  }
`;
