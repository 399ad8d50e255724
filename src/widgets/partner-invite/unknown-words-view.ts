import {html, nothing} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import type {UnknownWord} from '../../partners/unknown-words.ts';
import type {PartnerType} from '../../portal/contract/index.ts';

/** Words that are asked for at once; the others follow. */
const MOST_WORDS = 5;

/** What is asked of words that are not known, and what takes the answer. */
export interface WordsOptions {
  readonly words: readonly UnknownWord[];
  readonly types: readonly PartnerType[];
  /** Languages by their tags. */
  readonly languages: ReadonlyMap<string, string>;
  readonly onMeaning: (word: UnknownWord, meaning: string) => void;
}

/** Asks once for each word what it means in all rows, as where a list is written in another language than the page. */
export function renderWords({words, types, languages, onMeaning}: WordsOptions): unknown {
  if (words.length === 0) return nothing;
  return html`<div class="words">
    ${words.slice(0, MOST_WORDS).map((word, index) => {
      const onApply = ({currentTarget}: Event): void => {
        const select = currentTarget instanceof Element ? currentTarget.previousElementSibling : null;
        if (select instanceof HTMLSelectElement && select.value) onMeaning(word, select.value);
        else if (select instanceof HTMLSelectElement) select.focus();
      };
      const id = `word-${index}`;
      return html`<div class="word">
        <label for=${id}> ${msg(str`Read “${word.text}” everywhere as`, {id: 'partner-invite.word'})} </label>
        <select class="input" id=${id}>
          <option value="">${msg('Choose…', {id: 'partner-invite.word-choose'})}</option>
          ${[...meanings(word, types, languages)].map(
            ([value, label]) => html`<option .value=${value}>${label}</option>`,
          )}
        </select>
        <button type="button" class="button" @click=${onApply}>
          ${msg('Apply', {id: 'partner-invite.word-apply'})}
        </button>
      </div>`;
    })}
  </div>`;
}

function meanings(
  {field}: UnknownWord,
  types: readonly PartnerType[],
  languages: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  switch (field) {
    case 'partnerType':
      return new Map(types.map(({type, label}) => [type, label]));
    case 'areas':
      return new Map(types.flatMap(({areas}) => areas.map(({key, label}) => [key, label] as const)));
    case 'locale':
      return languages;
  }
}
