import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import {ModalController} from '../../ui/modal.ts';
import type {PortalElement} from '../../ui/portal-element.ts';

/** What is about to be done that leaves unfinished orders behind. */
export type Leaving = {readonly how: 'switch'; readonly to: string} | {readonly how: 'sign-out'};

/** What the portal tells of its unfinished orders. */
export interface LeavingOptions {
  /** Whether there is anything open that could be left unfinished. */
  readonly isWriting: () => boolean;
  /** Whether something that is open now was not sent. */
  readonly hasUnsent: () => boolean;
  /** Whether something unfinished is on this device. */
  readonly hasKept: () => boolean;
  readonly onLeave: (leaving: Leaving, how: {readonly forgets: boolean}) => void;
}

/** Asks before unfinished orders are left: for another membership, by signing out, or with the page. */
export class LeaveGuard implements ReactiveController {
  readonly #host: PortalElement;
  readonly #options: LeavingOptions;
  #question: Leaving | undefined;

  constructor(host: PortalElement, options: LeavingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    new ModalController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('#leaving'),
      isOpen: () => this.#question !== undefined,
      onCancel: () => this.#ask(undefined),
    });
  }

  hostUpdated(): void {
    // Browsers do not keep a page for going back to that listens for this: only as long as there is a reason.
    if (this.#host.isConnected && this.#options.isWriting())
      window.addEventListener('beforeunload', this.#onBeforeUnload);
    else this.hostDisconnected();
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeunload', this.#onBeforeUnload);
  }

  /** Does it, at once or when the user has agreed. */
  leave(leaving: Leaving): void {
    const {hasUnsent, hasKept, onLeave} = this.#options;
    const isOfConcern = hasUnsent() || (leaving.how === 'sign-out' && hasKept());
    if (isOfConcern) this.#ask(leaving);
    else onLeave(leaving, {forgets: false});
  }

  /** Asks no more: there is somebody else, or nobody. */
  drop(): void {
    this.#question = undefined;
  }

  /** The question, open or not: it stays in the page, so that the focus goes back. */
  render(): TemplateResult {
    const question = this.#question;
    return html`<dialog id="leaving" class="dialog" part="dialog" aria-labelledby="leaving-title">
      ${question ? this.#renderQuestion(question) : nothing}
    </dialog>`;
  }

  #renderQuestion(leaving: Leaving): TemplateResult {
    const isSwitch = leaving.how === 'switch';
    return html`<form method="dialog" @submit=${this.#onSubmit}>
      <div class="dialog-head">
        <h2 id="leaving-title">
          ${msg('There is an order that was not sent', {id: 'partner-portal.leaving-title'})}
        </h2>
      </div>
      <div class="dialog-body">
        <p>
          ${
            isSwitch
              ? msg('It stays on this device, and is there again when you act for the same company as now.', {
                  id: 'partner-portal.leaving-switch',
                })
              : msg('It stays on this device for fourteen days, and is there again when you sign in.', {
                  id: 'partner-portal.leaving-sign-out',
                })
          }
        </p>
        ${
          isSwitch
            ? nothing
            : html`<label class="check">
                <input type="checkbox" name="forget" />
                <span>
                  ${msg('Other people use this device: remove all unfinished orders from it', {
                    id: 'partner-portal.forget',
                  })}
                </span>
              </label>`
        }
      </div>
      <div class="dialog-foot">
        <button type="button" class="button" autofocus @click=${() => this.#ask(undefined)}>
          ${msg('Stay here', {id: 'partner-portal.stay'})}
        </button>
        <button type="submit" class="button primary">
          ${
            isSwitch
              ? msg('Switch', {id: 'partner-portal.switch'})
              : msg('Sign out', {id: 'partner-portal.sign-out'})
          }
        </button>
      </div>
    </form>`;
  }

  #ask(question: Leaving | undefined): void {
    this.#question = question;
    this.#host.requestUpdate();
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const question = this.#question;
    if (!question) return;
    const forgets = new FormData(event.currentTarget as HTMLFormElement).has('forget');
    this.#ask(undefined);
    this.#options.onLeave(question, {forgets});
  };

  readonly #onBeforeUnload = (event: BeforeUnloadEvent): void => {
    if (this.#options.hasUnsent()) event.preventDefault();
  };
}
