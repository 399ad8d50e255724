// Each of these runs in the page, and so stands alone.

/** The accessible name of an element, which the browser tells because it is started so, and whether the element is drawn. */
export function describe(element: Element): {name: string; isDrawn: boolean} {
  const {computedName} = element as Element & {computedName: string};
  return {name: computedName.replace(/\s+/g, ' ').trim(), isDrawn: element.checkVisibility()};
}

/** What scrolls when an element has to be seen. */
export function scrollerOf(element: Element): Element {
  const parentOf = (it: Element) =>
    it.assignedSlot ?? it.parentElement ?? (it.getRootNode() as ShadowRoot).host;
  for (let it = parentOf(element); it; it = parentOf(it)) {
    const canScroll = /auto|scroll/.test(getComputedStyle(it).overflowY) && it.scrollHeight > it.clientHeight;
    if (canScroll) return it;
  }
  return document.documentElement;
}

/** From where to where the scroller goes, so that an element's top is at a share of its height. */
export function wayTo(scroller: Element, element: Element, share: number): {from: number; to: number} {
  const isPage = scroller === document.documentElement;
  const start = isPage ? 0 : scroller.getBoundingClientRect().top;
  const from = scroller.scrollTop;
  const wanted = from + element.getBoundingClientRect().top - start - scroller.clientHeight * share;
  return {from, to: Math.min(Math.max(0, wanted), scroller.scrollHeight - scroller.clientHeight)};
}

/** Pastes a text into what has the focus, as the browser does. */
export function putText(text: string): void {
  let target: Element | null = document.activeElement;
  while (target?.shadowRoot?.activeElement) target = target.shadowRoot.activeElement;
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const paste = {clipboardData, bubbles: true, cancelable: true, composed: true};
  target?.dispatchEvent(new ClipboardEvent('paste', paste));
}
