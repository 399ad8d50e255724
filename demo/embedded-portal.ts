import {startMockPortal, type StartedMockPortal} from '../mocks/browser.ts';

const workerUrl = '/mockServiceWorker.js';

/** Starts the mock portal inside this page, where it answers at /api/v1. */
export async function startEmbeddedPortal(): Promise<StartedMockPortal> {
  if (!('serviceWorker' in navigator)) {
    throw new Error(
      'A mock portal inside the page needs a service worker: open the page by https: or on localhost.',
    );
  }
  // To a page with Trusted Types the address of MSW's worker is code. This lets MSW pass that one address and nothing else.
  window.trustedTypes?.createPolicy('default', {createScriptURL: (url) => (url === workerUrl ? url : null)});
  return startMockPortal({latency: 150});
}

declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: {createScriptURL: (url: string) => string | null}): unknown;
    };
  }
}
