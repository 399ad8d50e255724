/**
 * Finds elements as a person does who sees the page or hears it: by role and accessible name, by label, by text; through
 * shadow roots, and only what is not hidden.
 *
 * `get…` throws unless there is exactly one, `query…` returns undefined where there is none, `getAll…` returns them all, in
 * the order of the page, and `find…` waits until there is exactly one.
 */
import {computeAccessibleDescription, computeAccessibleName, getRole} from 'dom-accessibility-api';
import {flatChildren, flatContains} from './flat-tree.ts';
import {until} from './until.ts';

interface Scope {
  /** Where to look; the whole page by default. */
  within?: Element;
}

interface RoleOptions extends Scope {
  /** The accessible name: all of it as a string, a part of it as an expression. */
  name?: string | RegExp;
}

export function getAllByRole(role: string, {name, within}: RoleOptions = {}): HTMLElement[] {
  const found = visible(within, (element) => roleOf(element) === role);
  return name === undefined ? found : found.filter((element) => fits(nameOf(element), name));
}

export function getByRole<T extends HTMLElement = HTMLElement>(role: string, options: RoleOptions = {}): T {
  return only(getAllByRole(role, options), sentence('role', role, options), () => {
    return getAllByRole(role, scopeOf(options)).map((element) => `${role} "${nameOf(element)}"`);
  });
}

export function queryByRole<T extends HTMLElement = HTMLElement>(
  role: string,
  options: RoleOptions = {},
): T | undefined {
  return atMostOne(getAllByRole(role, options), sentence('role', role, options));
}

export function findByRole<T extends HTMLElement = HTMLElement>(
  role: string,
  options: RoleOptions = {},
): Promise<T> {
  return until(() => getByRole<T>(role, options), sentence('role', role, options));
}

/** Form fields and others by their accessible name. */
function getAllByLabel(label: string | RegExp, {within}: Scope = {}): HTMLElement[] {
  return visible(within, isField).filter((element) => fits(nameOf(element), label));
}

export function getByLabel<T extends HTMLElement = HTMLInputElement>(
  label: string | RegExp,
  scope: Scope = {},
): T {
  return only(getAllByLabel(label, scope), sentence('label', label, scope), () => {
    return getAllByLabel(/./, scope).map((element) => `"${nameOf(element)}"`);
  });
}

export function queryByLabel<T extends HTMLElement = HTMLInputElement>(
  label: string | RegExp,
  scope: Scope = {},
): T | undefined {
  return atMostOne(getAllByLabel(label, scope), sentence('label', label, scope));
}

export function findByLabel<T extends HTMLElement = HTMLInputElement>(
  label: string | RegExp,
  scope: Scope = {},
): Promise<T> {
  return until(() => getByLabel<T>(label, scope), sentence('label', label, scope));
}

/** The innermost elements whose drawn text fits: all of it as a string, a part of it as an expression. */
function getAllByText(text: string | RegExp, {within}: Scope = {}): HTMLElement[] {
  const fitting = visible(within).filter((element) => fits(textOf(element), text));
  const outer = new Set(fitting.flatMap((element) => ancestorsWithin(element, fitting)));
  return fitting.filter((element) => !outer.has(element));
}

export function getByText<T extends HTMLElement = HTMLElement>(text: string | RegExp, scope: Scope = {}): T {
  return only(getAllByText(text, scope), sentence('text', text, scope), () => {
    return [`the text "${textOf(scope.within ?? document.body)}"`];
  });
}

export function queryByText<T extends HTMLElement = HTMLElement>(
  text: string | RegExp,
  scope: Scope = {},
): T | undefined {
  return atMostOne(getAllByText(text, scope), sentence('text', text, scope));
}

export function findByText<T extends HTMLElement = HTMLElement>(
  text: string | RegExp,
  scope: Scope = {},
): Promise<T> {
  return until(() => getByText<T>(text, scope), sentence('text', text, scope));
}

/** The role of an element, explicit or implicit; null where it has none. */
function roleOf(element: Element): string | null {
  const role = getRole(element);
  // Both are landmarks only with a name.
  if ((role === 'region' || role === 'form') && !element.hasAttribute('role') && nameOf(element) === '')
    return null;
  return role;
}

