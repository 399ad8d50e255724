import {html as template} from 'lit';
import {msg} from '../src/locales/localize.ts';
import type {DocumentsSummary} from '../src/portal/contract/index.ts';
import {summary} from '../src/portal/documents.ts';
import {configurePortal, PortalClient, type PortalConnection} from '../src/portal/index.ts';
import {define} from '../src/ui/define.ts';
import {PortalElement} from '../src/ui/portal-element.ts';
import {PortalTask} from '../src/ui/portal-task.ts';
import '../src/widgets/portal-provider/define.ts';
import type {PortalProvider} from '../src/widgets/portal-provider/portal-provider.ts';
import {
  afterEach,
  describe,
  drawn,
  expect,
  expectComplaint,
  findByText,
  html,
  it,
  mount,
  queryByText,
  startPortal,
  textOf,
  until,
} from './support/index.ts';

const portal = await startPortal();
const getToken = async () => 'demo-customer';

/** Shows where its portal is, who is signed in, and one text. */
class TestProbe extends PortalElement {
  breaks = false;
  readonly #me: PortalTask<[], DocumentsSummary> = new PortalTask(this, {
    args: () => [this.portal] as const,
    task: ([client], {signal}) => summary(client, {signal}),
  });

  reload(): Promise<void> {
    return this.#me.run();
  }

  protected override renderWidget(client: PortalConnection) {
    if (this.breaks) throw new Error('broken on purpose');
    return template`<p>${client.endpoint} ${client.settings.locale} ${client.settings.membership}</p>
      <p>${msg('You are offline.', {id: 'error.offline'})}</p>
      ${this.#me.render({
        pending: () => template`<p>loading</p>`,
        complete: () => template`<p>loaded</p>`,
        error: (error) => template`<p>${String(error)}</p>`,
      })}`;
  }
}
define('test-probe', TestProbe);

const at = (path: string) => `${location.origin}${path}`;

function requests(path = '/documents-summary') {
  return portal.requests.filter((request) => request.path.endsWith(path));
}

afterEach(() => configurePortal(undefined));

describe('Where an element finds its portal', () => {
  it('takes the nearest provider’s', async () => {
    const page = await mount(
      html`<portal-provider endpoint="/api/v1" .getToken=${getToken}
        ><test-probe></test-probe
      ></portal-provider>`,
    );
    await findByText('loaded', {within: page});
    expect(textOf(page)).to.contain(at('/api/v1'));
  });

  it('prefers its own endpoint to the provider’s, and the provider’s to the page’s', async () => {
    configurePortal({endpoint: '/slow/api/v1', getToken});
    const page = await mount(
      html`<div>
        <test-probe></test-probe>
        <portal-provider endpoint="/api/v1" .getToken=${getToken}>
          <test-probe></test-probe><test-probe endpoint="/empty/api/v1"></test-probe>
        </portal-provider>
      </div>`,
    );
    const probes = [...page.querySelectorAll('test-probe')].map(textOf);
    expect(probes[0]).to.contain(at('/slow/api/v1'));
    expect(probes[1]).to.contain(at('/api/v1'));
    expect(probes[2]).to.contain(at('/empty/api/v1'));
    await until(() =>
      [...page.querySelectorAll('test-probe')].slice(1).every((probe) => textOf(probe).includes('loaded')),
    );
  });

  it('takes the page’s portal when it is set later, and follows a change', async () => {
    const probe = await mount(html`<test-probe></test-probe>`);
    expect(textOf(probe)).to.equal('');
    configurePortal({endpoint: '/api/v1', getToken});
    await findByText('loaded', {within: probe});
    configurePortal({endpoint: '/empty/api/v1', getToken});
    await until(() => textOf(probe).includes(at('/empty/api/v1')) && textOf(probe).includes('loaded'));
  });

  it('uses a client of the page’s own', async () => {
    const client = new PortalClient({endpoint: '/api/v1', getToken});
    const probe = await mount(html`<test-probe .client=${client} membership="m-1"></test-probe>`);
    expect(textOf(probe)).to.contain('m-1');
  });

  it('signs in as around it at an endpoint of the same origin, and nowhere else', async () => {
    await mount(
      html`<portal-provider endpoint="/api/v1" .getToken=${getToken}>
        <test-probe endpoint="/no-prices/api/v1"></test-probe>
        <test-probe endpoint="http://elsewhere.example/empty/api/v1"></test-probe>
      </portal-provider>`,
    );
    const sent = (scenario: string) => portal.requests.find((request) => request.scenario === scenario);
    await until(() => sent('no-prices') && sent('empty'));
    expect(sent('no-prices')?.headers['authorization']).to.equal('Bearer demo-customer');
    expect(sent('empty')?.headers['authorization']).to.equal(undefined);
  });

  it('asks one /me and one token for ten elements', async () => {
    let asked = 0;
    const client = new PortalClient({endpoint: '/api/v1', getToken: async () => (asked++, 'demo-customer')});
    await Promise.all(Array.from({length: 10}, () => client.with({locale: 'en'}).me()));
    expect([asked, requests('/me').length]).to.deep.equal([1, 1]);
  });

  it('renders nothing without a portal, and warns once', async () => {
    expectComplaint(/<test-probe> has no portal/);
    const page = await mount(html`<div><test-probe></test-probe><test-probe></test-probe></div>`);
    await until(() => window.pageComplaints.expected.every(({seen}) => seen));
    expect(textOf(page)).to.equal('');
  });

  it('does not reload when the host sets an equal token callback again', async () => {
    const page = await mount<PortalProvider>(
      html`<portal-provider endpoint="/api/v1" .getToken=${getToken}
        ><test-probe></test-probe
      ></portal-provider>`,
    );
    await findByText('loaded', {within: page});
    page.getToken = async () => 'demo-customer';
    await drawn(page);
    expect(requests()).to.have.length(1);
  });
});

