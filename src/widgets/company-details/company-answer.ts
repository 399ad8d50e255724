import {TaskStatus} from '@lit/task';
import {company} from '../../portal/company.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {Company} from '../../portal/contract/index.ts';
import {PortalError} from '../../portal/errors.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {PortalTask} from '../../ui/portal-task.ts';

/** What there is to show of a company. */
export type CompanyView =
  | {readonly phase: 'loading'}
  | {readonly phase: 'denied'; readonly detail: string | undefined}
  | {readonly phase: 'failed'; readonly error: PortalError}
  | {
      readonly phase: 'loaded';
      readonly company: Company;
      /** Why loading it again failed. */
      readonly error: PortalError | undefined;
    };

/** What was answered, and by which portal to whom. */
interface Answer {
  readonly portal: PortalConnection;
  /** Undefined where the member may not read it. */
  readonly company: Company | undefined;
}

/** Loads the company behind the membership. */
export class CompanyAnswer {
  readonly #host: PortalElement;
  readonly #task: PortalTask<[], void>;
  #answer: Answer | undefined;

  constructor(host: PortalElement) {
    this.#host = host;
    this.#task = new PortalTask<[], void>(host, {
      args: () => [host.inside.portal],
      task: async ([portal], {signal}) => {
        const answer = {portal, company: await load(portal, signal)};
        signal.throwIfAborted();
        this.#answer = answer;
      },
    });
  }

  /** Whether something is being loaded. */
  get isBusy(): boolean {
    return this.#task.status === TaskStatus.PENDING;
  }

  /** What there is to show now. Nothing of another membership is. */
  get view(): CompanyView {
    const {portal} = this.#host.inside;
    if (this.#answer && this.#answer.portal !== portal) this.#answer = undefined;
    const answer = this.#answer;
    if (this.#task.status === TaskStatus.ERROR) return failed(PortalError.from(this.#task.error), answer);
    if (!answer) return {phase: 'loading'};
    if (!answer.company) return {phase: 'denied', detail: undefined};
    return {phase: 'loaded', company: answer.company, error: undefined};
  }

  /** Loads the same again; what is there stays until then. */
  async reload(): Promise<void> {
    await this.#task.run();
  }
}

/** What the member may see, and the company, asked for at once. */
async function load(portal: PortalConnection, signal: AbortSignal): Promise<Company | undefined> {
  const asked = company(portal, {signal});
  // It may be refused before it is known whether anybody wants it.
  asked.catch(() => undefined);
  const {capabilities} = await portal.membership({signal});
  return capabilities.company.includes('read') ? asked : undefined;
}

function failed(error: PortalError, answer: Answer | undefined): CompanyView {
  const {kind, detail} = error;
  if (kind === 'forbidden') return {phase: 'denied', detail};
  if (!answer?.company || kind === 'signed-out') return {phase: 'failed', error};
  return {phase: 'loaded', company: answer.company, error};
}
