import {seenAddress} from '../../partners/addresses.ts';
import type {InvitationDraft, InvitationTerms} from '../../partners/invitation-draft.ts';

/** What the form says. */
export interface FormValues {
  readonly draft: InvitationDraft;
  readonly terms: InvitationTerms;
}

/** Reads the form for one person; in a list it says what holds for all. */
export function readForm(form: HTMLFormElement | undefined): FormValues {
  const data = new FormData(form);
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  const partnerType = text('partnerType');
  const areas = data.getAll(`areas ${partnerType}`).filter((area) => typeof area === 'string');
  return {
    draft: {email: seenAddress(text('email')), name: text('name')},
    terms: {partnerType, areas, message: text('message'), locale: text('locale')},
  };
}
