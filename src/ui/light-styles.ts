import {unsafeCSS, type CSSResult} from 'lit';

/**
 * Styles of shadow roots for an element that is drawn into the page itself, where they reach nothing else. Doubled ids that nothing
 * has make them win against the page's own, which were not written with this element in mind; its custom properties still count.
 */
export function lightStyles(tag: string, styles: readonly CSSResult[]): CSSResult {
  const rules = styles.map(({cssText}) => cssText).join('\n');
  const own = rules.replaceAll(/:host\(([^)]*)\)/g, '&$1').replaceAll(':host', '&');
  return unsafeCSS(`:is(${tag}, #_#_) {\n${own}\n}`);
}
