import {mountOwn, mountTopic, pattern, play, playAndPause, say, videoOf} from './help-video-page.ts';
import {
  beforeEach,
  describe,
  expect,
  findByRole,
  findByText,
  getByRole,
  it,
  startPortal,
  until,
  user,
} from './support/index.ts';

const portal = await startPortal();
const kept = 'partner-portal-widgets:video';

beforeEach(() => localStorage.removeItem(kept));

/** How many listeners the document has for something, of those that are added from now on. */
function countListeners(type: string): {readonly now: number; stop(): void} {
  const {addEventListener, removeEventListener} = EventTarget.prototype;
  const heard = new Set<unknown>();
  const isMeant = (target: unknown, name: unknown): boolean => target === document && name === type;
  EventTarget.prototype.addEventListener = function add(this: EventTarget, ...args: unknown[]) {
    if (isMeant(this, args[0])) heard.add(args[1]);
    Reflect.apply(addEventListener, this, args);
  };
  EventTarget.prototype.removeEventListener = function remove(this: EventTarget, ...args: unknown[]) {
    if (isMeant(this, args[0])) heard.delete(args[1]);
    Reflect.apply(removeEventListener, this, args);
  };
  return {
    get now() {
      return heard.size;
    },
    stop: () => Object.assign(EventTarget.prototype, {addEventListener, removeEventListener}),
  };
}

