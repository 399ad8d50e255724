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

  /* Most addresses take two lines: nothing moves when they arrive. */
  .delivery > .field > .hint {
    min-block-size: 2lh;
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

  .grid-scroll {
    overflow: auto;
    overscroll-behavior: contain;
    max-block-size: min(70vh, 44em);
    scroll-padding-block-start: 2.5em;
    scroll-padding-inline-start: 12em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .grid {
    --_row: max(var(--_control-height), 2.25em);
    --_columns: 2.75em minmax(7.5em, 1fr) minmax(8.75em, 4fr) 5em 4.25em 5em 8.4em minmax(3.5em, 1fr) 5.75em
      6.25em 2.25em;

    min-inline-size: 59.4em;
    font-size: 0.875em;
  }

  .grid.bare {
    --_columns: 2.75em minmax(7.5em, 1fr) minmax(8.75em, 4fr) 5em 4.25em 5em 8.4em minmax(3.5em, 1fr) 2.25em;

    min-inline-size: 47.4em;
  }

  /* Cells that cover others have the row's colour by its name: to inherit what is not inherited costs each cell a style of its own. */
  .row {
    --_fill: var(--_surface);

    display: grid;
    grid-template-columns: var(--_columns);
    background: var(--_fill);
  }

  .grid-head > .row {
    --_fill: var(--_surface-raised);
  }

  /* The first row has the line below, until it is scrolled away. */
  .grid-head {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    box-shadow: 0 1px var(--_border);
  }

  .rows {
    position: relative;
  }

  /* Tells how high rows are, whatever the host's text and tokens. */
  .grid-probe {
    position: absolute;
    visibility: hidden;
  }

  /* What changes in a row moves nothing outside of it. */
  .line {
    contain: layout style;
    position: absolute;
    inset-inline: 0;
  }

  .static .line {
    position: static;
  }

  .cell {
    overflow: hidden;
    box-sizing: border-box;
    block-size: var(--_row);
    border-block-start: 1px solid var(--_border);
    border-inline-start: 1px solid var(--_border);
    padding-inline: 6px;
    text-overflow: ellipsis;
    line-height: calc(var(--_row) - 1px);
    white-space: nowrap;
    cursor: default;
  }

  .cell.no {
    border-inline-start: 0;
    padding-inline: 0;
    text-align: center;
    font-variant-numeric: tabular-nums;
    color: var(--_text-muted);
  }

  /* Words keep their direction, and are cut at their end, whatever the direction of the page. */
  p.hint,
  .notice > span,
  .line > :is(.item, .description, .note) {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  /* What invites to type runs over into the empty cell beside it, as it would in a spreadsheet. */
  .cell.item:not(:focus):has(> .hint) {
    overflow: visible;
  }

  .cell.item > .hint {
    padding-inline-end: 6px;
    background: var(--_fill);
  }

  .cell.editable {
    cursor: text;
  }

  .cell[aria-readonly] {
    color: var(--_text-muted);
  }

  .cell.description,
  .cell[part='line-amount'] {
    color: var(--_text);
  }

  .cell.remove {
    padding: 0;
    text-align: center;
  }

  .remove > .button {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    border: 0;
    vertical-align: top;
  }

  /* A picture of its own would be three elements in each of many rows. */
  .remove > .button::before {
    content: '×';
    font-size: 1.375em;
    font-weight: 400;
    line-height: 1;
  }

  .cell.heading {
    block-size: auto;
    min-block-size: 2.5em;
    border-block-start: 0;
    padding-block: 4px;
    line-height: 1.25;
    white-space: normal;
    hyphens: auto;
    overflow-wrap: normal;
    text-align: start;
    font-size: 0.9375em;
    font-weight: 500;
    color: var(--_text-muted);
  }

  .cell.heading.amount {
    text-align: end;
  }

  .cell:focus-visible,
  .cell:focus,
  .cell.open {
    z-index: 1;
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .line:hover {
    --_fill: var(--_surface-raised);
  }

  /* Room for what is said of most lines: nothing below moves when it is said. */
  .line-panel {
    min-block-size: 4.4em;
    padding-inline: 2px;
    font-size: 0.9375em;
  }

  .lines-tools {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    align-items: center;
  }

  .end {
    display: grid;
    grid-template-columns: minmax(12em, 1fr) minmax(0, 41em);
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

  @container (inline-size >= 60em) {
    .grid {
      --_columns: 2.75em minmax(7.5em, 1fr) minmax(13.5em, 4fr) 5.5em 4.5em 5.5em 8.4em minmax(4em, 1fr)
        6.25em 6.5em 2.25em;
    }

    .grid.bare {
      --_columns: 2.75em minmax(7.5em, 1fr) minmax(13.5em, 4fr) 5.5em 4.5em 5.5em 8.4em minmax(4em, 1fr)
        2.25em;
    }

    .line-panel {
      min-block-size: 3em;
    }
  }

  /* All columns are in sight as long as there is any way to it. */
  @container (inline-size < 53em) {
    .grid {
      --_columns: 2.75em minmax(7.5em, 1fr) minmax(8.75em, 4fr) 4.25em 4em 4.5em 8.1em minmax(3em, 1fr) 5.5em
        6em 2em;

      min-inline-size: 56.4em;
    }

    .grid.bare {
      --_columns: 2.75em minmax(7.5em, 1fr) minmax(8.75em, 4fr) 4.25em 4em 4.5em 8.1em minmax(3em, 1fr) 2em;

      min-inline-size: 44.9em;
    }

    .cell {
      padding-inline: 4px;
    }
  }

  /* Where the grid is wider than its box. Elsewhere nothing has to stick: each cell that does is a layer of its own. */
  @container (inline-size < 50em) {
    .cell.no,
    .cell.item,
    .cell.open.item {
      position: sticky;
      z-index: 1;
      inset-inline-start: 0;
      background: var(--_fill);
    }

    .cell.item,
    .cell.open.item {
      inset-inline-start: 2.75em;
      margin-inline-end: -1px;
      border-inline-end: 1px solid var(--_border);
    }
  }

  /* The buttons stand in one row, in a language of long words, too. */
  @container (inline-size < 53em) {
    .end {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @container (inline-size < 40em) {
    .finish {
      justify-items: stretch;
    }

    .finish-buttons > .primary {
      flex: 1 1 auto;
    }
  }
`;
