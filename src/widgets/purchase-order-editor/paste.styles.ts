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
`;
