import {Sources} from '../../src/widgets/help-video/sources.ts';
import {videoOfTopic} from '../../src/widgets/help-video/video.ts';
import {pattern} from '../help-video-page.ts';
import {describe, expect, it} from '../support/index.ts';

const file = (src: string, height?: number) => ({
  src,
  type: src.endsWith('mp4') ? 'video/mp4' : 'video/webm',
  height,
});
const files = [file('720.mp4', 720), file('720.webm', 720), file('480.webm', 480)];
const all = () => true;

describe('help-video: which file is played', () => {
  it('is the first one that the browser can play', () => {
    expect(new Sources(files, all).current?.src).to.equal('720.mp4');
    expect(new Sources(files, (type) => type === 'video/webm').current?.src).to.equal('720.webm');
    expect(new Sources(files, () => false).current).to.be.undefined;
    expect(new Sources([{src: 'film', type: '', height: undefined}], () => false).current?.src).to.equal(
      'film',
    );
  });

  it('is the next one of its height after a failure, else one of another height, until there is none', () => {
    const sources = new Sources(files, all);
    expect(sources.fail()?.src).to.equal('720.webm');
    expect(sources.heights).to.deep.equal([720, 480]);
    expect(sources.fail()?.src).to.equal('480.webm');
    expect(sources.heights, 'no choice').to.deep.equal([]);
    expect(sources.fail()).to.be.undefined;
  });

  it('is the one that was chosen', () => {
    const sources = new Sources([...files, file('1080.webm', 1080)], all);
    expect(sources.heights).to.deep.equal([1080, 720, 480]);
    expect(sources.choose(480)?.src).to.equal('480.webm');
    expect(sources.choose(360)?.src).to.equal('480.webm');
  });
});

describe('help-video: addresses', () => {
  const endpoint = 'https://portal.example/api/v1';
  const sourceAt = (src: string) =>
    videoOfTopic({...pattern, video: {sources: [{src, type: 'video/webm'}], tracks: []}}, endpoint)
      ?.sources[0]?.src;

  it('are relative to the endpoint', () => {
    expect(sourceAt('help/film.webm')).to.equal('https://portal.example/api/v1/help/film.webm');
    expect(sourceAt('/media/film.webm')).to.equal('https://portal.example/media/film.webm');
    expect(sourceAt('//cdn.example/film.webm')).to.equal('https://cdn.example/film.webm');
    expect(sourceAt('http://cdn.example/film.webm')).to.equal('http://cdn.example/film.webm');
  });

  it('are not asked for where they are something else', () => {
    for (const src of [
      'javascript:alert(1)',
      'data:video/webm;base64,AA',
      'file:///etc/passwd',
      'http://[',
      '',
    ])
      expect(sourceAt(src), src).to.be.undefined;
  });

  it('of tracks that are of no use are left out', () => {
    const given = {srclang: 'en', label: '', src: 'a.vtt'};
    const tracks = [
      {...given, kind: 'captions'},
      {...given, kind: 'descriptions'},
      {...given, kind: 'chapters', src: 'javascript:alert(1)'},
    ];
    const video = videoOfTopic({...pattern, video: {sources: pattern.video.sources, tracks}}, endpoint);
    expect(video?.tracks.map(({kind, label}) => [kind, label])).to.deep.equal([['captions', 'en']]);
  });
});
