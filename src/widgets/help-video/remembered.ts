/** Where what the user has chosen is kept on the device. */
const name = 'partner-portal-widgets:video';

/** How the user wants videos to be played, on this device. */
export interface Remembered {
  /** Speed, 1 is normal. */
  readonly rate?: number;
  /** Loudness from 0 to 1. */
  readonly volume?: number;
  readonly isMuted?: boolean;
  /** Whether captions are shown; undefined as long as the user has not decided. */
  readonly hasCaptions?: boolean;
  /** Language of captions and transcript, BCP 47. */
  readonly language?: string;
}

/** What the device would not keep lives as long as the page. */
let unkept: Remembered | undefined;

/** What is remembered. It may be anything: other scripts of the page write there, too. */
export function remembered(): Remembered {
  if (unkept) return unkept;
  try {
    return parse(JSON.parse(localStorage.getItem(name) ?? '{}'));
  } catch {
    return {};
  }
}

/** Remembers something besides what is. */
export function remember(change: Remembered): void {
  const next = {...remembered(), ...change};
  try {
    localStorage.setItem(name, JSON.stringify(next));
  } catch {
    unkept = next;
  }
}

function parse(kept: unknown): Remembered {
  if (typeof kept !== 'object' || kept === null) return {};
  const {rate, volume, isMuted, hasCaptions, language} = kept as Record<keyof Remembered, unknown>;
  return {
    ...(isBetween(rate, 0.25, 4) ? {rate} : {}),
    ...(isBetween(volume, 0, 1) ? {volume} : {}),
    ...(typeof isMuted === 'boolean' ? {isMuted} : {}),
    ...(typeof hasCaptions === 'boolean' ? {hasCaptions} : {}),
    ...(typeof language === 'string' ? {language} : {}),
  };
}

function isBetween(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}
