import {css} from 'lit';

export default css`
  /* Lists are what one came for: they take what the window has. A page's own rule for the element comes before this one. */
  :host {
    --portal-list-block-size: max(26em, 100dvb - 16em);
  }

  .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    align-content: start;
  }

  .view {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    outline: none;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
    min-block-size: var(--_control-height);
  }

  .title {
    font-size: 1.5em;
    line-height: 1.25;
  }

  .title:focus {
    outline: none;
  }

  .title:focus-visible {
    outline: 2px solid var(--_accent);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .button {
    text-decoration: none;
  }

  .primary {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
  }

  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }

  .plain {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    min-block-size: 24px;
    border: 0;
    padding: 0;
    font: inherit;
    font-weight: 500;
    color: var(--_accent);
    background: none;
    text-decoration: none;
    cursor: pointer;
  }

  .plain:hover {
    text-decoration: underline;
  }

  .back {
    margin-block-end: -8px;
  }

  .back .icon {
    rotate: -90deg;
  }

  :host(:dir(rtl)) .back .icon {
    rotate: 90deg;
  }

  .unfinished {
    display: grid;
    gap: 8px;
    border: 1px solid var(--_border);
    border-inline-start: 3px solid var(--_warning);
    border-radius: var(--_radius);
    padding: 12px 16px;
    background: var(--_surface-raised);
  }

  .unfinished ul {
    display: grid;
    gap: 4px;
  }

  .unfinished li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(18em, 100%), 1fr));
    gap: 12px;
  }

  .card {
    display: grid;
    gap: 4px;
    align-content: start;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 12px 16px;
  }

  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-content: start;
    min-block-size: 2.9em;
    margin-block-start: 4px;
  }

  .figures div {
    display: flex;
    flex-direction: row-reverse;
    gap: 6px;
    align-items: baseline;
  }

  .figures dt {
    color: var(--_text-muted);
  }

  .figures dd {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .pending {
    display: grid;
    gap: 16px;
  }

  .topics {
    display: grid;
    gap: 8px;
  }

  .topic {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .topic > summary {
    padding: 8px 16px;
    font-weight: 600;
    cursor: pointer;
  }

  .topic > :not(summary) {
    padding: 4px 16px 16px;
  }

  .check {
    display: flex;
    gap: 8px;
    align-items: baseline;
  }

  .check input {
    inline-size: 16px;
    block-size: 16px;
    flex: none;
    margin: 0;
    accent-color: var(--_accent);
  }

  .notice-text {
    flex: 1;
    min-inline-size: 12em;
  }

  .narrow .columns {
    flex-direction: column;
  }

  @media print {
    .bar,
    .menu,
    .actions,
    .back,
    .help-panel {
      display: none;
    }
  }
`;
