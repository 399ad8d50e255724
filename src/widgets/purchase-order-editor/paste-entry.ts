import {html, nothing, type TemplateResult} from 'lit';
import {copyText} from '../../orders/clipboard.ts';
import type {DraftLine} from '../../orders/draft.ts';
import {LINE_FIELDS} from '../../orders/line-columns.ts';
import type {LineField} from '../../orders/problems.ts';
import {PortalError} from '../../portal/errors.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import type {EditorContext} from './editor-context.ts';
import type {EditorSession} from './editor-session.ts';
import {columnLabel} from './grid-columns.ts';
import {renderMissing} from './notices.ts';
import type {Paster} from './paste.ts';

/** The cell that something is pasted on. */
export interface PasteTarget {
  readonly lineKey: string;
  readonly field: LineField;
}

const module = new OnDemand(() => import('./paste.ts'));

/** Copies lines, and pastes them with a module that loads with the first paste. */
export class Paste {
  readonly #host: PortalElement;
  readonly #session: EditorSession;
  readonly #focus: (id: string) => void;
  #paster: Paster | undefined;
  #loading: Promise<void> | undefined;
  #missing: {error: PortalError; text: string; target: PasteTarget} | undefined;
  #labels: Record<LineField, string> | undefined;

  /** `focus` moves the focus to the element of an id when it is drawn. */
  constructor(host: PortalElement, session: EditorSession, focus: (id: string) => void) {
    this.#host = host;
    this.#session = session;
    this.#focus = focus;
  }

  /** Whether a paste is being read, asked about or looked up. */
  get isBusy(): boolean {
    return this.#loading !== undefined || (this.#paster?.isBusy ?? false);
  }

  /** Pastes a text on a cell; false where there is nothing to do, and the browser may do what it wants. */
  take(text: string, target: PasteTarget): boolean {
    if (text === '') return false;
    this.#missing = undefined;
    if (this.#paster) this.#paster.take(text, target, this.#names);
    else this.#loading ??= this.#load(text, target);
    this.#host.requestUpdate();
    return true;
  }

  /** Pastes several cells on the field that they are pasted into; a single one is left to it. */
  takeEvent(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const target = targetOf(event);
    if (!target || !/[\t\r\n]/.test(text.trim())) return;
    event.preventDefault();
    this.take(text, target);
  }

  /** Ends what is under way: nothing is pasted, or no more looked up. */
  cancel(): void {
    this.#paster?.cancel();
  }

  /** Lines as a spreadsheet takes them. */
  copyText(lines: readonly DraftLine[]): string {
    return copyText(lines, this.#session.draft.separators, this.#names);
  }

  /** What becomes of the paste. It is there before it speaks. */
  renderStatus(context: EditorContext): TemplateResult {
    // Texts are known while something is drawn, and needed when something is copied.
    this.#labels = labels();
    return html`<div class="notices live" role="status">
      ${this.#missing ? this.#renderMissing(this.#missing) : this.#paster?.renderNews(context)}
    </div>`;
  }

  /** What the user is asked about a paste. It stays in the page while it is closed. */
  renderQuestions(context: EditorContext): TemplateResult | typeof nothing {
    return this.#paster?.renderQuestions(context) ?? nothing;
  }

  get #names(): Record<LineField, string> {
    return (this.#labels ??= labels());
  }

  async #load(text: string, target: PasteTarget): Promise<void> {
    const {keeper} = this.#session;
    try {
      const {Paster} = await module.load();
      this.#paster = new Paster(this.#host, this.#session, this.#focus);
      if (this.#session.keeper === keeper) this.#paster.take(text, target, this.#names);
    } catch (thrown) {
      this.#missing = {error: PortalError.from(thrown), text, target};
    } finally {
      this.#loading = undefined;
      this.#host.requestUpdate();
    }
  }

  #renderMissing({error, text, target}: {error: PortalError; text: string; target: PasteTarget}) {
    return renderMissing(error, () => this.take(text, target));
  }
}

function labels(): Record<LineField, string> {
  const label = (field: LineField) => [field, columnLabel(field)] as const;
  return Object.fromEntries(LINE_FIELDS.map(label)) as Record<LineField, string>;
}

function targetOf(event: Event): PasteTarget | undefined {
  const id = event.target instanceof Element ? event.target.id : '';
  const field = LINE_FIELDS.find((each) => id.startsWith(`${each}-`));
  return field && {field, lineKey: id.slice(field.length + 1)};
}
