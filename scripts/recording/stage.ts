import {createHash} from 'node:crypto';
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {CDPSession, ElementHandle, KeyInput, Page} from 'puppeteer-core';
import {between, ease, frameOf, onTheWay, type Box, type Frame, type Point} from './camera.ts';
import type {Text} from './captions.ts';
import {describe, putText, scrollerOf, wayTo} from './in-page.ts';
import {installOverlay, overlayStyles, type Overlay, type OverlayWindow} from './overlay.ts';
import {FRAME_RATE, Timeline} from './timeline.ts';

/** Width and height of the film's picture. */
export const PICTURE = {width: 1280, height: 720};

/** The page's viewport: smaller than the picture, so that all of it is a little enlarged. */
const VIEWPORT = {width: 1120, height: 630};

/** How long the page is left alone after something was done, in real milliseconds: its own waits are shorter. */
const CALM = 260;

/** A change that goes on for some frames. */
interface Motion {
  start: number;
  frames: number;
  step(progress: number): void;
}

/** An element by its role and accessible name. */
export type Target = ElementHandle<HTMLElement>;

/** Options of `type`. */
export interface Typing {
  /** Frames that a character takes on average. */
  pace?: number;
}

/**
 * A page that is filmed while somebody works in it. Time is that of the film: nothing is shown of how long the page or the
 * machine needs for a picture. What moves is pictured frame by frame; what rests is one picture that stays.
 */
