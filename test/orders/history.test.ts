import fc from 'fast-check';
import {
  addLine,
  changeHeader,
  changeLine,
  chooseItem,
  duplicateLines,
  newDraft,
  newLine,
  removeLines,
  retype,
  type Draft,
  type DraftLine,
} from '../../src/orders/draft.ts';
import {changedLines} from '../../src/orders/changed-lines.ts';
import {apply, difference, History, inverse} from '../../src/orders/history.ts';
import {describe, expect, it} from '../support/index.ts';
import {anyDraft, anyHeaderChange, anyItem, anyLineFields, anyLines, anySeparators} from './arbitraries.ts';

type Edit = (draft: Draft) => Draft;

/** A place in a draft of any length. */
const anyPlace = fc.nat(11);
const at = <T>(list: readonly T[], place: number): T => list[place % list.length] as T;

/** Everything that can be done to a draft. Each makes the line that it adds once, so that doing it again is the same. */
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({fields: anyLineFields, place: anyPlace}).map(({fields, place}): Edit => {
    return (draft) => addLine(draft, {...newLine(), ...fields}, place % (draft.lines.length + 1));
  }),
  fc.constant<Edit>((draft) => addLine(draft)),
  fc.record({start: anyPlace, count: fc.nat(3)}).map(({start, count}): Edit => {
    return (draft) => {
      const first = start % draft.lines.length;
      return duplicateLines(draft, first, Math.min(first + count, draft.lines.length));
    };
  }),
  fc.array(anyPlace, {maxLength: 4}).map((places): Edit => {
    return (draft) => removeLines(draft, new Set(places.map((place) => at(draft.lines, place).key)));
  }),
  fc.record({fields: fc.oneof(anyLineFields, anyField()), place: anyPlace}).map(({fields, place}): Edit => {
    return (draft) => changeLine(draft, at(draft.lines, place).key, fields);
  }),
  fc.record({item: anyItem, place: anyPlace}).map(({item, place}): Edit => {
    return (draft) => chooseItem(draft, at(draft.lines, place).key, item);
  }),
  anyHeaderChange.map(
    (change): Edit =>
      (draft) =>
        changeHeader(draft, change),
  ),
);

function anyField(): fc.Arbitrary<Partial<DraftLine>> {
  return anyLineFields.chain(({quantity, note, requestedDate}) =>
    fc.constantFrom({quantity}, {note}, {requestedDate}),
  );
}

const anyName = fc.constantFrom(undefined, undefined, 'one', 'two');

/** A draft that is written, and what its user would call its history. */
class Desk {
  readonly history = new History();
  draft: Draft;

  constructor(draft: Draft) {
    this.draft = draft;
  }

  edit(edit: Edit, name?: string): void {
    const before = this.draft;
    this.draft = edit(before);
    this.history.note(before, this.draft, name);
  }

  undo(): void {
    this.draft = this.history.undo(this.draft)?.draft ?? this.draft;
  }

  redo(): void {
    this.draft = this.history.redo(this.draft)?.draft ?? this.draft;
  }

  giveUp(name: string): void {
    this.draft = this.history.giveUp(this.draft, name);
  }
}

/** What a model of the history remembers of a step: whole drafts. */
interface ModelStep {
  readonly before: Draft;
  readonly name: string | undefined;
  after: Draft;
}

/** The same with whole drafts in place of changes. */
class ModelDesk {
  draft: Draft;
  #done: ModelStep[] = [];
  #undone: ModelStep[] = [];
  /** What can be done again once the last step is given up. */
  #dropped: ModelStep[] = [];

