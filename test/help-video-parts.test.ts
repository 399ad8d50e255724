import {mountOwn, videoOf} from './help-video-page.ts';
import {
  blockRequests,
  describe,
  expect,
  findByText,
  getByRole,
  it,
  textOf,
  until,
  user,
} from './support/index.ts';

describe('help-video', () => {
  it('keeps its text where the player cannot be loaded, and tries again', async () => {
    const element = await mountOwn();
    await blockRequests('*/help-video/player.ts*');
    await user.click(getByRole('button', {name: /^Play the video/, within: element}));
    await findByText('The player could not be loaded.', {within: element});
    expect(textOf(element)).to.include('Own words.');
    await blockRequests();
    await user.click(getByRole('button', {name: 'Try again', within: element}));
    // Nobody has to press play once more.
    await until(() => (videoOf(element)?.currentTime ?? 0) > 0, 'a moving picture');
  });
});
