import {stripVTControlCharacters} from 'node:util';

/** How much of an error is repeated: enough to know it again in the log. */
const errorLines = 8;

/** How much is repeated of a part that failed without a word that is known here. */
const lastLines = 15;

/**
 * What failed according to the output of a part, each with the file it is in, where that is said, and the first lines of its error;
 * the end of the output where nothing in it looks like that.
 */
export function failuresIn(output: string): string[] {
  const lines = stripVTControlCharacters(output).split('\n');
  // node:test marks failures as they come, and lists them with their errors after that.
  const list = lines.indexOf('✖ failing tests:');
  const found = list < 0 ? marked(lines, /^ ?[✗❌] /u) : marked(lines.slice(list + 1), /^✖ /);
  return found.length > 0 ? found : [tailOf(lines)];
}

function marked(lines: readonly string[], mark: RegExp): string[] {
  const found: string[] = [];
  let place: string | undefined;
  for (const [index, line] of lines.entries()) {
    if (/^(test at )?\S+\.test\.ts(:\d+:\d+|:)$/.test(line)) place = line;
    if (!mark.test(line)) continue;
    const rest = lines.slice(index + 1, index + 1 + errorLines);
    const end = rest.findIndex((each) => !/^\s+\S/.test(each));
    found.push(
      [...(place ? [place] : []), line.trim(), ...rest.slice(0, end < 0 ? undefined : end)].join('\n'),
    );
  }
  return found;
}

function tailOf(lines: readonly string[]): string {
  return lines
    .filter((line) => line.trim() !== '')
    .slice(-lastLines)
    .join('\n');
}
