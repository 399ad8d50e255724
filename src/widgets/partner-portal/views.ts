import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {msg} from '../../locales/localize.ts';
import type {DocumentFilter} from '../../ui/events.ts';
import {icon} from '../../ui/states.ts';
import {mayVisit} from './access.ts';
import {renderHelpPage} from './help-panel.ts';
import {inviteLabel, placeLabel} from './labels.ts';
import {renderLink} from './link.ts';
import {renderBeginnings} from './navigation.ts';
import {renderOverview, type OverviewOptions} from './overview.ts';
import {placeText, type Place} from './place.ts';
import type {Surroundings} from './surroundings.ts';

/** A place that was opened, and stays as it was left. */
interface View {
  readonly place: Place;
  /** Another one for each time that it begins anew. */
  readonly key: string;
  readonly filter: DocumentFilter | undefined;
}

/** How a place is opened. */
export interface OpenOptions {
  /** What its list is narrowed down to; it begins anew then. */
  readonly filter?: DocumentFilter | undefined;
}

/** How one goes to a place. */
export interface GoOptions extends OpenOptions {
  /** By the browser's Back or Forward, or by the address: nothing is added to the history. */
  readonly isTraversal?: boolean;
}

/** What is to be known of the page for its views. */
export interface ViewOptions extends OverviewOptions {
  /** Whether lists keep their filters in the page's address. */
  readonly isAddressed: boolean;
}

/**
 * What has been opened since the member came. A place that is left is hidden and not thrown away: a list is found again as it was
 * left, and an order goes on where one stopped writing.
 */
export class Views {
  readonly #opened = new Map<string, View>();
  readonly #ended = new Set<string>();
  readonly #topics = new Set<string>();
  #count = 0;

  /** Forgets everything: it is another member's. */
  clear(): void {
    this.#opened.clear();
    this.#ended.clear();
    this.#topics.clear();
  }

  /** Opens a place, or shows it again as it was left. */
  open(place: Place, {filter}: OpenOptions = {}): void {
    const slot = slotOf(place);
    const before = filter || this.#ended.delete(slot) ? undefined : this.#opened.get(slot);
    const key = before?.key ?? `${slot} ${++this.#count}`;
    this.#opened.set(slot, {place, key, filter: filter ?? before?.filter});
  }

  /** What was begun at a place is done: the next time it begins anew. */
  end(place: Place): void {
    this.#ended.add(slotOf(place));
  }

  /** Whether orders are, or were, being written. */
  get isWriting(): boolean {
    return [...this.#opened.values()].some(({place}) => ['write', 'upload', 'invite'].includes(place.area));
  }

  /** All that has been opened, of which one is to be seen. */
  render(surroundings: Surroundings, options: ViewOptions): unknown {
    const shown = slotOf(surroundings.place);
    return repeat(
      this.#opened,
      ([, {key}]) => key,
      ([slot, view]) => this.#renderView(view, {...surroundings, place: view.place}, options, slot !== shown),
    );
  }

  #renderView(
    view: View,
    surroundings: Surroundings,
    options: ViewOptions,
    isHidden: boolean,
  ): TemplateResult {
    const {place, locale} = surroundings;
    // What has a title of its own shows it itself: the focus goes there then.
    const isNameless = place.area === 'document';
    return html`<div
      class="view ${place.area}"
      part="view"
      data-slot=${slotOf(place)}
      role=${isNameless ? 'group' : nothing}
      aria-label=${isNameless ? placeLabel(place, {locale}) : nothing}
      tabindex="-1"
      ?data-focus-fallback=${!isHidden}
      ?hidden=${isHidden}
    >
      ${
        mayVisit(surroundings.membership.capabilities, place)
          ? this.#renderPlace(view, surroundings, options)
          : renderClosed(surroundings)
      }
    </div>`;
  }

