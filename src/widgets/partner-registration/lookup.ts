import {TaskStatus} from '@lit/task';
import {lookUp} from '../../portal/invitations.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {InvitationLookup} from '../../portal/contract/index.ts';
import {PortalError} from '../../portal/errors.ts';
import {reveal, type Secret} from '../../partners/secret.ts';
import {PortalTask} from '../../ui/portal-task.ts';
import type {PartnerRegistration} from './partner-registration.ts';

/** Why an invitation cannot be accepted. Unknown ones and used ones are the same: neither tells whether there is an account. */
export type Closed = 'expired' | 'revoked' | 'over' | 'unknown';

/** What an invitation is to. */
export type Invited =
  | {readonly phase: 'none'}
  | {readonly phase: 'loading'}
  | {readonly phase: 'failed'; readonly error: PortalError}
  | {readonly phase: 'closed'; readonly reason: Closed; readonly company: string | undefined}
  | {readonly phase: 'open'; readonly lookup: InvitationLookup};

type Answer = Extract<Invited, {phase: 'closed' | 'open'}>;

/** Looks an invitation up, and again in another language. It is not used up by that. */
export class Lookup {
  readonly #host: PartnerRegistration;
  readonly #task: PortalTask<[Secret | undefined], void>;
  #known: {secret: Secret | undefined; endpoint: string; answer: Answer} | undefined;

  /** `isOver`: the invitation has been accepted, or cannot be any more, and is not asked for again. */
  constructor(host: PartnerRegistration, isOver: () => boolean) {
    this.#host = host;
    this.#task = new PortalTask<[Secret | undefined], void>(host, {
      args: () => [host.invitation && !isOver() ? host.inside.portal : undefined, host.invitation],
      task: async ([portal, secret], {signal}) => {
        const answer = await ask(portal, secret ? reveal(secret) : '', signal);
        signal.throwIfAborted();
        this.#known = {secret, endpoint: portal.endpoint, answer};
      },
    });
  }

  /** What is known now. It stays while it is asked for again, so that nothing that was typed is lost. */
  get invited(): Invited {
    const {invitation, inside} = this.#host;
    if (!invitation) return {phase: 'none'};
    const known = this.#known;
    if (known && known.secret === invitation && known.endpoint === inside.portal?.endpoint)
      return known.answer;
    if (this.#task.status === TaskStatus.ERROR)
      return {phase: 'failed', error: PortalError.from(this.#task.error)};
    return {phase: 'loading'};
  }

  /** Asks once more. Resolves with why that has failed, undefined where it has not. */
  async again(): Promise<PortalError | undefined> {
    await this.#task.run();
    return this.#task.status === TaskStatus.ERROR ? PortalError.from(this.#task.error) : undefined;
  }
}

async function ask(portal: PortalConnection, token: string, signal: AbortSignal): Promise<Answer> {
  try {
    const lookup = await lookUp(portal, token, {signal});
    return answerTo(lookup);
  } catch (thrown) {
    const error = withoutSession(PortalError.from(thrown));
    if (error.kind === 'not-found' || error.kind === 'conflict') return closed('unknown');
    if (error.kind === 'gone') return closed('over');
    throw error;
  }
}

function answerTo(lookup: InvitationLookup): Answer {
  switch (lookup.status) {
    case 'pending':
      return {phase: 'open', lookup};
    case 'expired':
      return closed('expired', lookup.companyName);
    case 'revoked':
      return closed('revoked', lookup.companyName);
    default:
      return closed('unknown');
  }
}

function closed(reason: Closed, company?: string): Answer {
  return {phase: 'closed', reason, company};
}

/** Nobody need be signed in here: a portal that asks for it has not kept to the contract. */
export function withoutSession(error: PortalError): PortalError {
  const {kind, status, traceId, cause} = error;
  return kind === 'signed-out' ? new PortalError('contract', {status, traceId, cause}) : error;
}
