import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {msg, str} from '../../locales/localize.ts';
import {termsOf, type InvitationTerms} from '../../partners/invitation-draft.ts';
import type {InviteRow, RowStand} from '../../partners/invite-list.ts';
import type {PartnerType} from '../../portal/contract/index.ts';
import {markPicture, type MarkName} from '../../ui/marks.ts';
import {describeError} from '../../ui/states.ts';
import {knownText, problemText} from './invite-texts.ts';

/** What the table shows, and what can be done with its rows. */
export interface TableOptions {
  readonly rows: readonly InviteRow[];
  readonly stands: ReadonlyMap<number, RowStand>;
  readonly forAll: InvitationTerms;
  readonly types: readonly PartnerType[];
  readonly locale: string;
  /** While a list is sent, nothing in it can be changed. */
  readonly isSending: boolean;
  /** What stands in place of a row that is being changed. */
  readonly renderEditor: (row: InviteRow) => TemplateResult | undefined;
  readonly onEdit: (row: InviteRow) => void;
  readonly onRemove: (row: InviteRow) => void;
  readonly onInsist: (row: InviteRow) => void;
  readonly onRetry: (row: InviteRow) => void;
}

/** The people who are still to be invited. */
export function renderTable(options: TableOptions): TemplateResult {
  const {rows, stands, renderEditor} = options;
  const label = msg('People to invite', {id: 'partner-invite.people'});
  return html`<div class="people" role="region" aria-label=${label} tabindex="0">
    <table role="table" aria-label=${label}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${msg('E-mail address', {id: 'partner-invite.email'})}</th>
          <th role="columnheader" scope="col">${msg('Name', {id: 'partner-invite.name'})}</th>
          <th role="columnheader" scope="col">${msg('Partner type', {id: 'partner-invite.type'})}</th>
          <th role="columnheader" scope="col">${msg('Areas', {id: 'partner-invite.areas-column'})}</th>
          <th role="columnheader" scope="col">${msg('State', {id: 'partner-invite.state'})}</th>
          <th role="columnheader" scope="col">
            <span class="visually-hidden">${msg('Actions', {id: 'partner-invite.actions'})}</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          rows,
          ({id}) => id,
          (row) => renderEditor(row) ?? renderRow(row, stands.get(row.id), options),
        )}
      </tbody>
    </table>
  </div>`;
}

function renderRow(row: InviteRow, stand: RowStand | undefined, options: TableOptions): TemplateResult {
  const {types, forAll, isSending, onEdit, onRemove} = options;
  const {email, name} = row.draft;
  const terms = termsOf(row.draft, forAll, types);
  const type = types.find((one) => one.type === terms.partnerType);
  const areas = terms.areas.map((key) => type?.areas.find((area) => area.key === key)?.label ?? key);
  // What is as for all stands once below the list; what is not stands out.
  const isOwn = row.draft.areas !== undefined || terms.partnerType !== forAll.partnerType;
  return html`<tr role="row" part="row" class=${stand?.phase ?? ''} data-id=${row.id}>
    <th role="rowheader" scope="row" class="address"><bdi>${email || '–'}</bdi></th>
    <td role="cell"><bdi>${name}</bdi></td>
    <td role="cell"><bdi>${type?.label ?? terms.partnerType}</bdi></td>
    <td role="cell" class="hint">
      <bdi>${isOwn ? areas.join(', ') : msg('As for all', {id: 'partner-invite.as-for-all'})}</bdi>
    </td>
    <td role="cell" class="stand">${stand && renderStand(row, stand, options)}</td>
    <td role="cell" class="row-actions">
      ${
        isSending
          ? nothing
          : html`<button type="button" class="button quiet" @click=${() => onEdit(row)}>
                ${msg('Edit', {id: 'partner-invite.edit'})}<span class="visually-hidden"> ${email}</span>
              </button>
              <button type="button" class="button quiet" @click=${() => onRemove(row)}>
                ${msg('Remove', {id: 'partner-invite.remove'})}<span class="visually-hidden"> ${email}</span>
              </button>`
      }
    </td>
  </tr>`;
}

function renderStand(row: InviteRow, stand: RowStand, options: TableOptions): unknown {
  const {locale, isSending, onInsist, onRetry} = options;
  switch (stand.phase) {
    case 'invalid':
      return renderMark('error', 'danger', stand.problems.map(problemText).join(' '));
    case 'duplicate':
      return renderMark(
        'error',
        'warning',
        msg('Twice in the list; invited once.', {id: 'partner-invite.duplicate'}),
      );
    case 'known':
      return html`${renderMark('error', 'warning', knownText(stand.known, locale))}
      ${isSending ? nothing : renderButton(msg('Invite all the same', {id: 'partner-invite.insist'}), row, onInsist)}`;
    case 'ready':
      return renderReady(stand, locale);
    case 'sending':
      return renderMark(
        'pending',
        '',
        stand.isWaiting
          ? msg('Waiting for the portal…', {id: 'partner-invite.row-waiting'})
          : msg('Sending…', {id: 'partner-invite.row-sending'}),
      );
    case 'sent':
      return renderMark('check', 'success', msg('Invited', {id: 'partner-invite.row-sent'}));
    case 'failed':
      return html`${renderMark('error', 'danger', failureText(stand))}
      ${isSending ? nothing : renderButton(msg('Try again', {id: 'action.try-again'}), row, onRetry)}`;
  }
}

function renderReady({known}: Extract<RowStand, {phase: 'known' | 'ready'}>, locale: string): unknown {
  if (known?.status === 'asking')
    return renderMark('pending', '', msg('Being checked…', {id: 'partner-invite.row-asking'}));
  if (known?.status === 'unanswered')
    return renderMark(
      'info',
      '',
      msg('Ready. Whether the portal knows them could not be checked.', {
        id: 'partner-invite.row-unanswered',
      }),
    );
  return renderMark(
    known?.status === 'new' || !known ? 'open' : 'info',
    '',
    knownText(known, locale) ?? msg('Ready', {id: 'partner-invite.row-ready'}),
  );
}

/** Why it was not sent: what the portal says of its parts says more than that it refuses the whole. */
function failureText({error}: Extract<RowStand, {phase: 'failed'}>): string {
  const details = error.problems.map(({detail}) => detail);
  const text = details.length > 0 ? [...new Set(details)].join(' ') : describeError(error);
  return error.traceId ? `${text} ${msg(str`Reference: ${error.traceId}`, {id: 'error.reference'})}` : text;
}

function renderMark(name: MarkName, tone: string, text: unknown): TemplateResult {
  return html`<span class="mark ${tone}">${markPicture(name)}<span>${text}</span></span>`;
}

function renderButton(label: string, row: InviteRow, onClick: (row: InviteRow) => void): TemplateResult {
  return html`<button type="button" class="button quiet" @click=${() => onClick(row)}>
    ${label}<span class="visually-hidden"> ${row.draft.email}</span>
  </button>`;
}
