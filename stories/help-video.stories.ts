import '../src/widgets/help-video/define.ts';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {getStorybookHelpers} from '@wc-toolkit/storybook-helpers';
import {html, render} from 'lit';
import type {HelpVideo} from '../src/widgets/help-video/help-video.ts';
import {found} from './found.ts';

const {argTypes, events, template} = getStorybookHelpers<HelpVideo>('help-video', {
  excludeCategories: ['cssParts', 'slots'],
});

const meta: Meta<HelpVideo> = {
  title: 'Widgets/help-video',
  component: 'help-video',
  argTypes,
  args: {topic: 'purchase-order'},
  render: (values) => template(values),
  parameters: {
    actions: {handles: events},
    docs: {
      description: {
        component: `Explains one topic: a text from the portal, and a video with captions, chapters and a transcript where there is one.

\`\`\`html
<help-video topic="purchase-order documents"></help-video>
\`\`\`

The first topic is shown that the portal knows. Nothing of the video but its poster is fetched before somebody presses play; the
player comes then, too. The keys are those of players that everybody knows, and are listed in the settings.`,
      },
    },
  },
};

export default meta;

type Story = StoryObj<HelpVideo>;

/** What a story is about, as prose above it. */
const about = (story: string) => ({docs: {description: {story}}});

const inside = (canvas: HTMLElement, selector: string) =>
  found(() => canvas.querySelector('help-video')?.shadowRoot?.querySelector<HTMLElement>(selector));

/** Presses play as far as a script may: a browser lets only a person start the sound. */
async function showPlayer(canvas: HTMLElement): Promise<void> {
  const button = await inside(canvas, '[part=play]');
  button.click();
  const video = await found(() =>
    canvas.querySelector('help-video')?.shadowRoot?.querySelector<HTMLVideoElement>('video'),
  );
  video.muted = true;
  video.pause();
  // The chapters have come last.
  await inside(canvas, '[aria-controls=chapters]');
  video.currentTime = 1;
  await inside(canvas, '[part=captions]');
}

export const Loaded: Story = {
  parameters: about('A topic with a video: text, poster, and what is said as text.'),
};

export const Player: Story = {
  play: ({canvasElement}) => showPlayer(canvasElement),
  parameters: about(
    'Controls, captions and marks between the chapters. Each sentence of the transcript leads to where it is said.',
  ),
};

export const Settings: Story = {
  play: async ({canvasElement}) => {
    await showPlayer(canvasElement);
    (await inside(canvasElement, '[aria-controls=settings]')).click();
    await inside(canvasElement, '[part=settings]');
  },
  parameters: about('Captions, quality and speed; speed and captions are remembered on the device.'),
};

export const Narrow: Story = {
  decorators: [
    (story) => {
      const phone = document.createElement('div');
      phone.style.maxInlineSize = '320px';
      render(story(), phone);
      return phone;
    },
  ],
  play: async ({canvasElement}) => {
    await showPlayer(canvasElement);
    (await inside(canvasElement, '[aria-controls=chapters]')).click();
    await inside(canvasElement, '[part=chapters]');
  },
  parameters: about(
    'Where there is little room chapters and settings unfold below the picture, and the transcript is folded at first.',
  ),
};

export const TextAlone: Story = {
  args: {topic: 'documents'},
  parameters: about('A topic without a video.'),
};

export const OwnVideo: Story = {
  args: {topic: undefined},
  render: () => html`
    <help-video heading="Our own film" poster="/media/create-purchase-order.jpg">
      <p>Any text, and a video that is the page’s own. No portal is needed for it.</p>
      <source src="/media/create-purchase-order-720.webm" type="video/webm" data-height="720" />
      <source src="/media/create-purchase-order-480.webm" type="video/webm" data-height="480" />
      <track kind="captions" src="/media/create-purchase-order.en.vtt" srclang="en" label="English" default />
      <track kind="chapters" src="/media/create-purchase-order.chapters.en.vtt" srclang="en" />
    </help-video>
  `,
  parameters: {
    portal: false,
    ...about('`src`, or `<source>` and `<track>` children, with text beside them.'),
  },
};

export const VideoFails: Story = {
  args: {endpoint: '/video-fails/api/v1'},
  play: async ({canvasElement}) => {
    (await inside(canvasElement, '[part=play]')).click();
    await inside(canvasElement, '[part=error]');
  },
  parameters: about('None of the files can be played: the text stays, and no broken player.'),
};

export const UnknownTopic: Story = {
  args: {topic: 'cooking'},
  parameters: about('The portal has nothing on it.'),
};

export const Loading: Story = {
  args: {endpoint: '/never/api/v1'},
  parameters: about('The room that the text will take.'),
};

export const Failed: Story = {
  args: {endpoint: '/server-error/api/v1'},
  parameters: about('After three tries: what happened, a reference, and a way to try again.'),
};

export const HostileTexts: Story = {
  args: {endpoint: '/hostile/api/v1'},
  parameters: about('Markup stays text, and a script is no address of a video.'),
};
