import {fieldPlace, termsPlace, type Answers, type Questions} from '../../partners/registration.ts';
import {newUuid} from '../../portal/uuid.ts';
import {userNameField} from './autocomplete.ts';

/**
 * What stands in the fields. It is read when it is needed and kept nowhere else: password managers fill fields without an event,
 * and nothing that is drawn again takes anything away.
 */
export class FilledForm {
  readonly #host: HTMLElement;
  /** Ids stand in the page's own document, beside those of others. */
  readonly #prefix = `registration-${newUuid().slice(0, 8)}`;
  readonly #ids = new Map<string, string>();
  #choices = new Map<HTMLSelectElement, string>();

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** The id of what is drawn for a place; names from the portal are in none. */
  idOf(place: string): string {
    const id = this.#ids.get(place) ?? `${this.#prefix}-${this.#ids.size}`;
    this.#ids.set(place, id);
    return id;
  }

  /** All that has been filled in. */
  read({fields, terms}: Questions): Answers {
    const values = fields.flatMap((field): [string, string | boolean][] => {
      const place = fieldPlace(field);
      const control = this.#at(place);
      if (control instanceof HTMLSelectElement) return [[place, control.value]];
      if (!(control instanceof HTMLInputElement)) return [];
      return [[place, control.type === 'checkbox' ? control.checked : control.value]];
    });
    const agreed = terms.map(termsPlace).filter((place) => {
      const control = this.#at(place);
      return control instanceof HTMLInputElement && control.checked;
    });
    return {values: new Map(values), agreed: new Set(agreed)};
  }

  /** The question whose control this is. */
  placeOf(target: EventTarget | null, {fields, terms}: Questions): string | undefined {
    const places = [...fields.map(fieldPlace), ...terms.map(termsPlace)];
    return target instanceof Element ? places.find((place) => this.idOf(place) === target.id) : undefined;
  }

  focus(place: string): void {
    const element = this.#at(place);
    element?.focus();
    element?.scrollIntoView({block: 'nearest'});
  }

  /** Puts the address where password managers look for the user's name. */
  repeatUserName({fields}: Questions): void {
    const field = userNameField(fields);
    const source = field && this.#at(fieldPlace(field));
    const copy = this.#at('user name');
    if (source instanceof HTMLInputElement && copy instanceof HTMLInputElement) copy.value = source.value;
  }

  /** Another language puts other options in other places: what was chosen has to be chosen again. */
  keepChoices(): void {
    const selects = this.#host.querySelectorAll('select');
    this.#choices = new Map([...selects].map((select) => [select, select.value]));
  }

  restoreChoices(): void {
    for (const [select, value] of this.#choices) {
      if (select.value !== value) select.value = value;
    }
  }

  #at(place: string): HTMLElement | null {
    return this.#host.querySelector<HTMLElement>(`#${CSS.escape(this.idOf(place))}`);
  }
}
