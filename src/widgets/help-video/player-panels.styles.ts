import {css} from 'lit';

/** What unfolds over the picture, and the lists that lead into the video. */
export const panelStyles = css`
  .panel {
    position: absolute;
    z-index: 2;
    inset-block-end: calc(var(--_bar) - 16px);
    inset-inline-end: 8px;
    display: grid;
    gap: 12px;
    align-content: start;
    inline-size: min(22em, calc(100% - 16px));
    max-block-size: calc(100% - var(--_bar) + 8px);
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid rgb(255 255 255 / 30%);
    border-radius: var(--_radius);
    padding: 12px 14px;
    font-size: 0.9375em;
    background: rgb(20 20 22 / 95%);
  }

  /* Above the button that unfolds it, also where the element writes from right to left. */
  .panel:dir(rtl),
  .panel.first {
    inset-inline: 8px auto;
  }

  .panel.first:dir(rtl) {
    inset-inline: auto 8px;
  }

  .choice > legend {
    padding: 0;
    margin-block-end: 2px;
    font-weight: 600;
  }

  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
  }

  .option {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    cursor: pointer;
  }

  .option > input {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_mark);
  }

  .keys > summary {
    min-block-size: 24px;
    cursor: pointer;
    font-weight: 600;
  }

  .keys dl > div {
    display: grid;
    grid-template-columns: 7em minmax(0, 1fr);
    gap: 8px;
    padding-block: 3px;
  }

  .keys kbd {
    border: 1px solid currentColor;
    border-radius: 3px;
    padding: 0 5px;
    font: inherit;
    font-size: 0.875em;
    white-space: nowrap;
  }

  .cues {
    list-style: none;
  }

  .cue {
    display: grid;
    grid-template-columns: 3.2em minmax(0, 1fr);
    gap: 6px;
    inline-size: 100%;
    min-block-size: 28px;
    margin: 0;
    border: 0;
    border-inline-start: 3px solid transparent;
    border-radius: 4px;
    padding: 4px 6px;
    font: inherit;
    text-align: start;
    color: inherit;
    background: none;
    cursor: pointer;
  }

  .cue-time {
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    color: var(--_text-muted);
  }

  .panel .cue-time {
    color: inherit;
  }

  .cue:hover {
    background: color-mix(in srgb, currentColor 10%, transparent);
  }

  .cue[aria-current] {
    border-inline-start-color: var(--_accent);
    background: color-mix(in srgb, currentColor 8%, transparent);
    font-weight: 500;
  }

  .panel .cue[aria-current] {
    border-inline-start-color: var(--_mark);
  }

  /* Where there is little room panels unfold below the picture. */
  @container (inline-size < 34em) {
    .player:not(.filling) > .panel {
      position: static;
      inline-size: auto;
      max-block-size: 20em;
      border-width: 1px 0 0;
      border-radius: 0;
    }
  }

  @media (forced-colors: active) {
    .panel {
      background: Canvas;
      color: CanvasText;
    }

    .cue {
      border-inline-start-color: Canvas;
    }

    .cue[aria-current] {
      border-inline-start-color: Highlight;
    }
  }
`;
