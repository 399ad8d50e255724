const GAP = 4;
const MARGIN = 8;
const LEAST_HEIGHT = 200;
const MOST_HEIGHT = 400;

/**
 * Shows a popup below its anchor, or above it where there is more room, in the browser's top layer: no `overflow` and no
 * `z-index` of the host page cuts or covers it. Call it again when either has moved.
 */
export function placePopup(popup: HTMLElement, anchor: HTMLElement): void {
  if (!popup.matches(':popover-open')) popup.showPopover();
  const {top, bottom, left, right, width} = anchor.getBoundingClientRect();
  const {clientWidth, clientHeight} = document.documentElement;
  const below = clientHeight - bottom - GAP - MARGIN;
  const above = top - GAP - MARGIN;
  const goesUp = below < LEAST_HEIGHT && above > below;
  const isRtl = getComputedStyle(anchor).direction === 'rtl';
  const room = isRtl ? right - MARGIN : clientWidth - left - MARGIN;
  const set = (name: string, value: number | undefined) =>
    popup.style.setProperty(name, value === undefined ? 'auto' : `${value}px`);
  set('top', goesUp ? undefined : bottom + GAP);
  set('bottom', goesUp ? clientHeight - top + GAP : undefined);
  set('left', isRtl ? undefined : left);
  set('right', isRtl ? clientWidth - right : undefined);
  set('max-block-size', Math.max(Math.min(goesUp ? above : below, MOST_HEIGHT), 80));
  set('min-inline-size', Math.min(width, room));
  set('max-inline-size', room);
}

/** Takes a popup away. */
export function hidePopup(popup: HTMLElement): void {
  if (popup.matches(':popover-open')) popup.hidePopover();
}
