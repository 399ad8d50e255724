import {isReview} from './keys.ts';
import {isBlankLine, type DraftLine} from '../../orders/draft.ts';
import type {EditorContext} from './editor-context.ts';
import {lineFieldId} from './grid-columns.ts';

/** Where the focus goes once a line has its item: to what the line still needs. */
export function goOn({session, focus}: EditorContext, lineKey: string): void {
  const line = session.draft.lines.find(({key}) => key === lineKey);
  const needsVariant = line?.item?.variants?.length && line.variantCode === undefined;
  focus(lineFieldId(lineKey, needsVariant ? 'variant' : 'quantity'));
}

/** Keys in a line's item. Enter goes on in any case: the item is looked up meanwhile, and what is typed next waits for nothing. */
export function onItemKey(event: KeyboardEvent, context: EditorContext, {key}: DraftLine): void {
  if (event.isComposing || context.search?.press(event, key) || event.key !== 'Enter' || isReview(event))
    return;
  const line = context.session.draft.lines.find((each) => each.key === key);
  if (!line || isBlankLine(line)) return;
  context.search?.enter(key);
  goOn(context, key);
}

/** Keys in a line's quantity: Enter goes to the next line's item, from the last one to a new line; arrows keep the column. */
export function onQuantityKey(event: KeyboardEvent, context: EditorContext, {key}: DraftLine): void {
  if (event.isComposing || isReview(event)) return;
  const {lines} = context.session.draft;
  const index = lines.findIndex((line) => line.key === key);
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const neighbour = lines[index + (event.key === 'ArrowDown' ? 1 : -1)];
    if (neighbour) context.focus(lineFieldId(neighbour.key, 'quantity'));
    event.preventDefault();
  } else if (event.key === 'Enter') {
    const next = lines[index + 1];
    const isEnd = !next && lines.slice(index).every(isBlankLine);
    if (!isEnd) context.focus(lineFieldId(next?.key ?? context.session.addLine(), 'item'));
  }
}

/** Takes a line out and keeps the focus in its neighbourhood. */
export function remove({session, focus}: EditorContext, key: string): void {
  const index = session.draft.lines.findIndex((line) => line.key === key);
  session.removeLines(new Set([key]));
  const neighbour = session.draft.lines[index] ?? session.draft.lines[index - 1];
  if (neighbour) focus(lineFieldId(neighbour.key, 'item'));
}
