import {captionFault, languages, readingTime, type Chapter, type Cue, type Text} from './captions.ts';

/** Pictures a second. */
export const FRAME_RATE = 25;

/** A caption goes when it has been read, and does not wait for the next one longer than this many seconds. */
const LINGERING = 2.5;
/** Frames without a caption between two, so that a reader sees that there is a new one. */
const GAP = 2;

/** A picture, and how many frames it is shown. */
export interface Shot {
  file: string;
  frames: number;
}

/** What is shown when: pictures, captions and chapters of a film while it is being made. Times are those of the film. */
export class Timeline {
  readonly shots: Shot[] = [];
  readonly #cues: {id: string; text: Text; start: number; end?: number}[] = [];
  readonly #chapters: {start: number; title: Text}[] = [];
  #frames = 0;

  /** Frames so far. */
  get now(): number {
    return this.#frames;
  }

  /** Length in seconds so far. */
  get duration(): number {
    return this.#frames / FRAME_RATE;
  }

  /** Shows a picture; the one that is shown already stays longer. */
  show(file: string, frames: number): void {
    const last = this.shots.at(-1);
    if (last?.file === file) last.frames += frames;
    else this.shots.push({file, frames});
    this.#frames += frames;
  }

  /** Frames until the caption that is shown has been read. */
  get unread(): number {
    const cue = this.#cues.at(-1);
    if (!cue || cue.end !== undefined) return 0;
    const needed = Math.ceil(readingTime(cue.text) * FRAME_RATE) + GAP;
    return Math.max(0, cue.start + needed - this.#frames);
  }

  /** Begins a caption in place of the one before. Throws where its text is not as a caption has to be. */
  say(id: string, text: Text): void {
    for (const language of languages) {
      const fault = captionFault(text[language]);
      if (fault) throw new Error(`Caption “${id}” (${language}) ${fault}.`);
    }
    this.fallSilent();
    this.#cues.push({id, text, start: this.#frames});
  }

  /** Ends the caption that is shown. */
  fallSilent(): void {
    const cue = this.#cues.at(-1);
    if (!cue || cue.end !== undefined) return;
    if (this.unread > 0) throw new Error(`Caption “${cue.id}” ends before it has been read.`);
    const longest = cue.start + Math.ceil((readingTime(cue.text) + LINGERING) * FRAME_RATE);
    cue.end = Math.min(this.#frames - GAP, longest);
  }

  /** Begins a chapter. */
  beginChapter(title: Text): void {
    this.#chapters.push({start: this.#frames, title});
  }

  get cues(): Cue[] {
    return this.#cues.map(({id, text, start, end = this.#frames}) => ({
      id,
      text,
      start: start / FRAME_RATE,
      end: end / FRAME_RATE,
    }));
  }

  get chapters(): Chapter[] {
    return this.#chapters.map(({start, title}) => ({start: start / FRAME_RATE, title}));
  }
}
