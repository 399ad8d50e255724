import {html, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import type {Invitation} from '../../portal/contract/index.ts';
import {icon} from '../../ui/states.ts';
import {dayOf} from './invite-texts.ts';
import {withName} from './named.ts';

/** Somebody who has been invited, in place of the form. */
export function renderInvited(invitation: Invitation, locale: string, onAnother: () => void): TemplateResult {
  const {email, name} = invitation;
  return html`<div class="sent" part="sent">
    <h3 id="sent" tabindex="-1">
      ${icon('check')}<span
        >${withName(name || email, (place) =>
          msg(str`${place} has been invited.`, {id: 'partner-invite.sent'}),
        )}</span
      >
    </h3>
    <p>
      ${withName(email, (place) =>
        msg(str`The link that was sent to ${place} works until ${dayOf(invitation, locale)}.`, {
          id: 'partner-invite.sent-until',
        }),
      )}
    </p>
    <button type="button" class="button" @click=${onAnother}>
      ${msg('Invite another', {id: 'partner-invite.another'})}
    </button>
  </div>`;
}
