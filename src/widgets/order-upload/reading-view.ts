import {html, nothing, type TemplateResult} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {icon} from '../../ui/states.ts';
import {refusalText, type Refusal} from './file-texts.ts';

/** Said while a file is being read. `share`: how much of it is, from 0 to 1. */
export function renderReading(
  name: string,
  share: number,
  locale: string,
  onCancel: () => void,
): TemplateResult {
  const label = msg('Reading the file…', {id: 'order-upload.reading'});
  const percent = formatCount(Math.round(share * 100), locale);
  return html`<section class="upload reading" part="reading" aria-labelledby="step-title">
    <h2 id="step-title" tabindex="-1">${label}</h2>
    <p class="hint"><bdi>${name}</bdi></p>
    <progress aria-label=${label} max="1" .value=${share}></progress>
    <p class="figure">${msg(str`${percent} %`, {id: 'order-upload.percent'})}</p>
    <button type="button" class="button" @click=${onCancel}>${msg('Cancel', {id: 'action.cancel'})}</button>
  </section>`;
}

/** Why a file was not taken. */
export function renderRefused(name: string, problem: Refusal, locale: string): TemplateResult {
  return html`<div class="notice danger" part="refused" id="refused" tabindex="-1">
    ${icon('error')}
    <span>${name === '' ? nothing : html`<bdi>${name}</bdi>: `}${refusalText(problem, locale)}</span>
  </div>`;
}
