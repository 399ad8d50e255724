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
