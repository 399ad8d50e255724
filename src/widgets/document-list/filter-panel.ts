import {html, nothing, type TemplateResult} from 'lit';
import {Directive, directive} from 'lit/directive.js';
import {live} from 'lit/directives/live.js';
import {documentStateLabel, paymentLabel, postedLabel} from '../../locales/labels.ts';
import {msg} from '../../locales/localize.ts';
import {renderFieldErrors} from '../../ui/field.ts';
import type {Facets} from './list-facets.ts';
import {isFiltered, withoutFilters} from './list-query.ts';
import type {DateField, ListView, Period, Preset} from './list-view.ts';
import type {PanelOptions} from './panel.ts';
import {daysOf, type Days} from './periods.ts';
import {dateFieldLabel, presetLabel} from './view-chips.ts';
import {presets} from './view-text.ts';

/** How the filter is drawn. */
export interface FilterOptions extends PanelOptions {
  readonly view: ListView;
  readonly facets: Facets;
  /** The user's day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly locale: string;
  /** Hears of every change at once; `replace` while the user is typing. */
  readonly onView: (view: ListView, how?: {readonly replace: boolean}) => void;
}

/** What a portal that keeps to the contract can have, in the order of a document's life. */
const usualStates = ['draft', 'in_review', 'open', 'released', 'closed', 'canceled'];
const usualPayments = ['unpaid', 'open', 'partial', 'overdue', 'paid'];
/** The first day of a year that somebody may mean: on the way to 2026 there are the years 2, 20 and 202. */
const firstDay = '1900-01-01';

/** What is in the fields for own days and is no stretch of days yet. */
interface Typed {
  readonly from: string;
  readonly to: string;
  readonly problem: 'order' | 'unfinished' | undefined;
  /** What was chosen when it was typed. */
  readonly over: Period | undefined;
}

class FilterPanel extends Directive {
  #options: FilterOptions | undefined;
  #typed: Typed | undefined;

  render(options: FilterOptions): TemplateResult {
    this.#options = options;
    const {view, facets} = options;
    if (this.#typed?.over !== view.period) this.#typed = undefined;
    const {posted, state, payment} = view;
    const stateText = msg('State', {id: 'document.state'});
    const paymentText = msg('Payment', {id: 'document.payment'});
    const hasPayments = facets.payments.length > 0 || payment !== undefined;
    const payments = [...usualPayments, ...facets.payments];
    const canClear = isFiltered(view) || this.#typed !== undefined;
    return html`<div class="panel-content">
      ${facets.posting || posted !== undefined ? this.#renderPosting(posted) : nothing}
      <div class="filter-codes">
        ${this.#renderCodes(stateText, 'state', [...usualStates, ...facets.states], state, documentStateLabel)}
        ${hasPayments ? this.#renderCodes(paymentText, 'payment', payments, payment, paymentLabel) : nothing}
      </div>
      ${this.#renderPeriod(options)}
      <div class="panel-foot">
        <button type="button" class="button quiet" aria-disabled=${!canClear} @click=${this.#onClear}>
          ${msg('Clear all filters', {id: 'document-list.clear-all'})}
        </button>
      </div>
    </div>`;
  }

  #renderPosting(value: boolean | undefined): TemplateResult {
    const choices = [
      {posted: undefined, label: anyText()},
      {posted: true, label: postedLabel(true)},
      {posted: false, label: postedLabel(false)},
    ];
    return html`<fieldset class="field">
      <legend class="label">${msg('Posting', {id: 'document.posting'})}</legend>
      <div class="filter-choices">
        ${choices.map(({posted, label}) =>
          renderChoice('filter-posted', label, posted === value, () => this.#change({posted})),
        )}
      </div>
    </fieldset>`;
  }

