import {mountOwn, mountTopic, pattern, play, playAndPause, say} from './help-video-page.ts';
import type {HelpVideo} from '../src/widgets/help-video/help-video.ts';
import {
  beforeEach,
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  focusedElement,
  getByLabel,
  getByRole,
  it,
  queryByLabel,
  queryByRole,
  queryByText,
  startPortal,
  textOf,
  until,
  user,
} from './support/index.ts';

const portal = await startPortal();
const kept = 'partner-portal-widgets:video';

beforeEach(() => localStorage.removeItem(kept));

/** What is written over the picture. */
const captionsOf = (element: HelpVideo): string => {
  const captions = element.shadowRoot?.querySelector('[part=captions]');
  return captions ? textOf(captions) : '';
};

async function openSettings(element: HelpVideo): Promise<HTMLElement> {
  await user.click(getByRole('button', {name: 'Settings', within: element}));
  return findByRole('group', {name: 'Settings', within: element});
}

const isPressed = (element: HelpVideo, name: string): boolean =>
  getByRole('button', {name, within: element}).getAttribute('aria-pressed') === 'true';

describe('help-video: captions', () => {
  it('shows those that are on by default, in the language of the element', async () => {
    say(portal);
    const element = await mountTopic();
    const video = await playAndPause(element);
    video.currentTime = 4;
    await until(() => captionsOf(element) === 'It counts & goes on.');
    expect(isPressed(element, 'Captions')).to.be.true;
    const bar = element.shadowRoot?.querySelector('[part=captions]')?.getBoundingClientRect();
    const row = getByRole('slider', {name: 'Progress', within: element}).getBoundingClientRect();
    expect(bar?.bottom).to.be.at.most(row.top);
  });

  it('are off until somebody wants them where none is on by default, and stay on for the next video', async () => {
    const tracks = pattern.video.tracks.map((track) => ({...track, default: false}));
    say(portal, {video: {...pattern.video, tracks}});
    const element = await mountTopic({locale: 'de'});
    await play(element);
    await user.click(await findByRole('button', {name: 'Pause', within: element}));
    expect(captionsOf(element)).to.equal('');
    await user.click(getByRole('button', {name: 'Untertitel', within: element}));
    await until(() => captionsOf(element) === 'Ein Muster beginnt.');
    element.remove();
    const next = await mountTopic({locale: 'de'});
    await play(next);
    await until(() => isPressed(next, 'Untertitel'));
  });

  it('change their language, and that of the transcript, and remember it', async () => {
    say(portal);
    const element = await mountTopic();
    await playAndPause(element);
    const settings = await openSettings(element);
    await user.click(getByLabel('Deutsch', {within: settings}));
    await until(() => captionsOf(element) === 'Ein Muster beginnt.');
    await findByRole('button', {name: '0:03 Es zählt und geht weiter.', within: element});
    await user.click(getByLabel('Off', {within: settings}));
    await until(() => captionsOf(element) === '');
    expect(isPressed(element, 'Captions')).to.be.false;
    expect(JSON.parse(localStorage.getItem(kept) ?? '')).to.deep.equal({hasCaptions: false, language: 'de'});
  });
});

describe('help-video: settings', () => {
  it('are folded by Escape, which gives the focus back, and by a click on the picture, which does nothing else', async () => {
    const element = await mountOwn();
    const video = await playAndPause(element);
    const settings = await openSettings(element);
    await expectNoAxeViolations(element);
    await user.click(getByLabel('1.5×', {within: settings}));
    await user.press('Escape');
    await until(() => !queryByRole('group', {name: 'Settings', within: element}));
    expect(focusedElement()?.ariaLabel).to.equal('Settings');
    await openSettings(element);
    element.shadowRoot?.querySelector('video')?.click();
    await until(() => !queryByRole('group', {name: 'Settings', within: element}));
    expect(video.paused).to.be.true;
  });

  it('remember the speed for the next video', async () => {
    const element = await mountOwn();
    const video = await playAndPause(element);
    const settings = await openSettings(element);
    expect(getByLabel('Normal', {within: settings}).checked).to.be.true;
    await user.click(getByLabel('1.5×', {within: settings}));
    await until(() => video.playbackRate === 1.5);
    element.remove();
    const next = await mountOwn();
    const other = await play(next);
    expect(other.playbackRate).to.equal(1.5);
  });

  it('change the quality, and keep time, speed, captions and pause', async () => {
    const element = await mountOwn();
    const video = await playAndPause(element);
    video.currentTime = 7;
    const settings = await openSettings(element);
    await user.click(getByLabel('1.25×', {within: settings}));
    await user.click(getByLabel('90p', {within: settings}));
    await until(() => /pattern-90/.test(video.currentSrc) && video.readyState > 1);
    await until(() => Math.abs(video.currentTime - 7) < 0.3, 'the same time');
    expect(video.paused).to.be.true;
    expect(video.playbackRate).to.equal(1.25);
    await until(() => captionsOf(element) === 'It has colours.');
    expect(getByLabel('90p', {within: settings}).checked).to.be.true;
  });

  it('go on playing in another quality', async () => {
    const element = await mountOwn();
    const video = await play(element);
    const settings = await openSettings(element);
    await user.click(getByLabel('90p', {within: settings}));
    await until(() => /pattern-90/.test(video.currentSrc) && !video.paused && video.currentTime > 0);
  });

  it('offer only what there is', async () => {
    say(portal, {video: {sources: pattern.video.sources.slice(0, 1), tracks: []}});
    const element = await mountTopic();
    await playAndPause(element);
    const settings = await openSettings(element);
    expect(queryByRole('group', {name: 'Captions', within: settings})).to.be.undefined;
    expect(queryByRole('group', {name: 'Quality', within: settings})).to.be.undefined;
    expect(getByRole('group', {name: 'Speed', within: settings})).to.exist;
    expect(queryByRole('button', {name: 'Captions', within: element})).to.be.undefined;
    expect(queryByRole('button', {name: 'AirPlay', within: element})).to.be.undefined;
  });
});

