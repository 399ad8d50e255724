/** What stories of the editor are set in: a portal of their own, and what earlier visits have left on the device. */
import {openDB} from 'idb';
import {html, type TemplateResult} from 'lit';
import {separators} from '../src/locales/formats.ts';
import {DraftKeeper} from '../src/orders/draft-keeper.ts';
import {DraftStore} from '../src/orders/draft-store.ts';
import {changeHeader, newLine, toOrder, withItem, type Draft, type DraftLine} from '../src/orders/draft.ts';
import {newSubmission} from '../src/orders/submission.ts';
import {SubmissionRecord} from '../src/orders/submission-record.ts';
import {ownerKey} from '../src/orders/owner-key.ts';
import {endUpload, keptUploads} from '../src/orders/upload/kept-uploads.ts';
import {onDevice} from '../src/orders/upload/upload-database.ts';
import {markedUploads} from '../src/orders/upload/upload-marks.ts';
import type {Item} from '../src/portal/contract/catalog.ts';
import {PortalClient, PortalError} from '../src/portal/index.ts';

const DAY = 24 * 60 * 60 * 1000;

const getToken = () => Promise.resolve('demo-customer');

/** What a story is about, as prose above it. */
export const about = (story: string) => ({docs: {description: {story}}});

/** A portal of the story's own address, so that it has drafts of its own. */
export const at = (name: string, scenario = 'normal') => ({endpoint: `/story-${name}+${scenario}/api/v1`});

/** A place as narrow as a phone, by a sheet of the page's own, as a host would have it. */
export function narrow(widget: TemplateResult): TemplateResult {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.phone {max-inline-size: 360px}');
  if (!document.adoptedStyleSheets.some((known) => known.cssRules[0]?.cssText.includes('.phone')))
    document.adoptedStyleSheets.push(sheet);
  return html`<div class="phone">${widget}</div>`;
}

/** A client whose requests to one path are answered by the story. */
export function answering(
  path: string,
  answer: (request: Request) => Response | Promise<Response>,
  name: string,
): PortalClient {
  return new PortalClient({
    ...at(name),
    getToken,
    timing: {backoff: 1, total: 300_000, request: 300_000},
    fetch: async (input, init) => {
      const request = new Request(input, init);
      return new URL(request.url).pathname.includes(`/api/v1${path}`) ? answer(request) : fetch(request);
    },
  });
}

/** The portal refuses. */
export function problem(status: number): Response {
  return Response.json({title: 'A problem', status, traceId: '4f2c-91aa'}, {status});
}

/** The portal does not answer. */
export function never(): Promise<Response> {
  return new Promise(() => undefined);
}

/** Takes off the device what an earlier look at a story has left there. */
export async function forget(endpoint: string | undefined): Promise<void> {
  const name = 'partner-portal-widgets';
  if (!endpoint) return;
  for (const owner of markedUploads().filter((each) => each.includes(endpoint)))
    for (const kept of await keptUploads(owner)) await endUpload(kept);
  await onDevice('readwrite', async (writing) => {
    const sent = writing.objectStore('sent');
    for (const key of await sent.getAllKeys()) if (key[0].includes(endpoint)) await sent.delete(key);
  });
  if (!(await indexedDB.databases()).some((known) => known.name === name)) return;
  const database = await openDB(name);
  if (database.objectStoreNames.contains('drafts')) {
    const records = (await database.getAll('drafts')) as {id: string; owner: string}[];
    for (const {id, owner} of records) if (owner.includes(endpoint)) await database.delete('drafts', id);
  }
  database.close();
}

/** A line of a draft that is kept; `item` is an item's number. */
export type KeptLine = Partial<Omit<DraftLine, 'key' | 'item'>> & {readonly item: string};

/** What an earlier visit has left on the device. */
export interface KeptDraft {
  readonly lines: readonly KeptLine[];
  readonly reference?: string;
  /** How far it was sent; `forgotten`: so long ago that the portal cannot tell any more. */
  readonly sending?: 'in flight' | 'unknown' | 'forgotten';
}

/** Leaves a draft on the device, as an earlier visit would have. */
export async function keep(endpoint: string, {lines, reference = '', sending}: KeptDraft): Promise<void> {
  await forget(endpoint);
  const client = new PortalClient({endpoint, getToken});
  const [me, items] = await Promise.all([client.me(), itemsOf(client, lines)]);
  const owner = ownerKey({
    endpoint: client.endpoint,
    membership: me.membershipId,
    user: me.user.id,
    type: 'purchase-order',
  });
  const keeper = new DraftKeeper(new DraftStore(), separators('en'), {
    onKept: () => undefined,
    onChange: () => undefined,
  });
  await keeper.open(owner, separators('en'));
  keeper.change(changeHeader(withLines(keeper.draft, lines, items), {reference}));
  await keeper.flush();
  if (!sending) return;
  const begun = newSubmission(toOrder(keeper.draft));
  const submission = sending === 'forgotten' ? {...begun, startedAt: begun.startedAt - 3 * DAY} : begun;
  await new SubmissionRecord(keeper).begin(submission);
  if (sending === 'in flight') return;
  await new SubmissionRecord(keeper).end(submission, {kind: 'unknown', error: new PortalError('timeout')});
}

/** An order that the portal has had before. */
export async function orderBefore(
  endpoint: string,
  externalReference: string,
  lines: readonly {readonly itemNumber: string; readonly quantity: string}[],
): Promise<void> {
  const order = {externalReference, lines: [...lines], submit: true};
  const client = new PortalClient({endpoint, getToken});
  await client.documents.create('purchase-order', order, {idempotencyKey: crypto.randomUUID()});
}

/** So many lines of bolts and screws, as a buyer has them in a list. */
export async function manyLines(endpoint: string, count: number): Promise<KeptLine[]> {
  const {items} = await new PortalClient({endpoint, getToken}).catalog.items({limit: 200});
  const numbers = items
    .filter(({availability}) => availability?.status === 'available' && availability.quantity === undefined)
    .map(({itemNumber}) => itemNumber);
  return Array.from({length: count}, (_, index) => ({
    item: numbers[index % numbers.length] ?? '',
    quantity: String(((index % 7) + 2) * 50),
  }));
}

async function itemsOf(client: PortalClient, lines: readonly KeptLine[]): Promise<Map<string, Item>> {
  const numbers = [...new Set(lines.map(({item}) => item))];
  const {items} = await client.catalog.lookUp(numbers);
  return new Map(items.flatMap(({item}) => (item ? [[item.itemNumber, item]] : [])));
}

function withLines(draft: Draft, lines: readonly KeptLine[], items: ReadonlyMap<string, Item>): Draft {
  return {
    ...draft,
    lines: lines.map(({item: number, ...typed}) => {
      const line = {...newLine(), search: number, ...typed};
      const item = items.get(number);
      return item ? withItem(line, item) : line;
    }),
  };
}
