import {fileWorker, readTable} from '../../../src/orders/files/file-reader.ts';
import {allowsWorker} from '../../../src/ui/worker.ts';
import {before, describe, expect, it} from '../../support/index.ts';
import {contentOf, problemOf, workbook} from './workbook.ts';

const lines = Array.from({length: 4_000}, (_, index) => `A-${index},${index},${'a note '.repeat(20)}`);
const csv = new Blob([['item,quantity,note', ...lines].join('\n')]);

/** Starts the worker, and keeps what it says. */
function watched(): {startWorker: () => Worker; messages: {type: string; rows?: unknown[]}[]} {
  const messages: {type: string; rows?: unknown[]}[] = [];
  const startWorker = () => {
    const worker = fileWorker();
    worker.addEventListener('message', ({data}) => messages.push(data as {type: string}));
    return worker;
  };
  return {startWorker, messages};
}

// The server makes the worker's modules when they are first asked for, which may take longer than a reader waits.
before(
  () =>
    new Promise<void>((resolve, reject) => {
      const worker = fileWorker();
      worker.addEventListener('error', () => reject(new Error('The worker does not load.')));
      worker.addEventListener('message', () => {
        worker.terminate();
        resolve();
      });
    }),
);

describe('reading a file in a worker', () => {
  it('comes to the same as without one, texts and workbooks alike', async () => {
    const rows = `<row r="2"><c><f>1</f><v>1</v></c><c r="C2"><v>2.5</v></c></row>`;
    const xlsx = new Blob([
      await workbook({rows, behind: '<mergeCells><mergeCell ref="C2:D2"/></mergeCells>'}),
    ]);
    for (const file of [csv, xlsx, new Blob(['a,"b'])]) {
      const {startWorker, messages} = watched();
      const result = await readTable(file, {startWorker});
      expect(messages.at(-1)?.type).to.equal('result');
      expect(result).to.deep.equal(await readTable(file));
    }
  });

  it('gives the page no more rows at once than it takes without a pause, and says how far it is', async () => {
    const {startWorker, messages} = watched();
    const shares: number[] = [];
    const result = await readTable(csv, {startWorker, onProgress: (share) => shares.push(share)});
    expect(contentOf(result).rows).to.have.length(4_001);
    const sizes = messages.flatMap(({rows}) => (rows ? [rows.length] : []));
    expect(Math.max(...sizes)).to.equal(500);
    expect(shares.length).to.be.greaterThan(2);
    expect(shares).to.deep.equal(shares.toSorted((a, b) => a - b));
  });

  it('does without one that cannot be made, does not load, or fails', async () => {
    const rows = contentOf(await readTable(csv)).rows;
    const starts: (() => Worker | undefined)[] = [
      () => undefined,
      () => {
        throw new DOMException('No', 'SecurityError');
      },
      () => new Worker('/package.json', {type: 'module'}),
      () => {
        const worker = fileWorker();
        worker.postMessage = () =>
          worker.dispatchEvent(new MessageEvent('message', {data: {type: 'failed'}}));
        return worker;
      },
    ];
    for (const startWorker of starts) {
      expect(contentOf(await readTable(csv, {startWorker})).rows).to.deep.equal(rows);
    }
  });

  it('ends where it is given up, and so does the worker', async () => {
    const abort = new AbortController();
    let worker: Worker | undefined;
    let isEnded = false;
    const startWorker = () => {
      worker = fileWorker();
      worker.terminate = () => {
        isEnded = true;
        Worker.prototype.terminate.call(worker);
      };
      return worker;
    };
    const reading = readTable(csv, {startWorker, signal: abort.signal, onProgress: () => abort.abort()});
    expect(await reading.catch((error: unknown) => error)).to.equal(abort.signal.reason);
    expect(isEnded).to.equal(true);
    const again = readTable(csv, {signal: abort.signal}).catch((error: unknown) => error);
    expect(await again).to.equal(abort.signal.reason);
  });
});

describe('reading a file in slices', () => {
  it('ends where it is given up', async () => {
    for (const file of [
      csv,
      new Blob([await workbook({rows: '<row><c><v>1</v></c></row>'.repeat(4_000)})]),
    ]) {
      const abort = new AbortController();
      const reading = readTable(file, {signal: abort.signal, onProgress: () => abort.abort()});
      expect(await reading.catch((error: unknown) => error)).to.equal(abort.signal.reason);
    }
  });

  it('is given up even where one slice is all of it', async () => {
    const abort = new AbortController();
    const reading = readTable(new Blob(['item,quantity\nA-1,2']), {signal: abort.signal});
    abort.abort();
    expect(await reading.catch((error: unknown) => error)).to.equal(abort.signal.reason);
  });

  it('never loads what reads workbooks for a text', async () => {
    const loadXlsx = () => Promise.reject(new Error('It was loaded.'));
    expect((await readTable(csv, {loadXlsx})).status).to.equal('read');
    expect(problemOf(await readTable(new Blob(['%PDF-1.7']), {loadXlsx})).code).to.equal('pdf');
  });

  it('fails as the file does that cannot be opened', async () => {
    const file = new File(['a,b'], 'order.csv');
    file.arrayBuffer = () => Promise.reject(new DOMException('Changed', 'NotReadableError'));
    const error = await readTable(file).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('name', 'NotReadableError');
  });
});

describe('a page', () => {
  it('allows a worker of its own origin', () => {
    expect(allowsWorker(import.meta.url)).to.equal(true);
    expect(allowsWorker('https://elsewhere.example/file-reader.js')).to.equal(false);
  });

  it('allows none where it takes trusted types only, and hears of no violation', async () => {
    const frame = document.createElement('iframe');
    const module = new URL('../../../src/ui/worker.ts', import.meta.url).href;
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types lit-html">
      <body><script type="module">
        let violations = 0;
        document.addEventListener('securitypolicyviolation', () => violations++);
        const {allowsWorker} = await import('${module}');
        const isAllowed = allowsWorker('${module}');
        // A violation is told in a task of its own, before a frame that comes later.
        const other = document.createElement('iframe');
        other.addEventListener('load', () => parent.postMessage({isAllowed, violations, origin: location.origin}));
        other.src = '/worker-keeper.html';
        document.body.append(other);
      </script>`;
    const told = new Promise<unknown>((resolve) => {
      window.addEventListener('message', ({data}) => resolve(data), {once: true});
    });
    document.body.append(frame);
    const data = await told;
    frame.remove();
    expect(data).to.include({isAllowed: false, violations: 0});
  });
});
