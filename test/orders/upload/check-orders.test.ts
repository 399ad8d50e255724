import {changeLine} from '../../../src/orders/draft.ts';
import {checkOrders} from '../../../src/orders/upload/check-orders.ts';
import type {UploadOrder} from '../../../src/orders/upload/upload-order.ts';
import {describe, expect, it} from '../../support/index.ts';
import {client, orders, portal, type} from './several-orders.ts';

const asked = () => portal.requests.filter(({path}) => path === '/calculations').length;

describe('checking several orders', () => {
  it('says what each comes to and what the portal would refuse, and creates nothing', async () => {
    const [first, second] = orders(2) as [UploadOrder, UploadOrder];
    const line = second.draft.lines[0]?.key ?? '';
    const broken = {...second, draft: changeLine(second.draft, line, {quantity: '-3'})};
    const progress: [number, string][] = [];
    const checks = await checkOrders(client(), type, [first, broken], {
      onProgress: (done, id) => progress.push([done, id]),
    });
    const [good, bad] = [checks.get('o0'), checks.get('o1')];
    if (good?.status !== 'checked' || bad?.status !== 'checked') throw new Error('not checked');
    expect(good.errors).to.deep.equal([]);
    expect(Number(good.totals?.gross)).to.be.greaterThan(0);
    expect(good.currency).to.equal('EUR');
    expect(bad.errors.map(({place}) => place)).to.deep.equal([{field: 'quantity', line}]);
    expect(progress.map(([done]) => done)).to.deep.equal([1, 2]);
    expect(portal.requests.some(({path}) => path.startsWith('/documents'))).to.equal(false);
  });

  it('asks no more once nobody is signed in, nor once it is given up', async () => {
    const checks = await checkOrders(client('unauthorized'), type, orders(9));
    expect([...checks.values()].every((check) => check.status === 'failed')).to.equal(true);
    expect(checks.size).to.be.within(1, 2);
    const before = asked();
    const giveUp = new AbortController();
    const checking = checkOrders(client(), type, orders(9), {
      signal: giveUp.signal,
      onProgress: () => giveUp.abort(),
    });
    expect(await checking.catch((error: unknown) => error)).to.include({kind: 'aborted'});
    expect(asked() - before).to.be.lessThan(4);
  });
});
