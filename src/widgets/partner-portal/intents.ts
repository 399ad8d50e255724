import type {DraftInput} from '../../portal/contract/index.ts';
import type {DocumentFilter, DocumentOpenEvent} from '../../ui/events.ts';
import type {DocumentEditEvent, DocumentRepeatEvent} from '../document-detail/document-detail.events.ts';
import type {OrderEditEvent} from '../order-upload/order-upload.events.ts';
import type {OrderCreatedEvent} from '../purchase-order-editor/purchase-order-editor.events.ts';
import type {Place} from './place.ts';

/** What the portal does as the user wants by the elements inside it. */
export interface IntentOptions {
  readonly go: (place: Place, how?: {filter?: DocumentFilter | undefined}) => void;
  /** Goes on with rows of a file in the order form. */
  readonly write: (type: string, draft: DraftInput) => void;
  /** An order was sent from a place. */
  readonly onCreated: (type: string) => void;
}

/** Follows what the user wants by the elements inside the portal, unless the host does it itself. */
export class Intents {
  readonly #options: IntentOptions;
  readonly #numbers = new Map<string, string>();

  constructor(options: IntentOptions) {
    this.#options = options;
  }

  /** The number of a document that was opened here; undefined where it is not known. */
  numberOf(id: string): string | undefined {
    return this.#numbers.get(id);
  }

  /** Forgets what is another member's. */
  clear(): void {
    this.#numbers.clear();
  }

  readonly onOpen = (event: DocumentOpenEvent): void => {
    const {documentType: type, id, number, filter} = event;
    if (id !== undefined && number !== undefined) this.#numbers.set(id, number);
    this.#follow(event, () => {
      if (id === undefined) this.#options.go({area: 'documents', type}, {filter});
      else this.#options.go({area: 'document', type, id});
    });
  };

  readonly onRepeat = (event: DocumentRepeatEvent): void => {
    const {documentType: type, id} = event;
    this.#follow(event, () => this.#options.go({area: 'write', type, repeatOf: id}));
  };

  readonly onEdit = (event: DocumentEditEvent): void => {
    const {documentType: type, id} = event;
    this.#follow(event, () => this.#options.go({area: 'write', type, draftId: id}));
  };

  readonly onOrderEdit = (event: OrderEditEvent): void => {
    const upload = event.target;
    if (event.defaultPrevented || !(upload instanceof Element)) return;
    // The form of this portal, in place of one that the element opens by itself.
    event.preventDefault();
    this.#options.write(upload.getAttribute('type') ?? '', event.draft);
  };

  readonly onCreated = ({document}: OrderCreatedEvent): void => {
    const {id, number, type} = document;
    if (number !== null) this.#numbers.set(id, number);
    this.#options.onCreated(type);
  };

  /** The host hears of it after us, and has the first word. */
  #follow(event: Event, go: () => void): void {
    queueMicrotask(() => {
      if (!event.defaultPrevented) go();
    });
  }
}
