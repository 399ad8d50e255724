import {css} from 'lit';
import {copyableStyles} from '../../ui/copyable.ts';
import {searchStyles} from '../../ui/search-field.ts';
import {controlStyles, hostStyles} from '../../ui/styles.ts';
import {skeletonStyles} from './skeleton.ts';

const styles = css`
  .frame:focus {
    outline: none;
  }

  .notices:has(.notice) {
    margin-block-end: 16px;
  }

  .notice-text {
    flex: 1 1 12em;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 16px;
    align-items: center;
  }

  .titles,
  .postal,
  .card {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  /* Logos are drawn for paper. */
  .logo {
    max-inline-size: 160px;
    block-size: 40px;
    border-radius: 4px;
    padding: 4px;
    object-fit: contain;
    background: #fff;
  }

  .company,
  .card .name {
    font-weight: 600;
  }

  .block > h3 {
    font-size: 1em;
    font-weight: 600;
  }

  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }

  .group-head {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
  }

  .group-head > .search {
    flex: 0 1 18em;
  }

  .fold {
    justify-self: start;
  }

  .list {
    display: grid;
    gap: 8px;
  }

  dt,
  .code,
  .muted {
    font-size: 0.875em;
    color: var(--_text-muted);
  }

  .list > div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .cards {
    list-style: none;
  }

  .cards.wide {
    grid-template-columns: repeat(auto-fill, minmax(min(21em, 100%), 1fr));
  }

  .card {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 12px 14px;
  }

  .card > .list {
    margin-block-start: 8px;
  }

  .address {
    font-style: normal;
    min-inline-size: 0;
  }

  .address > span {
    display: block;
  }

  .postal {
    display: flex;
    flex-wrap: wrap;
    gap: 0 6px;
    align-items: flex-start;
  }

  .postal > .address {
    flex: 1 1 0;
  }

  .postal > .copied {
    flex-basis: 100%;
  }

  .code {
    display: flex;
    flex-wrap: wrap;
    gap: 0 6px;
    align-items: center;
    font-variant-numeric: tabular-nums;
  }

  .copyable {
    font-variant-numeric: tabular-nums;
  }

  /* The button stays beside a text that takes several lines, and those begin where the page's do. */
  .copyable > bdi {
    max-inline-size: calc(100% - 40px);
  }

  .copyable:dir(rtl) > bdi {
    text-align: right;
  }

  .copyable a {
    display: inline-block;
    min-block-size: 24px;
  }

  /* They stay text in one line: boxes would be copied as lines. */
  .groups > span:not(:nth-last-of-type(1)) {
    margin-inline-end: 0.35em;
  }

  /* There is one beside everything: they are found when they are looked for. */
  .copy {
    block-size: 24px;
    margin-block: 0;
    color: var(--_text-muted);
  }

  .copy:is(:hover, :focus-visible) {
    color: var(--_accent);
  }

  @media print {
    .copy,
    .copied,
    .search,
    .fold {
      display: none;
    }

    .card {
      break-inside: avoid;
    }
  }
`;

/** All that a company is drawn with. */
export const detailsStyles = [
  hostStyles,
  controlStyles,
  skeletonStyles,
  copyableStyles,
  searchStyles,
  styles,
];
