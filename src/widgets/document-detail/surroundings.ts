import {html, type TemplateResult} from 'lit';
import type {Line} from '../../portal/contract/index.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {DocumentChain} from './chain.ts';
import {renderHistory} from './history.ts';
import {LineQuantities} from './line-quantities.ts';
import type {LoadedDocument} from './loaded-document.ts';

/** Where a document stands: in its chain, with what has come of its lines, and in its history. */
export class DocumentSurroundings {
  readonly #chain: DocumentChain;
  readonly #quantities: LineQuantities;
  #source: LoadedDocument | undefined;

  constructor(host: PortalElement) {
    this.#chain = new DocumentChain(host);
    this.#quantities = new LineQuantities(host);
  }

  /** Follows a document and those of its lines that are here. Call it before the host's tasks look at what they have to do. */
  follow(source: LoadedDocument | undefined, lines: readonly Line[]): void {
    this.#source = source;
    this.#chain.follow(source);
    this.#quantities.follow(source, lines);
  }

  /** What there is to show of it. */
  render(locale: string): TemplateResult | undefined {
    if (!this.#source) return undefined;
    const {document} = this.#source;
    const onOpen = this.#chain.open;
    return html`${this.#chain.render(locale)} ${this.#quantities.render(locale)}
    ${renderHistory(document, {locale, onOpen})}`;
  }
}
