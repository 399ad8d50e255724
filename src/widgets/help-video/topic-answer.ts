import {TaskStatus} from '@lit/task';
import type {PortalConnection} from '../../portal/connection.ts';
import type {HelpTopic} from '../../portal/contract/index.ts';
import {PortalError} from '../../portal/errors.ts';
import {help} from '../../portal/help.ts';
import {PortalTask} from '../../ui/portal-task.ts';
import type {HelpVideo} from './help-video.ts';

/** What the portal says on a topic. */
export type TopicView =
  /** The element has no topic, or no portal. */
  | {readonly phase: 'none'}
  | {readonly phase: 'loading'}
  /** The portal knows none of the names. */
  | {readonly phase: 'unknown'}
  | {readonly phase: 'failed'; readonly error: PortalError}
  | {readonly phase: 'loaded'; readonly help: HelpTopic; readonly portal: PortalConnection};

interface Answer {
  readonly portal: PortalConnection;
  readonly topic: string | undefined;
  readonly help: HelpTopic | undefined;
}

/** Loads the first topic that the portal knows of those that the element names. */
export class TopicAnswer {
  readonly #host: HelpVideo;
  readonly #task: PortalTask<[string | undefined], void>;
  #answer: Answer | undefined;

  constructor(host: HelpVideo) {
    this.#host = host;
    this.#task = new PortalTask<[string | undefined], void>(host, {
      args: () => [host.inside.portal, host.topic],
      task: async ([portal, topic], {signal}) => {
        const found = await firstKnown(portal, topic ?? '', signal);
        signal.throwIfAborted();
        this.#answer = {portal, topic, help: found};
      },
    });
  }

  /** Whether something is being loaded. */
  get isBusy(): boolean {
    return this.view.phase === 'loading' || (this.#names !== '' && this.#task.status === TaskStatus.PENDING);
  }

  /** What there is to show now. In another language what is there stays until the new one has come. */
  get view(): TopicView {
    const {portal} = this.#host.inside;
    if (!portal || this.#names === '') return {phase: 'none'};
    const answer = this.#answer;
    const isCurrent = answer?.topic === this.#host.topic && isSameReader(answer?.portal, portal);
    if (this.#task.status === TaskStatus.ERROR) {
      const error = PortalError.from(this.#task.error);
      // Help seldom changes: what is there is better than what went wrong.
      if (!isCurrent || !answer?.help || error.kind === 'signed-out') return {phase: 'failed', error};
    }
    if (!answer || !isCurrent) return {phase: 'loading'};
    return answer.help ? {phase: 'loaded', help: answer.help, portal: answer.portal} : {phase: 'unknown'};
  }

  /** Loads the same again; what is there stays until then. */
  async reload(): Promise<void> {
    await this.#task.run();
  }

  get #names(): string {
    return this.#host.topic?.trim() ?? '';
  }
}

async function firstKnown(
  portal: PortalConnection,
  topics: string,
  signal: AbortSignal,
): Promise<HelpTopic | undefined> {
  for (const topic of topics.split(/\s+/).filter(Boolean)) {
    try {
      return await help(portal, topic, {signal});
    } catch (error) {
      const {kind} = PortalError.from(error);
      if (kind !== 'not-found' && kind !== 'gone') throw error;
    }
  }
  return undefined;
}

/** Whether both ask the same portal for the same person, in whatever language. */
function isSameReader(a: PortalConnection | undefined, b: PortalConnection): boolean {
  return (
    a?.endpoint === b.endpoint &&
    a.http.session === b.http.session &&
    a.settings.membership === b.settings.membership
  );
}
