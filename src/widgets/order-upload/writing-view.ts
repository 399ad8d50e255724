import {html, nothing, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import type {DraftInput} from '../../portal/contract/orders.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {icon} from '../../ui/states.ts';
// What follows needs most of it anyway, and a page that has the editor already has it in one file.
import {PurchaseOrderEditor} from '../purchase-order-editor/define.ts';
import type {UploadContext} from './upload-context.ts';

/** How an order of the file is opened. */
export interface Writing {
  /** References that one order cannot have. */
  readonly lost: readonly string[];
  /** The editor has another order to clear up first. */
  readonly isRefused?: boolean;
}

/** The rows of a file as one order in an editor. */
export function renderWriting(
  {member, type, locale}: UploadContext,
  {lost, isRefused}: Writing,
  onBack: () => void,
): TemplateResult {
  return html`<section class="upload" aria-labelledby="step-title">
    <div class="head">
      <h2 id="step-title" tabindex="-1">${msg('Order from the file', {id: 'order-upload.writing-title'})}</h2>
      <button type="button" class="button quiet" @click=${onBack}>
        ${msg('Back to the rows', {id: 'order-upload.back-to-rows'})}
      </button>
    </div>
    ${
      lost.length > 0
        ? html`<div class="notice warning" part="notice">
            ${icon('info')}
            <span>
              ${msg(str`One order has one reference. These are not in it: ${lost.join(', ')}.`, {
                id: 'order-upload.references-lost',
              })}
            </span>
          </div>`
        : nothing
    }
    ${
      isRefused
        ? html`<div class="notice warning" role="alert" part="notice">
            ${icon('info')}
            <span>
              ${msg(
                'It has to be found out first what became of an earlier order. Open the rows again after that.',
                {
                  id: 'order-upload.writing-refused',
                },
              )}
            </span>
          </div>`
        : nothing
    }
    <purchase-order-editor .client=${member.portal} .locale=${locale} .type=${type}></purchase-order-editor>
  </section>`;
}

/** Writes an order in the editor that is drawn; false where that has another one to clear up first. */
export async function writeIn(host: PortalElement, draft: DraftInput): Promise<boolean> {
  const element = host.shadowRoot?.querySelector('purchase-order-editor');
  return element instanceof PurchaseOrderEditor && element.write(draft);
}
