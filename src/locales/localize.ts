import {isStrTagged, joinStringsAndValues, str, type StrResult} from '@lit/localize/internal/str-tag.js';
import type {LocaleModule} from '@lit/localize/internal/types.js';

export {str};

type Templates = LocaleModule['templates'];

/** The brand is how lit-localize knows a message when it collects them. */
interface Msg {
  (template: string | StrResult, options: {id: string}): string;
  readonly _LIT_LOCALIZE_MSG_?: never;
}

/** The texts that an element renders with. */
export interface Translation {
  /** The library's own texts in another language than English. */
  readonly templates: Templates | undefined;
  /** The host's texts by message id. */
  readonly strings: Readonly<Record<string, string>> | undefined;
}

let current: Translation = {templates: undefined, strings: undefined};

/**
 * Sets the texts for everything that is rendered until the next call.
 *
 * Lit's own runtime has one language a page, can be configured only once and is shared with a host that uses it too.
 * Two of our elements can have two languages, so each sets its own before it renders; nothing else is needed, because a
 * render is synchronous.
 */
export function useTranslation(translation: Translation): void {
  current = translation;
}

/** All texts in use, to be used again for what is drawn once something has come that the user waits for. */
export function activeTranslation(): Translation {
  return current;
}

/** The texts in use; another object means that everything has to be rendered anew. */
export function activeStrings(): Translation['strings'] {
  return current.strings;
}

/**
 * A text in the language of the element that is being rendered. Call it while rendering, not in a handler. The id is public:
 * hosts replace texts by it, with `${0}` for the first value. In place of Lit's own `msg`, because ours always have an id and
 * are never markup, which spares a page the code that hashes texts into ids.
 */
export const msg: Msg = (template, {id}) => {
  const values = isStrTagged(template) ? (template.values as readonly (string | number)[]) : [];
  const own = current.strings?.[id];
  if (own !== undefined) {
    return own.replaceAll(/\$\{(\d+)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
  }
  const text = current.templates?.[id] ?? template;
  if (typeof text === 'string') return text;
  // A translation's values say which of the source's values goes where.
  const order = text === template ? undefined : (text.values as number[]);
  return joinStringsAndValues(text.strings, values, order);
};

const loaders: Readonly<Record<string, () => Promise<{templates: Templates}>>> = {
  de: () => import('./generated/de.ts'),
};
const loaded = new Map<string, Templates>();
const loading = new Map<string, Promise<void>>();
const failedAt = new Map<string, number>();

/** How long an element waits for its language before it shows itself in English, in milliseconds. */
const patience = 3_000;
/** When a language that could not be loaded is tried again, in milliseconds. */
const pause = 30_000;

/** The best of our languages for `locale`: `de` for `de-AT`; undefined is English, the language of the source. */
export function translationFor(locale: string): string | undefined {
  const [language] = locale.toLowerCase().split('-');
  return language !== undefined && Object.hasOwn(loaders, language) ? language : undefined;
}

/** The texts of a language if they are there already; undefined is English. */
export function templatesOf(language: string | undefined): Templates | undefined {
  return language === undefined ? undefined : loaded.get(language);
}

/** Whether `loadTranslation` has nothing to do, now at least. */
export function isTranslationSettled(language: string | undefined): boolean {
  if (language === undefined || loaded.has(language)) return true;
  const failed = failedAt.get(language);
  return failed !== undefined && performance.now() - failed < pause;
}

/**
 * Loads the texts of a language. Never rejects and never waits long: without them the page goes on in English, and an element
 * that renders later tries again.
 */
export async function loadTranslation(language: string | undefined): Promise<void> {
  const load = language === undefined ? undefined : loaders[language];
  if (language === undefined || !load || isTranslationSettled(language)) return;
  let pending = loading.get(language);
  if (!pending) {
    pending = Promise.race([arrival(language, load), timeOut()])
      .catch(() => void failedAt.set(language, performance.now()))
      .finally(() => loading.delete(language));
    loading.set(language, pending);
  }
  await pending;
}

async function arrival(language: string, load: () => Promise<{templates: Templates}>): Promise<void> {
  loaded.set(language, (await load()).templates);
}

function timeOut(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('late')), patience));
}
