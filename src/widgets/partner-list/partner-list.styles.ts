import {css} from 'lit';
import {fieldStyles} from '../../ui/field.styles.ts';
import {modalStyles} from '../../ui/modal.ts';
import {searchStyles} from '../../ui/search-field.ts';
import {tableStyles} from './partner-table.styles.ts';

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

  @container (inline-size < 52em) {
    .finders {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr) auto;
    }
  }

  @container (inline-size < 30em) {
    .finders {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .search {
      grid-column: 1 / -1;
    }
  }

  @media (forced-colors: active) {
    .state-filter[aria-pressed='true'] {
      forced-color-adjust: none;
      border-color: Highlight;
      color: HighlightText;
      background: Highlight;
    }
  }
`;

/** What a list of partners looks like. */
export const listStyles = [modalStyles, fieldStyles, searchStyles, styles, tableStyles];
