import {css, html, LitElement} from 'lit';
import {controlStyles, hostStyles} from '../../src/ui/styles.ts';
import {styles} from '../../src/widgets/document-list/list-panels.ts';
import {mount} from '../support/index.ts';

/** An element that draws a panel, as the list does. */
export class PanelHost extends LitElement {
  static override styles = [
    hostStyles,
    controlStyles,
    ...styles,
    css`
      div.box {
        inline-size: min(24em, 100%);
        padding: 12px 16px;
      }
    `,
  ];

  draw: (host: this) => unknown = () => undefined;

  protected override render(): unknown {
    return html`<div class="box">${this.draw(this)}</div>`;
  }
}
customElements.define('test-panel-host', PanelHost);

/** Draws a panel until the test ends. */
export const mountPanel = (draw: PanelHost['draw']) =>
  mount<PanelHost>(html`<test-panel-host .draw=${draw}></test-panel-host>`);