describe('help-video: how long it goes on', () => {
  it('leaves no listener at the document when it is taken away', async () => {
    const listeners = countListeners('fullscreenchange');
    try {
      const element = await mountOwn();
      const video = await play(element);
      expect(listeners.now).to.equal(1);
      element.remove();
      await until(() => video.getAttribute('src') === null);
      await until(() => listeners.now === 0, 'a document that is left alone');
    } finally {
      listeners.stop();
    }
  });

  it('is heard again by one press where the volume had been turned down', async () => {
    const element = await mountOwn();
    const video = await playAndPause(element);
    for (let press = 0; press < 10; press++) await user.press('ArrowDown');
    await until(() => video.volume === 0);
    await user.click(await findByRole('button', {name: 'Unmute', within: element}));
    await findByRole('button', {name: 'Mute', within: element});
    expect(video.muted).to.be.false;
    expect(video.volume).to.be.above(0);
    const {volume} = JSON.parse(localStorage.getItem(kept) ?? '') as {volume: number};
    expect(volume).to.equal(video.volume);
  });

  it('does not begin once the page has said that it is out of sight', async () => {
    const element = await mountOwn();
    getByRole('button', {name: 'Play the video: A pattern', within: element}).click();
    element.pause();
    await until(
      () =>
        getByRole('button', {name: /^Play the video/, within: element}).getAttribute('aria-busy') === 'false',
    );
    await import('../src/widgets/help-video/player.ts');
    await element.updateComplete;
    expect(videoOf(element)).to.be.undefined;
  });

  it('asks the portal for addresses anew where those that it has are of no use any more', async () => {
    const {poster, tracks} = pattern.video;
    const expired = {src: '/test/media/expired.webm?until=yesterday', type: 'video/webm', height: 180};
    say(portal, {video: {poster, tracks, sources: [expired]}});
    const element = await mountTopic();
    await user.click(getByRole('button', {name: /^Play the video/, within: element}));
    await findByText('The video cannot be played here.', {within: element});
    portal.faults.clear();
    say(portal);
    await user.click(getByRole('button', {name: 'Try again', within: element}));
    const video = await until(() => videoOf(element), 'a player');
    await until(() => video.currentTime > 0, 'a moving picture');
    expect(video.currentSrc).to.match(/pattern-180/);
  });

  it('goes on where it was when it is tried again', async () => {
    say(portal, {video: {...pattern.video, sources: pattern.video.sources.slice(0, 1)}});
    const element = await mountTopic();
    const video = await playAndPause(element);
    // As where a connection breaks in the middle.
    video.src = '/test/media/missing.webm';
    video.currentTime = 7;
    await user.click(await findByRole('button', {name: 'Try again', within: element}));
    const other = await until(() => videoOf(element), 'a player');
    await until(() => other.currentTime >= 7 && !other.paused, 'the same place');
  });

  it('goes on while one follows it to a place with the same help', async () => {
    say(portal);
    const element = await mountTopic({topic: 'pattern documents'});
    const video = await play(element);
    element.topic = 'pattern';
    await element.updateComplete;
    await until(() => portal.requests.filter(({path}) => path === '/help/pattern').length === 2);
    await until(() => getByRole('region', {within: element}).getAttribute('aria-busy') === 'false');
    expect(videoOf(element)).to.equal(video);
    expect(video.getAttribute('src')).to.not.equal(null);
    element.topic = 'documents pattern';
    await findByRole('heading', {name: 'Finding a document', within: element});
    expect(videoOf(element)).to.be.undefined;
  });

  it('goes on where the portal signs the addresses of the same files anew', async () => {
    const signed = (signature: string) => ({
      ...pattern.video,
      sources: pattern.video.sources.map((source) => ({
        ...source,
        src: `${source.src}?signature=${signature}`,
      })),
    });
    say(portal, {video: signed('one')});
    const element = await mountTopic();
    const video = await play(element);
    portal.faults.clear();
    say(portal, {title: 'Ein Muster', video: signed('two')});
    element.locale = 'de';
    await findByRole('heading', {name: 'Ein Muster', within: element});
    expect(videoOf(element)).to.equal(video);
    expect(video.currentSrc).to.match(/pattern-180.*one$/);
  });

  it('takes the controls away from under a finger, which hovers nowhere', async () => {
    const element = await mountOwn();
    const video = await playAndPause(element);
    await user.click(getByRole('button', {name: 'Play', within: element}));
    await until(() => !video.paused);
    const finger = {pointerType: 'touch', bubbles: true, composed: true};
    getByRole('button', {name: 'Pause', within: element}).dispatchEvent(
      new PointerEvent('pointermove', finger),
    );
    const bar = element.shadowRoot?.querySelector('[part=controls]');
    await until(() => bar && getComputedStyle(bar).opacity === '0', 'no controls');
    expect(bar?.matches(':hover')).to.be.true;
  });

  it('keeps what is said in sight of the transcript, also when a sentence of it was clicked', async () => {
    const element = await mountTopic({topic: 'purchase-order'});
    const video = await playAndPause(element);
    const first = await findByRole('button', {name: /^0:03 Open/, within: element});
    // As after a click, with the pointer elsewhere by now.
    first.focus();
    first.click();
    await until(() => first.getAttribute('aria-current') === 'true');
    video.currentTime = 66;
    const last = getByRole('button', {name: /^1:04 The portal/, within: element});
    await until(() => last.getAttribute('aria-current') === 'true');
    const scroller = last.closest('.transcript')?.getBoundingClientRect();
    await until(
      () => last.getBoundingClientRect().bottom <= (scroller?.bottom ?? 0),
      'the sentence in sight',
    );
  });

  it('reads each sentence of a transcript once', async () => {
    const element = await mountOwn();
    const video = await playAndPause(element);
    const {getCueAsHTML} = VTTCue.prototype;
    let reads = 0;
    VTTCue.prototype.getCueAsHTML = function read(this: VTTCue) {
      reads++;
      return getCueAsHTML.call(this);
    };
    try {
      await findByRole('button', {name: /^Chapters: The beginning/, within: element});
      const before = reads;
      video.currentTime = 8;
      await findByRole('button', {name: 'Chapters: The end', within: element});
      expect(reads).to.equal(before);
    } finally {
      VTTCue.prototype.getCueAsHTML = getCueAsHTML;
    }
  });
});
