import {css} from 'lit';

export default css`
  .frame {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: hidden;
  }

  .heading {
    padding: 12px 16px;
    border-block-end: 1px solid var(--_border);
  }

  .table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 0.9375em;
  }

  th,
  td {
    border-block-end: 1px solid var(--_border);
    padding: 8px;
    line-height: 1.3;
    text-align: start;
    font-weight: normal;
  }

  tbody tr:last-child > :is(th, td) {
    border-block-end: 0;
  }

  :is(th, td):first-child {
    padding-inline-start: 16px;
  }

  :is(th, td):last-child {
    padding-inline-end: 16px;
  }

  thead :is(th, td) {
    block-size: 36px;
    padding-block: 0;
    font-size: 0.9em;
    font-weight: 500;
    color: var(--_text-muted);
    white-space: nowrap;
  }

  tbody tr {
    block-size: max(56px, 3.75em);
  }

  .col-type {
    inline-size: 24ch;
  }

  .col-total {
    inline-size: 8ch;
  }

  .col-posting {
    padding-inline-start: 24px;
  }

  .col-open,
  .col-overdue {
    inline-size: 13ch;
  }

  .col-total,
  .col-open,
  .col-overdue {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .bar {
    display: block;
    block-size: 8px;
    margin-block-end: 4px;
    overflow: visible;
  }

  /* A drawing has no direction of its own. */
  .bar:dir(rtl) {
    transform: scaleX(-1);
  }

  .posted {
    fill: var(--_success);
  }

  /* Filled and hollow, so that the two are told apart without colours. The stroke lies inside. */
  .not-posted {
    fill: var(--_surface);
    stroke: var(--_warning);
    stroke-width: 3px;
    clip-path: fill-box;
  }

  .parts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }

  .part-of {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 24px;
    white-space: nowrap;
  }

  .key {
    flex: none;
    inline-size: 0.65em;
    block-size: 0.65em;
  }

  .open,
  .figure {
    min-block-size: 24px;
    border: 0;
    border-radius: 2px;
    padding: 2px 0;
    font: inherit;
    text-align: inherit;
    color: inherit;
    background: none;
    cursor: pointer;
  }

  /* Numbers come first: the words after them say which way the whole is written. */
  .figure,
  .nothing {
    unicode-bidi: plaintext;
  }

  .open {
    font-weight: 500;
    color: var(--_accent);
  }

  .open:hover {
    text-decoration: underline;
  }

  .figure {
    text-decoration: underline;
    text-decoration-color: var(--_border-control);
    text-underline-offset: 0.2em;
  }

  .figure:hover {
    color: var(--_accent);
    text-decoration-color: currentColor;
  }

  .nothing {
    color: var(--_text-muted);
  }

  .late > .icon {
    align-self: center;
  }

  .late {
    display: inline-flex;
    align-items: baseline;
    gap: 4px;
    color: var(--_danger);
  }

  .notice {
    border-width: 1px 0 0 3px;
    border-radius: 0;
  }

  .notice-text {
    flex: 1 1 12em;
  }

  span.skeleton {
    display: inline-block;
    inline-size: 75%;
    block-size: 0.75em;
    vertical-align: middle;
  }

  td.col-total > .skeleton,
  td.col-open > .skeleton,
  td.col-overdue > .skeleton {
    inline-size: 5ch;
  }

  td.col-type > .skeleton {
    inline-size: 16ch;
  }

  thead .skeleton {
    inline-size: 5ch;
  }

  span.skeleton.bar {
    display: block;
    inline-size: 100%;
    min-inline-size: 12em;
    block-size: 10px;
    margin-block: 0 10px;
  }

  @container (inline-size < 50em) {
    .table,
    .table > tbody {
      display: block;
    }

    /* Each value carries its label. */
    .table > thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tbody tr {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 8px 16px;
      block-size: auto;
      padding: 12px 16px;
      border-block-end: 1px solid var(--_border);
    }

    tbody tr:last-child {
      border-block-end: 0;
    }

    /* What a type has differs: as high as cards are on average. */
    [aria-hidden] > tbody > tr {
      min-block-size: 7.95em;
      align-content: start;
    }

    .table tbody :is(th, td) {
      display: block;
      inline-size: auto;
      min-inline-size: 0;
      border: 0;
      padding: 0;
    }

    .table tbody td:has(> .nothing[aria-hidden]) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tbody .col-total {
      align-self: center;
    }

    tbody .col-posting {
      grid-column: 1 / -1;
    }

    span.skeleton.bar {
      min-inline-size: 0;
    }

    tbody td.col-open {
      grid-column: 1;
      text-align: start;
    }

    /* The empty text after the slash keeps it from being read twice: the header says it already. */
    :is(.col-open, .col-overdue)[data-label]::before {
      content: attr(data-label) / '';
      display: block;
      font-size: 0.8125em;
      line-height: 1.4;
      color: var(--_text-muted);
    }
  }

  @media print {
    .figure {
      text-decoration: none;
    }
  }
`;
