import type {HelpTopic} from '../../portal/contract/index.ts';
import {mediaUrl} from '../../ui/safe-url.ts';

/** A file that the video can be played from. */
export interface Source {
  /** Absolute address. */
  readonly src: string;
  /** Media type; empty where it is not known. */
  readonly type: string;
  /** Height of the picture in pixels, where it is known. */
  readonly height: number | undefined;
}

/** Timed text beside the video. */
export interface Track {
  readonly kind: 'captions' | 'subtitles' | 'chapters';
  /** Absolute address. */
  readonly src: string;
  /** BCP 47; empty where it is not known. */
  readonly srclang: string;
  /** Name for the user. */
  readonly label: string;
  readonly isDefault: boolean;
}

/** A video with all that belongs to it. */
export interface Video {
  readonly poster: string | undefined;
  /** At least one, the preferred one first. */
  readonly sources: readonly Source[];
  readonly tracks: readonly Track[];
  /** What is said, as plain text. */
  readonly transcript: string | undefined;
}

/** What an address may be relative to. */
interface Addresses {
  readonly base: string;
}

interface SourceWords {
  readonly src: string | undefined;
  readonly type?: string;
  readonly height?: number | undefined;
}

interface TrackWords {
  readonly kind: string;
  readonly src: string | undefined;
  readonly srclang: string;
  readonly label: string;
  readonly default?: boolean | undefined;
}

interface VideoWords {
  readonly poster?: string | undefined;
  readonly sources: readonly SourceWords[];
  readonly tracks: readonly TrackWords[];
  readonly transcript?: string | undefined;
}

/** The video of a topic; its addresses may be relative to the endpoint. Undefined where it has none that may be asked for. */
export function videoOfTopic({video}: HelpTopic, endpoint: string): Video | undefined {
  return video && videoOf(video, {base: new URL(`${endpoint}/`, document.baseURI).href});
}

/** The video that an element is given by its attributes and children; addresses are relative to the page. */
export function videoOfElement(host: HTMLElement & {src?: string; poster?: string}): Video | undefined {
  const base = document.baseURI;
  const own = host.src ? [{src: host.src}] : [];
  return videoOf(
    {
      poster: host.poster,
      sources: [...own, ...childrenOf(host, HTMLSourceElement).map(sourceWords)],
      tracks: childrenOf(host, HTMLTrackElement),
    },
    {base},
  );
}

/** Whether an element has been given a video of its own. */
export function hasOwnVideo(host: HTMLElement & {src?: string}): boolean {
  return Boolean(host.src) || childrenOf(host, HTMLSourceElement).length > 0;
}

function childrenOf<E extends Element>(host: Element, type: new () => E): E[] {
  return [...host.children].filter((child): child is E => child instanceof type);
}

function sourceWords(element: HTMLSourceElement): SourceWords {
  const height = Number(element.dataset['height']);
  return {
    src: element.getAttribute('src') ?? undefined,
    type: element.type,
    height: height > 0 ? height : undefined,
  };
}

function videoOf({poster, sources, tracks, transcript}: VideoWords, {base}: Addresses): Video | undefined {
  const playable = sources.flatMap(({src, type = '', height}): Source[] => {
    const address = mediaUrl(src, base);
    return address ? [{src: address, type, height}] : [];
  });
  if (playable.length === 0) return undefined;
  return {
    poster: mediaUrl(poster, base),
    sources: playable,
    tracks: tracks.flatMap((track) => trackOf(track, base)),
    transcript: transcript?.trim() || undefined,
  };
}

function trackOf({kind, src, srclang, label, default: isDefault = false}: TrackWords, base: string): Track[] {
  if (kind !== 'captions' && kind !== 'subtitles' && kind !== 'chapters') return [];
  const address = mediaUrl(src, base);
  return address ? [{kind, src: address, srclang, label: label || srclang, isDefault}] : [];
}
