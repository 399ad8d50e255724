import {PortalConnection} from '../src/portal/connection.ts';
import {
  acceptances,
  company,
  country,
  fillIn,
  invitationLike,
  keysOf,
  language,
  lookups,
  mountForm,
  mountRegistration,
  password,
  passwordField,
  portal,
  privacyOf,
  put,
  register,
  send,
  termsOf,
  typed,
} from './partner-registration-page.ts';
import {
  descriptionOf,
  describe,
  drawn,
  emulateMedia,
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
  nameOf,
  nextEvent,
  queryByRole,
  queryByText,
  textOf,
  until,
  user,
} from './support/index.ts';

const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '');
const heading = (element: Element) => plain(textOf(getByRole('heading', {name: /./, within: element})));
const summary = (element: Element) =>
  getByRole('group', {name: 'Please look at these entries again', within: element});
const summaryLines = (element: Element) =>
  getAllByRole('listitem', {within: summary(element)}).map((item) => plain(textOf(item)));

/** Where it is said what has come of looking an invitation up. */
const spoken = (element: Element) => getAllByRole('status', {within: element})[0] ?? element;

describe('partner-registration', () => {
  describe('pending', () => {
    it('says who invites whom, and until when, and asks for what the portal asks', async () => {
      const {email, expiresAt} = invitationLike('pending');
      const element = await mountForm();
      expect(heading(element)).to.equal(`${company} invites you to its partner portal`);
      const text = textOf(element);
      expect(text).to.include('Invited by Annegret Holzapfel');
      expect(text).to.include(`Sent to ${email.slice(0, 1)}•••@`);
      expect(plain(text)).to.include('Invited as Customer');
      expect(plain(text)).to.match(/What you will see Orders, Receipts, .*and Company details/);
      expect(text).to.include(String(new Date(expiresAt).getFullYear()));
      expect(text).not.to.include(email);
      for (const label of Object.keys(typed)) expect(getByLabel(label, {within: element}).value).to.equal('');
      expect(getByLabel('Phone (optional)', {within: element}).type).to.equal('tel');
      expect(getByLabel('E-mail', {within: element}).type).to.equal('email');
      expect(country(element).options.length).to.be.above(200);
      expect(getByLabel('Send me news about the portal', {within: element}).type).to.equal('checkbox');
      await expectNoAxeViolations(element);
    });

    it('looks the invitation up without using it up, and says nothing of an account', async () => {
      const element = await mountForm();
      expect(lookups()).to.have.length(1);
      expect(acceptances()).to.have.length(0);
      expect(invitationLike('pending').status).to.equal('pending');
      expect(textOf(element)).not.to.match(/account|exists|already/i);
    });

    it('links to the terms so that the form stays, and only where that is safe', async () => {
      const [first] = portal.data.world.terms;
      if (!first) throw new Error('There are no terms');
      first.url = 'javascript:alert(1)';
      const element = await mountForm();
      const link = getByRole<HTMLAnchorElement>('link', {within: element});
      expect(nameOf(link)).to.equal('Read in a new tab: Privacy notice');
      expect([link.target, link.rel, link.href]).to.deep.equal([
        '_blank',
        'noopener noreferrer',
        'https://www.brinkholt.example/privacy',
      ]);
    });

    it('shows fields of types that it does not know as texts', async () => {
      const answer = {
        status: 'pending',
        companyName: company,
        emailMasked: 'a•••@b.example',
        partnerType: 'customer',
        expiresAt: '2126-01-01T00:00:00Z',
        fields: [
          {key: '__proto__', label: 'Fax', type: 'fax', required: true, autocomplete: 'cc-number'},
          {key: 'a"b/c~d', label: 'Odd', type: 'text', required: false, autocomplete: 'GIVEN-NAME '},
        ],
        terms: [],
      };
      portal.faults.add({path: '/invitation-lookups', kind: 'status', status: 200, body: answer});
      const element = await mountForm();
      const fax = getByLabel('Fax', {within: element});
      expect(fax.type).to.equal('text');
      expect(fax.hasAttribute('autocomplete'), 'nobody is asked for a card').to.be.false;
      expect(getByLabel('Odd (optional)', {within: element}).autocomplete).to.equal('given-name');
      put(element, 'Fax', '1');
      put(element, 'Odd (optional)', '2');
      portal.faults.add({
        path: '/invitation-acceptances',
        kind: 'status',
        status: 422,
        body: {errors: [{pointer: '#/registration/a%22b~1c~0d', code: 'odd', detail: 'Too odd.'}]},
      });
      await send(element);
      await findByRole('group', {within: element});
      expect(summaryLines(element)).to.deep.equal(['Odd: Too odd.']);
      expect(JSON.stringify(acceptances()[0]?.body)).to.include('{"__proto__":"1","a\\"b/c~d":"2"}');
    });

    it('is drawn in a page that has taken all styles away and set another size of text', async () => {
      const hostile = new CSSStyleSheet();
      hostile.replaceSync(
        `html {font-size: 62.5%} * {all: unset} #stage input, #stage button, #stage select {border: 9px solid red; padding: 30px}
        input {display: block !important} button {width: 100%} label {float: left; text-transform: uppercase} .field {position: fixed}`,
      );
      document.adoptedStyleSheets.push(hostile);
      try {
        const stage = await mount(html`<div id="stage"></div>`);
        const element = await mountForm();
        stage.append(element.parentElement ?? element);
        await drawn(element);
        const {borderTopWidth, display} = getComputedStyle(getByLabel('City', {within: element}));
        expect([borderTopWidth, display]).to.deep.equal(['1px', 'block']);
        expect(getComputedStyle(register(element)).borderTopWidth).to.equal('1px');
        expect(passwordField(element).offsetWidth).to.be.above(200);
        const label = element.querySelector<HTMLElement>('.label');
        const {float, textTransform} = getComputedStyle(label ?? element);
        expect([float, textTransform]).to.deep.equal(['none', 'none']);
        expect(getComputedStyle(element.querySelector('.field') ?? element).position).to.equal('static');
        expect(element.querySelector('[autocomplete="username"]')?.checkVisibility()).to.be.false;
        expect(getComputedStyle(element).display).to.equal('block');
      } finally {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== hostile);
      }
    });

    it('reaches nothing outside itself with its styles', async () => {
      const outside = await mount(html`<p class="button field">Outside</p>`);
      const before = getComputedStyle(outside).padding;
      await mountForm();
      expect(getComputedStyle(outside).padding).to.equal(before);
      expect(getComputedStyle(outside).display).to.equal('block');
    });

    it('is complete where there is little room, in the dark and in forced colours', async () => {
      const element = await mountForm({locale: 'de'});
      const container = element.parentElement;
      container?.style.setProperty('display', 'block');
      container?.style.setProperty('width', '320px');
      await until(() => element.clientWidth === 320);
      expect(element.scrollWidth).to.be.at.most(320);
      element.style.colorScheme = 'dark';
      await expectNoAxeViolations(element);
      element.style.removeProperty('color-scheme');
      await emulateMedia({forcedColors: 'active'});
      await expectNoAxeViolations(element);
    });

    it('has ids of its own, however many there are', async () => {
      await mountForm();
      await mountForm({token: invitationLike('pending').token});
      const ids = [...document.querySelectorAll('[id]')].map(({id}) => id);
      expect(new Set(ids).size).to.equal(ids.length);
    });
  });

  describe('passwords', () => {
    it('stand in one form of the page itself, with what managers look for', async () => {
      const element = await mountForm();
      const field = passwordField(element);
      expect(document.querySelector('form')?.contains(field)).to.be.true;
      expect([field.type, field.autocomplete]).to.deep.equal(['password', 'new-password']);
      expect(getByLabel('E-mail', {within: element}).autocomplete).to.equal('email');
      // What a manager takes for the name: the text field before the password.
      put(element, 'E-mail', typed['E-mail']);
      const texts = [...element.querySelectorAll('input')];
      const before = texts[texts.indexOf(field) - 1];
      expect([before?.autocomplete, before?.value]).to.deep.equal(['username', typed['E-mail']]);
      expect(before?.checkVisibility()).to.be.false;
    });

    it('can be pasted, long, with any characters, and are sent as they are', async () => {
      const element = await mountForm();
      await fillIn(element);
      const field = passwordField(element);
      expect(field.maxLength).to.equal(-1);
      const long = ' ünïcödé 🐎 '.repeat(10);
      field.focus();
      field.select();
      document.execCommand('insertText', false, long);
      expect(field.value).to.equal(long);
      await send(element);
      expect(acceptances()[0]?.body).to.have.nested.property('registration.password', long);
    });

    it('are told to be too long in words, and nothing is cut off', async () => {
      const element = await mountForm();
      await fillIn(element);
      put(element, 'Password', 'x'.repeat(129));
      await user.click(register(element));
      await findByRole('group', {name: /look at these/, within: element});
      expect(summaryLines(element)).to.deep.equal(['Password: Please write at most 128 characters.']);
      expect(passwordField(element).value).to.have.length(129);
      expect(acceptances()).to.have.length(0);
    });

    it('can be seen while one types, and the caret stays where it was', async () => {
      const element = await mountForm();
      const field = passwordField(element);
      await user.type(field, 'abcdef');
      field.setSelectionRange(2, 4);
      const button = getByRole('button', {name: 'Show: Password', within: element});
      await user.click(button);
      await until(() => field.type === 'text');
      expect(button.getAttribute('aria-pressed')).to.equal('true');
      expect([field.selectionStart, field.selectionEnd, field.value]).to.deep.equal([2, 4, 'abcdef']);
      await user.click(button);
      await until(() => field.type === 'password');
      expect([field.selectionStart, field.selectionEnd]).to.deep.equal([2, 4]);
    });

    it('are hidden again when they are sent', async () => {
      const element = await mountForm();
      await user.click(getByRole('button', {name: 'Show: Password', within: element}));
      await until(() => passwordField(element).type === 'text');
      await user.click(register(element));
      await until(() => passwordField(element).type === 'password');
    });
  });

  describe('checking', () => {
    it('says all that is missing once it is to be sent, and leads there', async () => {
      const element = await mountForm();
      expect(queryByRole('group', {name: /look at these/, within: element})).to.be.undefined;
      await user.click(register(element));
      await until(() => focusedElement() === summary(element));
      expect(summaryLines(element)).to.deep.equal([
        'Company: Please fill this in.',
        'Your name: Please fill this in.',
        'E-mail: Please fill this in.',
        'Street and number: Please fill this in.',
        'Postal code: Please fill this in.',
        'City: Please fill this in.',
        'Country: Please choose one.',
        'Language of documents: Please choose one.',
        'Password: Please fill this in.',
        'Terms of use of the partner portal: Please agree to go on.',
        'Privacy notice: Please agree to go on.',
      ]);
      const address = location.href;
      await user.click(getByRole('link', {name: /City:/, within: element}));
      expect(focusedElement()).to.equal(getByLabel('City', {within: element}));
      expect(location.href).to.equal(address);
      expect(descriptionOf(getByLabel('City', {within: element}))).to.equal('Please fill this in.');
      expect(acceptances()).to.have.length(0);
      await expectNoAxeViolations(element);
    });

    it('follows what is mended, and says nothing new of what is not', async () => {
      const element = await mountForm();
      await user.click(register(element));
      await until(() => summaryLines(element).length === 11);
      await user.type(getByLabel('City', {within: element}), 'B');
      await until(() => summaryLines(element).length === 10);
      expect(focusedElement(), 'who types is left alone').to.equal(getByLabel('City', {within: element}));
      put(element, 'E-mail', 'nobody');
      await until(() => summaryLines(element).some((line) => line.startsWith('E-mail: Please write')));
      await fillIn(element);
      await until(() => !queryByRole('group', {name: /look at these/, within: element}));
    });

    it('shows each objection of the portal at its entry, and those that fit none', async () => {
      const element = await mountForm();
      await fillIn(element);
      put(element, 'Password', 'short');
      await send(element);
      await findByRole('group', {name: /look at these/, within: element});
      expect(summaryLines(element)).to.deep.equal(['Password: At least 10 characters.']);
      expect(descriptionOf(passwordField(element))).to.include('At least 10 characters.');
      expect(getByLabel('City', {within: element}).value).to.equal(typed.City);
      put(element, 'City', 'Mulhouse');
      await drawn(element);
      expect(summaryLines(element), 'it is still refused').to.have.length(1);
      put(element, 'Password', password);
      await until(() => !queryByRole('group', {name: /look at these/, within: element}));
      portal.faults.add({
        path: '/invitation-acceptances',
        kind: 'status',
        status: 422,
        body: {
          errors: [{pointer: '#/registration/iban', code: 'x', detail: 'Your bank is unknown.'}],
        },
      });
      await send(element);
      await findByRole('group', {name: /look at these/, within: element});
      expect(summaryLines(element)).to.deep.equal(['Your bank is unknown.']);
    });

    it('shows newer terms, and keeps everything else', async () => {
      const element = await mountForm();
      await fillIn(element);
      const [first] = portal.data.world.terms;
      if (!first) throw new Error('There are no terms');
      first.version = '2026-12';
      await send(element);
      await findByText(/2026-12/, {within: element});
      expect(summaryLines(element).map((line) => line.replace(/.*: /, ''))).to.deep.equal([
        'There is a newer version. Please read it, and agree to it.',
      ]);
      expect(termsOf(element).checked).to.be.false;
      expect(privacyOf(element).checked).to.be.true;
      expect(passwordField(element).value).to.equal(password);
      expect(country(element).value).to.equal('FR');
      await user.click(termsOf(element));
      await until(() => !queryByRole('group', {name: /look at these/, within: element}));
      await send(element);
      await findByRole('heading', {name: 'Your account is ready', within: element});
      const [before, after] = keysOf(acceptances());
      expect(before, 'another body has another key').not.to.equal(after);
    });
  });

  describe('sending', () => {
    it('registers, says so, tells the page and leads on', async () => {
      const invitation = invitationLike('pending');
      const element = await mountForm();
      await fillIn(element);
      const accepted = nextEvent(element, 'invitation-accepted');
      await send(element);
      const {membershipId, next, bubbles, composed, cancelable} = await accepted;
      expect(membershipId).to.match(/^m-/);
      expect(next).to.equal(new URL('./', document.baseURI).href);
      expect([bubbles, composed, cancelable]).to.deep.equal([true, true, false]);
      const title = await findByRole('heading', {name: 'Your account is ready', within: element});
      await until(() => focusedElement() === title);
      const link = getByRole<HTMLAnchorElement>('link', {name: 'Go on to the portal', within: element});
      expect(link.href).to.equal(next);
      expect(queryByRole('form', {within: element})).to.be.undefined;
      expect(invitation.status).to.equal('accepted');
      expect(acceptances()[0]?.body).to.have.property('registration').that.deep.equals({
        companyName: typed.Company,
        contactName: typed['Your name'],
        email: typed['E-mail'],
        street: typed['Street and number'],
        postcode: typed['Postal code'],
        city: typed.City,
        country: 'FR',
        language: 'de',
        password,
        newsletter: false,
      });
      expect(acceptances()[0]?.body).to.have.property('locale', 'en');
      await expectNoAxeViolations(element);
    });

    it('reads what a password manager has filled in without a word', async () => {
      const element = await mountForm();
      await fillIn(element);
      passwordField(element).value = 'put there in silence';
      getByLabel('E-mail', {within: element}).value = 'silent@b.example';
      const answer = heldAnswer();
      portal.faults.add({path: '/invitation-acceptances', kind: 'delay', until: answer.isDue});
      await send(element);
      const name = element.querySelector<HTMLInputElement>('[autocomplete="username"]');
      expect(name?.value, 'what it saves the password with').to.equal('silent@b.example');
      answer.send();
      await findByRole('heading', {name: 'Your account is ready', within: element});
      expect(acceptances()[0]?.body).to.have.nested.property('registration.password', 'put there in silence');
    });

    it('sends once, however often and in whatever way it is told to', async () => {
      const element = await mountForm();
      await fillIn(element);
      const answer = heldAnswer();
      portal.faults.add({path: '/invitation-acceptances', kind: 'delay', until: answer.isDue});
      const form = getByRole<HTMLFormElement>('form', {within: element});
      form.requestSubmit();
      form.requestSubmit();
      const sending = await findByRole('button', {name: 'Registering…', within: element});
      await user.click(sending);
      await user.click(passwordField(element));
      await user.press('Enter');
      answer.send();
      await findByRole('heading', {name: 'Your account is ready', within: element});
      expect(acceptances()).to.have.length(1);
    });

    it('asks again with the same key where the answer was lost, and registers once', async () => {
      const element = await mountForm();
      await fillIn(element);
      portal.faults.add({path: '/invitation-acceptances', kind: 'network-after-commit'});
      await user.click(register(element));
      await findByRole('heading', {name: 'Your account is ready', within: element});
      const keys = keysOf(acceptances());
      expect(keys).to.have.length(2);
      expect(keys[0]).to.match(/^[\da-f-]{36}$/);
      expect(new Set(keys).size).to.equal(1);
    });

    it('waits with the same key where the portal is still at it', async () => {
      const element = await mountForm();
      const client = new PortalConnection({
        endpoint: '/api/v1',
        locale: 'en',
        timing: {request: 500, backoff: 1},
      });
      element.client = client;
      await findByRole('form', {within: element});
      await fillIn(element);
      const answer = heldAnswer();
      portal.faults.add({path: '/invitation-acceptances', kind: 'delay', until: answer.isDue});
      await user.click(register(element));
      // The first try is given up while the portal works on; the second is told so.
      await until(() => acceptances().some(({status}) => status === 409));
      answer.send();
      await findByRole('heading', {name: 'Your account is ready', within: element});
      expect(new Set(keysOf(acceptances())).size).to.equal(1);
      expect(acceptances().at(-1)?.status).to.equal(201);
    });

    it('does not ask for an invitation that is accepted, in whatever language it says so', async () => {
      const element = await mountForm();
      await fillIn(element);
      await send(element);
      await findByRole('heading', {name: 'Your account is ready', within: element});
      const before = lookups().length;
      element.locale = 'de';
      await findByRole('heading', {name: 'Ihr Konto ist bereit', within: element});
      // The portal notes requests in their order.
      await fetch('/api/v1/me');
      await until(() => portal.requests.at(-1)?.path === '/me');
      expect(lookups()).to.have.length(before);
    });

    it('keeps everything where it has failed, and tries again with the same key', async () => {
      const element = await mountForm();
      await fillIn(element);
      portal.faults.add({path: '/invitation-acceptances', kind: 'status', status: 500, times: 3});
      const failure = nextEvent(element, 'portal-error');
      await user.click(register(element));
      expect((await failure).error.kind).to.equal('server');
      await findByText('The portal had a problem.', {within: element});
      expect(getByText(/still here/, {within: element})).to.exist;
      expect(passwordField(element).value).to.equal(password);
      await expectNoAxeViolations(element);
      await user.click(register(element));
      await findByRole('heading', {name: 'Your account is ready', within: element});
      expect(acceptances()).to.have.length(4);
      expect(new Set(keysOf(acceptances())).size).to.equal(1);
    });

    it('finds out what has become of a try without an answer, after something else was filled in', async () => {
      const element = await mountForm();
      await fillIn(element);
      portal.faults.add({path: '/invitation-acceptances', kind: 'network-after-commit'});
      portal.faults.add({path: '/invitation-acceptances', kind: 'network', times: 2});
      await user.click(register(element));
      await findByText('The portal could not be reached.', {within: element});
      put(element, 'City', 'Mulhouse');
      const accepted = nextEvent(element, 'invitation-accepted');
      await user.click(register(element));
      expect((await accepted).membershipId).to.match(/^m-/);
      await findByRole('heading', {name: 'Your account is ready', within: element});
      expect(getByText(/not what you have changed since/, {within: element})).to.exist;
      const cities = acceptances().map(({body}) => JSON.stringify(body).includes('Mulhouse'));
      expect(cities).to.deep.equal([false, false, false, true, false]);
      const [first, , , other, again] = keysOf(acceptances());
      expect([other !== first, again]).to.deep.equal([true, first]);
    });

    it('says that a link has been used where none of its tries has used it', async () => {
      const element = await mountForm();
      await fillIn(element);
      portal.faults.add({path: '/invitation-acceptances', kind: 'network', times: 3});
      await user.click(register(element));
      await findByText('The portal could not be reached.', {within: element});
      put(element, 'City', 'Mulhouse');
      portal.faults.add({path: '/invitation-acceptances', kind: 'status', status: 409, times: 2});
      await user.click(register(element));
      await findByRole('heading', {name: 'This link does not work, or has been used', within: element});
      expect(acceptances()).to.have.length(5);
    });

    it('asks for no token of a session, and sends none', async () => {
      let asked = 0;
      const getToken = () => {
        asked++;
        return 'demo-customer';
      };
      const provider = await mount(html`
        <portal-provider endpoint="/api/v1" locale="en" .getToken=${getToken}>
          <partner-registration .token=${invitationLike('pending').token}></partner-registration>
        </portal-provider>
      `);
      await findByRole('form', {within: provider});
      await fillIn(provider);
      await send(provider);
      await findByRole('heading', {name: 'Your account is ready', within: provider});
      expect(asked).to.equal(0);
      expect(portal.requests.map(({headers}) => headers['authorization'])).to.deep.equal([
        undefined,
        undefined,
      ]);
    });

    it('says of one invitation nothing that has become of another', async () => {
      const element = await mountForm();
      await fillIn(element);
      const answer = heldAnswer();
      portal.faults.add({path: '/invitation-acceptances', kind: 'delay', until: answer.isDue});
      const accepted = nextEvent(element, 'invitation-accepted');
      await send(element);
      element.token = invitationLike('expired').token;
      await findByRole('heading', {name: 'This invitation has expired', within: element});
      answer.send();
      await accepted;
      await drawn(element);
      expect(heading(element)).to.equal('This invitation has expired');
    });

    it('goes on when the element has left the page', async () => {
      const element = await mountForm();
      await fillIn(element);
      const answer = heldAnswer();
      portal.faults.add({path: '/invitation-acceptances', kind: 'delay', until: answer.isDue});
      const accepted = nextEvent(element, 'invitation-accepted');
      await user.click(register(element));
      await findByRole('button', {name: 'Registering…', within: element});
      element.remove();
      answer.send();
      expect((await accepted).membershipId).to.match(/^m-/);
    });

    for (const [next, leads] of [
      ['https://evil.example/', undefined],
      ['javascript:alert(1)', undefined],
      ['//evil.example/', undefined],
      [`http://user:secret@${location.host}/`, undefined],
      ['data:text/html,x', undefined],
      ['/home?a=1', `${location.origin}/home?a=1`],
      [undefined, undefined],
    ] as const) {
      it(`leads on from ${next} to ${leads ?? 'nowhere'}`, async () => {
        const element = await mountForm();
        await fillIn(element);
        portal.faults.add({
          path: '/invitation-acceptances',
          kind: 'status',
          status: 201,
          body: {membershipId: 'm-1', next},
        });
        const accepted = nextEvent(element, 'invitation-accepted');
        await send(element);
        expect((await accepted).next).to.equal(leads);
        await findByRole('heading', {name: 'Your account is ready', within: element});
        expect(queryByRole<HTMLAnchorElement>('link', {within: element})?.href).to.equal(leads);
      });
    }

    it('leads on to the portal’s own origin', async () => {
      const endpoint = 'https://portal.example/api/v1';
      const next = 'https://portal.example/welcome';
      const element = await mountForm({endpoint});
      await fillIn(element);
      portal.faults.add({
        path: '/invitation-acceptances',
        kind: 'status',
        status: 201,
        body: {membershipId: 'm-1', next},
      });
      await send(element);
      const link = await findByRole<HTMLAnchorElement>('link', {
        name: 'Go on to the portal',
        within: element,
      });
      expect([link.href, link.referrerPolicy]).to.deep.equal([next, 'no-referrer']);
    });
  });

  describe('keeps what was typed', () => {
    it('in another language', async () => {
      const element = await mountForm();
      await fillIn(element);
      user.select(country(element), 'Germany');
      const field = passwordField(element);
      element.locale = 'de';
      await findByText(/lädt Sie/, {within: element});
      await until(() => getByLabel('Ort', {within: element}).value === typed.City);
      expect(getByLabel('Passwort', {within: element})).to.equal(field);
      expect(field.value).to.equal(password);
      const land = getByLabel<HTMLSelectElement>('Land', {within: element});
      expect([land.value, land.selectedOptions[0]?.label]).to.deep.equal(['DE', 'Deutschland']);
      expect(lookups().map(({headers}) => headers['accept-language'])).to.deep.equal(['en', 'de']);
    });

    it('when the element is moved in the page', async () => {
      const element = await mountForm();
      await fillIn(element);
      const before = lookups().length;
      const other = await mount(html`<div></div>`);
      other.append(element.parentElement ?? element);
      await drawn(element);
      expect(getByLabel('City', {within: element}).value).to.equal(typed.City);
      expect(language(element).value).to.equal('de');
      expect(lookups()).to.have.length(before);
    });
  });

  describe('states', () => {
    it('unconfigured: shows nothing', async () => {
      const element = await mount(html`<partner-registration></partner-registration>`);
      expect(textOf(element)).to.equal('');
    });

    it('no link: says where registration begins, and asks the portal nothing', async () => {
      const element = await mountRegistration();
      await findByRole('heading', {name: 'Open the link of your invitation', within: element});
      expect(portal.requests).to.have.length(0);
      await expectNoAxeViolations(element);
    });

    it('looking up: says so', async () => {
      const element = await mountRegistration({token: 'any', endpoint: '/never/api/v1'});
      await findByText('Loading…', {within: element});
      await expectNoAxeViolations(element);
    });

    for (const [status, title] of [
      ['expired', 'This invitation has expired'],
      ['revoked', 'This invitation was withdrawn'],
    ] as const) {
      it(`${status}: says so, and whom to ask`, async () => {
        const answer = heldAnswer();
        portal.faults.add({path: '/invitation-lookups', kind: 'delay', until: answer.isDue});
        const element = await mountRegistration({token: invitationLike(status).token});
        await until(() => lookups().length === 1 && textOf(spoken(element)) === 'Loading…');
        const region = spoken(element);
        answer.send();
        const found = await findByRole('heading', {name: title, within: element});
        expect(region.contains(found), 'who does not see it hears it').to.be.true;
        expect(plain(textOf(element))).to.include(`Ask ${company} for a new one.`);
        expect(queryByRole('button', {within: element})).to.be.undefined;
        await expectNoAxeViolations(element);
      });
    }

    it('unknown and used: look the same, and are no error of the page', async () => {
      let errors = 0;
      const count = () => errors++;
      document.addEventListener('portal-error', count);
      const texts: string[] = [];
      for (const token of ['no-such-token', invitationLike('accepted').token]) {
        const element = await mountRegistration({token});
        await findByRole('heading', {name: 'This link does not work, or has been used', within: element});
        texts.push(textOf(element));
      }
      // A portal that says what it should not.
      portal.faults.add({
        path: '/invitation-lookups',
        kind: 'status',
        status: 200,
        body: {
          status: 'accepted',
          companyName: company,
          emailMasked: 'a•••',
          partnerType: 'x',
          expiresAt: '2126-01-01T00:00:00Z',
          fields: [],
          terms: [],
        },
      });
      const told = await mountRegistration({token: 'third'});
      await findByRole('heading', {name: /or has been used/, within: told});
      texts.push(textOf(told));
      document.removeEventListener('portal-error', count);
      expect(new Set(texts).size).to.equal(1);
      expect(errors).to.equal(0);
    });

    for (const [status, title] of [
      [409, 'This link does not work, or has been used'],
      [404, 'This link does not work, or has been used'],
      [410, 'This invitation is not valid any more'],
    ] as const) {
      it(`${status} when it is sent: says what to do next`, async () => {
        const element = await mountForm();
        await fillIn(element);
        portal.faults.add({path: '/invitation-acceptances', kind: 'status', status});
        await send(element);
        const found = await findByRole('heading', {name: title, within: element});
        await until(() => focusedElement() === found);
        expect(acceptances()).to.have.length(1);
        expect(queryByRole('form', {within: element})).to.be.undefined;
        await expectNoAxeViolations(element);
      });
    }

    it('wrong account: says what to do, and keeps the form', async () => {
      const element = await mountForm();
      await fillIn(element);
      portal.faults.add({
        path: '/invitation-acceptances',
        kind: 'status',
        status: 403,
        body: {status: 403, code: 'wrong_account', detail: 'You are signed in as somebody else.'},
      });
      await send(element);
      await findByText('You are signed in as somebody else.', {within: element});
      expect(getByText(/Sign out of the portal/, {within: element})).to.exist;
      expect(passwordField(element).value).to.equal(password);
      await expectNoAxeViolations(element);
      await send(element);
      await findByRole('heading', {name: 'Your account is ready', within: element});
    });

    it('wrong account before there is a form: says what to do, and looks up again', async () => {
      portal.faults.add({
        path: '/invitation-lookups',
        kind: 'status',
        status: 403,
        body: {status: 403, code: 'wrong_account', detail: 'This is somebody else.'},
      });
      const element = await mountRegistration({token: invitationLike('pending').token});
      await findByRole('heading', {name: 'You are signed in as somebody else.', within: element});
      expect(getByText(/Sign out of the portal/, {within: element})).to.exist;
      await expectNoAxeViolations(element);
      await user.click(getByRole('button', {name: 'Try again', within: element}));
      await findByRole('form', {within: element});
    });

    it('failed: says what happened, with a reference, and looks up again', async () => {
      portal.faults.add({
        path: '/invitation-lookups',
        kind: 'status',
        status: 400,
        body: {title: 'Bad', status: 400, traceId: 'trace-7'},
      });
      const element = await mountRegistration({token: invitationLike('pending').token});
      await findByText(/trace-7/, {within: element});
      await user.click(getByRole('button', {name: 'Try again', within: element}));
      await findByRole('form', {within: element});
      expect(focusedElement(), 'not sent to the top of the page').to.equal(
        getByRole('heading', {name: /invites you/, within: element}),
      );
    });

    it('a sign-in page in place of an answer: no session is over', async () => {
      let expired = 0;
      const count = () => expired++;
      document.addEventListener('session-expired', count);
      const element = await mountRegistration({token: 'any', endpoint: '/html/api/v1'});
      await findByText(/could not be understood/, {within: element});
      document.removeEventListener('session-expired', count);
      expect(expired).to.equal(0);
      expect(queryByText(/signed out/i, {within: element})).to.be.undefined;
    });

    it('hostile texts: stay texts', async () => {
      const element = await mountForm({endpoint: '/hostile/api/v1'});
      expect(element.querySelector('script, img')).to.be.null;
      expect(queryByRole('link', {within: element})).to.be.undefined;
      expect('hacked' in globalThis).to.be.false;
    });
  });
});
