import {html, nothing} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {MOST_ROWS, type RowStand} from '../../partners/invite-list.ts';
import {icon} from '../../ui/states.ts';

/** Who is in the list and will not be invited as it is. */
export function renderLeftOut(
  stands: ReadonlyMap<number, RowStand>,
  {locale, onRemoveTwice}: {locale: string; onRemoveTwice: () => void},
): unknown {
  const all = [...stands.values()];
  const count = (phase: RowStand['phase']) => all.filter((stand) => stand.phase === phase).length;
  const [wrong, twice, known] = [count('invalid'), count('duplicate'), count('known')];
  if (wrong + twice + known === 0) return nothing;
  const say = (number: number) => formatCount(number, locale);
  const texts = [
    wrong > 0 && msg(str`To be corrected: ${say(wrong)}.`, {id: 'partner-invite.count-wrong'}),
    twice > 0 && msg(str`Twice in the list: ${say(twice)}.`, {id: 'partner-invite.count-twice'}),
    known > 0 && msg(str`Known to the portal already: ${say(known)}.`, {id: 'partner-invite.count-known'}),
  ];
  return html`<p class="notice warning left-out" part="notice">
    ${icon('error')}<span>
      ${texts.filter(Boolean).join(' ')} ${msg('They are left out.', {id: 'partner-invite.left-out'})}
    </span>
    ${
      twice > 0
        ? html`<button type="button" class="button" @click=${onRemoveTwice}>
            ${msg('Remove what is there twice', {id: 'partner-invite.remove-twice'})}
          </button>`
        : nothing
    }
  </p>`;
}

/** Who waits for a place in the list. */
export function renderWaiting(waiting: number, locale: string): unknown {
  if (waiting === 0) return nothing;
  const say = (number: number) => formatCount(number, locale);
  return html`<p class="notice" part="notice">
    ${icon('info')}<span>
      ${msg(
        str`${say(MOST_ROWS)} people can be in the list at once. ${say(waiting)} more wait, and come in once others have been invited or removed.`,
        {id: 'partner-invite.waiting'},
      )}
    </span>
  </p>`;
}
