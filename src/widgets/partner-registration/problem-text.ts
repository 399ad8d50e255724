import {msg, str} from '../../locales/localize.ts';
import type {RegistrationProblem} from '../../partners/registration.ts';
import type {Field} from '../../portal/contract/index.ts';

/** What is wrong with an entry, and how to mend it. */
export function problemText({reason, detail}: RegistrationProblem, field: Field | undefined): string {
  switch (reason) {
    case 'missing':
      return missingText(field);
    case 'no-email':
      return msg('Please write an e-mail address, as name@company.example.', {
        id: 'partner-registration.no-email',
      });
    case 'too-long':
      return msg(str`Please write at most ${field?.maxLength ?? 0} characters.`, {
        id: 'partner-registration.too-long',
      });
    default:
      return detail || msg('The portal did not accept this.', {id: 'error.invalid'});
  }
}

function missingText(field: Field | undefined): string {
  switch (field?.type) {
    case 'checkbox':
      return msg('Please tick this.', {id: 'partner-registration.not-ticked'});
    case 'country':
    case 'select':
      return msg('Please choose one.', {id: 'partner-registration.not-chosen'});
    default:
      return msg('Please fill this in.', {id: 'partner-registration.missing'});
  }
}
