/** A page worked by its keyboard alone: what has the focus is read, and nothing but keys moves it. */
import type {KeyInput} from 'puppeteer-core';
import type {Visit} from './stage.ts';

/** What has the focus, as assistive technology hears of it. */
export interface Focused {
  readonly role: string;
  readonly name: string;
  /** Of a field; the text of an option that is chosen, where the field is a select. */
  readonly value: string;
  /** Of a cell: the heading of its column. */
  readonly column: string;
}

/** So many stops are enough to come past all that one of the pages has. */
const MANY = 100;

export class Keyboard {
  readonly #visit: Visit;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  /** What has the focus now. */
  focused(): Promise<Focused> {
    return this.#visit.page.evaluate(describeFocus);
  }

  /** Presses a key, or several at once: `Control+a`. */
  async press(keys: string): Promise<void> {
    const {keyboard} = this.#visit.page;
    const held = keys.split('+') as KeyInput[];
    const last = held.pop();
    if (last === undefined) return;
    for (const key of held) await keyboard.down(key);
    await keyboard.press(last);
    for (const key of held.toReversed()) await keyboard.up(key);
  }

  async type(text: string): Promise<void> {
    await this.#visit.page.keyboard.type(text);
  }

  /** Goes on with Tab, or back with Shift and Tab, until an element with this role and name has the focus. */
  async tabTo(role: string, name: string | RegExp, {back = false} = {}): Promise<Focused> {
    const passed: string[] = [];
    while (passed.length < MANY) {
      await this.press(back ? 'Shift+Tab' : 'Tab');
      const focused = await this.focused();
      if (isMeant(focused, role, name)) return focused;
      passed.push(`${focused.role} "${focused.name}"`);
    }
    throw new Error(`No ${role} named ${String(name)} among the stops:\n${passed.join('\n')}`);
  }

  /** Waits until there is an element with this role and name, and goes to it. */
  async reach(role: string, name: string | RegExp, options: {back?: boolean} = {}): Promise<Focused> {
    await this.#visit.find(role, name);
    return this.tabTo(role, name, options);
  }

  /** Waits until the page itself has put the focus on an element with this role and name. */
  async arrive(role: string, name: string | RegExp): Promise<Focused> {
    return this.#visit.until(
      async () => {
        const focused = await this.focused();
        if (!isMeant(focused, role, name)) throw new Error(`it is at ${focused.role} "${focused.name}"`);
        return focused;
      },
      `the focus at ${role} ${String(name)}`,
    );
  }
}

function isMeant(focused: Focused, role: string, name: string | RegExp): boolean {
  if (focused.role !== role) return false;
  return typeof name === 'string' ? focused.name === name : name.test(focused.name);
}

/** Runs in the page; `startBrowser` switches the properties on. */
function describeFocus(): Focused {
  const oneLine = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const {computedRole = '', computedName = ''} = (element ?? {}) as {
    computedRole?: string;
    computedName?: string;
  };
  const heading = `[role="columnheader"][aria-colindex="${element?.ariaColIndex}"]`;
  const value =
    element instanceof HTMLSelectElement
      ? element.selectedOptions[0]?.textContent
      : element instanceof HTMLInputElement
        ? element.value
        : '';
  return {
    role: computedRole,
    name: oneLine(computedName),
    value: oneLine(value),
    column: oneLine(element?.closest('[role="grid"]')?.querySelector(heading)?.textContent),
  };
}
