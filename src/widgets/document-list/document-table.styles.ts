import {css} from 'lit';

export default css`
  /* Explicit display, as the parts of a table that is none any more have no layout of their own. */
  .table,
  .head,
  .rows,
  .cell {
    display: block;
  }

  .table {
    position: relative;
    min-inline-size: var(--_least);
    font-size: 0.9375em;
  }

  .row {
    display: grid;
    grid-template-columns: var(--_columns);
    padding-inline: 8px;
    border-block-end: 1px solid var(--_border);
  }

  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--_surface);
  }

  .rows {
    position: relative;
  }

  .line {
    block-size: max(48px, 3.2em);
    align-items: center;
  }

  .cell {
    min-inline-size: 0;
    padding: 0 8px;
    line-height: 1.3;
    text-align: start;
    font-weight: normal;
    font-variant-numeric: tabular-nums;
  }

  .cell.amount {
    text-align: end;
  }

  .text {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .head .cell {
    display: flex;
    align-items: center;
    block-size: 36px;
    font-size: 0.9em;
    font-weight: 500;
    color: var(--_text-muted);
  }

  .head .amount {
    justify-content: flex-end;
  }

  .head .text {
    max-block-size: 2.4em;
    line-height: 1.2;
    white-space: normal;
  }

  .sort {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-inline-size: 0;
    min-block-size: 28px;
    margin-inline: -6px;
    padding: 0 6px;
  }

  .amount > .sort {
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
    display: block;
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .open {
    border: 0;
    padding: 2px 0;
    font: inherit;
    font-weight: 500;
    text-align: start;
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

  .rows > .line:has(button.open) {
    cursor: pointer;
  }

  .external {
    line-height: 1.2;
    font-size: 0.875em;
    color: var(--_text-muted);
  }

  .mark {
    display: flex;
    align-items: center;
    gap: 6px;
  }

  .mark > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .success {
    color: var(--_success);
  }

  .warning {
    color: var(--_warning);
  }

  .danger {
    color: var(--_danger);
  }

  .skeleton {
    display: inline-block;
    inline-size: 75%;
    block-size: 0.75em;
    vertical-align: middle;
  }

  @container (inline-size < 47.5em) {
    .table {
      min-inline-size: 0;
    }

    .head {
      border-block-end: 1px solid var(--_border);
    }

    .head > .row {
      display: flex;
      gap: 8px;
      overflow: auto hidden;
      border: 0;
      scrollbar-width: none;
      white-space: nowrap;
    }

    .head > .row > .cell {
      flex: none;
    }

    /* Nothing to press there; each value carries its label. */
    .head > .row > .cell:not(.sortable) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      padding: 0;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .loading > .head > .row {
      block-size: 36px;
    }

    .line {
      grid-template-columns: repeat(auto-fill, minmax(9em, 1fr));
      grid-auto-rows: 2.75em;
      gap: 6px 0;
      block-size: auto;
      padding-block: 10px;
      align-items: start;
    }

    .line > .cell {
      text-align: start;
    }

    .line > .col-amount {
      order: -1;
    }

    .line > .col-number {
      order: -2;
    }

    /* The empty text after the slash keeps it from being read twice: the header says it already. */
    .cell[data-label]::before {
      content: attr(data-label) / '';
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-size: 0.8125em;
      line-height: 1.4;
      color: var(--_text-muted);
    }
  }
`;
