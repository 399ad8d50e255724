import {css} from 'lit';

/** How a list looks that somebody does something with. */
export const workStyles = css`
  .clear {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 4px;
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    margin: auto 0;
    padding: 0;
  }

  .bare:hover {
    color: var(--_text);
    background: var(--_surface-raised);
  }

  .tool:is(:hover, [aria-expanded='true']) {
    background: var(--_surface-raised);
  }

  .busy > .table {
    opacity: 0.85;
  }

  /* What changes in a row moves nothing outside of it. */
  .windowed > .rows > .line {
    position: absolute;
    inset-inline: 0;
    contain: layout style;
  }

  .probe {
    position: absolute;
    inset-inline: 0;
    visibility: hidden;
  }

  .rows > .line:hover {
    background: var(--_surface-raised);
  }

  /* An answer that comes at once needs no sign that it is on its way. */
  [aria-busy='true'] > .body {
    border-color: var(--_accent);
    transition: border-color 100ms 150ms;
  }

  .badge {
    min-inline-size: 1.6em;
    border-radius: 1em;
    padding-inline: 0.4em;
    font-size: 0.8125em;
    line-height: 1.6;
    font-variant-numeric: tabular-nums;
    color: var(--_on-accent);
    background: var(--_accent);
  }

  @media print {
    .frame {
      block-size: auto;
      border: 0;
    }

    .body {
      overflow: visible;
    }

    .tools,
    .finders > :not(.count),
    .end {
      display: none;
    }
  }
`;
