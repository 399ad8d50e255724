import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import {PortalError} from '../../portal/errors.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import {addStyles} from '../../ui/root-styles.ts';
import {picture} from '../../ui/states.ts';
import type {ListInside, ListWork} from './list-work.ts';

const parts = new OnDemand(() => import('./list-parts.ts'));

/** What the buttons above a list open. */
export type DrawerName = 'filter' | 'views' | 'columns' | 'output';

const pictures: Record<DrawerName, string> = {
  filter: 'M2 4h12M4.5 8h7M7 12h2',
  views: 'M4 2.5h8v11L8 10.5l-4 3Z',
  columns: 'M2.5 3h11v10h-11ZM6 3v10M10 3v10',
  output: 'M8 2.5v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
};

/** What shows that somebody is about to do something with the list. */
const intents = ['pointerover', 'pointerdown', 'focusin', 'wheel'];

/**
 * The buttons above a list, and the loading of all that a list needs once somebody does something with it: to scroll, to filter,
 * to choose columns, to take documents out. It comes with the first move, or when the browser has nothing else to do; the first
 * rows do not wait for it.
 */
export class ListTools {
  readonly #host: LitElement;
  readonly #inside: ListInside;
  #work: ListWork | PortalError | undefined;
  #loading: Promise<ListWork | undefined> | undefined;

  constructor(host: LitElement, inside: ListInside) {
    this.#host = host;
    this.#inside = inside;
    for (const intent of intents)
      host.addEventListener(intent, () => void this.load(), {once: true, passive: true});
  }

  /** What has been loaded. */
  get work(): ListWork | undefined {
    return this.#work instanceof PortalError ? undefined : this.#work;
  }

  /** Why it could not be loaded, though somebody wanted something of it. */
  get error(): PortalError | undefined {
    return this.#work instanceof PortalError ? this.#work : undefined;
  }

  /** Loads it; undefined where that has failed. */
  load(): Promise<ListWork | undefined> {
    return (this.#loading ??= this.#load());
  }

  /** A button. It can be pressed before what it opens is there. */
  render(name: DrawerName, label: string, {count = 0, isReady = true} = {}): TemplateResult {
    return html`<button
      type="button"
      class="button tool ${name}"
      part="tool"
      id="open-${name}"
      aria-haspopup="dialog"
      aria-expanded=${this.work?.open === name}
      ?disabled=${!isReady}
      @click=${(event: Event) => this.#toggle(name, event.currentTarget)}
    >
      ${picture(pictures[name])}<span class="tool-label">${label}</span>${
        count > 0 ? html`<span class="badge">${count}</span>` : nothing
      }
    </button>`;
  }

  /** All buttons but the filter's. */
  renderOthers(isReady: boolean): TemplateResult {
    return html`<div class="tools">
      ${this.render('views', msg('Views', {id: 'document-list.views'}), {isReady})}
      ${this.render('columns', msg('Columns', {id: 'document-list.columns'}), {isReady})}
      ${this.render('output', msg('Export', {id: 'document-list.output'}), {isReady})}
    </div>`;
  }

  async #load(): Promise<ListWork | undefined> {
    try {
      const {ListWork, styles} = await parts.load();
      addStyles(this.#host.renderRoot, styles);
      this.#work = new ListWork(this.#host, this.#inside);
    } catch (error) {
      this.#loading = undefined;
      this.#work = PortalError.from(error);
    }
    this.#host.requestUpdate();
    return this.work;
  }

  async #toggle(name: DrawerName, button: EventTarget | null): Promise<void> {
    const work = await this.load();
    if (button instanceof HTMLElement) work?.toggle(name, button);
  }
}
