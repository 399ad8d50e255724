import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {msg, str} from '../../locales/localize.ts';
import {fieldAria, renderFieldErrors} from '../../ui/field.ts';
import {longestName, mostViews, type Naming} from './view-store.ts';

/** How a field is drawn in which a view gets a name. */
export interface NamingOptions {
  /** Id of the field. */
  readonly id: string;
  /** What is written above the field. */
  readonly label?: string;
  /** What the field is called where nothing is written above it. */
  readonly name?: string;
  readonly text: string;
  /** What came of the last try. */
  readonly result: Naming | undefined;
  /** The button's text. */
  readonly action: string;
  /** More buttons. */
  readonly more?: TemplateResult;
  readonly onText: (text: string) => void;
  readonly onSubmit: () => void;
}

/** A field in which a view gets a name, with what is wrong with the name in words. */
export function renderNaming(options: NamingOptions): TemplateResult {
  const {id, label, name, text, result, action, more, onText} = options;
  const errors = errorsOf(result);
  const {invalid, describedBy} = fieldAria(id, {errors});
  const onSubmit = (event: Event) => {
    event.preventDefault();
    options.onSubmit();
  };
  return html`<form class="views-form" @submit=${onSubmit}>
    ${label === undefined ? nothing : html`<label class="label" for=${id}>${label}</label>`}
    <input
      class="input"
      type="text"
      id=${id}
      autocomplete="off"
      enterkeyhint="done"
      aria-label=${name ?? nothing}
      aria-invalid=${invalid}
      aria-describedby=${describedBy}
      .value=${live(text)}
      @input=${({currentTarget}: Event) =>
        currentTarget instanceof HTMLInputElement && onText(currentTarget.value)}
    />
    <button type="submit" class="button">${action}</button>
    ${more ?? nothing}
    <div aria-live="polite">${renderFieldErrors(id, errors)}</div>
  </form>`;
}

function errorsOf(result: Naming | undefined): string[] {
  switch (result?.kind) {
    case 'nameless':
      return [msg('Enter a name for the view.', {id: 'document-list.view-nameless'})];
    case 'too-long':
      return [msg(str`A name has at most ${longestName} characters.`, {id: 'document-list.view-too-long'})];
    case 'too-many':
      return [
        msg(str`There are ${mostViews} views already. Delete one first.`, {
          id: 'document-list.view-too-many',
        }),
      ];
    case 'taken':
      return [
        msg(str`There is a view named “${result.saved.name}” already.`, {id: 'document-list.view-taken'}),
      ];
    default:
      return [];
  }
}
