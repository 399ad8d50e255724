import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {formatCount, formatDate, formatDecimal, formatMoney} from '../../locales/formats.ts';
import {
  documentStateLabel,
  documentTypeLabel,
  paymentLabel,
  postedLabel,
  stageLabel,
} from '../../locales/labels.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Document, DocumentSummary} from '../../portal/contract/index.ts';
import {icon} from '../../ui/states.ts';
import type {ChainDetails} from './chain-details.ts';
import {keyOf, type ChainNode, type Stage} from './chain-stages.ts';
import {walkChain} from './chain-walk.ts';

/** A document that can be opened where it has an id. */
export interface ChainTarget {
  readonly type: string;
  readonly id?: string | undefined;
  readonly number: string | null;
}

/** How a chain is to be shown. */
export interface ChainOptions {
  readonly locale: string;
  /** The document at hand. */
  readonly document: Document;
  readonly details: Pick<ChainDetails, 'of' | 'isPending'>;
  /** The stages of which all documents are to be shown. */
  readonly expanded: ReadonlySet<string | undefined>;
  /** Hears which stage is to be shown as a whole, and how many of its documents could be seen before. */
  readonly onExpand: (rel: string | undefined, shown: number, button: HTMLElement) => void;
  readonly onOpen: (target: ChainTarget) => void;
}

/** So many documents of a stage are shown at first; one more is not worth a button. */
const few = 4;

/** The stages of a chain one after the other, each with its documents. */
export function renderChain(stages: readonly Stage[], options: ChainOptions): TemplateResult {
  const title = msg('Document chain', {id: 'document-chain.title'});
  return html`<h3>${title}</h3>
    <nav aria-label=${title}>
      <ol class=${stages.length > 5 ? 'stages many' : 'stages'} @keydown=${walkChain}>
        ${repeat(
          stages,
          ({rel}) => rel,
          (stage) => renderStage(stage, options),
        )}
      </ol>
    </nav>`;
}

/** The number of a document: a button where it can be opened. */
export function renderOpen(target: ChainTarget, onOpen: (target: ChainTarget) => void): TemplateResult {
  const number = html`<bdi>${target.number ?? documentStateLabel('draft')}</bdi>`;
  if (target.id === undefined) return html`<span class="document-number">${number}</span>`;
  return html`<button
    type="button"
    class="document-number open"
    part="chain-open"
    data-walk
    @click=${() => onOpen(target)}
  >
    ${number}
  </button>`;
}

function renderStage(stage: Stage, options: ChainOptions): TemplateResult {
  const {rel, type, nodes} = stage;
  const {locale, expanded, onExpand} = options;
  const name = rel === undefined ? documentTypeLabel(type) : stageLabel(rel);
  const shown = expanded.has(rel) ? nodes : firstOf(nodes);
  const rest = nodes.length - shown.length;
  return html`<li class="stage" data-stage>
    <p class="stage-name">
      <span>${name}</span>
      ${nodes.length > 1 ? html`<span class="stage-count">${formatCount(nodes.length, locale)}</span>` : nothing}
      <span class="link" aria-hidden="true">
        <svg viewBox="0 0 8 12"><path d="m1.5 1 5 5-5 5" /></svg>
      </span>
    </p>
    <ul class=${shown.length > few + 1 ? 'nodes long' : 'nodes'} aria-label=${name}>
      ${repeat(
        shown,
        (node) => keyOf(node) + node.number,
        (node) => renderNode(node, options),
      )}
      ${
        rest > 0
          ? html`<li class="rest">
              <button
                type="button"
                class="button quiet more"
                data-walk
                @click=${({currentTarget}: Event) => {
                  if (currentTarget instanceof HTMLElement) onExpand(rel, shown.length, currentTarget);
                }}
              >
                ${msg(str`${formatCount(rest, locale)} more`, {id: 'document-chain.more'})}
              </button>
            </li>`
          : nothing
      }
    </ul>
  </li>`;
}

/** The first documents of a stage, and the one at hand wherever it stands. */
function firstOf(nodes: readonly ChainNode[]): readonly ChainNode[] {
  if (nodes.length <= few + 1) return nodes;
  const first = nodes.slice(0, few);
  const current = nodes.find(({isCurrent}) => isCurrent);
  return current && !first.includes(current) ? [...first.slice(0, -1), current] : first;
}

function renderNode(node: ChainNode, options: ChainOptions): TemplateResult {
  const {document, details, onOpen} = options;
  const known = node.isCurrent ? document : details.of(keyOf(node));
  return html`<li class=${node.isCurrent ? 'node current' : 'node'} part="chain-node">
    ${node.isCurrent ? renderCurrent(node) : renderOpen(node, onOpen)} ${renderMark(node, known)}
    ${known ? renderKnown(known, options.locale) : details.isPending(node) ? renderPending() : nothing}
  </li>`;
}

/** The document at hand: nothing to open, but a place to come to on the way along the chain. */
function renderCurrent({number}: ChainNode): TemplateResult {
  return html`<span class="document-number" aria-current="page" tabindex="-1" data-walk>
    <bdi>${number ?? documentStateLabel('draft')}</bdi>
    <span class="visually-hidden">${msg('(this document)', {id: 'document-chain.current'})}</span>
  </span>`;
}

/** Posted or not, and how it stands: paid where that is known, else the state. */
function renderMark({posted}: ChainNode, known: DocumentSummary | undefined): unknown {
  const standing = known && (known.payment ? paymentLabel(known.payment) : documentStateLabel(known.state));
  if (posted === null) return standing ? html`<span class="standing">${standing}</span>` : nothing;
  return html`<span class="standing">
    <span class=${posted ? 'posting success' : 'posting warning'}>
      ${icon(posted ? 'check' : 'pending')}${postedLabel(posted)}</span
    >${standing ? html`<span class="state-word">${standing}</span>` : nothing}
  </span>`;
}

function renderKnown({documentDate, totals, currency, quantities}: DocumentSummary, locale: string): unknown {
  return html`<span class="known">
      <time datetime=${documentDate}>${formatDate(documentDate, locale)}</time>
      ${
        totals
          ? html`<span class="amount">
              ${currency ? formatMoney(totals.gross, currency, locale) : formatDecimal(totals.gross, locale)}
            </span>`
          : nothing
      }
    </span>
    ${quantities?.length ? html`<span class="goods">${renderQuantities(quantities, locale)}</span>` : nothing}`;
}

function renderQuantities(quantities: NonNullable<DocumentSummary['quantities']>, locale: string): unknown {
  return quantities.map(
    ({quantity, unit}, index) =>
      html`${index > 0 ? ', ' : nothing}<span class="measure"
          >${formatDecimal(quantity, locale)} <bdi>${unit.label}</bdi></span
        >`,
  );
}

/** The room that the details will take. */
function renderPending(): TemplateResult {
  return html`<span class="known"><span class="skeleton"></span></span>
    <span class="goods"><span class="skeleton"></span></span>`;
}
