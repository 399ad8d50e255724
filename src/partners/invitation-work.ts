import type {PortalConnection} from '../portal/connection.ts';
import type {Invitation} from '../portal/contract/index.ts';
import {PortalError} from '../portal/errors.ts';
import {resend, revoke} from '../portal/invitations.ts';
import type {InvitationAction} from './partner-access.ts';

/** What is being done with one invitation, or was done last. */
export type Work = {
  readonly action: InvitationAction;
  /** The address that it is to be sent to, where that is another one. */
  readonly email: string | undefined;
} & (
  | {
      readonly phase: 'waiting' | 'sending';
      /** The portal has asked for patience: so many seconds are waited. */
      readonly seconds?: number;
    }
  | {readonly phase: 'done'; readonly invitation: Invitation}
  | {readonly phase: 'failed'; readonly error: PortalError}
);

/** What came of something that was done with one invitation. */
export type Settled = Extract<Work, {phase: 'done' | 'failed'}>;

/** Several invitations that one thing is done with. */
export interface Batch {
  readonly action: InvitationAction;
  readonly ids: readonly string[];
  readonly canceled: boolean;
}

/** How far a batch has come. */
export interface BatchProgress {
  readonly done: number;
  readonly failed: readonly string[];
  /** How many were not begun, as the batch was canceled. */
  readonly dropped: number;
  readonly total: number;
  readonly isOver: boolean;
}

/** Who hears of what is done. */
export interface WorkListener {
  /** Something is another way than before. */
  onChange(): void;
  /** The portal has done it; `invitation` is as it is now. */
  onDone(invitation: Invitation, work: Settled): void;
  onFailed(error: PortalError, work: Settled): void;
}

/** So many requests are under way at once: a portal has other members too. */
const LANES = 4;
const RETRIES = 2;
/** In seconds. */
const LONGEST_WAIT = 30;

/**
 * Does things with invitations at one portal: each invitation one thing at a time, and not more than four at once. What is under
 * way is not given up when nobody looks any more: the portal does it all the same.
 */
export class InvitationWork {
  #portal: PortalConnection;
  readonly #listener: WorkListener;
  readonly #works = new Map<string, Work>();
  readonly #queue: string[] = [];
  #running = 0;
  #batch: Batch | undefined;

  constructor(portal: PortalConnection, listener: WorkListener) {
    this.#portal = portal;
    this.#listener = listener;
  }

  /** Goes on at a portal where that is the same one for the same member, in another language perhaps. False: it does not. */
  goOnWith(portal: PortalConnection): boolean {
    const isSame =
      portal.endpoint === this.#portal.endpoint &&
      portal.http.session === this.#portal.http.session &&
      portal.settings.membership === this.#portal.settings.membership;
    if (isSame) this.#portal = portal;
    return isSame;
  }

  /** What is, or was last, done with an invitation. */
  of(invitationId: string): Work | undefined {
    return this.#works.get(invitationId);
  }

  /** Whether something is under way with an invitation, or is going to be. */
  isBusy(invitationId: string): boolean {
    const phase = this.#works.get(invitationId)?.phase;
    return phase === 'waiting' || phase === 'sending';
  }

  /** The batch that was begun last; undefined once the user has seen what came of it. */
  get batch(): Batch | undefined {
    return this.#batch;
  }

  /** How far the batch has come. */
  get progress(): BatchProgress | undefined {
    if (!this.#batch) return undefined;
    const {ids} = this.#batch;
    const works = ids.map((id) => this.#works.get(id));
    return {
      total: ids.length,
      done: works.filter((work) => work?.phase === 'done').length,
      failed: ids.filter((_, index) => works[index]?.phase === 'failed'),
      dropped: works.filter((work) => work === undefined).length,
      isOver: !ids.some((id) => this.isBusy(id)),
    };
  }

  /** Does one thing with one invitation. Does nothing where something is under way with it. */
  start(invitationId: string, action: InvitationAction, email?: string): void {
    if (this.isBusy(invitationId)) return;
    this.#works.set(invitationId, {phase: 'waiting', action, email});
    this.#queue.push(invitationId);
    this.#next();
    this.#listener.onChange();
  }

  /** Does one thing with several invitations. */
  startBatch(invitationIds: readonly string[], action: InvitationAction): void {
    this.#batch = {action, ids: invitationIds.filter((id) => !this.isBusy(id)), canceled: false};
    for (const id of this.#batch.ids) this.start(id, action);
    this.#listener.onChange();
  }

  /** Does not begin with what still waits. */
  cancel(): void {
    if (this.#batch) this.#batch = {...this.#batch, canceled: true};
    for (const id of this.#queue.splice(0)) this.#works.delete(id);
    this.#listener.onChange();
  }

  /** Forgets what came of an invitation. */
  forget(invitationId: string): void {
    if (!this.isBusy(invitationId)) this.#works.delete(invitationId);
    this.#listener.onChange();
  }

  /** Forgets the batch that is over. */
  forgetBatch(): void {
    if (this.progress?.isOver) this.#batch = undefined;
    this.#listener.onChange();
  }

  #next(): void {
    while (this.#running < LANES) {
      const id = this.#queue.shift();
      if (id === undefined) return;
      this.#running++;
      void this.#run(id).finally(() => {
        this.#running--;
        this.#next();
        this.#listener.onChange();
      });
    }
  }

  async #run(id: string): Promise<void> {
    for (let tries = 0; ; tries++) {
      const waiting = this.#works.get(id);
      if (!waiting) return;
      const {action, email} = waiting;
      this.#works.set(id, {phase: 'sending', action, email});
      this.#listener.onChange();
      try {
        const invitation = await this.#send(id, action, email);
        const work = {phase: 'done', action, email, invitation} as const;
        this.#works.set(id, work);
        this.#listener.onDone(invitation, work);
        return;
      } catch (thrown) {
        const error = PortalError.from(thrown);
        if (isWorthWaiting(error) && tries < RETRIES) {
          await this.#wait(id, {action, email}, error.retryAfter);
          continue;
        }
        const work = {phase: 'failed', action, email, error} as const;
        this.#works.set(id, work);
        this.#listener.onFailed(error, work);
        return;
      }
    }
  }

  #send(id: string, action: InvitationAction, email: string | undefined): Promise<Invitation> {
    return action === 'resend' ? resend(this.#portal, id, {email}) : revoke(this.#portal, id);
  }

  /** Waits in its lane: what comes after it would be turned away, too. */
  async #wait(id: string, work: Pick<Work, 'action' | 'email'>, seconds: number): Promise<void> {
    this.#works.set(id, {...work, phase: 'waiting', seconds});
    this.#listener.onChange();
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    if (this.#batch?.canceled && this.#batch.ids.includes(id)) this.#works.delete(id);
  }
}

/** Whether a portal that has done nothing says when it will. Without such an answer a second try might be a second e-mail. */
function isWorthWaiting(error: PortalError): error is PortalError & {readonly retryAfter: number} {
  return error.kind === 'busy' && error.retryAfter !== undefined && error.retryAfter <= LONGEST_WAIT;
}
