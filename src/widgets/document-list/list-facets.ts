import type {DocumentSummary} from '../../portal/contract/index.ts';
import type {Listing} from './document-listing.ts';
import type {DateField} from './list-view.ts';

/** What documents can be narrowed down by, as far as those that were seen tell. */
export interface Facets {
  /** Whether posting applies. */
  readonly posting: boolean;
  readonly states: readonly string[];
  readonly payments: readonly string[];
  readonly dateFields: readonly DateField[];
}

const NONE: Facets = {posting: false, states: [], payments: [], dateFields: []};

/** Knows what the documents of a type that were seen can be narrowed down by, whatever a list is narrowed down to now. */
export class SeenFacets {
  #facets = NONE;
  #owner = '';
  #seen: readonly DocumentSummary[] = [];

  /** What there is to narrow down by, with what the list has by now. */
  of({owner, documents}: Listing): Facets {
    if (owner !== this.#owner) [this.#facets, this.#owner, this.#seen] = [NONE, owner, []];
    if (documents === this.#seen) return this.#facets;
    // What comes later comes at the end.
    const from = documents[0] === this.#seen[0] ? this.#seen.length : 0;
    this.#facets = documents.slice(from).reduce(withFacets, this.#facets);
    this.#seen = documents;
    return this.#facets;
  }
}

/** The same object as long as nothing new is seen. */
function withFacets(facets: Facets, document: DocumentSummary): Facets {
  const {posted, state, payment, postingDate, dueDate, requestedDate} = document;
  const {posting, states, payments, dateFields} = facets;
  const dates: [DateField, string | undefined][] = [
    ['posting', postingDate],
    ['due', dueDate],
    ['requested', requestedDate],
  ];
  const found = {
    posting: posting || posted !== null,
    states: including(states, state),
    payments: including(payments, payment),
    dateFields: dates.reduce((fields, [field, date]) => including(fields, date && field), dateFields),
  };
  const isNew = (Object.keys(found) as (keyof Facets)[]).some((key) => found[key] !== facets[key]);
  return isNew ? found : facets;
}

function including<T extends string>(values: readonly T[], value: T | '' | undefined): readonly T[] {
  return !value || values.includes(value) ? values : [...values, value];
}
