import {startMockPortal} from '../../mocks/browser.ts';
import type {MockPortal} from '../../mocks/portal.ts';
import {beforeEach} from './mocha.ts';

/** Something that the test decides the moment of: `portal.faults.add({kind: 'delay', until: answer.isDue})`, then `answer.send()`. */
export function heldAnswer(): {isDue: Promise<void>; send(): void} {
  let send = (): void => {};
  const isDue = new Promise<void>((resolve) => (send = resolve));
  return {isDue, send};
}

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
