import {css, html, type TemplateResult} from 'lit';

const figures = [0, 1, 2];
const rows = [0, 1, 2, 3, 4];

/** The room that a document will take. */
export function renderSkeleton(): TemplateResult {
  return html`<div class="detail" aria-hidden="true">
    <div class="head">
      <div class="titles"><span class="skeleton title"></span><span class="skeleton text"></span></div>
    </div>
    <div class="figures">
      ${figures.map(
        () =>
          html`<div class="fact">
            <span class="skeleton text"></span><span class="skeleton figure"></span>
          </div>`,
      )}
    </div>
    <div class="skeleton-rows">${rows.map(() => html`<span class="skeleton row"></span>`)}</div>
  </div>`;
}

/** The room that a document takes, with and without it. */
export const skeletonStyles = css`
  .detail {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }

  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 40px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 14px 16px;
    background: var(--_surface-raised);
  }

  .skeleton {
    display: block;
  }

  .skeleton.title {
    inline-size: min(16em, 80%);
    block-size: 1.5em;
  }

  .skeleton.text {
    inline-size: 8em;
    block-size: 0.875em;
  }

  .skeleton.figure {
    margin-block-start: 6px;
    inline-size: 6em;
    block-size: 1.25em;
  }

  .skeleton-rows {
    display: grid;
    gap: 12px;
  }

  .skeleton.row {
    block-size: 2em;
  }
`;
