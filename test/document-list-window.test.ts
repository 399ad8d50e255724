import type {DocumentList} from '../src/widgets/document-list/document-list.ts';
import {customer, loadedIn, mountList, portal, rows, settled, showMore} from './document-list-page.ts';
import {
  describe,
  expect,
  findByRole,
  focusedElement,
  getAllByRole,
  getByRole,
  html,
  it,
  mount,
  queryByRole,
  setViewport,
  until,
  user,
} from './support/index.ts';

const type = 'purchase-order';
const rowOf = (element: Element | null) => Number(element?.closest('tr')?.getAttribute('aria-rowindex'));
/** The rows that a person sees between these heights of the window. */
function seen(list: Element, from = 0, to = window.innerHeight): number[] {
  return rows(list)
    .filter((row) => {
      const {top, bottom} = row.getBoundingClientRect();
      return bottom > from && top < to;
    })
    .map(rowOf)
    .toSorted((one, other) => one - other);
}
function expectNoGap(places: readonly number[]): void {
  const [first = 0] = places;
  expect(places).to.deep.equal(places.map((_, at) => first + at));
}

/** A list as high as its rows. */
async function mountHigh(): Promise<DocumentList> {
  const list = await mountList({type});
  list.style.setProperty('--portal-list-block-size', 'auto');
  await until(() => rows(list).length > 10);
  return list;
}

/** A page whose shadow root scrolls what is in its slot. */
class ScrollingPage extends HTMLElement {
  constructor() {
    super();
    const root = this.attachShadow({mode: 'open'});
    const box = document.createElement('div');
    box.style.setProperty('height', '400px');
    box.style.setProperty('overflow', 'auto');
    box.append(document.createElement('slot'));
    root.append(box);
  }

  get box(): HTMLElement {
    const box = this.shadowRoot?.querySelector('div');
    if (!box) throw new Error('There is no box');
    return box;
  }
}
customElements.define('scrolling-page', ScrollingPage);

describe('document-list', () => {
  describe('as high as its rows', () => {
    it('is scrolled by the page, without a gap', async () => {
      const list = await mountHigh();
      for (let step = 0; step < 12; step++) {
        window.scrollBy(0, 1500);
        await until(() => seen(list).length > 8, 'rows');
        expectNoGap(seen(list));
      }
      await until(() => loadedIn(list) > 300);
    });

    it('follows the arrow keys', async () => {
      const list = await mountHigh();
      window.scrollTo(0, 0);
      getAllByRole('button', {within: rows(list)[0]})[0]?.focus();
      for (let step = 1; step <= 30; step++) {
        await user.press('ArrowDown');
        await until(() => rowOf(focusedElement()) >= 2 + step, `row ${step}`);
      }
      await until(() => {
        const {top, bottom} = focusedElement()?.getBoundingClientRect() ?? new DOMRect();
        return top >= 0 && bottom <= window.innerHeight;
      }, 'the row in sight');
    });

    it('begins at its start with another order', async () => {
      const list = await mountHigh();
      window.scrollTo(0, 3000);
      await until(() => Number(seen(list)[0]) > 40);
      list.filter = {state: 'closed'};
      await settled(list);
      await until(() => seen(list)[0] === 2, 'the first row');
    });

    it('is scrolled by the shadow root that it is slotted into', async () => {
      const page = await mount<ScrollingPage>(html`
        <scrolling-page>
          <portal-provider endpoint="/api/v1" .getToken=${() => Promise.resolve(customer)} locale="en">
            <document-list type=${type}></document-list>
          </portal-provider>
        </scrolling-page>
      `);
      const list = page.querySelector('document-list');
      if (!list) throw new Error('There is no list');
      await settled(list);
      list.style.setProperty('--portal-list-block-size', 'auto');
      await until(() => page.box.scrollHeight > 4000);
      const {top, bottom} = page.box.getBoundingClientRect();
      for (const place of [25, 50, 75, 10]) {
        page.box.scrollTo(0, place * 48);
        await until(() => Math.abs(Number(seen(list, top, bottom)[0]) - place) < 9, `rows at ${place}`);
      }
      expectNoGap(seen(list, top, bottom));
    });
  });

  it('keeps what is open at its button when the window gets another size, and when the page is scrolled', async () => {
    await setViewport({width: 1000, height: 700});
    const list = await mountHigh();
    const button = getByRole('button', {name: 'Export', within: list});
    await user.click(button);
    const panel = await findByRole('dialog', {name: 'Export', within: list});
    const isThere = () => {
      const {top, left, right} = panel.getBoundingClientRect();
      const {bottom} = button.getBoundingClientRect();
      return Math.abs(top - bottom) < 8 && left >= 0 && right <= window.innerWidth;
    };
    await until(isThere);
    await setViewport({width: 500, height: 700});
    await until(isThere, 'its place in a narrow window');
    window.scrollBy(0, 20);
    await until(isThere, 'its place after scrolling');
  });

  describe('rows that cannot be opened', () => {
    it('hold nobody back who scrolls', async () => {
      portal.faults.add({path: /^\/me$/, kind: 'status', status: 200, body: await meWithoutRead()});
      const list = await mountList({type});
      expect(queryByRole('button', {within: rows(list)[0]})).to.equal(undefined);
      await showMore(list);
      await until(() => seen(list).includes(102), 'the first new document');
      await settled(list);
      const box = list.shadowRoot?.querySelector('[part=body]');
      box?.scrollTo(0, 0);
      await list.reload();
      await settled(list);
      expect(box?.scrollTop).to.equal(0);
    });
  });
});

/** What the portal says of a member who may list documents, but open none. */
async function meWithoutRead(): Promise<unknown> {
  const response = await fetch('/api/v1/me', {headers: {authorization: `Bearer ${customer}`}});
  return JSON.parse((await response.text()).replaceAll('"read",', ''));
}
