import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {browserFlags, findBrowser} from '../scripts/browser.ts';
import {lineReporter} from './support/reporter.ts';
import {commands, keepWorker, media, serving, watching} from './support/server.ts';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

/** A page runs many files, and its history is full after fifty entries: then going back goes too far. */
async function forgetHistory(page) {
  const devtools = await page.createCDPSession();
  const goto = page.goto.bind(page);
  page.goto = async (url, options) => {
    const response = await goto(url, options);
    if (url === 'about:blank') await devtools.send('Page.resetNavigationHistory');
    return response;
  };
}

export default {
  rootDir,
  files: ['test/**/*.test.ts', '!test/{e2e,node,stories}/**'],
  concurrency: 2,
  nodeResolve: {exportConditions: ['browser', 'development'], browser: true},
  middleware: [media],
  plugins: [
    watching(),
    esbuildPlugin({ts: true, tsconfig: `${rootDir}tsconfig.json`, target: 'es2022'}),
    serving(),
    commands(),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: {executablePath: await findBrowser(), args: await browserFlags()},
      createBrowserContext: ({browser, config}) => keepWorker(browser, config),
      async createPage({context}) {
        // A tab behind another one draws a frame a second: nothing in it scrolls.
        const page = await context.newPage({type: 'window'});
        // Two pages run side by side; each must think that it has the focus.
        await page.emulateFocusedPage(true);
        await forgetHistory(page);
        // Whoever leaves while something is being sent is asked; here the next file is to come.
        page.on('dialog', (dialog) => void dialog.accept());
        return page;
      },
    }),
  ],
  reporters: process.stdout.isTTY
    ? [defaultReporter()]
    : [defaultReporter({reportTestProgress: false}), lineReporter()],
  testFramework: {config: {timeout: 40_000}},
  // Warnings and errors fail their test, with their text.
  filterBrowserLogs: ({type}) => type !== 'warn' && type !== 'error',
  testsFinishTimeout: 5 * 60_000,
  // Lit's note that this is its development build is no news to a test.
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="en">
      <head>
        <title>Tests</title>
        <script src="/test/support/complaints.ts"></script>
      </head>
      <body>
        <script>globalThis.litIssuedWarnings = new Set(['dev-mode']);</script>
        <script type="module" src="${framework}"></script>
      </body>
    </html>`,
};
