/** The children of an element as they are drawn: those of its shadow root, what is assigned to a slot. */
export function flatChildren(element: Element): Element[] {
  if (element.shadowRoot) return [...element.shadowRoot.children];
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedElements();
    return assigned.length > 0 ? assigned : [...element.children];
  }
  return [...element.children];
}

/** The parent of an element as it is drawn. */
export function flatParent(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** Whether an element is inside another, through shadow roots. */
export function flatContains(outer: Element, inner: Element): boolean {
  for (let element: Element | null = inner; element; element = flatParent(element)) {
    if (element === outer) return true;
  }
  return false;
}

/** The element at a point of the viewport, through shadow roots. */
export function elementAt(x: number, y: number): Element | null {
  let element = document.elementFromPoint(x, y);
  while (element?.shadowRoot) {
    const inner = element.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === element) break;
    element = inner;
  }
  return element;
}

/** The focused element, through shadow roots. */
export function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
