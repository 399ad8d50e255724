import {css, html, type TemplateResult} from 'lit';

const fields = [0, 1, 2, 3, 4];

/** The room that the form will take. */
export function renderSkeleton(): TemplateResult {
  return html`<div class="skeletons" aria-hidden="true">
    <span class="skeleton title"></span>
    ${fields.map(() => html`<span class="skeleton label"></span><span class="skeleton control"></span>`)}
  </div>`;
}

/** The room that the form takes before it is there. */
export const skeletonStyles = css`
  .skeletons {
    display: grid;
    gap: 8px;
    max-inline-size: 34em;
  }

  .skeleton {
    display: block;
    animation: none;
  }

  .skeleton.title {
    inline-size: 70%;
    block-size: 1.75em;
    margin-block-end: 20px;
  }

  .skeleton.label {
    inline-size: 8em;
    block-size: 1em;
  }

  .skeleton.control {
    block-size: var(--_control-height);
    margin-block-end: 12px;
  }
`;
