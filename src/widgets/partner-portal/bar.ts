import {html, nothing, type TemplateResult} from 'lit';
import {humanise} from '../../locales/labels.ts';
import {msg} from '../../locales/localize.ts';
import type {Membership} from '../../portal/contract/index.ts';
import {icon, picture} from '../../ui/states.ts';
import type {Surroundings} from './surroundings.ts';

/** What the bar does. */
export interface BarOptions {
  /** Whether there is too little room for the navigation beside what is shown. */
  readonly isNarrow: boolean;
  readonly isMenuOpen: boolean;
  readonly isHelpOpen: boolean;
  readonly onMenu: () => void;
  readonly onHelp: () => void;
  /** The membership that was chosen in the list and is not acted as yet. */
  readonly picked: string | undefined;
  readonly onPick: (id: string) => void;
  /** The user wants to act as another membership. */
  readonly onMembership: (id: string) => void;
  readonly onSignOut: () => void;
}

const MENU = 'M2 4h12M2 8h12M2 12h12';

/** For whom one acts, help and the way out; where there is little room, the last is in the menu. */
export function renderBar(surroundings: Surroundings, options: BarOptions): TemplateResult {
  const {isNarrow, isMenuOpen, isHelpOpen, onMenu, onHelp} = options;
  return html`<div class="bar" part="bar">
    ${
      isNarrow
        ? html`<button
              type="button"
              id="menu"
              class="button"
              part="menu"
              aria-expanded=${isMenuOpen}
              aria-controls="menu-panel"
              @click=${onMenu}
            >
              ${picture(MENU)} ${msg('Menu', {id: 'partner-portal.menu'})}
            </button>
            <p class="acting">${renderName(surroundings.membership)}</p>`
        : renderMembership(surroundings, options)
    }
    <div class="bar-end">
      <button
        type="button"
        id="help"
        class="button quiet"
        part="help"
        aria-expanded=${isHelpOpen}
        aria-controls="help-panel"
        @click=${onHelp}
      >
        ${icon('info')} ${msg('Help', {id: 'partner-portal.help'})}
      </button>
      ${isNarrow ? nothing : renderUser(surroundings, options)}
    </div>
  </div>`;
}

/** For the menu: whom one acts for, who one is and the way out. */
export function renderAccount(surroundings: Surroundings, options: BarOptions): TemplateResult {
  return html`<div class="account">
    ${renderMembership(surroundings, options)}
    <div class="bar-end">${renderUser(surroundings, options)}</div>
  </div>`;
}

function renderUser({me}: Surroundings, {onSignOut}: BarOptions): TemplateResult {
  return html`<span class="user">${me ? html`<bdi>${me.user.name}</bdi>` : nothing}</span>
    <button type="button" class="button quiet" part="sign-out" @click=${onSignOut}>
      ${msg('Sign out', {id: 'partner-portal.sign-out'})}
    </button>`;
}

function renderName({company, partner}: Membership): TemplateResult {
  return html`<bdi class="acting-name">${partner?.name ?? company.name}</bdi>`;
}

/** Whom one acts for, and whom else one could act for. */
function renderMembership(
  {me, membership}: Surroundings,
  {picked = membership.id, onPick, onMembership}: BarOptions,
): TemplateResult {
  const {company, partner} = membership;
  const others = me?.memberships ?? [];
  if (others.length < 2) {
    return html`<p class="acting">
      ${renderName(membership)} ${partner ? html`<bdi class="acting-at">${company.name}</bdi>` : nothing}
    </p>`;
  }
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    onMembership(picked);
  };
  // An arrow key chooses in a closed list: nothing happens before the button is pressed.
  return html`<form class="acting" @submit=${onSubmit}>
    <label class="acting-label" for="membership">
      ${msg('Acting for', {id: 'partner-portal.acting-for'})}
    </label>
    <select
      id="membership"
      class="input"
      part="membership"
      .value=${picked}
      @change=${(event: Event) => onPick((event.currentTarget as HTMLSelectElement).value)}
    >
      ${others.map(
        (each) =>
          html`<option value=${each.id} ?selected=${each.id === picked}>${describe(each, others)}</option>`,
      )}
    </select>
    ${
      picked === membership.id
        ? nothing
        : html`<button type="submit" class="button" part="switch">
            ${msg('Switch', {id: 'partner-portal.switch'})}
          </button>`
    }
  </form>`;
}

/** A membership in words, as many as tell it from the others. */
function describe(one: Membership, all: readonly Membership[]): string {
  const name = nameOf(one);
  const twins = all.filter((each) => nameOf(each) === name);
  if (twins.length < 2) return name;
  const more = [one.company.name, humanise(one.role)];
  if (one.partner) more.unshift(one.partner.number);
  return `${name} (${more.filter((text) => text !== name).join(', ')})`;
}

function nameOf({partner, company}: Membership): string {
  return partner?.name ?? company.name;
}
