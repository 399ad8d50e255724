import {html, nothing, type TemplateResult} from 'lit';
import {formatCount, formatDate, formatDecimal, pluralForm} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {
  chooseAll,
  preset,
  resolve,
  type Choices,
  type Conflict,
  type HeaderDifference,
  type LinePair,
  type Side,
} from '../../orders/conflict.ts';
import {parseQuantity} from '../../orders/decimals.ts';
import type {Draft, DraftLine} from '../../orders/draft.ts';
import {icon} from '../../ui/states.ts';
import styles from './conflict-view.styles.ts';
import type {EditorContext} from './editor-context.ts';
import {streetOf} from './header-fields.ts';
import {withUnit} from './hint-texts.ts';
import {fieldLabel} from './texts.ts';

export default styles;

/** What the user has done about a conflict. */
export interface ConflictActions {
  readonly onUse: (chosen: Draft) => void;
  readonly onCancel: () => void;
  /** Something is to be drawn anew. */
  readonly onChange: () => void;
  /** Something has to be chosen first: `firstOpen`. */
  readonly onRefused: () => void;
}

/** So many are drawn before the user asks for more. */
const PAGE = 100;

/** Both versions of an order beside each other; the user chooses for each difference. */
export class ConflictView {
  readonly #conflict: Conflict;
  readonly #actions: ConflictActions;
  readonly #pairs: readonly LinePair[];
  #choices: Choices;
  #shown = PAGE;
  #isRefused = false;

  constructor(conflict: Conflict, actions: ConflictActions) {
    this.#conflict = conflict;
    this.#actions = actions;
    this.#pairs = conflict.lines.filter(({isDifferent}) => isDifferent);
    this.#choices = preset(conflict);
  }

  /** The view in place of the form. */
  render(context: EditorContext): TemplateResult {
    const {locale} = context;
    const {header, lines} = this.#conflict;
    const same = lines.length - this.#pairs.length;
    const shown = this.#pairs.slice(0, this.#shown);
    return html`<section class="conflict" part="conflict" aria-labelledby="conflict-title">
      <h2 id="conflict-title" tabindex="-1">
        ${msg('This order was changed at the portal in the meantime', {id: 'purchase-order-editor.conflict'})}
      </h2>
      <p>
        ${msg('Choose which version counts, for each difference. Nothing is lost until you do.', {
          id: 'purchase-order-editor.conflict-choose',
        })}
        ${same > 0 ? sameText(same, locale) : nothing}
      </p>
      <div class="buttons">
        <button type="button" class="button" @click=${() => this.#chooseAll('mine')}>
          ${msg('All of mine', {id: 'purchase-order-editor.conflict-all-mine'})}
        </button>
        <button type="button" class="button" @click=${() => this.#chooseAll('theirs')}>
          ${msg('All of the portal’s', {id: 'purchase-order-editor.conflict-all-theirs'})}
        </button>
      </div>
      <div class="differences">
        ${header.map((difference) => this.#renderHeader(difference, context))}
        ${shown.map((pair) => this.#renderPair(pair, locale))}
      </div>
      ${this.#renderMore(locale)} ${this.#renderEnd(locale)}
    </section>`;
  }

