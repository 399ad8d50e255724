/** A text that is handed on without being seen on the way: nothing that looks through an object or writes it down finds it. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text, for the request that needs it. */
  reveal(): string {
    return this.#text;
  }
}
