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

/**
 * Explains one topic: a text from the portal, and a video with captions, chapters and a transcript where there is one. Or, without a
 * topic and without a portal, what is inside it: text, and a video of the page’s own.
 *
 * Before somebody presses play only the poster is fetched, once it comes into sight: no video, no tracks, no player. The speed, the
 * volume and the captions that somebody chooses are remembered on the device (`localStorage`, one entry). Of several videos on a page
 * one plays at a time. One that leaves the page stops and frees what it has loaded.
 *
 * A page’s own video is its `src`, or `<source>` children with `src`, `type` and `data-height` (pixels); `<track>` children with
 * `kind` (`captions`, `subtitles`, `chapters`), `src`, `srclang`, `label` and `default` belong to it. Changes of them are followed.
 * With a `topic` besides, the portal gives the text and the page the video. Tracks of another origin need
 * `Access-Control-Allow-Origin`, and then the video does, too.
 *
 * While the focus is in the player: Space or K plays, ← → go 5 s and J L 10 s, 0–9 jump, Home and End, ↑ ↓ change the volume, M
 * mutes, C shows captions, F fills the screen, < > change the speed. Time goes from left to right in every language.
 *
 * @element help-video
 * @slot - Without a topic: the text beside the video.
 * @csspart heading - The title.
 * @csspart text - The text.
 * @csspart video - The poster, and then the player.
 * @csspart poster - The picture that is shown before playing.
 * @csspart play - The large button on the poster.
 * @csspart player - Video and controls, once it plays.
 * @csspart controls - The controls over the picture.
 * @csspart time - Where the video is, and how long it is.
 * @csspart captions - What is said, over the picture.
 * @csspart settings - Captions, quality, speed and keys.
 * @csspart chapters - The list of chapters.
 * @csspart transcript - What is said, beside or below the video.
 * @csspart error - An error in place of the text or of the video.
 * @cssproperty [--portal-accent=#0b57d0] - Links, focus and primary buttons.
 * @cssproperty [--portal-surface=#fff] - Background.
 * @cssproperty [--portal-surface-raised=#f6f7f9] - Background of what stands out.
 * @cssproperty [--portal-text=#1b1c1f] - Text.
 * @cssproperty [--portal-text-muted=#565b63] - Text of less weight.
 * @cssproperty [--portal-border=#d5d8dd] - Lines between things.
 * @cssproperty [--portal-danger=#b3261e] - Errors.
 * @cssproperty [--portal-radius=6px] - Rounding of corners.
 * @cssproperty [--portal-control-height=36px] - Height of buttons; 28px compact, 44px comfortable.
 * @cssproperty [--portal-player-surface=#000] - Behind the picture, where it does not fill its room.
 * @cssproperty [--portal-player-text=#fff] - Controls over the picture.
 * @cssproperty [--portal-player-accent=#a8c7fa] - What has been played, what is chosen, and focus, over the picture.
 */
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
  #isLoading = false;

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
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      const {Body, styles} = await body.load();
      addStyles(this.renderRoot, styles);
      this.#body = new Body(this);
    } catch (error) {
      this.#failure = PortalError.from(error);
      this.announceError(this.#failure);
    }
    this.#isLoading = false;
    this.requestUpdate();
  }
}
