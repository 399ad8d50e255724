import {html, nothing} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {InviteRow} from '../../partners/invite-list.ts';
import {icon} from '../../ui/states.ts';
import {dayOf} from './invite-texts.ts';

/** The people of a list who have been invited, folded away. */
export function renderSent(rows: readonly InviteRow[], locale: string): unknown {
  const sent = rows.flatMap(({outcome}) => (outcome?.phase === 'sent' ? [outcome.invitation] : []));
  if (sent.length === 0) return nothing;
  return html`<details class="sent-list">
    <summary>
      ${icon('check')}
      ${msg(str`Invited: ${formatCount(sent.length, locale)}`, {id: 'partner-invite.sent-count'})}
    </summary>
    <ul>
      ${sent.map(
        (invitation) =>
          html`<li>
            <bdi>${invitation.name ? `${invitation.name}, ` : nothing}${invitation.email}</bdi>
            <span class="hint">
              ${msg(str`until ${dayOf(invitation, locale)}`, {id: 'partner-invite.sent-row'})}
            </span>
          </li>`,
      )}
    </ul>
  </details>`;
}
