import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {msg} from '../../locales/localize.ts';
import {seen, seenAddress} from '../../partners/addresses.ts';
import {
  fieldOfPointer,
  isLanguage,
  termsOf,
  type InvitationDraft,
  type InvitationField,
  type InvitationTerms,
} from '../../partners/invitation-draft.ts';
import type {InviteRow, RowStand} from '../../partners/invite-list.ts';
import type {PartnerType} from '../../portal/contract/index.ts';
import {fieldAria, renderField, type FieldAria} from '../../ui/field.ts';
import {problemText} from './invite-texts.ts';

/** What a row is changed with. */
export interface EditorOptions {
  readonly row: InviteRow;
  readonly stand: RowStand | undefined;
  readonly forAll: InvitationTerms;
  readonly types: readonly PartnerType[];
  /** Languages by their tags. */
  readonly languages: ReadonlyMap<string, string>;
  /** The type that is chosen now; empty: as for all. */
  readonly partnerType: string;
  readonly onType: (partnerType: string) => void;
  readonly onSave: (draft: InvitationDraft) => void;
  readonly onCancel: () => void;
}

/** A small form in place of a row. Its fields keep what is typed themselves. */
export function renderEditor(options: EditorOptions): TemplateResult {
  const {row, types, partnerType, languages, onType, onCancel} = options;
  const {draft} = row;
  const asForAll = msg('As for all', {id: 'partner-invite.as-for-all'});
  const onSave = (event: Event): void => {
    if (!(event.currentTarget instanceof Element)) return;
    const editor = event.currentTarget.closest('.editor');
    if (editor) options.onSave(readEditor(editor, options));
  };
  const onKeydown = (event: KeyboardEvent): void => {
    // Both keys belong to whoever writes with an input method, as long as it is open.
    if (event.isComposing) return;
    if (event.key === 'Escape') onCancel();
    else if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    else onSave(event);
    // Neither the form nor a dialog of the host is meant.
    event.preventDefault();
    event.stopPropagation();
  };
  const type = types.find((one) => one.type === (partnerType || options.forAll.partnerType));
  return html`<tr role="row" part="row" data-id=${row.id}>
    <td role="cell" colspan="6">
      <div
        class="editor"
        role="group"
        aria-label=${msg('Edit a person', {id: 'partner-invite.edit-person'})}
        @keydown=${onKeydown}
      >
        <div class="person">
          ${renderText(options, 'email', msg('E-mail address', {id: 'partner-invite.email'}), draft.email)}
          ${renderText(options, 'name', msg('Name', {id: 'partner-invite.name'}), draft.name)}
          ${renderSelect(
            options,
            'partnerType',
            msg('Partner type', {id: 'partner-invite.type'}),
            html`<option value="" ?selected=${partnerType === ''}>${asForAll}</option>
              ${types.map(
                (one) =>
                  html`<option .value=${one.type} ?selected=${partnerType === one.type}>
                    ${one.label}
                  </option>`,
              )}`,
            onType,
          )}
          ${renderSelect(
            options,
            'locale',
            msg('Language of the e-mail', {id: 'partner-invite.language'}),
            html`<option value="">${asForAll}</option>
              ${[...languagesOf(draft, languages)].map(
                ([tag, name]) =>
                  html`<option .value=${tag} ?selected=${draft.locale === tag}>${name}</option>`,
              )}`,
          )}
        </div>
        ${type ? renderAreas(type, options) : nothing}
        ${renderField({
          id: 'row-message',
          label: msg('Message', {id: 'partner-invite.message'}),
          hint: msg('Left empty: the message for all.', {id: 'partner-invite.row-message-hint'}),
          errors: errorsOf(options, 'message'),
          control: ({id, invalid, describedBy}) =>
            html`<textarea
              class="input"
              id=${id}
              rows="2"
              aria-invalid=${invalid}
              aria-describedby=${describedBy}
              .defaultValue=${draft.message ?? ''}
            ></textarea>`,
        })}
        <div class="actions">
          <button type="button" class="button" @click=${onSave}>
            ${msg('Save', {id: 'partner-invite.save'})}
          </button>
          <button type="button" class="button quiet" @click=${onCancel}>
            ${msg('Cancel', {id: 'action.cancel'})}
          </button>
        </div>
      </div>
    </td>
  </tr>`;
}

