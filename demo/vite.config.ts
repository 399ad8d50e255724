import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {defineConfig, type Plugin} from 'vite';
import {mediaAnswer} from '../mocks/media-files.ts';
import {mockServiceWorker} from '../mocks/worker-file.ts';
import {contentSecurityPolicy, withEndpoint} from './csp.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const source = fileURLToPath(new URL('../src', import.meta.url));

/** A portal of your own instead of the mock portal in the page: `PORTAL_ENDPOINT=https://portal.example/api/v1 npm start`. */
const endpoint = process.env.PORTAL_ENDPOINT ?? 'embedded';

/** The videos of the mock portal's help; scripts/serve-demo.ts serves those of the built page itself. */
function media(): Plugin {
  return {
    name: 'media',
    configureServer(server) {
      server.middlewares.use('/media/', (request, response, next) => {
        mediaAnswer((request.url ?? '').split('?')[0] ?? '', request.headers.range).then(
          ({status, headers, body}) => response.writeHead(status, headers).end(body),
          next,
        );
      });
    },
  };
}

/** Puts the demo's bar above each page. */
function demoBar(): Plugin {
  const read = () => readFile(new URL('./demo-bar.html', import.meta.url), 'utf8');
  return {
    name: 'demo-bar',
    transformIndexHtml: {
      order: 'pre',
      handler: async (html) => {
        const bar = await read();
        return html.replace('<!-- demo-bar.html -->', () => bar);
      },
    },
  };
}

// `vite` serves the page with the library's sources. `vite build` makes dist-demo/ with the built library from dist/, found
// by the package's own name as a company's bundler would find it; scripts/serve-demo.ts serves that.
export default defineConfig(({command}) => ({
  root,
  publicDir: false,
  cacheDir: '../node_modules/.vite-demo',
  plugins: [
    mockServiceWorker(),
    demoBar(),
    media(),
    {name: 'portal-endpoint', apply: 'serve', transformIndexHtml: (html) => withEndpoint(html, endpoint)},
  ],
  resolve: {
    // Without "development": the page shows what a company's visitors get, with nothing to say on the console.
    conditions: ['module', 'browser'],
    alias:
      command === 'serve'
        ? [
            {find: /^partner-portal-widgets$/, replacement: `${source}/index.ts`},
            {find: /^partner-portal-widgets\/(.+)\.js$/, replacement: `${source}/widgets/$1/define.ts`},
          ]
        : [],
  },
  server: {
    headers: {'Content-Security-Policy': contentSecurityPolicy({endpoint})},
  },
  build: {
    target: 'es2022',
    // Left as it is: what stands in for light-dark() in older browsers cannot follow a script that sets color-scheme.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {input: ['index.html', 'portal.html'].map((name) => `${root}${name}`)},
    outDir: '../dist-demo',
    emptyOutDir: true,
    modulePreload: {polyfill: false},
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
}));
