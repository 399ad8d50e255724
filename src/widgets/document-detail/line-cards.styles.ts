import {css, type CSSResult} from 'lit';

/** The rows of the tables of a selector as cards: the item on top, each value under its label. */
export const cards = (table: CSSResult) => css`
  ${table}, ${table} > tbody {
    display: block;
  }

  ${table} > thead {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  ${table} tr {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(6.5em, 1fr));
    gap: 6px 16px;
    border-block-end: 1px solid var(--_border);
    padding-block: 12px;
  }

  ${table}.long tr {
    padding-inline: 12px;
  }

  ${table} > tbody :is(th, td) {
    display: block;
    min-inline-size: 0;
    border: 0;
    padding: 0;
    text-align: start;
  }

  ${table} > tbody .col-item {
    grid-column: 1 / -1;
  }

  ${table} > tbody .col-no {
    display: none;
  }

  ${table} > tbody .gap {
    grid-column: 1 / -1;
  }

  ${table} tr:has(> .gap) {
    border: 0;
    padding: 0;
  }

  /* The empty text after the slash keeps it from being read twice: the header says it already. */
  ${table} td[data-label]::before {
    content: attr(data-label) / '';
    display: block;
    font-size: 0.8125em;
    line-height: 1.4;
    color: var(--_text-muted);
  }
`;
