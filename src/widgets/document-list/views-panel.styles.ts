import {css} from 'lit';

export default css`
  .views-row {
    display: flex;
    gap: 4px;
    align-items: center;
    min-block-size: 36px;
    margin-inline: -8px;
    border-radius: var(--_radius);
    padding-inline-end: 4px;
  }

  .views-row:hover {
    background: var(--_surface-raised);
  }

  .views-name {
    display: flex;
    flex: 1;
    gap: 10px;
    align-items: center;
    min-inline-size: 0;
    min-block-size: 36px;
    margin: 0;
    border: 0;
    border-radius: var(--_radius);
    padding: 4px 8px;
    font: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    color: var(--_text);
    background: none;
    cursor: pointer;
  }

  .views-name[aria-current] {
    font-weight: 500;
  }

  .views-name > .icon {
    color: var(--_accent);
  }

  .views-removed {
    justify-content: space-between;
    padding-inline-start: 8px;
    color: var(--_text-muted);
  }

  .views-removed > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .views-save {
    display: grid;
    gap: 8px;
    border-block-start: 1px solid var(--_border);
    padding-block-start: 12px;
  }

  /* A name may be written in the other direction than the words around it. */
  :is(.views-removed, .views-long) > span {
    unicode-bidi: plaintext;
  }

  .views-form {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
  }

  .views-form > .input {
    flex: 1 1 8em;
    inline-size: auto;
    min-inline-size: 0;
  }

  .views-form > :is(.label, div) {
    flex-basis: 100%;
  }

  .views-long {
    white-space: normal;
    overflow-wrap: anywhere;
  }
`;
