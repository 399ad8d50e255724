/** What stands on the pages of a print dialog that a test holds open. */
export interface OpenPrint {
  readonly page: Document;
  /** What is printed on them. */
  readonly content: ShadowRoot;
  /** As the user does. */
  close(): void;
}

/** Takes the place of the browser's next print dialog. Call it before what opens the dialog. */
export function nextPrint(): Promise<OpenPrint> {
  return new Promise((resolve) => {
    const observer = new MutationObserver((records) => {
      const added = records.flatMap(({addedNodes}) => [...addedNodes]);
      const window = added.find((node) => node instanceof HTMLIFrameElement)?.contentWindow;
      if (!window) return;
      observer.disconnect();
      window.print = () => {
        window.dispatchEvent(new Event('beforeprint'));
        const {document: page} = window;
        const content = page.body.firstElementChild?.shadowRoot;
        if (content) resolve({page, content, close: () => window.dispatchEvent(new Event('afterprint'))});
      };
    });
    observer.observe(document.body, {childList: true});
  });
}
