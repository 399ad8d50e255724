import type {DraftInput} from '../../src/portal/contract/index.ts';
import type {Book} from './book.ts';
import {dayText, type Day} from './dates.ts';
import {createDraft} from './ordering.ts';

/** Drafts that the customer has left at the portal: a usual one, one without lines, and one that could not be sent. */
export function addDrafts(book: Book, now: number, today: Day): void {
  const info = book.typeInfo('purchase-order');
  if (!info) return;
  const items = book.items.filter(
    ({blocked, status, variants}) => !blocked && status === 'available' && !variants,
  );
  const lines = (from: number, count: number): DraftInput['lines'] =>
    items.slice(from, from + count).map((item) => ({
      itemNumber: item.itemNumber,
      quantity: String(Math.max(item.min ?? 1, (item.multipleOf ?? 1) * 2)),
    }));
  const drafts: [author: string, age: number, draft: DraftInput][] = [
    ['Jürgen Öttl', 9, {externalReference: 'Lager Wangen', lines: [], submit: false}],
    ['Jürgen Öttl', 4, {lines: [...lines(700, 2), {itemNumber: 'KH-99999', quantity: '5'}], submit: false}],
    [
      'Miriam Vogt',
      1,
      {
        externalReference: 'Heizzentrale Bauabschnitt 2',
        requestedDate: dayText(today + 12),
        shipToId: 'a-dornbirn',
        note: 'Please call the site manager half an hour ahead.',
        lines: lines(820, 7),
        submit: false,
      },
    ],
  ];
  for (const [author, age, draft] of drafts) {
    createDraft(book, info, draft, author, now - age * 86_400_000, today - age);
  }
}