describe('A read that belongs to an element', () => {
  it('is given up when the element leaves, without an error, and begun again when it is back', async () => {
    const errors: Event[] = [];
    const signals: AbortSignal[] = [];
    portal.faults.add({method: 'GET', path: '/documents-summary', kind: 'hang'});
    const watched: typeof fetch = (input, init) => {
      if (input instanceof Request) signals.push(input.signal);
      return fetch(input, init);
    };
    configurePortal({endpoint: '/api/v1', getToken, fetch: watched});
    const probe = await mount(
      html`<test-probe @portal-error=${(event: Event) => errors.push(event)}></test-probe>`,
    );
    await until(() => requests().length === 1);
    const home = probe.parentElement;
    probe.remove();
    await until(() => signals[0]?.aborted);
    home?.append(probe);
    await findByText('loaded', {within: probe});
    expect(errors).to.deep.equal([]);
  });

  it('goes on when the element is only moved', async () => {
    configurePortal({endpoint: '/api/v1', getToken});
    const page = await mount(
      html`<div>
        <test-probe></test-probe>
        <section></section>
      </div>`,
    );
    const probe = page.querySelector('test-probe');
    if (probe) page.querySelector('section')?.append(probe);
    await findByText('loaded', {within: page});
    expect(requests()).to.have.length(1);
  });

  it('goes on when the element is moved without leaving', async () => {
    configurePortal({endpoint: '/api/v1', getToken});
    const page = await mount(
      html`<div>
        <test-probe></test-probe>
        <section></section>
      </div>`,
    );
    const section = page.querySelector('section');
    const probe = page.querySelector('test-probe');
    if (!section || !probe) throw new Error('No probe');
    section.moveBefore(probe, null);
    await findByText('loaded', {within: section});
    expect(requests()).to.have.length(1);
  });

  it('is fresh on a page that comes back from the back/forward cache', async () => {
    configurePortal({endpoint: '/api/v1', getToken});
    const probe = await mount(html`<test-probe></test-probe>`);
    await findByText('loaded', {within: probe});
    window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: false}));
    window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    await until(() => requests().length === 2);
    await findByText('loaded', {within: probe});
  });

  it('is not begun for an element that has left in the same tick', async () => {
    configurePortal({endpoint: '/api/v1', getToken});
    const probe = document.createElement('test-probe');
    document.body.append(probe);
    probe.remove();
    await (probe as TestProbe).updateComplete;
    const other = await mount(html`<test-probe></test-probe>`);
    await findByText('loaded', {within: other});
    expect(requests()).to.have.length(1);
  });

  it('follows the element out of a provider', async () => {
    configurePortal({endpoint: '/empty/api/v1', getToken});
    const page = await mount(
      html`<div>
        <portal-provider endpoint="/api/v1" .getToken=${getToken}><test-probe></test-probe></portal-provider>
      </div>`,
    );
    const probe = page.querySelector('test-probe');
    if (!probe) throw new Error('No probe');
    await until(() => textOf(probe).includes(at('/api/v1')) && textOf(probe).includes('loaded'));
    page.append(probe);
    await until(() => textOf(probe).includes(at('/empty/api/v1')) && textOf(probe).includes('loaded'));
  });

  it('loads again when the network is back', async () => {
    configurePortal({endpoint: '/api/v1', getToken});
    portal.faults.add({method: 'GET', path: '/documents-summary', kind: 'network'});
    const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine');
    Object.defineProperty(Navigator.prototype, 'onLine', {configurable: true, get: () => false});
    try {
      const probe = await mount(html`<test-probe></test-probe>`);
      await findByText(/offline$/, {within: probe});
      if (online) Object.defineProperty(Navigator.prototype, 'onLine', online);
      window.dispatchEvent(new Event('online'));
      await findByText('loaded', {within: probe});
    } finally {
      if (online) Object.defineProperty(Navigator.prototype, 'onLine', online);
    }
  });

  it('tells the host of an error, and of the end of the session', async () => {
    const heard: string[] = [];
    const listen = (event: Event) => heard.push(event.type);
    await mount(
      html`<div @portal-error=${listen} @session-expired=${listen}>
        <test-probe endpoint="/unauthorized/api/v1"></test-probe>
      </div>`,
    );
    await until(() => heard.length === 2);
    expect(heard).to.deep.equal(['portal-error', 'session-expired']);
  });
});

