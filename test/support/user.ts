import * as browser from './browser.ts';
import {elementAt, flatContains, focusedElement} from './flat-tree.ts';
import {until} from './until.ts';

/** What a person does with mouse and keyboard; real input of the browser, not events made up in the page. */
export const user = {
  /**
   * Clicks the middle of an element. Rejects where something else lies over it. Between looking and clicking, what arrives from
   * the portal may move the element away: then it clicks again, as a person does.
   */
  async click(element: Element): Promise<void> {
    for (let attempt = 0; attempt < 3; attempt++) {
      const point = await pointOn(element);
      const hit = watchForHit(element);
      await browser.click(point);
      if (hit()) return;
    }
    throw new Error(`${describe(element)} moved away from three clicks`);
  },

  /** Types at the end of what the field holds. */
  async type(field: HTMLElement, text: string): Promise<void> {
    await focus(field);
    await browser.press('End');
    await browser.type(text);
  },

  /** Types in place of what the field holds; an empty text clears it. */
  async fill(field: HTMLElement, text: string): Promise<void> {
    await focus(field);
    if (field instanceof HTMLInputElement && ['date', 'time', 'month'].includes(field.type)) {
      // The segments of these fields take keys in the order of the browser's locale.
      field.value = text;
      field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      field.dispatchEvent(new Event('change', {bubbles: true}));
      return;
    }
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
    if (text === '') await browser.press('Delete');
    else await browser.type(text);
  },

  /** Chooses an option of a `<select>` by its text. The list of options is drawn by the system, out of reach of tests. */
  select(field: HTMLSelectElement, text: string): void {
    const option = [...field.options].find((candidate) => candidate.label === text);
    if (!option)
      throw new Error(`No option "${text}" in: ${[...field.options].map(({label}) => label).join(', ')}`);
    field.focus();
    field.value = option.value;
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    field.dispatchEvent(new Event('change', {bubbles: true}));
  },

  /** Pastes into what has the focus, in each of the formats given: `{'text/plain': 'A-1\t5'}`. */
  paste(formats: Record<string, string>): void {
    const clipboardData = new DataTransfer();
    for (const [format, text] of Object.entries(formats)) clipboardData.setData(format, text);
    const target = focusedElement() ?? document.body;
    target.dispatchEvent(
      new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true, composed: true}),
    );
  },

  /** Presses keys: `Enter`, `Escape`, `ArrowDown`, `Shift+Tab`, `Control+a`. */
  press: browser.press,

  /** Types into what has the focus. */
  keys: browser.type,
};

async function focus(field: HTMLElement): Promise<void> {
  if (focusedElement() !== field) await user.click(field);
  await until(
    () => focusedElement() === field || field.contains(focusedElement()),
    `focus on ${describe(field)}`,
  );
}

/**
 * Hears whether the next press of the mouse meets an element, and its release, too: where the element moves away in between, no
 * click reaches it. A disabled control hears nothing, so its clicks always count; so does a press that takes the element away.
 */
function watchForHit(element: Element): () => boolean {
  const targets = new Set<EventTarget>([element, ...labels(element)]);
  const hits = new Set<string>();
  const events = ['pointerdown', 'click'];
  const onEvent = (event: Event): void => {
    if (event.composedPath().some((target) => targets.has(target))) hits.add(event.type);
  };
  for (const type of events) window.addEventListener(type, onEvent, {capture: true});
  return () => {
    for (const type of events) window.removeEventListener(type, onEvent, {capture: true});
    if (element.matches(':disabled')) return true;
    return hits.has('pointerdown') && (hits.has('click') || element.getClientRects().length === 0);
  };
}

async function pointOn(element: Element): Promise<{x: number; y: number}> {
  return until(
    () => {
      element.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
      const {x, y, width, height} = visibleBox(element);
      if (width === 0 || height === 0) throw new Error(`${describe(element)} is not drawn`);
      const point = {x: x + width / 2, y: y + height / 2};
      const top = elementAt(point.x, point.y);
      if (
        !top ||
        !(flatContains(element, top) || labels(element).some((label) => flatContains(label, top)))
      ) {
        throw new Error(`${top ? describe(top) : 'the edge of the page'} lies over ${describe(element)}`);
      }
      return point;
    },
    `a point to click on ${describe(element)}`,
    2_000,
  );
}

function visibleBox(element: Element): DOMRect {
  // An inline element may be drawn in several boxes whose common middle is in none of them.
  return element.getClientRects()[0] ?? element.getBoundingClientRect();
}

function labels(element: Element): Element[] {
  return element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
}

function describe(element: Element): string {
  const {tagName, id, className} = element;
  return `<${tagName.toLowerCase()}${id ? ` id="${id}"` : ''}${className ? ` class="${String(className)}"` : ''}>`;
}
