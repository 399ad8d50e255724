import {css, type ReactiveController, type ReactiveControllerHost} from 'lit';

/** What a modal dialog hangs on. */
export interface ModalOptions {
  /** The `<dialog>`, once it is drawn. It stays in the page while it is closed: only so the focus goes back. */
  dialog: () => HTMLDialogElement | null | undefined;
  isOpen: () => boolean;
  /** The user wants to close it by Escape; not asked where `isOpen` decides alone. */
  onCancel: () => void;
}

/**
 * Opens and closes a native modal dialog after each render, as its host's state says. Where what has the focus in it is drawn
 * no more, what is marked `data-focus` takes it, else what had it first.
 */
export class ModalController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ModalOptions;
  #dialog: HTMLDialogElement | undefined;
  #focused: Element | null | undefined;

  constructor(host: ReactiveControllerHost, options: ModalOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    // A dialog that was moved in the page is closed by the browser without a word.
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#focused = this.#dialog?.querySelector(':focus');
  }

  hostUpdated(): void {
    const dialog = this.#options.dialog() ?? undefined;
    if (dialog !== this.#dialog) {
      this.#dialog?.removeEventListener('cancel', this.#onCancel);
      this.#dialog?.removeEventListener('close', this.#onClose);
      dialog?.addEventListener('cancel', this.#onCancel);
      dialog?.addEventListener('close', this.#onClose);
      this.#dialog = dialog;
    }
    if (!dialog?.isConnected) return;
    const isOpen = this.#options.isOpen();
    if (isOpen && !dialog.matches(':modal')) {
      dialog.close();
      dialog.showModal();
    } else if (!isOpen && dialog.open) dialog.close();
    else if (isOpen && this.#focused?.isConnected === false) this.#keepFocus(dialog);
  }

  #keepFocus(dialog: HTMLDialogElement): void {
    const next = dialog.querySelector<HTMLElement>('[data-focus]') ?? dialog.querySelector('[autofocus]');
    if (next instanceof HTMLElement) next.focus();
  }

  readonly #onCancel = (event: Event): void => {
    if (event.target !== this.#dialog) return;
    event.preventDefault();
    this.#options.onCancel();
  };

  /** A second Escape closes a dialog whatever its cancel event says. */
  readonly #onClose = (event: Event): void => {
    if (event.target !== this.#dialog || !this.#options.isOpen()) return;
    // It is told late: the dialog may be open again by then.
    if (this.#dialog?.open) return;
    this.#options.onCancel();
    this.#host.requestUpdate();
  };
}

/** A dialog with its content between a fixed head and foot. */
export const modalStyles = css`
  .dialog {
    inline-size: min(47.5em, calc(100vi - 32px));
    max-inline-size: none;
    max-block-size: min(900px, calc(100dvb - 32px));
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    padding: 0;
    overflow: hidden;
    font: inherit;
    color: var(--_text);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }

  .dialog[open] {
    display: flex;
    flex-direction: column;
  }

  .dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  .dialog-head,
  .dialog-foot {
    display: flex;
    flex-wrap: wrap;
    flex: none;
    gap: 8px 12px;
    align-items: center;
    padding: 12px 20px;
  }

  .dialog-head {
    justify-content: space-between;
    border-block-end: 1px solid var(--_border);
  }

  .dialog-foot {
    justify-content: flex-end;
    border-block-start: 1px solid var(--_border);
  }

  .dialog-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    align-content: start;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 16px 20px;
  }
`;
