import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {formatCount, formatRecent, pluralForm} from '../../locales/formats.ts';
import {msg, str} from '../../locales/localize.ts';
import {endUpload, keptUploads, type KeptUpload} from '../../orders/upload/kept-uploads.ts';
import {icon} from '../../ui/states.ts';
import type {RowsStep} from './rows-step.ts';

/**
 * Why the rows that were wanted cannot be gone on with. `lost`: another page has taken them over. `gone`: nothing is left of them.
 * `sending`: another page sends orders of them. `unreadable`: the device does not give them.
 */
type AsideProblem = 'lost' | 'gone' | 'sending' | 'unreadable';

/** What can be done with rows that were put aside. */
interface AsideActions {
  readonly onBringBack: (rows: RowsStep) => void;
  readonly onGoOn: (kept: KeptUpload) => void;
  /** Something was discarded: its button goes. */
  readonly onDiscarded: () => void;
}

/** Rows of other files: of the one before, and of those that are kept on the device. */
export class PutAside {
  readonly #host: ReactiveControllerHost;
  #rows: RowsStep | undefined;
  #kept: readonly KeptUpload[] = [];
  #problem: AsideProblem | undefined;
  /** Which question to the device is the last one. */
  #asked: unknown;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Asks the device what it keeps of an owner. */
  async recall(owner: string): Promise<void> {
    const asked = (this.#asked = {});
    const kept = await keptUploads(owner);
    if (this.#asked !== asked) return;
    this.#kept = kept;
    this.#host.requestUpdate();
  }

  /** Puts the rows of a file aside; they can be brought back until there are others. Resolves when all of it is kept. */
  async put(rows: RowsStep): Promise<void> {
    const before = this.#rows;
    this.#rows = rows;
    await Promise.all([before?.dispose(), rows.keep()]);
  }

  /** Whether the rows were put aside, and are so still. */
  has(rows: RowsStep): boolean {
    return this.#rows === rows;
  }

  /** Says why rows cannot be gone on with. */
  tell(problem: AsideProblem | undefined): void {
    this.#problem = problem;
    this.#host.requestUpdate();
  }

  /** Ends rows that were put aside and whose columns were told in that step: they are told anew. */
  async replace(step: unknown): Promise<void> {
    const rows = this.#rows;
    if (!rows || rows.step !== step) return;
    this.#rows = undefined;
    await rows.end();
  }

  /** Rows are in hand: those before stay on the device alone. */
  clear(): void {
    void this.#rows?.dispose();
    this.#asked = this.#rows = this.#problem = undefined;
    this.#kept = [];
  }

  /** What there is, and what can be done with it. */
  render(locale: string, actions: AsideActions): TemplateResult {
    const [rows, problem] = [this.#rows, this.#problem];
    const kept = this.#kept.filter(({id}) => id !== rows?.id);
    return html`${problem ? renderProblem(problem) : nothing} ${rows ? renderRows(rows, actions) : nothing}
    ${kept.map((each) => renderKept(each, locale, actions, () => void this.#discard(each, actions)))}`;
  }

  /** The rows are in hand again. */
  takeBack(): void {
    this.#rows = undefined;
    this.clear();
  }

  async #discard(kept: KeptUpload, {onDiscarded}: AsideActions): Promise<void> {
    const ended = await endUpload(kept);
    this.tell(ended === 'sending' ? 'sending' : undefined);
    if (ended === 'ended') this.#kept = this.#kept.filter((each) => each !== kept);
    onDiscarded();
  }
}

function renderProblem(problem: AsideProblem): TemplateResult {
  return html`<div class="notice warning" part="notice" id="aside-problem" tabindex="-1">
    ${icon('info')} <span>${problemText(problem)}</span>
  </div>`;
}

function problemText(problem: AsideProblem): string {
  switch (problem) {
    case 'lost':
      return msg('These rows are gone on with in another tab.', {
        id: 'order-upload.lost',
      });
    case 'gone':
      return msg('These rows are not here any more: they were ordered or discarded in another tab.', {
        id: 'order-upload.gone',
      });
    case 'unreadable':
      return msg('These rows cannot be read any more.', {id: 'order-upload.kept-unreadable'});
    case 'sending':
      return msg(
        'Orders of these rows are being sent in another tab, or were when this page was reloaded. Try again in two minutes.',
        {id: 'order-upload.sending-elsewhere'},
      );
  }
}

function renderRows(rows: RowsStep, {onBringBack}: AsideActions): TemplateResult {
  const {name} = rows;
  return html`<div class="notice" part="notice">
    <span>
      ${
        name === ''
          ? msg('The pasted rows were put away.', {id: 'order-upload.put-away-pasted'})
          : msg(str`The rows of “${name}” were put away.`, {id: 'order-upload.put-away'})
      }
    </span>
    <button type="button" class="link" @click=${() => onBringBack(rows)}>
      ${msg('Bring them back', {id: 'order-upload.bring-back'})}
    </button>
  </div>`;
}

function renderKept(
  kept: KeptUpload,
  locale: string,
  {onGoOn}: AsideActions,
  onDiscard: () => void,
): TemplateResult {
  const textId = `kept-${kept.id}`;
  return html`<div class="notice" part="notice">
    <span id=${textId}>${keptText(kept, locale)}</span>
    <button
      type="button"
      class="button"
      id="go-on-${kept.id}"
      aria-describedby=${textId}
      @click=${() => onGoOn(kept)}
    >
      ${msg('Go on with them', {id: 'order-upload.go-on'})}
    </button>
    <button type="button" class="link" aria-describedby=${textId} @click=${onDiscard}>
      ${msg('Discard', {id: 'purchase-order-editor.discard'})}
    </button>
  </div>`;
}

function keptText({name, at, open}: KeptUpload, locale: string): string {
  const [day, count] = [formatRecent(at, locale), formatCount(open, locale)];
  const isOne = pluralForm(open, locale) === 'one';
  if (name === '') {
    return isOne
      ? msg(str`${count} pasted row from ${day} is kept on this device.`, {
          id: 'order-upload.kept-pasted-one',
        })
      : msg(str`${count} pasted rows from ${day} are kept on this device.`, {id: 'order-upload.kept-pasted'});
  }
  return isOne
    ? msg(str`${count} row of “${name}” from ${day} is kept on this device.`, {id: 'order-upload.kept-one'})
    : msg(str`${count} rows of “${name}” from ${day} are kept on this device.`, {id: 'order-upload.kept'});
}
