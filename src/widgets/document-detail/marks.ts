import {html, nothing, type TemplateResult} from 'lit';
import {documentStateLabel, fulfilmentLabel, paymentLabel, postedLabel} from '../../locales/labels.ts';
import {msg} from '../../locales/localize.ts';
import type {Document} from '../../portal/contract/index.ts';
import {markPicture, type MarkName} from '../../ui/marks.ts';
import {paymentIcon, stateIcon, toneOf} from '../document-list/document-marks.ts';

const fulfilmentIcons = new Map<string, MarkName>([
  ['none', 'pending'],
  ['partial', 'pending'],
  ['complete', 'check'],
  ['over', 'error'],
]);

/** Where a document is in its life, whether it is posted, delivered and paid: only what applies to it. */
export function renderMarks({state, posted, fulfilment, payment}: Document): TemplateResult {
  return html`<ul class="marks" aria-label=${msg('State', {id: 'document.state'})}>
    ${renderMark(stateIcon(state), documentStateLabel(state), '')}
    ${
      posted === null
        ? nothing
        : renderMark(
            posted ? 'check' : 'pending',
            postedLabel(posted),
            posted ? 'success' : 'warning',
            'posting',
          )
    }
    ${fulfilment === undefined ? nothing : renderMark(fulfilmentIcons.get(fulfilment), fulfilmentLabel(fulfilment))}
    ${payment === undefined ? nothing : renderMark(paymentIcon(payment), paymentLabel(payment))}
  </ul>`;
}

function renderMark(
  name: MarkName | undefined,
  word: string,
  tone = toneOf(name),
  part = 'mark',
): TemplateResult {
  return html`<li class="mark ${tone}" part=${part}>
    ${name ? markPicture(name) : nothing}<span>${word}</span>
  </li>`;
}
