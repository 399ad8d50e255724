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

/** What is pasted, and what the order was then: what is typed into its lines until it is written stays. */
export interface PasteInput {
  readonly text: string;
  readonly target: PasteTarget;
  readonly lines: readonly DraftLine[];
  readonly keeper: EditorSession['keeper'];
}

const module = new OnDemand(() => import('./paste.ts'));

/** Copies lines, and pastes them with a module that loads when there is time, at the latest with the first paste. */
export class Paste {
  readonly #host: PortalElement;
  readonly #session: EditorSession;
  readonly #context: () => EditorContext;
  #paster: Paster | undefined;
  #loading: Promise<void> | undefined;
  /** Pasted while the module loads. */
  #waiting: PasteInput[] = [];
  #missing: {error: PortalError; inputs: readonly PasteInput[]} | undefined;
  #labels: Record<LineField, string> | undefined;

  constructor(host: PortalElement, session: EditorSession, context: () => EditorContext) {
    this.#host = host;
    this.#session = session;
    this.#context = context;
    loadAhead();
  }

  /** Whether a paste is being read, asked about or looked up. */
  get isBusy(): boolean {
    return this.#loading !== undefined || (this.#paster?.isBusy ?? false);
  }

  /** Pastes a text on a cell; false where there is nothing to do, and the browser may do what it wants. */
  take(text: string, target: PasteTarget): boolean {
    if (text === '') return false;
    const {draft, keeper} = this.#session;
    this.#takeAll([{text, target, lines: draft.lines, keeper}]);
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

  #takeAll(inputs: readonly PasteInput[]): void {
    this.#missing = undefined;
    this.#waiting.push(...inputs);
    if (this.#paster) this.#passOn(this.#paster);
    else this.#loading ??= this.#load();
    this.#host.requestUpdate();
  }

  #passOn(paster: Paster): void {
    paster.take(this.#waiting.splice(0), this.#names);
  }

  async #load(): Promise<void> {
    try {
      const {Paster} = await module.load();
      this.#paster = new Paster(this.#host, this.#session, this.#context);
      this.#passOn(this.#paster);
    } catch (thrown) {
      this.#missing = {error: PortalError.from(thrown), inputs: this.#waiting.splice(0)};
    } finally {
      this.#loading = undefined;
      this.#host.requestUpdate();
    }
  }

  #renderMissing({error, inputs}: {error: PortalError; inputs: readonly PasteInput[]}) {
    return renderMissing(error, () => this.#takeAll(inputs));
  }
}

/** A paste is written before the next key, where it has not to wait for its module. What fails now is said when it is needed. */
function loadAhead(): void {
  const load = () => void module.load().catch(() => undefined);
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load);
  else setTimeout(load, 500);
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