  #renderMore(locale: string): TemplateResult | typeof nothing {
    const more = this.#pairs.length - this.#shown;
    if (more <= 0) return nothing;
    const count = formatCount(more, locale);
    return html`<button type="button" class="button" @click=${() => this.#showMore(this.#shown + PAGE)}>
      ${msg(str`Show more differences (${count} left)`, {id: 'purchase-order-editor.conflict-more'})}
    </button>`;
  }

  #renderEnd(locale: string): TemplateResult {
    const open = this.#open.length;
    const count = formatCount(open, locale);
    const text =
      open === 0
        ? msg('Everything is decided.', {id: 'purchase-order-editor.conflict-decided'})
        : pluralForm(open, locale) === 'one'
          ? msg(str`${count} difference is still to be decided.`, {
              id: 'purchase-order-editor.conflict-open-one',
            })
          : msg(str`${count} differences are still to be decided.`, {
              id: 'purchase-order-editor.conflict-open',
            });
    return html`<div class="conflict-end">
      <p class="hint" role="status">${text}</p>
      <div class="buttons">
        <button type="button" class="button quiet" @click=${this.#actions.onCancel}>
          ${msg('Cancel', {id: 'action.cancel'})}
        </button>
        <button type="button" class="button primary" part="use-version" @click=${() => this.#use()}>
          ${msg('Use this version', {id: 'purchase-order-editor.conflict-use'})}
        </button>
      </div>
    </div>`;
  }

  #renderHeader({id, changedBy}: HeaderDifference, context: EditorContext): TemplateResult {
    const {mine, theirs} = this.#conflict;
    const text = (draft: Draft) => headerText(draft, id, context) || emptyText();
    return this.#renderChoice(id, fieldLabel(id), changedBy, html`${text(mine)}`, html`${text(theirs)}`);
  }

  #renderPair({id, mine, theirs, base, changedBy}: LinePair, locale: string): TemplateResult {
    const line = mine ?? theirs;
    const {lines} = mine ? this.#conflict.mine : this.#conflict.theirs;
    const number = lines.findIndex((each) => each.key === line?.key) + 1;
    const label = msg(str`Line ${number}`, {id: 'purchase-order-editor.conflict-line'});
    const typed = this.#conflict.mine.separators;
    return this.#renderChoice(
      id,
      label,
      changedBy,
      mine
        ? renderLine(mine, theirs, typed, locale)
        : html`<em>${absentText('mine', base !== undefined)}</em>`,
      theirs
        ? renderLine(theirs, mine, typed, locale)
        : html`<em>${absentText('theirs', base !== undefined)}</em>`,
    );
  }

  #renderChoice(
    id: string,
    label: string,
    changedBy: Side | undefined,
    mine: TemplateResult,
    theirs: TemplateResult,
  ): TemplateResult {
    const chosen = this.#choices.get(id);
    const isMissing = this.#isRefused && chosen === undefined;
    const option = (side: Side, name: string, content: TemplateResult) =>
      html`<label class="version">
        <input
          type="radio"
          name="choice-${id}"
          id="choice-${id}-${side}"
          .checked=${chosen === side}
          aria-describedby=${isMissing ? `choice-${id}-error` : nothing}
          @change=${() => this.#choose(id, side)}
        />
        <span class="version-text"><span class="version-name">${name}</span> ${content}</span>
      </label>`;
    return html`<fieldset class="difference ${chosen === undefined ? 'open' : ''}">
      <legend>${label} <span class="hint">${changedText(changedBy)}</span></legend>
      ${option('mine', msg('Yours', {id: 'purchase-order-editor.conflict-mine'}), mine)}
      ${option('theirs', msg('The portal’s', {id: 'purchase-order-editor.conflict-theirs'}), theirs)}
      ${
        isMissing
          ? html`<p class="field-error" id="choice-${id}-error">
              ${icon('error')}
              ${msg('Choose one of the two.', {id: 'purchase-order-editor.conflict-missing'})}
            </p>`
          : nothing
      }
    </fieldset>`;
  }

  /** What is still to be decided, in the order in which it is drawn. */
  get #open(): readonly string[] {
    return [...this.#conflict.header, ...this.#pairs].flatMap(({id}) => (this.#choices.has(id) ? [] : [id]));
  }

  #choose(id: string, side: Side): void {
    this.#choices = new Map(this.#choices).set(id, side);
    this.#actions.onChange();
  }

  #chooseAll(side: Side): void {
    this.#choices = chooseAll(this.#conflict, side);
    this.#actions.onChange();
  }

  #showMore(count: number): void {
    this.#shown = count;
    this.#actions.onChange();
  }

  #use(): void {
    if (this.#open.length === 0) {
      this.#actions.onUse(resolve(this.#conflict, this.#choices));
      return;
    }
    this.#isRefused = true;
    this.#showMore(this.#pairs.findLastIndex(({id}) => !this.#choices.has(id)) + PAGE);
    this.#actions.onRefused();
  }

  /** The id of the first thing that has to be chosen and was not; for the focus. */
  get firstOpen(): string | undefined {
    const [first] = this.#isRefused ? this.#open : [];
    return first === undefined ? undefined : `choice-${first}-mine`;
  }
}

