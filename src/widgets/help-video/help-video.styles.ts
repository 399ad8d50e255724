import {css} from 'lit';

const styles = css`
  .frame:focus {
    outline: none;
  }

  .heading,
  .text {
    overflow-wrap: anywhere;
  }

  .video {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px 20px;
    max-inline-size: 60em;
  }

  .stage {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-self: start;
    /* Many films are as light as the page. */
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: hidden;
    background: var(--portal-player-surface, #000);
  }

  .poster,
  .player {
    grid-area: 1 / 1;
    align-self: start;
  }

  .poster {
    display: block;
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    object-fit: contain;
  }

  .start {
    position: absolute;
    inset: 0;
    margin: 0;
    border: 0;
    padding: 0;
    display: grid;
    place-items: center;
    inline-size: 100%;
    cursor: pointer;
    background: none;
    border-radius: inherit;
  }

  .stage:has(> .player) > .start {
    display: none;
  }

  .start:focus-visible {
    outline: 3px solid var(--portal-player-accent, #a8c7fa);
    outline-offset: -5px;
  }

  .disc {
    display: grid;
    place-items: center;
    inline-size: 68px;
    block-size: 68px;
    border: 2px solid var(--portal-player-text, #fff);
    border-radius: 50%;
    color: var(--portal-player-text, #fff);
    background: rgb(0 0 0 / 65%);
  }

  .disc > svg {
    inline-size: 32px;
    block-size: 32px;
    fill: currentColor;
  }

  .start:hover > .disc {
    background: rgb(0 0 0 / 85%);
  }

  .disc.waiting {
    border-color: rgb(255 255 255 / 35%);
    border-block-start-color: var(--portal-player-text, #fff);
  }

  .disc.waiting > svg {
    visibility: hidden;
  }

  .stage > .state {
    min-block-size: 160px;
    align-content: center;
  }

  .stage:has(> .state) {
    background: var(--_surface-raised);
  }

  .aside {
    display: flex;
    flex-direction: column;
    align-items: start;
    min-inline-size: 0;
  }

  .disclosure {
    padding-inline: 4px 8px;
    color: var(--_text);
  }

  .disclosure:dir(rtl) > .icon {
    scale: -1 1;
  }

  .disclosure[aria-expanded='true'] > .icon {
    rotate: 90deg;
  }

  .disclosure[aria-expanded='true']:dir(rtl) > .icon {
    scale: 1;
  }

  .transcript {
    inline-size: 100%;
    max-block-size: 16em;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 10px 12px;
    overflow-wrap: anywhere;
  }

  .transcript:has(> .cues) {
    padding: 4px;
  }

  .transcript[hidden] {
    display: none;
  }

  .transcript > p + p {
    margin-block-start: 10px;
  }

  @container (inline-size >= 46em) {
    .video.with-aside {
      grid-template-columns: minmax(0, 1fr) minmax(15em, 20em);
      max-inline-size: 76em;
    }

    /* As high as the video, whatever is in it. */
    .with-aside > .aside {
      block-size: 0;
      min-block-size: 100%;
    }

    .with-aside .transcript {
      flex: 1 1 0;
      min-block-size: 0;
      max-block-size: none;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .disc.waiting {
      animation: turn 1s linear infinite;
    }

    .disclosure > .icon {
      transition: rotate 0.12s;
    }

    @keyframes turn {
      to {
        rotate: 1turn;
      }
    }
  }

  @media (forced-colors: active) {
    .disc {
      border-color: ButtonText;
      color: ButtonText;
      background: ButtonFace;
    }

    .disc.waiting {
      border-color: GrayText;
      border-block-start-color: ButtonText;
    }

    .start:focus-visible {
      outline-color: Highlight;
    }

    .stage {
      border: 1px solid CanvasText;
    }
  }

  /* Paper plays nothing: the text, and what the video looks like. */
  @media print {
    .start,
    .aside,
    .player {
      display: none;
    }

    .video.with-aside {
      grid-template-columns: minmax(0, 30em);
    }
  }
`;

/** For the element’s root, once its body is here. */
export const helpStyles = [styles];
