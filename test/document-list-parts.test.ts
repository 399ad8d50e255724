/** In a file of its own: parts that have come once are there for the life of a page. */
import {customer, rows, settled} from './document-list-page.ts';
import {blockRequests, describe, expect, findByRole, html, it, mount, textOf, user} from './support/index.ts';

const type = 'purchase-order';

describe('document-list', () => {
  it('shows its first rows where its other parts do not come, and tries again when told', async () => {
    await blockRequests('*list-parts*');
    performance.clearResourceTimings();
    const asked = () =>
      performance.getEntriesByType('resource').filter(({name}) => name.includes('list-parts'));
    const provider = await mount(html`
      <portal-provider endpoint="/api/v1" .getToken=${() => Promise.resolve(customer)} locale="en">
        <document-list type=${type} sync-url></document-list>
      </portal-provider>
    `);
    const list = provider.querySelector('document-list');
    if (!list) throw new Error('There is no list');
    const again = await findByRole('button', {name: 'Try again', within: list});
    expect(rows(list)).to.have.length.above(5);
    expect(asked()).to.have.length.below(5);
    await blockRequests();
    await user.click(again);
    await settled(list);
    expect(textOf(list)).to.include('Show more');
  });
});
