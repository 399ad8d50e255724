import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {msg, str} from '../../locales/localize.ts';
import type {HelpTopic} from '../../portal/contract/index.ts';
import type {PortalError} from '../../portal/errors.ts';
import {OnDemand} from '../../ui/on-demand.ts';
import {addStyles} from '../../ui/root-styles.ts';
import {icon, renderError} from '../../ui/states.ts';
import {NarrowController} from '../../ui/width.ts';
import type {HelpVideo} from './help-video.ts';
import type {Player} from './player.ts';
import {renderSkeleton} from './skeleton.ts';
import {TopicAnswer, type TopicView} from './topic-answer.ts';
import {hasOwnVideo, videoOfElement, videoOfTopic, type Video} from './video.ts';

const playerPart = new OnDemand(() => import('./player.ts'));

/** Below this width in em the transcript stands below the video. */
const BESIDE = 46;

/** What is where the video is. */
type Stage =
  | {readonly phase: 'poster'}
  | {readonly phase: 'loading'}
  | {readonly phase: 'player'; readonly player: Player}
  /** `part`: the player itself could not be loaded. `time`: as far as it had been played. */
  | {readonly phase: 'failed'; readonly part: boolean; readonly time: number};

/** Text and video on a topic. */
export class HelpVideoBody implements ReactiveController {
  readonly #host: HelpVideo;
  readonly #answer: TopicAnswer;
  readonly #narrow: NarrowController;
  readonly #children: MutationObserver;
  #stage: Stage = {phase: 'poster'};
  #video: Video | undefined;
  /** Whether the user wants the transcript; undefined as long as nothing was said. */
  #wantsTranscript: boolean | undefined;
  #brokenPoster: string | undefined;

  constructor(host: HelpVideo) {
    this.#host = host;
    this.#children = new MutationObserver(() => host.requestUpdate());
    this.#answer = new TopicAnswer(host);
    this.#narrow = new NarrowController(host, BESIDE);
    host.addController(this);
  }