function renderText(
  options: EditorOptions,
  field: 'email' | 'name',
  label: string,
  value: string,
): TemplateResult {
  return renderField({
    id: `row-${field}`,
    label,
    errors: errorsOf(options, field),
    control: ({id, invalid, describedBy}) =>
      html`<input
        class="input"
        id=${id}
        inputmode=${field === 'email' ? 'email' : 'text'}
        autocapitalize=${field === 'email' ? 'none' : 'words'}
        autocomplete="off"
        spellcheck="false"
        dir="auto"
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        .defaultValue=${value}
      />`,
  });
}

function renderSelect(
  options: EditorOptions,
  field: 'partnerType' | 'locale',
  label: string,
  choices: TemplateResult,
  onChange?: (value: string) => void,
): TemplateResult {
  const control = ({id, invalid, describedBy}: FieldAria) =>
    html`<select
      class="input"
      id=${id}
      aria-invalid=${invalid}
      aria-describedby=${describedBy}
      @change=${({currentTarget}: Event) =>
        currentTarget instanceof HTMLSelectElement && onChange?.(currentTarget.value)}
    >
      ${choices}
    </select>`;
  return renderField({id: `row-${field}`, label, errors: errorsOf(options, field), control});
}

function renderAreas(type: PartnerType, options: EditorOptions): TemplateResult {
  const {row, forAll, types, partnerType} = options;
  const own = {...row.draft, partnerType: partnerType || undefined};
  // Areas of another type than the one that they were chosen for say nothing.
  const isSame = own.partnerType === row.draft.partnerType;
  const {areas} = termsOf(isSame ? own : {...own, areas: undefined}, forAll, types);
  const errors = errorsOf(options, 'areas');
  return html`<fieldset class="field" aria-describedby=${fieldAria('row-areas', {errors}).describedBy}>
    <legend class="label">${msg('Areas', {id: 'partner-invite.areas-column'})}</legend>
    <div class="row-areas">
      ${repeat(
        type.areas,
        // Another type has boxes of its own.
        ({key}) => `${type.type} ${key}`,
        ({key, label}) =>
          html`<label class="choice">
            <input type="checkbox" class="area" .value=${key} .checked=${areas.includes(key)} /><bdi
              >${label}</bdi
            >
          </label>`,
      )}
    </div>
    ${errors.length > 0 ? html`<p class="field-error" id="row-areas-error">${errors.join(' ')}</p>` : nothing}
  </fieldset>`;
}

/** The language that a list has named stays, whatever is offered besides. */
function languagesOf(
  {locale}: InvitationDraft,
  languages: EditorOptions['languages'],
): EditorOptions['languages'] {
  return locale && isLanguage(locale) && !languages.has(locale)
    ? new Map([...languages, [locale, locale]])
    : languages;
}

/** What is wrong with a field of the row: found here, or said by the portal. */
function errorsOf({stand}: EditorOptions, field: InvitationField): readonly string[] {
  if (stand?.phase === 'invalid')
    return stand.problems.filter((problem) => problem.field === field).map(problemText);
  if (stand?.phase !== 'failed') return [];
  return stand.error.problems
    .filter(({pointer}) => fieldOfPointer(pointer) === field)
    .map(({detail}) => detail);
}

/** What the editor of a row says now. */
export function readEditor(editor: Element, {row, forAll, types}: EditorOptions): InvitationDraft {
  const valueOf = (id: string): string => {
    const control = editor.querySelector(`#row-${id}`);
    const isControl =
      control instanceof HTMLInputElement ||
      control instanceof HTMLSelectElement ||
      control instanceof HTMLTextAreaElement;
    return isControl ? control.value : '';
  };
  const partnerType = valueOf('partnerType') || undefined;
  const boxes = [...editor.querySelectorAll<HTMLInputElement>('.area')];
  const areas = boxes.filter(({checked}) => checked).map(({value}) => value);
  const usual = termsOf({email: '', name: '', partnerType}, forAll, types).areas;
  const isUsual = areas.length === usual.length && areas.every((area) => usual.includes(area));
  return {
    email: seenAddress(valueOf('email')),
    name: seen(valueOf('name')),
    partnerType,
    areas: boxes.length === 0 ? row.draft.areas : isUsual ? undefined : areas,
    message: valueOf('message').trim() || undefined,
    locale: valueOf('locale') || undefined,
  };
}
