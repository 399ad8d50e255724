import {html, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';

/** Takes the room that the empty editor will take. */
export function renderSkeleton(): TemplateResult {
  return html`<div class="loading" role="status">
    <span class="visually-hidden">${msg('Loading…', {id: 'purchase-order-editor.loading'})}</span>
    <div class="header">
      ${[0, 1, 2].map(
        () =>
          html`<div class="field">
            <div class="skeleton label-skeleton"></div>
            <div class="skeleton control-skeleton"></div>
          </div>`,
      )}
    </div>
    <div class="skeleton lines-skeleton"></div>
    <div class="end">
      <div class="skeleton note-skeleton"></div>
      <div class="skeleton note-skeleton"></div>
    </div>
  </div>`;
}
