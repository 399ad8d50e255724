import type {InvitationInput, PartnerType} from '../portal/contract/index.ts';
import {isAddress, seen, seenAddress} from './addresses.ts';

/** What an invitation opens, and in which words. */
export interface InvitationTerms {
  /** Empty while none has been chosen. */
  readonly partnerType: string;
  /** Keys of the areas that are opened. */
  readonly areas: readonly string[];
  readonly message: string;
  /** Language of the e-mail, BCP 47. */
  readonly locale: string;
}

/** Somebody who is to be invited. What is undefined is as it is for all. */
export interface InvitationDraft {
  readonly email: string;
  readonly name: string;
  readonly partnerType?: string | undefined;
  readonly areas?: readonly string[] | undefined;
  readonly message?: string | undefined;
  readonly locale?: string | undefined;
}

/** The fields of an invitation, as problems name them. */
export type InvitationField = 'email' | 'name' | 'partnerType' | 'areas' | 'message' | 'locale';

/** What is wrong with an invitation before it is sent. `text`: what was read. */
export type InvitationProblem =
  | {readonly field: 'email'; readonly code: 'email-missing' | 'email-invalid'}
  | {readonly field: 'partnerType'; readonly code: 'type-missing'}
  | {readonly field: 'partnerType'; readonly code: 'type-unknown'; readonly text: string}
  | {readonly field: 'areas'; readonly code: 'area-unknown'; readonly text: string}
  | {readonly field: 'locale'; readonly code: 'language-unknown'; readonly text: string};

/** What holds for one person: their own terms before those for all. Another type opens what the portal proposes for it. */
export function termsOf(
  draft: InvitationDraft,
  forAll: InvitationTerms,
  types: readonly PartnerType[],
): InvitationTerms {
  const partnerType = draft.partnerType ?? forAll.partnerType;
  const areas =
    draft.areas ?? (partnerType === forAll.partnerType ? forAll.areas : proposed(partnerType, types));
  const {message = forAll.message, locale = forAll.locale} = draft;
  return {partnerType, areas, message, locale};
}

/** The areas that the portal proposes for a type. */
export function proposed(type: string, types: readonly PartnerType[]): readonly string[] {
  const areas = types.find((one) => one.type === type)?.areas ?? [];
  return areas.filter((area) => area.default).map(({key}) => key);
}

/** The invitation as the portal takes it. */
export function toInput(
  draft: InvitationDraft,
  forAll: InvitationTerms,
  types: readonly PartnerType[],
): InvitationInput {
  const {partnerType, areas, message, locale} = termsOf(draft, forAll, types);
  const name = seen(draft.name);
  return {
    email: seenAddress(draft.email),
    ...(name && {name}),
    partnerType,
    areas: [...areas],
    ...(message.trim() && {message: message.trim()}),
    ...(locale && {locale}),
  };
}

/** What is wrong with an invitation, as far as that can be known without the portal. */
export function problemsOf(
  draft: InvitationDraft,
  forAll: InvitationTerms,
  types: readonly PartnerType[],
): readonly InvitationProblem[] {
  const problems: InvitationProblem[] = [];
  const email = seenAddress(draft.email);
  if (email === '') problems.push({field: 'email', code: 'email-missing'});
  else if (!isAddress(email)) problems.push({field: 'email', code: 'email-invalid'});
  const {partnerType, areas, locale} = termsOf(draft, forAll, types);
  const type = types.find((one) => one.type === partnerType);
  if (partnerType === '') problems.push({field: 'partnerType', code: 'type-missing'});
  else if (!type) problems.push({field: 'partnerType', code: 'type-unknown', text: partnerType});
  for (const text of areas) {
    if (type && !type.areas.some(({key}) => key === text))
      problems.push({field: 'areas', code: 'area-unknown', text});
  }
  if (locale && !isLanguage(locale)) problems.push({field: 'locale', code: 'language-unknown', text: locale});
  return problems;
}

/** Whether a text is a language tag, BCP 47. */
export function isLanguage(text: string): boolean {
  return /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(text);
}

/** Which field a pointer into an invitation means: `#/areas/0` is one of `areas`. Undefined for what is none of them. */
export function fieldOfPointer(pointer: string): InvitationField | undefined {
  const name = /^#?\/([^/]+)/.exec(pointer)?.[1];
  return fields.find((field) => field === name);
}

const fields: readonly InvitationField[] = ['email', 'name', 'partnerType', 'areas', 'message', 'locale'];
