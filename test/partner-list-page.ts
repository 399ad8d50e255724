import '../src/widgets/partner-list/define.ts';
import '../src/widgets/portal-provider/define.ts';
import type {PartnerRecord} from '../mocks/data/partners.ts';
import type {MockPortal} from '../mocks/portal.ts';
import type {PartnerList} from '../src/widgets/partner-list/partner-list.ts';
import {getAllByRole, getByRole, html, mount, textOf, until, user} from './support/index.ts';

/** How the list of a test is put into the page. */
export interface ListOptions {
  token?: string;
  endpoint?: string;
  heading?: string;
  locale?: string;
  /** Waits until the partners are there, or an error. */
  ready?: boolean;
}

export async function mountPartners({
  token = 'demo-host',
  endpoint = '/api/v1',
  heading,
  locale = 'en',
  ready = true,
}: ListOptions = {}): Promise<PartnerList> {
  const provider = await mount(html`
    <portal-provider .endpoint=${endpoint} .getToken=${() => Promise.resolve(token)} locale=${locale}>
      <partner-list .heading=${heading}></partner-list>
    </portal-provider>
  `);
  const element = provider.querySelector('partner-list');
  if (!element) throw new Error('There is no list');
  if (ready) await settled(element);
  return element;
}

/** Resolves when nothing is being loaded. */
export async function settled(element: Element): Promise<void> {
  await until(
    () => getByRole('region', {within: element}).getAttribute('aria-busy') === 'false',
    'an end of loading',
  );
}

/** The rows of partners, without that of the headers. */
export const bodyRows = (element: Element): HTMLElement[] =>
  getAllByRole('row', {within: element}).filter((row) => row.querySelector('[role=rowheader]'));

export const namesOf = (element: Element): string[] =>
  bodyRows(element).map((row) => textOf(row.querySelector('.name') ?? row));

/** The row of a partner. */
export function rowOf(element: Element, {name}: {name: string}): HTMLElement {
  const row = bodyRows(element).find((each) => textOf(each).includes(name));
  if (!row) throw new Error(`There is no row of ${name}`);
  return row;
}

export const button = (row: Element, name: RegExp): HTMLElement => getByRole('button', {name, within: row});

/** The names of what can be pressed in a row. */
export const buttonsOf = (row: Element): string[] =>
  getAllByRole('button', {within: row}).map((each) => textOf(each));

export const countOf = (element: Element): string => textOf(getByRole('status', {within: element}));

/** What the button of a state says. */
export const stateOf = (element: Element, state: string): HTMLElement =>
  getByRole('button', {
    name: new RegExp(`^${state}`),
    within: getByRole('group', {name: 'Invitation', within: element}),
  });

/** What has become of a partner's invitation, at the portal. */
export function statusOf({invitation}: PartnerRecord): string | undefined {
  if (!invitation) return undefined;
  return invitation.status === 'pending' && invitation.expiresAt <= Date.now()
    ? 'expired'
    : invitation.status;
}

/** The first partner of a state, and of its e-mail. */
export function partnerWith(
  {data}: MockPortal,
  status: string,
  delivery?: string,
): PartnerRecord & {invitation: NonNullable<PartnerRecord['invitation']>} {
  const found = data.world.partners.find(
    (partner) =>
      statusOf(partner) === status && (delivery === undefined || partner.invitation?.delivery === delivery),
  );
  if (!found?.invitation) throw new Error(`No partner is ${status}`);
  // As it is now: what the portal does with it later is another matter.
  return {...found, invitation: {...found.invitation}};
}

/** How many requests there have been to a path with this method. */
export const requestsTo = ({requests}: MockPortal, method: string, path: RegExp): number =>
  requests.filter((request) => request.method === method && path.test(request.path)).length;

/** What was said last to who does not see the rows. */
export const spokenBy = (element: Element): string =>
  (element.shadowRoot?.querySelector('p[aria-live]')?.textContent ?? '').trim();

/** Chooses partners by their boxes. */
export async function choose(element: Element, chosen: readonly {name: string}[]): Promise<void> {
  for (const partner of chosen) await user.click(getByRole('checkbox', {within: rowOf(element, partner)}));
}

/** What can be done with what is chosen, or how far that is. */
export const bar = (element: Element) => getByRole('group', {name: 'Chosen partners', within: element});
