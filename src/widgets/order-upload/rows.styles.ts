import {css} from 'lit';

/** What is read of a file: its sheets, columns and rows. */
export default css`
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: baseline;
  }

  .head h2,
  .hint bdi {
    overflow-wrap: anywhere;
  }

  h2,
  .rest > .hint,
  .ready-text {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .head-buttons {
    margin-inline-start: auto;
  }

  .end-buttons {
    justify-content: flex-end;
  }

  .reading {
    justify-items: start;
  }

  progress {
    flex: 1 1 8em;
    inline-size: 100%;
    max-inline-size: 24em;
    accent-color: var(--_accent);
  }

  .notice progress {
    max-inline-size: 16em;
  }

  .figure {
    font-variant-numeric: tabular-nums;
  }

  .sheets {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    list-style: none;
  }

  .sheet {
    max-inline-size: 100%;
    overflow-wrap: anywhere;
    white-space: normal;
  }

  .columns-more > summary {
    inline-size: fit-content;
    min-block-size: 24px;
    color: var(--_accent);
    cursor: pointer;
  }

  .columns-more[open] > summary {
    margin-block-end: 8px;
  }

  .columns {
    display: grid;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(10em, 16em);
    gap: 4px 16px;
    align-items: center;
    padding: 8px 12px;
  }

  .column + .column {
    border-block-start: 1px solid var(--_border);
  }

  .column-head {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
  }

  .samples {
    display: flex;
    gap: 0 12px;
    overflow: hidden;
    list-style: none;
    white-space: nowrap;
  }

  .samples > li {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .samples > li + li::before {
    content: '·';
    margin-inline-end: 12px;
  }

  .encoding {
    inline-size: auto;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
  }

  .tool-buttons,
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    align-items: center;
  }

  .filter {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-block-size: var(--_control-height);
    margin: 0;
    border: 1px solid var(--_border);
    border-radius: 99px;
    padding: 2px 12px;
    font: inherit;
    color: var(--_text);
    background: var(--_surface);
    cursor: pointer;
  }

  .filter[aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
    font-weight: 500;
  }

  .filter.wrong > .icon {
    color: var(--_danger);
  }

  .filter.ready > .icon {
    color: var(--_success);
  }

  .filter > .figure {
    color: var(--_text-muted);
  }

  kbd {
    border: 1px solid var(--_border);
    border-radius: 4px;
    padding: 0 5px;
    font: inherit;
    font-size: 0.8125em;
    font-weight: 400;
    color: var(--_text-muted);
    background: var(--_surface);
  }

  .grid {
    --_row: max(var(--_control-height), 2.25em);
    --_columns: 3.25em minmax(6.5em, 1fr) minmax(7.5em, 1fr) minmax(8.75em, 3fr) 6em 5em 5em 8.4em
      minmax(5em, 1.5fr);

    min-inline-size: 55.4em;
    font-size: 0.875em;
  }

  .cell.heading.no {
    text-align: center;
  }

  /* It is in an upload already. */
  purchase-order-editor::part(from-file) {
    display: none;
  }

  .cell.description {
    color: var(--_text-muted);
  }

  .cell.heading.no {
    text-align: center;
  }

  /* A sign stays before its number, whatever the direction of the page. */
  .line > .quantity {
    unicode-bidi: plaintext;
  }

  .line:is(.taken, .left-out, .merged) > .cell {
    color: var(--_text-muted);
  }

  .line.left-out > .cell:not(.no) {
    text-decoration: line-through;
  }

  .none {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 24px 16px;
    text-align: center;
    color: var(--_text-muted);
  }

  .take {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 24px;
    align-items: end;
    justify-content: space-between;
  }

  .rest {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: baseline;
  }

  .finish {
    display: grid;
    gap: 8px;
    justify-items: end;
    margin-inline-start: auto;
    text-align: end;
  }

  .stack {
    display: grid;
    gap: 16px;
  }

  .stacked {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 12px;
  }

  .stacked-legend {
    float: inline-start;
    padding: 0;
    font-weight: 600;
  }

  /* Two in a row; the last of an odd number has it to itself. */
  .stacked > .field {
    flex: 1 1 calc(50% - 6px);
    min-inline-size: 0;
  }

  .stacked > .wide,
  .stacked > .stacked-legend {
    flex: 1 1 100%;
  }

  .stacked > .link {
    text-align: start;
  }

  .marks-list {
    display: grid;
    gap: 4px;
    font-size: 0.9375em;
  }

  .stack-pages {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 8px;
    align-items: center;
    text-align: center;
  }

  @container (inline-size < 40em) {
    .column {
      grid-template-columns: minmax(0, 1fr);
    }

    .finish,
    .end-buttons {
      justify-items: stretch;
      inline-size: 100%;
      text-align: start;
    }

    kbd {
      display: none;
    }

    .finish .button,
    .end-buttons .button {
      flex: 1 1 auto;
    }
  }
`;
