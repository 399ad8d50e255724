import {
  fetched,
  mountOwn,
  mountTopic,
  pattern,
  play,
  playAndPause,
  say,
  settled,
  videoOf,
} from './help-video-page.ts';
import type {HelpVideo} from '../src/widgets/help-video/help-video.ts';
import {
  beforeEach,
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  focusedElement,
  getAllByRole,
  getByRole,
  getByText,
  html,
  it,
  mount,
  queryByRole,
  queryByText,
  startPortal,
  textOf,
  until,
  user,
} from './support/index.ts';

const portal = await startPortal();

beforeEach(() => {
  localStorage.removeItem('partner-portal-widgets:video');
  performance.clearResourceTimings();
});

const hasPoster = (element: HelpVideo): boolean =>
  (element.shadowRoot?.querySelector('img')?.naturalWidth ?? 0) > 0;

const failed = 'The video cannot be played here.';

describe('help-video', () => {
  describe('before it plays', () => {
    it('shows title, text and transcript of the topic, and fetches nothing of the video but its poster', async () => {
      say(portal);
      const element = await mountTopic();
      expect(getByRole('region', {name: 'A pattern', within: element})).to.exist;
      expect(getByRole('heading', {name: 'A pattern', within: element}).tagName).to.equal('H2');
      expect(getByText('First paragraph.', {within: element}).tagName).to.equal('P');
      expect(getByText('What is said.', {within: element})).to.exist;
      expect(getByRole('button', {name: 'Play the video: A pattern', within: element})).to.exist;
      await until(() => hasPoster(element), 'a poster');
      expect(fetched().filter((name) => name !== 'jpg')).to.deep.equal([]);
      expect(videoOf(element)).to.be.undefined;
      expect(portal.requests.map(({path}) => path)).to.deep.equal(['/help/pattern']);
      await expectNoAxeViolations(element);
    });

    it('shows the text alone where there is no video, or none that may be asked for', async () => {
      say(portal, {video: undefined});
      const element = await mountTopic();
      expect(textOf(element)).to.equal('A pattern First paragraph. Second paragraph.');
      const [source] = pattern.video.sources;
      portal.faults.clear();
      say(portal, {video: {...pattern.video, sources: [{...source, src: 'javascript:alert(1)', type: ''}]}});
      await element.reload();
      expect(textOf(element)).to.equal('A pattern First paragraph. Second paragraph.');
      expect(queryByRole('button', {within: element})).to.be.undefined;
    });

    it('takes the title that the page gives it, and none for an empty one', async () => {
      say(portal, {video: undefined});
      const element = await mountTopic();
      element.heading = 'How it works';
      expect(await findByRole('heading', {name: 'How it works', within: element})).to.exist;
      element.heading = '';
      await until(() => !queryByRole('heading', {within: element}));
      expect(getByRole('region', {name: 'A pattern', within: element})).to.exist;
    });

    it('shows the first topic that the portal knows', async () => {
      say(portal, {video: undefined});
      const element = await mountTopic({topic: 'cooking  gardening pattern documents'});
      expect(textOf(element)).to.include('First paragraph.');
      expect(portal.requests.map(({path}) => path)).to.deep.equal([
        '/help/cooking',
        '/help/gardening',
        '/help/pattern',
      ]);
    });

    it('says that there is no help yet, without telling the page of an error', async () => {
      let errors = 0;
      document.addEventListener('portal-error', () => errors++, {once: true});
      const element = await mountTopic({topic: 'cooking gardening'});
      expect(textOf(element)).to.equal('There is no help on this yet.');
      expect(errors).to.equal(0);
      element.topic = 'documents';
      await findByRole('heading', {name: 'Finding a document', within: element});
      await expectNoAxeViolations(element);
    });

    it('says what went wrong, and tries again', async () => {
      portal.faults.add({path: '/help/documents', kind: 'status', status: 403});
      const element = await mountTopic({topic: 'documents'});
      expect(getByRole('alert', {within: element})).to.exist;
      await user.click(getByRole('button', {name: 'Try again', within: element}));
      await findByRole('heading', {name: 'Finding a document', within: element});
    });

    it('keeps what is there where loading it again fails', async () => {
      const element = await mountTopic({topic: 'documents'});
      portal.faults.add({path: '/help/documents', kind: 'status', status: 403});
      await element.reload();
      expect(getByRole('heading', {name: 'Finding a document', within: element})).to.exist;
      expect(queryByRole('alert', {within: element})).to.be.undefined;
    });

    it('speaks the language of the page, and follows it', async () => {
      const element = await mountTopic({topic: 'purchase-order', locale: 'de'});
      expect(getByRole('button', {name: 'Video abspielen: Eine Bestellung schreiben', within: element})).to
        .exist;
      element.locale = 'en';
      await findByRole('button', {name: 'Play the video: Writing an order', within: element});
    });

    it('hides and shows the transcript by a button that says which', async () => {
      say(portal);
      const element = await mountTopic();
      const button = getByRole('button', {name: 'Transcript', within: element});
      expect(button.getAttribute('aria-expanded')).to.equal('true');
      await user.click(button);
      await until(() => button.getAttribute('aria-expanded') === 'false');
      expect(queryByText('What is said.', {within: element})).to.be.undefined;
    });

    it('needs no more room than there is', async () => {
      say(portal);
      const element = await mountTopic();
      const container = element.parentElement;
      container?.style.setProperty('display', 'block');
      container?.style.setProperty('width', '288px');
      await until(() => element.clientWidth === 288);
      await until(
        () =>
          getByRole('button', {name: 'Transcript', within: element}).getAttribute('aria-expanded') ===
          'false',
        'a folded transcript',
      );
      await playAndPause(element);
      await findByRole('button', {name: /^Chapters/, within: element});
      await user.click(getByRole('button', {name: 'Settings', within: element}));
      await findByRole('group', {name: 'Settings', within: element});
      expect(element.scrollWidth).to.be.at.most(288);
      for (const button of getAllByRole('button', {within: element})) {
        const {left, right, width, height} = button.getBoundingClientRect();
        expect(Math.min(width, height), button.ariaLabel ?? '').to.be.at.least(24);
        expect(left).to.be.at.least(element.getBoundingClientRect().left);
        expect(right).to.be.at.most(element.getBoundingClientRect().right);
      }
      await expectNoAxeViolations(element);
    });
  });

  describe('playing', () => {
    it('fetches the preferred file and what is used of the tracks, and keeps the focus', async () => {
      say(portal);
      const element = await mountTopic();
      const video = await play(element);
      expect(focusedElement()?.ariaLabel).to.equal('Pause');
      expect(video.currentSrc).to.match(/pattern-180\.webm$/);
      const tracks = () => fetched().filter((name) => name.endsWith('vtt'));
      await until(() => tracks().length > 1, 'captions and chapters');
      expect(tracks().toSorted()).to.deep.equal(['chapters.en.vtt', 'en.vtt']);
      expect(video.crossOrigin).to.equal(null);
      await user.click(getByRole('button', {name: 'Pause', within: element}));
      await findByRole('button', {name: 'Play', within: element});
      await findByRole('button', {name: /^Chapters/, within: element});
      await expectNoAxeViolations(element);
    });

    it('says how far it is, and in which chapter', async () => {
      say(portal);
      const element = await mountTopic();
      await playAndPause(element);
      const progress = getByRole('slider', {name: 'Progress', within: element});
      await until(() => /^0:0\d of 0:12, The beginning$/.test(progress.ariaValueText ?? ''));
      await user.click(progress);
      await until(() => progress.ariaValueText === '0:06 of 0:12, The end');
      expect(textOf(element)).to.match(/0:06 \/ 0:12/);
    });

    it('leads to a chapter', async () => {
      say(portal);
      const element = await mountTopic();
      const video = await playAndPause(element);
      const button = await findByRole('button', {name: 'Chapters: The beginning', within: element});
      await user.click(button);
      const list = await findByRole('group', {name: 'Chapters', within: element});
      await user.click(getByRole('button', {name: '0:06 The end', within: list}));
      await until(() => video.currentTime === 6);
      await until(
        () =>
          getByRole('button', {name: '0:06 The end', within: list}).getAttribute('aria-current') === 'true',
      );
      await user.press('Escape');
      await until(() => !queryByRole('group', {name: 'Chapters', within: element}));
      expect(focusedElement()).to.equal(button);
    });

    it('leads from a sentence of the transcript to where it is said, and marks what is said', async () => {
      say(portal);
      const element = await mountTopic();
      const video = await playAndPause(element);
      const sentence = await findByRole('button', {name: '0:03 It counts & goes on.', within: element});
      expect(queryByText('What is said.', {within: element})).to.be.undefined;
      await user.click(sentence);
      await until(() => video.currentTime === 3);
      await until(() => sentence.getAttribute('aria-current') === 'true');
      expect(getAllByRole('button', {within: element}).filter((each) => each.ariaCurrent).length).to.equal(1);
    });

    it('pauses another one of ours that plays', async () => {
      say(portal);
      const first = await play(await mountTopic());
      const second = await play(await mountOwn());
      await until(() => first.paused && !first.ended, 'a pause before the end');
      expect(second.paused).to.be.false;
    });

    it('goes on where it is moved, and stops and frees its file where it is taken away', async () => {
      const element = await mountOwn();
      const video = await play(element);
      const other = document.createElement('div');
      element.parentElement?.append(other);
      other.append(element);
      await until(() => !video.paused && video.currentTime > 0);
      expect(videoOf(element)).to.equal(video);
      const from = video.currentTime;
      await until(() => video.currentTime > from, 'a moving picture');
      element.remove();
      await until(() => video.paused && video.getAttribute('src') === null);
      other.append(element);
      await findByRole('button', {name: /^Play the video/, within: element});
    });

    it('pauses when the page says so', async () => {
      const element = await mountOwn();
      const video = await play(element);
      element.pause();
      await until(() => video.paused);
    });

    it('ends what is played with another topic, and not with another language', async () => {
      say(portal);
      const element = await mountTopic();
      const video = await playAndPause(element);
      element.locale = 'de';
      await findByRole('button', {name: 'Abspielen', within: element});
      expect(videoOf(element)).to.equal(video);
      await findByRole('button', {name: '0:00 Ein Muster beginnt.', within: element});
      element.topic = 'documents';
      await findByRole('heading', {name: 'Einen Beleg finden', within: element});
      expect(videoOf(element)).to.be.undefined;
      expect(video.getAttribute('src')).to.equal(null);
    });

    it('shows the controls to a finger before it pauses', async () => {
      const element = await mountOwn();
      const video = await play(element);
      const bar = element.shadowRoot?.querySelector('[part=controls]');
      const opacity = () => (bar ? getComputedStyle(bar).opacity : '');
      const tap = () => {
        const finger = {pointerType: 'touch', bubbles: true, composed: true};
        video.dispatchEvent(new PointerEvent('pointerdown', finger));
        element.shadowRoot?.querySelector<HTMLElement>('[part=player]')?.focus();
        video.dispatchEvent(new PointerEvent('click', finger));
      };
      tap();
      await until(() => opacity() === '0', 'no controls');
      getByRole('button', {name: 'Pause', within: element}).blur();
      tap();
      await until(() => opacity() === '1', 'controls');
      expect(video.paused).to.be.false;
    });

    it('leaves room for the picture while nobody moves, and comes back', async () => {
      const element = await mountOwn();
      await play(element);
      const bar = (): string => {
        const found = element.shadowRoot?.querySelector('[part=controls]');
        return found ? getComputedStyle(found).opacity : '';
      };
      await until(() => bar() === '0', 'no controls');
      expect(getByRole('button', {name: 'Pause', within: element}), 'they can be reached').to.exist;
      await user.press('Tab');
      await until(() => bar() === '1', 'controls');
    });
  });

  describe('failing', () => {
    const missing = {src: '/test/media/missing.webm', type: 'video/webm', height: 180};

    it('plays the next file of the same height, else another one, and skips what the browser does not know', async () => {
      const unknown = {src: '/test/media/never-asked.xyz', type: 'video/x-nothing', height: 180};
      say(portal, {
        video: {...pattern.video, sources: [unknown, missing, ...pattern.video.sources.toReversed()]},
      });
      const element = await mountTopic();
      const video = await play(element);
      expect(video.currentSrc).to.match(/pattern-180/);
      expect(fetched().some((name) => name.includes('never'))).to.be.false;
    });

    it('says that the video cannot be played, keeps the text, and tries again', async () => {
      say(portal, {video: {...pattern.video, sources: [missing]}});
      const element = await mountTopic();
      await user.click(getByRole('button', {name: /^Play the video/, within: element}));
      await findByText(failed, {within: element});
      expect(textOf(element)).to.include('First paragraph.');
      expect(videoOf(element)).to.be.undefined;
      const again = getByRole('button', {name: 'Try again', within: element});
      expect(focusedElement()).to.equal(again);
      await expectNoAxeViolations(element);
      await user.click(again);
      await until(() => videoOf(element) ?? queryByText(failed, {within: element}));
      await findByText(failed, {within: element});
    });

    it('says so where the browser knows none of the formats, without asking for them', async () => {
      say(portal, {
        video: {...pattern.video, sources: [{src: '/test/media/pattern-x.xyz', type: 'video/x-nothing'}]},
      });
      const element = await mountTopic();
      await user.click(getByRole('button', {name: /^Play the video/, within: element}));
      await findByText(failed, {within: element});
      expect(fetched()).to.not.include('x.xyz');
    });

    it('forgets a poster that cannot be drawn', async () => {
      say(portal, {video: {...pattern.video, poster: '/test/media/missing.jpg'}});
      const element = await mountTopic();
      await until(() => !element.shadowRoot?.querySelector('img'), 'no picture');
      expect(getByRole('button', {name: /^Play the video/, within: element})).to.exist;
    });
  });

  describe('with a video of the page’s own', () => {
    it('needs no portal', async () => {
      const element = await mountOwn();
      expect(textOf(element)).to.equal('A pattern Own words.');
      await playAndPause(element);
      await findByRole('button', {name: 'Chapters: The beginning', within: element});
      expect(portal.requests).to.have.length(0);
      await expectNoAxeViolations(element);
    });

    it('takes a single address and a poster', async () => {
      const element = await mount<HelpVideo>(
        html`<help-video src="/test/media/pattern-90.webm" poster="/test/media/pattern.jpg"></help-video>`,
      );
      await settled(element);
      await until(() => hasPoster(element), 'a poster');
      const video = await playAndPause(element);
      expect(queryByRole('button', {name: 'Captions', within: element})).to.be.undefined;
      expect(video.currentSrc).to.match(/pattern-90\.webm$/);
    });

    it('follows what is put into it', async () => {
      const element = await mount<HelpVideo>(html`<help-video><p>Own words.</p></help-video>`);
      await settled(element);
      expect(queryByRole('button', {within: element})).to.be.undefined;
      const source = document.createElement('source');
      source.src = '/test/media/pattern-90.webm';
      element.append(source);
      await findByRole('button', {name: 'Play the video', within: element});
      source.remove();
      await until(() => !queryByRole('button', {within: element}));
    });

    it('stands in for the topic’s, whose text it is shown with', async () => {
      say(portal);
      const element = await mountTopic();
      element.src = '/test/media/pattern-90.webm';
      await until(() => !queryByRole('button', {name: 'Transcript', within: element}));
      expect(textOf(element)).to.include('First paragraph.');
      const video = await playAndPause(element);
      expect(video.currentSrc).to.match(/pattern-90\.webm$/);
    });
  });
});
