import {css} from 'lit';
import {panelStyles} from './player-panels.styles.ts';

/* What lies over the picture has colours of its own: a picture does not follow the page’s. */
const styles = css`
  .player {
    --_over: var(--portal-player-text, #fff);
    --_under: var(--portal-player-surface, #000);
    --_mark: var(--portal-player-accent, #a8c7fa);
    --_bar: 84px;

    position: relative;
    color-scheme: dark;
    color: var(--_over);
    background: var(--_under);
    font-size: 1em;
  }

  .player:focus {
    outline: none;
  }

  .player :focus-visible {
    outline: 2px solid var(--_mark);
    outline-offset: 1px;
  }

  .screen {
    position: relative;
    aspect-ratio: 16 / 9;
    container-type: inline-size;
  }

  .picture {
    position: absolute;
    inset: 0;
  }

  .filling {
    display: grid;
    grid-template-rows: minmax(0, 1fr);
  }

  .filling > .screen {
    aspect-ratio: auto;
  }

  .picture > video {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }

  .screen > .disc {
    position: absolute;
    inset: 0;
    margin: auto;
    pointer-events: none;
  }

  .screen > .disc:not(.waiting) {
    inset-block-end: 64px;
  }

  .screen > .disc.waiting {
    background: none;
  }

  .said {
    position: absolute;
    inset-block-start: 12px;
    inset-inline: 0;
    inline-size: fit-content;
    margin-inline: auto;
    border-radius: 4px;
    padding-inline: 10px;
    background: rgb(0 0 0 / 80%);
    pointer-events: none;
  }

  .over {
    position: absolute;
    inset-block-end: 0;
    inset-inline: 0;
    pointer-events: none;
  }

  .captions {
    position: relative;
    z-index: 1;
    margin: 0 4% -16px;
    font-size: clamp(14px, 2.7cqi, 26px);
    line-height: 1.4;
    text-align: center;
  }

  .captions span {
    padding: 2px 6px;
    white-space: pre-line;
    background: rgb(0 0 0 / 80%);
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }

  .resting .captions {
    margin-block-end: 3%;
  }

  .resting {
    cursor: none;
  }

  /* Time goes from left to right, as on all players. */
  .bar {
    direction: ltr;
    position: relative;
    padding: 28px 8px 4px;
    pointer-events: auto;
    background: linear-gradient(transparent, rgb(0 0 0 / 80%) 40%);
  }

  /* What has no room any more still comes back for whoever tabs to it. */
  .resting .bar {
    position: absolute;
    inset-block-end: 0;
    inset-inline: 0;
    opacity: 0;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 2px;
  }

  .space {
    flex: 1;
  }

  .control {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-inline-size: 36px;
    block-size: 36px;
    margin: 0;
    border: 0;
    border-radius: 4px;
    padding: 0 8px;
    font: inherit;
    font-size: 0.875em;
    color: inherit;
    background: none;
    cursor: pointer;
  }

  .control .icon {
    inline-size: 20px;
    block-size: 20px;
    stroke-width: 1.4;
  }

  .control.solid .icon {
    stroke-width: 2;
    fill: currentColor;
  }

  .control:hover {
    background: rgb(255 255 255 / 18%);
  }

  .control[aria-pressed='true'],
  .control[aria-expanded='true'] {
    box-shadow: inset 0 -3px var(--_mark);
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }

  /* Takes the room that the others leave, up to the name that it shows: a long one makes no second row. */
  .control.chapter {
    flex: 1000 1 36px;
    justify-content: flex-start;
    min-inline-size: 36px;
    max-inline-size: max-content;
    overflow: hidden;
  }

  .control-text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .time {
    padding-inline: 6px;
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .whole {
    opacity: 0.85;
  }

  .progress,
  .volume {
    position: relative;
    display: flex;
    align-items: center;
    block-size: 24px;
  }

  .volume {
    inline-size: 72px;
  }

  .rail,
  .mark {
    position: absolute;
    inset-block: 10px;
    pointer-events: none;
  }

  .rail {
    inset-inline: 7px;
    border-radius: 2px;
    background:
      linear-gradient(var(--_mark) 0 0) 0 / var(--_played, 0%) 100% no-repeat,
      linear-gradient(rgb(255 255 255 / 45%) 0 0) 0 / var(--_buffered, 0%) 100% no-repeat,
      rgb(255 255 255 / 30%);
  }

  .volume > .rail {
    background: linear-gradient(var(--_over) 0 0) 0 / var(--_volume, 0%) 100% no-repeat rgb(255 255 255 / 30%);
  }

  /* A gap between two parts. */
  .mark {
    inset-inline-start: calc(7px + (100% - 14px) * var(--_at, 0));
    inline-size: 3px;
    margin-inline-start: -1.5px;
    background: var(--_under);
  }

  .progress > input,
  .volume > input {
    position: relative;
    appearance: none;
    inline-size: 100%;
    block-size: 24px;
    margin: 0;
    border-radius: 4px;
    background: none;
    cursor: pointer;
  }

  .player ::-webkit-slider-thumb {
    appearance: none;
    inline-size: 14px;
    block-size: 14px;
    border: 0;
    border-radius: 50%;
    background: var(--_over);
  }

  .player ::-moz-range-thumb {
    inline-size: 14px;
    block-size: 14px;
    border: 0;
    border-radius: 50%;
    background: var(--_over);
  }

  @container (inline-size < 34em) {
    .control-text,
    .volume {
      display: none;
    }
  }

  @container (inline-size < 24em) {
    .screen > .disc {
      inline-size: 48px;
      block-size: 48px;
    }

    .row {
      gap: 0;
    }

    .control {
      min-inline-size: 32px;
      padding-inline: 6px;
    }

    .time {
      padding-inline: 2px;
    }
  }

  @container (inline-size < 20em) {
    .whole {
      display: none;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .bar {
      transition: opacity 0.12s;
    }
  }

  @media (forced-colors: active) {
    .bar,
    .captions span,
    .said {
      background: Canvas;
      color: CanvasText;
    }

    .rail {
      forced-color-adjust: none;
      background:
        linear-gradient(Highlight 0 0) 0 / var(--_played, 0%) 100% no-repeat,
        GrayText;
    }

    .volume > .rail {
      background: linear-gradient(Highlight 0 0) 0 / var(--_volume, 0%) 100% no-repeat GrayText;
    }

    .player ::-webkit-slider-thumb {
      forced-color-adjust: none;
      background: ButtonText;
    }

    .control[aria-pressed='true'],
    .control[aria-expanded='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

/** For the element’s root, once there is a player in it. */
export const playerStyles = [styles, panelStyles];
