import {html, nothing, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import {addressKey, isAddress, seenAddress} from '../../partners/addresses.ts';
import type {Work} from '../../partners/invitation-work.ts';
import {renderField} from '../../ui/field.ts';
import {describeFailure} from './partner-words.ts';

/** An address that is being corrected. */
export interface Correction {
  readonly invitationId: string;
  readonly text: string;
  /** What speaks against the address before the portal is asked. */
  readonly problem: 'none' | 'empty' | 'no-address' | 'same';
  readonly onText: (text: string) => void;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

/** What speaks against an address in place of one that was wrong. */
export function problemOf(text: string, old: string): Correction['problem'] {
  const email = seenAddress(text);
  if (email === '') return 'empty';
  if (!isAddress(email)) return 'no-address';
  return addressKey(email) === addressKey(old) ? 'same' : 'none';
}

/** The form for another address, in place of the button that opens it. `work`: what came of the last one; `label`: whose it is. */
export function renderCorrection(
  correction: Correction,
  work: Work | undefined,
  label: string,
): TemplateResult {
  const {invitationId, text, onText, onSend, onCancel} = correction;
  const isBusy = work?.phase === 'waiting' || work?.phase === 'sending';
  const errors = errorsOf(correction, work);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!isBusy) onSend();
  };
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isBusy) return;
    // Inside a dialog of the host the first Escape is ours.
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  return html`<form
    class="correction"
    part="correction"
    aria-label=${label}
    novalidate
    @submit=${onSubmit}
    @keydown=${onKeydown}
  >
    ${renderField({
      id: `address-${invitationId}`,
      label: msg('Correct address', {id: 'partner-list.correct-address'}),
      errors,
      control: ({id, invalid, describedBy}) =>
        html`<input
          class="input"
          type="email"
          autocomplete="off"
          spellcheck="false"
          id=${id}
          data-correction
          aria-invalid=${invalid}
          aria-describedby=${describedBy}
          ?readonly=${isBusy}
          .value=${text}
          @input=${(event: Event) =>
            event.currentTarget instanceof HTMLInputElement && onText(event.currentTarget.value)}
        />`,
    })}
    <span class="actions">
      <button type="submit" class="button small primary" part="action" aria-disabled=${isBusy || nothing}>
        ${
          isBusy
            ? msg('In progress…', {id: 'partner-list.working'})
            : msg('Send again', {id: 'partner-list.resend'})
        }
      </button>
      <button
        type="button"
        class="button small"
        aria-disabled=${isBusy || nothing}
        @click=${() => !isBusy && onCancel()}
      >
        ${msg('Cancel', {id: 'action.cancel'})}
      </button>
    </span>
  </form>`;
}

function errorsOf({problem, text}: Correction, work: Work | undefined): string[] {
  if (problem !== 'none') return [describeProblem(problem)];
  // What the portal has said of one address says nothing of another.
  if (work?.phase !== 'failed' || work.email !== seenAddress(text)) return [];
  const refused = work.error.problems.filter(({pointer}) => pointer === '#/email');
  const [first] = refused.flatMap(({detail}) => detail ?? []);
  return [first ?? describeFailure(work)];
}

function describeProblem(problem: Exclude<Correction['problem'], 'none'>): string {
  switch (problem) {
    case 'empty':
      return msg('Enter an e-mail address.', {id: 'partner-list.address-empty'});
    case 'no-address':
      return msg('This is no e-mail address. It has to be like name@example.com.', {
        id: 'partner-list.address-wrong',
      });
    case 'same':
      return msg('This is the address that the e-mail came back from. Enter another one.', {
        id: 'partner-list.address-same',
      });
  }
}
