import {css} from 'lit';

export default css`
  .content {
    position: relative;
  }

  .table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 0.9375em;
  }

  .busy > .table {
    opacity: 0.85;
  }

  th,
  td {
    border-block-end: 1px solid var(--_border);
    padding: 4px 8px;
    line-height: 1.3;
    text-align: start;
    font-weight: normal;
  }

  :is(th, td):first-child {
    padding-inline-start: 16px;
  }

  :is(th, td):last-child {
    padding-inline-end: 16px;
  }

  tbody tr {
    block-size: max(48px, 3.2em);
  }

  tbody tr:hover {
    background: var(--_surface-raised);
  }

  thead :is(th, td) {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    block-size: 36px;
    padding-block: 0;
    font-size: 0.9em;
    font-weight: 500;
    color: var(--_text-muted);
    background: var(--_surface);
    white-space: nowrap;
  }

  /* Widths are what a column usually needs; text that the user has made larger or wider gets what it needs in fact. */
  thead .col-number {
    inline-size: 19ch;
  }

  thead .col-counterparty {
    inline-size: 100%;
  }

  thead .col-date {
    inline-size: 14ch;
  }

  thead .col-amount {
    inline-size: 15ch;
    text-align: end;
  }

  thead .col-state {
    inline-size: 15.5ch;
  }

  thead .col-posting {
    inline-size: 15ch;
  }

  td.col-date,
  td.col-amount {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  td.col-amount {
    text-align: end;
  }

  .sort {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 28px;
    margin-inline: -6px;
    padding: 0 6px;
  }

  .col-amount > .sort {
    flex-direction: row-reverse;
  }

  [aria-sort] > .sort {
    color: var(--_text);
  }

  .direction {
    font-size: 0.875em;
  }

  .direction.down {
    rotate: 180deg;
  }

  .open,
  .external {
    /* Without a limit the longest reference would set the width of the column. */
    max-inline-size: 16ch;
  }

  .open {
    display: block;
    border: 0;
    padding: 2px 0;
    font: inherit;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    text-align: start;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
    color: inherit;
    background: none;
  }

  button.open {
    min-block-size: 24px;
    color: var(--_accent);
    cursor: pointer;
  }

  button.open:hover {
    text-decoration: underline;
  }

  tr:has(button.open) {
    cursor: pointer;
  }

  .external {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    line-height: 1.2;
    font-size: 0.875em;
    color: var(--_text-muted);
  }

  .clamp {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }

  .mark {
    display: flex;
    align-items: center;
    gap: 6px;
    white-space: nowrap;
  }

  .posted * {
    color: var(--_success);
  }

  .not-posted * {
    color: var(--_warning);
  }

  .skeleton {
    display: inline-block;
    inline-size: 75%;
    block-size: 0.75em;
    vertical-align: middle;
  }

  thead .skeleton {
    inline-size: 48%;
  }

  @container (inline-size < 47.5em) {
    .table,
    .table > tbody {
      display: block;
    }

    .table > thead {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      display: block;
      background: var(--_surface);
      border-block-end: 1px solid var(--_border);
    }

    thead > tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0 16px;
      padding-inline: 16px;
    }

    .table thead :is(th, td) {
      position: static;
      display: flex;
      align-items: center;
      border: 0;
      padding: 0;
      inline-size: auto;
    }

    /* Nothing to press there; each value carries its label. */
    .table thead th:not(.sortable) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tbody tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
      grid-auto-rows: min-content;
      gap: 8px 16px;
      block-size: auto;
      min-block-size: 9.25em;
      padding: 12px 16px;
      border-block-end: 1px solid var(--_border);
    }

    .open,
    .external {
      max-inline-size: 100%;
    }

    .table tbody :is(th, td) {
      display: block;
      min-inline-size: 0;
      border: 0;
      padding: 0;
    }

    tbody td {
      order: 1;
    }

    tbody :is(.col-number, .col-amount) {
      order: 0;
    }

    tbody .col-counterparty {
      order: 2;
    }

    tbody .col-posting {
      order: 3;
    }

    /* The empty text after the slash keeps it from being read twice: the header says it already. */
    td[data-label]::before {
      content: attr(data-label) / '';
      display: block;
      font-size: 0.8125em;
      line-height: 1.4;
      color: var(--_text-muted);
    }
  }

  @container (30em <= inline-size < 47.5em) {
    tbody tr {
      grid-template-columns: 1fr 1.2fr 1fr;
      min-block-size: 6.5em;
    }

    tbody .col-state {
      grid-area: 1 / 2;
    }

    tbody .col-amount {
      grid-area: 1 / 3;
    }
  }
`;
