import {readPeople, type Person} from '../../partners/addresses.ts';

/** What is in the field for one address, and what was pasted there for a list that is still to come. */
export class EmailEntry {
  readonly #control: (name: 'email' | 'name') => HTMLInputElement | HTMLTextAreaElement | undefined;
  /** What was pasted and could not be read for want of the list; `shown` stands for it in the field. */
  #unread: {readonly shown: string; readonly texts: readonly string[]} | undefined;

  constructor(control: (name: 'email' | 'name') => HTMLInputElement | HTMLTextAreaElement | undefined) {
    this.#control = control;
  }

  /** Puts a person into the fields; a name that stands there already stays. */
  fill({email, name}: Person): void {
    const field = this.#control('email');
    const nameField = this.#control('name');
    if (field && field.value !== email) field.value = email;
    if (nameField?.value === '') nameField.value = name;
  }

  /** What stands in the field now, and what is pasted; as it was pasted, where it could not be read before. */
  texts(pasted: string | undefined): readonly string[] {
    const typed = this.#control('email')?.value ?? '';
    const before = this.#unread?.shown === typed ? this.#unread.texts : [typed];
    return [...before, ...(pasted === undefined ? [] : [pasted])].filter((text) => text.trim() !== '');
  }

  /** What was pasted is not lost for want of the list that it would have been. */
  putBack(pasted: string | undefined): void {
    const field = this.#control('email');
    if (!field || pasted === undefined) return;
    const texts = this.texts(pasted);
    const people = texts.flatMap((text) => readPeople(text));
    field.value = people.map(({email, name}) => (name ? `${name} <${email}>` : email)).join('; ');
    this.#unread = {shown: field.value, texts};
  }
}
