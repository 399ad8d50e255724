import type {PortalConnection} from '../portal/connection.ts';
import type {Document} from '../portal/contract/documents.ts';
import type {DraftInput} from '../portal/contract/orders.ts';
import type {Address} from '../portal/contract/partners.ts';
import {get, update} from '../portal/documents.ts';
import {PortalError} from '../portal/errors.ts';
import type {CallOptions} from '../portal/http.ts';
import {Catalogue} from './catalogue.ts';
import type {DraftKeeper} from './draft-keeper.ts';
import type {Submission} from './draft-store.ts';
import {isBlankLine, toOrder, type Draft, type Order, type PortalCopy, type PortalVersion} from './draft.ts';
import {fromInput, toInput, toPatch, typedAddress} from './from-portal.ts';
import {lineText, lineTexts} from './line-text.ts';
import {validate, type DraftProblem} from './problems.ts';
import {deliver, isForgotten, isSameOrder, newSubmission} from './submission.ts';
import {hasMoved} from './submit-draft.ts';

/** A document with all its lines, and its version. */
export interface LoadedDocument {
  readonly document: Document;
  readonly etag: string;
}

/** How saving a draft at its portal ended. */
export type SaveOutcome =
  | {readonly kind: 'saved'; readonly copy: PortalCopy}
  /** Somebody else has changed, sent or removed the document, or it may not be changed any more. */
  | {readonly kind: 'moved'; readonly error: PortalError; readonly copy: PortalVersion}
  /** Nothing was saved, or that is not known. `lineKeys`: of the lines that were sent, for what the portal says of them. */
  | {readonly kind: 'failed'; readonly error: PortalError; readonly lineKeys: readonly string[]};

/** Reads a document with all its lines, however many answers they come in. Throws a `PortalError`. */
export async function loadDocument(
  portal: PortalConnection,
  type: string,
  documentId: string,
  options: CallOptions = {},
): Promise<LoadedDocument> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await loadOnce(portal, type, documentId, options);
    } catch (thrown) {
      const error = PortalError.from(thrown);
      // It was changed between two pages.
      if (error.kind !== 'gone' || attempt > 0) throw error;
    }
  }
}

async function loadOnce(
  portal: PortalConnection,
  type: string,
  documentId: string,
  options: CallOptions,
): Promise<LoadedDocument> {
  const {document, etag} = await get(portal, type, documentId, options);
  if (etag === undefined) throw new PortalError('contract');
  const lines = [...document.lines];
  let next = document.linesNext;
  while (next) {
    const page = (await get(portal, type, documentId, {...options, linesCursor: next})).document;
    lines.push(...page.lines);
    next = page.linesNext;
  }
  return {document: {...document, lines, linesNext: null}, etag};
}

/** A draft of what the portal has, with its items looked up as far as that is possible. */
export async function draftOf(
  portal: PortalConnection,
  {document, etag}: LoadedDocument,
  separators: Draft['separators'],
  options: CallOptions = {},
): Promise<Draft> {
  const input = toInput(document);
  const catalogue = new Catalogue(portal);
  await catalogue.resolve(
    input.lines.map(({itemNumber}) => itemNumber),
    {signal: options.signal},
  );
  return {...fromInput(input, catalogue, separators), portalCopy: copyOf(document, etag, input)};
}

function copyOf({id, number}: Document, etag: string, saved: DraftInput, savedAt?: number): PortalCopy {
  return {
    documentId: id,
    etag,
    saved,
    ...(number === null ? {} : {number}),
    ...(savedAt === undefined ? {} : {savedAt}),
  };
}

/** Whether a draft says something else than the portal's copy of it. */
export function isChanged(draft: Draft): boolean {
  const {portalCopy, lines, separators} = draft;
  if (!portalCopy) return true;
  const {saved} = portalCopy;
  const texts = lineTexts(saved.lines);
  let index = 0;
  for (const line of lines) {
    if (!isBlankLine(line) && lineText(line, separators) !== texts[index++]) return true;
  }
  if (index < texts.length) return true;
  const head = ({externalReference, requestedDate, shipToId, shipTo, note}: DraftInput) =>
    JSON.stringify([externalReference, requestedDate, shipTo ? addressText(shipTo) : shipToId, note]);
  return head(saved) !== head(toOrder({...draft, lines: []}).body);
}

/** An address in which nothing is the same as an empty text. */
function addressText(address: Address): string {
  return JSON.stringify(typedAddress(address));
}

/** Whether a document is a draft that can be changed. */
export function mayChange({state, allowedActions}: Document): boolean {
  return state === 'draft' && allowedActions.includes('update');
}

/** Whether a document cannot be read any more: it is gone, or no longer to be seen by this user. */
export function isOutOfReach({kind}: PortalError): boolean {
  return kind === 'not-found' || kind === 'gone' || kind === 'forbidden';
}

