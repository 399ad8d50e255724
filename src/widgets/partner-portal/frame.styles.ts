import {css} from 'lit';

/** What stands around what is shown: the bar, the navigation, the help. */
export default css`
  .acting {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
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
  }

  .link[aria-current='page'] {
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

  .help-panel {
    flex: none;
    inline-size: min(22em, 38%);
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

  @media (forced-colors: active) {
    .link[aria-current='page'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
