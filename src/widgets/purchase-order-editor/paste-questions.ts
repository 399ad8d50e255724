import {html, nothing, type TemplateResult} from 'lit';
import {formatDate} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {typeDecimal, type Separators} from '../../orders/decimals.ts';
import type {PasteAnswers, PasteQuestion} from '../../orders/paste.ts';
import {renderFieldErrors} from '../../ui/field.ts';
import type {Asking} from './paste.ts';

/** What can be done with the questions. */
export interface QuestionActions {
  onAnswer: (answers: PasteAnswers) => void;
  onPaste: () => void;
  onCancel: () => void;
}

/** Asks how columns are to be read, with values of the paste as examples. */
export function renderQuestions(
  asking: Asking | undefined,
  separators: Separators,
  locale: string,
  actions: QuestionActions,
): TemplateResult {
  const onSubmit = (event: Event) => {
    event.preventDefault();
    // Not the order's own form.
    event.stopPropagation();
    actions.onPaste();
  };
  return html`<dialog class="dialog paste-questions" part="dialog" aria-labelledby="paste-title">
    ${
      asking
        ? html`<form class="paste-form" novalidate @submit=${onSubmit}>
            <div class="dialog-head">
              <h2 id="paste-title" tabindex="-1" autofocus>
                ${msg('How is this to be read?', {id: 'purchase-order-editor.paste-title'})}
              </h2>
            </div>
            <div class="dialog-body">
              ${asking.block.questions.map((question) =>
                renderQuestion(question, asking, {separators, locale}, actions.onAnswer),
              )}
            </div>
            <div class="dialog-foot">
              <button type="button" class="button" @click=${actions.onCancel}>
                ${msg('Cancel', {id: 'action.cancel'})}
              </button>
              <button type="submit" class="button primary">
                ${msg('Paste', {id: 'purchase-order-editor.paste'})}
              </button>
            </div>
          </form>`
        : nothing
    }
  </dialog>`;
}

/** One column that can be read in two ways, both with values of it. */
export function renderQuestion(
  question: PasteQuestion,
  {answers, isChecked}: Pick<Asking, 'answers' | 'isChecked'>,
  {separators, locale}: {separators: Separators; locale: string},
  onAnswer: (answers: PasteAnswers) => void,
): TemplateResult {
  const {field} = question;
  const id = `paste-${field}`;
  const isOpen = isChecked && answers[field] === undefined;
  const errors = isOpen
    ? [msg('Choose how this is to be read.', {id: 'purchase-order-editor.paste-unanswered'})]
    : [];
  const ways = field === 'quantity' ? (['point', 'comma'] as const) : (['dmy', 'mdy'] as const);
  return html`<fieldset class="paste-question" aria-describedby=${isOpen ? `${id}-error` : nothing}>
    <legend class="label">
      ${
        field === 'quantity'
          ? msg('Quantities that can be read in two ways', {id: 'purchase-order-editor.paste-quantities'})
          : msg('Dates that can be read in two ways', {id: 'purchase-order-editor.paste-dates'})
      }
    </legend>
    ${ways.map(
      (way, index) =>
        html`<label class="paste-way">
          <input
            type="radio"
            name=${id}
            id=${index === 0 ? id : `${id}-${way}`}
            .checked=${answers[field] === way}
            @change=${() => onAnswer({[field]: way})}
          />
          <span>
            ${question.samples.map((sample) => {
              const value = show(
                question,
                new Map(Object.entries(sample.ways)).get(way) ?? '',
                separators,
                locale,
              );
              return html`<span class="paste-sample"
                >${msg(str`${sample.text} means ${value}`, {id: 'purchase-order-editor.paste-means'})}</span
              >`;
            })}
          </span>
        </label>`,
    )}
    ${renderFieldErrors(id, errors)}
  </fieldset>`;
}

/** Without marks between thousands: they are what is asked about. */
function show({field}: PasteQuestion, value: string, separators: Separators, locale: string): string {
  return field === 'quantity' ? typeDecimal(value, separators) : formatDate(value, locale);
}
