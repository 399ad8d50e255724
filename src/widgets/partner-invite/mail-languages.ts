/** Languages that an e-mail can be asked for in, with their names in the language of the page; that is the first of them. */
export function mailLanguages(locale: string): ReadonlyMap<string, string> {
  const [own] = locale.toLowerCase().split('-');
  const tags = [locale, ...['en', 'de'].filter((tag) => tag !== own)];
  return new Map(tags.map((tag) => [tag, languageName(tag, locale)]));
}

/** A language by its name in another one; its tag where the browser knows none. */
function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, {type: 'language'}).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
