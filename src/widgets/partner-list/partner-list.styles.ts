import {css} from 'lit';
import {fieldStyles} from '../../ui/field.styles.ts';
import {modalStyles} from '../../ui/modal.ts';
import {searchStyles} from '../../ui/search-field.ts';

const styles = css`
  .heading {
    align-content: center;
    min-block-size: var(--_control-height);
  }

  .finders {
    display: grid;
    grid-template-columns: minmax(9em, 20em) minmax(9em, 14em) minmax(9em, 1fr);
    gap: 8px;
    align-items: center;
  }

  .count {
    text-align: end;
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }

  .states {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  .state-filter {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-block-size: 28px;
    border: 1px solid var(--_border);
    border-radius: 14px;
    padding: 2px 10px;
    font: inherit;
    font-size: 0.9375em;
    color: var(--_text);
    background: none;
    cursor: pointer;
  }

  .state-filter:hover {
    background: color-mix(in srgb, var(--_accent) 8%, var(--_surface));
  }

  .state-filter[aria-pressed='true'] {
    border-color: var(--_accent);
    color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 10%, var(--_surface));
    font-weight: 500;
  }

  /* Room for two digits, which come later: nothing moves for them. */
  .number {
    min-inline-size: 2ch;
    text-align: end;
    font-variant-numeric: tabular-nums;
    color: var(--_text-muted);
  }

  [aria-pressed='true'] > .number {
    color: inherit;
  }

  .body {
    position: relative;
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    scroll-padding-block: 36px;
  }

  .body > .state {
    min-block-size: 100%;
    align-content: center;
  }

  .busy > .table {
    opacity: 0.6;
  }

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
    inline-size: 21%;
  }

  .col-invitation {
    inline-size: 28%;
  }

  .col-active {
    inline-size: 9%;
  }

  .col-actions {
    inline-size: max(13%, 9em);
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
  }

  td > .button.small {
    margin-block-start: 6px;
  }

  .correction {
    display: grid;
    gap: 8px;
    margin-block-start: 8px;
  }

  .end {
    display: grid;
    justify-items: center;
    padding: 8px 16px;
  }

  .foot:has(> *) {
    display: grid;
    gap: 8px;
    padding: 8px 16px;
    border-block-start: 1px solid var(--_border);
  }

  .notice-text {
    flex: 1;
  }

  .bar {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding: 10px 16px;
    border-block-start: 1px solid var(--_border);
    background: var(--_surface-raised);
  }

  .bar-text {
    margin-inline-end: 8px;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }

  .bar > progress {
    inline-size: 10em;
    accent-color: var(--_accent);
  }

  .bar > .quiet {
    margin-inline-start: auto;
  }

  #question {
    inline-size: min(32em, calc(100vi - 32px));
  }

  @container (inline-size < 47.5em) {
    .finders {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }

    .count {
      grid-column: 1 / -1;
      text-align: start;
    }

    .table,
    .table > tbody {
      display: block;
    }

    .table > thead {
      display: block;
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      background: var(--_surface);
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
      display: grid;
      grid-template-columns: 40px minmax(0, 1fr);
      padding-block: 12px;
      padding-inline: 12px 16px;
      border-block-end: 1px solid var(--_border);
    }

    .table > tbody > tr > * {
      grid-column: 2;
      inline-size: auto;
      padding: 0;
      border: 0;
    }

    .table > tbody > tr > .col-select {
      grid-area: 1 / 1;
    }

    .table > tbody > tr > .col-partner:first-child,
    .table > tbody > tr > .col-partner:first-child ~ td {
      grid-column: 1 / -1;
      padding-inline-start: 4px;
    }

    .table > tbody > tr > td:not(.col-select):has(*) {
      margin-block-start: 10px;
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
    .state-filter[aria-pressed='true'] {
      forced-color-adjust: none;
      border-color: Highlight;
      color: HighlightText;
      background: Highlight;
    }

    .chosen > .col-partner {
      outline: 1px solid Highlight;
    }
  }
`;

/** What a list of partners looks like. */
export const listStyles = [modalStyles, fieldStyles, searchStyles, styles];
