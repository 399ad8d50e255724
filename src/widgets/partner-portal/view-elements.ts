import type {PurchaseOrderEditor} from '../purchase-order-editor/purchase-order-editor.ts';
import type {Place} from './place.ts';
import {slotOf} from './views.ts';

function viewOf(root: ParentNode, place: Place): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-slot="${CSS.escape(slotOf(place))}"]`);
}

/** Takes the focus to a place, as a page does that has been opened. */
export function focusPlace(root: ParentNode, place: Place): void {
  const view = viewOf(root, place);
  const target = view?.querySelector<HTMLElement>('[part=title]') ?? view;
  target?.focus({preventScroll: true});
}

/** Loads the lists of a place again: one that was left for a while may be out of date. */
export function reloadPlace(root: ParentNode, place: Place): void {
  for (const element of viewOf(root, place)?.querySelectorAll(
    'document-list, document-summary, partner-list',
  ) ?? []) {
    if ('reload' in element && typeof element.reload === 'function') void (element.reload as () => unknown)();
  }
}

/** The order form of a place, once it is there. */
export function editorOf(root: ParentNode, place: Place): PurchaseOrderEditor | undefined {
  return viewOf(root, place)?.querySelector('purchase-order-editor') ?? undefined;
}
