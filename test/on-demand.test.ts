import {PortalError} from '../src/portal/errors.ts';
import {OnDemand} from '../src/ui/on-demand.ts';
import {version} from '../src/ui/version.ts';
import {describe, expect, it} from './support/index.ts';

const address = new URL('../src/ui/version.ts', import.meta.url).href;

/** What comes of a call: the value, or the error. */
const outcome = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

describe('a module that is loaded on demand', () => {
  it('is loaded once', async () => {
    let calls = 0;
    const module = new OnDemand(() => Promise.resolve({calls: ++calls}));
    const [first, second] = await Promise.all([module.load(), module.load()]);
    expect(first).to.equal(second);
    expect(await module.load()).to.equal(first);
    expect(calls).to.equal(1);
  });

  it('is tried again after a failure, which is a PortalError', async () => {
    let fails = true;
    const module = new OnDemand(() => (fails ? Promise.reject(new Error('No chunk')) : Promise.resolve(1)));
    const error = await outcome(module.load());
    expect(error).to.be.instanceOf(PortalError);
    expect((error as PortalError).kind).to.equal('failed');
    expect(await outcome(module.load())).to.be.instanceOf(PortalError);
    fails = false;
    expect(await module.load()).to.equal(1);
  });

  it('comes from another address where the browser remembers that the first one has failed', async () => {
    const asBrowsersSay = [
      `Failed to fetch dynamically imported module: ${address}`,
      `error loading dynamically imported module: ${address}`,
    ];
    for (const message of asBrowsersSay) {
      const module = new OnDemand<object>(() => Promise.reject(new TypeError(message)));
      expect(await outcome(module.load())).to.be.instanceOf(PortalError);
      expect(await module.load()).to.have.property('version', version);
    }
  });

  it('comes from no other address where the page’s import map has the hash of the first', async () => {
    const map = document.createElement('script');
    map.type = 'importmap';
    map.textContent = JSON.stringify({integrity: {'/none.js': 'sha384-none'}});
    document.head.append(map);
    const module = new OnDemand(() => Promise.reject(new TypeError(`Failed to fetch: ${address}`)));
    await outcome(module.load());
    expect(await outcome(module.load())).to.be.instanceOf(PortalError);
    map.remove();
  });

  it('is not looked for at an address that a bundler’s own loader names', async () => {
    const module = new OnDemand(() => Promise.reject(new Error(`Loading chunk 7 failed: ${address}`)));
    await outcome(module.load());
    expect(await outcome(module.load())).to.be.instanceOf(PortalError);
  });
});
