import {formatCount, pluralForm} from '../../locales/formats.ts';
import {humanise} from '../../locales/labels.ts';
import {msg, str} from '../../locales/localize.ts';
import type {Work} from '../../partners/invitation-work.ts';
import type {InvitationAction} from '../../partners/partner-access.ts';
import type {PartnerListing} from '../../partners/partner-listing.ts';
import type {PartnerType} from '../../portal/contract/index.ts';
import type {MarkName} from '../../ui/marks.ts';
import {describeError} from '../../ui/states.ts';

/** A state as it is shown: a picture, a word and a colour. */
export interface Mark {
  readonly icon: MarkName | undefined;
  readonly text: string;
  readonly tone: 'success' | 'warning' | 'danger' | 'muted' | '';
}

const statuses = new Map<string, () => Mark>([
  ['pending', () => ({icon: 'pending', text: msg('Pending', {id: 'invitation-status.pending'}), tone: ''})],
  [
    'accepted',
    () => ({icon: 'check', text: msg('Accepted', {id: 'invitation-status.accepted'}), tone: 'success'}),
  ],
  [
    'expired',
    () => ({icon: 'error', text: msg('Expired', {id: 'invitation-status.expired'}), tone: 'warning'}),
  ],
  [
    'revoked',
    () => ({icon: 'canceled', text: msg('Revoked', {id: 'invitation-status.revoked'}), tone: 'muted'}),
  ],
]);

const deliveries = new Map<string, () => Mark>([
  [
    'queued',
    () => ({
      icon: undefined,
      text: msg('The e-mail is about to be sent.', {id: 'invitation-delivery.queued'}),
      tone: 'muted',
    }),
  ],
  [
    'sent',
    () => ({
      icon: undefined,
      text: msg('The e-mail was sent.', {id: 'invitation-delivery.sent'}),
      tone: 'muted',
    }),
  ],
  [
    'delivered',
    () => ({
      icon: undefined,
      text: msg('The e-mail was delivered.', {id: 'invitation-delivery.delivered'}),
      tone: 'muted',
    }),
  ],
  [
    'bounced',
    () => ({
      icon: 'error',
      text: msg('The e-mail came back.', {id: 'invitation-delivery.bounced'}),
      tone: 'danger',
    }),
  ],
  [
    'unknown',
    () => ({
      icon: undefined,
      text: msg('It is not known whether the e-mail has arrived.', {id: 'invitation-delivery.unknown'}),
      tone: 'muted',
    }),
  ],
]);

/** What has become of an invitation. */
export function statusMark(status: string): Mark {
  return statuses.get(status)?.() ?? {icon: undefined, text: humanise(status), tone: ''};
}

/** What has become of the e-mail. */
export function deliveryMark(delivery: string): Mark {
  return deliveries.get(delivery)?.() ?? {icon: undefined, text: humanise(delivery), tone: 'muted'};
}

/** A kind of partner in the portal's words; its key where the portal has none. */
export function typeLabel(type: string, types: readonly PartnerType[]): string {
  return types.find((each) => each.type === type)?.label ?? humanise(type);
}

/** The areas that are open to a partner of a kind, in the portal's words. */
export function areaLabels(
  {type, areas}: {type: string; areas: readonly string[]},
  types: readonly PartnerType[],
): string[] {
  const known = types.find((each) => each.type === type)?.areas ?? [];
  return areas.map((key) => known.find((area) => area.key === key)?.label ?? humanise(key));
}

/** What is done by a button. */
export function actionText(action: InvitationAction): string {
  return action === 'resend'
    ? msg('Send again', {id: 'partner-list.resend'})
    : msg('Revoke', {id: 'partner-list.revoke'});
}

/** A button's text with whom it is about, for who hears it out of its row. */
export function actionOn(text: string, name: string): string {
  return msg(str`${text}: ${name}`, {id: 'partner-list.action-on'});
}

/** How many partners there are, and how many of them have been loaded. */
export function describeCount({partners, next, skipped, total: all}: PartnerListing, locale: string): string {
  const count = formatCount(partners.length, locale);
  if (next === null && skipped === 0) {
    return pluralForm(partners.length, locale) === 'one'
      ? msg(str`${count} partner`, {id: 'partner-list.count-one'})
      : msg(str`${count} partners`, {id: 'partner-list.count'});
  }
  const total = next === null ? partners.length + skipped : all;
  if (total === undefined) return msg(str`${count} shown so far`, {id: 'document-list.count-so-far'});
  return msg(str`${count} of ${formatCount(total, locale)} shown`, {id: 'document-list.count-of'});
}

/** A portal that has sent it to the old address all the same. */
export function describeKept(email: string, wanted: string): string {
  return msg(
    str`The portal has kept the old address: it was sent again to ${email}, not to ${wanted}. Revoke it and invite the new address instead.`,
    {id: 'partner-list.address-kept'},
  );
}

/** Why something could not be done, and what is not known. */
export function describeFailure({error, action}: Extract<Work, {phase: 'failed'}>): string {
  const what = describeError(error);
  // Without an answer nobody knows.
  if (error.status !== undefined || error.kind === 'offline') return what;
  const unknown =
    action === 'resend'
      ? msg('It is not known whether the invitation was sent again.', {id: 'partner-list.resend-unknown'})
      : msg('It is not known whether the invitation was revoked.', {id: 'partner-list.revoke-unknown'});
  return `${what} ${unknown}`;
}
