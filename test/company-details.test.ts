import '../src/widgets/company-details/define.ts';
import '../src/widgets/portal-provider/define.ts';
import type {Company} from '../src/portal/contract/index.ts';
import type {CompanyDetails} from '../src/widgets/company-details/company-details.ts';
import {
  describe,
  drawn,
  expect,
  expectNoAxeViolations,
  findByRole,
  findByText,
  focusedElement,
  getAllByRole,
  getByLabel,
  getByRole,
  getByText,
  heldAnswer,
  html,
  it,
  mount,
  nextEvent,
  queryByLabel,
  queryByRole,
  queryByText,
  startPortal,
  textOf,
  until,
  user,
} from './support/index.ts';

const portal = await startPortal();

interface Options {
  token?: string;
  endpoint?: string;
  locale?: string;
  heading?: string;
}

async function mountCompany(
  {token = 'demo-customer', endpoint = '/api/v1', locale = 'en', heading}: Options = {},
  {ready = true} = {},
): Promise<CompanyDetails> {
  const provider = await mount(html`
    <portal-provider .endpoint=${endpoint} .getToken=${() => Promise.resolve(token)} locale=${locale}>
      <company-details .heading=${heading}></company-details>
    </portal-provider>
  `);
  const element = provider.querySelector('company-details');
  if (!element) throw new Error('There is no company');
  if (ready) await settled(element);
  return element;
}

async function settled(element: Element): Promise<void> {
  await until(
    () => getByRole('region', {within: element}).getAttribute('aria-busy') === 'false',
    'an end of loading',
  );
}

const minimal: Company = {
  id: 'p-1',
  name: 'Kiosk am Pegel',
  address: {name: 'Kiosk am Pegel', line1: 'Uferstraße 1', postcode: '50996', city: 'Köln', country: 'DE'},
  contacts: [],
  deliveryAddresses: [],
};

/** The portal knows this company from now on. */
function answerWith(company: Partial<Company>): void {
  portal.faults.add({
    path: '/company',
    kind: 'status',
    status: 200,
    body: {...minimal, ...company},
    times: 9,
  });
}

const manyAddresses = (count: number): Company['deliveryAddresses'] =>
  Array.from({length: count}, (_, index) => ({
    id: `a-${index}`,
    name: `Depot ${index + 1}`,
    line1: `Kai ${index + 1}`,
    postcode: String(10_000 + index),
    city: index % 2 === 0 ? 'Düren' : 'Łódź',
    country: index % 2 === 0 ? 'DE' : 'PL',
  }));

/** What the next copying puts on the clipboard, where the page may write to it. */
function watchClipboard(): {texts: string[]} {
  const texts: string[] = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      writeText: (text: string) => {
        texts.push(text);
        return Promise.resolve();
      },
    },
  });
  return {texts};
}

/** A page that may not write to the clipboard, as over plain HTTP: what a command of the user would have copied. */
function withoutClipboard(): {marked: () => string} {
  Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined});
  return {marked: () => String(getSelection() ?? '')};
}

const sectionOf = (element: Element, title: string): HTMLElement => {
  const section = getByRole('heading', {name: title, within: element}).closest('section');
  if (!section) throw new Error(`${title} is in no section`);
  return section;
};
const hrefOf = (element: Element, name: string) =>
  getByRole('link', {name, within: element}).getAttribute('href');
const cardsOf = (element: Element, title: string) =>
  getAllByRole('listitem', {within: sectionOf(element, title)});

