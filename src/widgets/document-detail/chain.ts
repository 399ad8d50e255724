import {html, nothing, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import {DocumentOpenEvent} from '../../ui/events.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {ChainDetails} from './chain-details.ts';
import {repeatedBy, stagesOf, type Stage} from './chain-stages.ts';
import {renderChain, renderOpen, type ChainTarget} from './chain-view.ts';
import type {LoadedDocument} from './loaded-document.ts';

/** The chain that a document belongs to, while one looks at it. */
export class DocumentChain {
  readonly #host: PortalElement;
  readonly #details: ChainDetails;
  readonly #expanded = new Set<string | undefined>();
  #source: LoadedDocument | undefined;
  #stages: readonly Stage[] = [];

  constructor(host: PortalElement) {
    this.#host = host;
    this.#details = new ChainDetails(host);
  }

  /** Tells the host's page that the user has chosen a document. */
  readonly open = ({type, id, number}: ChainTarget): void => {
    this.#host.dispatchEvent(new DocumentOpenEvent({type, id, number: number ?? undefined}));
  };

  /** Follows a document. Call it before the host's tasks look at what they have to do. */
  follow(source: LoadedDocument | undefined): void {
    this.#details.follow(source);
    if (source === this.#source) return;
    if (source?.document.id !== this.#source?.document.id) this.#expanded.clear();
    this.#source = source;
    this.#stages = source ? stagesOf(source.document) : [];
  }

  /** The chain as a picture that can be walked, and what the document repeats; nothing where it stands alone. */
  render(locale: string): TemplateResult | typeof nothing {
    if (!this.#source) return nothing;
    const {document} = this.#source;
    const repeated = repeatedBy(document);
    if (this.#stages.length === 0 && repeated.length === 0) return nothing;
    return html`<section class="chain" part="chain">
      ${
        this.#stages.length > 0
          ? renderChain(this.#stages, {
              locale,
              document,
              details: this.#details,
              expanded: this.#expanded,
              onExpand: this.#onExpand,
              onOpen: this.open,
            })
          : nothing
      }
      ${repeated.map((other) => this.#renderRepeated(other))}
    </section>`;
  }

  #renderRepeated(other: ChainTarget & {number: string}): TemplateResult {
    // Where the number stands in the sentence is up to the language.
    const gap = '\0';
    const [before = '', after = ''] = msg(str`Repeats ${gap}.`, {id: 'document-chain.repeats'}).split(gap);
    return html`<p class="repeats">${before}${renderOpen(other, this.open)}${after}</p>`;
  }

  readonly #onExpand = (rel: string | undefined, firstHidden: number, button: HTMLElement): void => {
    const stage = button.closest('[data-stage]');
    this.#expanded.add(rel);
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const nodes = stage?.querySelectorAll<HTMLElement>('.node') ?? [];
      nodes[firstHidden]?.querySelector<HTMLElement>('[data-walk]')?.focus();
    });
  };
}
