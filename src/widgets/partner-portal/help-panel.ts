import {html, nothing, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import {icon} from '../../ui/states.ts';
import {mayUpload, mayVisit, typesTo} from './access.ts';
import {helpTopics} from './help-topics.ts';
import {placeLabel} from './labels.ts';
import type {Place} from './place.ts';
import type {Surroundings} from './surroundings.ts';
import type {WidgetParts} from './widget-parts.ts';

/** The help on what is shown, beside it: one can go on working and watch. */
export function renderHelpPanel(
  {place}: Surroundings,
  {widgets, isOpen, onClose}: {widgets: WidgetParts; isOpen: boolean; onClose: () => void},
): TemplateResult {
  const onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return html`<aside
    id="help-panel"
    class="help-panel"
    part="help-panel"
    aria-label=${msg('Help', {id: 'partner-portal.help'})}
    tabindex="-1"
    ?hidden=${!isOpen}
    @keydown=${onKeydown}
  >
    ${
      isOpen
        ? html`<div class="help-inner">
            <div class="help-head">
              <p>${msg('Help', {id: 'partner-portal.help'})}</p>
              <button
                type="button"
                class="button quiet close"
                aria-label=${msg('Close help', {id: 'partner-portal.close-help'})}
                @click=${onClose}
              >
                ${icon('close')}
              </button>
            </div>
            ${widgets.render('help-video', () => html`<help-video topic=${helpTopics(place)}></help-video>`)}
          </div>`
        : nothing
    }
  </aside>`;
}

/** All help that concerns the member, by where it is about; each is asked for when it is opened. */
export function renderHelpPage(
  surroundings: Surroundings,
  {widgets, opened, onToggle}: HelpPageOptions,
): TemplateResult {
  const {locale} = surroundings;
  const about = helpPlaces(surroundings);
  const render = (place: Place) => {
    const topic = helpTopics(place);
    const onChange = (event: Event): void =>
      onToggle(topic, (event.currentTarget as HTMLDetailsElement).open);
    return html`<details class="topic" ?open=${opened.has(topic)} @toggle=${onChange}>
      <summary>${placeLabel(place, {locale})}</summary>
      ${
        opened.has(topic)
          ? widgets.render('help-video', () => html`<help-video topic=${topic}></help-video>`)
          : nothing
      }
    </details>`;
  };
  return html`<div class="topics">${about.map(render)}</div>`;
}

/** What the page of all help has to know. */
export interface HelpPageOptions {
  readonly widgets: WidgetParts;
  /** The topics that are open. */
  readonly opened: ReadonlySet<string>;
  readonly onToggle: (topic: string, isOpen: boolean) => void;
}

function helpPlaces({membership: {capabilities}}: Surroundings): readonly Place[] {
  const places: Place[] = [{area: 'overview'}];
  for (const type of typesTo(capabilities, 'create')) {
    places.push({area: 'write', type});
    if (mayUpload(capabilities, type)) places.push({area: 'upload', type});
  }
  for (const type of typesTo(capabilities, 'list')) places.push({area: 'documents', type});
  const others: Place[] = [{area: 'partners'}, {area: 'invite'}, {area: 'company'}];
  return [...places, ...others.filter((place) => mayVisit(capabilities, place))];
}
