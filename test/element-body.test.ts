import {css, html as template, type TemplateResult} from 'lit';
import type {Membership} from '../src/portal/contract/index.ts';
import {define} from '../src/ui/define.ts';
import {ElementBody, type Body, type BodyStand} from '../src/ui/element-body.ts';
import {OnDemand} from '../src/ui/on-demand.ts';
import {PortalElement} from '../src/ui/portal-element.ts';
import '../src/widgets/portal-provider/define.ts';
import {
  beforeEach,
  describe,
  drawn,
  expect,
  findByRole,
  findByText,
  getByRole,
  html,
  it,
  mount,
  queryByText,
  startPortal,
  textOf,
  until,
  user,
} from './support/index.ts';

const portal = await startPortal();

/** How the module of the bodies loads; a test changes it. */
const loading = {failures: 0, times: 0, isDue: Promise.resolve()};

class ProbeBody implements Body<Membership> {
  readonly #made = ++made;

  constructor(_host: PortalElement) {}

  render({portal: {settings}, membership}: BodyStand<Membership>): TemplateResult {
    return template`<p class="member">${membership.id} ${settings.locale} ${this.#made}</p>
      <input aria-label="Name" />`;
  }
}
let made = 0;

const module = () =>
  new OnDemand(async () => {
    loading.times++;
    await loading.isDue;
    if (loading.failures-- > 0) throw new Error('No chunk');
    return {
      Body: ProbeBody,
      styles: [
        css`
          .member {
            color: rgb(1, 2, 3);
          }
        `,
      ],
    };
  });

class BodyProbe extends PortalElement {
  readonly body = new ElementBody<this, ProbeBody, Membership>(this, module(), 'member', {
    renderSkeleton: () => template`<p>room</p>`,
  });

  protected override renderWidget(): TemplateResult | undefined {
    return this.body.render('Probe');
  }
}
define('body-probe', BodyProbe);

class LightProbe extends BodyProbe {
  protected override createRenderRoot(): this {
    return this;
  }
}
define('light-probe', LightProbe);

const getToken = () => Promise.resolve('demo-customer');
const provided = (content: unknown) =>
  html`<portal-provider endpoint="/api/v1" locale="en" .getToken=${getToken}>${content}</portal-provider>`;
const probe = () => provided(html`<body-probe></body-probe>`);
const me = () => portal.requests.filter(({path}) => path === '/me');

beforeEach(() => void Object.assign(loading, {failures: 0, times: 0, isDue: Promise.resolve()}));

describe('The body of an element', () => {
  it('is loaded when the element has a portal, and keeps its room until then', async () => {
    const bare = await mount(html`<body-probe></body-probe>`);
    expect(loading.times).to.equal(0);
    bare.remove();
    let arrive = (): void => {};
    loading.isDue = new Promise((resolve) => (arrive = resolve));
    const page = await mount(probe());
    expect(getByRole('region', {name: 'Probe', within: page}).getAttribute('aria-busy')).to.equal('true');
    expect(textOf(page)).to.include('room');
    arrive();
    const member = await findByText(/^m-10023 en/, {within: page});
    expect(getComputedStyle(member).color).to.equal('rgb(1, 2, 3)');
    expect(queryByText('room', {within: page})).to.be.undefined;
  });

  it('asks who the member is at the same time', async () => {
    loading.isDue = new Promise(() => {});
    await mount(probe());
    await until(() => me().length === 1);
  });

  it('says what is wrong where it does not load, and loads it again', async () => {
    loading.failures = 1;
    const page = await mount(probe());
    await user.click(await findByRole('button', {name: 'Try again', within: page}));
    await findByText(/^m-10023/, {within: page});
    expect(loading.times).to.equal(2);
  });

  it('says what is wrong where it is not known who the member is', async () => {
    portal.faults.add({path: '/me', kind: 'status', status: 403});
    const page = await mount(probe());
    await findByRole('alert', {within: page});
    expect(queryByText(/^m-10023/, {within: page})).to.be.undefined;
    await user.click(getByRole('button', {name: 'Try again', within: page}));
    await findByText(/^m-10023/, {within: page});
  });

  it('stays, with what is typed in it, when the language changes', async () => {
    const page = await mount(probe());
    await findByText(/^m-10023 en/, {within: page});
    const field = getByRole('textbox', {name: 'Name', within: page});
    await user.type(field, 'Ada');
    const before = textOf(page);
    page.setAttribute('locale', 'de');
    await drawn(page);
    expect(textOf(page)).to.equal(before.replace(' en ', ' de '));
    await until(() => me().length === 2);
    await drawn(page);
    expect(getByRole('textbox', {name: 'Name', within: page}))
      .to.equal(field)
      .and.to.have.property('value', 'Ada');
  });

  it('shows nothing of one member to another', async () => {
    const page = await mount(probe());
    await findByText(/^m-10023/, {within: page});
    const probed = page.querySelector('body-probe');
    if (!probed) throw new Error('There is no probe');
    portal.faults.add({path: '/me', kind: 'hang'});
    probed.setAttribute('membership', 'm-10187');
    await drawn(page);
    expect(queryByText(/^m-10023/, {within: page})).to.be.undefined;
    expect(textOf(page)).to.include('room');
  });

  it('brings its styles where the element has no root of its own, and where it is moved to', async () => {
    const page = await mount(provided(html`<light-probe></light-probe>`));
    const member = await findByText(/^m-10023/, {within: page});
    expect(getComputedStyle(member).color).to.equal('rgb(1, 2, 3)');
    const other = document.createElement('div');
    page.append(other);
    const root = other.attachShadow({mode: 'open'});
    const light = page.querySelector('light-probe');
    if (light) root.append(light);
    const moved = await findByText(/^m-10023/, {within: other});
    expect(getComputedStyle(moved).color).to.equal('rgb(1, 2, 3)');
  });
});
