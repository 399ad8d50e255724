import {css, html, type TemplateResult} from 'lit';

const blocks = [0, 1, 2, 3];
const rows = [0, 1, 2];

/** The room that a company's details will take. */
export function renderSkeleton(): TemplateResult {
  return html`<div class="details" aria-hidden="true">
    <div class="head"><span class="skeleton title"></span></div>
    <div class="facts">
      ${blocks.map(
        () =>
          html`<div class="block">
            <span class="skeleton label"></span>${rows.map(() => html`<span class="skeleton text"></span>`)}
          </div>`,
      )}
    </div>
    <div class="cards">${rows.map(() => html`<span class="skeleton card-room"></span>`)}</div>
  </div>`;
}

/** The room that a company's details take, with and without them. */
export const skeletonStyles = css`
  .details {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 28px;
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(13em, 100%), 1fr));
    gap: 20px 32px;
    border-block: 1px solid var(--_border);
    padding-block: 20px;
  }

  .block {
    display: grid;
    gap: 8px;
    align-content: start;
    min-inline-size: 0;
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr));
    gap: 12px;
  }

  .skeleton {
    display: block;
  }

  .skeleton.title {
    inline-size: min(16em, 80%);
    block-size: 1.6em;
  }

  .skeleton.label {
    inline-size: 6em;
    block-size: 0.875em;
  }

  .skeleton.text {
    inline-size: min(12em, 80%);
    block-size: 1.1em;
  }

  .skeleton.card-room {
    block-size: 7em;
    border-radius: var(--_radius);
  }
`;
