import {css} from 'lit';

/** What is asked about columns that can be read in two ways. */
export default css`
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
