import {fixture, fixtureCleanup} from '@open-wc/testing/pure';
import type {TemplateResult} from 'lit';
import {flatChildren} from './flat-tree.ts';
import {atEndOfTest} from './mocha.ts';

atEndOfTest(fixtureCleanup);

// The types that the package names for this are not among its exports.
const put = fixture as unknown as <T extends Element>(template: TemplateResult) => Promise<T>;

/** Puts a template into the page until the test ends, and resolves with its first element when that is drawn. */
export async function mount<T extends HTMLElement = HTMLElement>(template: TemplateResult): Promise<T> {
  const first = await put<T>(template);
  await drawn(first.parentElement ?? first);
  return first;
}

/** Resolves when every Lit element in this one has drawn what it knows by now. It does not wait for answers of a portal. */
export async function drawn(element: Element): Promise<void> {
  if ('updateComplete' in element) await element.updateComplete;
  for (const child of flatChildren(element)) await drawn(child);
}
