import {css} from 'lit';

export default css`
  .timeline {
    list-style: none;
  }

  .happening {
    position: relative;
    display: grid;
    grid-template-columns: 7.5em minmax(0, 1fr);
    gap: 0 36px;
    align-items: baseline;
    padding-block-end: 12px;
  }

  .happening > time {
    display: grid;
    align-content: start;
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .happening .time {
    font-size: 0.875em;
    line-height: 1.65;
    color: var(--_text-muted);
  }

  .what {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .event {
    font-weight: 500;
  }

  .by {
    color: var(--_text-muted);
  }

  /* Borders, not backgrounds: they are there in forced colours too. */
  .happening::before {
    content: '';
    position: absolute;
    inset-inline-start: calc(7.5em + 18px - 4px);
    inset-block-start: 0.4em;
    inline-size: 9px;
    block-size: 9px;
    border: 2px solid var(--_border-control);
    border-radius: 50%;
    background: var(--_surface);
    z-index: 1;
  }

  .timeline > .happening:first-child::before {
    border-color: var(--_accent);
  }

  .earlier .timeline > .happening:first-child::before {
    border-color: var(--_border-control);
  }

  .happening:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-inline-start: calc(7.5em + 18px);
    inset-block: 0.8em -0.4em;
    border-inline-start: 1px solid var(--_border);
  }

  .earlier > summary {
    inline-size: fit-content;
    min-block-size: 24px;
    margin-block-end: 12px;
    color: var(--_accent);
    cursor: pointer;
  }

  @container (inline-size < 30em) {
    .happening {
      grid-template-columns: minmax(0, 1fr);
      padding-inline-start: 24px;
    }

    .happening > time {
      display: flex;
      gap: 8px;
      text-align: start;
      font-size: 0.875em;
      line-height: 1.65;
    }

    .happening .time {
      font-size: inherit;
    }

    .happening::before {
      inset-inline-start: 0;
    }

    .happening:not(:last-child)::after {
      inset-inline-start: 4px;
    }
  }

  @media print {
    .node,
    .happening {
      break-inside: avoid;
    }
  }
`;
