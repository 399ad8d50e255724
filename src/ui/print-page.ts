import {css, render, type CSSResult, type TemplateResult} from 'lit';

/** What is printed on pages of its own. */
export interface PrintedPage {
  /** Names the pages, and the file that they are saved to. */
  readonly title: string;
  readonly content: TemplateResult;
  /** As an element's own: `:host` is what holds the content. */
  readonly styles: readonly CSSResult[];
  /** BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

const paper = css`
  @page {
    margin: 15mm 12mm;
  }

  body {
    margin: 0;
  }
`;

/** A page is wide, whatever the element on the screen was, and white, whatever the page around it is. */
const sheet = css`
  :host {
    container-type: normal;
    color-scheme: light;
    font-size: 12px;
  }

  @media print {
    table {
      break-inside: auto;
    }

    thead {
      display: table-header-group;
    }

    tr,
    h2,
    h3 {
      break-inside: avoid;
    }

    h2,
    h3,
    caption {
      break-after: avoid;
    }
  }
`;

const hiding = {
  position: 'fixed',
  inset: '0 auto auto 0',
  'inline-size': '0',
  'block-size': '0',
  border: '0',
  opacity: '0',
  'pointer-events': 'none',
};

let current: HTMLIFrameElement | undefined;

/**
 * Opens the browser's print dialog for `page` alone, without the page that one looks at. Resolves when the dialog is closed, or
 * at once where the browser opens none. Rejects where the page may hold no frame.
 */
export async function printPage(page: PrintedPage): Promise<void> {
  // A browser that never says that its dialog is closed leaves a frame behind.
  current?.remove();
  const frame = (current = await openFrame());
  try {
    const {contentWindow} = frame;
    if (!contentWindow) throw new Error('There is no frame to print from');
    draw(contentWindow as Window & typeof globalThis, page);
    await printed(contentWindow);
  } finally {
    frame.remove();
    if (current === frame) current = undefined;
  }
}

async function openFrame(): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  // Some browsers print nothing of a frame that is not displayed.
  for (const [name, value] of Object.entries(hiding)) frame.style.setProperty(name, value, 'important');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  document.body.append(frame);
  await loaded;
  return frame;
}

/** A style sheet belongs to the window that it was made in. */
function draw(window: Window & typeof globalThis, {title, content, styles, lang, dir}: PrintedPage): void {
  const {document: inner} = window;
  const sheetOf = ({cssText}: CSSResult) => {
    const made = new window.CSSStyleSheet();
    made.replaceSync(cssText);
    return made;
  };
  inner.title = title;
  inner.documentElement.lang = lang;
  inner.documentElement.dir = dir;
  inner.adoptedStyleSheets = [sheetOf(paper)];
  const host = inner.createElement('main');
  host.style.setProperty('font-family', getComputedStyle(document.body).fontFamily);
  const root = host.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = [...styles, sheet].map(sheetOf);
  render(content, root, {creationScope: inner});
  inner.body.append(host);
}

function printed(window: Window): Promise<void> {
  return new Promise((resolve) => {
    let isBegun = false;
    window.addEventListener('beforeprint', () => (isBegun = true), {once: true});
    window.addEventListener('afterprint', () => resolve(), {once: true});
    window.addEventListener('pagehide', () => resolve(), {once: true});
    window.focus();
    window.print();
    // In a sandbox there is no dialog, and nobody says so.
    if (!isBegun) resolve();
  });
}
