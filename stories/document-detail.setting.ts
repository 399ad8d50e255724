/** Which document a story of document-detail shows: one that has what the story is about. */
import {render} from 'lit';
import {PortalClient} from '../src/portal/index.ts';
import type {DocumentQuery} from '../src/portal/index.ts';
import type {DocumentSummary} from '../src/portal/contract/index.ts';

/** What a story is about, as prose above it. */
export const about = (story: string) => ({docs: {description: {story}}});

/** How a document is found. */
export interface Wanted {
  readonly type: string;
  readonly user?: string;
  readonly query?: DocumentQuery;
  /** What it is to be; without it the first will do. */
  readonly fits?: (document: DocumentSummary) => boolean;
}

/** A loader that gives a story the id of such a document; the newest is looked at first. */
export function finding({type, user = 'demo-customer', query, fits = () => true}: Wanted) {
  return async (): Promise<{documentId: string}> => {
    const client = new PortalClient({endpoint: '/api/v1', getToken: () => Promise.resolve(user)});
    let cursor: string | undefined;
    do {
      const {items, page} = await client.documents.list(type, {
        sort: '-documentDate',
        limit: 200,
        ...query,
        ...(cursor && {cursor}),
      });
      const found = items.find(fits);
      if (found) return {documentId: found.id};
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    throw new Error(`No ${type} is like that`);
  };
}

/** A place as narrow as a phone. */
export function narrow(story: () => unknown): HTMLElement {
  const phone = document.createElement('div');
  phone.style.maxInlineSize = '360px';
  render(story(), phone);
  return phone;
}
