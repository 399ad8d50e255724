import '../src/widgets/partner-invite/define.ts';
import '../src/widgets/portal-provider/define.ts';
import {PartnerInvitedEvent} from '../src/widgets/partner-invite/partner-invite.events.ts';
import type {Invitation} from '../src/portal/contract/index.ts';
import type {PartnerInvite} from '../src/widgets/partner-invite/partner-invite.ts';
import {findByLabel, getByLabel, getByRole, html, mount, startPortal, until} from './support/index.ts';

export const portal = await startPortal();

/** How an element is put into the page. */
export interface Options {
  readonly token?: string;
  readonly endpoint?: string;
  readonly heading?: string;
  readonly locale?: string;
  readonly partnerType?: string;
}

/** An element that may invite, with its form. */
export async function mountInvite(options: Options = {}): Promise<PartnerInvite> {
  const element = await mountAny(options);
  await findByLabel(/^(E-mail address|E-Mail-Adresse)/, {within: element});
  return element;
}

/** An element, whatever it shows. */
export async function mountAny({
  token = 'demo-host',
  endpoint = '/api/v1',
  heading,
  locale = 'en',
  partnerType = '',
}: Options = {}): Promise<PartnerInvite> {
  const provider = await mount(html`
    <portal-provider .endpoint=${endpoint} .getToken=${() => Promise.resolve(token)} locale=${locale}>
      <partner-invite .heading=${heading} partner-type=${partnerType}></partner-invite>
    </portal-provider>
  `);
  const element = provider.querySelector('partner-invite');
  if (!element) throw new Error('There is no element');
  return element;
}

/** The invitations that the element has told of, in their order. */
export function invitedBy(element: Element): Invitation[] {
  const invitations: Invitation[] = [];
  element.addEventListener('partner-invited', (event) => {
    if (event instanceof PartnerInvitedEvent) invitations.push(event.invitation);
  });
  return invitations;
}

export const emailField = () => getByLabel('E-mail address');
export const nameField = () => getByLabel('Name (optional)');
export const radio = (name: string) => getByRole<HTMLInputElement>('radio', {name});
export const inviteButton = (name: string | RegExp = 'Invite') => getByRole('button', {name});

/** Requests that have asked for an invitation. */
export const posts = () =>
  portal.requests.filter(({method, path}) => method === 'POST' && path === '/invitations');

/** Waits until so many invitations have been asked for. */
export const posted = (count: number) =>
  until(() => {
    if (posts().length < count) throw new Error(`${posts().length} requests to invite`);
    return posts();
  }, `${count} requests to invite`);
