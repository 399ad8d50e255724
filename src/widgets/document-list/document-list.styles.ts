import {css} from 'lit';

export default css`
  .frame {
    display: flex;
    flex-direction: column;
    block-size: var(--portal-list-block-size, min(32em, 85vh));
    min-block-size: 20em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: hidden;
  }

  .toolbar {
    display: grid;
    gap: 8px;
    padding: 12px 16px;
  }

  .title {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: var(--_control-height);
  }

  .heading {
    flex: 1;
    min-inline-size: 0;
  }

  .finders {
    display: grid;
    grid-template-columns: minmax(9em, 20em) auto 19em minmax(9em, 1fr);
    gap: 8px;
    align-items: center;
  }

  .tools {
    display: flex;
    gap: 4px;
    margin-inline-start: auto;
  }

  .tool {
    padding-inline: 10px;
    color: var(--_text);
  }

  .tools > .tool {
    border-color: transparent;
    background: none;
  }

  /* It begins where the segments do, which come when it is known that they apply: nothing moves for them. */
  .count {
    grid-area: 1 / 3 / auto / -1;
    pointer-events: none;
    min-block-size: var(--_control-height);
    align-content: center;
    text-align: end;
    line-height: 1.25;
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }

  .body {
    flex: 1;
    min-block-size: 0;
    border-block-start: 1px solid var(--_border);
    overflow: auto;
    scroll-padding-block-start: 36px;
  }

  .body .state {
    min-block-size: 100%;
    align-content: center;
  }

  @container (inline-size < 47.5em) {
    .tools .tool-label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .finders {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .count {
      grid-area: 2 / 1 / auto / -1;
      text-align: start;
    }

    .filter {
      justify-self: end;
    }
  }

  @container (inline-size < 35em) {
    .count {
      min-block-size: 0;
    }
  }
`;
