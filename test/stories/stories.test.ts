/** Every story, by name: it is drawn, plays, writes nothing to the console, and axe finds nothing in any of four modes. */
import assert from 'node:assert/strict';
import {after, describe, test} from 'node:test';
import {launchBrowser} from '../../scripts/browser.ts';
import {StoryPage, modes, type Mode} from './story-page.ts';
import {serveStorybook, type Entry} from './storybook.ts';

const sideBySide = 2;

const [storybook, browser] = await Promise.all([serveStorybook(), launchBrowser()]);
const pages = await Promise.all(
  Array.from({length: sideBySide}, () => StoryPage.open(browser, storybook.origin)),
);

after(async () => {
  await browser.close();
  await storybook.close();
});

async function withPage(use: (page: StoryPage) => Promise<void>): Promise<void> {
  const page = pages.pop();
  assert.ok(page, 'more tests at a time than pages');
  try {
    await use(page);
  } finally {
    pages.push(page);
  }
}

async function check(entry: Entry): Promise<void> {
  await withPage(async (page) => {
    await page.show(entry);
    const findings = await page.emptiness();
    for (const mode of Object.keys(modes) as Mode[]) {
      if (mode !== 'light') await page.change(mode);
      findings.push(...(await page.violations()).map((finding) => `axe, ${mode}: ${finding}`));
    }
    findings.push(...(await page.consoleOutput()).map((line) => `console ${line}`));
    if (findings.length > 0) assert.fail(findings.join('\n'));
  });
}

describe('stories', {concurrency: sideBySide}, () => {
  for (const entry of storybook.entries.filter(({type}) => type === 'story')) {
    test(`${entry.title}: ${entry.name}`, () => check(entry));
  }
});

describe('docs pages', {concurrency: sideBySide}, () => {
  for (const entry of storybook.entries.filter(({type}) => type === 'docs')) {
    test(`${entry.title}: ${entry.name}`, () =>
      withPage(async (page) => {
        await page.show(entry);
        assert.deepEqual(await page.consoleOutput(), []);
      }));
  }
});
