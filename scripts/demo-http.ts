/**
 * `npm run demo:http`: the built demo page on one origin, the mock portal as a real HTTP server on another.
 * `PORT` (5173) is the page's port, `PORTAL_PORT` (8787) the portal's.
 */
import {serve} from '../mocks/serve.ts';
import {serveDemo} from './serve-demo.ts';

try {
  const portal = await serve({port: Number(process.env.PORTAL_PORT ?? 8787), latency: 150});
  const demo = await serveDemo({
    endpoint: `${portal.origin}/api/v1`,
    port: Number(process.env.PORT ?? 5173),
  });
  console.log(`Demo page:   ${demo.url}\nMock portal: ${portal.origin}/api/v1`);
} catch (error) {
  // A port that is taken, or no build.
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
