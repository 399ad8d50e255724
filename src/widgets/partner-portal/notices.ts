import {html, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import type {Membership} from '../../portal/contract/index.ts';
import {icon} from '../../ui/states.ts';

/** Says that a link named a membership that the user does not have, and whose portal this is. */
export function renderUnknownMembership({partner, company}: Membership, onClose: () => void): TemplateResult {
  const name = partner?.name ?? company.name;
  return html`<div class="notice warning" part="notice" role="status">
    ${icon('info')}<span class="notice-text"
      >${msg(str`The link was made for another membership than yours. You see the portal of ${name}.`, {
        id: 'partner-portal.unknown-membership',
      })}</span
    >
    <button type="button" class="button quiet" @click=${onClose}>
      ${msg('Close', {id: 'action.close'})}
    </button>
  </div>`;
}

/** What there is of a portal once its user has signed out. */
export function renderSignedOut(onSignIn: () => void): TemplateResult {
  return html`<div class="frame portal">
    <div class="state" role="status">
      ${icon('locked')}
      <p>${msg('You are signed out.', {id: 'error.signed-out'})}</p>
      <button type="button" class="button" data-focus-fallback @click=${onSignIn}>
        ${msg('Sign in again', {id: 'action.sign-in-again'})}
      </button>
    </div>
  </div>`;
}
