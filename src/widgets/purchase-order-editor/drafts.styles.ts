import {css} from 'lit';

export default css`
  .drafts {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 0 12px;
  }

  .drafts > summary {
    padding-block: 8px;
    font-weight: 500;
    cursor: pointer;
  }

  .drafts > ul {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .drafts li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 4px 16px;
    align-items: center;
    border-block-start: 1px solid var(--_border);
    padding-block: 8px;
  }

  .drafts-title {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .drafts-title > .hint {
    white-space: nowrap;
  }

  .drafts li > .hint > span {
    margin-inline-start: 8px;
  }

  .drafts .warning {
    color: var(--_warning);
  }

  .drafts-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
  }

  .drafts > .button {
    margin-block: 4px 12px;
  }

  .save-status {
    display: grid;
    gap: 8px;
    justify-items: end;
  }

  .save-status:not(:has(:is(span, .link, .notice))) {
    position: absolute;
  }

  .save-status > .hint {
    display: flex;
    gap: 6px;
    align-items: center;
  }

  .save-status .icon {
    color: var(--_success);
  }

  .save-status .notice {
    text-align: start;
  }

  .save-status .notice .icon {
    color: var(--_danger);
  }

  @container (inline-size < 40em) {
    .drafts li {
      grid-template-columns: minmax(0, 1fr);
    }

    .drafts-buttons {
      justify-content: flex-start;
    }
  }
`;
