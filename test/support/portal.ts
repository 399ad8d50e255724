import {startMockPortal} from '../../mocks/browser.ts';
import type {MockPortal} from '../../mocks/portal.ts';
import {beforeEach} from './mocha.ts';

let portal: Promise<MockPortal> | undefined;

/**
 * The mock portal, answering this page's requests to `/api/v1`. It is started once and is as new before each test. Call it at
 * the top of a test file: `const portal = await startPortal();`
 */
export async function startPortal(): Promise<MockPortal> {
  const running = await (portal ??= Promise.resolve(startMockPortal()));
  beforeEach(() => running.reset());
  return running;
}
