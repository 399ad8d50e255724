import '../src/widgets/help-video/define.ts';
import '../src/widgets/portal-provider/define.ts';
import {
  expect,
  describe,
  it,
  mount,
  html,
  startPortal,
  getByRole,
  findByRole,
  textOf,
  until,
  user,
  drawn,
} from './support/index.ts';

const portal = await startPortal();

describe('help-video', () => {
  it('plays', async () => {
    const provider = await mount(html`
      <portal-provider .endpoint=${'/api/v1'} .getToken=${() => Promise.resolve('demo-customer')} locale="en">
        <help-video topic="purchase-order"></help-video>
      </portal-provider>
    `);
    await drawn(provider);
    const start = await findByRole('button', {name: /^Play the video/});
    expect(portal.requests.length).to.equal(1);
    await user.click(start);
    const pause = await findByRole('button', {name: 'Pause'});
    expect(pause).to.exist;
    const video = provider.querySelector('help-video')!.shadowRoot!.querySelector('video')!;
    await until(() => video.currentTime > 0.3);
    console.log('seekable', video.seekable.length, video.seekable.end(0), video.duration);
    video.currentTime = 9;
    await until(() => video.currentTime >= 9 && !video.seeking);
    console.log(textOf(provider));
  });
});
