import {ContextProvider} from '@lit/context';
import {css, html, LitElement, type PropertyValues} from 'lit';
import {property} from 'lit/decorators/property.js';
import {PortalConnection} from '../../portal/connection.ts';
import {portalContext} from '../../portal/context.ts';
import type {PortalSettings} from '../../portal/http.ts';
import type {GetToken} from '../../portal/session.ts';

/**
 * Gives everything inside it a portal: where it is, as whom, in which language, and how to sign in.
 *
 * Set `getToken` before or after the elements inside exist; they wait for it until the page's scripts have run. Another function later
 * takes effect with the next token that is needed.
 *
 * @element portal-provider
 * @fires {SessionExpiredEvent} session-expired - The session of an element inside is over.
 * @fires {PortalErrorEvent} portal-error - An element inside could not read from, or write to, the portal.
 * @slot - The page's own content with the elements.
 */
export class PortalProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** Base URL of the portal: `https://portal.example/api/v1`. */
  @property() endpoint?: string;

  /** Id of the membership to act as; without it the portal takes the user's default. */
  @property() membership?: string;

  /** Language and formats, BCP 47: `de-AT`. Without it those of the page. */
  @property() locale?: string;

  /** Gives the bearer token: asked once for many requests, and again when the portal refuses it. Null: nobody is signed in. */
  @property({attribute: false}) getToken?: GetToken;

  /** `include` sends cookies to another origin too. */
  @property({attribute: false}) credentials?: RequestCredentials;

  /** The header that every request but GET carries in cookie mode. */
  @property({attribute: false}) csrf?: PortalSettings['csrf'];

  /** Texts by message id that replace the library's own. */
  @property({attribute: false}) strings?: Readonly<Record<string, string>>;

  /** A client of the page's own, used instead of all settings above but `locale` and `strings`. */
  @property({attribute: false}) client?: PortalConnection;

  readonly #context = new ContextProvider(this, {context: portalContext});
  #scriptsHaveRun = false;
  #own: {key: string; client: PortalConnection} | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // A framework may set anything before it has the client.
    const given = typeof this.client?.with === 'function' ? this.client : undefined;
    const client = given ?? (this.#isSettled() ? this.#ownClient() : undefined);
    this.#context.setValue(client && {client, locale: this.locale, strings: this.strings});
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  /**
   * Whether all is known that a client needs. While the page is being loaded, a script further down may still set `getToken`:
   * asking the portal before would show everybody as signed out for a moment.
   */
  #isSettled(): boolean {
    if (this.#scriptsHaveRun || this.getToken || this.credentials || this.csrf) return true;
    if (document.readyState === 'complete') return true;
    const settle = (): void => {
      this.#scriptsHaveRun = true;
      this.requestUpdate();
    };
    document.addEventListener('DOMContentLoaded', settle, {once: true});
    // Where that event is over already, nothing tells so before this one.
    window.addEventListener('load', settle, {once: true});
    return false;
  }

  /** A new client only for a new portal: a host that makes a new function with each of its renders must not reload everything. */
  #ownClient(): PortalConnection | undefined {
    const {endpoint, membership, credentials} = this;
    if (!endpoint) return undefined;
    const key = JSON.stringify([
      endpoint,
      membership,
      credentials,
      Boolean(this.getToken),
      Boolean(this.csrf),
    ]);
    if (this.#own?.key !== key) {
      const settings: PortalSettings = {endpoint, membership, credentials};
      if (this.getToken) settings.getToken = async (request) => (await this.getToken?.(request)) ?? null;
      if (this.csrf) {
        settings.csrf = {
          ...(this.csrf.header !== undefined && {header: this.csrf.header}),
          value: () => {
            const value = this.csrf?.value ?? '';
            return typeof value === 'function' ? value() : value;
          },
        };
      }
      this.#own = {key, client: new PortalConnection(settings)};
    }
    return this.#own.client;
  }
}
