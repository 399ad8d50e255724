import {css} from 'lit';

/** The review and what comes of it. */
export default css`
  .unsettled {
    display: grid;
    gap: 8px;
    justify-items: start;
  }

  .failed-title {
    font-weight: 600;
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr));
    gap: 8px 20px;
  }

  .facts dt {
    font-size: 0.875em;
    color: var(--_text-muted);
  }

  .facts dd {
    white-space: pre-line;
  }

  .review-lines {
    inline-size: 100%;
    border-collapse: collapse;
  }

  .review-lines :is(th, td) {
    padding: 4px;
  }

  .review-lines th {
    font-weight: 500;
    font-size: 0.875em;
    text-align: start;
    vertical-align: bottom;
    color: var(--_text-muted);
  }

  .review-lines th.amount {
    text-align: end;
  }

  .review-lines thead th {
    border-block-end: 1px solid var(--_border);
  }

  .review-lines td {
    border-block-end: 1px solid var(--_border);
    padding-block: 6px;
    vertical-align: top;
  }

  .review-lines .no {
    inline-size: 2.5em;
    padding-inline-start: 0;
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }

  .wish {
    display: block;
    font-size: 0.9375em;
  }

  .glued {
    white-space: nowrap;
  }

  .wish bdi {
    white-space: pre-line;
  }

  .shown {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
  }

  .doubts h3 {
    font-size: 1em;
  }

  .doubts ul {
    padding-inline-start: 1.25em;
  }

  .review-lines .description,
  .discount {
    display: block;
  }

  /* Descriptions and sentences of another direction than the page's keep their own, and stand where the others do. */
  .review-lines :is(.description, .discount),
  .doubts li,
  .line-hint > span {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .totals {
    display: grid;
    grid-template-columns: auto auto;
    gap: 4px 24px;
    justify-content: end;
  }

  .totals dt {
    text-align: end;
  }

  .totals .grand {
    border-block-start: 1px solid var(--_border);
    padding-block-start: 4px;
    font-weight: 600;
    font-size: 1.0625em;
  }

  .progress {
    padding-inline: 20px;
  }

  .progress:empty {
    display: none;
  }

  .progress > * {
    margin-block: 8px;
  }

  #review-title:focus,
  #saved-title:focus,
  .progress:focus,
  .progress > p:focus {
    outline: none;
  }

  .saved > .icon {
    color: var(--_success);
    font-size: 2.5em;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .state > .buttons {
    justify-content: center;
  }

  .decision {
    display: grid;
    gap: 8px;
  }

  .figure-skeleton {
    block-size: 1.2em;
    inline-size: 5em;
    margin-inline-start: auto;
  }

  .totals-skeleton {
    block-size: 84px;
    inline-size: 15em;
    max-inline-size: 100%;
    justify-self: end;
  }

  /* Stands on one line, but for the name of a unit that is a sentence. */
  .review-lines .measure {
    min-inline-size: 8.5em;
    white-space: normal;
  }

  .review-note bdi {
    white-space: pre-line;
  }

  .review-note.long {
    max-block-size: 10em;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 4px 8px;
  }

  .dialog-body {
    container-type: inline-size;
  }

  /* The item has the full width. Below it: how many, each for how much, and at the end what that is. */
  @container (inline-size < 28em) {
    .review-lines,
    .review-lines :is(thead, tbody) {
      display: block;
    }

    .review-lines tr {
      display: flow-root;
      border-block-end: 1px solid var(--_border);
      padding-block: 6px;
    }

    .review-lines tr > :is(th, td) {
      display: block;
      border: 0;
      padding: 0;
    }

    .review-lines td.no {
      float: inline-start;
      inline-size: auto;
      margin-inline-end: 8px;
    }

    .review-lines tr > :is(.measure, .price) {
      display: inline-block;
      min-inline-size: 0;
      font-size: 0.9375em;
    }

    .review-lines .price {
      unicode-bidi: plaintext;
    }

    .review-lines .known::before {
      content: '× ';
      content: '× ' / '';
    }

    .review-lines .discount {
      display: inline;
    }

    .review-lines .sum {
      float: inline-end;
    }

    /* What stands above each other needs no headings, but for the currency of the amounts. */
    .review-lines th.what {
      float: inline-start;
    }

    .review-lines th:is(.measure, .price) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  @media (width < 520px) {
    .dialog-foot .button {
      flex: 1 1 auto;
    }
  }
`;
