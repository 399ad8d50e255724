/**
 * `npm run readme`: writes the hash of the built one-file build and the measured sizes into README.md.
 * `-- --check` fails when they are stale. Both need `npm run build` and `npm run sizes -- --update` before.
 */
import {readFile} from 'node:fs/promises';
import {format, resolveConfig} from 'prettier';
import {main, writeOrCheck} from './generated.ts';

await main(async () => {
  const hashes = JSON.parse(await readFile('dist/cdn/sri.json', 'utf8')) as Record<string, string>;
  const sizes = JSON.parse(await readFile('sizes.json', 'utf8')) as Record<string, {bytes: number}>;
  let text = await readFile('README.md', 'utf8');
  text = replace(
    text,
    'integrity',
    `\`\`\`html
<script
  type="module"
  src="https://your.example/portal-widgets.js"
  integrity="${hashes['portal-widgets.js'] ?? ''}"
  crossorigin="anonymous"
></script>
\`\`\``,
  );
  const rows = Object.entries(sizes).map(
    ([name, {bytes}]) => `| \`${name}\` | ${(bytes / 1000).toFixed(1)} |`,
  );
  text = replace(text, 'sizes', ['| A page that loads | KB, brotli |', '| --- | --: |', ...rows].join('\n'));
  const style = await resolveConfig('README.md');
  await writeOrCheck('README.md', await format(text, {...style, parser: 'markdown'}), 'npm run readme');
});

/** Puts `content` between the two comments of that name. */
function replace(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`README.md has no ${start} … ${end}`);
  return `${before}${start}\n\n${content}\n\n${end}${after}`;
}
