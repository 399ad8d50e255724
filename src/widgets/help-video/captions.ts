import {remember, remembered} from './remembered.ts';
import type {Track} from './video.ts';

/** Something that is said, or the title of a part, and when. */
export interface Cue {
  /** Seconds from the beginning. */
  readonly start: number;
  readonly end: number;
  /** Plain text, in lines. */
  readonly text: string;
}

/** A language that captions can be shown in. */
export interface CaptionLanguage {
  readonly track: Track;
  readonly label: string;
}

interface Loaded {
  readonly track: Track;
  readonly element: HTMLTrackElement;
}

/**
 * The timed texts of a video. The browser reads them and keeps the time, but does not draw them: its captions would lie under the
 * controls, and what it does not draw for the moment it does not give to a transcript either.
 */
export class Captions {
  readonly #media: HTMLVideoElement;
  readonly #onChange: () => void;
  #tracks: readonly Loaded[] = [];
  #language = '';
  #isDrawnByBrowser = false;

  /** `onChange`: other texts have come, or are to be shown. */
  constructor(media: HTMLVideoElement, onChange: () => void) {
    this.#media = media;
    this.#onChange = onChange;
    media.textTracks.addEventListener('change', this.#onModes);
  }

  /** Takes these tracks instead of those that there are. `locale` is the language of the element. */
  use(tracks: readonly Track[], locale: string): void {
    for (const {element} of this.#tracks) element.remove();
    this.#language = locale;
    this.#tracks = tracks.map((track) => this.#add(track));
    this.#setModes();
  }

  /** Prefers another language. */
  follow(locale: string): void {
    if (locale === this.#language) return;
    this.#language = locale;
    this.#setModes();
  }

  /** What can be chosen, in the order given. */
  get languages(): readonly CaptionLanguage[] {
    return this.#spoken.map(({track}) => ({track, label: track.label}));
  }

  /** What captions are, or would be, shown in, and the transcript too. */
  get chosen(): Track | undefined {
    return this.#chosen?.track;
  }

  /** Whether captions are shown. */
  get isOn(): boolean {
    return remembered().hasCaptions ?? this.#spoken.some(({track}) => track.isDefault);
  }

  /** Shows captions of a track, or none, and remembers that. */
  show(track: Track | undefined): void {
    remember(track ? {hasCaptions: true, language: track.srclang} : {hasCaptions: false});
    this.#setModes();
    this.#onChange();
  }

  /** What is said now, where captions are shown and not drawn by the browser. */
  get shown(): readonly string[] {
    if (!this.isOn || this.#isDrawnByBrowser) return [];
    const now = this.#media.currentTime;
    return this.transcript.filter(({start, end}) => start <= now && now < end).map(({text}) => text);
  }

  /** All that is said; empty until it has come. */
  get transcript(): readonly Cue[] {
    return cuesOf(this.#chosen);
  }

  /** The parts of the video; empty until they have come. */
  get chapters(): readonly Cue[] {
    return cuesOf(this.#chapters);
  }

  /** A window or screen that has only the video and not what lies over it: there the browser draws the captions. */
  set isDrawnByBrowser(value: boolean) {
    if (this.#isDrawnByBrowser === value) return;
    this.#isDrawnByBrowser = value;
    this.#setModes();
  }

  /** Lets go of the video. */
  dispose(): void {
    this.#media.textTracks.removeEventListener('change', this.#onModes);
    this.use([], this.#language);
  }

  #add(track: Track): Loaded {
    const element = document.createElement('track');
    element.kind = track.kind;
    element.srclang = track.srclang;
    element.label = track.label;
    element.src = track.src;
    element.addEventListener('load', this.#onChange);
    element.track.addEventListener('cuechange', this.#onChange);
    this.#media.append(element);
    return {track, element};
  }

  get #spoken(): readonly Loaded[] {
    return this.#tracks.filter(({track}) => track.kind !== 'chapters');
  }

  get #chosen(): Loaded | undefined {
    const wanted = remembered().language;
    return (
      this.#spoken.find(({track}) => wanted !== undefined && track.srclang === wanted) ??
      preferred(this.#spoken, this.#language)
    );
  }

  get #chapters(): Loaded | undefined {
    const all = this.#tracks.filter(({track}) => track.kind === 'chapters');
    return preferred(all, this.#language);
  }

  /** Only what is used is fetched. */
  #setModes(): void {
    const used = new Set([this.#chosen, this.#chapters]);
    for (const loaded of this.#tracks) {
      const {track} = loaded.element;
      const mode = this.#modeOf(loaded, used.has(loaded));
      if (track.mode !== mode) track.mode = mode;
    }
  }

  #modeOf({track}: Loaded, isUsed: boolean): TextTrackMode {
    if (!isUsed) return 'disabled';
    return this.#isDrawnByBrowser && this.isOn && track.kind !== 'chapters' ? 'showing' : 'hidden';
  }

  /** The browser has settings of its own for captions and may turn some on, which would be drawn twice. */
  readonly #onModes = (): void => this.#setModes();
}

/** Of several languages that of the element, else another kind of it, else what is on unless the user chose otherwise. */
function preferred(tracks: readonly Loaded[], locale: string): Loaded | undefined {
  const language = ({track}: Loaded) => track.srclang.toLowerCase();
  const wanted = locale.toLowerCase();
  const base = (tag: string) => tag.split('-')[0];
  return (
    tracks.find((each) => language(each) === wanted) ??
    tracks.find((each) => base(language(each)) === base(wanted)) ??
    tracks.find(({track}) => track.isDefault) ??
    tracks[0]
  );
}

function cuesOf(loaded: Loaded | undefined): Cue[] {
  return [...(loaded?.element.track.cues ?? [])].map((cue) => ({
    start: cue.startTime,
    end: cue.endTime,
    text: textOf(cue),
  }));
}

/** What has been asked for of cues: there may be a thousand, and a player is drawn several times a second. */
const texts = new WeakMap<TextTrackCue, string>();

/** What a cue says, without what it says about how it looks. */
function textOf(cue: TextTrackCue): string {
  const known = texts.get(cue);
  if (known !== undefined) return known;
  const text = cue instanceof VTTCue ? (cue.getCueAsHTML().textContent ?? '') : '';
  texts.set(cue, text);
  return text;
}

/** The last one that has begun. */
export function cueAt(cues: readonly Cue[], time: number): Cue | undefined {
  return cues.findLast(({start}) => start <= time + 0.01);
}
