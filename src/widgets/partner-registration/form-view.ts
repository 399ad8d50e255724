import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {formatDay, formatList, formatRecent} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {fieldPlace, termsPlace, type RegistrationProblem, type Terms} from '../../partners/registration.ts';
import type {InvitationLookup} from '../../portal/contract/index.ts';
import {fieldAria, renderFieldErrors} from '../../ui/field.ts';
import {safeUrl} from '../../ui/safe-url.ts';
import {icon} from '../../ui/states.ts';
import {userNameField} from './autocomplete.ts';
import {renderQuestion} from './question.ts';
import {problemText} from './problem-text.ts';

/** With what the form is drawn. */
export interface FormView {
  readonly lookup: InvitationLookup;
  readonly locale: string;
  readonly problems: readonly RegistrationProblem[];
  /** Places of passwords that are shown as they are typed. */
  readonly shown: ReadonlySet<string>;
  readonly isSending: boolean;
  /** What is said while it is being sent. */
  readonly status: string;
  /** What has gone wrong, in place of an answer. */
  readonly failure: TemplateResult | typeof nothing;
  /** The id of what is drawn for a place. */
  readonly idOf: (place: string) => string;
  readonly onSubmit: (event: Event) => void;
  readonly onInput: (event: Event) => void;
  readonly onShow: (place: string) => void;
  readonly onGoTo: (place: string) => void;
}

/** The invitation, and what is asked for. */
export function renderForm(view: FormView): TemplateResult {
  const {lookup, idOf, isSending} = view;
  // Should a script fail, the browser's own way of sending puts nothing into the address.
  return html`<form
    class="registration"
    method="post"
    novalidate
    aria-labelledby=${idOf('title')}
    @submit=${view.onSubmit}
    @input=${view.onInput}
    @change=${view.onInput}
  >
    ${renderInvitation(view)} ${renderSummary(view)} ${renderQuestions(view)}
    ${
      lookup.terms.length > 0
        ? html`<fieldset class="terms">
            <legend class="label">${msg('Terms', {id: 'partner-registration.terms'})}</legend>
            ${repeat(lookup.terms, termsPlace, (terms) => renderTerms(terms, view))}
          </fieldset>`
        : nothing
    }
    <div class="failure" role="alert">${view.failure}</div>
    <div class="send">
      <button type="submit" class="button primary" aria-disabled=${isSending ? 'true' : nothing}>
        ${
          isSending
            ? msg('Registering…', {id: 'partner-registration.sending'})
            : msg('Register', {id: 'partner-registration.send'})
        }
      </button>
      <span class="hint" role="status">${view.status}</span>
    </div>
  </form>`;
}

function renderInvitation({lookup, locale, idOf}: FormView): TemplateResult {
  const {companyName, inviterName, emailMasked, expiresAt, areas = []} = lookup;
  return html`<header class="invitation">
    <h2 id=${idOf('title')} tabindex="-1" data-focus-fallback>
      ${msg(str`${isolated(companyName)} invites you to its partner portal`, {id: 'partner-registration.title'})}
    </h2>
    <dl class="about">
      ${
        inviterName
          ? html`<div>
              <dt>${msg('Invited by', {id: 'partner-registration.invited-by'})}</dt>
              <dd><bdi>${inviterName}</bdi></dd>
            </div>`
          : nothing
      }
      <div>
        <dt>${msg('Sent to', {id: 'partner-registration.sent-to'})}</dt>
        <dd><bdi>${emailMasked}</bdi></dd>
      </div>
      <div>
        <dt>${msg('Invited as', {id: 'partner-registration.invited-as'})}</dt>
        <dd><bdi>${partnerTypeOf(lookup)}</bdi></dd>
      </div>
      <div>
        <dt>${msg('Valid until', {id: 'partner-registration.valid-until'})}</dt>
        <dd>${expiry(Date.parse(expiresAt), locale)}</dd>
      </div>
      ${
        areas.length > 0
          ? html`<div class="opens">
              <dt>${msg('What you will see', {id: 'partner-registration.opens'})}</dt>
              <dd>${formatList(areas.map(isolated), locale)}</dd>
            </div>`
          : nothing
      }
    </dl>
  </header>`;
}

