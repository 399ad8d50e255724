import {version} from './version.ts';

const versions = Symbol.for('partner-portal-widgets/versions');
const holder = globalThis as {[versions]?: {first: string; warned: boolean}};

/**
 * Registers an element unless its name is taken. Where another copy of the library was first, that copy serves the page,
 * and one warning names both versions.
 */
export function define(name: string, element: CustomElementConstructor): void {
  const known = (holder[versions] ??= {first: version, warned: false});
  const present = customElements.get(name);
  if (!present) {
    customElements.define(name, element);
  } else if (present !== element && !known.warned) {
    known.warned = true;
    console.warn(
      `partner-portal-widgets ${version} was loaded after ${known.first}; the elements of ${known.first} stay in use.`,
    );
  }
}
