import {css} from 'lit';

export default css`
  .chain,
  .quantities,
  .history {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }

  .document-number {
    justify-self: start;
    min-block-size: 24px;
    max-inline-size: 100%;
    border: 0;
    border-radius: 2px;
    padding: 2px 0;
    font: inherit;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    text-align: start;
    overflow-wrap: anywhere;
    color: inherit;
    background: none;
  }

  .document-number.open {
    color: var(--_accent);
    cursor: pointer;
  }

  .document-number.open:hover {
    text-decoration: underline;
  }

  .posting.success {
    color: var(--_success);
  }

  /* Numbers come first: the words after them say which way the whole is written. */
  .measure {
    unicode-bidi: plaintext;
  }

  .stages {
    display: flex;
    gap: 16px;
    list-style: none;
  }

  .stage {
    flex: 1 1 0;
    min-inline-size: 0;
    max-inline-size: 18em;
  }

  /* The last one has nothing to lead to. */
  .stage:last-child .link {
    display: none;
  }

  .stage-name {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-block-end: 8px;
    font-size: 0.875em;
    font-weight: 500;
    white-space: nowrap;
  }

  .stage-count {
    color: var(--_text-muted);
    font-weight: normal;
    font-variant-numeric: tabular-nums;
  }

  .link {
    position: relative;
    flex: 1;
    min-inline-size: 16px;
    block-size: 12px;
    /* Up to the next name. */
    margin-inline: 2px -10px;
  }

  .link::before {
    content: '';
    position: absolute;
    inset-inline: 0 1px;
    inset-block-start: 5.5px;
    border-block-start: 1px solid var(--_border-control);
  }

  .link > svg {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    inline-size: 8px;
    block-size: 12px;
    fill: none;
    stroke: var(--_border-control);
  }

  .link > svg:dir(rtl) {
    transform: scaleX(-1);
  }

  .nodes {
    display: grid;
    gap: 8px;
    list-style: none;
  }

  /* What is still more would push the rest of the document away. The padding leaves room for the focus. */
  .nodes.long {
    max-block-size: min(38em, 80vh);
    margin: -4px;
    padding: 4px;
    overflow-y: auto;
  }

  .node {
    position: relative;
    display: grid;
    gap: 2px;
    align-content: start;
    min-inline-size: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 8px 10px;
    font-size: 0.875em;
    background: var(--_surface);
  }

  .node:has(.open):hover {
    border-color: var(--_border-control);
    background: var(--_surface-raised);
  }

  .node.current {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    background: color-mix(in srgb, var(--_accent) 6%, var(--_surface));
  }

  /* The whole card can be pressed. */
  .node > .open::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
  }

  .standing,
  .known {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: center;
  }

  .posting {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    white-space: nowrap;
  }

  .posting.warning {
    color: var(--_warning);
  }

  .known {
    justify-content: space-between;
    min-block-size: 1.45em;
    font-variant-numeric: tabular-nums;
  }

  .known > * {
    white-space: nowrap;
  }

  .known > .amount {
    margin-inline-start: auto;
  }

  .known > time,
  .goods,
  .posting + .state-word {
    color: var(--_text-muted);
  }

  .goods {
    min-block-size: 1.45em;
  }

  /* Number and unit stay together as long as there is room for both. */
  .goods > .measure {
    display: inline-block;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }

  .known > .skeleton,
  .goods > .skeleton {
    display: inline-block;
    inline-size: 70%;
    block-size: 0.75em;
    align-self: center;
  }

  .rest > .more {
    inline-size: 100%;
    font-size: 0.875em;
  }

  .repeats {
    color: var(--_text-muted);
  }

  @container (inline-size < 48em) {
    .stages {
      flex-direction: column;
      gap: 8px;
    }

    .nodes {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 13em), 1fr));
    }

    .stage {
      position: relative;
      max-inline-size: none;
      padding-inline-start: 20px;
    }

    .stage-name {
      margin-block-end: 4px;
    }

    /* From one name down to the next, and its head turned with it. */
    .link {
      position: absolute;
      inset-inline-start: 0;
      inset-block: 1.6em -4px;
      inline-size: 12px;
      min-inline-size: 0;
      block-size: auto;
      margin: 0;
    }

    .link::before {
      inset-block: 0 1px;
      inset-inline: 5.5px auto;
      border-block-start: 0;
      border-inline-start: 1px solid var(--_border-control);
    }

    .link > svg,
    .link > svg:dir(rtl) {
      inset-block: auto 0;
      inset-inline: 2px auto;
      transform: rotate(90deg);
    }

    .stage-name::before {
      content: '';
      position: absolute;
      inset-inline-start: 1px;
      inset-block-start: 0.35em;
      inline-size: 9px;
      block-size: 9px;
      border: 2px solid var(--_border-control);
      border-radius: 50%;
    }
  }

  @container (48em <= inline-size < 64em) {
    .stages.many {
      flex-wrap: wrap;
    }

    .stages.many > .stage {
      flex-basis: 30%;
    }
  }

  @media (forced-colors: active) {
    .node.current {
      border-width: 3px;
      padding: 6px 8px;
      box-shadow: none;
    }
  }
`;
