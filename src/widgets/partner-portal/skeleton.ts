import {css, html, type TemplateResult} from 'lit';

const links = [0, 1, 2, 3, 4, 5];

/** The room that a portal will take. */
export function renderSkeleton(): TemplateResult {
  return html`<div class="portal" aria-hidden="true">
    <div class="bar"><span class="skeleton name"></span></div>
    <div class="columns">
      <div class="menu">${links.map(() => html`<span class="skeleton entry"></span>`)}</div>
      <div class="content">
        <span class="skeleton title"></span>
        <span class="skeleton block"></span>
      </div>
    </div>
  </div>`;
}

/** The frame of a portal, with and without what is in it. */
export const skeletonStyles = css`
  .portal {
    display: flex;
    flex-direction: column;
    min-block-size: 30em;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    min-block-size: calc(var(--_control-height) + 20px);
    border-block-end: 1px solid var(--_border);
    padding: 10px 16px;
  }

  .columns {
    display: flex;
    flex: 1;
    align-items: stretch;
  }

  .menu {
    flex: none;
    inline-size: 14em;
    border-inline-end: 1px solid var(--_border);
    padding: 16px 8px;
  }

  .content {
    flex: 1;
    min-inline-size: 0;
    padding: 20px 24px 32px;
  }

  .skeleton {
    display: block;
  }

  .skeleton.name {
    inline-size: 12em;
    block-size: 1.4em;
  }

  .skeleton.entry {
    inline-size: 9em;
    block-size: 1em;
    margin: 12px 8px;
  }

  .skeleton.title {
    inline-size: min(14em, 80%);
    block-size: 1.8em;
    margin-block-end: 20px;
  }

  .skeleton.block {
    block-size: 20em;
    border-radius: var(--_radius);
  }

  @container (inline-size < 56em) {
    [aria-hidden] > .columns > .menu {
      display: none;
    }

    .content {
      padding: 16px;
    }
  }
`;
