import {css} from 'lit';

/** The orders of a file. */
export default css`
  .orders {
    display: grid;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    list-style: none;
  }

  .order {
    display: grid;
    gap: 8px;
    padding: 10px 12px;
  }

  .order + .order {
    border-block-start: 1px solid var(--_border);
  }

  .order-head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 5em 12em 11em;
    gap: 4px 12px;
    align-items: center;
  }

  .order-name {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: 24px;
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .order-name input {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    margin: 0;
    accent-color: var(--_accent);
  }

  .order-state {
    display: flex;
    gap: 6px;
    align-items: center;
    justify-content: flex-end;
  }

  .order.saved .order-state > .icon,
  .order.handed-over .order-state > .icon {
    color: var(--_success);
  }

  .order.failed .order-state {
    color: var(--_danger);
  }

  .order-issues {
    display: grid;
    gap: 4px;
    list-style: none;
  }

  .line-hint {
    display: flex;
    gap: 6px;
    align-items: baseline;
    font-size: 0.875em;
    color: var(--_text-muted);
  }

  .decision {
    display: grid;
    gap: 8px;
    flex: 1 1 100%;
  }

  .ship-to {
    max-inline-size: 36em;
    text-overflow: ellipsis;
  }

  @container (inline-size < 40em) {
    .order-head {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .order-total {
      grid-area: 1 / 2;
    }
  }
`;
