import {readPaste, readPasteStepwise} from '../../src/orders/paste.ts';
import {atOnce, inSlices, mapStepwise, type Stepwise} from '../../src/orders/slices.ts';
import {afterEach, describe, expect, it} from '../support/index.ts';

/** Keeps the page busy so many times for some milliseconds. */
function* busy(times: number): Stepwise<number> {
  for (let count = 0; count < times; count++) {
    const start = performance.now();
    while (performance.now() - start < 3);
    yield;
  }
  return times;
}

const known = Object.getOwnPropertyDescriptor(globalThis, 'scheduler');
afterEach(() => {
  if (known) Object.defineProperty(globalThis, 'scheduler', known);
});

/** How many messages the page has answered until work has ended. */
async function answers(work: Promise<unknown>): Promise<number> {
  let [count, isDone] = [0, false];
  const {port1, port2} = new MessageChannel();
  port1.addEventListener('message', () => {
    count++;
    if (!isDone) port2.postMessage(undefined);
  });
  port1.start();
  port2.postMessage(undefined);
  await work;
  isDone = true;
  port1.close();
  return count;
}

describe('work in slices', () => {
  it('comes to the same as at once', async () => {
    const rows = Array.from(
      {length: 2000},
      (_, index) => `A-${index}\t${index + 1}\t2030-01-0${1 + (index % 9)}`,
    );
    const text = ['Item\tQuantity\tDate', ...rows].join('\n');
    expect(await inSlices(readPasteStepwise(text, {at: 'item'}))).to.deep.equal(
      readPaste(text, {at: 'item'}),
    );
    expect(atOnce(mapStepwise([1, 2], (each) => each * 2))).to.deep.equal([2, 4]);
  });

  it('yields between them as the browser offers it', async () => {
    let count = 0;
    const scheduler = {yield: () => Promise.resolve(count++)};
    Object.defineProperty(globalThis, 'scheduler', {value: scheduler, configurable: true});
    await inSlices(busy(30));
    expect(count).to.be.greaterThan(2);
  });

  it('lets the page answer between them where the browser has no way of its own', async () => {
    Object.defineProperty(globalThis, 'scheduler', {value: undefined, configurable: true});
    expect(await answers(inSlices(busy(30)))).to.be.greaterThan(2);
  });

  it('ends where it is given up', async () => {
    const abort = new AbortController();
    const work = inSlices(busy(1000), abort.signal);
    abort.abort();
    expect(await work).to.equal(undefined);
  });

  it('fails as what is done in it', async () => {
    const failing = mapStepwise([1], () => {
      throw new Error('No');
    });
    const failed = await inSlices(failing).catch((thrown: unknown) => thrown);
    expect(failed).to.be.instanceOf(Error);
  });
});
