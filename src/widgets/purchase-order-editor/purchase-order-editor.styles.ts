import {css} from 'lit';

export default css`
  form,
  .loading {
    display: grid;
    gap: 20px;
    padding: 4px;
  }

  .header {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: 16px;
  }

  .delivery > .field > .hint {
    unicode-bidi: plaintext;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  select.input {
    text-overflow: ellipsis;
  }

  .link {
    min-block-size: 24px;
    border: 0;
    border-radius: 2px;
    padding: 0;
    font: inherit;
    color: var(--_accent);
    background: none;
    text-align: start;
    text-decoration: underline;
    cursor: pointer;
  }

  .icon-button {
    min-block-size: var(--_control-height);
    inline-size: var(--_control-height);
    padding: 0;
    color: var(--_text-muted);
  }

  .lines-section {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  .lines {
    table-layout: fixed;
  }

  th {
    font-weight: 500;
    font-size: 0.875em;
    text-align: start;
    vertical-align: bottom;
    color: var(--_text-muted);
  }

  th,
  td {
    padding: 4px;
  }

  .lines thead th {
    border-block-end: 1px solid var(--_border);
    padding-block-end: 6px;
    white-space: nowrap;
  }

  .lines tbody th {
    line-height: var(--_control-height);
    font-variant-numeric: tabular-nums;
  }

  .lines tbody > tr > * {
    vertical-align: top;
  }

  .lines tbody > tr:first-child > * {
    padding-block-start: 8px;
  }

  .lines tbody > .messages > td {
    border-block-end: 1px solid var(--_border);
    padding-block: 0 8px;
  }

  .no {
    inline-size: 2em;
  }

  .quantity {
    inline-size: 7.5em;
  }

  .lines .unit {
    padding-inline-start: 12px;
  }

  th.unit {
    inline-size: 8em;
  }

  th.price {
    inline-size: 8.25em;
  }

  th.remove {
    inline-size: calc(var(--_control-height) + 8px);
  }

  .unit-label,
  .figure {
    line-height: var(--_control-height);
  }

  .line-amount {
    font-weight: 500;
  }

  .item-cell {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: 8px;
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

  .end {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 20px;
    align-items: end;
  }

  .end > .note {
    align-self: start;
  }

  .finish {
    display: grid;
    gap: 12px;
    justify-items: end;
    text-align: end;
  }

  .finish-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
  }

  .missing {
    text-align: start;
  }

  .estimate dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: baseline;
    justify-content: flex-end;
  }

  .estimate dd {
    font-size: 1.375em;
    font-weight: 600;
    min-inline-size: 6em;
  }

  .notices {
    display: grid;
    gap: 8px;
  }

  /* It stays in the page, so that what appears in it is spoken, and takes no room. */
  .live:not(:has(*)) {
    position: absolute;
  }

  .dismiss {
    margin-inline-start: auto;
    margin-block: -6px;
  }

  .notice > .icon {
    color: var(--_warning);
  }

  .notice.danger > .icon {
    color: var(--_danger);
  }

  .notice > span {
    flex: 0 1 auto;
    min-inline-size: 0;
  }

  .notice > .icon + * {
    flex: 1 1 12em;
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

  .label-skeleton {
    inline-size: 40%;
    block-size: 1.2em;
  }

  .control-skeleton {
    block-size: var(--_control-height);
  }

  .lines-skeleton {
    block-size: 160px;
  }

  .note-skeleton {
    block-size: 88px;
  }

  @container (inline-size < 40em) {
    .end {
      grid-template-columns: minmax(0, 1fr);
    }

    .finish {
      justify-items: stretch;
    }

    .finish-buttons > .primary {
      flex: 1 1 auto;
    }
  }
`;
