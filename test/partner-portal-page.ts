import '../src/widgets/partner-portal/define.ts';
import '../src/widgets/portal-provider/define.ts';
import type {PartnerPortal} from '../src/widgets/partner-portal/partner-portal.ts';
import {
  after,
  afterEach,
  beforeEach,
  focusedElement,
  getAllByRole,
  getByRole,
  html,
  mount,
  nameOf,
  queryByRole,
  textOf,
  until,
  user,
} from './support/index.ts';
import {flatContains} from './support/flat-tree.ts';

/** How the portal of a test is put into the page. */
export interface PortalOptions {
  token?: string;
  endpoint?: string;
  locale?: string;
  start?: string;
  routing?: 'fragment' | 'none';
  membership?: string;
  strings?: Record<string, string>;
  /** Width of the place that it has, in pixels. */
  width?: number;
  /** Waits until it is known who is signed in. */
  ready?: boolean;
}

/** Has a page of its own address for each test, and leaves it as it was. */
export function ownAddress(): void {
  const {href} = location;
  const {title} = document;
  beforeEach(() => {
    history.replaceState(null, '', href);
    document.title = 'Intranet';
  });
  afterEach(() => history.replaceState(null, '', href));
  after(() => {
    document.title = title;
  });
}

export async function mountPortal({
  token = 'demo-customer',
  endpoint = '/api/v1',
  locale = 'en',
  start = '',
  routing = 'fragment',
  membership,
  strings,
  width = 1200,
  ready = true,
}: PortalOptions = {}): Promise<PartnerPortal> {
  const box = await mount(html`
    <div>
      <portal-provider
        .endpoint=${endpoint}
        .getToken=${() => Promise.resolve(token)}
        .strings=${strings}
        locale=${locale}
      >
        <partner-portal start=${start} routing=${routing} .membership=${membership}></partner-portal>
      </portal-provider>
    </div>
  `);
  box.style.setProperty('inline-size', `${width}px`);
  const element = box.querySelector('partner-portal');
  if (!element) throw new Error('There is no portal');
  // Once it knows how much room it has.
  const frame = (): unknown =>
    width < 840
      ? queryByRole('button', {name: 'Menu', within: element})
      : queryByRole('navigation', {name: 'Portal', within: element});
  if (ready) await until(frame, 'the portal');
  return element;
}

/** What the navigation offers, in its order. */
export const offered = (element: Element): string[] =>
  getAllByRole('link', {within: getByRole('navigation', {name: 'Portal', within: element})}).map(textOf);

/** Follows a link of the navigation. */
export async function visit(element: Element, name: string): Promise<void> {
  await user.click(
    getByRole('link', {name, within: getByRole('navigation', {name: 'Portal', within: element})}),
  );
  await arrived(element, name);
}

/** Resolves when the focus is at the title of a place, as it is when a page has been opened. */
export async function arrived(element: Element, title: string): Promise<void> {
  await until(() => {
    const focused = focusedElement();
    if (!focused || !flatContains(element, focused)) throw new Error('The focus is elsewhere');
    const name = nameOf(focused);
    if (name !== title) throw new Error(`The focus is at "${name}"`);
    return true;
  }, `the focus at ${title}`);
}

/** The places that the navigation says one is at. */
export const current = (element: Element): string[] =>
  getAllByRole('link', {within: getByRole('navigation', {name: 'Portal', within: element})})
    .filter((link) => link.hasAttribute('aria-current'))
    .map(textOf);
