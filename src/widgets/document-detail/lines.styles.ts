import {css} from 'lit';
import {cards} from './line-cards.styles.ts';

export default css`
  .lines-section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }

  .lines-head {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    min-block-size: var(--_control-height);
  }

  .count {
    flex: 1;
    unicode-bidi: plaintext;
    text-align: start;
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }

  .find {
    position: relative;
    flex: 0 1 18em;
  }

  .find > .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0.7em;
    margin-block: auto;
    color: var(--_text-muted);
    pointer-events: none;
  }

  .find > .input {
    display: block;
    padding-inline-start: 2.1em;
  }

  .none {
    padding-block: 16px;
    color: var(--_text-muted);
  }

  .lines-box.long {
    max-block-size: var(--portal-lines-block-size, min(40em, 80vh));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: auto;
  }

  .lines {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 0.9375em;
  }

  .lines.long {
    table-layout: fixed;
  }

  .lines :is(th, td) {
    border-block-end: 1px solid var(--_border);
    padding: 8px 6px;
    line-height: 1.35;
    text-align: end;
    vertical-align: top;
    font-weight: normal;
    font-variant-numeric: tabular-nums;
  }

  .lines.long :is(th, td),
  .lines > tbody .col-item {
    overflow-wrap: anywhere;
  }

  .lines :is(.col-item, .col-location, .col-bin, .col-no) {
    text-align: start;
  }

  .lines :is(.col-location, .col-bin) {
    padding-inline-start: 16px;
  }

  .lines :is(th, td):first-child {
    padding-inline-start: 0;
  }

  .lines :is(th, td):last-child {
    padding-inline-end: 0;
  }

  .lines.long :is(th, td):first-child {
    padding-inline-start: 12px;
  }

  .lines.long :is(th, td):last-child {
    padding-inline-end: 12px;
  }

  .lines > thead th {
    padding-block: 6px;
    font-size: 0.9em;
    font-weight: 500;
    vertical-align: bottom;
    color: var(--_text-muted);
  }

  .lines.long > thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--_surface);
  }

  .lines > tbody .col-no {
    color: var(--_text-muted);
  }

  .lines > tbody .gap {
    border: 0;
    padding: 0;
  }

  .lines:not(.long) > tbody td {
    white-space: nowrap;
  }

  .lines:not(.long) > tbody .col-quantity {
    white-space: normal;
  }

  .lines > thead .col-quantity {
    min-inline-size: 12ch;
    inline-size: 12ch;
  }

  .lines > thead .col-no {
    inline-size: 6ch;
  }

  .lines.long > thead .col-no {
    inline-size: 7ch;
  }

  .lines.long > thead .col-quantity {
    inline-size: 12ch;
  }

  .lines.long > thead :is(.col-received, .col-invoiced, .col-returned) {
    inline-size: 10.5ch;
  }

  .lines.long > thead .col-outstanding {
    inline-size: 12.5ch;
  }

  .lines.long > thead :is(.col-price, .col-amount, .col-requested) {
    inline-size: 11.5ch;
  }

  .lines.long > thead :is(.col-discount, .col-vat) {
    inline-size: 8.5ch;
  }

  .lines.long > thead :is(.col-location, .col-bin) {
    inline-size: 15ch;
  }

  .unit {
    color: var(--_text-muted);
  }

  .description {
    display: block;
    font-weight: 500;
  }

  .codes,
  .detail .detail,
  .lots {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    font-size: 0.9em;
    color: var(--_text-muted);
  }

  .lines .detail {
    display: block;
    gap: 0;
  }

  .lines .note {
    white-space: pre-line;
    font-style: italic;
  }

  .lots {
    padding: 0;
    list-style: none;
  }

  .lots > li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
  }

  summary {
    inline-size: fit-content;
    padding-block: 3px;
    cursor: pointer;
    color: var(--_accent);
  }

  @container (inline-size < 47.5em) {
    ${cards(css`.lines`)}
  }

  @container (inline-size < 60em) {
    ${cards(css`.lines.many`)}
  }

  @media print {
    .lines tr {
      break-inside: avoid;
    }

    .lines-box.long {
      max-block-size: none;
      border: 0;
      overflow: visible;
    }

    .lines.long > thead th {
      position: static;
    }
  }
`;
