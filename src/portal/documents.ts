import * as z from 'zod/mini';
import type {PortalConnection} from './connection.ts';
import {Document, DocumentCount, DocumentSummary, ListTotal} from './contract/documents.ts';
import type {DocumentsSummary} from './contract/documents.ts';
import {Calculation, RepeatProposal, type DraftInput, type DraftPatch} from './contract/orders.ts';
import {segment, type CallOptions, type ChangeOptions, type CreateOptions} from './http.ts';
import {readItems, readList, type List} from './list.ts';
import {rawWhenReady} from './when-ready.ts';

/** How a list is asked for; contract, section 4. */
export interface DocumentQuery {
  /** Searches number, reference and items. */
  q?: string;
  posted?: boolean;
  state?: string;
  /** `open`, `partial`, `paid`, `overdue`, or what else the portal has; `unpaid` is whatever something is still owed of. */
  payment?: string;
  dateField?: 'document' | 'posting' | 'due' | 'requested';
  /** First day, inclusive, `YYYY-MM-DD`. */
  dateFrom?: string;
  /** Last day, inclusive, `YYYY-MM-DD`. */
  dateTo?: string;
  /** `{type}:{id}` of a document of the same chain. */
  relatedTo?: string;
  /** `number`, `documentDate`, `dueDate` or `gross`; a `-` before it descends. */
  sort?: string;
  /** Items a page, at most 200. */
  limit?: number;
  cursor?: string;
}

/** One page of documents, with the amounts of all that fit the query where the portal adds them up. */
export interface DocumentPage extends List<DocumentSummary> {
  totals: readonly ListTotal[] | undefined;
}

/** One page of the documents of a type. */
export async function list(
  portal: PortalConnection,
  type: string,
  query: DocumentQuery = {},
  options?: CallOptions,
): Promise<DocumentPage> {
  const read = await readList(portal, DocumentSummary, `documents/${segment(type)}`, query, options);
  // Sums that cannot be read are as good as none.
  return {...read, totals: z.array(ListTotal).safeParse(read.totals).data};
}

/** One document; `linesCursor` gives further lines of a long one. */
export async function get(
  portal: PortalConnection,
  type: string,
  documentId: string,
  {linesCursor, ...options}: CallOptions & {linesCursor?: string} = {},
): Promise<{document: Document; etag: string | undefined}> {
  const call = {...options, query: {linesCursor}};
  const {value, etag} = await portal.http.jsonWithEtag(Document, path(type, documentId), call);
  return {document: value, etag};
}

/** Creates a document once, however often it has to be tried. */
export async function create(
  portal: PortalConnection,
  type: string,
  draft: DraftInput,
  options: CreateOptions,
): Promise<Document> {
  return (await createWithEtag(portal, type, draft, options)).document;
}

/** As `create`, with the version of the document that was made. */
export async function createWithEtag(
  portal: PortalConnection,
  type: string,
  draft: DraftInput,
  options: CreateOptions,
): Promise<{document: Document; etag: string | undefined}> {
  const call = {...options, method: 'POST', body: draft} as const;
  const {value, etag} = await portal.http.jsonWithEtag(Document, `documents/${segment(type)}`, call);
  return {document: value, etag};
}

/** Changes a draft; `lines` are replaced whole. */
export async function update(
  portal: PortalConnection,
  type: string,
  documentId: string,
  patch: DraftPatch,
  options: ChangeOptions,
): Promise<{document: Document; etag: string | undefined}> {
  const call = {...options, method: 'PATCH', body: patch} as const;
  const {value, etag} = await portal.http.jsonWithEtag(Document, path(type, documentId), call);
  return {document: value, etag};
}

/** Discards a draft. */
export async function discard(
  portal: PortalConnection,
  type: string,
  documentId: string,
  options: ChangeOptions,
): Promise<void> {
  await portal.http.raw(path(type, documentId), {...options, method: 'DELETE'});
}

/** Proposes the same order again; creates nothing. */
export async function repeat(
  portal: PortalConnection,
  type: string,
  documentId: string,
  options?: CallOptions,
): Promise<RepeatProposal> {
  const call = {...options, method: 'POST', repeatable: true} as const;
  return portal.http.json(RepeatProposal, `${path(type, documentId)}/repeat`, call);
}

/** The document as PDF; waits while the portal makes it. */
export async function pdf(
  portal: PortalConnection,
  type: string,
  documentId: string,
  options: CallOptions = {},
): Promise<Blob> {
  const call = {...options, accept: 'application/pdf'};
  return (await rawWhenReady(portal.http, `${path(type, documentId)}/pdf`, call)).blob;
}

const SummaryEnvelope = z.object({items: z.array(z.unknown())});

/** How many documents of each type there are; `skipped` counts the types whose numbers could not be read. */
export async function summary(
  portal: PortalConnection,
  options?: CallOptions,
): Promise<DocumentsSummary & {skipped: number}> {
  const {items} = await portal.http.json(SummaryEnvelope, 'documents-summary', options);
  return readItems(DocumentCount, items);
}

/** The portal's prices, totals and objections to an order; creates nothing. */
export function calculate(
  portal: PortalConnection,
  type: string,
  draft: DraftInput,
  options?: CallOptions,
): Promise<Calculation> {
  const call = {...options, method: 'POST', body: {type, draft}, repeatable: true} as const;
  return portal.http.json(Calculation, 'calculations', call);
}

function path(type: string, documentId: string): string {
  return `documents/${segment(type)}/${segment(documentId)}`;
}
