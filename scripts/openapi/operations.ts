import type * as z from 'zod/mini';
import * as contract from '../../src/portal/contract/index.ts';

/** Name of a schema of the contract, or of one of `pages`. */
export type SchemaName = keyof typeof contract | keyof typeof pages;

/** Lists, page by page. */
export const pages = {
  ItemPage: contract.listOf(contract.Item),
  PartnerPage: contract.listOf(contract.Partner),
  InvitationPage: contract.listOf(contract.Invitation),
};

/** A parameter in the path, the query or a header. */
export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  description: string;
  schema: z.core.JSONSchema.JSONSchema;
  required?: boolean;
}

/** What an operation answers when all goes well. */
export interface Success {
  status: 200 | 201 | 202 | 204;
  description: string;
  schema?: SchemaName;
  /** Media type of an answer that is not JSON. */
  type?: string;
  headers?: HeaderName[];
}

export type HeaderName = 'ETag' | 'Location' | 'Retry-After';

/** Errors that an operation has of its own; 401, 403, 429 and 503 come with signing in. */
export type ErrorStatus = 400 | 404 | 409 | 410 | 412 | 415 | 422 | 428;

export interface Operation {
  id: string;
  method: 'get' | 'post' | 'patch' | 'delete';
  path: string;
  tag: string;
  summary: string;
  description?: string;
  /** False: nobody need be signed in. */
  signedIn?: false;
  parameters?: Parameter[];
  body?: {schema: SchemaName; type?: string; required?: boolean};
  success: Success[];
  errors?: ErrorStatus[];
}

const query = (
  name: string,
  description: string,
  schema: Parameter['schema'] = {type: 'string'},
): Parameter => ({name, in: 'query', description, schema});

const path = (name: string, description: string): Parameter => ({
  name,
  in: 'path',
  description,
  schema: {type: 'string'},
  required: true,
});

const type = path('type', 'Document type: `purchase-order`, `warehouse-receipt`, …');
const documentId = path('id', "The document's id.");
const invitationId = path('id', "The invitation's id.");
const cursor = query('cursor', '`page.next` of the page before; 410 when it has gone stale.');
const limit = query('limit', 'Most items of a page.', {
  type: 'integer',
  minimum: 1,
  maximum: 200,
  default: 50,
});
const date = {type: 'string', format: 'date'} as const;
const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'UUID of this order or invitation, the same for every try: the same key and body give the first answer again, ' +
    '409 while it is still being worked on, 422 for another body. A portal remembers a key for at least 24 hours.',
  schema: {type: 'string', format: 'uuid'},
  required: true,
};
const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  description:
    '`ETag` of the version that is meant: 412 when there is a later one, 428 when the header is missing.',
  schema: {type: 'string'},
  required: true,
};
const ifMatchWhereKnown: Parameter = {
  ...ifMatch,
  description: '`ETag` of the invitation where the portal gave one: 412 when there is a later version.',
  required: false,
};

