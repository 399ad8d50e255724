/**
 * `npm run record`: films “Create a purchase order” in the built demo page and writes it to mocks/media/, with captions and
 * chapters in English and German, a poster and a transcript. It needs ffmpeg; nothing else does, as what it makes is committed.
 *
 * The film itself is scripts/recording/create-purchase-order.ts, and what it says scripts/recording/film-texts.ts. It takes the
 * same time and shows the same on every machine and day, but for fonts and single pixels: the page runs against the mock portal
 * on one fixed day, and is pictured frame by frame, with the time that the film gives it. Captions stay until they can have been
 * read in either language, and the film waits for them.
 *
 * `-- --draft` writes a quick and coarse video.mp4 with a folder of all pictures to the system's temporary folder instead.
 */
import {mkdir, mkdtemp, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {serve} from '../mocks/serve.ts';
import {launchBrowser} from './browser.ts';
import {startClockAt} from './page-clock.ts';
import {captionFile, chapterFile, languages, transcript} from './recording/captions.ts';
import {film} from './recording/create-purchase-order.ts';
import {checkEncoder, encode, encodeStill, writeShotList} from './recording/encode.ts';
import {captions} from './recording/film-texts.ts';
import {Stage} from './recording/stage.ts';
import {serveDemo} from './serve-demo.ts';

const now = new Date('2026-11-20T09:30:00Z');
const media = 'mocks/media';
const name = 'create-purchase-order';

const {values} = parseArgs({options: {draft: {type: 'boolean', default: false}}});

try {
  await checkEncoder();
  const folder = await mkdtemp(path.join(tmpdir(), 'film-'));
  const stage = await shoot(folder);
  if (values.draft) {
    await makeDraft(stage, folder);
  } else {
    await makeFilm(stage, folder);
    await rm(folder, {recursive: true});
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Plays the film before the camera. */
async function shoot(folder: string): Promise<Stage> {
  const portal = await serve({port: 0, now});
  const demo = await serveDemo({endpoint: `${portal.origin}/api/v1`});
  const browser = await launchBrowser({
    args: ['--enable-blink-features=ComputedAccessibilityInfo', '--lang=en-US'],
  });
  try {
    const page = await browser.newPage();
    await startClockAt(page, now);
    const stage = await Stage.build(page, folder, captions);
    await page.goto(`${demo.url}portal.html?scheme=light`);
    await stage.settle();
    await film(stage);
    stage.timeline.fallSilent();
    return stage;
  } finally {
    await browser.close();
    await demo.close();
    await portal.close();
  }
}

async function makeDraft({timeline}: Stage, folder: string): Promise<void> {
  const list = await writeShotList(folder, timeline.shots);
  const file = path.join(folder, 'video.mp4');
  await encode(list, timeline.duration, {file, height: 720, codec: 'h264', loss: 30});
  for (const {start, end, text} of timeline.cues) {
    console.log(`${start.toFixed(2)} – ${end.toFixed(2)}  ${text.en.replaceAll('\n', ' ')}`);
  }
  console.log(`${file}: ${timeline.duration.toFixed(1)} s of ${timeline.shots.length} pictures`);
}

async function makeFilm({timeline, posterFile}: Stage, folder: string): Promise<void> {
  const {cues, chapters, duration} = timeline;
  await mkdir(media, {recursive: true});
  const at = (suffix: string) => `${media}/${name}${suffix}`;
  const list = await writeShotList(folder, timeline.shots);
  await encode(list, duration, {file: at('-720.webm'), height: 720, codec: 'vp9', loss: 47});
  await encode(list, duration, {file: at('-480.webm'), height: 480, codec: 'vp9', loss: 43});
  await encode(list, duration, {file: at('-720.mp4'), height: 720, codec: 'h264', loss: 33});
  await encodeStill(posterFile, at('.jpg'));
  for (const language of languages) {
    await writeFile(at(`.${language}.vtt`), captionFile(cues, language));
    await writeFile(at(`.chapters.${language}.vtt`), chapterFile(chapters, duration, language));
  }
  const texts = languages.map((language) => [language, transcript(cues, chapters, language)] as const);
  const about = {duration, transcript: Object.fromEntries(texts)};
  await writeFile(at('.json'), `${JSON.stringify(about, undefined, 2)}\n`);
  for (const suffix of ['-720.webm', '-480.webm', '-720.mp4', '.jpg']) {
    const {size} = await stat(at(suffix));
    console.log(`${at(suffix)}: ${Math.ceil(size / 1024)} KB`);
  }
  console.log(`${duration.toFixed(1)} s, ${cues.length} captions, ${chapters.length} chapters`);
}
