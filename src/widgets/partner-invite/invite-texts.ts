import type {TemplateResult} from 'lit';
import {formatDay} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {InvitationProblem} from '../../partners/invitation-draft.ts';
import type {KnownPartner} from '../../partners/known-partners.ts';
import type {Invitation} from '../../portal/contract/index.ts';
import type {Wait} from '../../portal/http.ts';
import {withName} from './named.ts';

/** What is wrong with an invitation, in words. */
export function problemText(problem: InvitationProblem): string {
  switch (problem.code) {
    case 'email-missing':
      return msg('Enter an e-mail address.', {id: 'partner-invite.email-missing'});
    case 'email-invalid':
      return msg('Enter an e-mail address such as name@example.com.', {id: 'partner-invite.email-invalid'});
    case 'type-missing':
      return msg('Choose a partner type.', {id: 'partner-invite.type-missing'});
    case 'type-unknown':
      return msg(str`There is no partner type “${problem.text}”.`, {id: 'partner-invite.type-unknown'});
    case 'area-unknown':
      return msg(str`There is no area “${problem.text}” for this partner type.`, {
        id: 'partner-invite.area-unknown',
      });
    case 'language-unknown':
      return msg(str`“${problem.text}” is no language.`, {id: 'partner-invite.language-unknown'});
  }
}

/** What the portal knows of an address, where that is worth a word. */
export function knownText(known: KnownPartner | undefined, locale: string): TemplateResult | undefined {
  if (!known || !('partner' in known)) return undefined;
  const {name, invitation} = known.partner;
  switch (known.status) {
    case 'member':
      return withName(name, (place) =>
        msg(str`${place} uses the portal already.`, {id: 'partner-invite.known-member'}),
      );
    case 'invited':
      return withName(name, (place) =>
        msg(str`${place} has been invited already. The link works until ${dayOf(invitation, locale)}.`, {
          id: 'partner-invite.known-invited',
        }),
      );
    case 'lapsed':
      return withName(name, (place) =>
        msg(str`${place} was invited before and did not accept. You can invite them again.`, {
          id: 'partner-invite.known-lapsed',
        }),
      );
  }
}

/** That an invitation is on its way, or waits for a portal that is busy. */
export function progressText(wait: Wait | undefined): string {
  return wait?.reason === 'busy'
    ? msg(str`The portal is busy. Trying again in ${wait.seconds} seconds.`, {id: 'partner-invite.busy'})
    : msg('Inviting…', {id: 'partner-invite.inviting'});
}

/** The day on which the link of an invitation stops working. */
export function dayOf(invitation: Invitation | undefined, locale: string): string {
  return invitation ? formatDay(Date.parse(invitation.expiresAt), locale) : '';
}
