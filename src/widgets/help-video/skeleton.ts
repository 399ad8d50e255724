import {css, html, type TemplateResult} from 'lit';

const lines = [0, 1, 2];

/** The room that help on a topic will take. It is not known yet whether there is a video. */
export function renderSkeleton(): TemplateResult {
  return html`<span class="skeleton title" aria-hidden="true"></span>
    <div class="text" aria-hidden="true">${lines.map(() => html`<span class="skeleton line"></span>`)}</div>`;
}

/** The room that help takes, with and without its text. */
export const skeletonStyles = css`
  .help {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }

  .text {
    display: grid;
    gap: 10px;
    max-inline-size: 70ch;
  }

  .skeleton {
    display: block;
  }

  .skeleton.title {
    inline-size: min(14em, 70%);
    block-size: 1.6em;
  }

  .skeleton.line {
    block-size: 1.1em;
  }

  .skeleton.line:last-child {
    inline-size: 60%;
  }
`;
