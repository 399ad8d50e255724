import {css, html, nothing} from 'lit';
import {formatMoney} from '../../locales/formats.ts';
import {msg} from '../../locales/localize.ts';
import {addUp} from './add-up.ts';
import type {Listing} from './document-listing.ts';

/** The amounts below the list: of the documents that are there once all are, else what the portal says of all. */
export function renderTotals(listing: Listing, locale: string): unknown {
  const isAll = listing.next === null && listing.skipped === 0;
  const totals = (!isAll && listing.totals) || addUp(listing);
  if (!listing.access.prices || totals.length === 0) return nothing;
  const isPart = !isAll && !listing.totals;
  const rows: [string, string, string | undefined][] = totals.flatMap(({currency, gross, remaining}) => [
    ['gross', currency, gross],
    ['remaining', currency, remaining],
  ]);
  return html`<dl class="totals" part="totals">
    ${rows.map(([what, currency, value]) =>
      value === undefined
        ? nothing
        : html`<div>
            <dt>
              ${
                what === 'remaining'
                  ? msg('Still open', {id: 'document.open-amount'})
                  : isPart
                    ? msg('Total of those shown', {id: 'document-list.total-shown'})
                    : msg('Total', {id: 'document-list.total'})
              }
            </dt>
            <dd>${formatMoney(value, currency, locale)}</dd>
          </div>`,
    )}
  </dl>`;
}

/** How what stands below a list looks. */
export const footStyles = css`
  .end {
    display: grid;
    place-items: center;
    min-block-size: 52px;
    padding: 8px 16px;
  }

  .notice {
    inline-size: 100%;
    border-radius: 0;
  }

  .notice-text {
    flex: 1 1 12em;
  }

  .totals {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 20px;
    justify-content: flex-end;
    border-block-start: 1px solid var(--_border);
    padding: 8px 16px;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }

  .totals > div {
    display: flex;
    gap: 6px;
    white-space: nowrap;
  }

  .totals dt {
    color: var(--_text-muted);
  }

  .totals dd {
    font-weight: 500;
  }
`;
