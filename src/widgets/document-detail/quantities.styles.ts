import {css} from 'lit';

export default css`
  .fulfilment.complete {
    color: var(--_success);
  }

  /* Numbers come first: the words after them say which way the whole is written. */
  .fulfilment > span,
  .ordered {
    unicode-bidi: plaintext;
  }

  /* A script puts the focus there to begin reading; there is nothing to do with it. */
  .quantities-title:focus {
    outline: none;
  }

  .quantities-table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 0.9375em;
  }

  .quantities-table :is(th, td) {
    border-block-end: 1px solid var(--_border);
    padding: 8px;
    line-height: 1.3;
    text-align: start;
    vertical-align: top;
    font-weight: normal;
  }

  .quantities-table :is(th, td):first-child {
    padding-inline-start: 0;
  }

  .quantities-table :is(th, td):last-child {
    padding-inline-end: 0;
  }

  .quantities-table thead th {
    padding-block: 4px;
    font-size: 0.9em;
    font-weight: 500;
    color: var(--_text-muted);
  }

  .quantities-table .number-col {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .quantities-table .bar-col {
    inline-size: 20%;
    padding-inline-start: 16px;
  }

  .item-name,
  .item-number {
    display: block;
    overflow-wrap: anywhere;
  }

  .item-number,
  .quantities-table .unit,
  .quantities-part {
    font-size: 0.875em;
    color: var(--_text-muted);
  }

  /* A unit may be a whole sentence. */
  .quantities-table .unit {
    display: inline-block;
    max-inline-size: 10em;
    overflow-wrap: break-word;
    white-space: normal;
    vertical-align: top;
  }

  .figure-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    justify-content: space-between;
  }

  .figure-number {
    font-variant-numeric: tabular-nums;
  }

  .fulfilment {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    font-size: 0.875em;
    white-space: nowrap;
  }

  .fulfilment.over {
    color: var(--_danger);
  }

  .fulfilment.outstanding {
    color: var(--_warning);
  }

  .quantity-bar {
    display: block;
    block-size: 8px;
    margin-block-start: 4px;
  }

  /* A drawing has no direction of its own. */
  .quantity-bar:dir(rtl) {
    transform: scaleX(-1);
  }

  .frame-of {
    fill: var(--_surface);
    stroke: var(--_border-control);
    stroke-width: 2px;
    clip-path: fill-box;
  }

  .quantity-bar > .fill {
    fill: var(--_accent);
  }

  .quantity-bar > .excess {
    fill: var(--_surface);
    stroke: var(--_danger);
    stroke-width: 4px;
    clip-path: fill-box;
  }

  @container (inline-size < 48em) {
    .quantities-table,
    .quantities-table > tbody {
      display: block;
    }

    .quantities-table > thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .quantities-table tbody tr {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: 8px 16px;
      border-block-end: 1px solid var(--_border);
      padding-block: 10px;
    }

    .quantities-table tbody :is(.item-col, .number-col, .bar-col) {
      display: block;
      inline-size: auto;
      min-inline-size: 0;
      border: 0;
      padding: 0;
    }

    .quantities-table tbody .number-col {
      white-space: normal;
      overflow-wrap: anywhere;
    }

    .quantities-table tbody .unit {
      display: inline;
      max-inline-size: none;
    }

    .quantities-table tbody .item-col {
      grid-column: span 2;
    }

    /* The empty text after the slash keeps it from being read twice: the header says it already. */
    .quantities-table td[data-label]::before {
      content: attr(data-label) / '';
      display: block;
      font-size: 0.8125em;
      line-height: 1.4;
      color: var(--_text-muted);
    }
  }

  @container (inline-size < 30em) {
    .quantities-table tbody tr {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }

    .quantities-table tbody .item-col {
      grid-column: 1 / -1;
    }

    .quantities-table tbody .number-col {
      text-align: start;
    }
  }

  @media print {
    .quantities-ask,
    .rest {
      display: none;
    }
  }
`;