/** Every call of the contract. */
export const operations: Operation[] = [
  {
    id: 'getMe',
    method: 'get',
    path: '/me',
    tag: 'Session',
    summary: 'Who is signed in, and what they may do',
    success: [{status: 200, description: 'The signed-in user.', schema: 'Me'}],
  },
  {
    id: 'getCompany',
    method: 'get',
    path: '/company',
    tag: 'Company',
    summary: 'The company behind the membership',
    success: [{status: 200, description: 'The company.', schema: 'Company', headers: ['ETag']}],
  },
  {
    id: 'listPartners',
    method: 'get',
    path: '/partners',
    tag: 'Partners',
    summary: 'The partners of the company',
    parameters: [
      query('q', 'Words in name, number or e-mail address.'),
      query('type', 'Only this kind of partner.'),
      query('status', 'Only partners whose latest invitation has this status: `pending`, `accepted`, …'),
      query('sort', 'Field to sort by; a `-` before it descends.'),
      limit,
      cursor,
    ],
    success: [{status: 200, description: 'One page.', schema: 'PartnerPage'}],
    errors: [400, 410],
  },
  {
    id: 'listInvitations',
    method: 'get',
    path: '/invitations',
    tag: 'Partners',
    summary: 'The invitations',
    parameters: [query('status', 'Only invitations with this status.'), limit, cursor],
    success: [{status: 200, description: 'One page, latest first.', schema: 'InvitationPage'}],
    errors: [400, 410],
  },
  {
    id: 'createInvitation',
    method: 'post',
    path: '/invitations',
    tag: 'Partners',
    summary: 'Invite somebody by e-mail',
    parameters: [idempotencyKey],
    body: {schema: 'InvitationInput'},
    success: [
      {
        status: 201,
        description: 'The invitation; its e-mail may still be on the way.',
        schema: 'Invitation',
        headers: ['Location', 'ETag'],
      },
    ],
    errors: [400, 409, 422],
  },
  {
    id: 'resendInvitation',
    method: 'post',
    path: '/invitations/{id}/resend',
    tag: 'Partners',
    summary: 'Send a new link with a new expiry',
    description:
      'The old link stops working. The body may be absent; an address in it takes the place of the first one, for an e-mail that came back.',
    parameters: [invitationId, ifMatchWhereKnown],
    body: {schema: 'InvitationResendInput', required: false},
    success: [{status: 200, description: 'The invitation.', schema: 'Invitation', headers: ['ETag']}],
    errors: [400, 404, 409, 412, 422],
  },
  {
    id: 'revokeInvitation',
    method: 'post',
    path: '/invitations/{id}/revoke',
    tag: 'Partners',
    summary: 'Make an invitation useless',
    description: 'Its link stops working.',
    parameters: [invitationId, ifMatchWhereKnown],
    success: [{status: 200, description: 'The invitation.', schema: 'Invitation', headers: ['ETag']}],
    errors: [404, 409, 412],
  },
  {
    id: 'lookUpInvitation',
    method: 'post',
    path: '/invitation-lookups',
    tag: 'Registration',
    summary: 'What an invitation is to',
    description:
      'Uses nothing up: mail scanners open links. The invitation link carries its token in the fragment, ' +
      '`https://host.example/welcome#invitation=TOKEN`; the token is sent in this body and nowhere else.',
    signedIn: false,
    body: {schema: 'InvitationLookupInput'},
    success: [{status: 200, description: 'What the invited person sees.', schema: 'InvitationLookup'}],
    errors: [400, 404, 422],
  },
  {
    id: 'acceptInvitation',
    method: 'post',
    path: '/invitation-acceptances',
    tag: 'Registration',
    summary: 'Accept an invitation',
    description:
      '409: accepted before; with `Retry-After`, the same request is still being worked on. 410: expired or revoked. 404: unknown.',
    signedIn: false,
    parameters: [idempotencyKey],
    body: {schema: 'InvitationAcceptanceInput'},
    success: [{status: 201, description: 'The new membership.', schema: 'InvitationAcceptance'}],
    errors: [400, 404, 409, 410, 422],
  },
  {
    id: 'listDocuments',
    method: 'get',
    path: '/documents/{type}',
    tag: 'Documents',
    summary: 'The documents of one type',
    parameters: [
      type,
      query('q', 'Words in number, reference or items.'),
      query('posted', 'Only posted documents, or only those that are not.', {type: 'boolean'}),
      query('state', 'Only documents in this state.'),
      query(
        'payment',
        'Only documents that are paid so far: `open`, `partial`, `paid`, `overdue`. `unpaid`: all of which something is still owed, whatever their `payment` says: those that `open` of the summary adds up.',
      ),
      query('dateField', 'Which date `dateFrom` and `dateTo` are about.', {
        type: 'string',
        enum: ['document', 'posting', 'due', 'requested'],
        default: 'document',
      }),
      query('dateFrom', 'First day, inclusive.', date),
      query('dateTo', 'Last day, inclusive.', date),
      query('relatedTo', '`{type}:{id}`: only documents of the same chain as this one.'),
      query('sort', '`number`, `documentDate`, `dueDate` or `gross`; a `-` before it descends.', {
        type: 'string',
        pattern: '^-?(number|documentDate|dueDate|gross)$',
        default: '-documentDate',
      }),
      limit,
      cursor,
    ],
    success: [{status: 200, description: 'One page.', schema: 'DocumentSummaryPage'}],
    errors: [400, 404, 410],
  },
  {
    id: 'createDocument',
    method: 'post',
    path: '/documents/{type}',
    tag: 'Documents',
    summary: 'Create a document or keep a draft',
    description: '`submit: false` keeps a draft at the portal.',
    parameters: [type, idempotencyKey],
    body: {schema: 'DraftInput'},
    success: [{status: 201, description: 'The document.', schema: 'Document', headers: ['Location', 'ETag']}],
    errors: [400, 404, 409, 422],
  },
  {
    id: 'getDocument',
    method: 'get',
    path: '/documents/{type}/{id}',
    tag: 'Documents',
    summary: 'One document with its lines',
    description: 'Above 500 lines, `linesNext` is a cursor for `linesCursor`.',
    parameters: [type, documentId, query('linesCursor', '`linesNext` of the answer before.')],
    success: [{status: 200, description: 'The document.', schema: 'Document', headers: ['ETag']}],
    errors: [404, 410],
  },
  {
    id: 'updateDocument',
    method: 'patch',
    path: '/documents/{type}/{id}',
    tag: 'Documents',
    summary: 'Change a draft, or send it',
    description: 'A JSON merge patch (RFC 7396); `lines` are replaced whole.',
    parameters: [type, documentId, ifMatch],
    body: {schema: 'DraftPatch', type: 'application/merge-patch+json'},
    success: [{status: 200, description: 'The document.', schema: 'Document', headers: ['ETag']}],
    errors: [400, 404, 409, 412, 415, 422, 428],
  },
  {
    id: 'discardDocument',
    method: 'delete',
    path: '/documents/{type}/{id}',
    tag: 'Documents',
    summary: 'Discard a draft',
    parameters: [type, documentId, ifMatch],
    success: [{status: 204, description: 'It is gone.'}],
    errors: [404, 409, 412, 428],
  },
  {
    id: 'repeatDocument',
    method: 'post',
    path: '/documents/{type}/{id}/repeat',
    tag: 'Documents',
    summary: 'Propose the same order again',
    description: 'Creates nothing.',
    parameters: [type, documentId],
    success: [{status: 200, description: 'The order as it could be sent now.', schema: 'RepeatProposal'}],
    errors: [404, 409],
  },
  {
    id: 'getDocumentPdf',
    method: 'get',
    path: '/documents/{type}/{id}/pdf',
    tag: 'Documents',
    summary: 'The document as PDF',
    parameters: [type, documentId],
    success: [
      {status: 200, description: 'The file.', type: 'application/pdf'},
      {status: 202, description: 'It is being made: ask again.', headers: ['Retry-After']},
    ],
    errors: [404],
  },
  {
    id: 'getDocumentsSummary',
    method: 'get',
    path: '/documents-summary',
    tag: 'Documents',
    summary: 'How many documents of each type there are, and what is open',
    success: [{status: 200, description: 'One entry a type.', schema: 'DocumentsSummary'}],
  },
  {
    id: 'calculate',
    method: 'post',
    path: '/calculations',
    tag: 'Documents',
    summary: 'What an order would cost, and whether it could be sent',
    description: 'Has no side effect. Totals are the portal’s: widgets show their own sums as estimates.',
    body: {schema: 'CalculationInput'},
    success: [{status: 200, description: 'Prices, totals and objections.', schema: 'Calculation'}],
    errors: [400, 422],
  },
  {
    id: 'listItems',
    method: 'get',
    path: '/catalog/items',
    tag: 'Catalogue',
    summary: 'Items that can be ordered',
    parameters: [query('q', 'Words in number, own number, GTIN or description.'), limit, cursor],
    success: [{status: 200, description: 'One page, best match first.', schema: 'ItemPage'}],
    errors: [400, 410],
  },
  {
    id: 'lookUpItems',
    method: 'post',
    path: '/catalog/lookups',
    tag: 'Catalogue',
    summary: 'The items behind many numbers at once',
    description: 'Has no side effect.',
    body: {schema: 'CatalogLookupInput'},
    success: [{status: 200, description: 'One entry a key.', schema: 'CatalogLookup'}],
    errors: [400, 422],
  },
  {
    id: 'listTemplates',
    method: 'get',
    path: '/templates',
    tag: 'Templates',
    summary: 'The files that orders can be uploaded with',
    parameters: [{...query('type', 'Document type that is uploaded.'), required: true}],
    success: [{status: 200, description: 'The templates.', schema: 'TemplateList'}],
    errors: [400],
  },
  {
    id: 'getTemplateFile',
    method: 'get',
    path: '/templates/{id}/file',
    tag: 'Templates',
    summary: 'A file to fill in',
    parameters: [
      path('id', "The template's id."),
      {...query('format', 'Format of the file: `csv` or `xlsx`.'), required: true},
    ],
    success: [{status: 200, description: 'The file.', type: 'application/octet-stream'}],
    errors: [400, 404],
  },
  {
    id: 'getHelp',
    method: 'get',
    path: '/help/{topic}',
    tag: 'Help',
    summary: 'Text and video on one topic',
    parameters: [path('topic', 'Name of the topic.')],
    success: [{status: 200, description: 'The help.', schema: 'HelpTopic'}],
    errors: [404],
  },
];

export const tags: {name: string; description: string}[] = [
  {name: 'Session', description: 'Who am I, and what may I do.'},
  {name: 'Company', description: 'The company behind a membership.'},
  {name: 'Partners', description: 'Partners and their invitations.'},
  {name: 'Registration', description: 'Where an invitation link leads; nobody need be signed in.'},
  {name: 'Documents', description: 'Orders, receipts, returns, invoices and credit memos.'},
  {name: 'Catalogue', description: 'What can be ordered.'},
  {name: 'Templates', description: 'Files that orders can be uploaded with.'},
  {name: 'Help', description: 'Help texts and videos.'},
];