  constructor(draft: Draft) {
    this.draft = draft;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  note(after: Draft, name: string | undefined): void {
    const before = this.draft;
    this.draft = after;
    if (same(before, after)) return;
    const last = this.#done.at(-1);
    if (!last || name === undefined || last.name !== name) {
      this.#dropped = this.#undone;
      this.#undone = [];
      this.#done.push({before, name, after});
    } else if (same(last.before, after)) {
      this.#done.pop();
      this.#undone = this.#dropped;
      this.#dropped = [];
    } else {
      this.#undone = [];
      last.after = after;
    }
  }

  undo(): void {
    const step = this.#done.pop();
    if (!step) return;
    this.#undone.push(step);
    this.#dropped = [];
    this.draft = step.before;
  }

  redo(): void {
    const step = this.#undone.pop();
    if (!step) return;
    this.#done.push(step);
    this.#dropped = [];
    this.draft = step.after;
  }

  giveUp(name: string): void {
    const step = this.#done.at(-1);
    if (!step || step.name !== name) return;
    this.#done.pop();
    this.#undone = this.#dropped;
    this.#dropped = [];
    this.draft = step.before;
  }
}

/** What is in a draft, whatever it says of what is not. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function same(a: Draft, b: Draft): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, each]) => [name, sorted(each)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const anyDeed = fc.oneof(
  {weight: 6, arbitrary: fc.record({edit: anyEdit, name: anyName})},
  {weight: 3, arbitrary: fc.constantFrom('undo' as const, 'undo' as const, 'redo' as const)},
  {weight: 1, arbitrary: fc.constantFrom({giveUp: 'one'}, {giveUp: 'two'})},
);

describe('a change', () => {
  it('leads from one draft to the other, and its inverse back', () => {
    fc.assert(
      fc.property(anyDraft, fc.array(anyEdit, {maxLength: 6}), (from, edits) => {
        const to = edits.reduce((draft, edit) => edit(draft), from);
        const change = difference(from, to);
        expect(plain(apply(from, change))).to.deep.equal(plain(to));
        expect(plain(apply(to, inverse(change)))).to.deep.equal(plain(from));
        expect(plain(apply(apply(from, change), inverse(change)))).to.deep.equal(plain(from));
      }),
      {numRuns: 400},
    );
  });

  it('holds no line at its ends that stays', () => {
    fc.assert(
      fc.property(anyLines(), fc.array(anyPlace), fc.array(anyPlace), (lines, kept, moved) => {
        const from = kept.map((place) => at(lines, place));
        const to = moved.map((place) => at(lines, place));
        const {start, fromEnd, toEnd} = changedLines(from, to);
        expect(from.slice(0, start)).to.deep.equal(to.slice(0, start));
        expect(from.slice(fromEnd)).to.deep.equal(to.slice(toEnd));
        if (start < fromEnd && start < toEnd) {
          expect(from[start]).to.not.equal(to[start]);
          expect(from[fromEnd - 1]).to.not.equal(to[toEnd - 1]);
        }
        expect(start).to.be.at.most(Math.min(fromEnd, toEnd));
      }),
    );
  });
});

describe('the history of a draft', () => {
  it('takes everything back, and does it all again', () => {
    fc.assert(
      fc.property(anyDraft, fc.array(fc.tuple(anyEdit, anyName), {maxLength: 25}), (first, edits) => {
        const desk = new Desk(first);
        for (const [edit, name] of edits) desk.edit(edit, name);
        const last = desk.draft;
        while (desk.history.canUndo) desk.undo();
        expect(plain(desk.draft)).to.deep.equal(plain(first));
        while (desk.history.canRedo) desk.redo();
        expect(plain(desk.draft)).to.deep.equal(plain(last));
      }),
      {numRuns: 300},
    );
  });

  it('is what one gets who keeps a copy of the whole draft before every step', () => {
    fc.assert(
      fc.property(anyDraft, fc.array(anyDeed, {maxLength: 30}), (first, deeds) => {
        const desk = new Desk(first);
        const model = new ModelDesk(first);
        for (const deed of deeds) {
          if (deed === 'undo') {
            desk.undo();
            model.undo();
          } else if (deed === 'redo') {
            desk.redo();
            model.redo();
          } else if ('giveUp' in deed) {
            desk.giveUp(deed.giveUp);
            model.giveUp(deed.giveUp);
          } else {
            desk.edit(deed.edit, deed.name);
            model.note(desk.draft, deed.name);
          }
          expect(plain(desk.draft)).to.deep.equal(plain(model.draft));
          const {canUndo, canRedo} = desk.history;
          expect({canUndo, canRedo}).to.deep.equal({canUndo: model.canUndo, canRedo: model.canRedo});
        }
      }),
      {numRuns: 400},
    );
  });

  it('leaves alone what the portal adds meanwhile', () => {
    const anySilent = fc.record({silent: anyItem, place: anyPlace});
    // The note stands for what the portal adds: no user changes it here.
    const anyUserEdit = fc.oneof(
      fc.record({quantity: fc.nat(99).map(String), place: anyPlace}).map(({quantity, place}): Edit => {
        return (draft) => changeLine(draft, at(draft.lines, place).key, {quantity});
      }),
      fc.record({place: anyPlace}).map(({place}): Edit => {
        return (draft) => addLine(draft, newLine(), place % (draft.lines.length + 1));
      }),
      fc.array(anyPlace, {maxLength: 3}).map((places): Edit => {
        return (draft) => removeLines(draft, new Set(places.map((place) => at(draft.lines, place).key)));
      }),
    );
    const anyStep = fc.oneof(
      anySilent,
      fc.record({edit: anyUserEdit, name: anyName}),
      fc.constantFrom('undo' as const, 'redo' as const),
    );
    fc.assert(
      fc.property(anyDraft, fc.array(anyStep, {maxLength: 30}), (first, steps) => {
        const desk = new Desk(first);
        /** By line: what the portal has said last, while the line was there. */
        const said = new Map<string, string>();
        for (const step of steps) {
          if (step === 'undo') desk.undo();
          else if (step === 'redo') desk.redo();
          else if ('edit' in step) desk.edit(step.edit, step.name);
          else {
            const {key} = at(desk.draft.lines, step.place);
            said.set(key, step.silent.itemNumber);
            desk.draft = changeLine(desk.draft, key, {item: step.silent});
          }
          for (const {key, item} of desk.draft.lines) {
            if (said.has(key)) expect(item?.itemNumber).to.equal(said.get(key));
          }
        }
        while (desk.history.canUndo) desk.undo();
        const typed = ({lines}: Draft) => lines.map(({key, search, quantity}) => ({key, search, quantity}));
        expect(typed(desk.draft)).to.deep.equal(typed(first));
      }),
      {numRuns: 300},
    );
  });

  it('does not leave an item at a line whose text it is no more', () => {
    const screw = {itemNumber: 'A-1', description: 'Screw', units: []};
    const line = {...newLine(), key: 'one', search: 'scr'};
    const desk = new Desk({...newDraft({decimal: '.', group: ','}), lines: [line]});
    desk.edit((draft) => changeLine(draft, 'one', {search: 'A-1'}));
    desk.draft = changeLine(desk.draft, 'one', {item: screw});
    desk.undo();
    expect(desk.draft.lines[0]).to.include({search: 'scr', item: undefined});
    desk.redo();
    expect(desk.draft.lines[0]).to.include({search: 'A-1', item: screw});
  });

  it('means the same quantities after the language has changed', () => {
    fc.assert(
      fc.property(
        anyDraft,
        anySeparators,
        fc.array(fc.tuple(anyEdit, anyName), {maxLength: 8}),
        (first, other, edits) => {
          const desk = new Desk(first);
          for (const [edit, name] of edits) desk.edit(edit, name);
          const last = desk.draft;
          desk.draft = retype(desk.draft, other);
          while (desk.history.canUndo) desk.undo();
          expect(plain(desk.draft)).to.deep.equal(plain(retype(first, other)));
          while (desk.history.canRedo) desk.redo();
          expect(plain(desk.draft)).to.deep.equal(plain(retype(last, other)));
        },
      ),
    );
  });

  it('is no longer for a change that changes nothing', () => {
    const desk = new Desk({...newDraft({decimal: '.', group: ','}), lines: [{...newLine(), key: 'one'}]});
    desk.edit((draft) => changeLine(draft, 'one', {quantity: ''}));
    expect(desk.history.canUndo).to.equal(false);
    desk.edit((draft) => changeLine(draft, 'one', {quantity: '1'}), 'typing');
    desk.edit((draft) => changeLine(draft, 'one', {quantity: ''}), 'typing');
    expect(desk.history.canUndo).to.equal(false);
  });

  it('goes back five hundred steps', () => {
    const desk = new Desk({...newDraft({decimal: '.', group: ','}), lines: [{...newLine(), key: 'one'}]});
    for (let count = 1; count <= 501; count++) {
      desk.edit((draft) => changeLine(draft, 'one', {quantity: String(count)}));
    }
    while (desk.history.canUndo) desk.undo();
    expect(desk.draft.lines[0]?.quantity).to.equal('1');
    desk.history.clear();
    expect(desk.history.canRedo).to.equal(false);
  });
});
