import {html, nothing, type TemplateResult} from 'lit';
import {Directive, directive, type ChildPart, type PartInfo} from 'lit/directive.js';
import {live} from 'lit/directives/live.js';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {icon} from '../../ui/states.ts';
import {focusIn, type PanelOptions} from './panel.ts';

/** How the chooser of columns is drawn. */
export interface ColumnsOptions extends PanelOptions {
  /** All columns that the list can have, in their usual order. */
  readonly columns: readonly {readonly id: string; readonly label: string}[];
  /** Ids of those that are shown, in order. */
  readonly shown: readonly string[];
  readonly locale: string;
  /** Hears of every change at once; undefined stands for the usual columns. */
  readonly onColumns: (ids: readonly string[] | undefined) => void;
}

type Control = 'shown' | 'up' | 'down';

class ColumnsPanel extends Directive {
  #options: ColumnsOptions | undefined;
  #part: ChildPart | undefined;
  /** All columns in the order in which they stand here: one that is hidden keeps its place. */
  #order: readonly string[] | undefined;
  /** The column that was moved last. */
  #moved: string | undefined;

  constructor(info: PartInfo) {
    super(info);
  }

  override update(part: ChildPart, [options]: [ColumnsOptions]): TemplateResult {
    this.#part = part;
    return this.render(options);
  }

  render(options: ColumnsOptions): TemplateResult {
    this.#options = options;
    const order = (this.#order = settle(this.#order, options));
    const labels = new Map(options.columns.map(({id, label}) => [id, label]));
    return html`<div class="panel-content">
      <ul>
        ${order.map((id, index) => this.#renderColumn(id, labels.get(id) ?? id, index, options))}
      </ul>
      ${
        options.shown.length === 1
          ? html`<p class="hint" id="columns-last">
              ${msg('One column at least is always shown.', {id: 'document-list.columns-last'})}
            </p>`
          : nothing
      }
      <p class="visually-hidden" aria-live="polite">${this.#spoken(order, labels, options)}</p>
      <div class="panel-foot">
        <button type="button" class="button quiet" @click=${this.#onUsual}>
          ${msg('Usual columns', {id: 'document-list.columns-usual'})}
        </button>
      </div>
    </div>`;
  }

  #renderColumn(id: string, label: string, index: number, {shown}: ColumnsOptions): TemplateResult {
    const isShown = shown.includes(id);
    const isLast = isShown && shown.length === 1;
    const onClick = (event: Event) => {
      if (isLast) event.preventDefault();
    };
    return html`<li class="columns-row" @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, id)}>
      <label class="columns-name">
        <input
          type="checkbox"
          data-control="shown"
          aria-disabled=${isLast ? 'true' : nothing}
          aria-describedby=${isLast ? 'columns-last' : nothing}
          .checked=${live(isShown)}
          @click=${onClick}
          @change=${() => this.#toggle(id)}
        />
        <span>${label}</span>
      </label>
      ${this.#renderMove(id, 'up', msg(str`Move ${label} up`, {id: 'document-list.column-up'}), index === 0)}
      ${this.#renderMove(
        id,
        'down',
        msg(str`Move ${label} down`, {id: 'document-list.column-down'}),
        index === (this.#order?.length ?? 0) - 1,
      )}
    </li>`;
  }

  #renderMove(id: string, control: 'up' | 'down', label: string, isEnd: boolean): TemplateResult {
    return html`<button
      type="button"
      class="panel-icon columns-${control}"
      data-control=${control}
      aria-label=${label}
      aria-disabled=${isEnd}
      @click=${() => this.#move(id, control === 'up' ? -1 : 1, control)}
    >
      ${icon('arrow')}
    </button>`;
  }

  #spoken(
    order: readonly string[],
    labels: ReadonlyMap<string, string>,
    {locale}: ColumnsOptions,
  ): string | typeof nothing {
    if (this.#moved === undefined || !labels.has(this.#moved)) return nothing;
    const label = labels.get(this.#moved) ?? '';
    const place = formatCount(order.indexOf(this.#moved) + 1, locale);
    const count = formatCount(order.length, locale);
    return msg(str`${label}, ${place} of ${count}`, {id: 'document-list.column-moved'});
  }

  #toggle(id: string): void {
    const {shown = []} = this.#options ?? {};
    if (!shown.includes(id)) this.#show([...shown, id]);
    else if (shown.length > 1) this.#show(shown.filter((each) => each !== id));
  }

  #move(id: string, by: number, control: Control): void {
    const order = [...(this.#order ?? [])];
    const index = order.indexOf(id);
    const next = index + by;
    if (!this.#options || index < 0 || next < 0 || next >= order.length) return;
    order.splice(next, 0, ...order.splice(index, 1));
    this.#order = order;
    this.#moved = id;
    this.#show(this.#options.shown);
    focusIn(this.#part, this.#options.host, `li:nth-child(${next + 1}) [data-control=${control}]`);
  }

  /** Shows these, in the order of the panel. */
  #show(ids: readonly string[]): void {
    const {shown = [], onColumns, host} = this.#options ?? {};
    const ordered = (this.#order ?? []).filter((id) => ids.includes(id));
    if (ordered.join() !== shown.join()) onColumns?.(ordered);
    host?.requestUpdate();
  }

  #onKeydown(event: KeyboardEvent, id: string): void {
    const by = {ArrowUp: -1, ArrowDown: 1}[event.key];
    if (!by || !event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const control = event.target instanceof HTMLElement ? event.target.dataset['control'] : undefined;
    this.#move(id, by, control === 'up' || control === 'down' ? control : 'shown');
  }

  readonly #onUsual = (): void => {
    this.#order = undefined;
    this.#moved = undefined;
    this.#options?.onColumns(undefined);
    this.#options?.host.requestUpdate();
  };
}

/** Draws which columns a list shows, and in which order, to be changed. */
export const renderColumnsPanel = directive(ColumnsPanel);

/**
 * All columns in order: as they stood, as long as that is how those that are shown stand in the list; else the shown ones, and
 * each hidden one after the column that it usually follows.
 */
function settle(before: readonly string[] | undefined, {columns, shown}: ColumnsOptions): readonly string[] {
  const usual = columns.map(({id}) => id);
  const isSame = before?.length === usual.length && usual.every((id) => before.includes(id));
  if (before && isSame && before.filter((id) => shown.includes(id)).join() === shown.join()) return before;
  return weave(
    shown.filter((id) => usual.includes(id)),
    usual,
  );
}

/** These ids, and those that only `others` has: each of them after the one that it follows there. */
export function weave(ids: readonly string[], others: readonly string[]): readonly string[] {
  const woven = [...ids];
  others.forEach((id, index) => {
    const previous = others[index - 1];
    if (!woven.includes(id)) woven.splice(previous === undefined ? 0 : woven.indexOf(previous) + 1, 0, id);
  });
  return woven;
}
