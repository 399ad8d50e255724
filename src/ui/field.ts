import {html, nothing, type TemplateResult} from 'lit';
import {icon} from './states.ts';

/** A labelled form control. */
export interface Field {
  /** Id of the control; those of its hint and errors are made from it. */
  id: string;
  label: string;
  /** Shown after the label of a field that may stay empty. */
  optional?: string;
  hint?: string | undefined;
  /** What is wrong with the value, in words. */
  errors: readonly string[];
  /** Makes the control. It carries the id, and the attributes that tie it to its hint and errors. */
  control: (aria: FieldAria) => TemplateResult;
  /** Name of the part and class of the field. */
  part?: string;
}

/** Attributes of a control that tie it to what is said about it. */
export interface FieldAria {
  readonly id: string;
  readonly invalid: 'true' | typeof nothing;
  readonly describedBy: string | typeof nothing;
}

/** The ids of what is said about a control. */
export function fieldAria(id: string, {hint, errors}: Pick<Field, 'hint' | 'errors'>): FieldAria {
  const described = [errors.length > 0 ? `${id}-error` : '', hint ? `${id}-hint` : '']
    .filter(Boolean)
    .join(' ');
  return {id, invalid: errors.length > 0 ? 'true' : nothing, describedBy: described || nothing};
}

/** A label above its control, with a hint and what is wrong below it. */
export function renderField({id, label, optional, hint, errors, control, part = ''}: Field): TemplateResult {
  return html`<div class="field ${part}" part="field">
    <label class="label" for=${id}>
      ${label}${optional ? html` <span class="hint">(${optional})</span>` : nothing}
    </label>
    ${control(fieldAria(id, {hint, errors}))}
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing} ${renderFieldErrors(id, errors)}
  </div>`;
}

/** What is wrong with a control, in words. */
export function renderFieldErrors(id: string, errors: readonly string[]): TemplateResult | typeof nothing {
  if (errors.length === 0) return nothing;
  return html`<p class="field-error" id="${id}-error" part="field-error">
    ${icon('error')}<span>${errors.join(' ')}</span>
  </p>`;
}
