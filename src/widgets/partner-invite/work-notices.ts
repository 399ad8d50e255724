import {html, nothing, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import type {KnownPartner} from '../../partners/known-partners.ts';
import type {PortalError} from '../../portal/errors.ts';
import {describeError, icon} from '../../ui/states.ts';
import {knownText} from './invite-texts.ts';

/** Why an invitation was not sent. */
export function renderFailure(error: PortalError): TemplateResult {
  const {traceId} = error;
  const reference = traceId
    ? html`<span class="reference">${msg(str`Reference: ${traceId}`, {id: 'error.reference'})}</span>`
    : nothing;
  return html`<div class="notice danger" part="notice">
    ${icon('error')}<span>${describeError(error)} ${reference}</span>
  </div>`;
}

/** What the portal knows of an address. */
export function renderKnown(known: KnownPartner | undefined, locale: string): unknown {
  const text = knownText(known, locale);
  if (!text) return nothing;
  const isWarning = known?.status !== 'lapsed';
  return html`<p class="notice ${isWarning ? 'warning' : ''}" part="notice">
    ${icon(isWarning ? 'error' : 'info')}<span>${text}</span>
  </p>`;
}
