import '../src/widgets/help-video/define.ts';
import '../src/widgets/portal-provider/define.ts';
import type {MockPortal} from '../mocks/portal.ts';
import type {HelpTopic} from '../src/portal/contract/index.ts';
import type {HelpVideo} from '../src/widgets/help-video/help-video.ts';
import {findByRole, getByRole, html, mount, until, user} from './support/index.ts';

/** Where what is said on `pattern` says that its files are. */
const media = '/test/media/pattern';

const sources = [180, 90].map((height) => ({src: `${media}-${height}.webm`, type: 'video/webm', height}));
const tracks = (['en', 'de'] as const).flatMap((srclang) => [
  {
    kind: 'captions',
    srclang,
    label: srclang === 'en' ? 'English' : 'Deutsch',
    src: `${media}.${srclang}.vtt`,
    default: srclang === 'en',
  },
  {kind: 'chapters', srclang, label: srclang, src: `${media}.chapters.${srclang}.vtt`},
]);

/** Twelve seconds of a pattern, in two sizes, with captions and chapters in two languages. */
export const pattern = {
  topic: 'pattern',
  title: 'A pattern',
  body: 'First paragraph.\n\nSecond paragraph.',
  video: {poster: `${media}.jpg`, sources, tracks, transcript: 'What is said.'},
} satisfies HelpTopic;

/** The portal says this on `pattern` from now on. */
export function say(portal: MockPortal, help: Partial<HelpTopic> = {}): void {
  portal.faults.add({
    path: '/help/pattern',
    kind: 'status',
    status: 200,
    body: {...pattern, ...help},
    times: 99,
  });
}

/** An element in a page with a portal. */
export async function mountTopic({
  topic = 'pattern',
  locale = 'en',
  endpoint = '/api/v1',
} = {}): Promise<HelpVideo> {
  const provider = await mount(html`
    <portal-provider
      .endpoint=${endpoint}
      .getToken=${() => Promise.resolve('demo-customer')}
      locale=${locale}
    >
      <help-video topic=${topic}></help-video>
    </portal-provider>
  `);
  const element = provider.querySelector('help-video');
  if (!element) throw new Error('There is no help');
  await settled(element);
  return element;
}

/** An element with a video of the page's own, in a page without a portal. */
export async function mountOwn(): Promise<HelpVideo> {
  const element = await mount<HelpVideo>(html`
    <help-video heading="A pattern">
      <p>Own words.</p>
      <source src="/test/media/pattern-180.webm" type="video/webm" data-height="180" />
      <source src="/test/media/pattern-90.webm" type="video/webm" data-height="90" />
      <track kind="captions" src="/test/media/pattern.en.vtt" srclang="en" label="English" default />
      <track kind="chapters" src="/test/media/pattern.chapters.en.vtt" srclang="en" />
    </help-video>
  `);
  await settled(element);
  return element;
}

/** Waits until nothing is loaded any more. */
export async function settled(element: Element): Promise<void> {
  await until(
    () => getByRole('region', {within: element}).getAttribute('aria-busy') === 'false',
    'an end of loading',
  );
}

/** Presses the large button, and waits until the picture moves. */
export async function play(element: HelpVideo): Promise<HTMLVideoElement> {
  await user.click(await findByRole('button', {name: /^Play the video|^Video abspielen/, within: element}));
  const video = await until(() => videoOf(element), 'a player');
  await until(() => video.currentTime > 0 && !video.paused, 'a moving picture');
  return video;
}

/** Presses the large button, and stops where the video is then. */
export async function playAndPause(element: HelpVideo): Promise<HTMLVideoElement> {
  const video = await play(element);
  await user.click(await findByRole('button', {name: 'Pause', within: element}));
  await until(() => video.paused, 'a pause');
  return video;
}

export function videoOf(element: HelpVideo): HTMLVideoElement | undefined {
  return element.shadowRoot?.querySelector('video') ?? undefined;
}

/** What has been fetched of the files of the pattern, by the end of their names. */
export function fetched(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({name}) => /\/test\/media\/pattern[-.]?(.*)$/.exec(name)?.[1])
    .filter((name) => name !== undefined);
}
