import {describeView, withoutFilter} from '../../src/widgets/document-list/view-chips.ts';
import type {ListView} from '../../src/widgets/document-list/list-view.ts';
import {describe, expect, it} from '../support/index.ts';

const texts = (view: ListView, locale = 'en-GB') => describeView(view, locale).map(({text}) => text);

describe('what a list is narrowed down to, in words', () => {
  it('is nothing where all documents are shown', () => {
    expect(texts({q: 'bolt', sort: 'gross', dateField: 'due', columns: ['number']})).to.deep.equal([]);
  });

  it('names each part as the filter does', () => {
    expect(
      texts({posted: false, state: 'in_review', payment: 'overdue', period: 'last-month'}),
    ).to.deep.equal(['Not posted', 'State: In review', 'Payment: Overdue', 'Document date: Last month']);
    expect(texts({state: 'partly_received', payment: 'onHold'})).to.deep.equal([
      'State: Partly received',
      'Payment: On hold',
    ]);
  });

  it('names own days as the locale writes them', () => {
    const period = {from: '2026-01-12', to: '2026-02-03'};
    expect(texts({period})).to.deep.equal(['12 Jan 2026 – 3 Feb 2026']);
    expect(texts({period, dateField: 'due'})).to.deep.equal(['Due date: 12 Jan 2026 – 3 Feb 2026']);
    expect(texts({period: {from: '2026-01-12', to: '2026-01-12'}})).to.deep.equal(['12 Jan 2026']);
    expect(texts({period: {from: '2026-01-12'}})).to.deep.equal(['Document date: from 12 Jan 2026']);
    expect(texts({period: {to: '2026-01-12'}, dateField: 'posting'})).to.deep.equal([
      'Posting date: until 12 Jan 2026',
    ]);
  });

  it('can be taken away part by part', () => {
    const view: ListView = {q: 'bolt', posted: true, period: 'today', dateField: 'due'};
    expect(describeView(withoutFilter(view, 'period'), 'en').map(({key}) => key)).to.deep.equal(['posted']);
    expect(withoutFilter(view, 'period').dateField).to.equal(undefined);
    expect(describeView(withoutFilter(view, 'posted'), 'en').map(({key}) => key)).to.deep.equal(['period']);
    expect(withoutFilter(view, 'posted').q).to.equal('bolt');
  });
});
