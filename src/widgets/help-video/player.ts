import type {TemplateResult} from 'lit';
import {Attention} from './attention.ts';
import {Captions, cueAt} from './captions.ts';
import type {HelpVideo} from './help-video.ts';
import {MediaStore, type Playback} from './media-store.ts';
import {handleKey} from './player-keys.ts';
import {renderTranscript, scrollTranscript} from './player-transcript.ts';
import {renderPlayer, type Said} from './player-view.ts';
import {RATES} from './rates.ts';
import {remember, remembered} from './remembered.ts';
import {Sources} from './sources.ts';
import type {Source, Video} from './video.ts';

/** What unfolds over the picture. */
export type Panel = 'settings' | 'chapters';

/** How many ms something is said. */
const SAID_FOR = 1500;

/** How loud what was turned down to nothing is when somebody wants to hear it again. */
const AUDIBLE = 0.5;

/** All of the page: one of them plays at a time. */
const players = new Set<Player>();

/** A video with its controls. */
export class Player {
  readonly media: HTMLVideoElement;
  readonly captions: Captions;
  readonly #host: HelpVideo;
  readonly #onFail: () => void;
  readonly #store: MediaStore;
  readonly #attention: Attention;
  readonly #life = new AbortController();
  #files: readonly Source[] = [];
  #sources = this.#newSources();
  #panel: Panel | undefined;
  #wasResting = false;
  /** A finger hovers nowhere; to the browser it does, long after it has gone. */
  #isFinger = false;
  #said: Said | undefined;
  #saidTimer: ReturnType<typeof setTimeout> | undefined;

