import {css, html, type TemplateResult} from 'lit';

const rows = Array.from({length: 8}, (_, index) => index);

/** The room that the partners will take. */
export function renderSkeleton(): TemplateResult {
  return html`<div class="toolbar" aria-hidden="true">
      <span class="skeleton title"></span>
      <span class="skeleton control"></span>
      <span class="skeleton control short"></span>
    </div>
    ${renderSkeletonRows()}`;
}

/** The room that the rows will take. */
export function renderSkeletonRows(): TemplateResult {
  return html`<div class="skeleton-rows" aria-hidden="true">
    ${rows.map(
      () =>
        html`<div class="skeleton-row">
          <span class="skeleton wide"></span><span class="skeleton"></span><span class="skeleton"></span>
        </div>`,
    )}
  </div>`;
}

/** The room that the partners take, with and without them. */
export const skeletonStyles = css`
  .frame {
    display: flex;
    flex-direction: column;
    block-size: var(--portal-list-block-size, min(40em, 90vh));
    min-block-size: 20em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: hidden;
  }

  .toolbar {
    display: grid;
    flex: none;
    gap: 8px;
    padding: 12px 16px;
    border-block-end: 1px solid var(--_border);
  }

  .skeleton {
    display: block;
    block-size: 0.875em;
  }

  .skeleton.title {
    inline-size: 8em;
    block-size: 1.25em;
    margin-block: 8px;
  }

  .skeleton.control {
    inline-size: min(20em, 100%);
    block-size: var(--_control-height);
  }

  .skeleton.control.short {
    inline-size: min(28em, 100%);
    block-size: 28px;
  }

  .skeleton-rows {
    flex: 1;
    min-block-size: 0;
    overflow: hidden;
  }

  .skeleton-row {
    display: grid;
    grid-template-columns: 2fr 1fr 1fr;
    gap: 24px;
    align-items: center;
    block-size: 4.75em;
    padding-inline: 16px;
    border-block-end: 1px solid var(--_border);
  }

  /* The filters stand below each other there: partners are to be seen below them, however low the window is. */
  @container (inline-size < 30em) {
    .frame {
      min-block-size: 34em;
    }
  }
`;
