/** Drafts that the portal has, too, as a person works with them: what their tests share. */
import type {DocumentRecord} from '../mocks/data/records.ts';
import {newClient, orders, path, portal, type} from './purchase-order-editor-page.ts';
import {beforeEach, findByText, setViewport} from './support/index.ts';

// Lines are fieldsets there, whose fields have labels.
beforeEach(() => setViewport({width: 600, height: 900}));

export const drafts = () => orders().filter(({state}) => state === 'draft');
export const saved = () => findByText(/^Saved to the portal as a draft at .+\.$/);
export const changes = () =>
  portal.requests.filter(({method, path: at}) => method === 'PATCH' && at.startsWith(`${path}/`));

/** The portal's draft with the reference, or the test's data are not what it thinks. */
export function draftNamed(name: string): DocumentRecord {
  const found = drafts().find(({reference: each}) => each === name);
  if (!found) throw new Error(`The portal has no draft ${name}`);
  return found;
}
export const usual = () => draftNamed('Heizzentrale Bauabschnitt 2');

/** Changes a draft as somebody else would. */
export async function changeElsewhere(id: string, change: object): Promise<void> {
  const client = newClient();
  const {etag} = await client.documents.get(type, id);
  await client.documents.update(type, id, change, {etag});
}
