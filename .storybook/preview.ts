import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import {setStorybookHelpersConfig} from '@wc-toolkit/storybook-helpers';
import {html} from 'lit';
import {setupWorker} from 'msw/browser';
import {mswLoader} from 'msw-storybook-addon/csf3';
import manifest from '../custom-elements.json' with {type: 'json'};
import {createMockPortal} from '../mocks/portal.ts';
import '../src/widgets/portal-provider/define.ts';

setCustomElementsManifest(manifest);
setStorybookHelpersConfig({});

const portal = createMockPortal();

/** What a story may say of itself in `parameters`. */
interface StoryParameters {
  /** Who is signed in; `false`: there is no portal at all. */
  portal?: {user: 'demo-customer' | 'demo-vendor' | 'demo-3pl' | 'demo-host' | 'nobody'} | false;
  /** A part of what the story writes to the console on purpose; read by test/stories. */
  complaint?: string;
}

const preview: Preview = {
  globalTypes: {
    theme: {
      description: 'Colours of the page',
      toolbar: {
        icon: 'contrast',
        items: [
          {value: 'light', title: 'Light'},
          {value: 'dark', title: 'Dark'},
        ],
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Direction of the page',
      toolbar: {
        icon: 'transfer',
        items: [
          {value: 'ltr', title: 'Left to right'},
          {value: 'rtl', title: 'Right to left'},
        ],
        dynamicTitle: true,
      },
    },
    locale: {
      description: 'Language of the page',
      toolbar: {
        icon: 'globe',
        items: [
          {value: 'en', title: 'English'},
          {value: 'de', title: 'Deutsch'},
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: {theme: 'light', direction: 'ltr', locale: 'en'},
  tags: ['autodocs'],
  loaders: [
    // A story chooses a scenario by its endpoint: /empty/api/v1, /slow/api/v1, …
    mswLoader(async () => {
      const worker = setupWorker(...portal.handlers);
      await worker.start({quiet: true, onUnhandledFrame: 'bypass'});
      return worker;
    }),
    ({viewMode}) => {
      // A docs page shows many stories beside each other.
      if (viewMode === 'story') portal.reset();
    },
  ],
  decorators: [
    (story, {globals, parameters}) => {
      const {theme, direction, locale} = globals as {theme: string; direction: string; locale: string};
      Object.assign(document.documentElement, {lang: locale, dir: direction});
      document.documentElement.style.colorScheme = theme;
      const {portal: signedIn} = parameters as StoryParameters;
      const widget = story();
      return html`
        <div class="host-page">
          ${
            signedIn
              ? html`
                  <portal-provider
                    endpoint="/api/v1"
                    .locale=${locale}
                    .getToken=${() => Promise.resolve(signedIn.user)}
                  >
                    ${widget}
                  </portal-provider>
                `
              : widget
          }
        </div>
      `;
    },
  ],
  parameters: {
    portal: {user: 'demo-customer'},
    layout: 'fullscreen',
    controls: {expanded: true},
    options: {
      storySort: {
        order: [
          'Widgets',
          [
            'document-list',
            'order-upload',
            'purchase-order-editor',
            ['Order', 'Lines', 'Paste', 'Drafts', 'Repeat'],
          ],
        ],
      },
    },
    a11y: {options: {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}},
  },
};

export default preview;
