import {css} from 'lit';

export default css`
  /* Lists are what one came for: they take what the window has. A page's own rule for the element comes before this one. */
  :host {
    --portal-list-block-size: max(26em, 100dvb - 16em);
  }

  .acting {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: baseline;
    min-inline-size: 0;
  }

  .acting-name {
    font-weight: 600;
  }

  .acting-at,
  .acting-label,
  .user,
  .muted {
    color: var(--_text-muted);
  }

  .acting .input {
    inline-size: auto;
    max-inline-size: min(22em, 100%);
    font-weight: 600;
  }

  .bar-end {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    margin-inline-start: auto;
  }

  .user {
    padding-inline: 4px;
  }

  .navigation {
    display: grid;
    gap: 12px;
    align-content: start;
  }

  .menu[hidden],
  .view[hidden],
  .help-panel[hidden] {
    display: none;
  }

  .navigation h2 {
    padding-inline: 12px;
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--_text-muted);
  }

  ul {
    list-style: none;
  }

  .navigation > ul {
    display: grid;
    gap: 2px;
  }

  .navigation > ul:last-child {
    border-block-start: 1px solid var(--_border);
    padding-block-start: 12px;
  }

  .navigation h2 + ul {
    margin-block-start: -8px;
  }

  .link {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: center;
    inline-size: 100%;
    min-block-size: calc(var(--_control-height) - 2px);
    border: 0;
    border-radius: var(--_radius);
    padding: 4px 12px;
    font: inherit;
    text-align: start;
    text-decoration: none;
    color: var(--_text);
    background: none;
    cursor: pointer;
  }

  .link:hover {
    background: var(--_surface-raised);
  }

  .link:focus-visible {
    outline-offset: -2px;
  }

  .link[aria-current] {
    font-weight: 600;
    color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 10%, var(--_surface));
  }

  .unsent .link {
    padding-inline-start: 24px;
  }

  .mark {
    border: 1px solid currentColor;
    border-radius: 1em;
    padding-inline: 8px;
    font-size: 0.8125em;
    font-weight: 500;
    color: var(--_warning);
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

  .pending {
    display: grid;
    gap: 16px;
  }

  .help-panel {
    flex: none;
    inline-size: min(26em, 38%);
    border-inline-start: 1px solid var(--_border);
    outline: none;
  }

  .help-panel:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .help-inner {
    position: sticky;
    inset-block-start: 0;
    max-block-size: 100vb;
    overflow: auto;
    padding: 16px;
  }

  .help-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    color: var(--_text-muted);
  }

  .help-head .close {
    min-inline-size: var(--_control-height);
    padding: 4px;
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

  .account {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    margin-block-start: 12px;
    border-block-start: 1px solid var(--_border);
    padding: 12px 12px 0;
  }

  .narrow > .bar {
    flex-wrap: nowrap;
    padding-inline: 16px 8px;
  }

  .narrow > .bar > .acting {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .narrow > .bar > .acting > bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .narrow .menu {
    inline-size: auto;
    border-inline-end: 0;
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-raised);
  }

  .narrow .content {
    padding: 16px;
  }

  .narrow .help-panel {
    order: -1;
    inline-size: auto;
    border-inline-start: 0;
    border-block-end: 1px solid var(--_border);
  }

  .narrow .help-inner {
    position: static;
    max-block-size: none;
  }

  @media print {
    .bar,
    .menu,
    .help-panel {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .link[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
