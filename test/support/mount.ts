import {nothing, render, type TemplateResult} from 'lit';
import {flatChildren} from './flat-tree.ts';
import {atEndOfTest} from './mocha.ts';

const containers: HTMLElement[] = [];

atEndOfTest(() => {
  for (const container of containers.splice(0)) {
    render(nothing, container);
    container.remove();
  }
});

/** Puts a template into the page until the test ends, and resolves with its first element when that is drawn. */
export async function mount<T extends HTMLElement = HTMLElement>(template: TemplateResult): Promise<T> {
  const container = document.createElement('div');
  containers.push(container);
  document.body.append(container);
  render(template, container);
  await drawn(container);
  const first = container.firstElementChild;
  if (!(first instanceof HTMLElement)) throw new Error('The template has no element');
  return first as T;
}

/** Resolves when every Lit element in this one has drawn what it knows by now. It does not wait for answers of a portal. */
export async function drawn(element: Element): Promise<void> {
  if ('updateComplete' in element) await element.updateComplete;
  for (const child of flatChildren(element)) await drawn(child);
}
