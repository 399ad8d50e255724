/** Drafts that the portal has, too, as a person works with them: what their tests share. */
import type {DocumentRecord} from '../mocks/data/records.ts';
import {clearDrafts, newClient, ordersOf, type} from './purchase-order-editor-page.ts';
import {
  beforeEach,
  findByRole,
  findByText,
  getByLabel,
  setViewport,
  startPortal,
  user,
} from './support/index.ts';

export const portal = await startPortal();
beforeEach(clearDrafts);
// Lines are fieldsets there, whose fields have labels.
beforeEach(() => setViewport({width: 600, height: 900}));

export const path = '/documents/purchase-order';
export const reference = () => getByLabel('Your reference (optional)');
export const note = () => getByLabel<HTMLTextAreaElement>('Note (optional)');
export const drafts = () => ordersOf(portal).filter(({state}) => state === 'draft');
export const saved = () => findByText(/^Saved to the portal as a draft at .+\.$/);
export const save = async () => user.click(await findByRole('button', {name: 'Save to portal'}));
export const changes = () =>
  portal.requests.filter(({method, path: at}) => method === 'PATCH' && at.startsWith(`${path}/`));

let before = 0;
beforeEach(() => {
  before = ordersOf(portal).length;
});
export const made = () => ordersOf(portal).length - before;

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
