import {
  acceptances,
  fillIn,
  invitationLike,
  lookups,
  mountForm,
  mountRegistration,
  portal,
  send,
} from './partner-registration-page.ts';
import {
  afterEach,
  beforeEach,
  describe,
  drawn,
  expect,
  findByRole,
  findByText,
  getByLabel,
  html,
  it,
  mount,
  until,
} from './support/index.ts';

/** A secret that is found wherever it should not be. */
const canary = 'canary-7f3b9e1d5c';

/** The pending invitation has this token from now on. */
function plantCanary(): void {
  invitationLike('pending').token = canary;
}

/** All that the page shows and holds, as text. */
function pageText(): string {
  const parts: string[] = [
    document.documentElement.outerHTML,
    location.href,
    document.cookie,
    document.title,
  ];
  const walk = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLInputElement) parts.push(element.value);
      if (!element.shadowRoot) continue;
      parts.push(element.shadowRoot.innerHTML);
      walk(element.shadowRoot);
    }
  };
  walk(document);
  for (const store of [localStorage, sessionStorage]) {
    parts.push(...Object.entries(store).flat().map(String));
  }
  parts.push(JSON.stringify(history.state), JSON.stringify(performance.getEntries()));
  return parts.join('\n');
}

/** Everything that an object says of itself, its own and inherited properties, two levels deep. */
function insideOf(value: unknown, depth = 2): string {
  if (typeof value !== 'object' || value === null || value instanceof Window) return String(value);
  const texts: string[] = [];
  for (
    let at: object | null = value;
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    for (const key of Reflect.ownKeys(at)) {
      try {
        const found: unknown = Reflect.get(value, key, value);
        texts.push(
          String(key),
          depth > 0 && !(found instanceof Node) ? insideOf(found, depth - 1) : String(found),
        );
      } catch {
        texts.push(String(key));
      }
    }
  }
  return texts.join('\n');
}

const events: Event[] = [];
const told = ['invitation-accepted', 'portal-error', 'session-expired', 'context-request'];
const keep = (event: Event) => events.push(event);

async function openLink(fragment: string): Promise<Element> {
  history.replaceState({kept: true}, '', `${location.pathname}${location.search}#${fragment}`);
  const element = await mountRegistration();
  await findByRole('form', {within: element});
  return element;
}

