import * as z from 'zod/mini';
import {openEnum, wholeNumber} from './primitives.ts';

/** Help on one topic, in the requested language. */
export const HelpTopic = z.object({
  /** Name of the topic. */
  topic: z.string(),
  /** Title for the user. */
  title: z.string(),
  /** Plain text; an empty line separates paragraphs. */
  body: z.string(),
  /** A video on the topic; without sources the text stands alone. */
  video: z.optional(
    z.object({
      /** Address of the picture that is shown before playing. */
      poster: z.optional(z.string()),
      /** The video in one or several formats or sizes. */
      sources: z.array(
        z.object({
          /** Address of the video. */
          src: z.string(),
          /** Media type: `video/webm`. */
          type: z.string(),
          /** Height of the picture, in pixels. */
          height: z.optional(wholeNumber()),
        }),
      ),
      /** WebVTT tracks. */
      tracks: z.array(
        z.object({
          /** What the track is for. */
          kind: openEnum<'captions' | 'subtitles' | 'chapters'>(),
          /** Language of the track, BCP 47. */
          srclang: z.string(),
          /** Name of the track for the user. */
          label: z.string(),
          /** Address of the track. */
          src: z.string(),
          /** Whether the track is on unless the user chose otherwise. */
          default: z.optional(z.boolean()),
        }),
      ),
      /** The spoken words as text. */
      transcript: z.optional(z.string()),
    }),
  ),
});
export type HelpTopic = z.infer<typeof HelpTopic>;