describe('help-video: keys', () => {
  it('play, jump, mute, and change volume and speed', async () => {
    const element = await mountOwn();
    const video = await playAndPause(element);
    await user.press('5');
    await until(() => Math.abs(video.currentTime - 6) < 0.1);
    await user.press('ArrowRight');
    await until(() => Math.abs(video.currentTime - 11) < 0.1);
    await user.press('j');
    await until(() => Math.abs(video.currentTime - 1) < 0.1);
    await user.press('ArrowLeft');
    await until(() => video.currentTime === 0);
    await user.press('l');
    await until(() => video.currentTime === 10);
    await user.press('Home');
    await until(() => video.currentTime === 0);
    await user.press('ArrowDown');
    await until(() => Math.abs(video.volume - 0.9) < 0.01);
    await until(() => queryByText('Volume 90%', {within: element}));
    await user.press('m');
    await until(() => video.muted);
    await user.press('m');
    await until(() => !video.muted);
    await user.press('>');
    await until(() => video.playbackRate === 1.25);
    await until(() => queryByText('Speed 1.25×', {within: element}));
    await user.press('c');
    await until(() => !isPressed(element, 'Captions'));
    await user.press('k');
    await until(() => !video.paused);
  });

  it('leave Space to the button that has the focus, and take it elsewhere', async () => {
    const element = await mountOwn();
    const video = await playAndPause(element);
    getByRole('button', {name: 'Mute', within: element}).focus();
    await user.press('Space');
    await until(() => video.muted);
    expect(video.paused).to.be.true;
    getByRole('slider', {name: 'Progress', within: element}).focus();
    await user.press('Space');
    await until(() => !video.paused);
  });

  it('leave its arrows to the volume, and to the choices of the settings', async () => {
    const element = await mountOwn();
    const video = await playAndPause(element);
    const before = video.currentTime;
    getByRole('slider', {name: 'Volume', within: element}).focus();
    await user.press('ArrowLeft');
    await until(() => Math.abs(video.volume - 0.95) < 0.01);
    const settings = await openSettings(element);
    getByLabel('Normal', {within: settings}).focus();
    await user.press('ArrowRight');
    await until(() => video.playbackRate === 1.25);
    expect(video.currentTime).to.equal(before);
  });

  it('are left to the page with a modifier, and outside of the player', async () => {
    const element = await mountOwn();
    const video = await playAndPause(element);
    const field = document.createElement('input');
    element.parentElement?.append(field);
    const heard: string[] = [];
    document.addEventListener('keydown', ({key}) => heard.push(key), {signal: AbortSignal.timeout(20_000)});
    await user.press('Control+ArrowRight');
    await user.type(field, 'km5');
    expect(field.value).to.equal('km5');
    expect(heard).to.include('ArrowRight');
    expect(video.paused).to.be.true;
    expect(video.muted).to.be.false;
    expect(video.currentTime).to.be.below(3);
  });
});

describe('help-video: sound and screen', () => {
  it('mutes and unmutes, and remembers the volume', async () => {
    const element = await mountOwn();
    const video = await playAndPause(element);
    await user.click(getByRole('button', {name: 'Mute', within: element}));
    await findByRole('button', {name: 'Unmute', within: element});
    expect(video.muted).to.be.true;
    expect(getByRole('slider', {name: 'Volume', within: element}).ariaValueText).to.equal('0%');
    element.remove();
    const next = await mountOwn();
    const other = await play(next);
    expect(other.muted).to.be.true;
  });

  it('fills the screen with its controls, and leaves it', async () => {
    const element = await mountOwn();
    await playAndPause(element);
    await user.click(getByRole('button', {name: 'Full screen', within: element}));
    await findByRole('button', {name: 'Leave full screen', within: element});
    expect(document.fullscreenElement).to.equal(element);
    await user.press('f');
    await findByRole('button', {name: 'Full screen', within: element});
    expect(document.fullscreenElement).to.equal(null);
  });

  it('fills the screen also from inside of an element with a shadow root of any name', async () => {
    const element = await mountOwn();
    const outer = document.createElement('div');
    element.parentElement?.append(outer);
    outer.attachShadow({mode: 'open'}).append(element);
    await playAndPause(element);
    await user.press('f');
    await findByRole('button', {name: 'Leave full screen', within: element});
    await user.press('f');
    await findByRole('button', {name: 'Full screen', within: element});
  });

  it('puts the picture into a window of its own, where the browser draws the captions', async () => {
    const element = await mountOwn();
    const outer = document.createElement('div');
    element.parentElement?.append(outer);
    outer.attachShadow({mode: 'open'}).append(element);
    await playAndPause(element);
    await until(() => captionsOf(element) === 'A pattern begins.');
    await user.click(getByRole('button', {name: 'Picture in picture', within: element}));
    await until(() => isPressed(element, 'Picture in picture'));
    await until(() => captionsOf(element) === '');
    await user.click(getByRole('button', {name: 'Picture in picture', within: element}));
    await until(() => !isPressed(element, 'Picture in picture'));
    await until(() => captionsOf(element) === 'A pattern begins.');
  });

  it('goes on where nothing can be remembered', async () => {
    const {setItem} = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('Denied', 'SecurityError');
    };
    try {
      const element = await mountOwn();
      const video = await playAndPause(element);
      await user.press('>');
      await until(() => video.playbackRate === 1.25);
      expect(queryByLabel('Normal', {within: element})).to.be.undefined;
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
});
