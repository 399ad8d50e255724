import {html, nothing, type TemplateResult} from 'lit';
import {documentTypeLabel, stageLabel} from '../../locales/labels.ts';
import {msg} from '../../locales/localize.ts';
import type {Document, Line} from '../../portal/contract/index.ts';
import {stagesOf} from './chain-stages.ts';
import {renderFacts, renderFigures} from './facts.ts';
import {renderNote, renderReturn, renderTitle} from './head-view.ts';
import {renderLinesTable} from './lines-table.ts';
import {renderParties} from './parties.ts';
import {renderTotals} from './totals.ts';

/** A document as it stands on paper: with all of its lines, and nothing to press. */
export function renderPrinted(document: Document, lines: readonly Line[], locale: string): TemplateResult {
  const options = {locale};
  const table = {lines, all: lines, chunks: undefined, disclosure: undefined, rowCount: lines.length};
  return html`<article class="detail printed">
    <header class="head">${renderTitle(document)}</header>
    ${renderFigures(document, options)} ${renderReturn(document)} ${renderFacts(document, options)}
    ${renderNote(document)} ${renderParties(document, locale)}
    ${lines.length > 0 ? renderLinesTable(table, {document, locale}) : ''} ${renderTotals(document, locale)}
    ${renderChain(document)}
  </article>`;
}

/** The numbers of the other documents of the chain: who files a page looks for them. */
function renderChain(document: Document): TemplateResult | typeof nothing {
  const stages = stagesOf(document)
    .map(({rel, type, nodes}) => ({
      name: rel === undefined ? documentTypeLabel(type) : stageLabel(rel),
      numbers: nodes.flatMap(({isCurrent, number}) => (isCurrent || number === null ? [] : number)),
    }))
    .filter(({numbers}) => numbers.length > 0);
  if (stages.length === 0) return nothing;
  return html`<section>
    <h3>${msg('Document chain', {id: 'document-chain.title'})}</h3>
    <dl class="facts">
      ${stages.map(
        ({name, numbers}) =>
          html`<div class="fact">
            <dt>${name}</dt>
            <dd>
              ${numbers.map((number, index) => html`${index > 0 ? ', ' : nothing}<bdi>${number}</bdi>`)}
            </dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
