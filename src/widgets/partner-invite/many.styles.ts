import {css} from 'lit';

/** The list of people to invite. */
export const manyStyles = css`
  .form > .many {
    max-inline-size: none;
    outline: none;
  }

  .many,
  .sending,
  .editor {
    display: grid;
    gap: 12px;
    min-inline-size: 0;
  }

  .source {
    display: grid;
    gap: 12px;
    max-inline-size: 44em;
  }

  .source.over {
    outline: 2px dashed var(--_accent);
    outline-offset: 6px;
  }

  .file {
    display: none;
  }

  .said > .hint {
    font-weight: 500;
  }

  .words {
    display: grid;
    gap: 8px;
  }

  .word {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }

  .word > label {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .word > .input {
    inline-size: auto;
    max-inline-size: 100%;
  }

  .people {
    max-block-size: min(30em, 70vh);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: auto;
    overscroll-behavior-block: contain;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375em;
  }

  thead {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--_surface-raised);
  }

  :is(th, td) {
    border-block-end: 1px solid var(--_border);
    padding: 6px 10px;
    text-align: start;
    vertical-align: baseline;
    font-weight: normal;
  }

  tbody tr:last-child > * {
    border-block-end: 0;
  }

  thead th {
    font-size: 0.9em;
    font-weight: 500;
    color: var(--_text-muted);
    white-space: nowrap;
  }

  td:has(> .editor) {
    background: var(--_surface-raised);
    padding: 12px;
  }

  td:has(> bdi) {
    min-inline-size: 6em;
    overflow-wrap: break-word;
  }

  .address {
    min-inline-size: 16em;
    overflow-wrap: anywhere;
    font-weight: 500;
  }

  .stand {
    min-inline-size: 12em;
  }

  .mark {
    display: flex;
    gap: 6px;
    align-items: baseline;
  }

  .mark > .icon {
    translate: 0 0.125em;
  }

  .mark.danger {
    color: var(--_danger);
  }

  .mark.warning > .icon {
    color: var(--_warning);
  }

  .mark.success {
    color: var(--_success);
  }

  td .button {
    min-block-size: 28px;
    padding: 0 8px;
    font-size: 0.9375em;
  }

  .stand > .button {
    margin-inline-start: calc(1em - 2px);
  }

  .row-areas {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
  }

  progress {
    inline-size: min(100%, 20em);
    accent-color: var(--_accent);
  }

  .sent-list > summary {
    min-block-size: 28px;
    cursor: pointer;
  }

  .sent-list > summary > .icon {
    color: var(--_success);
  }

  .sent-list > ul {
    display: grid;
    gap: 4px;
    padding: 8px 20px;
  }

  @container (max-width: 47.5em) {
    .people :is(table, tbody) {
      display: block;
    }

    .people thead {
      position: absolute;
      clip-path: inset(50%);
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
    }

    .people tr {
      display: grid;
      gap: 2px;
      border-block-end: 1px solid var(--_border);
      padding: 8px 12px;
    }

    .people tr:last-child {
      border-block-end: 0;
    }

    .people :is(th, td) {
      display: block;
      border: 0;
      padding: 0;
      min-inline-size: 0;
    }

    .people :is(th, td):empty,
    .people td:has(> bdi:empty) {
      display: none;
    }

    .people .row-actions .button {
      padding-inline: 0 16px;
    }
  }
`;
