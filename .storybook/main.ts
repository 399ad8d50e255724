import type {StorybookConfig} from '@storybook/web-components-vite';
import {mergeConfig} from 'vite';
import {mockServiceWorker} from '../mocks/worker-file.ts';

const config: StorybookConfig = {
  framework: {
    name: '@storybook/web-components-vite',
    // The configuration at the top builds the library.
    options: {builder: {viteConfigPath: '.storybook/vite.config.ts'}},
  },
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  staticDirs: [{from: '../mocks/media', to: '/media'}],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
  viteFinal: (vite) =>
    mergeConfig(vite, {
      logLevel: 'warn',
      plugins: [mockServiceWorker()],
      // Storybook's own parts; nobody waits for them over a network.
      build: {chunkSizeWarningLimit: 4_000},
      // A helper imports it for Node and does not use it in the browser.
      resolve: {alias: [{find: /^path$/, replacement: 'data:text/javascript,export default {}'}]},
    }),
};

export default config;
