/** The text of a secret, for the request that needs it. */
export let reveal: (secret: Secret) => string;

/**
 * A text that is handed on without being seen on the way: nothing that looks through an object or writes it down finds it, and
 * whoever comes upon it on a page has nothing to open it with.
 */
export class Secret {
  readonly #text: string;

  static {
    reveal = (secret) => secret.#text;
  }

  constructor(text: string) {
    this.#text = text;
  }
}