/** The kind of partner; a portal that has no name of it for people has at least one for requests. */
function partnerTypeOf({partnerTypeLabel, partnerType}: InvitationLookup): string {
  return partnerTypeLabel || partnerType.replaceAll(/[_-]+/g, ' ');
}

/** The hour, too, where it comes soon. */
function expiry(at: number, locale: string): string {
  const isSoon = at - Date.now() < 2 * 86_400_000;
  return isSoon ? formatRecent(at, locale) : formatDay(at, locale);
}

function renderQuestions(view: FormView): TemplateResult {
  const {fields} = view.lookup;
  const named = userNameField(fields);
  const firstPassword = fields.find(({type}) => type === 'password');
  return html`<div class="questions">
    ${repeat(
      fields,
      ({key, type}) => `${type} ${key}`,
      (field) => html`
        ${
          named && field === firstPassword
            ? html`<input
                type="text"
                id=${view.idOf('user name')}
                autocomplete="username"
                aria-hidden="true"
                tabindex="-1"
                hidden
              />`
            : nothing
        }
        ${renderQuestion(field, view)}
      `,
    )}
  </div>`;
}

function renderTerms(terms: Terms, {problems, idOf}: FormView): TemplateResult {
  const place = termsPlace(terms);
  const id = idOf(place);
  const errors = problems.filter((problem) => problem.place === place).map(termsProblemText);
  const aria = fieldAria(id, {hint: terms.version, errors});
  const url = safeUrl(terms.url);
  const read = msg('Read in a new tab', {id: 'partner-registration.read'});
  return html`<div class="field">
    <label class="tick">
      <input
        type="checkbox"
        id=${id}
        aria-required="true"
        aria-invalid=${aria.invalid}
        aria-describedby=${aria.describedBy}
      />
      <span>${msg(str`I agree to: ${isolated(terms.title)}`, {id: 'partner-registration.agree'})}</span>
    </label>
    <p class="hint under-tick" id="${id}-hint">
      ${msg(str`Version ${isolated(terms.version)}`, {id: 'partner-registration.version'})}
      ${
        url
          ? html`·
              <a
                href=${url}
                target="_blank"
                rel="noopener noreferrer"
                referrerpolicy="no-referrer"
                aria-label=${`${read}: ${terms.title}`}
                >${read}</a
              >`
          : nothing
      }
    </p>
    ${renderFieldErrors(id, errors)}
  </div>`;
}

function termsProblemText({reason}: RegistrationProblem): string {
  return reason === 'newer'
    ? msg('There is a newer version. Please read it, and agree to it.', {id: 'partner-registration.newer'})
    : msg('Please agree to go on.', {id: 'partner-registration.not-agreed'});
}

/** All that is wrong, each leading to its place. */
function renderSummary(view: FormView): TemplateResult | typeof nothing {
  const {problems, lookup, idOf, onGoTo} = view;
  if (problems.length === 0) return nothing;
  const title = msg('Please look at these entries again', {id: 'partner-registration.problems'});
  return html`<div
    class="summary"
    id=${idOf('summary')}
    role="group"
    tabindex="-1"
    aria-labelledby=${idOf('summary title')}
  >
    <h3 id=${idOf('summary title')}>${icon('error')} ${title}</h3>
    <ul>
      ${problems.map((problem) => {
        const {place} = problem;
        const field = lookup.fields.find((each) => fieldPlace(each) === place);
        const terms = lookup.terms.find((each) => termsPlace(each) === place);
        const label = field?.label ?? terms?.title;
        const text = field || !terms ? problemText(problem, field) : termsProblemText(problem);
        if (place === undefined || (!field && !terms)) return html`<li>${text}</li>`;
        const onClick = (event: Event) => {
          // The page's own fragment is none of ours.
          event.preventDefault();
          onGoTo(place);
        };
        return html`<li>
          <a href="#${idOf(place)}" @click=${onClick}><bdi>${label}</bdi>: ${text}</a>
        </li>`;
      })}
    </ul>
  </div>`;
}

/** A text of somebody else's inside a sentence: it keeps its direction to itself. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
