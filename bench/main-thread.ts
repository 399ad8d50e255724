/** How long the page's own thread is busy at a stretch, as the browser's trace has it. */
import type {Page} from 'puppeteer-core';

/** The longest task of a piece of work, in milliseconds: by the clock, and what the processor spent on one. */
export interface LongestTask {
  readonly wall: number;
  readonly cpu: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds, as the durations are. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

const START = 'bench-start';
const END = 'bench-end';

/** Traces the page while `work` is done, and says what its longest task was. Shorter gaps are seen so than by `longtask`. */
export async function longestTask(page: Page, work: () => Promise<unknown>): Promise<LongestTask> {
  await page.tracing.start({categories: ['disabled-by-default-devtools.timeline', 'blink.user_timing']});
  await page.evaluate((name) => void performance.mark(name), START);
  await work();
  await page.evaluate((name) => void performance.mark(name), END);
  return longestIn(eventsOf(await page.tracing.stop()));
}

function eventsOf(trace: Uint8Array | undefined): readonly TraceEvent[] {
  const {traceEvents} = JSON.parse(new TextDecoder().decode(trace)) as {traceEvents: TraceEvent[]};
  return traceEvents;
}

function longestIn(events: readonly TraceEvent[]): LongestTask {
  const start = events.find(({name}) => name === START);
  const end = events.find(({name}) => name === END);
  if (!start || !end) throw new Error('The trace has no marks');
  const tasks = events.filter(
    ({name, pid, tid, ts}) =>
      name === 'RunTask' && pid === start.pid && tid === start.tid && ts >= start.ts && ts < end.ts,
  );
  if (tasks.length === 0) throw new Error('The trace has no tasks');
  const longest = (duration: (task: TraceEvent) => number | undefined) =>
    Math.max(...tasks.map((task) => duration(task) ?? 0)) / 1000;
  return {wall: longest(({dur}) => dur), cpu: longest(({tdur}) => tdur)};
}
