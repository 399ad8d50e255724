import {type TokenRequest} from '../../src/portal/index.ts';
import {describe, expect, it, until} from '../support/index.ts';
import {client, errorOf, kindOf, portal, requestsTo} from './calls.ts';

describe('Signing in', () => {
  it('asks the host once for requests that wait together', async () => {
    const asked: TokenRequest['reason'][] = [];
    const one = client({
      getToken: async ({reason}) => {
        asked.push(reason);
        return 'demo-customer';
      },
    });
    await Promise.all([one.me(), one.company(), one.documents.summary(), one.catalog.items()]);
    expect(asked).to.deep.equal(['first']);
  });

  it('asks again once when six requests are refused together, and repeats each once', async () => {
    const asked: TokenRequest['reason'][] = [];
    const one = client({
      getToken: async ({reason}) => {
        asked.push(reason);
        return reason === 'first' ? 'expired-token' : 'demo-customer';
      },
    });
    await Promise.all(Array.from({length: 6}, () => one.documents.summary()));
    expect(asked).to.deep.equal(['first', 'expired']);
    expect(requestsTo('/documents-summary')).to.have.length(12);
  });

  it('says signed out when the fresh token is refused too', async () => {
    expect(await kindOf(client({getToken: async () => 'nonsense'}).me())).to.equal('signed-out');
    expect(requestsTo('/me')).to.have.length(2);
  });

  it('says signed out when the host has no token', async () => {
    expect(await kindOf(client({getToken: async () => null}).me())).to.equal('signed-out');
    expect(requestsTo('/me')).to.have.length(0);
  });

  it('tells a failing token callback from a missing session, and shows nothing of its error', async () => {
    const error = await errorOf(client({getToken: () => Promise.reject(new Error('secret'))}).me());
    expect(error.kind).to.equal('token');
    expect(JSON.stringify(error) + String(error.cause)).not.to.contain('secret');
  });

  it('gives a token callback up that never answers, and tells it so', async () => {
    let signal: AbortSignal | undefined;
    const never = client({
      timing: {token: 5},
      getToken: (request) => {
        signal = request.signal;
        return new Promise(() => undefined);
      },
    });
    expect(await kindOf(never.me())).to.equal('token');
    expect(signal?.aborted).to.equal(true);
  });

  it('sends the token as a header only', async () => {
    await client().me();
    const [request] = requestsTo('/me');
    expect(request?.headers['authorization']).to.equal('Bearer demo-customer');
    expect(`${request?.path}${request?.query}`).not.to.contain('demo-customer');
  });

  it('sends the CSRF header with everything but GET in cookie mode', async () => {
    document.cookie = 'portal_session=demo-customer; path=/';
    try {
      const cookies = client({getToken: undefined, credentials: 'include'});
      await cookies.me();
      await cookies.catalog.lookUp(['1']);
      expect(requestsTo('/catalog/lookups', 'POST')).to.have.length(1);
    } finally {
      document.cookie = 'portal_session=; path=/; max-age=0';
    }
  });
});

describe('Signing in as somebody else', () => {
  it('asks again who is signed in once there is another token', async () => {
    let token = 'demo-customer';
    const one = client({getToken: async () => token});
    const first = await one.me();
    token = 'demo-vendor';
    portal.faults.add({method: 'GET', path: '/company', kind: 'status', status: 401});
    await one.company();
    expect((await one.me()).user.id).not.to.equal(first.user.id);
  });

  it('forgets a token that is on its way too', async () => {
    const answers: ((token: string) => void)[] = [];
    const one = client({getToken: () => new Promise((resolve) => answers.push(resolve))});
    const early = one.company();
    await until(() => answers.length === 1);
    one.forget();
    answers[0]?.('demo-customer');
    await early;
    const late = one.company();
    await until(() => answers.length === 2);
    answers[1]?.('demo-vendor');
    await late;
    const sent = requestsTo('/company').map(({headers}) => headers['authorization']);
    expect(sent).to.deep.equal(['Bearer demo-customer', 'Bearer demo-vendor']);
  });

  it('tells a token that cannot be sent from a network that fails', async () => {
    expect(await kindOf(client({getToken: async () => 'two\nlines'}).company())).to.equal('token');
    const csrf = {
      value: () => {
        throw new Error('secret');
      },
    };
    expect(await kindOf(client({csrf}).catalog.lookUp(['1']))).to.equal('token');
  });

  it('sends the CSRF header with a cookie of the same origin, whatever the settings', async () => {
    document.cookie = 'portal_session=demo-customer; path=/';
    try {
      await client({getToken: undefined}).catalog.lookUp(['1']);
      expect(requestsTo('/catalog/lookups', 'POST')).to.have.length(1);
    } finally {
      document.cookie = 'portal_session=; path=/; max-age=0';
    }
  });
});
