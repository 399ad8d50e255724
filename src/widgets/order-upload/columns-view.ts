import {html, nothing, type TemplateResult} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Separators} from '../../orders/decimals.ts';
import type {FileEncoding} from '../../orders/files/file-content.ts';
import type {ColumnAnswers, ColumnQuestion} from '../../orders/column-readings.ts';
import type {ColumnGuess} from '../../orders/upload/column-mapping.ts';
import type {TemplateField, UploadField} from '../../orders/upload/template-fields.ts';
import {renderFieldErrors} from '../../ui/field.ts';
import {icon} from '../../ui/states.ts';
import {renderQuestion} from '../purchase-order-editor/paste-questions.ts';

/** Which column is what, and how its cells are to be read. */
export interface ColumnsView {
  readonly name: string;
  readonly columns: readonly ColumnGuess[];
  readonly fields: readonly TemplateField[];
  /** What the columns are taken for, by their index. */
  readonly chosen: ReadonlyMap<number, UploadField>;
  readonly questions: readonly ColumnQuestion[];
  readonly answers: ColumnAnswers;
  /** Whether the user wanted to go on: what is missing is said from then on. */
  readonly isChecked: boolean;
  /** Whether the columns are known, and only what is in them is open: they are folded. */
  readonly onlyAsks: boolean;
  /** Of a text whose encoding can only be guessed. */
  readonly encoding: FileEncoding | undefined;
  readonly separators: Separators;
  readonly locale: string;
  readonly onChoose: (index: number, field: UploadField | undefined) => void;
  readonly onAnswer: (answers: ColumnAnswers) => void;
  readonly onEncoding: (encoding: FileEncoding) => void;
  readonly onContinue: () => void;
  readonly onAnother: () => void;
}

/** The fields that every row needs and no column is. */
export function missingFields({fields, chosen}: Pick<ColumnsView, 'fields' | 'chosen'>): TemplateField[] {
  const there = new Set(chosen.values());
  return fields.filter(({field, required}) => required && !there.has(field));
}

/** The id of the choice for a column. */
export function columnId(index: number): string {
  return `column-${index}`;
}

/** Asks what the columns of a file are, with some cells of each. */
export function renderColumns(view: ColumnsView): TemplateResult {
  const {name, questions, onlyAsks, locale, separators, onAnswer, onAnother} = view;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    view.onContinue();
  };
  const asked = questions.map((question) => renderQuestion(question, view, {separators, locale}, onAnswer));
  return html`<form class="upload" novalidate part="columns" aria-labelledby="step-title" @submit=${onSubmit}>
    <h2 id="step-title" tabindex="-1">
      ${
        onlyAsks
          ? msg('How is this file to be read?', {id: 'order-upload.questions-title'})
          : msg('Which column is what?', {id: 'order-upload.columns-title'})
      }
    </h2>
    <p class="hint">
      ${name === '' ? nothing : html`<bdi>${name}</bdi> · `}
      ${msg('Your choice is remembered for the next file of this kind.', {id: 'order-upload.columns-hint'})}
    </p>
    ${renderMissing(view)} ${view.encoding ? renderEncoding(view.encoding, view.onEncoding) : nothing}
    ${onlyAsks ? [asked, renderFolded(view)] : [renderList(view), asked]}
    <div class="buttons end-buttons">
      <button type="button" class="button" @click=${onAnother}>
        ${msg('Another file', {id: 'order-upload.another'})}
      </button>
      <button type="submit" class="button primary">${msg('Continue', {id: 'order-upload.continue'})}</button>
    </div>
  </form>`;
}

function renderList(view: ColumnsView): TemplateResult {
  return html`<div class="columns" role="group" aria-label=${msg('Columns', {id: 'order-upload.columns'})}>
    ${view.columns.map((column) => renderColumn(view, column))}
  </div>`;
}

function renderFolded(view: ColumnsView): TemplateResult {
  return html`<details class="columns-more">
    <summary>${msg('Columns', {id: 'order-upload.columns'})}</summary>
    ${renderList(view)}
  </details>`;
}

function renderMissing(view: ColumnsView): TemplateResult | typeof nothing {
  const missing = view.isChecked ? missingFields(view) : [];
  const texts = missing.map(({label}) =>
    msg(str`Choose the column with: ${label}.`, {id: 'order-upload.column-missing'}),
  );
  return html`<div class="news" role="alert">${renderFieldErrors('columns', texts)}</div>`;
}

function renderColumn(view: ColumnsView, column: ColumnGuess): TemplateResult | typeof nothing {
  const {index, header, samples, ignored} = column;
  if (samples.length === 0 && !header) return nothing;
  const number = formatCount(index + 1, view.locale);
  const name = header ?? msg(str`Column ${number}`, {id: 'order-upload.column-number'});
  return html`<div class="column">
    <div class="column-head">
      <label class="label" for=${columnId(index)}><bdi>${name}</bdi></label>
      <ul class="samples hint">
        ${samples.map((sample) => html`<li><bdi>${sample}</bdi></li>`)}
      </ul>
    </div>
    ${
      ignored === 'price'
        ? html`<p class="hint" id=${columnId(index)}>
            ${msg('Prices are never read: the portal has its own.', {id: 'order-upload.prices'})}
          </p>`
        : renderChoice(view, index)
    }
  </div>`;
}

function renderChoice({fields, chosen, onChoose}: ColumnsView, index: number): TemplateResult {
  const onChange = (event: Event) => {
    const {value} = event.target as HTMLSelectElement;
    onChoose(index, fields.find(({field}) => field === value)?.field);
  };
  const value = chosen.get(index);
  return html`<select class="input" id=${columnId(index)} @change=${onChange}>
    <option value="" .selected=${value === undefined}>
      ${msg('Not used', {id: 'order-upload.column-unused'})}
    </option>
    ${fields.map(
      ({field, label, required}) =>
        html`<option value=${field} .selected=${value === field}>${label}${required ? ' *' : ''}</option>`,
    )}
  </select>`;
}

const encodings = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
] as const satisfies readonly FileEncoding[];

function renderEncoding(
  encoding: FileEncoding,
  onEncoding: (encoding: FileEncoding) => void,
): TemplateResult {
  return html`<div class="notice warning" part="notice">
    ${icon('info')}
    <label class="label" for="encoding">
      ${msg('Do all letters look right below? If not, the file is written in:', {id: 'order-upload.encoding'})}
    </label>
    <select
      class="input encoding"
      id="encoding"
      @change=${(event: Event) => {
        const {value} = event.target as HTMLSelectElement;
        const found = encodings.find((each) => each === value);
        if (found) onEncoding(found);
      }}
    >
      ${encodings.map((each) => html`<option value=${each} .selected=${each === encoding}>${each}</option>`)}
    </select>
  </div>`;
}