  #renderPlace({place, filter}: View, surroundings: Surroundings, options: ViewOptions): unknown {
    const {widgets, isAddressed} = options;
    switch (place.area) {
      case 'overview':
        return html`${renderHead(surroundings)} ${renderOverview(surroundings, options)}`;
      case 'documents':
        return html`${renderHead(surroundings, renderBeginnings(place.type, surroundings))}
        ${widgets.render(
          'document-list',
          () =>
            html`<document-list
              class="panel"
              type=${place.type}
              heading=""
              sync-url=${isAddressed ? '' : nothing}
              .filter=${filter}
            ></document-list>`,
        )}`;
      case 'document':
        return html`${renderBack(surroundings)}
        ${widgets.render(
          'document-detail',
          () =>
            html`<document-detail
              class="panel"
              type=${place.type}
              document-id=${place.id}
            ></document-detail>`,
        )}`;
      case 'write':
        return html`${renderBack(surroundings)} ${renderHead(surroundings)}
        ${widgets.render(
          'purchase-order-editor',
          () =>
            html`<purchase-order-editor
              class="panel"
              type=${place.type}
              .repeatOf=${place.repeatOf}
              .documentId=${place.draftId}
            ></purchase-order-editor>`,
        )}`;
      case 'upload':
        return html`${renderBack(surroundings)} ${renderHead(surroundings)}
        ${widgets.render(
          'order-upload',
          () => html`<order-upload class="panel" type=${place.type}></order-upload>`,
        )}`;
      case 'company':
        return html`${renderHead(surroundings)}
        ${widgets.render(
          'company-details',
          () => html`<company-details class="panel" heading=""></company-details>`,
        )}`;
      case 'partners':
        return html`${renderHead(surroundings, renderInviting(surroundings))}
        ${widgets.render('partner-list', () => html`<partner-list class="panel" heading=""></partner-list>`)}`;
      case 'invite':
        return html`${renderHead(surroundings)}
        ${widgets.render('partner-invite', () => html`<partner-invite class="panel" heading=""></partner-invite>`)}`;
      case 'help':
        return html`${renderHead(surroundings)}
        ${renderHelpPage(surroundings, {
          widgets,
          opened: this.#topics,
          onToggle: (topic, isOpen) => {
            if (this.#topics.has(topic) === isOpen) return;
            if (isOpen) this.#topics.add(topic);
            else this.#topics.delete(topic);
            surroundings.redraw();
          },
        })}`;
    }
  }
}

/** Where a view is kept: documents are shown in the same one, each in the place of the one before. */
export function slotOf(place: Place): string {
  switch (place.area) {
    case 'document':
      return 'document';
    case 'write':
      return placeText({area: 'write', type: place.type});
    default:
      return placeText(place);
  }
}

function renderHead({place, locale}: Surroundings, actions: unknown = nothing): TemplateResult {
  return html`<div class="head">
    <h2 class="title" part="title" tabindex="-1">${placeLabel(place, {locale})}</h2>
    ${actions === nothing ? nothing : html`<div class="actions">${actions}</div>`}
  </div>`;
}

/** The way up from a document, or from writing one, to all of them. */
function renderBack(surroundings: Surroundings): TemplateResult | typeof nothing {
  const {place, membership, locale} = surroundings;
  if (!('type' in place)) return nothing;
  const list: Place = {area: 'documents', type: place.type};
  if (!mayVisit(membership.capabilities, list)) return nothing;
  return html`<p class="back">
    ${renderLink(list, html`${icon('arrow')} ${placeLabel(list, {locale})}`, surroundings, {
      part: 'link',
      className: 'plain',
    })}
  </p>`;
}

function renderInviting(surroundings: Surroundings): TemplateResult | typeof nothing {
  const place: Place = {area: 'invite'};
  if (!mayVisit(surroundings.membership.capabilities, place)) return nothing;
  return renderLink(place, inviteLabel(), surroundings, {part: 'action', className: 'button primary'});
}

/** A link led to what is not there for this member. */
function renderClosed(surroundings: Surroundings): TemplateResult {
  return html`<div class="state">
    ${icon('locked')}
    <p>${msg('There is nothing here that you may see.', {id: 'partner-portal.closed'})}</p>
    ${renderLink(
      {area: 'overview'},
      msg('To the overview', {id: 'partner-portal.to-overview'}),
      surroundings,
      {part: 'action', className: 'button'},
    )}
  </div>`;
}