  /** `onFail`: nothing of what the video may be played from can be played. */
  constructor(host: HelpVideo, media: HTMLVideoElement, onFail: () => void) {
    this.#host = host;
    this.#onFail = onFail;
    this.media = media;
    media.playsInline = true;
    this.#store = new MediaStore(media, () => this.#onStore());
    this.captions = new Captions(media, () => this.#update());
    this.#attention = new Attention(
      () => this.#mayRest(),
      () => this.#update(),
    );
    players.add(this);
    const {signal} = this.#life;
    media.addEventListener('error', () => this.#onError(), {signal});
    media.addEventListener('play', () => this.#onPlay(), {signal});
    media.addEventListener('pause', () => this.#attention.wake(), {signal});
  }

  /** What the video does. */
  get state(): Playback {
    return this.#store.state;
  }

  /** Seconds from the beginning; where a jump leads to as soon as it is asked for. */
  get time(): number {
    return this.media.currentTime;
  }

  get locale(): string {
    return this.#host.inside.locale;
  }

  get panel(): Panel | undefined {
    return this.#panel;
  }

  /** Heights to choose from. */
  get heights(): readonly number[] {
    return this.#sources.heights;
  }

  /** Height of what is played. */
  get height(): number | undefined {
    return this.#sources.current?.height;
  }

  /** Title of the part that is played. */
  get chapter(): string | undefined {
    return cueAt(this.captions.chapters, this.time)?.text;
  }

  /** Whether what is said has come as text. */
  get hasTranscript(): boolean {
    return this.captions.transcript.length > 0;
  }

  /** Plays a video, from its beginning unless told. */
  start(video: Video, {time = 0} = {}): void {
    const {rate = 1, volume = 1, isMuted = false} = remembered();
    this.media.volume = volume;
    this.media.muted = isMuted;
    this.media.playbackRate = rate;
    this.#files = video.sources;
    this.#sources = this.#newSources();
    this.useTracks(video);
    this.#attention.wake();
    this.#load(this.#sources.current, {time, plays: true});
  }

  /** Takes the tracks of a video that is played already. */
  useTracks({tracks}: Video): void {
    // With it a server of another origin has to allow the video, too; without it, only tracks of another origin are refused.
    const isForeign = tracks.some(({src}) => new URL(src).origin !== location.origin);
    if (this.media.crossOrigin === null && isForeign) this.media.crossOrigin = 'anonymous';
    this.captions.use(tracks, this.locale);
    this.#update();
  }

  /** Captions and chapters are in the language of the element, which may be another one now. */
  followLanguage(): void {
    this.captions.follow(this.locale);
  }

  play(): void {
    this.#store.request('mediaplayrequest');
  }

  pause(): void {
    this.media.pause();
  }

  toggle(): void {
    if (this.media.paused) this.play();
    else this.pause();
  }

  /** Goes to a second of the video. */
  seek(time: number): void {
    const end = this.state.duration || time;
    this.#store.request('mediaseekrequest', Math.min(Math.max(time, 0), end));
    this.#update();
  }

  setVolume(volume: number): void {
    const next = Math.min(Math.max(Math.round(volume * 100) / 100, 0), 1);
    remember({volume: next, isMuted: false});
    this.#store.request('mediavolumerequest', next);
    if (next === 0) return;
    this.media.muted = false;
  }

  toggleMuted(): void {
    if (this.state.volume === 0) {
      this.setVolume(AUDIBLE);
      return;
    }
    const isMuted = !this.state.isMuted;
    remember({isMuted});
    this.#store.request(isMuted ? 'mediamuterequest' : 'mediaunmuterequest');
  }

  setRate(rate: number): void {
    remember({rate});
    this.#store.request('mediaplaybackraterequest', rate);
  }

  /** Takes the next speed, or the one before. */
  stepRate(step: 1 | -1): void {
    const {rate} = this.state;
    const next = step > 0 ? RATES.find((each) => each > rate) : RATES.findLast((each) => each < rate);
    if (next !== undefined) this.setRate(next);
  }

  toggleCaptions(): void {
    this.captions.show(this.captions.isOn ? undefined : this.captions.chosen);
  }

  /** Takes another picture height, and goes on as before. */
  setHeight(height: number): void {
    const before = this.#sources.current;
    const next = this.#sources.choose(height);
    if (next !== before) this.#load(next, {time: this.time, plays: !this.media.paused});
  }

  togglePictureInPicture(): void {
    this.#store.request(this.state.isPictureInPicture ? 'mediaexitpiprequest' : 'mediaenterpiprequest');
  }

  toggleFullscreen(): void {
    this.#store.request(
      this.state.isFullscreen ? 'mediaexitfullscreenrequest' : 'mediaenterfullscreenrequest',
    );
  }

  chooseAirPlay(): void {
    this.#store.request('mediaairplayrequest');
  }

  /** Unfolds a panel, or folds it where it is the one that is open. */
  togglePanel(panel: Panel): void {
    this.#panel = this.#panel === panel ? undefined : panel;
    this.#update();
  }

  /** Folds the panel. The focus goes to the button that has unfolded it. */
  closePanel(): void {
    const button = this.#box?.querySelector<HTMLElement>(`[aria-controls="${this.#panel ?? ''}"]`);
    this.#panel = undefined;
    this.#update();
    button?.focus();
  }

  /** Says for a moment what a key has changed. */
  say(said: Said): void {
    clearTimeout(this.#saidTimer);
    this.#said = said;
    this.#saidTimer = setTimeout(() => {
      this.#said = undefined;
      this.#update();
    }, SAID_FOR);
    this.#update();
  }

  render(title: string | undefined): TemplateResult {
    return renderPlayer(this, {
      title,
      isResting: this.#attention.isResting,
      said: this.#said,
      onKey: this.#onKey,
      onMove: this.#onMove,
      onDown: this.#onPictureDown,
      onClick: this.#onPictureClick,
      onDoubleClick: this.#onPictureDoubleClick,
    });
  }

  /** What is said, each sentence a button that leads to it. */
  renderTranscript(): TemplateResult {
    return renderTranscript(this);
  }

  /** What cannot be said in a template where styles are strict; called after each drawing. */
  updated(): void {
    const box = this.#box;
    if (!box) return;
    this.#store.fullscreenElement = box;
    const {duration, buffered} = this.state;
    const percent = (time: number) => `${duration > 0 ? (100 * time) / duration : 0}%`;
    const here = buffered.find(([start, end]) => start <= this.time + 0.5 && end >= this.time);
    box.style.setProperty('--_played', percent(this.time));
    box.style.setProperty('--_buffered', percent(here?.[1] ?? this.time));
    box.style.setProperty('--_volume', `${this.state.isMuted ? 0 : this.state.volume * 100}%`);
    const marks = box.querySelectorAll<HTMLElement>('.mark');
    const chapters = this.captions.chapters.slice(1);
    for (const [index, mark] of marks.entries()) {
      mark.style.setProperty('--_at', String((chapters[index]?.start ?? 0) / (duration || 1)));
    }
    scrollTranscript(this.#host.renderRoot);
  }

  /** Stops, and lets go of what was fetched. */
  dispose(): void {
    players.delete(this);
    this.#life.abort();
    this.#attention.end();
    clearTimeout(this.#saidTimer);
    this.captions.dispose();
    this.#store.dispose();
    this.media.pause();
    this.media.removeAttribute('src');
    this.media.load();
  }

  get #box(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.player');
  }

  #update(): void {
    this.#host.requestUpdate();
  }

  #load(source: Source | undefined, {time, plays}: {time: number; plays: boolean}): void {
    if (!source) {
      this.#onFail();
      return;
    }
    // Another file begins with what is usual.
    this.media.defaultPlaybackRate = this.media.playbackRate;
    this.media.src = source.src;
    // Before anything is known of the file this says where it begins.
    if (time > 0) this.media.currentTime = time;
    // Where the browser wants another click first, the video is there and waits for it.
    if (plays) void this.media.play().catch(() => this.#update());
    this.#update();
  }

  #mayRest(): boolean {
    const box = this.#box;
    return (
      !this.media.paused &&
      this.#panel === undefined &&
      box?.querySelector(this.#isFinger ? ':focus-visible' : ':focus-visible, .bar:hover') === null
    );
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    this.#attention.wake();
    handleKey(event, this);
  };

  readonly #onMove = (event: Event): void => {
    if (event instanceof PointerEvent) this.#isFinger = event.pointerType === 'touch';
    this.#attention.wake();
  };

