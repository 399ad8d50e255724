import {css} from 'lit';

export default css`
  form,
  .loading {
    display: grid;
    gap: 20px;
    padding: 4px;
  }

  .header {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: 16px;
  }

  /* Most addresses take two lines: nothing moves when they arrive. */
  .delivery > .field > .hint {
    min-block-size: 2lh;
  }

  select.input {
    text-overflow: ellipsis;
  }

  .lines-section {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
  }

  .grid {
    --_row: max(var(--_control-height), 2.25em);
    --_columns: 2.75em minmax(7.5em, 1fr) minmax(8.75em, 4fr) 5em 4.25em 5em 8.4em minmax(3.5em, 1fr) 5.75em
      6.25em 2.25em;

    min-inline-size: 59.4em;
    font-size: 0.875em;
  }

  .grid.bare {
    --_columns: 2.75em minmax(7.5em, 1fr) minmax(8.75em, 4fr) 5em 4.25em 5em 8.4em minmax(3.5em, 1fr) 2.25em;

    min-inline-size: 47.4em;
  }

  /* What invites to type runs over into the empty cell beside it, as it would in a spreadsheet. */
  .cell.item:not(:focus):has(> .hint) {
    overflow: visible;
  }

  .cell.item > .hint {
    padding-inline-end: 6px;
    background: var(--_fill);
  }

  .line > .description,
  .cell[part='line-amount'] {
    color: var(--_text);
  }

  .cell.remove {
    padding: 0;
    text-align: center;
  }

  .remove > .button {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    border: 0;
    vertical-align: top;
  }

  /* A picture of its own would be three elements in each of many rows. */
  .remove > .button::before {
    content: '×';
    font-size: 1.375em;
    font-weight: 400;
    line-height: 1;
  }

  /* Room for what is said of most lines: nothing below moves when it is said. */
  .line-panel {
    min-block-size: 4.4em;
    padding-inline: 2px;
    font-size: 0.9375em;
  }

  .lines-tools {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    align-items: center;
  }

  .end {
    display: grid;
    grid-template-columns: minmax(12em, 1fr) minmax(0, 41em);
    gap: 20px;
    align-items: end;
  }

  .end > .note {
    align-self: start;
  }

  .finish {
    display: grid;
    gap: 12px;
    justify-items: end;
    text-align: end;
  }

  .finish-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
  }

  .missing {
    text-align: start;
  }

  .estimate dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: baseline;
    justify-content: flex-end;
  }

  .estimate dd {
    font-size: 1.375em;
    font-weight: 600;
    min-inline-size: 6em;
  }

  .label-skeleton {
    inline-size: 40%;
    block-size: 1.2em;
  }

  .control-skeleton {
    block-size: var(--_control-height);
  }

  .lines-skeleton {
    block-size: 160px;
  }

  .note-skeleton {
    block-size: 88px;
  }

  @container (inline-size >= 60em) {
    .grid {
      --_columns: 2.75em minmax(7.5em, 1fr) minmax(13.5em, 4fr) 5.5em 4.5em 5.5em 8.4em minmax(4em, 1fr)
        6.25em 6.5em 2.25em;
    }

    .grid.bare {
      --_columns: 2.75em minmax(7.5em, 1fr) minmax(13.5em, 4fr) 5.5em 4.5em 5.5em 8.4em minmax(4em, 1fr)
        2.25em;
    }

    .line-panel {
      min-block-size: 3em;
    }
  }

  /* All columns are in sight as long as there is any way to it. */
  @container (inline-size < 53em) {
    .grid {
      --_columns: 2.75em minmax(7.5em, 1fr) minmax(8.75em, 4fr) 4.25em 4em 4.5em 8.1em minmax(3em, 1fr) 5.5em
        6em 2em;

      min-inline-size: 56.4em;
    }

    .grid.bare {
      --_columns: 2.75em minmax(7.5em, 1fr) minmax(8.75em, 4fr) 4.25em 4em 4.5em 8.1em minmax(3em, 1fr) 2em;

      min-inline-size: 44.9em;
    }
  }

  /* The buttons stand in one row, in a language of long words, too. */
  @container (inline-size < 53em) {
    .end {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @container (inline-size < 40em) {
    .finish {
      justify-items: stretch;
    }

    .finish-buttons > .primary {
      flex: 1 1 auto;
    }
  }
`;
