/** What runs in the page. Each function is sent there as its text: it may use nothing from around it. */

/** Times every key from its event to the end of the frame after it. */
export function startTimer(): void {
  const times: number[] = [];
  const isListening = 'benchTimes' in globalThis;
  Object.assign(globalThis, {benchTimes: times});
  if (isListening) return;
  addEventListener(
    'keydown',
    ({timeStamp}) => {
      requestAnimationFrame(() => {
        // After the frame's style, layout and paint.
        const {port1, port2} = new MessageChannel();
        const note = () =>
          (globalThis as unknown as {benchTimes: number[]}).benchTimes.push(performance.now() - timeStamp);
        port1.addEventListener('message', note, {once: true});
        port1.start();
        port2.postMessage('');
      });
    },
    {capture: true},
  );
}

/** The times so far, in milliseconds. */
export function takeTimes(): number[] {
  return (globalThis as unknown as {benchTimes: number[]}).benchTimes;
}

/** Pastes text where the focus is, and waits until so many rows are there and drawn; undefined: they do not come. */
export async function pasteRows(text: string, count: number): Promise<number | undefined> {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const grid = document.querySelector('purchase-order-editor')?.shadowRoot?.querySelector('[role="grid"]');
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const start = performance.now();
  focused?.dispatchEvent(
    new ClipboardEvent('paste', {clipboardData, bubbles: true, composed: true, cancelable: true}),
  );
  const hasCome = () => Number(grid?.getAttribute('aria-rowcount')) > count;
  do {
    if (performance.now() - start > 20_000) return undefined;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  } while (!hasCome());
  return performance.now() - start;
}

/** Scrolls what scrolls in the editor for sixty frames, and says how long each took. */
export async function frameTimes(): Promise<number[]> {
  const scrollers = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.scrollHeight > element.clientHeight + 200 && element.clientHeight > 100 ? [element] : []),
      ...(element.shadowRoot ? scrollers(element.shadowRoot) : []),
    ]);
  const [tallest = document.documentElement] = scrollers(document).toSorted(
    (a, b) => b.scrollHeight - a.scrollHeight,
  );
  const times: number[] = [];
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  let last = await frame();
  for (let count = 0; count < 60; count++) {
    tallest.scrollTop += 400;
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  return times;
}

/** How many elements the editor has in its shadow roots. */
export function countElements(): number {
  const count = (root: ParentNode): number =>
    [...root.querySelectorAll('*')].reduce(
      (sum, element) => sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0),
      0,
    );
  const root = document.querySelector('purchase-order-editor')?.shadowRoot;
  return root ? count(root) : 0;
}
