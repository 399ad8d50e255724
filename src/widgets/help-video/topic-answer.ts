import {TaskStatus} from '@lit/task';
import type {PortalConnection} from '../../portal/connection.ts';
import type {HelpTopic} from '../../portal/contract/index.ts';
import {PortalError} from '../../portal/errors.ts';
import {help} from '../../portal/help.ts';
import {isSameMember} from '../../portal/same-member.ts';
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
  /** Of the names, the one that the portal knows. */
  readonly name: string | undefined;
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
        const found = await firstKnown(portal, namesIn(topic), signal);
        signal.throwIfAborted();
        this.#answer = {portal, topic, ...found};
      },
    });
  }

  /** Whether something is being loaded. */
  get isBusy(): boolean {
    return this.view.phase === 'loading' || (this.#hasTopic && this.#task.status === TaskStatus.PENDING);
  }

  /** What there is to show now. In another language what is there stays until the new one has come. */
  get view(): TopicView {
    const {portal} = this.#host.inside;
    if (!portal || !this.#hasTopic) return {phase: 'none'};
    const answer = this.#answer;
    const isCurrent = answer !== undefined && this.#isAbout(answer) && isSameMember(answer.portal, portal);
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

  get #hasTopic(): boolean {
    return namesIn(this.#host.topic).length > 0;
  }

  /** Whether an answer is on the topic: also on one of other names, the first of which is the one that was known. */
  #isAbout(answer: Answer | undefined): boolean {
    const {topic} = this.#host;
    return answer?.topic === topic || (answer?.name !== undefined && answer.name === namesIn(topic)[0]);
  }
}

function namesIn(topic = ''): string[] {
  return topic.split(/\s+/).filter(Boolean);
}

async function firstKnown(
  portal: PortalConnection,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Pick<Answer, 'help' | 'name'>> {
  for (const name of names) {
    try {
      return {help: await help(portal, name, {signal}), name};
    } catch (error) {
      const {kind} = PortalError.from(error);
      if (kind !== 'not-found' && kind !== 'gone') throw error;
    }
  }
  return {help: undefined, name: undefined};
}
