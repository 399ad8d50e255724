import type {ReactiveController} from 'lit';
import type {PartnerInvite} from './partner-invite.ts';

/** Keeps the language that was chosen for the e-mail: on a page in another language the choices stand in another order. */
export class ChosenLanguage implements ReactiveController {
  readonly #host: PartnerInvite;
  readonly #onMoved: () => void;
  /** Undefined while nobody has chosen: then it is that of the page. */
  #chosen: string | undefined;

  constructor(host: PartnerInvite, onMoved: () => void) {
    this.#host = host;
    this.#onMoved = onMoved;
    host.addController(this);
    host.renderRoot.addEventListener('change', this.#onChange);
  }

  hostUpdated(): void {
    const select = this.#host.renderRoot.querySelector('form')?.elements.namedItem('locale');
    if (this.#chosen === undefined || !(select instanceof HTMLSelectElement)) return;
    if (languageOf(select.value) === this.#chosen) return;
    const option = [...select.options].find(({value}) => languageOf(value) === this.#chosen);
    if (!option) return;
    select.value = option.value;
    this.#onMoved();
  }

  readonly #onChange = ({target}: Event): void => {
    if (target instanceof HTMLSelectElement && target.name === 'locale')
      this.#chosen = languageOf(target.value);
  };
}

function languageOf(tag: string): string {
  return tag.toLowerCase().split('-', 1).join('');
}