const unsavable = new Set(['item-missing', 'error-value', 'date-unreadable']);

/** What even a draft cannot be without: lines that name an item, and quantities and dates that are some. */
export function unsavableProblems(draft: Draft): DraftProblem[] {
  return validate(draft).filter(({code}) => unsavable.has(code) || code.startsWith('quantity-'));
}

/** Saves a draft at the portal: once, however often it is tried, and over nothing that somebody else has changed. */
export async function saveDraft(
  portal: PortalConnection,
  type: string,
  keeper: DraftKeeper,
  options: CallOptions,
): Promise<SaveOutcome> {
  const {draft} = keeper;
  const order = toOrder(draft, {submit: false});
  if (draft.portalCopy) return change(portal, type, draft.portalCopy, order, options);
  const {creation, outcome} = await create(portal, type, keeper, pendingOf(keeper), order, options);
  if (outcome.kind !== 'saved') return outcome;
  const {copy} = outcome;
  // What an earlier try has created is older than what is to be saved now.
  return isSameOrder(creation, order) ? outcome : change(portal, type, copy, order, options);
}

/**
 * Finds out what became of an earlier saving at the portal whose answer was lost: the keeper's draft has the portal's copy then,
 * if there is one. Rejects with a `PortalError` where that could not be found out.
 */
export async function settleCreation(
  portal: PortalConnection,
  type: string,
  keeper: DraftKeeper,
  options: CallOptions,
): Promise<void> {
  const pending = pendingOf(keeper);
  if (!pending || keeper.draft.portalCopy) return;
  const {outcome} = await create(portal, type, keeper, pending, pending, options);
  if (outcome.kind !== 'saved' && keeper.creation) throw outcome.error;
}

/** The creation whose outcome the portal can still tell. */
function pendingOf({creation}: DraftKeeper): Submission | undefined {
  return creation && !isForgotten(creation) ? creation : undefined;
}

async function create(
  portal: PortalConnection,
  type: string,
  keeper: DraftKeeper,
  pending: Submission | undefined,
  order: Order,
  options: CallOptions,
): Promise<{creation: Submission; outcome: SaveOutcome}> {
  const own = pending ?? newSubmission(order);
  const creation = await beginCreation(keeper, own);
  const isFirstTry = creation === own && !pending;
  const outcome = await deliver(portal, type, creation, {...options, isFirstTry});
  if (outcome.kind !== 'created' || !outcome.document) {
    if (outcome.kind !== 'unknown') await endCreation(keeper);
    const error = (outcome.kind === 'created' ? undefined : outcome.error) ?? new PortalError('contract');
    return {creation, outcome: {kind: 'failed', error, lineKeys: creation.lineKeys}};
  }
  const {document} = outcome;
  const etag = outcome.etag ?? (await get(portal, type, document.id, options)).etag ?? '';
  const copy = copyOf(document, etag, creation.body, Date.now());
  await endCreation(keeper, copy);
  return {creation, outcome: {kind: 'saved', copy}};
}

async function change(
  portal: PortalConnection,
  type: string,
  copy: PortalCopy,
  {body, lineKeys}: ReturnType<typeof toOrder>,
  options: CallOptions,
): Promise<SaveOutcome> {
  const {documentId, etag} = copy;
  try {
    const call = {...options, etag, repeatable: true};
    const changed = await update(portal, type, documentId, toPatch(body), call);
    return {kind: 'saved', copy: copyOf(changed.document, changed.etag ?? '', body, Date.now())};
  } catch (thrown) {
    const error = PortalError.from(thrown);
    return hasMoved(error) ? {kind: 'moved', error, copy} : {kind: 'failed', error, lineKeys};
  }
}

/** Keeps the key before anything is sent; resolves with the creation that counts, another tab's where that was first. */
async function beginCreation(keeper: DraftKeeper, creation: Submission): Promise<Submission> {
  const isEdited = keeper.stopTimer();
  return keeper.inTurn(async (own) => {
    keeper.creation = creation;
    const foreign = await own.write({});
    if (!foreign) return creation;
    if (foreign.creation && !isEdited) {
      own.catchUp(foreign.revision);
      keeper.creation = foreign.creation;
      return foreign.creation;
    }
    await own.fork({creation});
    keeper.creation = creation;
    return creation;
  });
}

/** Forgets the key once the outcome is known, in one go with what came of it. */
async function endCreation(keeper: DraftKeeper, copy?: PortalCopy): Promise<void> {
  keeper.creation = undefined;
  if (copy) keeper.change({...keeper.draft, portalCopy: copy});
  else keeper.change(keeper.draft);
  await keeper.flush();
}