  readonly #onPictureDown = (): void => {
    // The press itself gives the focus to the player, and so brings the controls back before there is a click.
    this.#wasResting = this.#attention.isResting;
  };

  readonly #onPictureClick = (event: MouseEvent): void => {
    if (this.#panel) {
      this.closePanel();
      return;
    }
    // A finger has nothing to move: it asks for the controls first.
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    if (!isTouch || this.media.paused) this.toggle();
    else if (this.#wasResting) this.#attention.wake();
    else this.#attention.rest();
  };

  readonly #onPictureDoubleClick = (): void => {
    if (this.state.canFullscreen) this.toggleFullscreen();
  };

  #onStore(): void {
    const isElsewhere = Reflect.get(this.media, 'webkitDisplayingFullscreen') === true;
    this.captions.isDrawnByBrowser = isElsewhere || this.state.isPictureInPicture;
    this.#update();
  }

  #onPlay(): void {
    for (const other of players) if (other !== this) other.pause();
    this.#attention.wake();
  }

  #onError(): void {
    const {time} = this;
    const plays = !this.media.paused;
    this.#load(this.#sources.fail() ?? this.#withoutTracks(), {time, plays});
  }

  /** A server that has not heard of other origins gives them no captions; but a video it does. */
  #withoutTracks(): Source | undefined {
    if (this.media.crossOrigin === null) return undefined;
    this.media.crossOrigin = null;
    this.#sources = this.#newSources();
    return this.#sources.current;
  }

  #newSources(): Sources {
    return new Sources(this.#files, (type) => this.media.canPlayType(type) !== '');
  }
}

export {playerStyles as styles} from './player.styles.ts';
