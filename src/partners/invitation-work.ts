import type {PortalConnection} from '../portal/connection.ts';
import type {Invitation} from '../portal/contract/index.ts';
import {PortalError, type PortalErrorKind} from '../portal/errors.ts';
import {isSameMember} from '../portal/same-member.ts';
import {pauseFor} from '../portal/http.ts';
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
  /** What one of them has run into, and all others would run into as well; it kept the batch from going on. */
  readonly stoppedBy: PortalError | undefined;
}

/** How far a batch has come. */
export interface BatchProgress {
  readonly done: number;
  readonly failed: readonly string[];
  /** Those that were not begun, as the batch was canceled or stopped. */
  readonly dropped: readonly string[];
  readonly total: number;
  readonly isOver: boolean;
}

/** Who hears of what is done. */
export interface WorkListener {
  /** Whether what waits may be begun with: whoever wants it still acts for the same member. */
  mayBegin(): boolean;
  /** Something is another way than before. */
  onChange(): void;
  /** The portal has done it; `invitation` is as it is now. */
  onDone(invitation: Invitation, work: Extract<Work, {phase: 'done'}>): void;
  onFailed(invitationId: string, work: Extract<Work, {phase: 'failed'}>): void;
  /** Something has come to its end, and no batch is under way. */
  onSettled(): void;
}

/** So many requests are under way at once: a portal has other members too. */
const LANES = 4;
const RETRIES = 2;
/** In seconds. */
const LONGEST_WAIT = 30;

/** What one invitation has run into, and all others would run into as well. */
const common: ReadonlySet<PortalErrorKind> = new Set(['offline', 'busy', 'signed-out', 'token']);

/**
 * Does things with invitations at one portal: each invitation one thing at a time, and not more than four at once. What is under
 * way is not given up when nobody looks any more: the portal does it all the same.
 */
export class InvitationWork {
  #portal: PortalConnection;
  readonly #listener: WorkListener;
  readonly #works = new Map<string, Work>();
  #queue: readonly string[] = [];
  /** Ends a pause that the portal has asked for. */
  readonly #pauses = new Map<string, AbortController>();
  #running = 0;
  #batch: Batch | undefined;

  constructor(portal: PortalConnection, listener: WorkListener) {
    this.#portal = portal;
    this.#listener = listener;
  }

  /** Goes on at a portal where that is the same one for the same member, in another language perhaps. False: it does not. */
  goOnWith(portal: PortalConnection): boolean {
    const isSame = isSameMember(portal, this.#portal);
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
      dropped: ids.filter((_, index) => works[index] === undefined),
      isOver: !ids.some((id) => this.isBusy(id)),
    };
  }

  /** Does one thing with one invitation. Does nothing where something is under way with it. */
  start(invitationId: string, action: InvitationAction, email?: string): void {
    if (this.isBusy(invitationId)) return;
    this.#works.set(invitationId, {phase: 'waiting', action, email});
    // Somebody waits for this one, and for none of a batch that goes on for minutes.
    this.#queue = [invitationId, ...this.#queue];
    this.#next();
    this.#listener.onChange();
  }

  /** Does one thing with several invitations. */
  startBatch(invitationIds: readonly string[], action: InvitationAction): void {
    const ids = invitationIds.filter((id) => !this.isBusy(id));
    if (ids.length === 0) return;
    this.#batch = {action, ids, canceled: false, stoppedBy: undefined};
    for (const id of ids) this.#works.set(id, {phase: 'waiting', action, email: undefined});
    this.#queue = [...this.#queue, ...ids];
    this.#next();
    this.#listener.onChange();
  }

  /** Does not begin with what still waits of the batch. */
  cancel(): void {
    const batch = this.#batch;
    if (!batch) return;
    this.#batch = {...batch, canceled: true};
    this.#drop(batch.ids);
    this.#listener.onChange();
  }

  /** Begins with nothing more: nobody could see or cancel it. */
  close(): void {
    this.#drop([...this.#works.keys()]);
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
    // Another member may be on their way already, though nobody knows yet who it is.
    if (this.#queue.length > 0 && !this.#listener.mayBegin()) this.close();
    while (this.#running < LANES) {
      const [id, ...others] = this.#queue;
      if (id === undefined) return;
      this.#queue = others;
      this.#running++;
      void this.#run(id).finally(() => {
        this.#running--;
        this.#next();
        if (this.progress?.isOver !== false) this.#listener.onSettled();
        this.#listener.onChange();
      });
    }
  }

  async #run(id: string): Promise<void> {
    for (let tries = 0; ; tries++) {
      const waiting = this.#works.get(id);
      if (!waiting) return;
      if (tries > 0 && !this.#listener.mayBegin()) {
        this.#works.delete(id);
        return;
      }
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
          if (await this.#pause(id, {action, email}, error.retryAfter)) continue;
          return;
        }
        const work = {phase: 'failed', action, email, error} as const;
        this.#works.set(id, work);
        if (common.has(error.kind)) this.#stop(id, error);
        this.#listener.onFailed(id, work);
        return;
      }
    }
  }

  #send(id: string, action: InvitationAction, email: string | undefined): Promise<Invitation> {
    return action === 'resend' ? resend(this.#portal, id, {email}) : revoke(this.#portal, id);
  }

  /** Waits in its lane: what comes after it would be turned away, too. False where it was dropped meanwhile. */
  async #pause(id: string, work: Pick<Work, 'action' | 'email'>, seconds: number): Promise<boolean> {
    const pause = new AbortController();
    this.#pauses.set(id, pause);
    this.#works.set(id, {...work, phase: 'waiting', seconds});
    this.#listener.onChange();
    await pauseFor(seconds * 1000, pause.signal).catch(() => undefined);
    this.#pauses.delete(id);
    return !pause.signal.aborted;
  }

  /** Spares the rest of a batch, and the portal, what one of them has run into. */
  #stop(id: string, error: PortalError): void {
    const batch = this.#batch;
    if (!batch?.ids.includes(id)) return;
    this.#batch = {...batch, stoppedBy: batch.stoppedBy ?? error};
    this.#drop(batch.ids);
  }

  /** Takes out what has not been sent, or is waiting to be sent once more. */
  #drop(ids: readonly string[]): void {
    const meant = new Set(ids);
    const dropped = this.#queue.filter((id) => meant.has(id));
    this.#queue = this.#queue.filter((id) => !meant.has(id));
    for (const [id, pause] of this.#pauses) {
      if (!meant.has(id)) continue;
      dropped.push(id);
      pause.abort();
    }
    for (const id of dropped) this.#works.delete(id);
  }
}

/** Whether a portal that has done nothing says when it will. Without such an answer a second try might be a second e-mail. */
function isWorthWaiting(error: PortalError): error is PortalError & {readonly retryAfter: number} {
  return error.kind === 'busy' && error.retryAfter !== undefined && error.retryAfter <= LONGEST_WAIT;
}
