import {DraftInput} from '../../src/portal/contract/index.ts';
import type {DocumentTypeInfo} from '../data/book.ts';
import {applyDraft, createDraft, submitDraft} from '../data/ordering.ts';
import type {DocumentRecord} from '../data/records.ts';
import {json} from '../http/answer.ts';
import {etag, type Call} from '../http/call.ts';
import {notAllowed, notFound, Problem} from '../http/problem.ts';
import type {AddRoute} from '../http/route.ts';
import {documentView} from './document-view.ts';
import {objectionsTo} from './objections.ts';
import {allowedActions} from './views.ts';

/** The document of the path, for which the member must have the capability. */
export function documentOf(call: Call, action: string): DocumentRecord {
  const {type} = call.documentType(call.param('type'), action);
  const document = call.book.document(type, call.param('id'));
  if (!document) throw notFound();
  return document;
}

/** Throws 422 where a draft cannot be sent. */
function requireSendable(call: Call, info: DocumentTypeInfo, draft: DraftInput): void {
  const errors = objectionsTo(call.book, info, draft, call.world.today).filter(
    ({severity}) => severity === 'error',
  );
  if (errors.length === 0) return;
  throw new Problem(
    422,
    'invalid_order',
    {en: 'The order could not be accepted.', de: 'Die Bestellung konnte nicht angenommen werden.'},
    {errors},
  );
}

function read(call: Call): Response {
  const document = documentOf(call, 'read');
  return json(call, documentView(document, call), {headers: {ETag: etag(document.version)}});
}

function create(call: Call): Response {
  const info = call.documentType(call.param('type'), 'create');
  const draft = call.body(DraftInput);
  if (draft.submit) requireSendable(call, info, draft);
  const {book, world} = call;
  const document = createDraft(book, info, draft, call.user.name, world.now, world.today);
  if (draft.submit) submitDraft(book, document, world.now, world.today);
  return json(call, documentView(document, call), {
    status: 201,
    headers: {ETag: etag(document.version), Location: `${call.prefix}/documents/${info.type}/${document.id}`},
  });
}

/** The draft that the request is to change: its capability, its version, its state, in that order. */
function draftOf(call: Call, action: 'update' | 'discard'): DocumentRecord {
  const document = documentOf(call, action);
  call.requireMatch(document.version);
  if (!allowedActions(document, call.membership).includes(action)) throw notAllowed();
  return document;
}

/** JSON merge patch, RFC 7396: null takes a field away, objects are merged, everything else is replaced. */
function merge(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const old =
    typeof target === 'object' && target !== null && !Array.isArray(target) ? Object.entries(target) : [];
  const merged = new Map<string, unknown>(old);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, merge(merged.get(name), value));
  }
  return Object.fromEntries(merged);
}

function update(call: Call): Response {
  const document = draftOf(call, 'update');
  const {book, world} = call;
  const info = call.documentType(document.type, 'update');
  const draft = call.mergedBody(DraftInput, (patch) => merge(document.draft, patch));
  if (draft.submit) requireSendable(call, info, draft);
  applyDraft(book, document, draft);
  document.version++;
  document.updatedAt = world.now;
  if (draft.submit) submitDraft(book, document, world.now, world.today);
  book.changed(document.type);
  return json(call, documentView(document, call), {headers: {ETag: etag(document.version)}});
}

function discard(call: Call): Response {
  const document = draftOf(call, 'discard');
  call.book.remove(document);
  return new Response(null, {status: 204});
}

export function addDocuments(add: AddRoute): void {
  add('get', '/documents/:type/:id', read);
  add('post', '/documents/:type', create, {creates: true});
  add('patch', '/documents/:type/:id', update);
  add('delete', '/documents/:type/:id', discard);
}
