import {css} from 'lit';

/** The partners as a table; as cards where there is little room. */
export const tableStyles = css`
  .table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    table-layout: fixed;
    font-size: 0.9375em;
  }

  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    block-size: 36px;
    padding: 0 8px;
    border-block-end: 1px solid var(--_border);
    font-size: 0.9em;
    font-weight: 500;
    text-align: start;
    color: var(--_text-muted);
    background: var(--_surface);
  }

  tbody th,
  td {
    padding: 12px 8px;
    border-block-end: 1px solid var(--_border);
    vertical-align: top;
    text-align: start;
    font-weight: normal;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  tbody .gap {
    padding: 0;
    border: 0;
  }

  .chosen > * {
    background: color-mix(in srgb, var(--_accent) 7%, var(--_surface));
  }

  .col-select {
    inline-size: 44px;
    padding-inline: 12px 0;
  }

  .col-partner:first-child {
    padding-inline-start: 16px;
  }

  .col-kind {
    inline-size: 20%;
  }

  .col-invitation {
    inline-size: 26%;
  }

  .col-active {
    inline-size: 10.5%;
  }

  .col-actions {
    inline-size: 10em;
    padding-inline-end: 16px;
  }

  .select {
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
  }

  .select > input {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .sort {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    min-block-size: 28px;
    margin-inline: -6px;
    padding: 0 6px;
    font-weight: 500;
    text-align: start;
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

  .name {
    font-weight: 500;
  }

  .line {
    display: block;
    margin-block-start: 2px;
    font-size: 0.9375em;
    color: var(--_text-muted);
  }

  .line > a {
    /* Room for a finger, without more room between the lines. */
    display: inline-block;
    max-inline-size: 100%;
    min-block-size: 24px;
    margin-block: -4px;
    padding-block: 4px;
    color: inherit;
    text-decoration-color: var(--_border-control);
  }

  .line > a:hover {
    color: var(--_accent);
  }

  .mark {
    display: flex;
    gap: 6px;
  }

  .mark + .mark,
  .line + .mark {
    margin-block-start: 4px;
  }

  .mark > :not(.icon) {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  /* In the direction of its own words, which may be another one than that of the page. */
  time,
  .mark > span {
    unicode-bidi: plaintext;
  }

  .dates > time {
    display: inline-block;
  }

  .mark > .icon {
    margin-block-start: 0.18em;
  }

  .success {
    color: var(--_success);
  }

  .mark.warning {
    color: var(--_warning);
  }

  .mark.danger {
    color: var(--_danger);
  }

  .muted {
    color: var(--_text-muted);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  .col-actions > .actions {
    justify-content: flex-end;
  }

  .button.small {
    min-block-size: 28px;
    padding: 2px 10px;
    font-size: 0.9375em;
    white-space: normal;
  }

  td > .button.small {
    margin-block-start: 6px;
  }

  @container (inline-size < 52em) {
    .table,
    .table > tbody {
      display: block;
    }

    .table > thead {
      display: block;
      border-block-end: 1px solid var(--_border);
    }

    .table > thead > tr {
      display: flex;
      gap: 12px;
      align-items: center;
      min-block-size: 36px;
      padding-inline: 12px;
      overflow: auto hidden;
      scrollbar-width: none;
      white-space: nowrap;
    }

    .table > thead > tr > th {
      position: static;
      block-size: auto;
      inline-size: auto;
      padding: 0;
      border: 0;
    }

    /* Nothing to press there; each value carries its label. */
    .table > thead > tr > th:not(.sortable, .col-select) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .table > tbody > tr {
      position: relative;
      display: flex;
      flex-wrap: wrap;
      gap: 10px 16px;
      padding-block: 12px;
      padding-inline: 52px 16px;
      border-block-end: 1px solid var(--_border);
    }

    .table > tbody > tr:has(> .gap) {
      padding: 0;
      border: 0;
    }

    .table > tbody > tr:not(:has(.col-select, > .gap)) {
      padding-inline-start: 16px;
    }

    .table > tbody > tr > * {
      flex: 1 1 13em;
      inline-size: auto;
      min-inline-size: 0;
      padding: 0;
      border: 0;
    }

    .table > tbody > tr > .col-partner,
    .table > tbody > tr > .col-actions:has(*) {
      flex-basis: 100%;
    }

    .table > tbody > tr > .col-actions:not(:has(*)) {
      display: none;
    }

    .table > tbody > tr > .col-select {
      position: absolute;
      inset-block-start: 12px;
      inset-inline-start: 12px;
    }

    .chosen {
      background: color-mix(in srgb, var(--_accent) 7%, var(--_surface));
    }

    .chosen > * {
      background: none;
    }

    .col-actions > .actions {
      justify-content: flex-start;
    }

    /* The empty text after the slash keeps it from being read twice: the header says it already. */
    td[data-label]::before {
      content: attr(data-label) / '';
      display: block;
      font-size: 0.8125em;
      line-height: 1.4;
      color: var(--_text-muted);
    }
  }

  @media (forced-colors: active) {
    .chosen > .col-partner {
      outline: 1px solid Highlight;
    }
  }
`;