describe('company-details', () => {
  describe('loaded', () => {
    it('shows everything that the portal gives', async () => {
      const element = await mountCompany();
      expect(getByRole('heading', {name: 'Kessler-Amrain Anlagenbau GmbH', within: element})).to.exist;
      expect(textOf(sectionOf(element, 'Address'))).to.include(
        'Werkstraße 8 88239 Wangen im Allgäu Baden-Württemberg Germany',
      );
      const numbers = textOf(sectionOf(element, 'Numbers'));
      for (const number of ['10023', 'DE299812350', 'HRB 722981, Amtsgericht Ulm', '2990000020000']) {
        expect(numbers).to.include(number);
      }
      const payment = textOf(sectionOf(element, 'Payment'));
      expect(payment).to.include('30 days').and.to.include('Euro (EUR)');
      expect(cardsOf(element, 'People').map(textOf)[0]).to.match(/^Miriam Vogt Purchasing /);
      expect(cardsOf(element, 'Delivery addresses')).to.have.length(4);
      const [euro, dollar] = cardsOf(element, 'Bank accounts').map(textOf);
      expect(euro).to.include('Hausbank Argental Preferred account').and.to.include('BIC HAGTDE61XXX');
      expect(dollar).to.include('Account number 000123456789').and.to.include('US Dollar (USD)');
      expect(dollar).to.include('Account holder Kessler-Amrain North America Inc.');
      expect(dollar).not.to.match(/IBAN|BIC|Preferred/);
      await expectNoAxeViolations(element);
    });

    it('asks for the company and the member at once, each once', async () => {
      const answer = heldAnswer();
      portal.faults.add({path: '/me', kind: 'delay', until: answer.isDue});
      const element = await mountCompany({}, {ready: false});
      await until(() => portal.requests.some(({path}) => path === '/company'));
      expect(textOf(element), 'nothing before it is known who asks').not.to.include('Kessler');
      answer.send();
      await settled(element);
      expect(portal.requests.map(({path}) => path).toSorted()).to.deep.equal(['/company', '/me']);
    });

    it('shows nothing for what the portal does not give', async () => {
      answerWith({});
      const element = await mountCompany();
      expect(textOf(element)).to.equal(
        'Kiosk am Pegel Address Uferstraße 1 50996 Köln Germany Copy the address of Kiosk am Pegel',
      );
      await expectNoAxeViolations(element);
    });

    it('makes links of what can be called, written to and visited, and of nothing else', async () => {
      const element = await mountCompany();
      const contact = sectionOf(element, 'Contact');
      expect(hrefOf(contact, '+49 7522 555 0')).to.equal('tel:+4975225550');
      expect(hrefOf(contact, 'einkauf@kessler-amrain.example')).to.equal(
        'mailto:einkauf@kessler-amrain.example',
      );
      const website = getByRole('link', {name: 'www.kessler-amrain.example', within: contact});
      expect(website.getAttribute('href')).to.equal('https://www.kessler-amrain.example/');
      expect(website.getAttribute('rel')).to.equal('noopener noreferrer');
      answerWith({
        phone: 'ask Miriam',
        email: 'a@b.example?bcc=all@b.example',
        website: 'javascript:alert(1)',
      });
      await element.reload();
      await findByText('ask Miriam', {within: element});
      expect(getByText('javascript:alert(1)', {within: element})).to.exist;
      expect(queryByRole('link', {within: element})).to.be.undefined;
    });

    it('says countries and currencies in the language of the page', async () => {
      const element = await mountCompany({locale: 'de'});
      const [, austria, switzerland] = cardsOf(element, 'Lieferadressen').map(textOf);
      expect(austria).to.include('Vorarlberg Österreich');
      expect(switzerland).to.include('Thurgau Schweiz');
      expect(textOf(element)).to.include('US-Dollar (USD)');
    });

    it('has the title that the page gives it, and the name below it', async () => {
      const element = await mountCompany({heading: 'Your company'});
      expect(getByRole('region', {name: 'Your company', within: element})).to.exist;
      expect(textOf(element)).to.match(/^Your company Kessler-Amrain Anlagenbau GmbH /);
      element.heading = '';
      await drawn(element);
      expect(textOf(element)).to.match(/^Kessler-Amrain Anlagenbau GmbH /);
    });

    it('reads in one column where there is little room, with nothing wider than the page', async () => {
      const element = await mountCompany({locale: 'de'});
      const container = element.parentElement;
      container?.style.setProperty('display', 'block');
      container?.style.setProperty('width', '320px');
      await until(() => element.clientWidth === 320);
      expect(element.scrollWidth).to.be.at.most(320);
      const lefts = cardsOf(element, 'Lieferadressen').map((card) => card.getBoundingClientRect().left);
      expect(new Set(lefts).size).to.equal(1);
      for (const button of getAllByRole('button', {within: element})) {
        const {right, width, height} = button.getBoundingClientRect();
        expect(right).to.be.at.most(element.getBoundingClientRect().right);
        expect(Math.min(width, height)).to.be.at.least(24);
      }
    });
  });

  describe('copying', () => {
    it('copies an address as the lines of a label, its country in words', async () => {
      const {texts} = watchClipboard();
      const element = await mountCompany();
      const name = 'Copy the address of Kessler-Amrain Montage Österreich';
      await user.click(getByRole('button', {name, within: element}));
      await findByText('Copied', {within: element});
      expect(texts).to.deep.equal([
        'Kessler-Amrain Montage Österreich\nSchwefel 91\n6850 Dornbirn\nVorarlberg\nAustria',
      ]);
    });

    it('shows an IBAN in groups of four and copies it without spaces', async () => {
      const {texts} = watchClipboard();
      answerWith({bankAccounts: [{iban: 'DE75 5121 0800 1245 1261 99'}]});
      const element = await mountCompany();
      const [account] = cardsOf(element, 'Bank accounts');
      if (!account) throw new Error('There is no account');
      const groups = [...account.querySelectorAll('.groups > span')].map(textOf);
      expect(groups).to.deep.equal(['DE75', '5121', '0800', '1245', '1261', '99']);
      await user.click(getByRole('button', {name: 'Copy DE75512108001245126199', within: account}));
      await findByText('Copied', {within: account});
      expect(texts).to.deep.equal(['DE75512108001245126199']);
    });

    it('says what was copied last, and only there', async () => {
      watchClipboard();
      const element = await mountCompany();
      const [first, second] = getAllByRole('button', {name: 'Copy 2990000020000', within: element});
      if (!first || !second) throw new Error('The GLN of company and address are the same here');
      await user.click(second);
      const said = await findByText('Copied', {within: element});
      expect(second.nextElementSibling).to.equal(said);
      await user.click(first);
      await until(() => first.nextElementSibling === getByText('Copied', {within: element}));
    });

    it('says so once where the same is there twice', async () => {
      watchClipboard();
      const phone = '+49 221 1';
      answerWith({
        phone,
        contacts: [
          {name: 'A', phone},
          {name: 'B', phone},
        ],
        bankAccounts: [{bic: 'DEUTDEFF'}, {bic: 'DEUTDEFF'}],
      });
      const element = await mountCompany();
      for (const name of [`Copy ${phone}`, 'Copy DEUTDEFF']) {
        const [, second] = getAllByRole('button', {name, within: element});
        if (!second) throw new Error('It is not there twice');
        await user.click(second);
        await until(() => textOf(second.nextElementSibling ?? second) === 'Copied');
        expect(getByText('Copied', {within: element}), 'and nowhere else').to.equal(
          second.nextElementSibling,
        );
      }
    });

    it('copies where the page may not write to the clipboard', async () => {
      const {marked} = withoutClipboard();
      const element = await mountCompany();
      await user.click(getByRole('button', {name: 'Copy DE75512108001245126199', within: element}));
      await findByText('Copied', {within: element});
      expect(marked()).not.to.match(/\s\S/);
    });

    it('copies the name with the address there, too, whatever the page does to what is copied', async () => {
      withoutClipboard();
      const add = (event: ClipboardEvent) => {
        event.clipboardData?.setData('text/plain', 'Read more at …');
        event.preventDefault();
      };
      document.addEventListener('copy', add);
      const texts: string[] = [];
      const {setData} = DataTransfer.prototype;
      DataTransfer.prototype.setData = function (type, text) {
        texts.push(text);
        setData.call(this, type, text);
      };
      answerWith({});
      const element = await mountCompany();
      await user.click(getByRole('button', {name: 'Copy the address of Kiosk am Pegel', within: element}));
      await findByText('Copied', {within: element});
      DataTransfer.prototype.setData = setData;
      document.removeEventListener('copy', add);
      expect(texts).to.deep.equal(['Kiosk am Pegel\nUferstraße 1\n50996 Köln\nGermany']);
    });
  });

  describe('many delivery addresses', () => {
    it('shows twelve at a glance without a search', async () => {
      answerWith({deliveryAddresses: manyAddresses(12)});
      const element = await mountCompany();
      expect(cardsOf(element, 'Delivery addresses')).to.have.length(12);
      expect(queryByLabel('Find a delivery address', {within: element})).to.be.undefined;
      expect(queryByRole('button', {name: /^Show/, within: element})).to.be.undefined;
    });

    it('finds some of two hundred by any of their words, without accents', async () => {
      answerWith({deliveryAddresses: manyAddresses(200)});
      const element = await mountCompany();
      expect(cardsOf(element, 'Delivery addresses')).to.have.length(12);
      await user.type(getByLabel('Find a delivery address', {within: element}), 'lodz poland 18');
      // Numbers 18, 118, 180 … of the even ones, which are in Łódź, and postal codes with 18 in them.
      const status = await findByText(/^\d+ of 200 addresses$/, {within: element});
      const cards = cardsOf(element, 'Delivery addresses').map(textOf);
      expect(cards.length).to.equal(Number.parseInt(textOf(status), 10));
      expect(cards.every((text) => text.includes('Łódź') && text.includes('18'))).to.be.true;
      await user.fill(getByLabel('Find a delivery address', {within: element}), 'nowhere');
      await findByText('No address fits.', {within: element});
      await expectNoAxeViolations(element);
      await user.press('Escape');
      await until(() => cardsOf(element, 'Delivery addresses').length === 12);
    });

    it('unfolds all of them, and keeps the focus', async () => {
      answerWith({deliveryAddresses: manyAddresses(200)});
      const element = await mountCompany();
      const unfold = getByRole('button', {name: 'Show all 200', within: element});
      await user.click(unfold);
      await until(() => cardsOf(element, 'Delivery addresses').length === 200);
      expect(focusedElement()).to.equal(unfold);
      expect(unfold.getAttribute('aria-expanded')).to.equal('true');
      await user.click(getByRole('button', {name: 'Show fewer', within: element}));
      await until(() => cardsOf(element, 'Delivery addresses').length === 12);
    });
  });

  describe('logo', () => {
    const picture = (element: Element) => element.shadowRoot?.querySelector('img') ?? undefined;
    const missing = `${location.origin}/no-such-logo.svg`;

    it('is drawn from an encrypted or own address, and says nothing', async () => {
      answerWith({logoUrl: '/docs/demo.png'});
      const element = await mountCompany();
      expect(picture(element)?.getAttribute('alt')).to.equal('');
      expect(picture(element)?.src).to.equal(`${location.origin}/docs/demo.png`);
    });

    for (const logoUrl of [
      'http://logos.example/a.png',
      'javascript:alert(1)',
      'data:text/html,x',
      'mailto:a@b.c',
    ]) {
      it(`is not asked for at ${logoUrl}`, async () => {
        answerWith({logoUrl});
        expect(picture(await mountCompany())).to.be.undefined;
      });
    }

    it('leaves no broken picture where there is none', async () => {
      answerWith({logoUrl: missing});
      const element = await mountCompany();
      await until(() => !picture(element));
      expect(textOf(element)).to.match(/^Kiosk am Pegel /);
    });
  });

  describe('states', () => {
    it('unconfigured: shows nothing', async () => {
      const element = await mount(html`<company-details></company-details>`);
      expect(textOf(element)).to.equal('');
    });

    it('loading: says so', async () => {
      const element = await mountCompany({endpoint: '/never/api/v1'}, {ready: false});
      await findByText('Loading…', {within: element});
      await expectNoAxeViolations(element);
    });

    it('not allowed: says so, and fires no error', async () => {
      let errors = 0;
      const count = () => errors++;
      document.addEventListener('portal-error', count);
      const element = await mountCompany({endpoint: '/not-allowed/api/v1'});
      document.removeEventListener('portal-error', count);
      expect(getByText('You are not allowed to see the details of the company.', {within: element})).to.exist;
      expect(queryByRole('button', {within: element})).to.be.undefined;
      expect(errors).to.equal(0);
      await expectNoAxeViolations(element);
    });

    it('refused: says what the portal says', async () => {
      portal.faults.add({
        path: '/company',
        kind: 'status',
        status: 403,
        body: {type: 'about:blank', title: 'No', status: 403, detail: 'Ask the head office.'},
      });
      const element = await mountCompany();
      expect(getByText('Ask the head office.', {within: element})).to.exist;
    });

    it('signed out: says so, shows nothing of before, and leads back', async () => {
      const element = await mountCompany();
      portal.faults.add({kind: 'status', status: 401, times: 100});
      const expired = nextEvent(element, 'session-expired');
      await element.reload();
      await expired;
      await findByText('You are signed out.', {within: element});
      expect(textOf(element)).not.to.include('Kessler');
      portal.faults.clear();
      await user.click(getByRole('button', {name: 'Sign in again', within: element}));
      await findByRole('heading', {name: 'Kessler-Amrain Anlagenbau GmbH', within: element});
    });

    it('failed: says what happened, with a reference, and tries again', async () => {
      portal.faults.add({
        path: '/company',
        kind: 'status',
        status: 400,
        body: {type: 'about:blank', title: 'Bad', status: 400, traceId: 'trace-7'},
      });
      const element = await mountCompany();
      await findByText(/trace-7/, {within: element});
      await expectNoAxeViolations(element);
      await user.click(getByRole('button', {name: 'Try again', within: element}));
      await findByRole('heading', {name: 'Kessler-Amrain Anlagenbau GmbH', within: element});
    });

    it('failed again: keeps what is shown, and says that it may be old', async () => {
      const element = await mountCompany();
      portal.faults.add({path: '/company', kind: 'status', status: 400});
      await element.reload();
      await findByText(/may be out of date/, {within: element});
      expect(cardsOf(element, 'Delivery addresses')).to.have.length(4);
      await user.click(getByRole('button', {name: 'Try again', within: element}));
      await until(() => !queryByText(/may be out of date/, {within: element}));
    });

    it('hostile texts: stay texts', async () => {
      const element = await mountCompany({endpoint: '/hostile/api/v1'});
      expect(element.shadowRoot?.querySelector('script, img')).to.be.null;
      expect('hacked' in globalThis).to.be.false;
      const links = getAllByRole('link', {within: element}).map((link) => link.getAttribute('href'));
      expect(links.every((href) => /^(tel|mailto):/.test(href ?? ''))).to.be.true;
      await expectNoAxeViolations(element);
    });

    it('another membership: shows nothing of the first', async () => {
      const element = await mountCompany();
      element.membership = 'm-10187';
      await drawn(element);
      expect(textOf(element)).not.to.include('Kessler');
      // The second membership may not see its company.
      await findByText('You are not allowed to see the details of the company.', {within: element});
    });
  });
});
