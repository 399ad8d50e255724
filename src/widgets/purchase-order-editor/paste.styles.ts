import {css} from 'lit';

/** What becomes of a paste, and what is asked about it. */
export default css`
  .notice progress {
    flex: 1 1 8em;
    max-inline-size: 16em;
    accent-color: var(--_accent);
  }

  .paste-form {
    display: flex;
    flex-direction: column;
    gap: 0;
    padding: 0;
    min-block-size: 0;
  }

  .paste-question {
    display: grid;
    gap: 8px;
  }

  .paste-question > legend {
    padding: 0 0 8px;
  }

  .paste-way {
    display: flex;
    gap: 10px;
    align-items: start;
    min-block-size: 24px;
    cursor: pointer;
  }

  .paste-way input {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    margin: 0.2em 0 0;
    accent-color: var(--_accent);
  }

  .paste-sample {
    display: block;
    font-variant-numeric: tabular-nums;
  }
`;
