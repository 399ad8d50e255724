import {css, html, type TemplateResult} from 'lit';
import {postedLabel} from '../../locales/labels.ts';
import {msg} from '../../locales/localize.ts';

/** The filter by posting; undefined stands for all documents. */
export function renderPostedFilter(
  value: boolean | undefined,
  onPosted: (posted: boolean | undefined) => void,
): TemplateResult {
  const choices = [
    {posted: undefined, label: msg('All', {id: 'document-list.all'})},
    {posted: true, label: postedLabel(true)},
    {posted: false, label: postedLabel(false)},
  ];
  return html`<fieldset class="segments" part="filter">
    <legend class="visually-hidden">${msg('Posting', {id: 'document.posting'})}</legend>
    ${choices.map(
      ({posted, label}) =>
        html`<label class="segment">
          <input type="radio" name="posted" .checked=${posted === value} @change=${() => onPosted(posted)} />
          <span>${label}</span>
        </label>`,
    )}
  </fieldset>`;
}

/** How the filter by posting looks. */
export const postedFilterStyles = css`
  .segments {
    grid-area: 1 / 3;
    display: flex;
    block-size: var(--_control-height);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 2px;
    background: var(--_surface-raised);
  }

  .segment {
    position: relative;
    display: flex;
    align-items: center;
    border: 1px solid transparent;
    border-radius: max(0px, var(--_radius) - 2px);
    padding-inline: 12px;
    color: var(--_text-muted);
    white-space: nowrap;
    cursor: pointer;
  }

  /* The radio itself stays, where its label is: pointing, keys and forced colours all find it. */
  .segment > input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }

  .segment:hover {
    color: var(--_text);
  }

  .segment:has(:checked) {
    border-color: var(--_border);
    color: var(--_text);
    background: var(--_surface);
    font-weight: 500;
  }

  .segment:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  @container (inline-size < 47.5em) {
    .segments {
      grid-area: 2 / 1 / auto / -1;
      justify-self: end;
    }
  }

  /* There the panel of the filter has it. */
  @container (inline-size < 35em) {
    .segments {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .segment:has(:checked) {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
`;
