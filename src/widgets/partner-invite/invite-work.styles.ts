import {css} from 'lit';

/** What is said before, while and after somebody is invited. */
export const workStyles = css`
  .form[hidden] {
    display: none;
  }

  .live > * {
    max-inline-size: 44em;
  }

  .notice > span {
    flex: 1;
    min-inline-size: 0;
  }

  .problems {
    border: 1px solid var(--_danger);
    border-inline-start-width: 4px;
    border-radius: var(--_radius);
    padding: 12px 16px;
  }

  .problems > h3 {
    color: var(--_danger);
  }

  .problems > ul {
    margin-block-start: 8px;
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  .problems li {
    padding-block: 2px;
  }

  .sent {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 24px 16px;
  }

  .sent > h3 {
    display: flex;
    gap: 8px;
    align-items: baseline;
    outline: none;
  }

  .sent > h3 > .icon {
    color: var(--_success);
  }

  .sent > p {
    color: var(--_text-muted);
  }
`;
