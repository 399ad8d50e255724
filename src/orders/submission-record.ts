import type {PortalConnection} from '../portal/connection.ts';
import type {CallOptions} from '../portal/http.ts';
import type {DraftKeeper} from './draft-keeper.ts';
import type {Order} from './draft.ts';
import {isSent, type SentOrder, type Submission} from './draft-store.ts';
import {settleCreation} from './portal-draft.ts';
import type {Outcome, SubmissionKeeper} from './submission.ts';

/** Keeps with a draft what must not be forgotten of sending it. */
export class SubmissionRecord implements SubmissionKeeper {
  readonly #keeper: DraftKeeper;

  constructor(keeper: DraftKeeper) {
    this.#keeper = keeper;
  }

  async settleSaving(
    portal: PortalConnection,
    type: string,
    order: Order,
    options: CallOptions,
  ): Promise<Order> {
    if (!order.portalDraft) await settleCreation(portal, type, this.#keeper, options);
    const {portalCopy} = this.#keeper.draft;
    if (order.portalDraft || !portalCopy) return order;
    const {documentId, etag} = portalCopy;
    return {...order, portalDraft: {documentId, etag}};
  }

  async begin(submission: Submission): Promise<Submission | SentOrder> {
    const keeper = this.#keeper;
    const isOutdated = keeper.stopTimer();
    return keeper.inTurn(async (own) => {
      const foreign = await own.write({submission});
      if (foreign && isSent(foreign)) return {document: foreign.document, number: foreign.number, isOutdated};
      // The other tab edited on and has not sent: ours is an order of its own.
      if (foreign && !foreign.submission) await own.fork({submission});
      const counting = foreign?.submission ?? submission;
      keeper.submission = counting;
      if (foreign?.submission) own.catchUp(foreign.revision);
      return counting;
    });
  }

  async end(submission: Submission, outcome: Outcome, isOutdated = false): Promise<SentOrder | undefined> {
    const keeper = this.#keeper;
    const left = outcome.kind === 'unknown' ? {...submission, isUnsettled: true} : undefined;
    keeper.submission = left;
    return keeper.inTurn(async (own) => {
      // Once more: where the user has stopped waiting for the device, `begin` ends only now.
      keeper.submission = left;
      let sent: SentOrder | undefined;
      await own.update((known) => {
        const isCreated = outcome.kind === 'created';
        // Another tab that sends the same may have got further, or have begun anew.
        if (isSent(known) && !(isCreated && outcome.document && !known.isDone)) {
          sent = {document: known.document, number: known.number, isOutdated};
          return known;
        }
        if (!isCreated && known.submission && known.submission.key !== submission.key) return known;
        const revision = known.revision + 1;
        own.catchUp(revision);
        return {
          ...known,
          revision,
          submission: left,
          isElsewhere: undefined,
          ...(isCreated && {isSent: true, document: outcome.document, isOutdated}),
        };
      });
      return sent;
    });
  }
}
