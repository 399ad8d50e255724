import {css} from 'lit';
import {copyableStyles} from '../../ui/copyable.ts';
import {fieldStyles} from '../../ui/field.styles.ts';
import {modalStyles} from '../../ui/modal.ts';
import {controlStyles, hostStyles} from '../../ui/styles.ts';
import chainStyles from './chain.styles.ts';
import historyStyles from './history.styles.ts';
import factsStyles from './facts.styles.ts';
import linesStyles from './lines.styles.ts';
import quantitiesStyles from './quantities.styles.ts';
import {skeletonStyles} from './skeleton.ts';
import sumsStyles from './sums.styles.ts';

const styles = css`
  .frame:focus {
    outline: none;
  }

  .detail h3 {
    font-size: 1em;
    font-weight: 600;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 24px;
    align-items: flex-start;
    justify-content: space-between;
  }

  .titles {
    display: grid;
    gap: 4px;
    flex: 1 1 18em;
    min-inline-size: 0;
  }

  .titles > .external {
    color: var(--_text-muted);
  }

  .number {
    display: inline-block;
    font-variant-numeric: tabular-nums;
  }

  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin-block-start: 4px;
    list-style: none;
  }

  .mark {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    white-space: nowrap;
  }

  .mark.success {
    color: var(--_success);
  }

  .mark.warning {
    color: var(--_warning);
  }

  .danger {
    color: var(--_danger);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .notices {
    display: grid;
    gap: 8px;
  }

  /* Empty, it is there for the ear alone. */
  .notices:not(:has(.notice)) {
    position: absolute;
  }

  .notice.danger {
    color: inherit;
  }

  .notice-text {
    flex: 1 1 12em;
  }

  .print-only {
    display: none;
  }

  @container (inline-size < 35em) {
    .detail {
      gap: 20px;
    }

    .figures {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 12px 16px;
    }

    .figures > .fact:first-child {
      grid-column: 1 / -1;
    }

    .facts {
      grid-template-columns: 1fr 1fr;
    }

    .actions > .button {
      flex: 1 1 auto;
    }
  }

  @media print {
    .actions,
    .notices,
    .copy,
    .copied,
    .find,
    .dialog {
      display: none;
    }

    .print-only {
      display: block;
    }

    .detail {
      display: block;
    }

    .detail > * {
      margin-block-end: 16px;
    }

    .figures,
    .return,
    .party,
    .sums {
      break-inside: avoid;
    }
  }
`;

/** All that a document is drawn with, on the screen and on paper. */
export const detailStyles = [
  hostStyles,
  controlStyles,
  skeletonStyles,
  fieldStyles,
  modalStyles,
  copyableStyles,
  factsStyles,
  styles,
  linesStyles,
  sumsStyles,
  chainStyles,
  quantitiesStyles,
  historyStyles,
];
