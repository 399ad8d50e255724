import type {Address} from '../../portal/contract/partners.ts';
import type {EditorSession} from './editor-session.ts';
import type {ItemSearch} from './item-search.ts';

/** The company's delivery addresses, as far as they are known. */
export type DeliveryAddresses =
  | {readonly status: 'pending'}
  | {readonly status: 'error'; readonly retry: () => void}
  | {readonly status: 'complete'; readonly addresses: readonly Address[]};

/** What the parts of the editor are drawn from. */
export interface EditorContext {
  readonly session: EditorSession;
  readonly search: ItemSearch;
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
