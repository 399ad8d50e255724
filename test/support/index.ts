/** All that a test in the browser needs. */
import './own-device.ts';
export {expect} from '@open-wc/testing/pure';
export {html, nothing} from 'lit';
export {expectNoAxeViolations} from './axe.ts';
export {blockRequests, emulateMedia, setViewport} from './browser.ts';
export {focusedElement} from './flat-tree.ts';
export {after, afterEach, before, beforeEach, describe, it} from './mocha.ts';
export {drawn, mount} from './mount.ts';
export {heldAnswer, startPortal} from './portal.ts';
export {nextPrint} from './print.ts';
export * from './queries.ts';
export {nextEvent, until} from './until.ts';
export {user} from './user.ts';
export {expectComplaint} from './watch.ts';
