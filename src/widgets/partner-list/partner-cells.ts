import {html, nothing, type TemplateResult} from 'lit';
import {formatInstant, formatRelative} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {addressKey} from '../../partners/addresses.ts';
import {possibleActions, type InvitationAction, type PartnerAccess} from '../../partners/partner-access.ts';
import type {Work} from '../../partners/invitation-work.ts';
import type {Invitation, Partner, PartnerType} from '../../portal/contract/index.ts';
import {mailUrl} from '../../ui/safe-url.ts';
import {markPicture} from '../../ui/marks.ts';
import {icon} from '../../ui/states.ts';
import {renderCorrection, type Correction} from './address-correction.ts';
import {
  actionOn,
  actionText,
  areaLabels,
  deliveryMark,
  describeFailure,
  describeKept,
  statusMark,
  typeLabel,
  type Mark,
} from './partner-words.ts';

/** How rows are to be shown. */
export interface RowContext {
  readonly locale: string;
  readonly types: readonly PartnerType[];
  readonly access: PartnerAccess;
  /** What is being done with an invitation, or was done last. */
  readonly workOf: (invitationId: string) => Work | undefined;
  /** The address that is being corrected. */
  readonly correction: Correction | undefined;
  readonly onAction: (action: InvitationAction, partner: Partner) => void;
  readonly onRetry: (invitation: Invitation) => void;
  readonly onCorrect: (invitation: Invitation) => void;
}

/** Who the partner is. */
export function renderPartner({name, number, contactName, email}: Partner): TemplateResult {
  const url = mailUrl(email);
  const who = [number, contactName].filter((text) => text !== undefined && text !== '');
  return html`<bdi class="name">${name}</bdi> ${
      who.length > 0
        ? html`<span class="line">
            ${who.map((text, index) => html`${index > 0 ? ' · ' : nothing}<bdi>${text}</bdi>`)}
          </span>`
        : nothing
    }
    ${
      email
        ? html`<span class="line"
            >${url ? html`<a href=${url}><bdi>${email}</bdi></a>` : html`<bdi>${email}</bdi>`}</span
          >`
        : nothing
    }`;
}

/** What kind of partner it is, and what is open to it. */
export function renderKind(partner: Partner, {types}: RowContext): TemplateResult {
  const areas = areaLabels(partner, types);
  return html`<bdi>${typeLabel(partner.type, types)}</bdi>
    <span class="line areas">
      ${
        areas.length > 0
          ? areas.map((area, index) => html`${index > 0 ? ', ' : nothing}<bdi>${area}</bdi>`)
          : msg('No areas', {id: 'partner-list.no-areas'})
      }
    </span>`;
}

/** What has become of the partner's invitation. */
export function renderInvitation(partner: Partner, context: RowContext): TemplateResult {
  const {invitation} = partner;
  if (!invitation) {
    return html`<span class="mark muted">${msg('Not invited', {id: 'partner-list.not-invited'})}</span>`;
  }
  return html`${renderMark(statusMark(invitation.status), 'mark')}
    ${isOpen(invitation) ? renderDelivery(invitation) : nothing}
    ${
      addressKey(invitation.email) === addressKey(partner.email)
        ? nothing
        : html`<span class="line">${msg('To', {id: 'partner-list.to'})} <bdi>${invitation.email}</bdi></span>`
    }
    <span class="line dates">${renderDates(invitation, context.locale)}</span>
    ${renderWork(partner, invitation, context)} ${renderCorrecting(partner, invitation, context)}`;
}

/** When the partner was in the portal last. */
export function renderLastActive({lastActiveAt}: Partner, {locale}: RowContext): TemplateResult {
  if (lastActiveAt === undefined) {
    return html`<span class="muted">${msg('Never', {id: 'partner-list.never-active'})}</span>`;
  }
  return renderTime(lastActiveAt, agoOf(lastActiveAt, locale), locale);
}

/** What can be done with the partner's invitation. */
export function renderActions(partner: Partner, context: RowContext): TemplateResult | typeof nothing {
  const {invitation, name} = partner;
  const actions = possibleActions(invitation, context.access);
  if (!invitation || actions.length === 0) return nothing;
  const isBusy = isUnderWay(context.workOf(invitation.id));
  return html`<span class="actions">
    ${actions.map((action) => {
      const text = actionText(action);
      return html`<button
        type="button"
        class="button small"
        part="action"
        aria-label=${actionOn(text, name)}
        aria-disabled=${isBusy || nothing}
        @click=${() => !isBusy && context.onAction(action, partner)}
      >
        ${text}
      </button>`;
    })}
  </span>`;
}

function renderMark({icon: name, text, tone}: Mark, part?: string): TemplateResult {
  return html`<span class="mark ${tone}" part=${part ?? nothing}>
    ${name ? markPicture(name) : nothing}<bdi>${text}</bdi>
  </span>`;
}

/** Whether the e-mail still matters: nobody has accepted, and nobody has taken the invitation back. */
function isOpen({status}: Invitation): boolean {
  return status !== 'accepted' && status !== 'revoked';
}

