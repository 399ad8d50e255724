import type {ReactiveController, ReactiveControllerHost} from 'lit';

const released = ['pointerup', 'pointercancel'] as const;

/** Knows whether a pointer is down somewhere in the page. */
export class PressController implements ReactiveController {
  readonly #onEnd: () => void;
  #isPressed = false;

  /** `onEnd`: a press is over, and the click that it may have been, too. */
  constructor(host: ReactiveControllerHost, onEnd: () => void) {
    this.#onEnd = onEnd;
    host.addController(this);
  }

  get isPressed(): boolean {
    return this.#isPressed;
  }

  hostConnected(): void {
    window.addEventListener('pointerdown', this.#onPress, {capture: true, passive: true});
    for (const type of released)
      window.addEventListener(type, this.#onRelease, {capture: true, passive: true});
  }

  hostDisconnected(): void {
    window.removeEventListener('pointerdown', this.#onPress, {capture: true});
    for (const type of released) window.removeEventListener(type, this.#onRelease, {capture: true});
    this.#isPressed = false;
  }

  readonly #onPress = (): void => {
    this.#isPressed = true;
  };

  readonly #onRelease = (): void => {
    this.#isPressed = false;
    // The click comes next.
    setTimeout(() => this.#onEnd());
  };
}