/** A line in words; what the other side says differently stands out. */
function renderLine(
  line: DraftLine,
  other: DraftLine | undefined,
  typed: Draft['separators'],
  locale: string,
): TemplateResult {
  const {item, search} = line;
  const facts = factsOf(line, typed, locale);
  const others = other && factsOf(other, typed, locale);
  return html`<span class="version-item"><bdi>${item?.description ?? search}</bdi></span>
    ${item ? html`<span class="hint"><bdi>${item.itemNumber}</bdi></span>` : nothing}
    <span class="version-facts">
      ${facts.map((fact, index) => {
        if (fact === '') return nothing;
        return others && others[index] !== fact
          ? html`<strong><bdi>${fact}</bdi></strong> `
          : html`<span><bdi>${fact}</bdi></span> `;
      })}
    </span>`;
}

/** Quantity, variant, date and note: always as many. */
function factsOf(line: DraftLine, typed: Draft['separators'], locale: string): string[] {
  const {item, quantity, variantCode, unitCode, requestedDate, note} = line;
  const {value} = parseQuantity(quantity, typed);
  const unit = item?.units.find(({code}) => code === unitCode) ?? item?.units[0];
  const amount = value === undefined ? quantity : formatDecimal(value, locale);
  const variant = item?.variants?.find(({code}) => code === variantCode)?.description ?? variantCode ?? '';
  const date = formatDate(requestedDate, locale);
  return [
    withUnit(amount, unit?.label ?? unitCode),
    variant,
    requestedDate && msg(str`wanted ${date}`, {id: 'purchase-order-editor.conflict-wanted'}),
    note,
  ];
}

function headerText(draft: Draft, id: HeaderDifference['id'], {delivery, locale}: EditorContext): string {
  if (id === 'requestedDate') return draft.requestedDate && formatDate(draft.requestedDate, locale);
  if (id !== 'delivery') return draft[id];
  if (draft.usesOwnAddress) return [draft.ownAddress.name, streetOf(draft.ownAddress)].join(', ');
  const addresses = delivery.status === 'complete' ? delivery.addresses : [];
  const address = addresses.find((each) => each.id === draft.shipToId);
  return address ? `${address.name}, ${address.city}` : (draft.shipToId ?? '');
}

function emptyText(): string {
  return msg('Empty', {id: 'purchase-order-editor.conflict-empty'});
}

function absentText(side: Side, wasThere: boolean): string {
  if (side === 'mine') {
    return wasThere
      ? msg('You removed this line.', {id: 'purchase-order-editor.conflict-removed-mine'})
      : msg('Without this line.', {id: 'purchase-order-editor.conflict-without'});
  }
  return wasThere
    ? msg('This line was removed.', {id: 'purchase-order-editor.conflict-removed-theirs'})
    : msg('Without this line.', {id: 'purchase-order-editor.conflict-without'});
}

function changedText(side: Side | undefined): string {
  switch (side) {
    case 'mine':
      return msg('changed by you alone', {id: 'purchase-order-editor.conflict-by-mine'});
    case 'theirs':
      return msg('changed at the portal alone', {id: 'purchase-order-editor.conflict-by-theirs'});
    default:
      return msg('changed by both', {id: 'purchase-order-editor.conflict-by-both'});
  }
}

function sameText(same: number, locale: string): string {
  const count = formatCount(same, locale);
  return pluralForm(same, locale) === 'one'
    ? msg(str`${count} line is the same.`, {id: 'purchase-order-editor.conflict-same-one'})
    : msg(str`${count} lines are the same.`, {id: 'purchase-order-editor.conflict-same'});
}

// It is there already. Said here, a bundler makes one file of what it shares with its parts, and not one for each set of them.
export {PurchaseOrderEditor} from './purchase-order-editor.ts';
