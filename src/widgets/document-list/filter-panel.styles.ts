import {css} from 'lit';

export default css`
  .filter-period {
    display: grid;
    gap: 8px;
  }

  .filter-period > .label {
    margin-block-end: 4px;
  }

  .filter-choices {
    display: flex;
    margin-block-start: 4px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 2px;
    background: var(--_surface-raised);
  }

  .filter-chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  .filter-choice {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: 28px;
    border: 1px solid transparent;
    border-radius: max(0px, var(--_radius) - 2px);
    padding-inline: 8px;
    font-size: 0.9375em;
    text-align: center;
    color: var(--_text-muted);
    cursor: pointer;
  }

  .filter-choices > .filter-choice {
    flex: 1 1 auto;
  }

  .filter-chips > .filter-choice {
    border-color: var(--_border);
    border-radius: 999px;
    padding-inline: 10px;
    white-space: nowrap;
  }

  /* The radio itself stays, where its label is: pointing, keys and forced colours all find it. */
  .filter-choice > input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }

  .filter-choice:hover {
    color: var(--_text);
  }

  .filter-choice:has(:checked) {
    border-color: var(--_border);
    color: var(--_text);
    background: var(--_surface);
    font-weight: 500;
  }

  .filter-chips > .filter-choice:has(:checked) {
    border-color: var(--_accent);
    color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 10%, var(--_surface));
  }

  .filter-choice:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  .filter-codes,
  .filter-days {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9em, 100%), 1fr));
    gap: 8px;
  }

  .filter-codes {
    gap: 16px 8px;
  }

  @media (forced-colors: active) {
    .filter-choices > .filter-choice:has(:checked),
    .filter-chips > .filter-choice:has(:checked) {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
`;
