import {css} from 'lit';

export default css`
  .sums {
    display: flex;
    flex-wrap: wrap;
    gap: 16px 40px;
    align-items: flex-start;
    justify-content: flex-end;
  }

  .vat {
    border-collapse: collapse;
    margin-inline-end: auto;
    font-size: 0.9375em;
  }

  .vat :is(th, td) {
    padding: 4px 24px 4px 0;
    padding-inline: 0 24px;
    text-align: start;
    font-weight: normal;
  }

  .vat :is(th, td).amount {
    text-align: end;
  }

  .vat thead th {
    border-block-end: 1px solid var(--_border);
    font-size: 0.9375em;
    color: var(--_text-muted);
  }

  .vat :is(th, td):last-child {
    padding-inline-end: 0;
  }

  .totals {
    display: grid;
    gap: 4px;
    inline-size: min(20em, 100%);
  }

  .totals > div {
    display: flex;
    gap: 16px;
    justify-content: space-between;
  }

  .totals dt {
    font-size: 1em;
  }

  .totals > :is(.gross, .remaining) {
    border-block-start: 1px solid var(--_border);
    padding-block-start: 4px;
    font-weight: 600;
  }

  .totals > :is(.gross, .remaining) dt {
    color: inherit;
  }
`;
