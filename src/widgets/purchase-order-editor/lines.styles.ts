import {css} from 'lit';

export default css`
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

  .summary {
    display: grid;
    gap: 4px;
  }

  .summary h3 .icon {
    color: var(--_danger);
  }

  .summary ul {
    padding-inline-start: 1.5em;
  }

  .summary a {
    color: var(--_danger);
  }

  .cell[aria-invalid='true'] {
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  .item-details,
  .option-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
  }

  .item-details {
    padding-inline: 2px;
    font-size: 0.9375em;
  }

  .option-number {
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }

  .option-price {
    margin-inline-start: auto;
  }

  .option-description {
    flex: 1 1 16em;
    min-inline-size: 0;
  }

  .option .hint,
  .option .availability {
    font-size: 0.875em;
  }

  .popup {
    inline-size: 34em;
  }

  .availability {
    white-space: nowrap;
    color: var(--_text-muted);
  }

  .availability[data-status='available'] {
    color: var(--_success);
  }

  .availability[data-status='limited'],
  .availability[data-status='unavailable'],
  .availability[data-status='discontinued'] {
    color: var(--_warning);
  }

  .hints {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    padding-inline: 2px;
    list-style: none;
  }

  .line-hint {
    display: flex;
    gap: 6px;
    align-items: baseline;
    font-size: 0.875em;
    color: var(--_text-muted);
  }

  .hint.warning,
  .line-hint.warning {
    color: var(--_warning);
  }

  .lookup,
  .messages .field-error {
    padding-inline: 2px;
  }

  .stack {
    display: grid;
    gap: 16px;
  }

  .stacked {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 8px 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 12px;
  }

  .stacked-legend {
    float: inline-start;
    font-weight: 600;
    padding: 0;
  }

  .stacked-remove {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
  }

  .stacked > .wide,
  .stacked > .stacked-legend {
    grid-column: 1 / -1;
  }

  .stacked-amounts {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px 12px;
    border-block-start: 1px solid var(--_border);
    padding-block-start: 8px;
  }

  .unit-label,
  .figure {
    line-height: var(--_control-height);
  }

  .line-amount {
    font-weight: 500;
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

  .panel-item {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
  }

  /* The button that opens the calendar takes its room from the cell beside it, while the date is typed. */
  .cell.requestedDate.open {
    display: flex;
    align-items: center;
    inline-size: 9em;
  }

  .picker {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
    inline-size: 1px;
    block-size: 1px;
    border: 0;
    padding: 0;
    opacity: 0;
    pointer-events: none;
  }

  .pick {
    min-block-size: 24px;
    inline-size: 28px;
  }

  /* What has happened to lines is in sight, however many stand above it, and covers no field that has the focus. */
  .stack ~ .notice,
  .stack ~ .notices:has(*) {
    position: sticky;
    inset-block-end: 8px;
    z-index: 3;
  }

  .stacked .input {
    scroll-margin-block-end: 7em;
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

  .remove > .button:focus-visible {
    outline-offset: -2px;
  }

  @container (inline-size < 54em) {
    .plain {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .lines-tools > .quiet {
      padding-inline: 8px;
    }
  }

  .keys-button {
    margin-inline-start: auto;
  }

  .keys-button[aria-expanded='true'] {
    background: color-mix(in srgb, var(--_accent) 8%, var(--_surface));
  }

  .keys-list {
    flex: 1 0 100%;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(24em, 100%), 1fr));
    gap: 4px 24px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 12px 16px;
    background: var(--_surface-raised);
    font-size: 0.875em;
  }

  .keys-list[hidden] {
    display: none;
  }

  .keys-list > div {
    display: grid;
    grid-template-columns: 9.5em minmax(0, 1fr);
    gap: 8px;
    align-items: baseline;
  }

  kbd {
    display: inline-block;
    border: 1px solid var(--_border);
    border-radius: 4px;
    padding: 0 5px;
    font: inherit;
    font-size: 0.9375em;
    background: var(--_surface);
  }

  .stack-pages {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 8px;
    align-items: center;
    text-align: center;
  }

  .more > summary {
    min-block-size: 24px;
    cursor: pointer;
    color: var(--_accent);
  }

  .more-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 10.5em), 1fr));
    gap: 8px 12px;
    padding-block-start: 8px;
  }
`;
