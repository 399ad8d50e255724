import type {Address} from '../../portal/contract/partners.ts';
import type {EditorSession} from './editor-session.ts';
import type {ItemSearch} from './item-search.ts';
import type {LineGrid} from './line-grid.ts';
import type {Paste} from './paste-entry.ts';

/** The company's delivery addresses, as far as they are known. */
export type DeliveryAddresses =
  | {readonly status: 'pending'}
  | {readonly status: 'error'; readonly retry: () => void}
  | {readonly status: 'complete'; readonly addresses: readonly Address[]};

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
  readonly paste: Paste | undefined;
  readonly locale: string;
  readonly delivery: DeliveryAddresses;
  /** Whether prices and amounts are shown to this member. */
  readonly showsPrices: boolean;
  /** The currency that prices are probably in. */
  readonly currency: string | undefined;
  /** What the member may do with documents of this type. */
  readonly allowed: readonly string[];
  /** Lines are drawn below each other and not as a table. */
  readonly isNarrow: boolean;
  /** Shows where rows of a file become an order. */
  readonly onFromFile: () => void;
  /** Moves the focus to the element of that id when it is drawn. */
  focus(id: string): void;
}
