import {html, nothing, type TemplateResult} from 'lit';
import {formatCount} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import type {InvitationAction} from '../../partners/partner-access.ts';
import type {Invitation} from '../../portal/contract/index.ts';

/** What is asked before it is done: a portal has no way back from either. */
export interface Question {
  readonly action: InvitationAction;
  /** With which invitations. */
  readonly invitations: readonly Invitation[];
  /** How many were chosen; as many, or more, of which some do not allow it. */
  readonly chosen: number;
}

/** The question, open or not. It stays in the page while it is closed. */
export function renderQuestion(
  question: Question | undefined,
  {locale, onYes, onNo}: {locale: string; onYes: () => void; onNo: () => void},
): TemplateResult {
  return html`<dialog class="dialog" id="question" part="dialog" aria-labelledby="question-title">
    ${
      question
        ? html`<div class="dialog-head">
              <h2 id="question-title">${titleOf(question, locale)}</h2>
            </div>
            <div class="dialog-body">${renderConsequence(question, locale)}</div>
            <div class="dialog-foot">
              <button type="button" class="button" @click=${onNo}>
                ${
                  question.action === 'revoke'
                    ? msg('Keep', {id: 'partner-list.keep'})
                    : msg('Cancel', {id: 'action.cancel'})
                }
              </button>
              <button type="button" class="button primary" @click=${onYes}>
                ${
                  question.action === 'revoke'
                    ? msg('Revoke', {id: 'partner-list.revoke'})
                    : msg('Send again', {id: 'partner-list.resend'})
                }
              </button>
            </div>`
        : nothing
    }
  </dialog>`;
}

function titleOf({action, invitations}: Question, locale: string): string {
  const count = formatCount(invitations.length, locale);
  if (action === 'resend')
    return invitations.length === 1
      ? msg('Send this invitation again?', {id: 'partner-list.resend-one'})
      : msg(str`Send ${count} invitations again?`, {id: 'partner-list.resend-many'});
  return invitations.length === 1
    ? msg('Revoke this invitation?', {id: 'partner-list.revoke-one'})
    : msg(str`Revoke ${count} invitations?`, {id: 'partner-list.revoke-many'});
}

function renderConsequence({action, invitations, chosen}: Question, locale: string): TemplateResult {
  const [only] = invitations;
  const some = formatCount(invitations.length, locale);
  const all = formatCount(chosen, locale);
  return html`${only && invitations.length === 1 ? html`<p><bdi>${only.email}</bdi></p>` : nothing}
    ${
      chosen > invitations.length
        ? html`<p>
            ${
              action === 'resend'
                ? msg(str`${some} of ${all} can be sent again.`, {id: 'partner-list.resend-some'})
                : msg(str`${some} of ${all} can be revoked.`, {id: 'partner-list.revoke-some'})
            }
          </p>`
        : nothing
    }
    <p>
      ${
        action === 'resend'
          ? msg('A new e-mail is sent to each address. Links that were sent before stop working.', {
              id: 'partner-list.resend-consequence',
            })
          : msg(
              'The link in the e-mail stops working at once. This cannot be undone, but you can invite again.',
              {
                id: 'partner-list.revoke-consequence',
              },
            )
      }
    </p>`;
}
