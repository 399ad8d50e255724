import {html, nothing, type TemplateResult} from 'lit';
import {msg} from '../../locales/localize.ts';
import type {PortalConnection} from '../../portal/connection.ts';
import type {Company} from '../../portal/contract/index.ts';
import type {PortalError} from '../../portal/errors.ts';
import {Copyable} from '../../ui/copyable.ts';
import type {Body, BodyStand} from '../../ui/element-body.ts';
import {imageUrl} from '../../ui/safe-url.ts';
import {describeError, icon, renderError, retryText} from '../../ui/states.ts';
import {renderAccounts} from './accounts.ts';
import {AddressList} from './address-list.ts';
import {CompanyAnswer, type CompanyView} from './company-answer.ts';
import type {CompanyDetails} from './company-details.ts';
import {renderContacts} from './contacts.ts';
import {renderFacts} from './facts.ts';
import {renderSkeleton} from './skeleton.ts';

type Loaded = Extract<CompanyView, {phase: 'loaded'}>;

/** A company with all that is known of it. */
export class CompanyDetailsBody implements Body<undefined> {
  readonly #host: CompanyDetails;
  readonly #answer: CompanyAnswer;
  readonly #copyable: Copyable;
  readonly #addresses: AddressList;
  /** A logo that could not be drawn. */
  #brokenLogo: string | undefined;

  constructor(host: CompanyDetails) {
    this.#host = host;
    this.#answer = new CompanyAnswer(host);
    this.#copyable = new Copyable(host);
    this.#addresses = new AddressList(host, this.#copyable);
  }

  /** Loads the details again. Resolves when they are there, or have failed. */
  async reload(): Promise<void> {
    await this.#answer.reload();
  }

  render({portal}: BodyStand<undefined>): TemplateResult {
    const {view} = this.#answer;
    const usual = msg('Company details', {id: 'company-details.heading'});
    const name = view.phase === 'loaded' ? view.company.name : usual;
    return html`<section
      class="frame"
      aria-label=${this.#host.heading || name || usual}
      aria-busy=${this.#answer.isBusy}
      tabindex="-1"
      data-focus-fallback
    >
      <p class="visually-hidden" role="status">
        ${view.phase === 'loading' ? msg('Loading…', {id: 'document-list.loading'}) : nothing}
      </p>
      <div class="notices" aria-live="polite">
        ${view.phase === 'loaded' && view.error ? this.#renderNotice(view.error, portal) : nothing}
      </div>
      ${this.#renderView(view, portal)}
    </section>`;
  }

  #renderView(view: CompanyView, portal: PortalConnection): TemplateResult {
    switch (view.phase) {
      case 'loading':
        return renderSkeleton();
      case 'denied':
        return html`<div class="state">
          ${icon('locked')}
          <p>
            ${
              view.detail ??
              msg('You are not allowed to see the details of the company.', {
                id: 'company-details.not-allowed',
              })
            }
          </p>
        </div>`;
      case 'failed':
        return renderError(view.error, () => this.#retry(view.error, portal));
      case 'loaded':
        return this.#renderCompany(view);
    }
  }

  #renderCompany({company}: Loaded): TemplateResult {
    const {locale} = this.#host.inside;
    const copyable = this.#copyable;
    return html`<div class="details">
      ${this.#renderHead(company)} ${renderFacts(company, {locale, copyable})}
      ${renderContacts(company.contacts, copyable)} ${this.#addresses.render(company, locale)}
      ${renderAccounts(company.bankAccounts ?? [], {locale, copyable})}
    </div>`;
  }

  #renderHead({name, logoUrl}: Company): TemplateResult {
    const {heading} = this.#host;
    const logo = imageUrl(logoUrl);
    return html`<header class="head">
      ${
        logo !== undefined && logo !== this.#brokenLogo
          ? html`<img
              class="logo"
              part="logo"
              src=${logo}
              alt=""
              referrerpolicy="no-referrer"
              @error=${() => this.#hideLogo(logo)}
            />`
          : nothing
      }
      <div class="titles">
        ${
          heading === undefined
            ? html`<h2 class="heading" part="heading"><bdi>${name}</bdi></h2>`
            : html`${heading ? html`<h2 class="heading" part="heading">${heading}</h2>` : nothing}
                <p class="company"><bdi>${name}</bdi></p>`
        }
      </div>
    </header>`;
  }

  #renderNotice(error: PortalError, portal: PortalConnection): TemplateResult {
    return html`<div class="notice warning" part="notice">
      ${icon('error')}
      <span class="notice-text">
        ${describeError(error)}
        ${msg('What is shown may be out of date.', {id: 'company-details.out-of-date'})}
      </span>
      <button type="button" class="button" @click=${() => this.#retry(error, portal)}>
        ${retryText(error)}
      </button>
    </div>`;
  }

  #hideLogo(logo: string): void {
    this.#brokenLogo = logo;
    this.#host.requestUpdate();
  }

  #retry({kind}: PortalError, portal: PortalConnection): void {
    if (kind === 'signed-out' || kind === 'token') portal.forget();
    void this.reload();
  }
}

// It is there already. Said here, a bundler makes one file of what it shares with its body.
export {CompanyDetails} from './company-details.ts';
export {detailsStyles as styles} from './company-details.styles.ts';
export {CompanyDetailsBody as Body};
