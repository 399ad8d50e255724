import type {PartnerType} from '../portal/contract/index.ts';
import {problemsOf, type InvitationDraft, type InvitationTerms} from './invitation-draft.ts';

/** A word that a list has for a partner type, an area or a language, and the portal has not. */
export interface UnknownWord {
  readonly field: 'partnerType' | 'areas' | 'locale';
  readonly text: string;
}

/** The words that are not known, each once, those of most people first. */
export function unknownWords(
  drafts: readonly InvitationDraft[],
  forAll: InvitationTerms,
  types: readonly PartnerType[],
): readonly UnknownWord[] {
  const found = new Map<string, {word: UnknownWord; count: number}>();
  for (const draft of drafts) {
    for (const problem of problemsOf(draft, forAll, types)) {
      if (!('text' in problem)) continue;
      const {field, text} = problem;
      const key = `${field} ${text}`;
      found.set(key, {word: {field, text}, count: (found.get(key)?.count ?? 0) + 1});
    }
  }
  return [...found.values()].sort((one, other) => other.count - one.count).map(({word}) => word);
}

/** An invitation with what a word means in its place; the same one where it has not the word. */
export function withMeaning(
  draft: InvitationDraft,
  {field, text}: UnknownWord,
  meaning: string,
): InvitationDraft {
  if (field === 'areas') {
    if (!draft.areas?.includes(text)) return draft;
    return {...draft, areas: [...new Set(draft.areas.map((area) => (area === text ? meaning : area)))]};
  }
  return draft[field] === text ? {...draft, [field]: meaning} : draft;
}
