import {html, nothing, type TemplateResult} from 'lit';
import type {Place} from './place.ts';
import type {Surroundings} from './surroundings.ts';

/** How a link looks. */
export interface LinkLook {
  readonly part: string;
  readonly className: string;
  /** Its name, where what is written on it does not tell it from others. */
  readonly label?: string;
  /** Whether it leads to where one is: `page`, or `true` within it. */
  readonly current?: 'page' | 'true' | undefined;
}

/**
 * What leads to a place: a link that can be opened in another tab or copied, or, where places are not in the address, a button.
 */
export function renderLink(
  place: Place,
  content: unknown,
  {hrefOf, go}: Surroundings,
  {part, className, current, label}: LinkLook,
): TemplateResult {
  const href = hrefOf(place);
  if (href === undefined) {
    return html`<button
      type="button"
      class=${className}
      part=${part}
      aria-label=${label ?? nothing}
      aria-current=${current ?? nothing}
      @click=${() => go(place)}
    >
      ${content}
    </button>`;
  }
  const onClick = (event: MouseEvent): void => {
    // Anything but a plain click is the browser's: another tab, a download.
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(place);
  };
  return html`<a
    class=${className}
    part=${part}
    href=${href}
    aria-label=${label ?? nothing}
    aria-current=${current ?? nothing}
    @click=${onClick}
    >${content}</a
  >`;
}
