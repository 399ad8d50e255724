/** What only the browser itself can do; the web test runner does it over its connection. Everything is set back after each test. */
import {
  executeServerCommand,
  resetMouse,
  setViewport as setViewportOnServer,
} from '@web/test-runner-commands';
import {atEndOfTest} from './mocha.ts';

interface MediaFeatures {
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  forcedColors?: 'active' | 'none';
}

const defaultViewport = {width: 800, height: 600};
const changed = {media: false, viewport: false, mouse: false, blocked: false};

/** Makes the browser answer media queries in this way. */
export async function emulateMedia(features: MediaFeatures): Promise<void> {
  changed.media = true;
  await executeServerCommand('emulate-media-features', features);
}

/** Lets the page's requests for these addresses fail, in which `*` stands for anything; none lets all through again. */
export async function blockRequests(...urls: string[]): Promise<void> {
  changed.blocked = urls.length > 0;
  await executeServerCommand('block-requests', {urls});
}

/** Sets the size of the viewport in px; 800 × 600 by default. */
export async function setViewport(viewport: {width: number; height: number}): Promise<void> {
  changed.viewport = true;
  await setViewportOnServer(viewport);
}

/** Presses keys as on a keyboard: `Enter`, `Shift+Tab`, `Control+a`. */
export async function press(keys: string): Promise<void> {
  await executeServerCommand('press-keys', {keys});
}

/** Types text, key by key, into what has the focus. */
export async function type(text: string): Promise<void> {
  await executeServerCommand('type-text', {text});
}

/** Moves the mouse to a point of the viewport, and clicks there. */
export async function click(point: {x: number; y: number}): Promise<void> {
  changed.mouse = true;
  await executeServerCommand('click', point);
}

atEndOfTest(async () => {
  if (changed.media) await executeServerCommand('emulate-media-features', {});
  if (changed.viewport) await setViewportOnServer(defaultViewport);
  if (changed.mouse) await resetMouse();
  if (changed.blocked) await blockRequests();
  Object.assign(changed, {media: false, viewport: false, mouse: false});
});
