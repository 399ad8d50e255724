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
    grid-template-columns: min(20em, 45%) 1fr auto;
    gap: 12px;
    align-items: center;
    padding: 12px 16px;
  }

  .heading {
    grid-column: 1 / -1;
  }

  .count {
    grid-column: 2;
    min-block-size: var(--_control-height);
    align-content: center;
    line-height: 1.25;
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
    unicode-bidi: plaintext;
  }

  .search {
    grid-column: 1;
    position: relative;
  }

  .search > .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0.7em;
    margin-block: auto;
    color: var(--_text-muted);
    pointer-events: none;
  }

  .search > .input {
    display: block;
    padding-inline: 2.1em 36px;
    text-overflow: ellipsis;
    appearance: none;
  }

  .search > .input::-webkit-search-cancel-button {
    display: none;
  }

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

  .bare {
    border: 0;
    border-radius: 4px;
    font: inherit;
    color: var(--_text-muted);
    background: none;
    cursor: pointer;
  }

  .bare:hover {
    color: var(--_text);
    background: var(--_surface-raised);
  }

  .segments {
    grid-column: 3;
    display: flex;
    block-size: var(--_control-height);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 2px;
    background: var(--_surface-raised);
  }

  .segment {
    position: relative;
    display: flex;
    align-items: center;
    border: 1px solid transparent;
    border-radius: max(0px, var(--_radius) - 2px);
    padding-inline: 12px;
    color: var(--_text-muted);
    white-space: nowrap;
    cursor: pointer;
  }

  /* The radio itself stays, where its label is: pointing, keys and forced colours all find it. */
  .segment > input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }

  .segment:hover {
    color: var(--_text);
  }

  .segment:has(:checked) {
    border-color: var(--_border);
    color: var(--_text);
    background: var(--_surface);
    font-weight: 500;
  }

  .segment:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  .body {
    flex: 1;
    min-block-size: 0;
    border-block-start: 1px solid var(--_border);
    overflow: auto;
    scroll-padding-block-start: 36px;
  }

  /* An answer that comes at once needs no sign that it is on its way. */
  [aria-busy='true'] > .body {
    border-color: var(--_accent);
    transition: border-color 100ms 150ms;
  }

  .body .state {
    min-block-size: 100%;
    align-content: center;
  }

  .end {
    display: grid;
    place-items: center;
    min-block-size: 52px;
    padding: 8px 16px;
  }

  /* Reaches up so far that the next page is there before its place comes into view. */
  .near-end {
    position: absolute;
    inset-inline-start: 0;
    inset-block-end: 0;
    inline-size: 1px;
    block-size: min(100%, 800px);
    pointer-events: none;
  }

  .notice {
    inline-size: 100%;
    border-radius: 0;
  }

  .notice-text {
    flex: 1 1 12em;
  }

  @container (inline-size < 47.5em) {
    .toolbar {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .search {
      grid-column: 1 / -1;
    }

    .count {
      grid-column: 1;
    }

    .segments {
      grid-column: 2;
    }
  }

  @container (inline-size < 35em) {
    .segment {
      padding-inline: 8px;
      font-size: 0.9375em;
    }

    .count,
    .segments {
      grid-column: 1 / -1;
      justify-self: start;
    }

    .count {
      min-block-size: 0;
    }
  }

  @media (forced-colors: active) {
    .segment:has(:checked) {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }

  @media print {
    .frame {
      block-size: auto;
    }
  }
`;
