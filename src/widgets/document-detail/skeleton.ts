import {html, type TemplateResult} from 'lit';

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
