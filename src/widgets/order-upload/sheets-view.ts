import {html, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import type {SheetName} from '../../orders/files/file-content.ts';

/** Asks which sheet of a workbook is meant. */
export function renderSheets(
  name: string,
  sheets: readonly SheetName[],
  onChoose: (index: number) => void,
  onCancel: () => void,
): TemplateResult {
  return html`<section class="upload" part="sheets" aria-labelledby="step-title">
    <h2 id="step-title" tabindex="-1">
      ${msg('Which sheet has the orders?', {id: 'order-upload.sheets-title'})}
    </h2>
    <p class="hint"><bdi>${name}</bdi></p>
    <ul class="sheets">
      ${sheets.map(
        (sheet) =>
          html`<li>
            <button type="button" class="button sheet" @click=${() => onChoose(sheet.index)}>
              <bdi>${sheet.name}</bdi>
            </button>
          </li>`,
      )}
    </ul>
    <div class="buttons">
      <button type="button" class="button quiet" @click=${onCancel}>
        ${msg('Another file', {id: 'order-upload.another'})}
      </button>
    </div>
  </section>`;
}
