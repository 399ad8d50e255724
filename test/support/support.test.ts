/** The helpers themselves: each must be able to fail, or the tests that use them prove nothing. */
import {expect} from '@open-wc/testing/pure';
import {LitElement, html} from 'lit';
import {expectNoAxeViolations} from './axe.ts';
import {emulateMedia, setViewport} from './browser.ts';
import {focusedElement} from './flat-tree.ts';
import {describe, it, tellable} from './mocha.ts';
import {mount} from './mount.ts';
import {
  descriptionOf,
  findByRole,
  getAllByRole,
  getByLabel,
  getByRole,
  getByText,
  queryByRole,
  queryByText,
  textOf,
} from './queries.ts';
import {nextEvent, until} from './until.ts';
import {user} from './user.ts';
import {expectComplaint} from './watch.ts';

class SupportForm extends LitElement {
  protected override render() {
    return html`
      <form aria-label="Order" @submit=${(event: Event) => event.preventDefault()}>
        <label for="quantity">Quantity</label>
        <input id="quantity" aria-describedby="hint" />
        <span id="hint">At least 5</span>
        <label>Note <textarea></textarea></label>
        <select aria-label="Unit">
          <option>PCS</option>
          <option>BOX</option>
        </select>
        <button type="button"><slot></slot> it</button>
        <button type="button" hidden>Secret</button>
        <div aria-hidden="true">Out of reach</div>
        <dialog aria-label="Review"><button type="button">Close</button></dialog>
      </form>
    `;
  }
}
customElements.define('support-form', SupportForm);

class SupportUnlabelled extends LitElement {
  protected override render() {
    return html`<input />`;
  }
}
customElements.define('support-unlabelled', SupportUnlabelled);

const form = () => mount<SupportForm>(html`<support-form><b>Send</b></support-form>`);

describe('queries', () => {
  it('finds through shadow roots by role, name, label and text', async () => {
    await form();
    expect(getByRole('button', {name: 'Send it'}).localName).to.equal('button');
    expect(getByRole('form', {name: /^Ord/}).localName).to.equal('form');
    expect(getByLabel('Quantity').id).to.equal('quantity');
    expect(descriptionOf(getByLabel('Quantity'))).to.equal('At least 5');
    expect(getByLabel('Note').localName).to.equal('textarea');
    expect(getByText('Send').localName).to.equal('b');
    expect(await findByRole('combobox', {name: 'Unit'})).to.equal(getByLabel('Unit'));
  });

  it('leaves out what is hidden', async () => {
    const element = await form();
    expect(queryByRole('button', {name: 'Secret'})).to.equal(undefined);
    expect(queryByText('Out of reach')).to.equal(undefined);
    expect(textOf(element)).not.to.contain('Secret');
  });

  it('sees nothing but a modal dialog while one is open', async () => {
    const element = await form();
    const before = getAllByRole('button').length;
    element.shadowRoot?.querySelector('dialog')?.showModal();
    expect(getAllByRole('button').map(textOf)).to.deep.equal(['Close']);
    element.shadowRoot?.querySelector('dialog')?.close();
    expect(getAllByRole('button').length).to.equal(before);
  });

  it('says what is there instead', async () => {
    await form();
    expect(() => getByRole('button', {name: 'Discard'})).to.throw(
      /Nothing with role button and name Discard.*"Send it"/s,
    );
    expect(() => getByLabel('Price')).to.throw(/"Quantity"/);
    expect(() => getByText('Nowhere')).to.throw(/Nothing with text Nowhere/);
  });
});

