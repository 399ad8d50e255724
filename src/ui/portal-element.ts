import {ContextConsumer} from '@lit/context';
import {LitElement, render, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators/property.js';
import {
  isTranslationSettled,
  loadTranslation,
  templatesOf,
  translationFor,
  useTranslation,
} from '../locales/localize.ts';
import type {PortalConnection} from '../portal/connection.ts';
import {endpointClient, onPortalConfigured, pageClient, portalConfiguration} from '../portal/config.ts';
import {keepContextRequests, portalContext} from '../portal/context.ts';
import {PortalError} from '../portal/errors.ts';
import {PortalErrorEvent, SessionExpiredEvent} from './events.ts';
import {renderError} from './states.ts';

/** What the parts of an element see of it. */
export interface Inside {
  /** The portal that the element speaks to; undefined while there is none. */
  readonly portal: PortalConnection | undefined;
  /** The language and formats in use, BCP 47. */
  readonly locale: string;
  /** Whether `other` speaks to the same portal; what is not an element of this library is taken to. */
  sharesPortalWith(other: unknown): boolean;
  /** Draws at once: a printer does not wait. */
  drawNow(): void;
}

/**
 * What all widgets have in common: where their portal comes from, their language, and what happens when something throws.
 *
 * The portal is the element's own (`client`, `endpoint`), else that of the nearest `portal-provider`, else that of
 * `configurePortal()`. With none of them the element renders nothing and warns once.
 *
 * @fires {PortalErrorEvent} portal-error - Something could not be read from, or written to, the portal.
 * @fires {SessionExpiredEvent} session-expired - The session is over; the element offers to try again.
 */
export abstract class PortalElement extends LitElement {
  /** Base URL of the portal: `https://portal.example/api/v1`. */
  @property() endpoint?: string;

  /** Id of the membership to act as; without it the portal takes the user's default. */
  @property() membership?: string;

  /** Language and formats, BCP 47: `de-AT`. Without it those of the provider, else those of the page. */
  @property() locale?: string;

  /** A client of the page's own. */
  @property({attribute: false}) client?: PortalConnection;

  readonly #context = new ContextConsumer(this, {context: portalContext, subscribe: true});
  #portal: PortalConnection | undefined;
  #locale = 'en';
  #broken = false;
  readonly #update = (): void => this.requestUpdate();
  #stopListening: (() => void) | undefined;

  /** The portal that the element speaks to; undefined while there is none. */
  protected get portal(): PortalConnection | undefined {
    return this.#portal;
  }

  /** The language and formats in use, BCP 47. */
  protected get activeLocale(): string {
    return this.#locale;
  }

  /** Whether `other` speaks to the same portal; what is not an element of this library is taken to. */
  protected sharesPortalWith(other: unknown): boolean {
    if (typeof other !== 'object' || other === null || !(#portal in other)) return true;
    return other.#portal?.endpoint === this.#portal?.endpoint;
  }

  /** For the parts of the element. @internal */
  get inside(): Inside {
    return {
      portal: this.#portal,
      locale: this.#locale,
      sharesPortalWith: (other) => this.sharesPortalWith(other),
      drawNow: () => {
        this.requestUpdate();
        this.performUpdate();
      },
    };
  }

  /** Tells the host of an error. @internal */
  announceError(error: PortalError): void {
    if (!this.isConnected) return;
    this.dispatchEvent(new PortalErrorEvent(error));
    if (error.kind === 'signed-out') this.dispatchEvent(new SessionExpiredEvent());
  }

  override connectedCallback(): void {
    keepContextRequests();
    // A provider that the element was moved out of has no say any more; the one around it answers at once.
    this.#context.value = undefined;
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
    this.#stopListening = onPortalConfigured(this.#update);
    followPageLanguage(this.#update);
    warnIfUnconfigured(this, () => this.hasContent());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
    languageListeners.delete(this.#update);
  }

  protected override async scheduleUpdate(): Promise<void> {
    const language = translationFor(this.#resolveLocale());
    if (!isTranslationSettled(language)) await loadTranslation(language);
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#locale = this.#resolveLocale();
    this.#portal = this.#resolvePortal();
  }

  protected override update(changed: PropertyValues): void {
    const strings = this.#context.value?.strings ?? portalConfiguration()?.strings;
    useTranslation({templates: templatesOf(translationFor(this.#locale)), strings});
    if (this.#broken) this.#clear();
    try {
      super.update(changed);
    } catch (error) {
      // lit-html's own state is half done: what is shown now, and next, begins anew.
      this.#clear();
      this.#broken = true;
      const panel = document.createElement('div');
      this.renderRoot.append(panel);
      render(this.#brokenTemplate(error), panel);
    }
  }

  /** Whether there is something to show, which takes a portal unless an element has something of its own. */
  protected hasContent(): unknown {
    return this.#resolvePortal();
  }

  /** Renders nothing while there is no portal; otherwise `renderWidget`. */
  protected override render(): unknown {
    if (!this.#portal) return undefined;
    try {
      return this.renderWidget(this.#portal);
    } catch (error) {
      return this.#brokenTemplate(error);
    }
  }

  /** The element's content; called with a portal only. */
  protected abstract renderWidget(portal: PortalConnection): TemplateResult | undefined;

  #resolveLocale(): string {
    const explicit = this.locale ?? this.#context.value?.locale ?? portalConfiguration()?.locale;
    const locale = explicit || closestLanguage(this) || navigator.language || 'en';
    // As some systems write it: de_DE.
    return locale.replaceAll('_', '-');
  }

  #resolvePortal(): PortalConnection | undefined {
    const page = portalConfiguration();
    const inherited = this.#context.value?.client ?? (page && pageClient(page));
    const own = this.endpoint ? endpointClient(this.endpoint, inherited) : undefined;
    // A framework may set anything before it has the client.
    const given = typeof this.client?.with === 'function' ? this.client : undefined;
    const base = given ?? own ?? inherited;
    return base?.with({membership: this.membership, locale: this.#locale});
  }

  #clear(): void {
    this.#broken = false;
    this.renderRoot.replaceChildren();
    delete (this.renderRoot as {_$litPart$?: unknown})._$litPart$;
  }

  /** What is shown in place of a widget that threw; the cause goes to the console, for whoever wrote it. */
  #brokenTemplate(error: unknown): TemplateResult {
    console.error(error);
    const failure = PortalError.from(error);
    queueMicrotask(() => this.announceError(failure));
    return renderError(failure, this.#update);
  }
}

function closestLanguage(element: Element): string | undefined {
  let node: Element | undefined = element;
  while (node) {
    const found: Element | null = node.closest('[lang]');
    if (found) return found.getAttribute('lang') ?? undefined;
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return undefined;
}

const languageListeners = new Set<() => void>();
let languageObserver: MutationObserver | undefined;

/** A page that changes its language changes `lang` of its root; no event tells of it. */
function followPageLanguage(listener: () => void): void {
  languageListeners.add(listener);
  if (languageObserver) return;
  languageObserver = new MutationObserver(() => {
    for (const each of languageListeners) each();
  });
  languageObserver.observe(document.documentElement, {attributeFilter: ['lang']});
}

let warned = false;

/** Waits until a provider or `configurePortal()` had their chance: scripts of a page run in any order. */
function warnIfUnconfigured(element: Element, isConfigured: () => unknown): void {
  if (warned) return;
  setTimeout(() => {
    if (warned || !element.isConnected || isConfigured()) return;
    warned = true;
    console.warn(
      `<${element.localName}> has no portal: set its endpoint attribute, put it into a <portal-provider>, or call configurePortal().`,
    );
  }, 1000);
}
