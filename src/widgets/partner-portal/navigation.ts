import {html, nothing, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import {mayUpload, mayVisit, typesTo} from './access.ts';
import {newLabel, placeLabel, uploadLabel} from './labels.ts';
import {renderLink} from './link.ts';
import {isSame, type Place} from './place.ts';
import type {Surroundings} from './surroundings.ts';
import type {Unsent} from './unsent.ts';

/** Where the member can go: what the portal lets them see, in its words and its order. */
export function renderNavigation(surroundings: Surroundings, unsent: Unsent): TemplateResult {
  const {membership, locale} = surroundings;
  const {capabilities} = membership;
  const types = typesTo(capabilities, 'list');
  const others: Place[] = [{area: 'company'}, {area: 'partners'}, {area: 'invite'}];
  const possible = others.filter((place) => mayVisit(capabilities, place));
  // Without a list to stand under, what is being written stands by itself.
  const alone = [...new Set([...unsent.orders, ...unsent.rows])].filter((type) => !types.includes(type));
  const label = (place: Place) => placeLabel(place, {locale});
  const item = (place: Place, inner: unknown = nothing) =>
    html`<li>
      ${renderLink(place, label(place), surroundings, lookOf(place, surroundings.place))}${inner}
    </li>`;
  return html`<nav
    class="navigation"
    part="navigation"
    aria-label=${msg('Portal', {id: 'partner-portal.navigation'})}
  >
    <ul>
      ${item({area: 'overview'})}
    </ul>
    ${
      types.length + alone.length > 0
        ? html`<h2 id="navigation-documents">${msg('Documents', {id: 'document-summary.heading'})}</h2>
            <ul aria-labelledby="navigation-documents">
              ${types.map((type) =>
                item({area: 'documents', type}, renderUnsent(type, surroundings, unsent)),
              )}
              ${alone.map((type) => html`<li>${renderUnsent(type, surroundings, unsent)}</li>`)}
            </ul>`
        : nothing
    }
    <ul>
      ${possible.map((place) => item(place))} ${item({area: 'help'})}
    </ul>
  </nav>`;
}

/** What is being written and was not sent: it is not forgotten, wherever one is. */
function renderUnsent(
  type: string,
  surroundings: Surroundings,
  {orders, rows}: Unsent,
): TemplateResult | typeof nothing {
  const links: [Place, string][] = [];
  if (orders.includes(type)) links.push([{area: 'write', type}, newLabel(type, surroundings.locale)]);
  if (rows.includes(type)) links.push([{area: 'upload', type}, uploadLabel(type)]);
  if (links.length === 0) return nothing;
  return html`<ul class="unsent">
    ${links.map(
      ([place, label]) =>
        html`<li>
          ${renderLink(
            place,
            html`${label} <span class="mark">${msg('Not sent', {id: 'partner-portal.not-sent'})}</span>`,
            surroundings,
            lookOf(place, surroundings.place),
          )}
        </li>`,
    )}
  </ul>`;
}

function lookOf(place: Place, now: Place) {
  const isHere = isSame(place, now);
  // A document is in its list, as it were.
  const isWithin = 'type' in now && place.area === 'documents' && place.type === now.type;
  const current = isHere ? ('page' as const) : isWithin ? ('true' as const) : undefined;
  return {part: 'link', className: 'link', current};
}

/** What a member can begin with the documents of a type. */
export function renderBeginnings(
  type: string,
  surroundings: Surroundings,
  {isPrimary = true} = {},
): TemplateResult | typeof nothing {
  const {membership, locale} = surroundings;
  const {capabilities} = membership;
  if (!mayVisit(capabilities, {area: 'write', type})) return nothing;
  return html`${renderLink({area: 'write', type}, newLabel(type, locale), surroundings, {
    part: 'action',
    className: isPrimary ? 'button primary' : 'button',
  })}
  ${
    mayUpload(capabilities, type)
      ? renderLink(
          {area: 'upload', type},
          msg('From a file', {id: 'partner-portal.from-file'}),
          surroundings,
          {part: 'action', className: 'button', label: uploadLabel(type)},
        )
      : nothing
  }`;
}
