import {html, nothing, type TemplateResult} from 'lit';
import {formatCount, formatRecent, pluralForm} from '../../locales/formats.ts';
import {documentTypeName} from '../../locales/labels.ts';
import {msg, str} from '../../locales/localize.ts';
import {mayVisit, typesTo} from './access.ts';
import {placeLabel} from './labels.ts';
import {renderLink} from './link.ts';
import {renderBeginnings} from './navigation.ts';
import type {PartnerFigure} from './partner-figures.ts';
import type {Place} from './place.ts';
import type {Surroundings} from './surroundings.ts';
import type {Unfinished} from './unfinished.ts';
import type {WidgetParts} from './widget-parts.ts';

/** What an overview is made of. */
export interface OverviewOptions {
  readonly widgets: WidgetParts;
  /** Undefined until it is known: what stands below it does not appear before, so that it need not move. */
  readonly unfinished: readonly Unfinished[] | undefined;
  /** How many partners there are by what has become of their invitations; empty until that is known, or is no matter. */
  readonly figures: readonly PartnerFigure[];
}

/** What a member needs to begin: what was left unfinished, what can be begun, and how things stand. */
export function renderOverview(
  surroundings: Surroundings,
  {widgets, unfinished, figures}: OverviewOptions,
): TemplateResult | typeof nothing {
  if (!unfinished) return nothing;
  const {capabilities} = surroundings.membership;
  const creatable = typesTo(capabilities, 'create');
  const hasDocuments = typesTo(capabilities, 'list').length > 0;
  return html`
    ${
      unfinished.length > 0
        ? html`<section class="unfinished" aria-labelledby="unfinished">
            <h3 id="unfinished">${msg('Not sent yet', {id: 'partner-portal.unfinished'})}</h3>
            <ul>
              ${unfinished.map((each) => renderUnfinished(each, surroundings))}
            </ul>
          </section>`
        : nothing
    }
    ${
      creatable.length > 0
        ? html`<div class="actions">
            ${creatable.map((type, index) => renderBeginnings(type, surroundings, {isPrimary: index === 0}))}
          </div>`
        : nothing
    }
    ${
      hasDocuments
        ? widgets.render(
            'document-summary',
            () => html`<document-summary class="panel" heading=""></document-summary>`,
          )
        : nothing
    }
    ${renderCards(surroundings, figures)}
  `;
}

function renderUnfinished(
  {type, draftId, lineCount, reference, at, others}: Unfinished,
  surroundings: Surroundings,
): TemplateResult {
  const {locale} = surroundings;
  const count = formatCount(lineCount, locale);
  const lines =
    pluralForm(lineCount, locale) === 'one'
      ? msg(str`${count} line`, {id: 'partner-portal.line'})
      : msg(str`${count} lines`, {id: 'partner-portal.lines'});
  const facts = [lines, formatRecent(at, locale)];
  if (others > 0) facts.push(msg(str`${formatCount(others, locale)} more`, {id: 'partner-portal.more'}));
  const look = {part: 'action', className: 'plain'};
  return html`<li>
    ${renderLink({area: 'write', type, ...(draftId !== undefined && {draftId})}, documentTypeName(type), surroundings, look)}
    ${reference ? html`<bdi>${reference}</bdi>` : nothing}
    <span class="muted"
      >${facts.map((fact, index) => html`${index > 0 ? ' · ' : nothing}<bdi>${fact}</bdi>`)}</span
    >
  </li>`;
}

/** What is no document: few things, each with a sentence. */
function renderCards(
  surroundings: Surroundings,
  figures: readonly PartnerFigure[],
): TemplateResult | typeof nothing {
  const {membership, locale} = surroundings;
  const cards: [Place, string][] = [
    [
      {area: 'invite'},
      msg('Send invitations to customers and vendors, one by one or as a list.', {
        id: 'partner-portal.invite-card',
      }),
    ],
    [
      {area: 'partners'},
      msg('Who works with us, who has been invited, and who has accepted.', {
        id: 'partner-portal.partners-card',
      }),
    ],
    [
      {area: 'company'},
      msg('Addresses, contacts, bank accounts and terms.', {id: 'partner-portal.company-card'}),
    ],
  ];
  const possible = cards.filter(([place]) => mayVisit(membership.capabilities, place));
  if (possible.length === 0) return nothing;
  return html`<ul class="cards">
    ${possible.map(
      ([place, text]) =>
        html`<li class="card">
          ${renderLink(place, placeLabel(place, {locale}), surroundings, {part: 'action', className: 'plain'})}
          <p class="muted">${text}</p>
          ${place.area === 'partners' ? renderFigures(figures, locale) : nothing}
        </li>`,
    )}
  </ul>`;
}

function renderFigures(figures: readonly PartnerFigure[], locale: string): TemplateResult {
  // The room is theirs, whenever they come.
  return html`<dl class="figures">
    ${figures.map(
      ({label, count}) =>
        html`<div>
          <dt>${label()}</dt>
          <dd>${formatCount(count, locale)}</dd>
        </div>`,
    )}
  </dl>`;
}
