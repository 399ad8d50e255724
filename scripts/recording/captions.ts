/** What is said in a language. */
export interface Text {
  en: string;
  de: string;
}

/** A language that the film speaks. */
export type Language = keyof Text;

export const languages: readonly Language[] = ['en', 'de'];

/** Characters a second that a caption may ask of a reader; what a person types in four seconds is read in less. */
const READING_SPEED = 17;
const SHORTEST = 1.2;
const LINES = 2;
const CHARACTERS = 42;

/** Seconds that a caption has to stay, in whichever language it takes longer. */
export function readingTime(text: Text): number {
  return Math.max(SHORTEST, ...languages.map((language) => text[language].length / READING_SPEED));
}

/** What is wrong with the form of a caption, as a sentence; undefined where nothing is. */
export function captionFault(text: string): string | undefined {
  const lines = text.split('\n');
  if (lines.some((line) => line.trim() !== line || line === '')) return 'has a space at an end, or no text';
  if (lines.length > LINES) return `has ${lines.length} lines`;
  const longest = Math.max(...lines.map((line) => line.length));
  return longest > CHARACTERS ? `has a line of ${longest} characters` : undefined;
}

/** A caption at its time, in seconds. */
export interface Cue {
  id: string;
  start: number;
  end: number;
  text: Text;
}

/** A part of the film, in seconds from its beginning. */
export interface Chapter {
  start: number;
  title: Text;
}

/** Captions of one language as a WebVTT file. */
export function captionFile(cues: readonly Cue[], language: Language): string {
  return vtt(cues.map(({id, start, end, text}) => ({id, start, end, text: text[language]})));
}

/** Chapters of one language as a WebVTT file: one begins where the one before ends. */
export function chapterFile(chapters: readonly Chapter[], duration: number, language: Language): string {
  return vtt(
    chapters.map(({start, title}, index) => ({
      id: `chapter-${index + 1}`,
      start,
      end: chapters[index + 1]?.start ?? duration,
      text: title[language],
    })),
  );
}

/** All that is said in one language, a paragraph a chapter. */
export function transcript(cues: readonly Cue[], chapters: readonly Chapter[], language: Language): string {
  return chapters
    .map(({start}, index) => {
      const end = chapters[index + 1]?.start ?? Infinity;
      return cues
        .filter((cue) => cue.start >= start && cue.start < end)
        .map(({text}) => text[language].replaceAll('\n', ' '))
        .join(' ')
        .replaceAll(' … … ', ' '); // a sentence that goes on in the next caption
    })
    .join('\n\n');
}

function vtt(cues: readonly {id: string; start: number; end: number; text: string}[]): string {
  const blocks = cues.map(({id, start, end, text}) => {
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `${id}\n${timestamp(start)} --> ${timestamp(end)}\n${escaped}\n`;
  });
  return ['WEBVTT\n', ...blocks].join('\n');
}

function timestamp(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const part = (value: number, length = 2) => String(Math.floor(value)).padStart(length, '0');
  return `${part(ms / 60_000)}:${part((ms / 1000) % 60)}.${part(ms % 1000, 3)}`;
}
