/** What is drawn over the page: a film has no pointer, no keyboard and no other window of its own. */
export interface Overlay {
  pointer: {x: number; y: number; isDown: boolean; opacity: number};
  /** Rings that spread from clicks; progress from 0 to 1. */
  rings: {x: number; y: number; progress: number}[];
  /** Keys that are being pressed, as on their caps. */
  keys: string[];
  /** A spreadsheet beside the page, from 0 (away) to 1. */
  sheet?: {
    title: string;
    head: readonly string[];
    rows: readonly (readonly string[])[];
    isCopied: boolean;
    progress: number;
  };
  /** The part of the page that the film shows. */
  frame: {x: number; y: number; width: number; height: number};
}

/** The overlay in the page. */
export interface OverlayWindow {
  filmOverlay: {draw(overlay: Overlay): void};
}

/** Lengths are those of the film's picture, 1280 wide: the overlay keeps its size while the camera comes nearer. */
export const overlayStyles = `
  :host { all: initial; position: fixed; inset: 0; inline-size: 100vw; block-size: 100vh; overflow: hidden;
    pointer-events: none; color-scheme: light; font: 500 calc(17 * var(--unit)) / 1.2 'Liberation Sans', Arial, sans-serif; }
  :host > * { position: absolute; }
  .pointer { inline-size: calc(26 * var(--unit)); transform-origin: 10% 6%; z-index: 3;
    filter: drop-shadow(0 calc(2 * var(--unit)) calc(3 * var(--unit)) rgb(0 0 0 / 35%)); }
  .pointer.down { transform: scale(0.86); }
  .ring { inline-size: calc(64 * var(--unit)); block-size: calc(64 * var(--unit)); border-radius: 50%; box-sizing: border-box;
    margin: calc(-32 * var(--unit)) 0 0 calc(-32 * var(--unit)); border: calc(4 * var(--unit)) solid #1f6feb; z-index: 2;
    background: rgb(31 111 235 / 20%); transform: scale(calc(0.25 + 0.75 * var(--progress))); opacity: calc(1 - var(--progress)); }
  .keys { display: flex; gap: calc(8 * var(--unit)); transform: translate(-100%, -100%); z-index: 2; }
  kbd { font: 600 calc(22 * var(--unit)) / 1 'Liberation Sans', Arial, sans-serif; color: #fff; background: #1d2430; min-inline-size: calc(24 * var(--unit));
    text-align: center; white-space: nowrap; padding: calc(12 * var(--unit)) calc(16 * var(--unit)); border-radius: calc(9 * var(--unit));
    box-shadow: 0 calc(3 * var(--unit)) 0 #000, 0 calc(6 * var(--unit)) calc(18 * var(--unit)) rgb(0 0 0 / 35%), inset 0 0 0 calc(1 * var(--unit)) #55607a; }
  .sheet { background: #fff; color: #1d2430; border-radius: calc(10 * var(--unit)); overflow: hidden; z-index: 1;
    box-shadow: 0 calc(12 * var(--unit)) calc(48 * var(--unit)) rgb(0 0 0 / 40%), 0 0 0 calc(1 * var(--unit)) rgb(0 0 0 / 25%);
    opacity: var(--progress); transform: translate(-50%, calc((1 - var(--progress)) * 30 * var(--unit))); }
  .sheet p { margin: 0; padding: calc(12 * var(--unit)) calc(16 * var(--unit)); background: #1c6b43; color: #fff; font-weight: 600; }
  table { border-collapse: collapse; font-size: calc(21 * var(--unit)); }
  th { font-weight: 400; color: #5d6675; background: #eef0f3; }
  th, td { border: calc(1 * var(--unit)) solid #c9ced6; padding: calc(9 * var(--unit)) calc(20 * var(--unit)); text-align: start; white-space: nowrap; }
  thead td { font-weight: 700; }
  td:last-child { text-align: end; }
  .copied td { background: #dcefe4; }
  .copied { outline: calc(3 * var(--unit)) dashed #1c6b43; outline-offset: calc(-2 * var(--unit)); }
`;

