import {css} from 'lit';

/** The form for one person, and what holds for all people of a list. */
export const formStyles = css`
  .form > * {
    max-inline-size: 44em;
  }

  /* What speaks takes no room, nor a gap, until it does. */
  .live {
    display: contents;
  }

  legend {
    margin-block-end: 4px;
    padding: 0;
  }

  .person {
    display: grid;
    gap: 16px;
  }

  .types {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .type {
    padding: 8px 12px;
  }

  .type + .type {
    border-block-start: 1px solid var(--_border);
  }

  .choice {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 28px;
    cursor: pointer;
  }

  .choice > input {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .choice ~ :is(.hint, .areas) {
    padding-inline-start: 24px;
  }

  .areas {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
  }

  :has(> .choice > :checked) > .hint,
  :not(:has(> .choice > :checked)) > .areas {
    display: none;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
  }

  @container (min-width: 36em) {
    .person {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
