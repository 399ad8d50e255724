import {css} from 'lit';

export default css`
  .option-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
  }

  .option-number {
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }

  .option-price {
    margin-inline-start: auto;
  }

  .option-description {
    flex: 1 1 16em;
    min-inline-size: 0;
  }

  .option .hint,
  .option .availability {
    font-size: 0.875em;
  }

  .popup {
    inline-size: 34em;
  }

  .availability {
    white-space: nowrap;
    color: var(--_text-muted);
  }

  .availability[data-status='available'] {
    color: var(--_success);
  }

  .availability[data-status='limited'],
  .availability[data-status='unavailable'],
  .availability[data-status='discontinued'] {
    color: var(--_warning);
  }
`;