describe('user', () => {
  it('clicks, types, replaces and chooses with real input', async () => {
    await form();
    const clicked = nextEvent(document.body, 'click');
    await user.click(getByRole('button', {name: 'Send it'}));
    expect((await clicked).isTrusted).to.equal(true);
    const quantity = getByLabel('Quantity');
    await user.type(quantity, '12');
    await user.type(quantity, '3');
    expect(quantity.value).to.equal('123');
    await user.fill(quantity, '7');
    expect(quantity.value).to.equal('7');
    await user.fill(quantity, '');
    expect(quantity.value).to.equal('');
    await user.press('Tab');
    expect(focusedElement()).to.equal(getByLabel('Note'));
    await user.press('Shift+Tab');
    expect(focusedElement()).to.equal(quantity);
    const unit = getByLabel<HTMLSelectElement>('Unit');
    user.select(unit, 'BOX');
    expect(unit.value).to.equal('BOX');
  });

  it('does not click through something else', async () => {
    await mount(
      html`<div>
        <button type="button">Under</button>
        <dialog>Over</dialog>
      </div>`,
    );
    const button = getByRole('button', {name: 'Under'});
    document.querySelector('dialog')?.showModal();
    const error = await user.click(button).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(String(error)).to.match(/lies over <button>/);
  });

  it('pastes in formats', async () => {
    await form();
    const quantity = getByLabel('Quantity');
    await user.click(quantity);
    const pasted = nextEvent(quantity, 'paste');
    user.paste({'text/plain': 'A-1\t5'});
    expect((await pasted).clipboardData?.getData('text/plain')).to.equal('A-1\t5');
  });
});

describe('browser', () => {
  it('answers media queries as told', async () => {
    await emulateMedia({colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce'});
    const active = [
      '(prefers-color-scheme: dark)',
      '(forced-colors: active)',
      '(prefers-reduced-motion: reduce)',
    ];
    expect(active.map((query) => matchMedia(query).matches)).to.deep.equal([true, true, true]);
  });

  it('forgets that after the test', () => {
    expect(matchMedia('(forced-colors: active)').matches).to.equal(false);
  });

  it('has the viewport that it is given', async () => {
    await setViewport({width: 320, height: 500});
    expect(innerWidth).to.equal(320);
  });
});

describe('until', () => {
  it('resolves with what comes', async () => {
    let count = 0;
    expect(await until(() => ++count > 2 && 'there')).to.equal('there');
  });

  it('tells what it waited for, and what came last', async () => {
    const error = await until(() => expect(1).to.equal(2), 'the impossible', 50).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(String(error)).to.match(/in vain for: the impossible\nLast: expected 1 to equal 2/);
  });
});

describe('what an assertion tells the test runner', () => {
  const failed = (assertion: () => void) => {
    try {
      assertion();
    } catch (error) {
      return tellable(error);
    }
    throw new Error('It did not fail');
  };

  it('has no element in it, wherever it was, and the message that names it', () => {
    const error = failed(() => expect(document.body).to.equal(undefined));
    expect(error).to.deep.include({actual: undefined, expected: undefined});
    expect(error)
      .to.have.property('message')
      .that.matches(/^expected <body>.* to equal undefined$/s);
    const within = failed(() => expect([{body: document.body}]).to.deep.equal([]));
    expect(within).to.have.property('actual', undefined);
  });

  it('is data as it is, so that the differences can be shown', () => {
    const error = failed(() => expect({lines: [1, 2]}).to.deep.equal({lines: [1, 3]}));
    expect(error).to.deep.include({actual: {lines: [1, 2]}, expected: {lines: [1, 3]}});
  });
});

describe('complaints', () => {
  it('may be expected: console', () => {
    expectComplaint(/registered twice/);
    console.warn('registered twice');
  });

  it('may be expected: exceptions and rejections that nobody handles', async () => {
    expectComplaint(/uncaught: .*in a listener/);
    expectComplaint(/unhandled rejection: Error: in a promise/);
    reportError(new Error('in a listener'));
    void Promise.reject(new Error('in a promise'));
    // The browser tells of a rejection after the task that left it unhandled.
    await new Promise((resolve) => setTimeout(resolve));
  });

  it('may be expected: what the content security policy blocks', async () => {
    expectComplaint(/content security policy: style-src-attr/);
    const element = await mount(html`<div></div>`);
    const blocked = nextEvent(document, 'securitypolicyviolation');
    element.setAttribute('style', 'color: red');
    expect((await blocked).violatedDirective).to.equal('style-src-attr');
  });
});

describe('axe', () => {
  it('finds what is wrong inside a shadow root', async () => {
    const element = await mount(html`<support-unlabelled></support-unlabelled>`);
    const error = await expectNoAxeViolations(element).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(String(error)).to.match(/label: Form elements must have labels/);
  });

  it('is content with what is right', async () => {
    const element = await form();
    await expectNoAxeViolations(element);
    expect(element.isConnected).to.equal(true);
  });
});
