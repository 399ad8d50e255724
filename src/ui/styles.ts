import {css} from 'lit';

/** What every widget's root has: the tokens with their defaults, and protection from what a host page lets through. */
export const hostStyles = css`
  :host {
    --_accent: var(--portal-accent, light-dark(#0b57d0, #a8c7fa));
    --_on-accent: var(--portal-on-accent, light-dark(#fff, #062e6f));
    --_surface: var(--portal-surface, light-dark(#fff, #1b1c1f));
    --_surface-raised: var(--portal-surface-raised, light-dark(#f6f7f9, #26282c));
    --_text: var(--portal-text, light-dark(#1b1c1f, #e6e7ea));
    --_text-muted: var(--portal-text-muted, light-dark(#565b63, #a9aeb7));
    --_border: var(--portal-border, light-dark(#d5d8dd, #41454c));
    --_border-control: var(--portal-border-control, light-dark(#81868f, #81868f));
    --_danger: var(--portal-danger, light-dark(#b3261e, #f2b8b5));
    --_warning: var(--portal-warning, light-dark(#8a5000, #f5c77a));
    --_success: var(--portal-success, light-dark(#176b36, #8fd9a8));
    --_radius: var(--portal-radius, 6px);
    --_control-height: var(--portal-control-height, 36px);
    --_shadow: var(--portal-shadow, 0 4px 16px rgb(0 0 0 / 20%));

    display: block;
    container-type: inline-size;
    /* A size container has no width of its own: without this it would vanish in a host's flex row. */
    min-inline-size: min(100%, 240px);
    box-sizing: border-box;
    color: var(--_text);
    background: var(--_surface);
    text-align: start;
    text-transform: none;
    text-indent: 0;
    letter-spacing: normal;
    word-spacing: normal;
    white-space: normal;
    line-height: 1.45;
    font-weight: normal;
    font-style: normal;
    cursor: auto;
    overflow-wrap: break-word;
  }

  @media (forced-colors: active) {
    :host {
      --_accent: LinkText;
      --_surface: Canvas;
      --_surface-raised: Canvas;
      --_text: CanvasText;
      --_text-muted: CanvasText;
      --_border: CanvasText;
      --_border-control: CanvasText;
      --_danger: CanvasText;
      --_warning: CanvasText;
      --_success: CanvasText;
    }
  }

  :host([hidden]) {
    display: none;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  ol,
  fieldset {
    margin: 0;
    padding: 0;
  }

  fieldset {
    border: 0;
    min-inline-size: 0;
  }

  h2 {
    font-size: 1.25em;
    line-height: 1.3;
  }

  /* A script puts the focus there to begin reading; there is nothing to do with it. */
  h2[tabindex]:focus {
    outline: none;
  }

  h3 {
    font-size: 1.05em;
  }

  a {
    color: var(--_accent);
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .icon {
    inline-size: 1em;
    block-size: 1em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.125em;
  }

  .amount,
  .date {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .amount {
    text-align: end;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .state {
    display: grid;
    justify-items: center;
    gap: 12px;
    padding: 32px 16px;
    text-align: center;
  }

  .state > .icon {
    font-size: 1.75em;
    color: var(--_text-muted);
  }

  .state.error > .icon {
    color: var(--_danger);
  }

  .reference {
    color: var(--_text-muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    user-select: all;
  }

  .skeleton {
    border-radius: 4px;
    background: var(--_border);
    opacity: 0.6;
  }

  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: pulse 1.2s ease-in-out infinite alternate;
    }

    @keyframes pulse {
      to {
        opacity: 0.3;
      }
    }
  }
`;

/** Buttons, inputs and notices. */
export const controlStyles = css`
  .button,
  .input {
    min-block-size: var(--_control-height);
    margin: 0;
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius);
    padding: 4px 12px;
    font: inherit;
    line-height: 1.4;
    color: var(--_text);
    background: var(--_surface);
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    cursor: pointer;
    font-weight: 500;
    white-space: nowrap;
    color: var(--_accent);
    border-color: var(--_border);
  }

  .button:hover {
    background: color-mix(in srgb, var(--_accent) 8%, var(--_surface));
  }

  .button.quiet {
    border-color: transparent;
    background: none;
  }

  .button:disabled,
  .button[aria-disabled='true'] {
    cursor: default;
    color: var(--_text-muted);
    background: var(--_surface-raised);
    border-color: var(--_border);
  }

  .button.quiet[aria-disabled='true'] {
    border-color: transparent;
    background: none;
  }

  .input {
    inline-size: 100%;
    padding-inline: 10px;
  }

  .input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
    border: 1px solid var(--_border);
    border-inline-start: 3px solid var(--_accent);
    border-radius: var(--_radius);
    padding: 8px 12px;
    background: var(--_surface-raised);
  }

  .notice.warning {
    border-inline-start-color: var(--_warning);
  }

  .notice.danger {
    border-inline-start-color: var(--_danger);
  }

  @media (forced-colors: active) {
    .button:disabled,
    .button[aria-disabled='true'] {
      color: GrayText;
      border-color: GrayText;
    }

    .skeleton {
      background: GrayText;
    }
  }
`;
