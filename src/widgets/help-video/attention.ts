/** After this many ms without a move the controls make room for the picture. */
const REST = 3000;

/** Knows whether somebody is using the controls of a player. */
export class Attention {
  readonly #mayRest: () => boolean;
  readonly #onChange: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isResting = false;

  /** `mayRest`: whether the controls may go away now. `onChange`: they come or go. */
  constructor(mayRest: () => boolean, onChange: () => void) {
    this.#mayRest = mayRest;
    this.#onChange = onChange;
  }

  /** Whether the controls are away. */
  get isResting(): boolean {
    return this.#isResting;
  }

  /** Somebody does something: the controls are there, and stay for a while. */
  wake(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.rest(), REST);
    if (!this.#isResting) return;
    this.#isResting = false;
    this.#onChange();
  }

  /** Takes the controls away if they may go. */
  rest(): void {
    clearTimeout(this.#timer);
    if (!this.#mayRest() || this.#isResting) return;
    this.#isResting = true;
    this.#onChange();
  }

  /** Nobody looks any more. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