/** Runs in the page, before its own scripts. */
export function installOverlay(styles: string): void {
  const svg = 'http://www.w3.org/2000/svg';

  class FilmOverlay {
    readonly #host = document.createElement('div');
    readonly #root = this.#host.attachShadow({mode: 'open'});

    draw(overlay: Overlay): void {
      this.#raise();
      const {frame, pointer} = overlay;
      this.#host.style.setProperty('--unit', `${frame.width / 1280}px`);
      const arrow = this.#arrow(pointer);
      this.#put(arrow, pointer.x, pointer.y);
      const rings = overlay.rings.map(({x, y, progress}) => {
        const ring = this.#make('div', 'ring');
        ring.style.setProperty('--progress', String(progress));
        this.#put(ring, x, y);
        return ring;
      });
      this.#root.replaceChildren(...rings, this.#keys(overlay), ...this.#sheet(overlay), arrow);
    }

    /** To the top of the top layer, over dialogs and popovers that have opened meanwhile. */
    #raise(): void {
      if (!this.#host.isConnected) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        this.#root.adoptedStyleSheets = [sheet];
        const page = new CSSStyleSheet();
        // It is inherited, into shadow roots, too.
        page.replaceSync(
          'html { caret-animation: manual; } .demo-bar { display: none !important; } ::-webkit-scrollbar { display: none; }',
        );
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
        this.#host.popover = 'manual';
        this.#host.ariaHidden = 'true';
        document.documentElement.append(this.#host);
      }
      if (this.#host.matches(':popover-open')) this.#host.hidePopover();
      this.#host.showPopover();
    }

    #arrow({isDown, opacity}: Overlay['pointer']): SVGElement {
      const arrow = document.createElementNS(svg, 'svg');
      arrow.setAttribute('viewBox', '0 0 26 38');
      arrow.setAttribute('class', isDown ? 'pointer down' : 'pointer');
      arrow.style.setProperty('opacity', String(opacity));
      const path = document.createElementNS(svg, 'path');
      path.setAttribute('d', 'M2 2v28l6.6-6.2 4.3 10.4 5.2-2.2-4.3-10.2h9.6Z');
      path.setAttribute('fill', '#14181f');
      path.setAttribute('stroke', '#fff');
      path.setAttribute('stroke-width', '2.2');
      path.setAttribute('stroke-linejoin', 'round');
      arrow.append(path);
      return arrow;
    }

    #keys({keys, frame}: Overlay): HTMLElement {
      const row = this.#make('div', 'keys');
      row.append(...keys.map((key) => this.#make('kbd', '', key)));
      this.#put(row, frame.x + frame.width * 0.97, frame.y + frame.height * 0.945);
      return row;
    }

    #sheet({sheet, frame}: Overlay): HTMLElement[] {
      if (!sheet || sheet.progress === 0) return [];
      const panel = this.#make('div', 'sheet');
      const letters = sheet.head.map((_, index) => 'ABCDE'[index] ?? '');
      const head = this.#make('thead');
      head.append(this.#row('', letters, 'th'), this.#row('1', sheet.head));
      const body = this.#make('tbody', sheet.isCopied ? 'copied' : '');
      body.append(...sheet.rows.map((row, index) => this.#row(String(index + 2), row)));
      const table = this.#make('table');
      table.append(head, body);
      panel.append(this.#make('p', '', sheet.title), table);
      panel.style.setProperty('--progress', String(sheet.progress));
      this.#put(panel, frame.x + frame.width * 0.5, frame.y + frame.height * 0.12);
      return [panel];
    }

    #row(number: string, texts: readonly string[], kind = 'td'): HTMLElement {
      const row = this.#make('tr');
      row.append(this.#make('th', '', number), ...texts.map((text) => this.#make(kind, '', text)));
      return row;
    }

    #make(name: string, className = '', text = ''): HTMLElement {
      const element = document.createElement(name);
      element.className = className;
      element.textContent = text;
      return element;
    }

    #put(element: HTMLElement | SVGElement, x: number, y: number): void {
      element.style.setProperty('left', `${x}px`);
      element.style.setProperty('top', `${y}px`);
    }
  }

  (window as unknown as OverlayWindow).filmOverlay = new FilmOverlay();
}
