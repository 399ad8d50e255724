import type {Address} from '../../portal/contract/partners.ts';
import type {DraftLine} from '../../orders/draft.ts';
import type {LineField} from '../../orders/problems.ts';
import type {EditorSession} from './editor-session.ts';
import type {ItemSearch} from './item-search.ts';
import type {LineGrid} from './line-grid.ts';

/** The company's delivery addresses, as far as they are known. */
export type DeliveryAddresses =
  | {readonly status: 'pending'}
  | {readonly status: 'error'; readonly retry: () => void}
  | {readonly status: 'complete'; readonly addresses: readonly Address[]};

/** Takes what is pasted into the lines. */
export interface PasteTarget {
  /** `at` is the cell that has the focus. */
  take(text: string, at: {readonly lineKey: string; readonly field: LineField}): unknown;
}

/** What the parts of the editor are drawn from. */
export interface EditorContext {
  readonly session: EditorSession;
  /** Finds items; undefined until it has loaded. */
  readonly search: ItemSearch | undefined;
  /** What makes the grid of lines work; undefined until it has loaded. */
  readonly grid: LineGrid | undefined;
  /** Hears what happens in the grid, and keeps it until the grid works. */
  readonly onGridEvent: (event: Event) => void;
  /** Takes cells of a spreadsheet; undefined until it has loaded. */
  readonly paste: PasteTarget | undefined;
  /** Lines as a spreadsheet takes them. */
  readonly copyText: ((lines: readonly DraftLine[]) => string) | undefined;
  readonly locale: string;
  readonly delivery: DeliveryAddresses;
  /** Whether prices and amounts are shown to this member. */
  readonly showsPrices: boolean;
  /** The currency that prices are probably in. */
  readonly currency: string | undefined;
  /** Lines are drawn below each other and not as a table. */
  readonly isNarrow: boolean;
  /** Moves the focus to the element of that id when it is drawn. */
  focus(id: string): void;
}
