import type {LitElement, ReactiveController} from 'lit';

/** What becomes of what is dropped or pasted. */
export interface FileDropOptions {
  /** Whether a file can be taken now. */
  readonly isOpen: () => boolean;
  /** Files, or what was pasted as cells; at least one. */
  readonly onFiles: (files: readonly [File, ...File[]]) => void;
}

/** Takes files that are dropped on an element or pasted into it, and cells that are pasted as a text. */
export class FileDrop implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: FileDropOptions;
  #isOver = false;

  constructor(host: LitElement, options: FileDropOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether a file is held over the element. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Takes the files of a file input, which then can take the same again. */
  takeFrom(input: HTMLInputElement): void {
    this.#take([...(input.files ?? [])]);
    input.value = '';
  }

  hostConnected(): void {
    for (const type of ['dragenter', 'dragover'] as const) this.#host.addEventListener(type, this.#onDrag);
    this.#host.addEventListener('dragleave', this.#onLeave);
    this.#host.addEventListener('drop', this.#onDrop);
    this.#host.addEventListener('paste', this.#onPaste);
  }

  hostDisconnected(): void {
    for (const type of ['dragenter', 'dragover'] as const) this.#host.removeEventListener(type, this.#onDrag);
    this.#host.removeEventListener('dragleave', this.#onLeave);
    this.#host.removeEventListener('drop', this.#onDrop);
    this.#host.removeEventListener('paste', this.#onPaste);
    this.#isOver = false;
  }

  readonly #onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Where it is not taken, the browser would open it in place of the page.
    event.preventDefault();
    event.dataTransfer.dropEffect = this.#options.isOpen() ? 'copy' : 'none';
    this.#setOver(this.#options.isOpen());
  };

  readonly #onLeave = (event: DragEvent): void => {
    const next = event.relatedTarget;
    if (!(next instanceof Node) || !this.#host.contains(next)) this.#setOver(false);
  };

  readonly #onDrop = (event: DragEvent): void => {
    this.#setOver(false);
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    if (this.#options.isOpen()) this.#take([...event.dataTransfer.files]);
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    const {clipboardData} = event;
    if (!this.#options.isOpen() || !clipboardData) return;
    const text = clipboardData.getData('text/plain');
    // A spreadsheet puts a picture of its cells beside them.
    const files = text === '' ? [...clipboardData.files] : [new File([text], '')];
    if (files.length === 0) return;
    event.preventDefault();
    this.#take(files);
  };

  #take(files: readonly File[]): void {
    const [first, ...others] = files;
    if (first) this.#options.onFiles([first, ...others]);
  }

  #setOver(isOver: boolean): void {
    if (isOver === this.#isOver) return;
    this.#isOver = isOver;
    this.#host.requestUpdate();
  }
}