function renderDelivery({delivery, bounceReason}: Invitation): TemplateResult {
  const mark = deliveryMark(delivery);
  if (delivery !== 'bounced') return html`<span class="line"><bdi>${mark.text}</bdi></span>`;
  return html`${renderMark(mark)}
  ${bounceReason ? html`<span class="line"><bdi>${bounceReason}</bdi></span>` : nothing}`;
}

function renderDates(
  {status, sentAt, createdAt, expiresAt, acceptedAt}: Invitation,
  locale: string,
): TemplateResult {
  const ago = (instant: string) => agoOf(instant, locale);
  if (status === 'accepted' && acceptedAt !== undefined) {
    const when = ago(acceptedAt);
    return renderTime(acceptedAt, msg(str`Accepted ${when}`, {id: 'partner-list.accepted-when'}), locale);
  }
  const sent =
    sentAt === undefined
      ? renderTime(createdAt, msg(str`Invited ${ago(createdAt)}`, {id: 'partner-list.invited-when'}), locale)
      : renderTime(sentAt, msg(str`Sent ${ago(sentAt)}`, {id: 'partner-list.sent-when'}), locale);
  if (status !== 'pending' && status !== 'expired') return sent;
  const end = Date.parse(expiresAt);
  const hasExpired = status === 'expired' || end <= Date.now();
  const expiry = hasExpired
    ? msg(str`Expired ${ago(expiresAt)}`, {id: 'partner-list.expired-when'})
    : msg(str`Expires ${formatRelative(end, locale)}`, {id: 'partner-list.expires-when'});
  return html`${sent} · ${renderTime(expiresAt, expiry, locale)}`;
}

/** How long ago something was. By a clock that is behind that of the portal it may still be to come: it is not. */
function agoOf(instant: string, locale: string): string {
  const now = Date.now();
  return formatRelative(Math.min(Date.parse(instant), now), locale, now);
}

/** In words, with the exact time for who asks. */
function renderTime(instant: string, text: string, locale: string): TemplateResult {
  return html`<time datetime=${instant} title=${formatInstant(Date.parse(instant), locale)}>${text}</time>`;
}

/** What came of what was done last. */
function renderWork(
  {name}: Partner,
  invitation: Invitation,
  {workOf, correction, onRetry}: RowContext,
): TemplateResult | typeof nothing {
  const work = workOf(invitation.id);
  const text = msg('Try again', {id: 'action.try-again'});
  switch (work?.phase) {
    case undefined:
      return nothing;
    case 'waiting':
    case 'sending':
      return html`<span class="line">${describeWait(work.seconds)}</span>`;
    case 'done':
      // What has become of it since then counts more.
      return work.action === 'resend' && work.invitation.status === invitation.status
        ? renderResent(work.invitation, work.email)
        : nothing;
    case 'failed':
      // What is wrong with an address is said where it is typed.
      return work.email === undefined || correction?.invitationId !== invitation.id
        ? html`<span class="mark danger">${icon('error')}<span>${describeFailure(work)}</span></span>
            <button
              type="button"
              class="button small"
              part="action"
              aria-label=${actionOn(text, name)}
              @click=${() => onRetry(invitation)}
            >
              ${text}
            </button>`
        : nothing;
  }
}

/** That something is under way, and why it takes long. */
function describeWait(seconds: number | undefined): string {
  return seconds === undefined
    ? msg('In progress…', {id: 'partner-list.working'})
    : msg(str`The portal is busy. It is tried again in ${seconds} s.`, {id: 'partner-list.busy'});
}

function renderResent({email}: Invitation, wanted: string | undefined): TemplateResult {
  if (wanted === undefined || addressKey(wanted) === addressKey(email)) {
    return html`<span class="mark success">
      ${icon('check')}<span>${msg('Sent again.', {id: 'partner-list.resent'})}</span>
    </span>`;
  }
  return html`<span class="mark warning">
    ${icon('error')}<span>${describeKept(email, wanted)}</span>
  </span>`;
}

function renderCorrecting(
  {name}: Partner,
  invitation: Invitation,
  {workOf, correction, access, onCorrect}: RowContext,
): TemplateResult | typeof nothing {
  const work = workOf(invitation.id);
  const text = msg('Correct and send again', {id: 'partner-list.correct'});
  const label = actionOn(text, name);
  if (correction?.invitationId === invitation.id) return renderCorrection(correction, work, label);
  if (invitation.delivery !== 'bounced' || !possibleActions(invitation, access).includes('resend'))
    return nothing;
  const isBusy = isUnderWay(work);
  return html`<button
    type="button"
    class="button small"
    part="action"
    data-correct=${invitation.id}
    aria-label=${label}
    aria-disabled=${isBusy || nothing}
    @click=${() => !isBusy && onCorrect(invitation)}
  >
    ${text}
  </button>`;
}

function isUnderWay(work: Work | undefined): boolean {
  return work?.phase === 'waiting' || work?.phase === 'sending';
}
