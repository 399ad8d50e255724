import type {CSSResult} from 'lit';

/**
 * Adds styles to a root that has been drawn already: to an element's own, or to that which an element without one stands in.
 * What is there stays once.
 */
export function addStyles(root: Node, styles: readonly CSSResult[]): void {
  if (!(root instanceof ShadowRoot || root instanceof Document)) return;
  for (const {styleSheet} of styles) {
    if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
  }
}
