import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {formatCount, formatRecent, pluralForm} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {isBlank, isBlankLine, type Draft} from '../../orders/draft.ts';
import type {DraftKeeper} from '../../orders/draft-keeper.ts';
import {
  isSent,
  isUnderWay,
  subjects,
  type ListedDraft,
  type OpenRecord,
  type RecordHead,
} from '../../orders/draft-store.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import type {EditorContext} from './editor-context.ts';
import type {EditorSession} from './editor-session.ts';

/** What another window has done with an order that was discarded here. */
export type LeftElsewhere = 'changed' | 'sent';

/** The unfinished orders of this device beside the one that is being written. */
export class DeviceDrafts implements ReactiveController {
  readonly #host: PortalElement;
  readonly #session: EditorSession;
  readonly #focus: (id: string) => void;
  #drafts: readonly ListedDraft[] = [];
  #isShown = false;
  /** With the keeper of the order after it, and as long as that is written. */
  #left: {how: LeftElsewhere; keeper: DraftKeeper} | undefined;

  /** `focus` moves the focus to the element of an id when it is drawn. */
  constructor(host: PortalElement, session: EditorSession, focus: (id: string) => void) {
    this.#host = host;
    this.#session = session;
    this.#focus = focus;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisible);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisible);
  }

  /** Somebody else's are none of theirs. */
  forget(): void {
    this.#drafts = [];
  }

  /** Looks again what there is. */
  refresh(): void {
    void this.#refresh();
  }

  /** What another window has done with the order that was discarded last: that stays on the device. */
  get left(): LeftElsewhere | undefined {
    return this.#left?.keeper === this.#session.keeper ? this.#left.how : undefined;
  }

  /** An order was discarded, and `keeper` keeps the next one; `left` is what another window has made of it. */
  onTakenOff(keeper: DraftKeeper, left: RecordHead | undefined): void {
    this.refresh();
    if (this.#session.keeper !== keeper) return;
    this.#left = left && {how: isUnderWay(left) || isSent(left) ? 'sent' : 'changed', keeper};
    // What comes back by Undo would be sent once more.
    if (this.left === 'sent' && this.#session.notice?.kind === 'discarded') {
      this.#session.dismissNotice();
      this.#focus('reference');
    }
    this.#host.requestUpdate();
  }

  /** Brings a draft back that was taken off the device. */
  async putBack(record: OpenRecord): Promise<void> {
    await this.#session.keeper.putBack(record);
    await this.#refresh();
    this.#focus(`continue-${record.id}`);
  }

  /** The list, for one that has others than the order that is being written. */
  render(context: EditorContext): TemplateResult | typeof nothing {
    const {locale} = context;
    const others = this.#others;
    if (others.length === 0) return nothing;
    const {draft} = this.#session;
    const current = isBlank(draft) ? undefined : draft;
    const count = others.length + (current ? 1 : 0);
    const onToggle = (event: Event) => (this.#isShown = (event.currentTarget as HTMLDetailsElement).open);
    return html`<details class="drafts" part="drafts" ?open=${this.#isShown} @toggle=${onToggle}>
      <summary id="drafts">${countText(count, locale)}</summary>
      <ul>
        ${current ? this.#renderCurrent(current, locale) : nothing}
        ${others.map((each) => this.#renderDraft(each, locale))}
      </ul>
    </details>`;
  }

  /** The button that begins another order, and keeps this one. */
  renderNew(): TemplateResult | typeof nothing {
    if (!this.#session.canDiscard) return nothing;
    return html`<button
      type="button"
      class="button quiet"
      part="new-order"
      @click=${() => this.startAnother()}
    >
      ${newLabel()}
    </button>`;
  }

  /** Begins another order; the one before stays. */
  startAnother(): void {
    this.#focus('reference');
    void this.#session.startAnother();
  }

  get #others(): readonly ListedDraft[] {
    const {id} = this.#session.keeper;
    return this.#drafts.filter((draft) => draft.id !== id);
  }

  #renderCurrent(draft: Draft, locale: string): TemplateResult {
    const lines = draft.lines.filter((line) => !isBlankLine(line));
    const items = subjects(lines);
    return html`<li aria-current="true">
      ${renderTitle({reference: draft.reference, items, lineCount: lines.length}, locale)}
      <span class="hint">${msg('Open here', {id: 'purchase-order-editor.drafts-current'})}</span>
    </li>`;
  }

  #renderDraft(draft: ListedDraft, locale: string): TemplateResult {
    const {id, updatedAt, isUnderWay, documentId} = draft;
    const name = nameOf(draft);
    return html`<li>
      ${renderTitle(draft, locale)}
      <span class="hint">
        ${msg(str`Changed ${formatRecent(updatedAt, locale)}`, {id: 'purchase-order-editor.drafts-changed'})}
        ${
          isUnderWay
            ? html`<span class="warning"
                >${msg('Not known whether it was sent', {id: 'purchase-order-editor.drafts-unsettled'})}</span
              >`
            : documentId === undefined
              ? nothing
              : html`<span>${msg('Also at the portal', {id: 'purchase-order-editor.drafts-portal'})}</span>`
        }
      </span>
      <span class="drafts-buttons">
        <button
          type="button"
          class="button"
          id="continue-${id}"
          aria-label=${msg(str`Continue: ${name}`, {id: 'purchase-order-editor.drafts-continue-name'})}
          ?disabled=${this.#session.isSubmitted}
          @click=${() => void this.#continue(id)}
        >
          ${msg('Continue', {id: 'purchase-order-editor.drafts-continue'})}
        </button>
        ${
          isUnderWay
            ? nothing
            : html`<button
                type="button"
                class="button quiet"
                aria-label=${msg(str`Discard: ${name}`, {id: 'purchase-order-editor.drafts-discard-name'})}
                @click=${() => void this.#discard(id)}
              >
                ${msg('Discard', {id: 'purchase-order-editor.discard'})}
              </button>`
        }
      </span>
    </li>`;
  }

  async #continue(id: string): Promise<void> {
    await this.#session.switchTo(id);
    this.#focus('reference');
  }

