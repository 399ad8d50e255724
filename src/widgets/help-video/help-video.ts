import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators/property.js';
import {msg} from '../../locales/localize.ts';
import {PortalError} from '../../portal/errors.ts';
import {KeepFocus} from '../../ui/keep-focus.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import {PortalElement} from '../../ui/portal-element.ts';
import {addStyles} from '../../ui/root-styles.ts';
import {renderError} from '../../ui/states.ts';
import {controlStyles, hostStyles} from '../../ui/styles.ts';
import type {HelpVideoBody} from './help-video-body.ts';
import {renderSkeleton, skeletonStyles} from './skeleton.ts';
import {hasOwnVideo} from './video.ts';

const body = new OnDemand(() => import('./help-video-body.ts'));

export class HelpVideo extends PortalElement {
  static override styles = [hostStyles, controlStyles, skeletonStyles];

  /**
   * Name of the topic, as the portal knows it: `purchase-order`, `overview`, … Several names are separated by spaces, the most exact
   * one first: the first that the portal knows is shown. Without a topic the element shows what is inside it, and needs no portal.
   */
  @property() topic?: string;

  /** Address of a video of the page’s own, relative to the page. It is played in place of the topic’s. */
  @property() src?: string;

  /** Address of the picture that is shown before the page’s own video is played. */
  @property() poster?: string;

  /** Title instead of the topic’s; an empty one shows none. */
  @property() heading?: string;

  #body: HelpVideoBody | undefined;
  #failure: PortalError | undefined;

  constructor() {
    super();
    new KeepFocus(this);
  }

  /** Loads the topic again. Resolves when it is there, or has failed. */
  async reload(): Promise<void> {
    await this.updateComplete;
    await this.#body?.reload();
  }

  /** Pauses the video, for a page that puts it out of sight without taking it away. */
  pause(): void {
    this.#body?.pause();
  }

  /** What is the page’s own needs no portal. */
  protected override hasContent(): unknown {
    return this.#standsAlone || super.hasContent();
  }

  protected override render(): unknown {
    return this.#standsAlone && !this.portal ? this.renderWidget() : super.render();
  }

  protected override renderWidget(): TemplateResult {
    if (this.#body) return this.#body.render();
    const label = this.heading || msg('Help', {id: 'help-video.help'});
    if (!this.#failure) {
      void this.#load();
      return html`<section class="frame" aria-label=${label} aria-busy="true">
        <p class="visually-hidden" role="status">${msg('Loading…', {id: 'document-list.loading'})}</p>
        <div class="help">${renderSkeleton()}</div>
      </section>`;
    }
    return html`<section
      class="frame"
      aria-label=${label}
      aria-busy="false"
      tabindex="-1"
      data-focus-fallback
    >
      ${renderError(this.#failure, () => void this.#load())}
    </section>`;
  }

  get #standsAlone(): boolean {
    return !this.topic || hasOwnVideo(this);
  }

  async #load(): Promise<void> {
    try {
      const {Body, styles} = await body.load();
      if (this.#body) return;
      addStyles(this.renderRoot, styles);
      this.#body = new Body(this);
    } catch (error) {
      this.#failure = PortalError.from(error);
      this.announceError(this.#failure);
    }
    this.requestUpdate();
  }
}
