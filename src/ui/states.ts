import {html, nothing, type TemplateResult} from 'lit';
import {msg, str} from '../locales/localize.ts';
import type {PortalError} from '../portal/errors.ts';

/** What happened, as a sentence for the user. The portal's own words win where it has some for the user. */
export function describeError(error: PortalError): string {
  switch (error.kind) {
    case 'offline':
      return msg('You are offline.', {id: 'error.offline'});
    case 'unreachable':
      return msg('The portal could not be reached.', {id: 'error.unreachable'});
    case 'timeout':
      return msg('The portal did not answer in time.', {id: 'error.timeout'});
    case 'signed-out':
      return msg('You are signed out.', {id: 'error.signed-out'});
    case 'token':
      return msg('Signing in did not work.', {id: 'error.token'});
    case 'forbidden':
      return error.detail ?? msg('You are not allowed to do this.', {id: 'error.forbidden'});
    case 'not-found':
    case 'gone':
      return error.detail ?? msg('This is not there any more.', {id: 'error.not-found'});
    case 'busy':
      return error.retryAfter === undefined
        ? msg('The portal is busy.', {id: 'error.busy'})
        : msg(str`The portal is busy. Try again in ${error.retryAfter} seconds.`, {id: 'error.busy-until'});
    case 'invalid':
      return error.detail ?? msg('The portal did not accept this.', {id: 'error.invalid'});
    case 'stale':
    case 'conflict':
      return error.detail ?? msg('It was changed in the meantime.', {id: 'error.stale'});
    case 'contract':
      return msg('The portal gave an answer that could not be understood.', {id: 'error.contract'});
    case 'server':
      return msg('The portal had a problem.', {id: 'error.server'});
    default:
      return msg('Something went wrong.', {id: 'error.failed'});
  }
}

/** The label of the button that tries again after an error. */
export function retryText({kind}: PortalError): string {
  return kind === 'signed-out' || kind === 'token'
    ? msg('Sign in again', {id: 'action.sign-in-again'})
    : msg('Try again', {id: 'action.try-again'});
}

/** An error in place of what could not be shown: what happened, a reference if there is one, a way on. */
export function renderError(error: PortalError, retry?: () => void): TemplateResult {
  return html`<div class="state error" role="alert" part="error">
    ${icon('error')}
    <p>${describeError(error)}</p>
    ${
      error.traceId
        ? html`<p class="reference">${msg(str`Reference: ${error.traceId}`, {id: 'error.reference'})}</p>`
        : nothing
    }
    ${retry ? html`<button type="button" class="button" @click=${retry}>${retryText(error)}</button>` : nothing}
  </div>`;
}

const paths = {
  error: 'M8 1.5 15 14H1ZM8 6v4M8 11.7v.6',
  empty: 'M3 2h7l3 3v9H3ZM10 2v3h3M5.5 8h5M5.5 11h5',
  locked: 'M3.5 7h9v7h-9ZM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  pending: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM8 4.5V8l2.5 1.5',
  close: 'm4 4 8 8M12 4l-8 8',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.5 10.5 14 14',
  arrow: 'M8 13V3M4 7l4-4 4 4',
  draft: 'm10.5 3 2.5 2.5L5.5 13H3v-2.5Z',
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM8 7v4.5M8 4.5v.6',
} as const;

/** The name of a picture. */
export type IconName = keyof typeof paths;

/** A picture beside words; it says nothing that the words do not. */
export function icon(name: IconName): TemplateResult {
  return picture(paths[name]);
}

/** As `icon`, for pictures that few widgets need: `path` is drawn by a line in a square of 16. */
export function picture(path: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>`;
}