  #renderCodes(
    label: string,
    key: 'state' | 'payment',
    codes: readonly string[],
    value: string | undefined,
    textOf: (code: string) => string,
  ): TemplateResult {
    const all = [...new Set([...codes, ...(value === undefined ? [] : [value])])];
    return html`<label class="field">
      <span class="label">${label}</span>
      <select class="input" @change=${(event: Event) => this.#change({[key]: valueOf(event) || undefined})}>
        <option value="" .selected=${live(value === undefined)}>${anyText()}</option>
        ${all.map(
          (code) => html`<option .value=${code} .selected=${live(code === value)}>${textOf(code)}</option>`,
        )}
      </select>
    </label>`;
  }

  #renderPeriod({view, facets, today, locale}: FilterOptions): TemplateResult {
    const {period, dateField = 'document'} = view;
    const fields = new Set<DateField>(['document', ...facets.dateFields, dateField]);
    const typed = this.#typed;
    const days: Days = typed ?? (period ? daysOf(period, today, locale) : {});
    const choose = (preset: Preset | undefined) => (event: Event) => {
      discard(event);
      this.#change({period: preset});
    };
    return html`<fieldset class="filter-period">
      <legend class="label">
        ${fields.size > 1 ? msg('Date', {id: 'document.date'}) : dateFieldLabel(dateField)}
      </legend>
      ${fields.size > 1 ? this.#renderDateField([...fields], dateField) : nothing}
      <div class="filter-chips">
        ${renderChoice('filter-period', msg('Any time', {id: 'document-list.any-time'}), !typed && !period, choose(undefined))}
        ${presets.map((preset) =>
          renderChoice('filter-period', presetLabel(preset), !typed && period === preset, choose(preset)),
        )}
      </div>
      <div class="filter-days" @input=${this.#onDays} @focusout=${this.#onDaysLeft}>
        ${this.#renderDay(msg('From', {id: 'document-list.from'}), days.from)}
        ${this.#renderDay(msg('To', {id: 'document-list.to'}), days.to)}
      </div>
      <div aria-live="polite">${renderFieldErrors('filter-days', problemTexts(typed))}</div>
    </fieldset>`;
  }

  #renderDateField(fields: readonly DateField[], value: DateField): TemplateResult {
    const onChange = (event: Event) => {
      const chosen = fields.find((field) => field === valueOf(event));
      this.#change({dateField: chosen === 'document' ? undefined : chosen});
    };
    return html`<select
      class="input"
      aria-label=${msg('Which date', {id: 'document-list.which-date'})}
      @change=${onChange}
    >
      ${fields.map(
        (field) =>
          html`<option .value=${field} .selected=${live(field === value)}>${dateFieldLabel(field)}</option>`,
      )}
    </select>`;
  }

  #renderDay(label: string, day = ''): TemplateResult {
    const isWrong = this.#typed?.problem !== undefined;
    return html`<label class="field">
      <span class="label">${label}</span>
      <input
        class="input"
        type="date"
        max="9999-12-31"
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby=${isWrong ? 'filter-days-error' : nothing}
        .value=${live(day)}
      />
    </label>`;
  }

  #change(part: Partial<ListView>, how?: {readonly replace: boolean}): void {
    if ('period' in part) this.#typed = undefined;
    const {host, view, onView} = this.#options ?? {};
    if (view) onView?.({...view, ...part}, how);
    host?.requestUpdate();
  }

  readonly #onDays = (event: Event): void => {
    const {from, to, isWhole} = readDays(event);
    const isOrdered = !from || !to || from <= to;
    if (isWhole && isOrdered) {
      this.#change(
        {period: from || to ? {...(from && {from}), ...(to && {to})} : undefined},
        {replace: true},
      );
      return;
    }
    this.#keep({from, to, problem: isWhole ? 'order' : undefined});
  };

  /** Who leaves a date half way hears of it. */
  readonly #onDaysLeft = (event: Event): void => {
    const {from, to, isWhole} = readDays(event);
    if (!isWhole) this.#keep({from, to, problem: 'unfinished'});
  };

  #keep(typed: Omit<Typed, 'over'>): void {
    this.#typed = {...typed, over: this.#options?.view.period};
    this.#options?.host.requestUpdate();
  }

  readonly #onClear = (event: Event): void => {
    discard(event);
    const {view, onView, host} = this.#options ?? {};
    this.#typed = undefined;
    if (view && isFiltered(view)) onView?.(withoutFilters(view));
    host?.requestUpdate();
  };
}

/** Draws what leaves documents out of a list, to be changed. What has been typed lives as long as it is drawn. */
export const renderFilterPanel = directive(FilterPanel);

function renderChoice(
  name: string,
  label: string,
  isChosen: boolean,
  onChoose: (event: Event) => void,
): TemplateResult {
  return html`<label class="filter-choice">
    <input type="radio" name=${name} .checked=${live(isChosen)} @change=${onChoose} />
    <span>${label}</span>
  </label>`;
}

function anyText(): string {
  return msg('All', {id: 'document-list.all'});
}

function problemTexts(typed: Typed | undefined): string[] {
  if (typed?.problem === 'order')
    return [msg('The first day is after the last one.', {id: 'document-list.days-order'})];
  if (typed?.problem === 'unfinished')
    return [msg('Enter a whole date: day, month and year.', {id: 'document-list.days-unfinished'})];
  return [];
}

function valueOf({currentTarget}: Event): string {
  return currentTarget instanceof HTMLSelectElement ? currentTarget.value : '';
}

function dayFields({currentTarget}: Event): HTMLInputElement[] {
  const panel = currentTarget instanceof Element ? currentTarget.closest('.panel-content') : null;
  return [...(panel?.querySelectorAll<HTMLInputElement>('.filter-days input') ?? [])];
}

/** What is in both fields, and whether each of them is a day or empty. */
function readDays(event: Event): {from: string; to: string; isWhole: boolean} {
  const fields = dayFields(event);
  const [from = '', to = ''] = fields.map(({value}) => value);
  const isWhole = fields.every(({value, validity}) => {
    return !validity.badInput && (value === '' || value >= firstDay);
  });
  return {from, to, isWhole};
}

/** Takes away what is half typed: a field with it has no value that would tell. */
function discard(event: Event): void {
  for (const field of dayFields(event)) if (field.validity.badInput) field.value = '';
}
