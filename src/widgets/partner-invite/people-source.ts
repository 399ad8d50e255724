import {html, nothing, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import {parseDelimited, PASTE_LIMITS} from '../../orders/delimited.ts';
import {FILE_LIMITS, type FileOptions, type SheetName} from '../../orders/files/file-content.ts';
import type {InvitationDraft} from '../../partners/invitation-draft.ts';
import {readTable, readText} from '../../partners/people-columns.ts';
import type {PartnerType} from '../../portal/contract/index.ts';
import {PortalError} from '../../portal/errors.ts';
import {describeError, icon} from '../../ui/states.ts';
import {refusalText, type Refusal} from '../order-upload/file-texts.ts';
import {readSource} from '../order-upload/read-source.ts';
import type {PartnerInvite} from './partner-invite.ts';

type State =
  | {readonly phase: 'open'}
  | {readonly phase: 'reading'; readonly stop: AbortController}
  | {readonly phase: 'sheets'; readonly file: File; readonly sheets: readonly SheetName[]}
  | {readonly phase: 'refused'; readonly problem: Refusal}
  | {readonly phase: 'failed'; readonly error: PortalError};

/** What takes the people that were found. */
export interface SourceOptions {
  readonly types: () => readonly PartnerType[];
  readonly onPeople: (people: readonly InvitationDraft[]) => void;
}

/** Where people of a list come from: addresses that are typed or pasted, cells, and files. */
export class PeopleSource {
  readonly #host: PartnerInvite;
  readonly #options: SourceOptions;
  #state: State = {phase: 'open'};
  #isOver = false;

  constructor(host: PartnerInvite, options: SourceOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Adds what stands in the field; false where there is nothing. */
  add(): boolean {
    const field = this.#field;
    if (!field || field.value.trim() === '') return false;
    const text = field.value;
    field.value = '';
    this.#options.onPeople(this.read(text));
    return true;
  }

  /** The field for addresses, and the way to choose a file. */
  render(): TemplateResult {
    const isReading = this.#state.phase === 'reading';
    return html`<div
      class="source ${this.#isOver ? 'over' : ''}"
      @dragover=${this.#onDrag}
      @dragleave=${this.#onDragEnd}
      @drop=${this.#onDrop}
    >
      <div class="field">
        <label class="label" for="addresses">
          ${msg('E-mail addresses', {id: 'partner-invite.addresses'})}
        </label>
        <textarea
          class="input"
          id="addresses"
          rows="3"
          spellcheck="false"
          autocapitalize="none"
          aria-describedby="addresses-hint"
          @paste=${this.#onPaste}
        ></textarea>
        <p class="hint" id="addresses-hint">
          ${msg(
            'One a line, or with commas between them. Cells of a spreadsheet may have names, partner types, areas, messages and languages, too.',
            {id: 'partner-invite.addresses-hint'},
          )}
        </p>
      </div>
      <div class="actions">
        <button type="button" class="button" @click=${this.#onAdd}>
          ${msg('Add to the list', {id: 'partner-invite.add'})}
        </button>
        <button type="button" class="button" aria-disabled=${isReading || nothing} @click=${this.#onChoose}>
          ${msg('Choose a file', {id: 'partner-invite.choose-file'})}
        </button>
        <input class="file" type="file" hidden accept=".csv,.tsv,.txt,.xlsx" @change=${this.#onFile} />
        <span class="hint"> ${msg('or drop a CSV or Excel file here', {id: 'partner-invite.drop'})} </span>
      </div>
      <div class="live" role="status">${this.#renderState()}</div>
    </div>`;
  }

  #renderState(): unknown {
    const state = this.#state;
    switch (state.phase) {
      case 'open':
        return nothing;
      case 'reading':
        return html`<p class="actions">
          ${icon('pending')}${msg('The file is being read…', {id: 'partner-invite.reading'})}
          <button type="button" class="button quiet" @click=${() => this.#onStop(state.stop)}>
            ${msg('Cancel', {id: 'action.cancel'})}
          </button>
        </p>`;
      case 'sheets':
        return html`<p>${msg('Which sheet has the people?', {id: 'partner-invite.which-sheet'})}</p>
          <p class="actions">
            ${state.sheets.map(
              ({index, name}) =>
                html`<button type="button" class="button" @click=${() => this.#onSheet(state.file, index)}>
                  <bdi>${name}</bdi>
                </button>`,
            )}
          </p>`;
      case 'refused':
        return renderProblem(refusalText(state.problem, this.#host.inside.locale));
      case 'failed':
        return renderProblem(describeError(state.error));
    }
  }

  /** Reads people from a text. What cannot be read is told, and stands in the field, to be mended. */
  read(text: string): readonly InvitationDraft[] {
    this.#set({phase: 'open'});
    let problem: Refusal | undefined;
    if (text.length > PASTE_LIMITS.bytes) problem = {code: 'too-large', limit: PASTE_LIMITS.bytes};
    const people = problem
      ? []
      : readText(text, this.#options.types(), (cells, delimiter) => {
          const result = parseDelimited(cells, delimiter, PASTE_LIMITS);
          problem = result.problem;
          return result.rows ?? [];
        });
    if (problem) {
      this.#set({phase: 'refused', problem});
      // A text beyond all measure would keep the page busy that shows it.
      if (text.length <= PASTE_LIMITS.bytes) this.#keep(text);
    }
    return people;
  }

  #keep(text: string): void {
    void this.#host.updateComplete.then(() => {
      if (this.#field) this.#field.value = [this.#field.value, text].filter(Boolean).join('\n');
    });
  }

  async #read(file: File, options: Pick<FileOptions, 'sheet'> = {}): Promise<void> {
    if (this.#state.phase === 'reading') return;
    const stop = new AbortController();
    this.#set({phase: 'reading', stop});
    try {
      const {bytes, rows} = FILE_LIMITS;
      const watching = {signal: stop.signal, onProgress: () => undefined};
      const result = await readSource({file, options}, {bytes, rows}, watching);
      if (result.status === 'refused') this.#set({phase: 'refused', problem: result.problem});
      else if (result.status === 'sheets') this.#set({phase: 'sheets', file, sheets: result.sheets});
      else {
        const cells = result.content.rows.map((row) => row.cells.map(String));
        const people = readTable(cells, this.#options.types());
        this.#set(people.length > 0 ? {phase: 'open'} : {phase: 'refused', problem: {code: 'empty'}});
        this.#options.onPeople(people);
      }
    } catch (error) {
      if (stop.signal.aborted) this.#set({phase: 'open'});
      else if (error instanceof DOMException) this.#set({phase: 'refused', problem: {code: 'unreadable'}});
      else this.#set({phase: 'failed', error: PortalError.from(error)});
    }
  }

  #take(files: readonly File[]): void {
    const [file, ...others] = files;
    if (!file) return;
    if (others.length > 0) this.#set({phase: 'refused', problem: {code: 'many-files'}});
    else void this.#read(file);
  }

  get #field(): HTMLTextAreaElement | null {
    return this.#host.renderRoot.querySelector('#addresses');
  }

  #set(state: State): void {
    this.#state = state;
    this.#host.requestUpdate();
  }

  readonly #onAdd = (): void => {
    this.add();
    this.#field?.focus();
  };

  #onSheet(file: File, sheet: number): void {
    // The button that has the focus goes.
    this.#field?.focus();
    void this.#read(file, {sheet});
  }

  #onStop(stop: AbortController): void {
    this.#field?.focus();
    stop.abort();
  }

  readonly #onChoose = (): void => {
    const input = this.#host.renderRoot.querySelector('.file');
    if (this.#state.phase !== 'reading' && input instanceof HTMLInputElement) input.click();
  };

  readonly #onFile = ({currentTarget}: Event): void => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    this.#take([...(currentTarget.files ?? [])]);
    // So that the same file can be chosen again.
    currentTarget.value = '';
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isEmpty = this.#field?.value.trim() === '';
    // What is one address may be gone on with; a list is wanted as it is.
    if (!isEmpty || !/@[^@]*[\s,;][^@]*@/.test(text)) return;
    event.preventDefault();
    this.#options.onPeople(this.read(text));
  };

  readonly #onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#setOver(true);
  };

  readonly #onDragEnd = (): void => this.#setOver(false);

  readonly #onDrop = (event: DragEvent): void => {
    this.#setOver(false);
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#take([...event.dataTransfer.files]);
  };

  #setOver(isOver: boolean): void {
    if (isOver === this.#isOver) return;
    this.#isOver = isOver;
    this.#host.requestUpdate();
  }
}

function renderProblem(text: string): TemplateResult {
  return html`<p class="notice danger" part="notice">${icon('error')}<span>${text}</span></p>`;
}
