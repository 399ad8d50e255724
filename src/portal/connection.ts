import {Me, type Membership} from './contract/me.ts';
import {PortalError} from './errors.ts';
import {abortable, Http, type CallOptions, type PortalSettings} from './http.ts';

/**
 * One portal as one membership in one language: what elements share. What can be asked of it stands in modules of functions
 * (`documents`, `catalog`, …), so that a page loads only what its elements ask; `PortalClient` has all of them as methods.
 */
export class PortalConnection {
  /** Carries the calls. @internal */
  readonly http: Http;
  readonly #siblings: Map<string, PortalConnection>;
  #me: Promise<Me> | undefined;

  /** `from` is a connection to the same portal, whose session is shared. */
  constructor(settings: PortalSettings, from?: PortalConnection) {
    this.http = new Http(settings, from?.http.session);
    this.#siblings = from ? from.#siblings : new Map<string, PortalConnection>();
    this.#siblings.set(siblingKey(settings), this);
  }

  /** What this connection was made with. */
  get settings(): PortalSettings {
    return this.http.settings;
  }

  /** The base URL, absolute, without a slash at its end. */
  get endpoint(): string {
    return this.http.endpoint;
  }

  /** The same portal and session as another membership or in another language; the same object for the same answer. */
  with(change: Pick<PortalSettings, 'membership' | 'locale'>): this {
    const settings = {...this.settings};
    if (change.membership) settings.membership = change.membership;
    if (change.locale) settings.locale = change.locale;
    const Self = this.constructor as new (settings: PortalSettings, from: PortalConnection) => this;
    return (this.#siblings.get(siblingKey(settings)) as this | undefined) ?? new Self(settings, this);
  }

  /** Who is signed in. Asked once for all widgets; a failure is not kept. */
  async me({signal}: CallOptions = {}): Promise<Me> {
    const pending = (this.#me ??= this.http.json(Me, 'me'));
    pending.catch(() => {
      if (this.#me === pending) this.#me = undefined;
    });
    return abortable(pending, signal);
  }

  /** The membership that is acted as. */
  async membership(options: CallOptions = {}): Promise<Membership> {
    const me = await this.me(options);
    const membership = me.memberships.find(({id}) => id === me.membershipId);
    if (!membership) throw new PortalError('contract', {cause: new TypeError('/membershipId: unknown')});
    return membership;
  }

  /** Forgets the token and who is signed in, so that both are asked for again. */
  forget(): void {
    this.http.session?.forget();
    for (const sibling of this.#siblings.values()) sibling.#me = undefined;
  }
}

function siblingKey({membership, locale}: PortalSettings): string {
  return JSON.stringify([membership, locale]);
}
