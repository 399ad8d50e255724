import {css} from 'lit';

/** An earlier order beside what is proposed now. */
export default css`
  .repeat {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 4px;
  }

  #repeat-title:focus {
    outline: none;
  }

  .title-skeleton {
    block-size: 1.6em;
    inline-size: min(100%, 22em);
  }

  .repeat-skeleton {
    block-size: 240px;
  }

  .picking {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: baseline;
  }

  .repeat-lines {
    inline-size: 100%;
    border-collapse: collapse;
  }

  .repeat-lines th {
    padding: 4px;
    font-weight: 500;
    font-size: 0.875em;
    text-align: start;
    vertical-align: bottom;
    white-space: normal;
    color: var(--_text-muted);
  }

  .repeat-lines th.amount {
    inline-size: 6.5em;
    text-align: end;
  }

  .repeat-lines thead th {
    border-block-end: 1px solid var(--_border);
    padding-block-end: 6px;
  }

  .repeat-lines td {
    border-block-end: 1px solid var(--_border);
    padding: 8px 4px;
    vertical-align: top;
  }

  .repeat-lines :is(th, td).amount {
    padding-inline-start: 12px;
  }

  .repeat-lines .pick {
    inline-size: 28px;
  }

  .repeat input[type='checkbox'] {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 2px;
    accent-color: var(--_accent);
  }

  .cannot {
    display: inline-block;
    flex: none;
    inline-size: 24px;
    text-align: center;
    color: var(--_text-muted);
  }

  .repeat-item > label,
  .repeat-item > span {
    display: block;
    min-block-size: 24px;
  }

  .repeat-item > label {
    cursor: pointer;
  }

  [data-open='false'] .repeat-item > span,
  .repeat .old {
    color: var(--_text-muted);
  }

  .repeat .old,
  .repeat .new,
  .difference {
    white-space: nowrap;
  }

  .repeat td > :is(.old, .new, .difference) {
    display: block;
  }

  .difference {
    font-size: 0.875em;
  }

  .difference.more {
    color: var(--_warning);
  }

  .difference.less {
    color: var(--_success);
  }

  .difference.less .icon {
    rotate: 180deg;
  }

  .repeat-cards {
    display: grid;
    gap: 12px;
    list-style: none;
  }

  .repeat-cards > li {
    display: grid;
    gap: 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 12px;
  }

  .card-head {
    display: flex;
    gap: 8px;
    align-items: start;
  }

  .card-head > .repeat-item {
    flex: 1 1 auto;
    min-inline-size: 0;
  }

  .card-facts > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    justify-content: space-between;
  }

  .card-facts dt {
    color: var(--_text-muted);
  }

  .repeat-foot {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
    padding-block: 8px;
    background: var(--_surface);
  }

  @container (inline-size < 40em) {
    .repeat-foot > .button {
      flex: 1 1 auto;
    }
  }
`;
