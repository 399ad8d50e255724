import type {PortalConnection} from '../../portal/connection.ts';
import type {Me, Membership} from '../../portal/contract/index.ts';
import type {Place} from './place.ts';

/** What the parts of the portal draw themselves with. */
export interface Surroundings {
  readonly membership: Membership;
  /** Undefined until it is known. */
  readonly me: Me | undefined;
  /** Language and formats, BCP 47. */
  readonly locale: string;
  /** What is shown. */
  readonly place: Place;
  /** Goes to a place, as by a link. */
  readonly go: (place: Place) => void;
  /** A link to a place; undefined where places are not in the address. */
  readonly hrefOf: (place: Place) => string | undefined;
  /** Draws the portal again. */
  readonly redraw: () => void;
}

/** What was found, and for which portal. */
export interface Of<T> {
  readonly portal: PortalConnection;
  readonly items: readonly T[];
}
