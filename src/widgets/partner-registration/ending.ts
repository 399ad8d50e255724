import {html, nothing, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import type {PortalError} from '../../portal/errors.ts';
import {describeError, icon, type IconName} from '../../ui/states.ts';
import {isolated} from './form-view.ts';
import type {Closed} from './lookup.ts';

/** What is said where there is no form. The title takes the focus where it comes in place of one. */
export interface Ending {
  readonly titleId: string;
}

/** The page was opened without the link of an invitation. */
export function renderNoInvitation({titleId}: Ending): TemplateResult {
  return renderEnding('info', {
    titleId,
    title: msg('Open the link of your invitation', {id: 'partner-registration.none'}),
    text: msg(
      'Registration begins with the link in the e-mail that invites you. Where it leads here, copy the whole of it into your browser.',
      {id: 'partner-registration.none-how'},
    ),
  });
}

/** An invitation that cannot be accepted, and what to do next. */
export function renderClosed(reason: Closed, company: string | undefined, {titleId}: Ending): TemplateResult {
  return renderEnding('locked', {titleId, title: closedTitle(reason), text: closedText(reason, company)});
}

function closedTitle(reason: Closed): string {
  switch (reason) {
    case 'expired':
      return msg('This invitation has expired', {id: 'partner-registration.expired'});
    case 'revoked':
      return msg('This invitation was withdrawn', {id: 'partner-registration.revoked'});
    case 'over':
      return msg('This invitation is not valid any more', {id: 'partner-registration.over'});
    case 'unknown':
      return msg('This link does not work, or has been used', {id: 'partner-registration.unknown'});
  }
}

function closedText(reason: Closed, company: string | undefined): string {
  if (reason === 'unknown') {
    return msg(
      'If you have registered with it, sign in to the portal. Otherwise open the whole link from the e-mail once more, or ask whoever invited you for a new one.',
      {id: 'partner-registration.unknown-how'},
    );
  }
  return company
    ? msg(str`Ask ${isolated(company)} for a new one.`, {id: 'partner-registration.ask-company'})
    : msg('Ask whoever invited you for a new one.', {id: 'partner-registration.ask'});
}

/** That the invitation was accepted, and what comes of that. */
export interface Accepted {
  readonly company: string;
  /** Where to go on, where that is known. */
  readonly next: string | undefined;
  /** Whether with what was filled in before the last change of it. */
  readonly isEarlier: boolean;
}

/** The invitation was accepted. */
export function renderAccepted({company, next, isEarlier}: Accepted, {titleId}: Ending): TemplateResult {
  return renderEnding('check', {
    titleId,
    isGood: true,
    title: msg('Your account is ready', {id: 'partner-registration.accepted'}),
    text: next
      ? msg(str`You are registered at the partner portal of ${isolated(company)}.`, {
          id: 'partner-registration.accepted-at',
        })
      : msg(str`You are registered at the partner portal of ${isolated(company)}, and can sign in there.`, {
          id: 'partner-registration.accepted-sign-in',
        }),
    ...(isEarlier
      ? {
          hint: msg(
            'An earlier try had arrived. What you had filled in then counts, the password too, and not what you have changed since.',
            {id: 'partner-registration.accepted-earlier'},
          ),
        }
      : {}),
    action: next
      ? html`<a class="button primary" href=${next} referrerpolicy="no-referrer">
          ${msg('Go on to the portal', {id: 'partner-registration.next'})}
        </a>`
      : nothing,
  });
}

interface EndingText extends Ending {
  readonly title: string;
  readonly text: string;
  readonly hint?: string;
  readonly isGood?: boolean;
  readonly action?: TemplateResult | typeof nothing;
}

function renderEnding(
  name: IconName,
  {titleId, title, text, hint, isGood = false, action = nothing}: EndingText,
): TemplateResult {
  return html`<section class=${isGood ? 'state ending good' : 'state ending'} aria-labelledby=${titleId}>
    ${icon(name)}
    <h2 id=${titleId} tabindex="-1" data-focus-fallback>${title}</h2>
    <p>${text}</p>
    ${hint ? html`<p>${hint}</p>` : nothing} ${action}
  </section>`;
}

/** Whether the page holds the session of somebody else. */
export function isWrongAccount({kind, code}: PortalError): boolean {
  return kind === 'forbidden' && code === 'wrong_account';
}

/** Somebody else is signed in, said before there is a form. */
export function renderWrongAccount(retry: () => void, {titleId}: Ending): TemplateResult {
  return renderEnding('locked', {
    titleId,
    title: wrongAccountTitle(),
    text: wrongAccountText(),
    action: html`<button type="button" class="button" @click=${retry}>
      ${msg('Try again', {id: 'action.try-again'})}
    </button>`,
  });
}

function wrongAccountTitle(): string {
  return msg('You are signed in as somebody else.', {id: 'partner-registration.wrong-account'});
}

function wrongAccountText(): string {
  return msg(
    'Sign out of the portal in another tab, and register here again. Or open the link from the e-mail in a private window.',
    {id: 'partner-registration.wrong-account-how'},
  );
}

/** What went wrong while it was being sent. Everything that was typed is still there. */
export function renderFailure(error: PortalError): TemplateResult {
  const isOther = isWrongAccount(error);
  return html`<div class="notice danger">
    ${icon('error')}
    <div class="notice-text">
      <p>
        <strong>${isOther ? wrongAccountTitle() : describeError(error)}</strong>
      </p>
      <p>
        ${
          isOther
            ? wrongAccountText()
            : msg('What you have filled in is still here. Try again: you will be registered once.', {
                id: 'partner-registration.kept',
              })
        }
      </p>
      ${
        error.traceId
          ? html`<p class="reference">${msg(str`Reference: ${error.traceId}`, {id: 'error.reference'})}</p>`
          : nothing
      }
    </div>
  </div>`;
}