/** The accessible name, without spaces at its ends. */
export function nameOf(element: Element): string {
  return normal(computeAccessibleName(element));
}

/** The accessible description: hints and errors that a field points at. */
export function descriptionOf(element: Element): string {
  return normal(computeAccessibleDescription(element));
}

/** The text as drawn, through shadow roots, with single spaces; hidden parts are left out. */
export function textOf(element: Element): string {
  return normal(collectText(element));
}

function collectText(element: Element): string {
  if (element instanceof HTMLStyleElement || element instanceof HTMLScriptElement || isHidden(element))
    return '';
  const nodes = element.shadowRoot
    ? [...element.shadowRoot.childNodes]
    : element instanceof HTMLSlotElement && element.assignedNodes().length > 0
      ? element.assignedNodes()
      : [...element.childNodes];
  const text = nodes.map((node) => {
    if (node instanceof Text) return node.data;
    return node instanceof Element ? collectText(node) : '';
  });
  const inline = getComputedStyle(element).display.startsWith('inline');
  return inline ? text.join('') : ` ${text.join('')} `;
}

/** An element on the way from where a query looks, and the one that it was reached by. */
interface Step {
  element: Element;
  from?: Step;
  isCut?: boolean;
}

/** Whether nobody sees or hears what is reached this way. Asked for few elements of many: it takes the browser's styles. */
function isCut(step: Step): boolean {
  const {element, from} = step;
  return (step.isCut ??= (from && isCut(from)) || isHidden(element) || element.hasAttribute('inert'));
}

/**
 * Elements of a kind that can be seen and are not hidden from assistive technology; while a modal dialog is open, only those
 * in it.
 */
function visible(
  within: Element = document.body,
  isOfKind?: (element: HTMLElement) => boolean,
): HTMLElement[] {
  if (within.closest('[inert]')) return [];
  const found: HTMLElement[] = [];
  let modal: Element | undefined;
  const walk = (step: Step) => {
    const {element} = step;
    if (element.matches('dialog:modal') && !isCut(step)) modal = element;
    if (element instanceof HTMLElement && (isOfKind?.(element) ?? true) && !isCut(step) && isDrawn(element))
      found.push(element);
    for (const child of flatChildren(element)) walk({element: child, from: step});
  };
  walk({element: within});
  if (modal === undefined || modal === within) return found;
  const dialog: Element = modal;
  return found.filter((element) => flatContains(dialog, element));
}

function isDrawn(element: Element): boolean {
  return element.checkVisibility({visibilityProperty: true});
}

function isHidden(element: Element): boolean {
  if (element.getAttribute('aria-hidden') === 'true') return true;
  // A slot and a host without a box of its own still draw what is in them.
  const {display} = getComputedStyle(element);
  return display === 'none';
}

function isField(element: HTMLElement): boolean {
  return (
    element.matches('input, select, textarea, button, [role], [contenteditable]') &&
    element.tagName !== 'BUTTON'
  );
}

function ancestorsWithin(element: Element, list: readonly Element[]): Element[] {
  return list.filter((other) => other !== element && flatContains(other, element));
}

function fits(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text === normal(wanted) : wanted.test(text);
}

function normal(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function only<T extends HTMLElement>(elements: HTMLElement[], wanted: string, others: () => string[]): T {
  const [first] = elements;
  if (first && elements.length === 1) return first as T;
  const there = others();
  const list = there.length > 0 ? `There is:\n${there.slice(0, 30).join('\n')}` : 'There is nothing like it.';
  throw new Error(
    `${elements.length === 0 ? 'Nothing' : `${elements.length} elements`} with ${wanted}. ${list}`,
  );
}

function atMostOne<T extends HTMLElement>(elements: HTMLElement[], wanted: string): T | undefined {
  if (elements.length > 1) throw new Error(`${elements.length} elements with ${wanted}`);
  return elements[0] as T | undefined;
}

function sentence(by: string, value: string | RegExp, {name}: RoleOptions): string {
  return `${by} ${String(value)}${name === undefined ? '' : ` and name ${String(name)}`}`;
}

function scopeOf({within}: Scope): Scope {
  return within ? {within} : {};
}
