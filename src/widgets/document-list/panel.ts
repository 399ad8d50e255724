import {css, type ReactiveControllerHost} from 'lit';
import type {ChildPart} from 'lit/directive.js';

/** What every panel needs to know. */
export interface PanelOptions {
  /** The element that draws the panel, and draws it again when the panel asks for it. */
  readonly host: ReactiveControllerHost;
}

/** Moves the focus within a panel to what fits a selector, once the panel is drawn again. */
export function focusIn(part: ChildPart | undefined, host: ReactiveControllerHost, selector: string): void {
  host.requestUpdate();
  void host.updateComplete.then(() => {
    const found =
      part?.parentNode instanceof Element ? part.parentNode.querySelector<HTMLElement>(selector) : undefined;
    found?.focus();
    if (found instanceof HTMLInputElement && found.type === 'text') found.select();
  });
}

/** What panels have in common. */
export const panelStyles = css`
  .panel-content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }

  .panel-content ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    list-style: none;
  }

  .panel-content legend {
    padding: 0;
  }

  .panel-content select {
    padding-inline-end: 4px;
  }

  .panel-foot {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: space-between;
    margin-block-end: -4px;
    border-block-start: 1px solid var(--_border);
    padding-block-start: 8px;
  }

  .panel-foot > .quiet {
    margin-inline: -13px;
  }

  .panel-icon {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 28px;
    block-size: 28px;
    margin: 0;
    border: 0;
    border-radius: 4px;
    padding: 0;
    font: inherit;
    color: var(--_text-muted);
    background: none;
    cursor: pointer;
  }

  .panel-icon:hover {
    color: var(--_text);
    background: color-mix(in srgb, var(--_accent) 12%, transparent);
  }

  .panel-icon[aria-disabled='true'] {
    color: var(--_border-control);
    background: none;
    cursor: default;
    opacity: 0.5;
  }

  @media (forced-colors: active) {
    .panel-icon[aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
  }
`;
