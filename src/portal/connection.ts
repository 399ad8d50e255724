import {Me, type Membership} from './contract/me.ts';
import {PortalError} from './errors.ts';
import {abortable, Http, type CallOptions, type PortalSettings} from './http.ts';

/** Who is signed in, as it was asked, and the session's version that the answer belongs to. */
interface Asked {
  answer: Promise<Me>;
  session: number | 'pending';
}

/**
 * One portal as one membership in one language: what elements share. What can be asked of it stands in modules of functions
 * (`documents`, `catalog`, …), so that a page loads only what its elements ask; `PortalClient` has all of them as methods.
 */
export class PortalConnection {
  /** Carries the calls. @internal */
  readonly http: Http;
  readonly #siblings: Map<string, PortalConnection>;
  #me: Asked | undefined;

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

  /** Who is signed in. Asked once for all widgets, and again once there is another token; a failure is not kept. */
  async me({signal}: CallOptions = {}): Promise<Me> {
    const version = (): number => this.http.session?.version ?? 0;
    if (this.#me && this.#me.session !== 'pending' && this.#me.session !== version()) this.#me = undefined;
    if (!this.#me) {
      const asked: Asked = {answer: this.http.json(Me, 'me'), session: 'pending'};
      this.#me = asked;
      asked.answer.then(
        () => (asked.session = version()),
        () => {
          if (this.#me === asked) this.#me = undefined;
        },
      );
    }
    return abortable(this.#me.answer, signal);
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
