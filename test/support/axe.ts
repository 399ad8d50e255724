import 'axe-core/axe.min.js';
import type axeCore from 'axe-core';
import {emulateMedia} from './browser.ts';

/** The rules that count: all of WCAG 2.2 A and AA. */
const wcagTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Throws what axe finds in an element, shadow roots included, as sentences with the place of each. */
export async function expectNoAxeViolations(element: Element = document.body): Promise<void> {
  const {axe} = globalThis as unknown as {axe: typeof axeCore};
  // Colours that are still on their way have no contrast that anybody could vouch for.
  await emulateMedia({reducedMotion: 'reduce'});
  const {violations} = await axe.run(element, {
    runOnly: wcagTags,
    resultTypes: ['violations'],
    preload: false,
  });
  if (violations.length === 0) return;
  const lines = violations.flatMap(({id, help, nodes}) => {
    return nodes.map(
      ({target, html, failureSummary = ''}) =>
        `${id}: ${help}\n  ${target.flat().join(' > ')}\n  ${html}\n  ${failureSummary.replaceAll('\n', '\n  ')}`,
    );
  });
  throw new Error(`axe found:\n${lines.join('\n')}`);
}
