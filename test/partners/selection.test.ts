import {Selection} from '../../src/partners/selection.ts';
import {describe, expect, it} from '../support/index.ts';

function selectionOf(possible: readonly string[]): Selection {
  const selection = new Selection();
  selection.follow(possible);
  return selection;
}

describe('a selection', () => {
  it('has what is chosen in the order of the list', () => {
    const selection = selectionOf(['a', 'b', 'c']);
    selection.set('c', true);
    selection.set('a', true);
    expect(selection.ids).to.deep.equal(['a', 'c']);
    selection.set('c', false);
    expect(selection.ids).to.deep.equal(['a']);
  });

  it('chooses a range from the one before, in both directions, and lets go of one', () => {
    const selection = selectionOf(['a', 'b', 'c', 'd', 'e']);
    selection.set('d', true);
    selection.set('b', true, true);
    expect(selection.ids).to.deep.equal(['b', 'c', 'd']);
    selection.set('c', false, true);
    expect(selection.ids).to.deep.equal(['d']);
  });

  it('chooses one alone where there is none before, or that one is not in the list any more', () => {
    const selection = selectionOf(['a', 'b', 'c']);
    selection.set('c', true, true);
    expect(selection.ids).to.deep.equal(['c']);
    selection.follow(['a', 'b']);
    selection.set('b', true, true);
    expect(selection.ids).to.deep.equal(['b']);
  });

  it('is all only where there is something to choose', () => {
    expect(selectionOf([]).isAll).to.be.false;
    const selection = selectionOf(['a', 'b']);
    selection.setAll(true);
    expect(selection.isAll).to.be.true;
    selection.follow(['a', 'b', 'c']);
    expect(selection.isAll, 'one more has come').to.be.false;
  });

  it('does not choose again what comes back into the list', () => {
    const selection = selectionOf(['a', 'b']);
    selection.setAll(true);
    selection.follow(['a']);
    selection.follow(['a', 'b']);
    expect(selection.ids).to.deep.equal(['a']);
  });
});
