import type {DocumentDetail} from '../src/widgets/document-detail/document-detail.ts';
import {
  asked,
  button,
  documentLike,
  draft,
  fact,
  heading,
  longOrder,
  mountDetail,
  portal,
} from './document-detail-page.ts';
import {
  afterEach,
  beforeEach,
  describe,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  getByRole,
  heldAnswer,
  it,
  nextEvent,
  nextPrint,
  queryByRole,
  queryByText,
  until,
  user,
} from './support/index.ts';

const invoice = () => documentLike('purchase-invoice', ({posted}) => posted === true);

describe('actions of document-detail', () => {
  describe('PDF', () => {
    const {open} = window;
    const {createObjectURL, revokeObjectURL} = URL;
    const alive = new Set<string>();
    let tab: HTMLIFrameElement | undefined;

    beforeEach(() => {
      alive.clear();
      URL.createObjectURL = (blob: Blob) => {
        const address = createObjectURL.call(URL, blob);
        alive.add(address);
        return address;
      };
      URL.revokeObjectURL = (address: string) => {
        alive.delete(address);
        revokeObjectURL.call(URL, address);
      };
      // The browser's tab, where a test can look into it.
      window.open = () => {
        tab = document.createElement('iframe');
        document.body.append(tab);
        return tab.contentWindow;
      };
    });

    afterEach(() => {
      for (const frame of document.querySelectorAll('body > iframe')) frame.remove();
      tab = undefined;
      window.open = open;
      Object.assign(URL, {createObjectURL, revokeObjectURL});
    });

    it('opens in a tab that was opened by the click, and its address is released with the element', async () => {
      const {number, ...document} = invoice();
      const detail = await mountDetail(document);
      await user.click(button(detail, 'Open PDF'));
      expect(tab?.contentDocument?.title).to.equal(`${number}.pdf`);
      expect(tab?.contentDocument?.body.textContent).to.match(/the PDF is being made/);
      await until(() => alive.size === 1);
      await until(() => queryByText('The PDF is being made…', {within: detail}) === undefined);
      const pdf = asked().filter(({path}) => path.endsWith('/pdf'));
      expect(pdf.map(({status}) => status)).to.deep.equal([202, 200]);
      expect(pdf[0]?.headers['authorization']).to.equal('Bearer demo-customer');
      detail.remove();
      await until(() => alive.size === 0);
    });

    it('is offered as a link where the browser opens no tab', async () => {
      window.open = () => null;
      const document = invoice();
      const detail = await mountDetail(document);
      await user.click(button(detail, 'Open PDF'));
      const link = await findByRole<HTMLAnchorElement>('link', {
        name: `Open ${document.number}.pdf`,
        within: detail,
      });
      expect(alive).to.include(link.href);
      const pdf = await (await fetch(link.href)).blob();
      expect(pdf.type).to.equal('application/pdf');
      expect(await pdf.slice(0, 4).text()).to.equal('%PDF');
      await expectNoAxeViolations(detail);
      await user.click(button(detail, 'Close'));
      expect(alive.size).to.equal(0);
    });

    it('is saved under the number of the document', async () => {
      const document = invoice();
      const saved = new Promise<HTMLAnchorElement>((resolve) => {
        const {click} = HTMLAnchorElement.prototype;
        HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
          HTMLAnchorElement.prototype.click = click;
          resolve(this);
        };
      });
      const detail = await mountDetail(document);
      await user.click(button(detail, 'Download PDF'));
      expect((await saved).download).to.equal(`${document.number}.pdf`);
    });

    it('can be given up', async () => {
      portal.faults.add({path: /\/pdf$/, kind: 'hang'});
      const detail = await mountDetail(invoice());
      await user.click(button(detail, 'Open PDF'));
      await findByText('The PDF is being made…', {within: detail});
      expect(button(detail, 'Open PDF').getAttribute('aria-disabled')).to.equal('true');
      await user.click(button(detail, 'Cancel'));
      await until(() => queryByText('The PDF is being made…', {within: detail}) === undefined);
      expect(alive.size).to.equal(0);
      expect(button(detail, 'Open PDF').hasAttribute('aria-disabled')).to.be.false;
    });

    it('is given up by who goes on to another document, or acts as another member', async () => {
      for (const leave of [
        (detail: DocumentDetail) => (detail.documentId = draft().id),
        (detail: DocumentDetail) => (detail.membership = 'm-other'),
      ]) {
        portal.faults.add({path: /\/pdf$/, kind: 'hang'});
        const detail = await mountDetail(invoice());
        await user.click(button(detail, 'Open PDF'));
        await findByText('The PDF is being made…', {within: detail});
        leave(detail);
        await until(() => queryByText('The PDF is being made…', {within: detail}) === undefined);
        expect(alive.size).to.equal(0);
      }
    });

    it('says why there is none, and tries again', async () => {
      portal.faults.add({path: /\/pdf$/, kind: 'status', status: 400});
      const detail = await mountDetail(invoice());
      await user.click(button(detail, 'Open PDF'));
      await findByText(/^There is no PDF yet\./, {within: detail});
      await user.click(button(detail, 'Try again'));
      await until(() => alive.size === 1);
    });
  });

  describe('discarding a draft', () => {
    const dialog = (detail: Element) => findByRole('dialog', {name: 'Discard this draft?', within: detail});

    it('asks first, sends the version that was seen, and tells the page', async () => {
      const unfinished = draft();
      const detail = await mountDetail(unfinished);
      await user.click(button(detail, 'Discard'));
      await dialog(detail);
      await expectNoAxeViolations(detail);
      await user.click(button(detail, 'Keep the draft'));
      expect(asked().some(({method}) => method === 'DELETE')).to.be.false;
      await user.click(button(detail, 'Discard'));
      await dialog(detail);
      const discarded = nextEvent(detail, 'document-discarded');
      await user.click(button(detail, 'Discard the draft'));
      const {documentType, id, cancelable} = await discarded;
      expect({documentType, id, cancelable}).to.deep.equal({
        documentType: 'purchase-order',
        id: unfinished.id,
        cancelable: false,
      });
      const sent = asked().find(({method}) => method === 'DELETE');
      expect(sent?.headers['if-match']).to.match(/^".+"$/);
      expect(await findByText('The draft was discarded.', {within: detail})).to.exist;
      await expectNoAxeViolations(detail);
    });

    it('that somebody has changed shows what it is now, and keeps it', async () => {
      const unfinished = draft();
      const detail = await mountDetail(unfinished);
      const path = `/documents/purchase-order/${unfinished.id}`;
      await changeReference(path, 'Changed by a colleague');
      await user.click(button(detail, 'Discard'));
      await dialog(detail);
      await user.click(button(detail, 'Discard the draft'));
      await findByText(/changed by somebody else/, {within: detail});
      await findByText('Changed by a colleague', {within: detail});
      expect(queryByRole('dialog', {within: detail})).to.be.undefined;
      expect(portal.data.documents('demo-customer', 'purchase-order')).to.include(unfinished);
    });

    it('is told to the page also by who looks at another one meanwhile', async () => {
      const unfinished = draft();
      const answer = heldAnswer();
      const detail = await mountDetail(unfinished);
      portal.faults.add({method: 'DELETE', kind: 'delay', until: answer.isDue});
      await user.click(button(detail, 'Discard'));
      await dialog(detail);
      await user.click(button(detail, 'Discard the draft'));
      const discarded = nextEvent(detail, 'document-discarded');
      const other = documentLike('purchase-order', ({state}) => state !== 'draft');
      detail.documentId = other.id;
      await until(() => heading(detail) === `Purchase order ${other.number}`);
      answer.send();
      expect((await discarded).id).to.equal(unfinished.id);
      expect(heading(detail)).to.equal(`Purchase order ${other.number}`);
    });

    it('that fails keeps the question, and can be tried again', async () => {
      const detail = await mountDetail(draft());
      portal.faults.add({method: 'DELETE', kind: 'network'});
      await user.click(button(detail, 'Discard'));
      await dialog(detail);
      await user.click(button(detail, 'Discard the draft'));
      await findByText(/not known whether the draft was discarded/, {within: detail});
      await user.click(button(detail, 'Discard the draft'));
      expect(await findByText('The draft was discarded.', {within: detail})).to.exist;
    });
  });

  describe('printing', () => {
    it('prints the document alone, with all of its lines', async () => {
      const order = longOrder();
      const detail = await mountDetail(order);
      const opened = nextPrint();
      await user.click(button(detail, 'Print'));
      const {page, content, close} = await opened;
      expect(page.title).to.equal(`Purchase order ${order.number}`);
      expect(content.querySelectorAll('tbody tr[part=line]')).to.have.length(order.lines.length);
      expect(content.querySelectorAll('button, input')).to.have.length(0);
      close();
      await until(() => !button(detail, 'Print').hasAttribute('aria-disabled'));
    });

    it('waits for lines that are not here yet, and can be given up meanwhile', async () => {
      const answer = heldAnswer();
      portal.faults.add({path: /linesCursor=/, kind: 'delay', until: answer.isDue});
      const detail = await mountDetail(longOrder());
      await user.click(button(detail, 'Print'));
      await findByText('All lines are being loaded for printing: 500 of 1,200', {within: detail});
      await user.click(button(detail, 'Cancel'));
      await until(() => queryByText(/loaded for printing/, {within: detail}) === undefined);
      await user.click(button(detail, 'Print'));
      const opened = nextPrint();
      answer.send();
      const {content, close} = await opened;
      expect(content.querySelectorAll('tbody tr[part=line]')).to.have.length(1200);
      close();
    });

    it('of the page around it has all lines that are here', async () => {
      const order = longOrder();
      const detail = await mountDetail(order);
      await findByText('1,200 lines', {within: detail});
      window.dispatchEvent(new Event('beforeprint'));
      const table = getByRole('table', {name: 'Lines', within: detail});
      expect(table.querySelectorAll('tbody tr[part=line]')).to.have.length(1200);
      window.dispatchEvent(new Event('afterprint'));
      await until(() => table.querySelectorAll('tbody tr[part=line]').length < 300);
      expect(heading(detail)).to.exist;
      expect(fact(detail, 'Total')).to.exist;
    });
  });
});

async function changeReference(path: string, externalReference: string): Promise<void> {
  const headers = {authorization: 'Bearer demo-customer'};
  const seen = await fetch(`/api/v1${path}`, {headers});
  await fetch(`/api/v1${path}`, {
    method: 'PATCH',
    headers: {
      ...headers,
      'content-type': 'application/merge-patch+json',
      'if-match': seen.headers.get('etag') ?? '',
    },
    body: JSON.stringify({externalReference}),
  });
}
