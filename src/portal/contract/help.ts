import * as z from 'zod/mini';
import {openEnum, wholeNumber} from './primitives.ts';

/**
 * Help on one topic, in the requested language. Widgets ask for `overview`; the types of documents (`purchase-order`) and, where the
 * portal has nothing on one, `documents`; `upload`, `company`, `partners`, `invitations` and `registration`. A portal answers 404 for
 * what it has nothing on.
 */
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
      /** Address of the picture that is shown before playing; absolute, or relative to the endpoint. Asked for without a token. */
      poster: z.optional(z.string()),
      /**
       * The video in one or several formats and sizes, the preferred one first. Of a height the first one is played that the browser
       * can play.
       */
      sources: z.array(
        z.object({
          /**
           * Address of the video; absolute, or relative to the endpoint. Asked for without a token; whoever may see it only for a while
           * gets a signed address. The server answers range requests, else nobody can jump. Where a track is of another origin than the
           * page, it answers with `Access-Control-Allow-Origin`, as the track’s has to; else the video is played without tracks.
           */
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
          /**
           * Address of the track; absolute, or relative to the endpoint. Asked for without a token. A server of another origin than the
           * page’s answers with `Access-Control-Allow-Origin`.
           */
          src: z.string(),
          /** Whether the track is on unless the user chose otherwise. */
          default: z.optional(z.boolean()),
        }),
      ),
      /** The spoken words as plain text; an empty line separates paragraphs. */
      transcript: z.optional(z.string()),
    }),
  ),
});
export type HelpTopic = z.infer<typeof HelpTopic>;
