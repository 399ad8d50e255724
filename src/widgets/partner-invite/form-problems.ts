import {
  fieldOfPointer,
  type InvitationField,
  type InvitationProblem,
} from '../../partners/invitation-draft.ts';
import type {PortalError} from '../../portal/errors.ts';
import {problemText} from './invite-texts.ts';
import type {WrongField} from './problem-summary.ts';

/** Those that have a place of their own; areas are part of their partner type. */
const places = ['email', 'name', 'partnerType', 'message', 'locale'] as const;

/** What is wrong with the form for one: found here, or said by the portal. */
export class FormProblems {
  /** Undefined until somebody has wanted to send. */
  found: readonly InvitationProblem[] | undefined;
  /** What the portal said of fields, until they are changed. */
  readonly refused = new Map<InvitationField, string>();

  /** What is wrong with a field, in words. */
  errors(field: InvitationField): readonly string[] {
    const fields = field === 'partnerType' ? ['partnerType', 'areas'] : [field];
    const own = this.found?.filter((problem) => fields.includes(problem.field)) ?? [];
    const refused = [...this.refused].filter(([one]) => fields.includes(one)).map(([, detail]) => detail);
    return [...own.map(problemText), ...refused];
  }

  /** The fields that something is wrong with, in their order. */
  fields(): readonly WrongField[] {
    return places
      .map((field) => ({field, errors: this.errors(field)}))
      .filter(({errors}) => errors.length > 0);
  }

  /** Takes what the portal says of fields. True where that is all it says. */
  refuse({problems}: PortalError): boolean {
    for (const {pointer, detail} of problems) {
      const field = fieldOfPointer(pointer);
      if (field) this.refused.set(field, detail);
    }
    return problems.length > 0 && problems.every(({pointer}) => fieldOfPointer(pointer) !== undefined);
  }

  /** A field has been changed. */
  forget(name: string | undefined): void {
    for (const one of this.refused.keys()) if (one === name) this.refused.delete(one);
    if (name === 'partnerType') this.refused.delete('areas');
  }
}
