import type {HelpTopic} from '../../src/portal/contract/index.ts';
import {topicOf, type VideoRecord} from '../data/help-topics.ts';
import {json} from '../http/answer.ts';
import type {Call} from '../http/call.ts';
import {notFound} from '../http/problem.ts';
import type {AddRoute} from '../http/route.ts';

/** Where the videos are unless told: on the portal's own origin, beside the API. */
const MEDIA = '/media/';

const TRACK_LABELS = {en: 'English', de: 'Deutsch'} as const;

function videoView({name, files, transcript}: VideoRecord, call: Call): HelpTopic['video'] {
  const base = `${call.state.options.media ?? MEDIA}${name}`;
  const languages = ['en', 'de'] as const;
  return {
    poster: `${base}.jpg`,
    sources: files.map(([height, format]) => ({
      src: `${base}-${height}.${format}`,
      type: `video/${format}`,
      height,
    })),
    tracks: languages.flatMap((srclang) => [
      {
        kind: 'captions',
        srclang,
        label: TRACK_LABELS[srclang],
        src: `${base}.${srclang}.vtt`,
        default: srclang === call.locale,
      },
      {
        kind: 'chapters',
        srclang,
        label: TRACK_LABELS[srclang],
        src: `${base}.chapters.${srclang}.vtt`,
      },
    ]),
    transcript: transcript[call.locale],
  };
}

function topic(call: Call): Response {
  call.requireMember();
  const name = call.param('topic');
  const found = topicOf(name);
  if (!found) throw notFound();
  const answer: HelpTopic = {
    topic: name,
    title: found.title[call.locale],
    body: found.body[call.locale],
    ...(found.video ? {video: videoView(found.video, call)} : {}),
  };
  return json(call, answer);
}

export function addHelp(add: AddRoute): void {
  add('get', '/help/:topic', topic);
}
