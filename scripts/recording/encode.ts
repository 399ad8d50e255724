import {execFile} from 'node:child_process';
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {FRAME_RATE, type Shot} from './timeline.ts';

const execute = promisify(execFile);

/** Frames from one key frame to the next at most. A player that seeks decodes those in between, most of which are a few bytes. */
const KEY_FRAMES = FRAME_RATE * 10;

const whatToDo =
  'Install it (Debian and Ubuntu: apt-get install ffmpeg; macOS: brew install ffmpeg; Windows: winget install ffmpeg), and run the command again.';

/** Throws one sentence that says what to install where there is no ffmpeg. */
export async function checkEncoder(): Promise<void> {
  try {
    await execute('ffmpeg', ['-version']);
  } catch {
    throw new Error(`No ffmpeg was found to make a video with. ${whatToDo}`);
  }
}

/** Writes the shots as the list that ffmpeg's concat demuxer reads, and returns its name. */
export async function writeShotList(folder: string, shots: readonly Shot[]): Promise<string> {
  const lines = shots.flatMap(({file, frames}) => [
    `file '${path.basename(file)}'`,
    `duration ${(frames / FRAME_RATE).toFixed(3)}`,
  ]);
  // The duration of the last one counts only where something follows.
  const end = shots.at(-1);
  const list = path.join(folder, 'shots.txt');
  await writeFile(
    list,
    ['ffconcat version 1.0', ...lines, `file '${path.basename(end?.file ?? '')}'`, ''].join('\n'),
  );
  return list;
}

/** How a video is made. */
export interface Video {
  file: string;
  height: number;
  codec: keyof typeof codecs;
  /** How much may be lost, on the codec's own scale: less is better and larger. */
  loss: number;
}

/** The options of each codec, and those of its passes, the last of which writes the file. */
const codecs = {
  vp9: {
    // Without the filter against noise: it mixes a text with the one that stood there before.
    options:
      '-c:v libvpx-vp9 -b:v 0 -deadline good -auto-alt-ref 1 -lag-in-frames 25 -arnr-strength 0 -arnr-maxframes 1 -row-mt 1 -threads 2',
    passes: ['-pass 1 -cpu-used 4', '-pass 2 -cpu-used 2 -cues_to_front 1'],
  },
  h264: {options: '-c:v libx264 -preset veryslow -tune animation', passes: ['-movflags +faststart']},
};

/** Nothing in the file says when and by what it was made, so that the same pictures make the same file. */
const nameless = '-an -map_metadata -1 -fflags +bitexact -flags:v +bitexact';
const colours = '-colorspace bt709 -color_primaries bt709 -color_trc bt709 -color_range tv';

/** Makes a video of a list of shots. */
export async function encode(list: string, duration: number, video: Video): Promise<void> {
  const {options, passes} = codecs[video.codec];
  const scale = `scale=-2:${video.height}:flags=lanczos:out_color_matrix=bt709:out_range=tv`;
  const input = ['-y', '-f', 'concat', '-safe', '0', '-i', list, '-t', duration.toFixed(3)];
  const picture = ['-vf', `fps=${FRAME_RATE},${scale},format=yuv420p`, '-g', String(KEY_FRAMES)];
  const loss = ['-crf', String(video.loss), '-passlogfile', `${list}-${video.height}`];
  const all = [...input, ...picture, ...loss, ...words(`${colours} ${nameless} ${options}`)];
  for (const [index, pass] of passes.entries()) {
    const target = index === passes.length - 1 ? [video.file] : ['-f', 'null', '-'];
    await ffmpeg([...all, ...words(pass), ...target]);
  }
}

/** Makes a JPEG of a picture. */
export async function encodeStill(picture: string, file: string): Promise<void> {
  await ffmpeg(['-y', '-i', picture, '-q:v', '7', ...words(nameless), file]);
}

async function ffmpeg(options: readonly string[]): Promise<void> {
  await execute('ffmpeg', ['-nostdin', '-loglevel', 'error', ...options]);
}

function words(options: string): string[] {
  return options.split(' ');
}
