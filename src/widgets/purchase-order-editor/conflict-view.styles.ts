import {css} from 'lit';

export default css`
  .conflict {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 4px;
  }

  .conflict > .buttons,
  .conflict-end > .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .differences {
    display: grid;
    gap: 12px;
  }

  .difference {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0 12px;
    min-inline-size: 0;
    margin: 0;
    border: 0;
    border-block-start: 1px solid var(--_border);
    padding: 0;
  }

  .difference > legend {
    grid-column: 1 / -1;
    float: inline-start;
    inline-size: 100%;
    padding-block: 8px 4px;
    font-weight: 600;
  }

  .difference > legend > .hint {
    margin-inline-start: 8px;
    font-weight: 400;
  }

  .difference.open > legend > .hint {
    color: var(--_warning);
  }

  .version {
    display: flex;
    gap: 8px;
    align-items: baseline;
    min-inline-size: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 8px 12px;
    cursor: pointer;
  }

  .version:has(:checked) {
    border-color: var(--_accent);
    background: var(--_surface-raised);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .version > input {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_accent);
    translate: 0 2px;
  }

  .version-text {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .version-name {
    color: var(--_text-muted);
    font-size: 0.875em;
  }

  .version-facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    font-variant-numeric: tabular-nums;
  }

  .difference > .field-error {
    grid-column: 1 / -1;
    padding-block-start: 4px;
  }

  .conflict-end {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
    border-block-start: 1px solid var(--_border);
    padding-block-start: 12px;
  }

  @container (inline-size < 40em) {
    .difference {
      grid-template-columns: minmax(0, 1fr);
      gap: 8px 0;
    }

    .conflict-end > .buttons {
      inline-size: 100%;
    }

    .conflict-end > .buttons > .primary {
      flex: 1 1 auto;
    }
  }
`;
