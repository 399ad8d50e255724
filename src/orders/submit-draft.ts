import type {PortalConnection} from '../portal/connection.ts';
import type {Document} from '../portal/contract/documents.ts';
import type {DraftInput} from '../portal/contract/orders.ts';
import {get, update} from '../portal/documents.ts';
import {PortalError} from '../portal/errors.ts';
import type {Order, PortalVersion} from './draft.ts';
import {toInput, toPatch} from './from-portal.ts';
import {lineTexts} from './line-text.ts';
import {outcomeOf, type DeliverOptions, type Outcome} from './outcome.ts';

/**
 * Sends the draft that a portal has, in the version that was read, and says how that ended; never rejects. A change has no key
 * by which the portal would know it again; the document tells instead: it is the order, or still the draft.
 */
export async function submitDraft(
  portal: PortalConnection,
  type: string,
  {body}: Order,
  {documentId, etag}: PortalVersion,
  {isFirstTry, signal, onWait}: DeliverOptions,
): Promise<Outcome> {
  let mayHaveArrived = !isFirstTry;
  /** What has become of the draft; undefined where it is as it was. */
  const look = async (): Promise<Outcome | undefined> => {
    const known = await get(portal, type, documentId, {signal, onWait});
    if (known.document.state === 'draft') {
      return known.etag === etag ? undefined : {kind: 'refused', error: new PortalError('stale')};
    }
    // Sent by somebody else, unless it is what was sent from here: another tab may have done that.
    if (mayHaveArrived || isBegun(known.document, body)) return {kind: 'created', document: known.document};
    return {kind: 'refused', error: new PortalError('stale')};
  };
  try {
    const found = mayHaveArrived ? await look() : undefined;
    if (found) return found;
  } catch (thrown) {
    const error = PortalError.from(thrown);
    return {kind: isGone(error) ? 'refused' : 'unknown', error};
  }
  try {
    const {document} = await update(portal, type, documentId, toPatch(body), {
      etag,
      repeatable: true,
      signal,
      onWait: (wait) => {
        mayHaveArrived = true;
        onWait?.(wait);
      },
    });
    return {kind: 'created', document};
  } catch (thrown) {
    const error = PortalError.from(thrown);
    if (error.kind === 'contract') return {kind: 'created', error};
    if (!hasMoved(error)) return {kind: outcomeOf(error, mayHaveArrived), error};
    try {
      return (await look()) ?? {kind: 'refused', error};
    } catch (failure) {
      const isKnown = !mayHaveArrived || isGone(PortalError.from(failure));
      return isKnown ? {kind: 'refused', error} : {kind: 'unknown', error: PortalError.from(failure)};
    }
  }
}

/** Whether a change was refused because the document is not what it was. */
export function hasMoved({kind}: PortalError): boolean {
  return (
    kind === 'stale' || kind === 'conflict' || kind === 'forbidden' || kind === 'not-found' || kind === 'gone'
  );
}

function isGone({kind}: PortalError): boolean {
  return kind === 'not-found' || kind === 'gone';
}

/** Whether the document says what was sent, as far as its first page tells. */
function isBegun(document: Document, sent: DraftInput): boolean {
  const input = toInput(document);
  const [there, ours] = [lineTexts(input.lines), lineTexts(sent.lines.slice(0, input.lines.length))];
  return (
    document.lineCount === sent.lines.length &&
    (input.externalReference ?? '') === (sent.externalReference ?? '') &&
    there.every((text, index) => text === ours[index])
  );
}