  hostConnected(): void {
    this.#children.observe(this.#host, {
      childList: true,
      subtree: true,
      attributeFilter: ['src', 'type', 'data-height', 'kind', 'srclang', 'label', 'default'],
    });
  }

  hostDisconnected(): void {
    this.#children.disconnect();
    // A move in the page disconnects and connects in one go; browsers go on playing then.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#leave();
    });
  }

  hostUpdate(): void {
    const {view} = this.#answer;
    if (hasOwnVideo(this.#host)) this.#follow(videoOfElement(this.#host));
    else this.#follow(view.phase === 'loaded' ? videoOfTopic(view.help, view.portal.endpoint) : undefined);
    if (this.#stage.phase === 'player') this.#stage.player.followLanguage();
  }

  hostUpdated(): void {
    if (this.#stage.phase !== 'player') return;
    this.#passFocus();
    this.#stage.player.updated();
  }

  /** Loads the topic again. */
  async reload(): Promise<void> {
    await this.#answer.reload();
  }

  pause(): void {
    if (this.#stage.phase === 'player') this.#stage.player.pause();
    // What has not begun does not begin.
    else if (this.#stage.phase === 'loading') this.#set({phase: 'poster'});
  }

  render(): TemplateResult {
    const {view} = this.#answer;
    const help = view.phase === 'loaded' ? view.help : undefined;
    const video = this.#video;
    const title = this.#host.heading ?? help?.title;
    return html`<section
      class="frame"
      aria-label=${title || help?.title || msg('Help', {id: 'help-video.help'})}
      aria-busy=${this.#answer.isBusy}
      tabindex="-1"
      data-focus-fallback
    >
      <p class="visually-hidden" role="status">
        ${view.phase === 'loading' ? msg('Loading…', {id: 'document-list.loading'}) : nothing}
      </p>
      <div class="help">
        ${title ? html`<h2 class="heading" part="heading">${title}</h2>` : nothing} ${this.#renderText(view)}
        ${video ? this.#renderVideo(video, title || help?.title) : nothing}
      </div>
    </section>`;
  }

  #renderText(view: TopicView): unknown {
    const hasVideo = this.#video !== undefined;
    switch (view.phase) {
      case 'none':
        return html`<div class="text" part="text"><slot></slot></div>`;
      case 'loading':
        return hasVideo ? nothing : renderSkeleton();
      case 'unknown':
        return hasVideo
          ? nothing
          : html`<div class="state">
              ${icon('info')}
              <p>${msg('There is no help on this yet.', {id: 'help-video.unknown'})}</p>
            </div>`;
      case 'failed':
        return renderError(view.error, () => this.#retry(view.error));
      case 'loaded':
        return renderParagraphs(view.help);
    }
  }

  #renderVideo(video: Video, title: string | undefined): TemplateResult {
    const stage = this.#stage;
    const player = stage.phase === 'player' ? stage.player : undefined;
    const hasAside = Boolean(video.transcript) || Boolean(player?.hasTranscript);
    // What comes only while it plays must not make the video smaller then.
    const isOpen =
      hasAside && (this.#wantsTranscript ?? (Boolean(video.transcript) && !this.#narrow.isNarrow));
    return html`<div class=${isOpen ? 'video with-aside' : 'video'}>
      <div class="stage" part="video" data-id="play">
        ${stage.phase === 'failed' ? this.#renderFailure(stage.part) : this.#renderPoster(video, title)}
        ${player?.render(title)}
      </div>
      ${hasAside ? this.#renderAside(video, isOpen, player) : nothing}
    </div>`;
  }

  #renderPoster(video: Video, title: string | undefined): TemplateResult {
    const {phase} = this.#stage;
    const {poster} = video;
    return html`${
        poster !== undefined && poster !== this.#brokenPoster
          ? html`<img
              class="poster"
              part="poster"
              src=${poster}
              alt=""
              loading="lazy"
              referrerpolicy="no-referrer"
              @error=${() => this.#hidePoster(poster)}
            />`
          : html`<div class="poster"></div>`
      }
      <button
        type="button"
        class="start"
        part="play"
        aria-label=${
          title
            ? msg(str`Play the video: ${title}`, {id: 'help-video.play-title'})
            : msg('Play the video', {id: 'help-video.play-video'})
        }
        aria-busy=${phase === 'loading'}
        @click=${() => phase === 'poster' && void this.#start()}
      >
        <span class=${phase === 'loading' ? 'disc waiting' : 'disc'}>
          <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5 2.8v10.4L13.2 8Z" /></svg>
        </span>
      </button>`;
  }

  #renderFailure(part: boolean): TemplateResult {
    return html`<div class="state error" role="alert" part="error">
      ${icon('error')}
      <p>
        ${
          part
            ? msg('The player could not be loaded.', {id: 'help-video.part-failed'})
            : msg('The video cannot be played here.', {id: 'help-video.failed'})
        }
      </p>
      <button type="button" class="button" @click=${() => void this.#start()}>
        ${msg('Try again', {id: 'action.try-again'})}
      </button>
    </div>`;
  }

  #renderAside(video: Video, isOpen: boolean, player: Player | undefined): TemplateResult {
    // Text that scrolls is scrolled by the keyboard, too; cues are buttons, which do that by themselves.
    const isText = isOpen && !player?.hasTranscript;
    return html`<div class="aside" part="transcript">
      <button
        type="button"
        class="button quiet disclosure"
        aria-expanded=${isOpen}
        aria-controls="transcript"
        @click=${() => {
          this.#wantsTranscript = !isOpen;
          this.#host.requestUpdate();
        }}
      >
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="m6 4 4 4-4 4" /></svg>
        ${msg('Transcript', {id: 'help-video.transcript'})}
      </button>
      <div
        id="transcript"
        class="transcript"
        role=${isText ? 'group' : nothing}
        aria-label=${isText ? msg('Transcript', {id: 'help-video.transcript'}) : nothing}
        tabindex=${isText ? 0 : nothing}
        ?hidden=${!isOpen}
      >
        ${
          isOpen
            ? player?.hasTranscript
              ? player.renderTranscript()
              : paragraphs(video.transcript).map((text) => html`<p>${text}</p>`)
            : nothing
        }
      </div>
    </div>`;
  }

  /** Loads the player and lets it play; what has failed is asked for anew, as addresses may be good for a while only. */
  async #start(): Promise<void> {
    const before = this.#stage;
    const stage = {phase: 'loading'} as const;
    this.#set(stage);
    const media = document.createElement('video');
    // Some browsers let only what the user has touched play later on.
    media.load();
    const isStale = before.phase === 'failed' && !before.part && !hasOwnVideo(this.#host);
    const [part] = await Promise.all([
      playerPart.load().catch(() => undefined),
      isStale ? this.#answer.reload() : undefined,
    ]);
    // What the answer has changed is known when it is drawn.
    await this.#host.updateComplete;
    const video = this.#video;
    if (this.#stage !== stage || !video) return;
    const time = before.phase === 'failed' ? before.time : 0;
    if (!part) {
      this.#set({phase: 'failed', part: true, time});
      return;
    }
    addStyles(this.#host.renderRoot, part.styles);
    const player = new part.Player(this.#host, media, () => this.#fail(player));
    this.#set({phase: 'player', player});
    player.start(video, {time});
  }

  /**
   * The button on the poster goes, by a style: an attribute would take the focus away at once. Passed on by what has it, it shows
   * itself only to those who use a keyboard.
   */
  #passFocus(): void {
    const root = this.#host.shadowRoot;
    if (root?.activeElement?.classList.contains('start'))
      root.querySelector<HTMLElement>('.row > .control')?.focus({preventScroll: true});
  }

  #fail(player: Player): void {
    if (this.#stage.phase !== 'player' || this.#stage.player !== player) return;
    const {time} = player;
    player.dispose();
    this.#set({phase: 'failed', part: false, time});
  }

  /** Another video ends what is played; other tracks of the same one do not. */
  #follow(video: Video | undefined): void {
    const before = this.#video;
    if (isSame(video, before)) return;
    this.#video = video;
    const {phase} = this.#stage;
    if (this.#stage.phase === 'player' && video && before && this.#isSameFilm(video, before))
      this.#stage.player.useTracks(video);
    // What is begun only now begins with what is there then.
    else if (phase !== 'loading' || !video) this.#leave();
  }

  /** Whether what is played is still what is meant. A portal may sign the addresses of its files anew with each answer. */
  #isSameFilm({sources}: Video, before: Video): boolean {
    if (hasOwnVideo(this.#host)) return isSame(sources, before.sources);
    const unsigned = (all: Video['sources']) =>
      all.map(({src, ...rest}) => ({...rest, src: src.replace(/[?#].*/, '')}));
    return isSame(unsigned(sources), unsigned(before.sources));
  }

  #leave(): void {
    if (this.#stage.phase === 'player') this.#stage.player.dispose();
    this.#stage = {phase: 'poster'};
  }

  #set(stage: Stage): void {
    this.#stage = stage;
    this.#host.requestUpdate();
  }

  #hidePoster(poster: string): void {
    this.#brokenPoster = poster;
    this.#host.requestUpdate();
  }

  #retry({kind}: PortalError): void {
    if (kind === 'signed-out' || kind === 'token') this.#host.inside.portal?.forget();
    void this.reload();
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function renderParagraphs({body}: HelpTopic): TemplateResult | typeof nothing {
  const all = paragraphs(body);
  if (all.length === 0) return nothing;
  return html`<div class="text" part="text">${all.map((text) => html`<p>${text}</p>`)}</div>`;
}

/** An empty line separates paragraphs. */
function paragraphs(text = ''): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

// It is there already. Said here, a bundler makes one file of what it shares with its body.
export {HelpVideo} from './help-video.ts';
export {helpStyles as styles} from './help-video.styles.ts';
export {HelpVideoBody as Body};
