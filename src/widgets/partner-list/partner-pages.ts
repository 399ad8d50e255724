import {TaskStatus} from '@lit/task';
import {
  extendPartners,
  openPartners,
  withInvitation,
  type PartnerFilter,
  type PartnerListing,
} from '../../partners/partner-listing.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {Invitation} from '../../portal/contract/index.ts';
import {PortalError} from '../../portal/errors.ts';
import type {PortalElement} from '../../ui/portal-element.ts';
import {PortalTask} from '../../ui/portal-task.ts';

/** The next page: there is none, nobody has asked for it, it is on its way, or why it failed. */
export type More = 'none' | 'waiting' | 'loading' | PortalError;

/** What there is to show. */
export type PartnersView =
  | {phase: 'loading'}
  | {phase: 'denied'; detail: string | undefined}
  | {phase: 'failed'; error: PortalError}
  | {
      phase: 'loaded';
      listing: PartnerListing;
      /** Loading the list again: the rows are those from before. */
      busy: boolean;
      /** Why loading the list again failed; the rows are those from before. */
      error: PortalError | undefined;
      more: More;
    };

type Request = readonly [PortalConnection | undefined, PartnerFilter];

/** Loads partners page by page: the first when what is asked for changes, the next ones on demand. */
export class PartnerPages {
  readonly #host: PortalElement;
  readonly #request: () => Request;
  readonly #start: PortalTask<[PartnerFilter], void>;
  readonly #continuation: PortalTask<[PartnerListing | undefined], void>;
  #listing: PartnerListing | undefined;
  /** The listing whose next page is wanted. */
  #wanted: PartnerListing | undefined;
  /** Whether partners have left the list since it was loaded. */
  #hasMoved = false;
  /** Whether something was changed while the list was on its way: what comes may be from before that. */
  #isOvertaken = false;

  /** `request` says what is asked for: a filter is the same as long as it is the same object. */
  constructor(host: PortalElement, request: () => Request) {
    this.#host = host;
    this.#request = request;
    this.#start = new PortalTask<[PartnerFilter], void>(host, {
      args: request,
      task: async ([portal, filter], {signal}) => {
        const before = this.#listingOf(portal);
        const atLeast = before?.filter === filter ? before.partners.length : 0;
        const listing = await openPartners(portal, filter, atLeast, signal);
        signal.throwIfAborted();
        this.#listing = listing;
      },
    });
    this.#continuation = new PortalTask<[PartnerListing | undefined], void>(host, {
      args: () => {
        const [portal, filter] = this.#request();
        const wanted = this.#wanted;
        const isStillWanted = wanted && wanted === this.#listing && wanted.filter === filter;
        return [isStillWanted && wanted.portal === portal ? portal : undefined, wanted];
      },
      task: async ([, wanted], {signal}) => {
        if (!wanted) return;
        const listing = await extendPartners(wanted, signal);
        signal.throwIfAborted();
        this.#listing = listing;
      },
    });
  }

  /** What there is to show now. */
  get view(): PartnersView {
    const [portal, filter] = this.#request();
    const listing = portal && this.#listingOf(portal);
    if (this.#start.status === TaskStatus.ERROR) {
      const error = PortalError.from(this.#start.error);
      if (error.kind === 'forbidden') return {phase: 'denied', detail: error.detail};
      const isKept = listing?.filter === filter && error.kind !== 'signed-out';
      if (!isKept) return {phase: 'failed', error};
      return {phase: 'loaded', listing, busy: false, error, more: this.#more(listing)};
    }
    if (!listing) return {phase: 'loading'};
    const busy = this.#start.status === TaskStatus.PENDING;
    return {phase: 'loaded', listing, busy, error: undefined, more: this.#more(listing)};
  }

  /** Loads what is shown again, as far as it was. */
  async reload(): Promise<void> {
    this.#isOvertaken = false;
    this.#hasMoved = false;
    await this.#start.run();
  }

  /** Loads the next page; does nothing while anything else is under way, and does not repeat what failed. */
  loadMore(): void {
    const {view} = this;
    if (view.phase !== 'loaded' || view.busy || view.more !== 'waiting') return;
    this.#wanted = view.listing;
    this.#host.requestUpdate();
  }

  /** Tries again to load the next page. */
  async retryMore(): Promise<void> {
    await this.#continuation.run();
  }

  /** Shows an invitation as it is now. */
  take(invitation: Invitation): void {
    if (this.#start.status === TaskStatus.PENDING) this.#isOvertaken = true;
    const before = this.#listing;
    if (!before) return;
    this.#listing = withInvitation(before, invitation);
    if (this.#wanted === before) this.#wanted = this.#listing;
    if (this.#listing.partners.length < before.partners.length) this.#hasMoved = true;
    this.#host.requestUpdate();
  }

  /**
   * Nothing is being changed any more. Where partners have left the list by that, the others have other places at the portal than
   * those that the next page would be asked by: then all that is shown is loaded again. So it is where it is not known whether
   * the portal has answered before or after the change.
   */
  settle(): void {
    const mustReload = this.#isOvertaken || (this.#hasMoved && this.#listing?.next !== null);
    this.#isOvertaken = false;
    this.#hasMoved = false;
    if (mustReload) void this.reload();
  }

  #more(listing: PartnerListing): More {
    if (listing.next === null) return 'none';
    if (this.#wanted !== listing) return 'waiting';
    if (this.#continuation.status === TaskStatus.ERROR) return PortalError.from(this.#continuation.error);
    return 'loading';
  }

  /** What has been loaded, unless it was of another portal or member: nothing of that may be shown any more. */
  #listingOf(portal: PortalConnection): PartnerListing | undefined {
    return this.#listing?.portal === portal ? this.#listing : undefined;
  }
}
