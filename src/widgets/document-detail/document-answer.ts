import {TaskStatus} from '@lit/task';
import type {PortalConnection} from '../../portal/connection.ts';
import {get} from '../../portal/documents.ts';
import {PortalError} from '../../portal/errors.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {PortalTask} from '../../ui/portal-task.ts';
import type {LoadedDocument} from './loaded-document.ts';

/** What there is to show of a document. */
export type DocumentView =
  | {readonly phase: 'loading'}
  | {readonly phase: 'denied' | 'missing'; readonly detail: string | undefined}
  | {readonly phase: 'failed'; readonly error: PortalError}
  | {
      readonly phase: 'loaded';
      readonly loaded: LoadedDocument;
      /** Why loading it again failed. */
      readonly error: PortalError | undefined;
    };

type Request = readonly [PortalConnection | undefined, string, string];

/** What was answered, and to what. */
interface Answer {
  readonly request: Request;
  /** Undefined where the member may not read documents of the type. */
  readonly loaded: LoadedDocument | undefined;
}

/** Loads a document, and again when another one is asked for. */
export class DocumentAnswer {
  readonly #request: () => Request;
  readonly #task: PortalTask<[string, string], void>;
  #answer: Answer | undefined;

  /** `request`: the portal, undefined while there is none; the type; the id. */
  constructor(host: PortalElement, request: () => Request) {
    this.#request = request;
    this.#task = new PortalTask<[string, string], void>(host, {
      args: request,
      task: async ([portal, type, id], {signal}) => {
        const loaded = await load(portal, type, id, signal);
        signal.throwIfAborted();
        this.#answer = {request: [portal, type, id], loaded};
      },
    });
  }

  /** Whether something is being loaded. */
  get isBusy(): boolean {
    return this.#task.status === TaskStatus.PENDING;
  }

  /** What there is to show now. */
  get view(): DocumentView {
    const request = this.#request();
    const answer = this.#answer?.request.every((part, index) => part === request[index])
      ? this.#answer
      : undefined;
    if (this.#task.status === TaskStatus.ERROR) return failed(PortalError.from(this.#task.error), answer);
    if (!answer) return {phase: 'loading'};
    if (!answer.loaded) return {phase: 'denied', detail: undefined};
    return {phase: 'loaded', loaded: answer.loaded, error: undefined};
  }

  /** Loads what is shown again. */
  async reload(): Promise<void> {
    await this.#task.run();
  }
}

/** What the member may do, and the document, asked for at once. */
async function load(
  portal: PortalConnection,
  type: string,
  id: string,
  signal: AbortSignal,
): Promise<LoadedDocument | undefined> {
  const asked = get(portal, type, id, {signal});
  // It may be refused before it is known whether anybody wants it.
  asked.catch(() => undefined);
  const {capabilities} = await portal.membership({signal});
  if (!capabilities.documents[type]?.includes('read')) return undefined;
  const {document, etag} = await asked;
  return {portal, document, etag, capabilities};
}

function failed(error: PortalError, answer: Answer | undefined): DocumentView {
  const {kind, detail} = error;
  if (kind === 'forbidden') return {phase: 'denied', detail};
  if (kind === 'not-found' || kind === 'gone') return {phase: 'missing', detail};
  if (!answer?.loaded || kind === 'signed-out') return {phase: 'failed', error};
  return {phase: 'loaded', loaded: answer.loaded, error};
}