export class Stage {
  readonly page: Page;
  readonly timeline = new Timeline();
  readonly #folder: string;
  readonly #session: CDPSession;
  readonly #motions = new Set<Motion>();
  readonly #texts: Readonly<Record<string, Text>>;
  #frame: Frame = {x: 0, y: 0, ...VIEWPORT};
  #overlay: Omit<Overlay, 'frame'> = {
    pointer: {x: VIEWPORT.width * 0.62, y: VIEWPORT.height * 0.55, isDown: false, opacity: 1},
    rings: [],
    keys: [],
  };
  #requests = 0;
  #typed = 0;
  #posterFile: string | undefined;

  private constructor(
    page: Page,
    session: CDPSession,
    folder: string,
    texts: Readonly<Record<string, Text>>,
  ) {
    this.page = page;
    this.#session = session;
    this.#folder = folder;
    this.#texts = texts;
    page.on('request', () => (this.#requests += 1));
    page.on('requestfinished', () => (this.#requests -= 1));
    page.on('requestfailed', () => (this.#requests -= 1));
  }

  /** Makes a page a stage before it is opened. Pictures go into the folder; texts are those that `say` finds by their step. */
  static async build(page: Page, folder: string, texts: Readonly<Record<string, Text>>): Promise<Stage> {
    await page.setViewport(VIEWPORT);
    await page.emulateTimezone('Europe/Berlin');
    await page.emulateFocusedPage(true);
    await page.emulateMediaFeatures([
      {name: 'prefers-reduced-motion', value: 'reduce'},
      {name: 'prefers-color-scheme', value: 'light'},
    ]);
    await page.evaluateOnNewDocument(installOverlay, overlayStyles);
    return new Stage(page, await page.createCDPSession(), folder, texts);
  }

  /** The picture that `poster` has chosen. */
  get posterFile(): string {
    if (this.#posterFile === undefined) throw new Error('The film has chosen no poster.');
    return this.#posterFile;
  }

  /** Waits for the first element that is drawn and has this role and accessible name, through shadow roots. */
  async find(role: string, name: string | RegExp, within?: Target): Promise<Target> {
    return this.until(
      async () => {
        for (const element of await (within ?? this.page).$$(`::-p-aria([role="${role}"])`)) {
          const found = await element.evaluate(describe);
          const isIt = typeof name === 'string' ? found.name === name : name.test(found.name);
          if (isIt && found.isDrawn) return element as Target;
        }
        return undefined;
      },
      `${role} ${String(name)}`,
    );
  }

  /** Waits for the first element that is drawn and that a selector names, where no role and name do. */
  async select(selector: string): Promise<Target> {
    return this.until(async () => {
      for (const element of await this.page.$$(selector)) {
        if (await element.evaluate((it) => it.checkVisibility())) return element as Target;
      }
      return undefined;
    }, selector);
  }

  /** Asks until the answer is something. */
  async until<T>(question: () => Promise<T | null | undefined>, what: string): Promise<T> {
    const end = performance.now() + 15_000;
    while (performance.now() < end) {
      const answer = await question();
      if (answer != null) return answer;
      await pause(50);
    }
    throw new Error(`The film waited in vain for ${what}.`);
  }

  /** Begins a caption when the one before has been read. */
  async say(step: string): Promise<void> {
    const text = this.#texts[step];
    if (!text) throw new Error(`There is no caption “${step}”.`);
    await this.#rest(this.timeline.unread);
    this.timeline.say(step, text);
  }

  /** Begins a chapter when the caption of the one before has been read. */
  async beginChapter(title: Text): Promise<void> {
    await this.#rest(this.timeline.unread);
    this.timeline.beginChapter(title);
  }

  /** Shows what there is for some seconds; with none, until the caption has been read. */
  async hold(seconds?: number): Promise<void> {
    await this.#rest(seconds === undefined ? this.timeline.unread : toFrames(seconds));
  }

  /** Has the camera go to something, along with whatever happens next. Zoom 1 shows the whole page's width. */
  async look(at: Target | readonly Target[], zoom: number, seconds = 0.9): Promise<void> {
    const boxes = await Promise.all([at].flat().map((each) => boxOf(each)));
    this.#turn(frameOf(around(boxes), zoom, VIEWPORT), seconds);
  }

  /** Has the camera go back to the whole page. */
  lookAtAll(seconds = 0.9): void {
    this.#turn({x: 0, y: 0, ...VIEWPORT}, seconds);
  }

  /** Moves the pointer to an element; `at` is where in it, from its start and top, as shares. */
  async point(target: Target, at: Point = {x: 0.5, y: 0.5}): Promise<void> {
    const {x, y, width, height} = await boxOf(target);
    const from = {...this.#overlay.pointer};
    const to = {x: x + width * at.x, y: y + height * at.y};
    const distance = Math.hypot(to.x - from.x, to.y - from.y);
    this.#fadePointer(1);
    const frames = toFrames(0.32 + distance / 1500);
    this.#begin(frames, (progress) => {
      Object.assign(this.#overlay.pointer, onTheWay(from, to, ease(progress)));
    });
    await this.#rest(frames);
  }

  /** Moves the pointer to an element and clicks. */
  async click(target: Target, at?: Point): Promise<void> {
    await this.point(target, at);
    await this.#rest(3);
    const {pointer} = this.#overlay;
    pointer.isDown = true;
    await this.page.mouse.down();
    await this.#rest(2);
    await this.page.mouse.up();
    pointer.isDown = false;
    const ring = {x: pointer.x, y: pointer.y, progress: 0};
    this.#overlay.rings = [ring];
    this.#begin(12, (progress) => {
      ring.progress = progress;
      if (progress === 1) this.#overlay.rings = [];
    });
    await this.settle();
    await this.#rest(5);
  }

  /** Types into what has the focus, a character at a time and not quite evenly. */
  async type(text: string, {pace = 3}: Typing = {}): Promise<void> {
    this.#fadePointer(0);
    for (const character of text) {
      await this.page.keyboard.type(character);
      await this.settle();
      // The same unevenness in each film.
      const uneven = [0, 1, -1, 0, 2, -1, 0, 0, 1, -1][this.#typed++ % 10] ?? 0;
      await this.#rest(Math.max(2, pace + uneven + (character === ' ' ? 1 : 0)));
    }
  }

  /** Presses a key, which the film shows; the last of several while the others are down. */
  async press(keys: KeyInput | readonly KeyInput[], labels: readonly string[]): Promise<void> {
    const all = [keys].flat();
    await this.showKeys(labels);
    for (const key of all) await this.page.keyboard.down(key);
    for (const key of all.toReversed()) await this.page.keyboard.up(key);
    await this.settle();
    await this.#rest(8);
  }

  /** Shows keys for a moment before they do something; they stay a little into what they do. */
  async showKeys(labels: readonly string[]): Promise<void> {
    this.#fadePointer(0);
    this.#overlay.keys = [...labels];
    this.#begin(22, (progress) => {
      if (progress === 1) this.#overlay.keys = [];
    });
    await this.#rest(6);
  }

  /** Pastes rows of a spreadsheet into what has the focus. */
  async paste(rows: readonly (readonly string[])[]): Promise<void> {
    await this.showKeys(['Ctrl', 'V']);
    await this.page.evaluate(putText, rows.map((row) => row.join('\t')).join('\r\n'));
    await this.settle();
    await this.#rest(16);
  }

  /** Brings a spreadsheet into the picture, copies its rows and takes it away again. */
  async copyFromSheet(sheet: Pick<NonNullable<Overlay['sheet']>, 'title' | 'head' | 'rows'>): Promise<void> {
    const shown = {...sheet, isCopied: false, progress: 0};
    this.#overlay.sheet = shown;
    this.#begin(12, (progress) => (shown.progress = ease(progress)));
    await this.#rest(12 + toFrames(1.6));
    shown.isCopied = true;
    await this.showKeys(['Ctrl', 'C']);
    await this.#rest(toFrames(1.6));
    await this.hold();
    this.#begin(10, (progress) => (shown.progress = 1 - ease(progress)));
    await this.#rest(10);
    delete this.#overlay.sheet;
  }

  /** Scrolls what an element lies in until its top is at a share of the height that is seen there. */
  async scrollTo(target: Target, share: number, seconds = 0.9): Promise<void> {
    const scroller = await target.evaluateHandle(scrollerOf);
    const {from, to} = await scroller.evaluate(wayTo, target, share);
    const frames = toFrames(seconds * Math.min(1, 0.4 + Math.abs(to - from) / 800));
    for (let frame = 1; from !== to && frame <= frames; frame++) {
      const top = from + (to - from) * ease(frame / frames);
      await scroller.evaluate((it, at) => it.scrollTo(0, at), top);
      await this.#rest(1);
    }
    await this.settle();
  }

  /** What is shown now is the picture before the film begins. */
  async poster(): Promise<void> {
    const {pointer} = this.#overlay;
    // Without a pointer: nobody is at work yet.
    this.#overlay.pointer = {x: -100, y: -100, isDown: false, opacity: 0};
    this.#posterFile = await this.#picture();
    this.#overlay.pointer = pointer;
  }

  /** Waits until the page has nothing to do any more. */
  async settle(): Promise<void> {
    do await pause(CALM);
    while (this.#requests > 0);
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  /** As on many systems the pointer goes while somebody types, so that it covers nothing. */
  #fadePointer(to: 0 | 1): void {
    const {pointer} = this.#overlay;
    const from = pointer.opacity;
    if (from !== to) this.#begin(6, (progress) => (pointer.opacity = from + (to - from) * progress));
  }

  #turn(to: Frame, seconds: number): void {
    const from = this.#frame;
    this.#begin(toFrames(seconds), (progress) => (this.#frame = between(from, to, ease(progress))));
  }

  #begin(frames: number, step: Motion['step']): void {
    this.#motions.add({start: this.timeline.now, frames, step});
  }

  /** Lets frames pass: one picture each while something moves, one for all while nothing does. */
  async #rest(frames: number): Promise<void> {
    let left = frames;
    while (left > 0) {
      const isMoving = this.#motions.size > 0;
      await this.#advance();
      const shown = isMoving ? 1 : left;
      this.timeline.show(await this.#picture(), shown);
      left -= shown;
    }
  }

  /** Takes all that moves one frame further. */
  async #advance(): Promise<void> {
    const {x, y} = this.#overlay.pointer;
    for (const motion of this.#motions) {
      const progress = Math.min(1, (this.timeline.now + 1 - motion.start) / motion.frames);
      motion.step(progress);
      if (progress === 1) this.#motions.delete(motion);
    }
    const {pointer} = this.#overlay;
    if (pointer.x !== x || pointer.y !== y) await this.page.mouse.move(pointer.x, pointer.y);
  }

  async #picture(): Promise<string> {
    const overlay: Overlay = {...this.#overlay, frame: this.#frame};
    const scrolled = await this.page.evaluate((state) => {
      (window as unknown as OverlayWindow).filmOverlay.draw(state);
      return {x: window.scrollX, y: window.scrollY};
    }, overlay);
    const {x, y, width, height} = this.#frame;
    const {data} = await this.#session.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
      // As the document's own, which begins above what is scrolled away.
      clip: {x: x + scrolled.x, y: y + scrolled.y, width, height, scale: PICTURE.width / width},
    });
    const file = path.join(this.#folder, `${createHash('sha1').update(data).digest('hex')}.png`);
    await writeFile(file, data, 'base64');
    return file;
  }
}

function toFrames(seconds: number): number {
  return Math.round(seconds * FRAME_RATE);
}

async function boxOf(target: Target): Promise<Box> {
  const box = await target.boundingBox();
  if (!box) throw new Error('The film looks at something that is not drawn.');
  return box;
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
