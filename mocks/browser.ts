import {setupWorker} from 'msw/browser';
import {createMockPortal, type MockPortal, type MockPortalOptions} from './portal.ts';

export interface StartOptions extends MockPortalOptions {
  /** Address of MSW's worker script; `/mockServiceWorker.js` unless told. */
  worker?: string;
  /** Part of the site that the worker is for; needed where the script lies deeper than the page. */
  scope?: string;
}

export interface StartedMockPortal extends MockPortal {
  /** Requests reach the network again. */
  stop(): Promise<void>;
}

/** Starts the portal in the page: every request to `…/api/v1/…` is answered by it, everything else goes to the network. */
export async function startMockPortal(options: StartOptions = {}): Promise<StartedMockPortal> {
  const {worker: url = '/mockServiceWorker.js', scope, ...portalOptions} = options;
  const portal = createMockPortal(portalOptions);
  const worker = setupWorker(...portal.handlers);
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: {url, ...(scope === undefined ? {} : {options: {scope}})},
  });
  return Object.assign(portal, {
    stop: async () => {
      portal.letGo();
      await worker.stop();
    },
  });
}
