import type {TemplateResult} from 'lit';
import type {Line} from '../../portal/contract/index.ts';
import {ChunkWindow} from '../../ui/chunk-window.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import type {LineContext} from './line-columns.ts';
import {lineText} from './line-details.ts';
import {LinePages} from './line-pages.ts';
import {renderLines} from './lines-view.ts';
import type {LoadedDocument} from './loaded-document.ts';
import {drawsQuantities} from './quantities-view.ts';

/** Lines of a portion that is drawn or not. */
const portion = 20;
/** Above so many lines only those in sight are drawn. */
const many = 200;
/** From so many lines on one searches instead of reading. */
const searchable = 20;

/** The lines of a document while one looks at them: what is here, what is drawn, what is searched for and what is opened. */
export class LineList {
  readonly #host: PortalElement;
  readonly #pages: LinePages;
  readonly #window: ChunkWindow;
  readonly #open = new Set<string>();
  #text = '';
  #documentId: string | undefined;
  #found: {lines: readonly Line[]; text: string; of: readonly Line[]} | undefined;
  #total = 0;

  /** `onStale`: the document has changed while its lines were being loaded. */
  constructor(host: PortalElement, onStale: () => void) {
    this.#host = host;
    this.#pages = new LinePages(host, onStale);
    this.#window = new ChunkWindow(host, portion);
  }

  /** Follows a document. Call it before the host's tasks look at what they have to do. */
  follow(source: LoadedDocument | undefined): void {
    const {document} = source ?? {};
    this.#pages.follow(source);
    this.#total = Math.max(document?.lineCount ?? 0, this.#pages.lines.length);
    if (document?.id === this.#documentId) return;
    this.#documentId = document?.id;
    this.#text = '';
    this.#open.clear();
    this.#window.reset();
  }

  /** All lines that are here. */
  get lines(): readonly Line[] {
    return this.#pages.lines;
  }

  /** How many lines the document has. */
  get total(): number {
    return this.#pages.isComplete ? this.#pages.lines.length : this.#total;
  }

  /** Whether all lines are here. */
  get isComplete(): boolean {
    return this.#pages.isComplete;
  }

  /** Whether further lines did not come. */
  get hasFailed(): boolean {
    return this.#pages.error !== undefined;
  }

  /** Draws all lines, whether in sight or not. */
  set drawsAll(drawsAll: boolean) {
    this.#window.drawsAll = drawsAll;
  }

  /** Asks again for lines that did not come. */
  retry(): void {
    this.#pages.retry();
  }

  /** The lines, to be read. */
  render(context: LineContext): TemplateResult {
    const {total} = this;
    const lines = this.#find();
    const isLong = total > many;
    return renderLines({
      ...context,
      leavesProgress: drawsQuantities(context.document, this.lines),
      lines,
      all: this.lines,
      total,
      rowCount: this.#text.trim() === '' ? total : lines.length,
      loaded: this.lines.length,
      chunks: isLong ? this.#window.chunks(lines.length) : undefined,
      disclosure: {open: this.#open, onToggle: this.#onToggle},
      error: this.#pages.error,
      onRetry: () => this.#pages.retry(),
      isSearchable: total > searchable,
      text: this.#text,
      onText: this.#onText,
    });
  }

  #find(): readonly Line[] {
    const {lines} = this;
    const text = this.#text.trim().toLowerCase();
    if (text === '') return lines;
    const known = this.#found;
    if (known?.of === lines && known.text === text) return known.lines;
    const found = lines.filter((line) => lineText(line).includes(text));
    this.#found = {lines: found, text, of: lines};
    return found;
  }

  readonly #onText = (text: string): void => {
    this.#text = text;
    this.#window.reset();
    this.#host.requestUpdate();
  };

  readonly #onToggle = (lineId: string, isOpen: boolean): void => {
    if (isOpen) this.#open.add(lineId);
    else this.#open.delete(lineId);
  };
}
