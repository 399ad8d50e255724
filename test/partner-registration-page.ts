/** A registration as an invited person sees it. */
import '../src/widgets/partner-registration/define.ts';
import '../src/widgets/portal-provider/define.ts';
import type {InvitationRecord} from '../mocks/data/partners.ts';
import type {PartnerRegistration} from '../src/widgets/partner-registration/partner-registration.ts';
import {findByRole, getByLabel, getByRole, html, mount, startPortal, until, user} from './support/index.ts';

export const portal = await startPortal();

export const company = 'Brinkholt Industriebedarf GmbH';

/** An invitation with this status; one that has only run out of time is `expired`. */
export function invitationLike(status: 'pending' | 'accepted' | 'expired' | 'revoked'): InvitationRecord {
  const now = Date.now();
  const found = portal.data.world.invitations.find((one) => {
    const isOver = one.status === 'pending' && one.expiresAt <= now;
    return (isOver ? 'expired' : one.status) === status;
  });
  if (!found) throw new Error(`No invitation is ${status}`);
  return found;
}

export interface Options {
  token?: string;
  endpoint?: string;
  locale?: string;
}

/** Puts a registration into the page. */
export async function mountRegistration({
  token,
  endpoint = '/api/v1',
  locale = 'en',
}: Options = {}): Promise<PartnerRegistration> {
  const provider = await mount(html`
    <portal-provider .endpoint=${endpoint} locale=${locale}>
      <partner-registration .token=${token}></partner-registration>
    </portal-provider>
  `);
  const element = provider.querySelector('partner-registration');
  if (!element) throw new Error('There is no registration');
  return element;
}

/** The same, once the form is there. */
export async function mountForm(options: Options = {}): Promise<PartnerRegistration> {
  const element = await mountRegistration({token: invitationLike('pending').token, ...options});
  await findByRole('form', {within: element});
  return element;
}

/** What the mock portal asks for; a password is the reader's own. */
export const typed = {
  Company: 'Ateliers Poirot-Lavigne SARL',
  'Your name': 'Agnès Lavigne',
  'E-mail': 'agnes@poirot-lavigne.example',
  'Street and number': '4 rue du Moulin',
  'Postal code': '67000',
  City: 'Strasbourg',
} as const;

export const password = ' correct horse battery staple, and then some more of it: longer than 64 ';

/** Puts a text into a field as a password manager does. */
export function put(element: Element, label: string | RegExp, text: string): void {
  const field = getByLabel(label, {within: element});
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  field.dispatchEvent(new Event('change', {bubbles: true}));
}

export const country = (element: Element) => getByLabel<HTMLSelectElement>('Country', {within: element});
export const language = (element: Element) =>
  getByLabel<HTMLSelectElement>('Language of documents', {within: element});
export const passwordField = (element: Element) => getByLabel('Password', {within: element});
export const termsOf = (element: Element) => getByLabel(/Terms of use/, {within: element});
export const privacyOf = (element: Element) => getByLabel(/Privacy notice/, {within: element});

/** Fills everything in. */
export async function fillIn(element: Element): Promise<void> {
  for (const [label, text] of Object.entries(typed)) put(element, label, text);
  put(element, 'Password', password);
  user.select(country(element), 'France');
  user.select(language(element), 'German');
  for (const box of [termsOf(element), privacyOf(element)]) {
    if (!box.checked) await user.click(box);
  }
}

export const register = (element: Element) => getByRole('button', {name: 'Register', within: element});

/** Sends the form, and waits until the portal has been asked. */
export async function send(element: Element): Promise<void> {
  const before = acceptances().length;
  await user.click(register(element));
  await until(() => acceptances().length > before, 'an acceptance to be sent');
}

export const acceptances = () => portal.requests.filter(({path}) => path === '/invitation-acceptances');
export const lookups = () => portal.requests.filter(({path}) => path === '/invitation-lookups');
export const keysOf = (requests: readonly {headers: Record<string, string>}[]) =>
  requests.map(({headers}) => headers['idempotency-key']);
