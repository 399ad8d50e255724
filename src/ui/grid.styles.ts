import {css} from 'lit';

/** A grid of rows of which only those in sight are drawn, and what is said around it. Columns and their widths are its owner's. */
export const gridStyles = css`
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
  .line > :is(.item, .description, .note, .own-reference) {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .cell.editable {
    cursor: text;
  }

  .cell[aria-readonly] {
    color: var(--_text-muted);
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

  @container (inline-size < 53em) {
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
`;
