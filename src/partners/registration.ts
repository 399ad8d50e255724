import type {Field, InvitationAcceptanceInput, InvitationLookup} from '../portal/contract/index.ts';
import type {ProblemItem} from '../portal/contract/problem.ts';
import {newUuid} from '../portal/uuid.ts';

/** What somebody agrees to. */
export type Terms = InvitationLookup['terms'][number];

/** What a registration asks for. */
export type Questions = Pick<InvitationLookup, 'fields' | 'terms'>;

/** What has been filled in, by the places of the questions. */
export interface Answers {
  /** As typed; whether it is ticked, for a checkbox. */
  readonly values: ReadonlyMap<string, string | boolean>;
  /** The terms that were agreed to. */
  readonly agreed: ReadonlySet<string>;
}

/** Something that keeps a registration from being accepted. */
export interface RegistrationProblem {
  /** Which question it is about; undefined: none that is known. */
  readonly place: string | undefined;
  /** `newer`: the terms are others by now. `refused`: the portal says so, in `detail`. */
  readonly reason: 'missing' | 'no-email' | 'too-long' | 'newer' | 'refused';
  /** The portal's own words. */
  readonly detail?: string;
}

/** The place of a field. */
export function fieldPlace({key}: Field): string {
  return `field ${key}`;
}

/** The place of terms: another version is another question. */
export function termsPlace({id, version}: Terms): string {
  return `terms ${JSON.stringify([id, version])}`;
}

/** What is missing or cannot be meant, in the order of the questions. Everything else is the portal's to say. */
export function problemsOf({fields, terms}: Questions, {values, agreed}: Answers): RegistrationProblem[] {
  const ofFields = fields.flatMap((field): RegistrationProblem[] => {
    const place = fieldPlace(field);
    const reason = objection(field, values.get(place));
    return reason ? [{place, reason}] : [];
  });
  const ofTerms = terms.flatMap((each): RegistrationProblem[] => {
    const place = termsPlace(each);
    return agreed.has(place) ? [] : [{place, reason: 'missing'}];
  });
  return [...ofFields, ...ofTerms];
}

function objection(
  field: Field,
  value: string | boolean | undefined,
): RegistrationProblem['reason'] | undefined {
  if (typeof value !== 'string') return field.required && value !== true ? 'missing' : undefined;
  const text = sent(field, value);
  if (text === '') return field.required ? 'missing' : undefined;
  if (field.maxLength !== undefined && text.length > field.maxLength) return 'too-long';
  if (field.type === 'email' && !/^[^\s@]+@[^\s@]+$/.test(text)) return 'no-email';
  return undefined;
}

/** A password is sent as it was typed, spaces and all. */
function sent({type}: Field, text: string): string {
  return type === 'password' ? text : text.trim();
}

/** What is sent to accept an invitation. Fields that were left empty are not in it. */
export function acceptanceOf(
  token: string,
  {fields, terms}: Questions,
  {values, agreed}: Answers,
  locale: string,
): InvitationAcceptanceInput {
  const filled = fields.flatMap((field): [string, string | boolean][] => {
    const value = values.get(fieldPlace(field));
    const answer = typeof value === 'string' ? sent(field, value) : value;
    return answer === undefined || answer === '' ? [] : [[field.key, answer]];
  });
  return {
    token,
    registration: Object.fromEntries(filled),
    terms: terms.filter((each) => agreed.has(termsPlace(each))).map(({id, version}) => ({id, version})),
    locale,
  };
}

/** What the portal objects to. */
export interface Refusal {
  readonly problems: readonly RegistrationProblem[];
  /** Whether it asks for other terms than were agreed to. */
  readonly hasOtherTerms: boolean;
}

/** The portal's objections, each at its question where there is one. */
export function refusalOf(items: readonly ProblemItem[], {fields}: Questions): Refusal {
  const byKey = new Map(fields.map((field) => [field.key, fieldPlace(field)]));
  const problems = items.flatMap(({pointer, detail}): RegistrationProblem[] => {
    const [root, key] = segments(pointer);
    if (root === 'terms') return [];
    const place = root === 'registration' && key !== undefined ? byKey.get(key) : undefined;
    return [{place, reason: 'refused', detail}];
  });
  return {problems, hasOtherTerms: items.some(({pointer}) => segments(pointer)[0] === 'terms')};
}

/** The names on the way that a JSON Pointer describes. */
function segments(pointer: string): string[] {
  return pointer
    .replace(/^#?\/?/, '')
    .split('/')
    .map((segment) => unescaped(segment).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What is sent, and the key that it is sent with. */
export interface Attempt {
  readonly acceptance: InvitationAcceptanceInput;
  readonly idempotencyKey: string;
}

/** What has been tried to accept one invitation. */
export class Attempts {
  #last: Attempt | undefined;
  readonly #unanswered = new Set<Attempt>();

  /** An attempt with its key, made before it is sent first: the same for the same body, however often it is tried. */
  of(acceptance: InvitationAcceptanceInput): Attempt {
    const isSame = JSON.stringify(acceptance) === JSON.stringify(this.#last?.acceptance);
    if (!this.#last || !isSame) this.#last = {acceptance, idempotencyKey: newUuid()};
    return this.#last;
  }

  /** It is not known whether the portal has accepted this one. */
  leaveOpen(attempt: Attempt): void {
    this.#unanswered.add(attempt);
  }

  /** Those before this one that the portal may have accepted. */
  openBefore(attempt: Attempt): Attempt[] {
    return [...this.#unanswered].filter((each) => each !== attempt);
  }

  /** The next one has another key, whatever its body. */
  renewKey(): void {
    this.#last = undefined;
  }

  /** Forgets all that was sent, with what is secret in it. */
  forget(): void {
    this.#last = undefined;
    this.#unanswered.clear();
  }
}
