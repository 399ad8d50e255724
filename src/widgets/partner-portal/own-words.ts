import {ContextProvider} from '@lit/context';
import {activeTranslation, useTranslation} from '../../locales/localize.ts';
import {portalContext} from '../../portal/context.ts';
import type {Capabilities} from '../../portal/contract/index.ts';
import type {PortalElement} from '../../ui/portal-element.ts';

type Labels = NonNullable<Capabilities['documentLabels']>;
type Strings = Readonly<Record<string, string>>;

/**
 * Gives the elements inside the portal and the words that it has for its documents. Texts of the page's own come before those of
 * the portal, and both before ours.
 */
export class OwnWords {
  readonly #host: PortalElement;
  readonly #context: ContextProvider<typeof portalContext>;
  #labels: Labels | undefined;
  #made: {labels: Labels | undefined; texts: Strings | undefined; strings: Strings | undefined} | undefined;

  constructor(host: PortalElement) {
    this.#host = host;
    this.#context = new ContextProvider(host, {context: portalContext});
  }

  /** What the portal calls its documents now. */
  set(labels: Labels | undefined): void {
    this.#labels = labels;
  }

  /**
   * Has these words in all that the element draws next, and gives them to what is in it. To be called while the element renders: it
   * sets its own again with each update, and so does every other element.
   */
  use(): void {
    const before = activeTranslation();
    const strings = this.#strings(before.strings);
    const {portal, locale} = this.#host.inside;
    const value = this.#context.value;
    if (portal && (value?.client !== portal || value.locale !== locale || value.strings !== strings))
      this.#context.setValue({client: portal, locale, strings});
    useTranslation({...before, strings});
  }

  #strings(texts: Strings | undefined): Strings | undefined {
    const labels = this.#labels;
    // What was made of them before is the page's own no more.
    if (
      this.#made &&
      this.#made.labels === labels &&
      (this.#made.texts === texts || this.#made.strings === texts)
    )
      return this.#made.strings;
    const strings = labels ? {...stringsOf(labels), ...texts} : texts;
    this.#made = {labels, texts, strings};
    return strings;
  }
}

/** The ids that `documentTypeLabel` and `documentTypeName` have for a type. */
function stringsOf(labels: Labels): Strings {
  const entries = Object.entries(labels).flatMap(([type, {one, many}]) => [
    [`document-type.${type}`, many],
    [`document-name.${type}`, one],
  ]);
  return Object.fromEntries(entries) as Strings;
}
