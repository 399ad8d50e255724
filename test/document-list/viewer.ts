import {LitElement, type ReactiveController} from 'lit';
import {html, mount} from '../support/index.ts';

/** An element that holds controllers, and draws nothing by itself. */
export class Viewer extends LitElement {
  updates = 0;

  protected override updated(): void {
    this.updates++;
  }

  /** Holds a controller from now on. */
  with<T extends ReactiveController>(make: (host: this) => T): T {
    return make(this);
  }
}
customElements.define('test-viewer', Viewer);

/** Puts one into the page until the test ends. */
export const mountViewer = () => mount<Viewer>(html`<test-viewer></test-viewer>`);
