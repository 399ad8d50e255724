/** The film as it is committed: what players need of it, whatever made it. */
import assert from 'node:assert/strict';
import {readFile, stat} from 'node:fs/promises';
import {describe, test} from 'node:test';

const folder = 'mocks/media';
const film = `${folder}/create-purchase-order`;
const languages = ['en', 'de'] as const;
const videos = ['-720.webm', '-480.webm', '-720.mp4'];
const texts = languages.flatMap((language) => [`.${language}.vtt`, `.chapters.${language}.vtt`]);

interface Cue {
  start: number;
  end: number;
  lines: string[];
}

interface About {
  duration: number;
  transcript: Record<string, string>;
}

async function about(): Promise<About> {
  return JSON.parse(await readFile(`${film}.json`, 'utf8')) as About;
}

/** The cues of a WebVTT file, as far as the film uses the format; throws for anything else. */
async function cuesOf(suffix: string): Promise<Cue[]> {
  const [head, ...blocks] = (await readFile(film + suffix, 'utf8')).trimEnd().split('\n\n');
  assert.equal(head, 'WEBVTT');
  return blocks.map((block) => {
    const [id, timing, ...lines] = block.split('\n');
    const times = /^(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d\.\d{3})$/.exec(timing ?? '')?.map(Number);
    assert.ok(id && times && lines.length > 0, `a cue: ${block}`);
    const [, m1 = 0, s1 = 0, m2 = 0, s2 = 0] = times;
    return {start: m1 * 60 + s1, end: m2 * 60 + s2, lines};
  });
}

function timesOf(cues: readonly Cue[]): number[][] {
  return cues.map(({start, end}) => [start, end]);
}

/** Seconds, from the Duration of a WebM's Info, in milliseconds as ffmpeg writes it. */
function webmDuration(file: Buffer): number {
  const at = file.indexOf(Buffer.from([0x44, 0x89, 0x88]));
  assert.ok(at > 0 && at < 1000, 'a duration near the beginning');
  return file.readDoubleBE(at + 3) / 1000;
}

/** Seconds, from the movie header of an MP4. */
function mp4Duration(file: Buffer): number {
  const at = file.indexOf('mvhd') + 4;
  assert.equal(file[at], 0, 'a movie header of version 0');
  return file.readUInt32BE(at + 16) / file.readUInt32BE(at + 12);
}

describe('the film “Create a purchase order”', () => {
  test('is one to two minutes long and small enough to be kept', async () => {
    const {duration} = await about();
    assert.ok(duration >= 60 && duration <= 120, `${duration} s`);
    const files = [...videos, ...texts, '.jpg', '.json'];
    const sizes = await Promise.all(files.map(async (suffix) => (await stat(film + suffix)).size));
    assert.ok(sizes.reduce((sum, size) => sum + size) < 3_000_000, sizes.join(', '));
    assert.ok((await stat(`${film}.jpg`)).size < 80 * 1024);
  });

  test('is as long in each format as it says', async () => {
    const {duration} = await about();
    for (const suffix of videos) {
      const file = await readFile(film + suffix);
      const found = suffix.endsWith('.mp4') ? mp4Duration(file) : webmDuration(file);
      assert.ok(Math.abs(found - duration) < 0.1, `${suffix}: ${found} s`);
    }
  });

  test('can be played before all of it has arrived', async () => {
    const mp4 = await readFile(`${film}-720.mp4`);
    assert.ok(mp4.indexOf('moov') < mp4.indexOf('mdat'));
    for (const suffix of ['-720.webm', '-480.webm']) {
      const webm = await readFile(film + suffix);
      const [cues, cluster] = [Buffer.from([0x1c, 0x53, 0xbb, 0x6b]), Buffer.from([0x1f, 0x43, 0xb6, 0x75])];
      // The first cues are named in the index of the file, the second are the cues themselves.
      assert.ok(webm.indexOf(cues) < webm.indexOf(cluster), suffix);
    }
  });

  test('says in German what it says in English, at the same time', async () => {
    assert.deepEqual(timesOf(await cuesOf('.de.vtt')), timesOf(await cuesOf('.en.vtt')));
    assert.deepEqual(timesOf(await cuesOf('.chapters.de.vtt')), timesOf(await cuesOf('.chapters.en.vtt')));
  });

  for (const language of languages) {
    test(`has captions that can be read (${language})`, async () => {
      const {duration} = await about();
      const cues = await cuesOf(`.${language}.vtt`);
      assert.ok(cues.length >= 10);
      for (const [index, {start, end, lines}] of cues.entries()) {
        const text = lines.join('\n');
        assert.ok(lines.length <= 2 && lines.every((line) => line.length <= 42), text);
        assert.ok(end - start >= 1.2 && text.length / (end - start) <= 17, text);
        assert.ok(start >= (cues[index - 1]?.end ?? 0) && end <= duration, text);
      }
    });

    test(`has chapters from its beginning to its end (${language})`, async () => {
      const {duration} = await about();
      const chapters = await cuesOf(`.chapters.${language}.vtt`);
      assert.ok(chapters.length >= 4 && chapters.length <= 6);
      const ends = chapters.map(({end}) => end);
      assert.deepEqual(
        chapters.map(({start}) => start),
        [0, ...ends.slice(0, -1)],
      );
      assert.ok(Math.abs((ends.at(-1) ?? 0) - duration) < 0.01);
    });

    test(`has a transcript with all that is said, a paragraph a chapter (${language})`, async () => {
      const {transcript} = await about();
      const said = transcript[language] ?? '';
      assert.equal(said.split('\n\n').length, (await cuesOf(`.chapters.${language}.vtt`)).length);
      const words = (text: string) => text.replaceAll('…', ' ').split(/\s+/).filter(Boolean);
      const captions = await cuesOf(`.${language}.vtt`);
      assert.deepEqual(
        words(said),
        captions.flatMap(({lines}) => words(lines.join(' '))),
      );
    });
  }
});