  async #discard(id: string): Promise<void> {
    const record = await this.#session.keeper.remove(id);
    await this.#refresh();
    if (!record) {
      // It is gone, done, or on its way by now.
      const isSent = this.#drafts.some((draft) => draft.id === id && draft.isUnderWay);
      this.#left = isSent ? {how: 'sent', keeper: this.#session.keeper} : undefined;
      this.#focus('drafts');
      return;
    }
    this.#session.tell({kind: 'discarded-other', record});
    this.#focus('undo');
  }

  async #refresh(): Promise<void> {
    const {keeper} = this.#session;
    const drafts = await keeper.list();
    if (this.#session.keeper !== keeper) return;
    this.#drafts = drafts;
    this.#host.requestUpdate();
  }

  readonly #onVisible = (): void => {
    if (document.visibilityState === 'visible' && this.#session.isOpen) this.refresh();
  };
}

function nameOf({reference, items}: Pick<ListedDraft, 'reference' | 'items'>): string {
  const text = reference.trim() || items.filter(Boolean).join(', ');
  return text || msg('Order without items', {id: 'purchase-order-editor.drafts-nameless'});
}

function renderTitle(
  draft: Pick<ListedDraft, 'reference' | 'items' | 'lineCount'>,
  locale: string,
): TemplateResult {
  const {lineCount} = draft;
  const count = formatCount(lineCount, locale);
  return html`<span class="drafts-title"
    ><bdi>${nameOf(draft)}</bdi>
    <span class="hint"
      >${
        pluralForm(lineCount, locale) === 'one'
          ? msg(str`${count} line`, {id: 'purchase-order-editor.drafts-line'})
          : msg(str`${count} lines`, {id: 'purchase-order-editor.drafts-lines'})
      }</span
    ></span
  >`;
}

function countText(count: number, locale: string): string {
  return pluralForm(count, locale) === 'one'
    ? msg(str`${count} unfinished order on this device`, {id: 'purchase-order-editor.drafts-count-one'})
    : msg(str`${count} unfinished orders on this device`, {id: 'purchase-order-editor.drafts-count'});
}

function newLabel(): string {
  return msg('New order', {id: 'purchase-order-editor.new-order'});
}