describe('the token of partner-registration', () => {
  const address = location.pathname + location.search;
  const said: unknown[][] = [];
  const own = {log: console.log, info: console.info, debug: console.debug};

  beforeEach(() => {
    events.length = 0;
    said.length = 0;
    for (const type of told) window.addEventListener(type, keep, {capture: true});
    const listen = (...parts: unknown[]) => void said.push(parts);
    Object.assign(console, {log: listen, info: listen, debug: listen});
  });

  afterEach(() => {
    for (const type of told) window.removeEventListener(type, keep, {capture: true});
    Object.assign(console, own);
    history.replaceState(null, '', address);
  });

  it('is nowhere but in the bodies of two requests', async () => {
    plantCanary();
    const element = await openLink(`invitation=${canary}`);
    expect(pageText()).not.to.include(canary);
    expect(insideOf(element)).not.to.include(canary);
    portal.faults.add({path: '/invitation-acceptances', kind: 'status', status: 500, times: 3});
    await fillIn(element);
    await send(element);
    await findByText('The portal had a problem.', {within: element});
    expect(pageText()).not.to.include(canary);
    await send(element);
    await findByRole('heading', {name: 'Your account is ready', within: element});
    expect(pageText()).not.to.include(canary);
    expect(events.map(({type}) => type)).to.include.members(['invitation-accepted', 'portal-error']);
    expect(events.map((event) => insideOf(event)).join('\n')).not.to.include(canary);
    expect(JSON.stringify(said.map((parts) => parts.map((part) => insideOf(part))))).not.to.include(canary);
    const requests = portal.requests.filter((request) => JSON.stringify(request).includes(canary));
    expect(new Set(requests.map(({method, path}) => `${method} ${path}`))).to.deep.equal(
      new Set(['POST /invitation-lookups', 'POST /invitation-acceptances']),
    );
    for (const {path, query, headers} of requests) {
      expect(JSON.stringify([path, query, headers])).not.to.include(canary);
      expect(headers['referer']).to.be.undefined;
      expect(headers['authorization']).to.be.undefined;
    }
  });

  it('leaves the address at once, before there is a portal or anything is drawn', () => {
    history.replaceState(null, '', `${address}#invitation=${canary}`);
    const element = document.createElement('partner-registration');
    document.body.append(element);
    expect(location.href).to.equal(new URL(address, location.href).href);
    element.remove();
  });

  it('leaves everything else in the fragment, and the state of the entry', async () => {
    plantCanary();
    const length = history.length;
    await openLink(`tab=a%20b+c&invitation=${canary}&x=1`);
    expect(location.hash).to.equal('#tab=a%20b+c&x=1');
    expect(history.state).to.deep.equal({kept: true});
    expect(history.length, 'Back does not lead to the token').to.equal(length);
  });

  it('leaves the address of a page whose links are meant from elsewhere', () => {
    const base = document.createElement('base');
    base.href = 'https://cdn.example/assets/';
    document.head.append(base);
    history.replaceState(null, '', `${location.href.split('#')[0]}#invitation=${canary}&a=%22b`);
    const element = document.createElement('partner-registration');
    document.body.append(element);
    base.remove();
    element.remove();
    expect(location.href).to.equal(new URL(`${address}#a=%22b`, location.href).href);
  });

  it('leaves the address where that may not be rewritten', () => {
    history.replaceState(null, '', `${address}#invitation=${canary}&tab=1`);
    const {length} = history;
    const own = history.replaceState.bind(history);
    history.replaceState = () => {
      throw new DOMException('No', 'SecurityError');
    };
    const element = document.createElement('partner-registration');
    document.body.append(element);
    history.replaceState = own;
    element.remove();
    expect(location.hash).to.equal('#tab=1');
    expect(history.length, 'Back does not lead to the token').to.equal(length);
  });

  it('is read as it was written where it was escaped', async () => {
    invitationLike('pending').token = `${canary}+/=`;
    await openLink(`invitation=${encodeURIComponent(`${canary}+/=`)}`);
    expect(lookups()[0]?.body).to.deep.equal({token: `${canary}+/=`});
  });

  it('is taken where the fragment comes later', async () => {
    const element = await mountRegistration();
    await findByRole('heading', {name: 'Open the link of your invitation', within: element});
    plantCanary();
    location.hash = `invitation=${canary}`;
    await findByRole('form', {within: element});
    expect(location.hash).to.equal('');
    expect(pageText()).not.to.include(canary);
  });

  it('is no attribute, and cannot be read where the page has set it', async () => {
    plantCanary();
    const element = await mountForm({token: canary});
    expect(element.token).to.be.undefined;
    expect(pageText()).not.to.include(canary);
    expect(insideOf(element)).not.to.include(canary);
    // What the element hands to its own parts opens to nobody else.
    const handed: object = Object.getPrototypeOf(Reflect.get(element, 'invitation')) as object;
    expect(Reflect.ownKeys(handed)).to.deep.equal(['constructor']);
    const written = await mount(html`
      <portal-provider endpoint="/api/v1"
        ><partner-registration token="any"></partner-registration
      ></portal-provider>
    `);
    await findByRole('heading', {name: 'Open the link of your invitation', within: written});
  });

  it('of the page wins over that of the address, which is cleared all the same', async () => {
    plantCanary();
    history.replaceState(null, '', `${address}#invitation=other`);
    await mountForm({token: canary});
    expect(location.hash).to.equal('');
    expect(lookups().map(({body}) => body)).to.deep.equal([{token: canary}]);
  });

  it('of another invitation begins anew', async () => {
    const element = await mountForm();
    await fillIn(element);
    const other = portal.data.world.invitations.filter(
      ({status, expiresAt}) => status === 'pending' && expiresAt > Date.now(),
    )[1];
    if (!other) throw new Error('There is no other invitation');
    element.token = other.token;
    await drawn(element);
    await until(() => lookups().length === 2);
    await findByRole('form', {within: element});
    expect(getByLabel('City', {within: element}).value).to.equal('');
    element.token = undefined;
    await findByRole('heading', {name: 'Open the link of your invitation', within: element});
    expect(acceptances()).to.have.length(0);
  });
});