describe('Language', () => {
  it('is the element’s own, the provider’s, or the page’s; two elements can have two', async () => {
    const page = await mount(
      html`<div lang="de">
        <test-probe endpoint="/api/v1"></test-probe>
        <test-probe endpoint="/api/v1" locale="en"></test-probe>
      </div>`,
    );
    await findByText('Sie sind offline.', {within: page});
    await findByText('You are offline.', {within: page});
  });

  it('follows the page when that changes its language', async () => {
    configurePortal({endpoint: '/api/v1', getToken});
    const probe = await mount(html`<test-probe></test-probe>`);
    await findByText('You are offline.', {within: probe});
    document.documentElement.lang = 'de';
    try {
      await findByText('Sie sind offline.', {within: probe});
    } finally {
      document.documentElement.lang = 'en';
    }
  });

  it('has every text replaced that the host gives', async () => {
    configurePortal({endpoint: '/api/v1', getToken, strings: {'error.offline': 'No cable.'}});
    await mount(html`<test-probe></test-probe>`);
    await findByText('No cable.');
  });
});

describe('An element whose template throws', () => {
  it('says so in its own place, tells the host, and can be tried again', async () => {
    configurePortal({endpoint: '/api/v1', getToken});
    const probe = await mount<TestProbe>(html`<test-probe></test-probe>`);
    await findByText('loaded', {within: probe});
    expectComplaint(/broken on purpose/);
    probe.breaks = true;
    probe.requestUpdate();
    await findByText('Something went wrong.', {within: probe});
    probe.breaks = false;
    probe.shadowRoot?.querySelector('button')?.click();
    await findByText('loaded', {within: probe});
    expect(queryByText('Something went wrong.', {within: probe})).to.equal(undefined);
  });
});

describe('A second copy of the library', () => {
  it('leaves the elements of the first in use, and warns once', () => {
    expectComplaint(/loaded after .*stay in use/);
    define('test-probe', class extends HTMLElement {});
    define('portal-provider', class extends HTMLElement {});
    expect(customElements.get('test-probe')).to.equal(TestProbe);
  });
});
