import {css} from 'lit';

export default css`
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

  .item-details {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
    padding-inline: 2px;
    font-size: 0.9375em;
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
