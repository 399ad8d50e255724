import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {isSame, placeText, readPlace, type Place} from './place.ts';

/** What an address says: where one is, and for whom one acts. */
export interface AddressedPlace {
  readonly place: Place | undefined;
  /** Id of a membership; undefined is the usual one. */
  readonly membership: string | undefined;
}

/** What the address has to do with a portal. */
export interface PlaceAddressOptions {
  /** Whether the page wants places in its address. */
  readonly isWanted: () => boolean;
  /** The user has gone back or forward, or has changed the address. */
  readonly onChange: (now: AddressedPlace) => void;
}

const PLACE = 'portal';
const MEMBERSHIP = 'portal-membership';

/** The portals of this page. There is one address: the first one has it. */
const portals: PlaceAddress[] = [];

/**
 * Keeps the place in the fragment of the page's address: `#portal=documents/purchase-order`. A fragment never reaches a server,
 * and a change of it is nothing that a router of the host has to know of. It touches no parameter but its own. A fragment that
 * is a path (`#/orders`) belongs to a router of the host and is left alone.
 */
export class PlaceAddress implements ReactiveController {
  readonly #options: PlaceAddressOptions;
  #known: AddressedPlace = {place: undefined, membership: undefined};

  constructor(host: ReactiveControllerHost, options: PlaceAddressOptions) {
    this.#options = options;
    host.addController(this);
  }

  /** Whether places are in the address. */
  get isOn(): boolean {
    return portals[0] === this && this.#options.isWanted() && !isPath(location.hash);
  }

  /** What the address says now. */
  read(): AddressedPlace {
    if (!this.isOn) return {place: undefined, membership: undefined};
    return {place: readPlace(ownValue(PLACE) ?? ''), membership: decoded(ownValue(MEMBERSHIP))};
  }

  /** A link to a place; undefined where places are not in the address. */
  hrefOf(now: AddressedPlace): string | undefined {
    if (!this.isOn) return undefined;
    const [page] = location.href.split('#');
    // Of a page with a base, a fragment alone would lead to another page.
    return `${document.baseURI.split('#')[0] === page ? '' : page}#${fragmentOf(now)}`;
  }

  /**
   * Shows a place in the address, as a new entry of the history unless it is there already. `without`: what is to go of the
   * page's query, by the beginnings of its names.
   */
  write(
    now: AddressedPlace,
    {replace = false, without = []}: {replace?: boolean; without?: readonly string[]} = {},
  ): void {
    if (!this.isOn) return;
    const url = new URL(location.href);
    if (without.length > 0) url.search = queryWithout(without);
    if (isEqual(now, this.read()) && url.search === location.search) return;
    this.#known = now;
    url.hash = fragmentOf(now);
    try {
      if (replace) history.replaceState(history.state, '', url);
      else history.pushState(history.state, '', url);
    } catch {
      // The page has no address of its own, or has changed it too often.
    }
  }

  hostConnected(): void {
    portals.push(this);
    this.#known = this.read();
    window.addEventListener('popstate', this.#onMove);
    window.addEventListener('hashchange', this.#onMove);
  }

  hostDisconnected(): void {
    portals.splice(portals.indexOf(this), 1);
    window.removeEventListener('popstate', this.#onMove);
    window.removeEventListener('hashchange', this.#onMove);
  }

  readonly #onMove = (): void => {
    // An anchor or a parameter of the page's own says nothing of where one is here.
    if (!this.isOn || (location.hash.length > 1 && !location.hash.slice(1).split('&').some(isOwn))) return;
    const now = this.read();
    if (isEqual(now, this.#known)) return;
    this.#known = now;
    this.#options.onChange(now);
  };
}

function isEqual(one: AddressedPlace, other: AddressedPlace): boolean {
  if (one.membership !== other.membership) return false;
  return one.place === other.place || isSame(one.place, other.place);
}

/** Whether a fragment is a path of a router: `#/orders`, `#!/orders`. */
function isPath(hash: string): boolean {
  return /^#!?\//.test(hash);
}

function isOwn(part: string): boolean {
  return part.startsWith(`${PLACE}=`) || part.startsWith(`${MEMBERSHIP}=`);
}

/** A value as it stands in the fragment: what separates the parts of a place is not what is written within them. */
function ownValue(name: string): string | undefined {
  const part = location.hash
    .slice(1)
    .split('&')
    .find((each) => each.startsWith(`${name}=`));
  return part?.slice(name.length + 1);
}

function decoded(value: string | undefined): string | undefined {
  try {
    return value && decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** The page's query without the parameters whose names begin so; all others as they are, to the letter. */
function queryWithout(beginnings: readonly string[]): string {
  const isGone = (part: string) =>
    [...new URLSearchParams(part).keys()].some((name) =>
      beginnings.some((beginning) => name.startsWith(beginning)),
    );
  const parts = location.search.slice(1).split('&').filter(Boolean);
  return parts.filter((part) => !isGone(part)).join('&');
}

/** The fragment with this place; other parameters are as they are, to the letter. What is no parameter is an anchor, and goes. */
function fragmentOf({place, membership}: AddressedPlace): string {
  const others = location.hash
    .slice(1)
    .split('&')
    .filter((part) => part.includes('=') && !isOwn(part));
  const own = place ? [`${PLACE}=${placeText(place)}`] : [];
  if (membership !== undefined) own.push(`${MEMBERSHIP}=${encodeURIComponent(membership)}`);
  return [...others, ...own].join('&');
}
