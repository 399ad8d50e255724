import {html, nothing} from 'lit';
import {msg} from '../../locales/localize.ts';
import type {InvitationField} from '../../partners/invitation-draft.ts';
import {icon} from '../../ui/states.ts';

/** A field with what is wrong with it, in words. */
export interface WrongField {
  readonly field: InvitationField;
  readonly errors: readonly string[];
}

/** All that is wrong with a form, each leading to its field. */
export function renderSummary(
  wrong: readonly WrongField[],
  onGoTo: (field: InvitationField) => void,
): unknown {
  if (wrong.length === 0) return nothing;
  return html`<div class="problems" id="problems" role="group" tabindex="-1" aria-labelledby="problems-title">
    <h3 id="problems-title">
      ${icon('error')} ${msg('Please look at these entries again', {id: 'partner-registration.problems'})}
    </h3>
    <ul>
      ${wrong.map(({field, errors}) => {
        const onClick = (event: Event): void => {
          // The page's own fragment is none of ours.
          event.preventDefault();
          onGoTo(field);
        };
        return html`<li><a href="#${field}" @click=${onClick}>${errors.join(' ')}</a></li>`;
      })}
    </ul>
  </div>`;
}
