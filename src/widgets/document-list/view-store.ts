import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {nameKey} from '../../orders/name-key.ts';
import {newUuid} from '../../portal/uuid.ts';
import {chosenColumns, columnsName, devicePrefix, keptText, unkept} from './device-texts.ts';
import type {ListView} from './list-view.ts';
import {isSameView, readView, writeView} from './view-text.ts';

/** A view that the user has given a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly view: ListView;
}

/** What became of a name that the user gave: `taken` by another view, or why it cannot be one. */
export type Naming =
  | {readonly kind: 'saved' | 'taken'; readonly saved: SavedView}
  | {readonly kind: 'nameless' | 'too-long' | 'too-many'};

/** A view that was deleted, and where it stood. */
export interface RemovedView {
  readonly saved: SavedView;
  readonly index: number;
}

/** The longest name of a view, in characters. */
export const longestName = 60;
/** How many views a list can have. */
export const mostViews = 50;

/** All stores of the page: the browser tells other tabs of a change, but not this one. */
const stores = new Set<ViewStore>();

/**
 * The views and the columns that a user keeps on this device for the lists of one type. Where the browser has no storage,
 * refuses it or it is full, they live in memory, and `isLasting` says so.
 */
export class ViewStore implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #owner: () => string;
  #parsed: {name: string; text: string | undefined; views: readonly SavedView[]} | undefined;
  #hasSetAside = false;
  #used: string | undefined;

  /** `owner` says whose list it is, and of what: see `ownerKey`. */
  constructor(host: ReactiveControllerHost, owner: () => string) {
    this.#host = host;
    this.#owner = owner;
    host.addController(this);
  }

  hostConnected(): void {
    stores.add(this);
    window.addEventListener('storage', this.#onStorage);
  }

  hostDisconnected(): void {
    stores.delete(this);
    window.removeEventListener('storage', this.#onStorage);
  }

  /** The saved views, the oldest first. */
  get views(): readonly SavedView[] {
    const name = this.#name;
    const text = keptText(name);
    if (this.#parsed?.name !== name || this.#parsed.text !== text) {
      const {views, isWhole} = parse(text);
      if (!isWhole) this.#setAside(name, text);
      this.#parsed = {name, text, views};
    }
    return this.#parsed.views;
  }

  /** Ids of the columns that were chosen, in order; undefined where it is left to the list. */
  get columns(): readonly string[] | undefined {
    return chosenColumns(this.#owner());
  }

  set columns(ids: readonly string[] | undefined) {
    keep(columnsName(this.#owner()), ids?.length ? ids.join(',') : undefined);
  }

  /** Whether views and columns outlive the page. */
  get isLasting(): boolean {
    return canKeep() && !unkept.has(this.#name) && !unkept.has(columnsName(this.#owner()));
  }

  /** Whether something was kept that cannot be read. It is still on the device, under another name. */
  get hasSetAside(): boolean {
    return this.#hasSetAside;
  }

  /** The saved view that is in use, and whether it has been changed since; undefined where there is none. */
  inUse(view: ListView): {readonly saved: SavedView; readonly isChanged: boolean} | undefined {
    const {views} = this;
    const used = views.find(({id}) => id === this.#used);
    if (used && isSameView(used.view, view)) return {saved: used, isChanged: false};
    const same = views.find((each) => isSameView(each.view, view));
    if (same) return {saved: same, isChanged: false};
    return used && {saved: used, isChanged: true};
  }

  /** Notes which view is in use, so that it can be changed; undefined for none. */
  use(id: string | undefined): void {
    this.#used = id;
  }

  /** Keeps a view under a name. A view that has the name already is replaced only where that is asked for. */
  save(name: string, view: ListView, {replace = false} = {}): Naming {
    const named = this.#nameFor(name);
    if (named.kind === 'taken' && replace) {
      this.update(named.saved.id, view);
      return {kind: 'saved', saved: {...named.saved, view}};
    }
    if (named.kind !== 'free') return named;
    if (this.views.length >= mostViews) return {kind: 'too-many'};
    const saved = {id: newUuid(), name: named.name, view};
    this.#used = saved.id;
    this.#change((views) => [...views, saved]);
    return {kind: 'saved', saved};
  }

  /** Lets a saved view show something else. */
  update(id: string, view: ListView): void {
    this.#used = id;
    this.#change((views) => views.map((each) => (each.id === id ? {...each, view} : each)));
  }

  /** Gives a saved view another name. */
  rename(saved: SavedView, name: string): Naming {
    const named = this.#nameFor(name, saved.id);
    if (named.kind !== 'free') return named;
    const renamed = {...saved, name: named.name};
    this.#change((views) => views.map((each) => (each.id === saved.id ? renamed : each)));
    return {kind: 'saved', saved: renamed};
  }

  /** Deletes a saved view; what it returns brings it back. */
  remove(saved: SavedView): RemovedView {
    const index = this.views.findIndex(({id}) => id === saved.id);
    this.#change((views) => views.filter(({id}) => id !== saved.id));
    return {saved, index};
  }

  /** Brings a deleted view back to where it stood. */
  restore({saved, index}: RemovedView): void {
    this.#change((views) => {
      const others = views.filter(({id}) => id !== saved.id);
      return [...others.slice(0, index), saved, ...others.slice(index)];
    });
  }

  get #name(): string {
    return `views:${this.#owner()}`;
  }

  #nameFor(text: string, own?: string): Naming | {kind: 'free'; name: string} {
    const name = text.trim().replace(/\s+/g, ' ');
    if (name === '') return {kind: 'nameless'};
    if (Array.from(name).length > longestName) return {kind: 'too-long'};
    const saved = this.views.find((each) => each.id !== own && nameKey(each.name) === nameKey(name));
    return saved ? {kind: 'taken', saved} : {kind: 'free', name};
  }

  #change(change: (views: readonly SavedView[]) => readonly SavedView[]): void {
    const views = change(this.views);
    const written = views.map(({id, name, view}) => ({
      id,
      name,
      view: new URLSearchParams([...writeView(view)]).toString(),
    }));
    keep(this.#name, views.length > 0 ? JSON.stringify(written) : undefined);
  }

  #setAside(name: string, text = ''): void {
    this.#hasSetAside = true;
    try {
      localStorage.setItem(`${devicePrefix}set-aside:${name}`, text);
    } catch {
      // It stays where it is until something else is kept.
    }
  }

  /** Lets the list show what another list or tab has changed. */
  refresh(): void {
    this.#host.requestUpdate();
  }

  readonly #onStorage = ({key}: StorageEvent): void => {
    const names = [this.#name, columnsName(this.#owner())];
    if (key === null || names.some((name) => key.endsWith(devicePrefix + name))) this.refresh();
  };
}

function keep(name: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(devicePrefix + name);
    else localStorage.setItem(devicePrefix + name, text);
    unkept.delete(name);
  } catch {
    if (text === undefined) unkept.delete(name);
    else unkept.set(name, text);
  }
  for (const store of stores) store.refresh();
}

/** Whether the page has a storage at all. */
function canKeep(): boolean {
  try {
    return typeof localStorage.getItem(devicePrefix) !== 'undefined';
  } catch {
    return false;
  }
}

function parse(text: string | undefined): {views: readonly SavedView[]; isWhole: boolean} {
  if (text === undefined) return {views: [], isWhole: true};
  try {
    const stored: unknown = JSON.parse(text);
    const read = Array.isArray(stored) ? stored.map(readSaved) : [undefined];
    const views = read.flatMap((saved) => saved ?? []).slice(0, mostViews);
    return {views, isWhole: views.length === read.length};
  } catch {
    return {views: [], isWhole: false};
  }
}

function readSaved(stored: unknown): SavedView | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const {id, name, view} = stored as Partial<Record<keyof SavedView, unknown>>;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof view !== 'string') return undefined;
  const parameters = new URLSearchParams(view);
  return {id, name, view: readView((each) => parameters.get(each))};
}
