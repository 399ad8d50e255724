import * as z from 'zod/mini';
import {CatalogLookup, Item} from './contract/catalog.ts';
import {
  Calculation,
  Document,
  DocumentsSummary,
  DocumentSummary,
  RepeatProposal,
  type DraftInput,
  type DraftPatch,
} from './contract/documents.ts';
import {HelpTopic} from './contract/help.ts';
import {Me, type Membership} from './contract/me.ts';
import {
  Company,
  Invitation,
  InvitationAcceptance,
  InvitationLookup,
  Partner,
  type InvitationAcceptanceInput,
  type InvitationInput,
} from './contract/partners.ts';
import {Page} from './contract/primitives.ts';
import {TemplateList, type Template} from './contract/templates.ts';
import {PortalError} from './errors.ts';
import {abortable, Http, parse, type Call, type CallOptions, type PortalSettings} from './http.ts';

/** One page of a list. */
export interface List<T> {
  /** The items that could be read. */
  items: T[];
  /** Where the next page is. */
  page: Page;
  /** How many items of the page broke the contract and were left out. */
  skipped: number;
}

/** How a list is asked for; contract, section 4. */
export interface DocumentQuery {
  /** Searches number, reference and items. */
  q?: string;
  posted?: boolean;
  state?: string;
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

/** What a creating call takes besides. */
export interface CreateOptions extends CallOptions {
  /** UUID, made and kept before the first try; the same for every try of the same order. */
  idempotencyKey: string;
}

/** What a changing call takes besides. */
export interface ChangeOptions extends CallOptions {
  /** `ETag` of the version that the change was made to. */
  etag: string | undefined;
}

const ListEnvelope = z.object({items: z.array(z.unknown()), page: Page});
const id = encodeURIComponent;

/**
 * Speaks to one portal as one membership in one language. Every method throws a `PortalError` and nothing else.
 *
 * @see openapi.json
 */
export class PortalClient {
  readonly #http: Http;
  readonly #siblings: Map<string, PortalClient>;
  #me: Promise<Me> | undefined;

  /** The documents of all types. */
  readonly documents: Documents;
  /** Items that can be ordered. */
  readonly catalog: Catalog;
  /** Invitations to the portal. */
  readonly invitations: Invitations;

  constructor(settings: PortalSettings, from?: PortalClient) {
    this.#http = new Http(settings, from ? from.#http.session : undefined);
    this.#siblings = from ? from.#siblings : new Map<string, PortalClient>();
    this.#siblings.set(siblingKey(settings), this);
    this.documents = new Documents(this.#http);
    this.catalog = new Catalog(this.#http);
    this.invitations = new Invitations(this.#http);
  }

  /** What this client was made with. */
  get settings(): PortalSettings {
    return this.#http.settings;
  }

  /** The base URL, absolute, without a slash at its end. */
  get endpoint(): string {
    return this.#http.endpoint;
  }

  /** The same portal and session as another membership or in another language; the same client for the same answer. */
  with(change: Pick<PortalSettings, 'membership' | 'locale'>): PortalClient {
    const settings = {...this.settings};
    if (change.membership) settings.membership = change.membership;
    if (change.locale) settings.locale = change.locale;
    return this.#siblings.get(siblingKey(settings)) ?? new PortalClient(settings, this);
  }

  /** Who is signed in. Asked once for all widgets; a failure is not kept. */
  async me({signal}: CallOptions = {}): Promise<Me> {
    const pending = (this.#me ??= this.#http.json(Me, 'me'));
    pending.catch(() => {
      if (this.#me === pending) this.#me = undefined;
    });
    return abortable(pending, signal);
  }

  /** The membership that this client acts as. */
  async membership(options: CallOptions = {}): Promise<Membership> {
    const me = await this.me(options);
    const membership = me.memberships.find(({id}) => id === me.membershipId);
    if (!membership) throw new PortalError('contract', {cause: new TypeError('/membershipId: unknown')});
    return membership;
  }

  /** Forgets the token and who is signed in, so that both are asked for again. */
  forget(): void {
    this.#http.session?.forget();
    for (const sibling of this.#siblings.values()) sibling.#me = undefined;
  }

  /** The company behind the membership. */
  company(options?: CallOptions): Promise<Company> {
    return this.#http.json(Company, 'company', options);
  }

  /** The company's partners. */
  partners(
    query: {q?: string; type?: string; status?: string; sort?: string; cursor?: string; limit?: number} = {},
    options?: CallOptions,
  ): Promise<List<Partner>> {
    return list(this.#http, Partner, 'partners', query, options);
  }

  /** The portal's prices, totals and objections to an order; creates nothing. */
  calculate(type: string, draft: DraftInput, options?: CallOptions): Promise<Calculation> {
    const call: Call = {...options, method: 'POST', body: {type, draft}, repeatable: true};
    return this.#http.json(Calculation, 'calculations', call);
  }

  /** The templates of a document type. */
  async templates(type: string, options?: CallOptions): Promise<Template[]> {
    return (await this.#http.json(TemplateList, 'templates', {...options, query: {type}})).items;
  }

  /** A template's file to fill in. */
  async templateFile(templateId: string, format: string, options?: CallOptions): Promise<Blob> {
    const call: Call = {...options, query: {format}, accept: '*/*'};
    return (await this.#http.raw(`templates/${id(templateId)}/file`, call)).blob;
  }

  /** Help on one topic. */
  help(topic: string, options?: CallOptions): Promise<HelpTopic> {
    return this.#http.json(HelpTopic, `help/${id(topic)}`, options);
  }
}

/** The documents of all types. Made by `PortalClient`. */
export class Documents {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  /** One page of the documents of a type. */
  list(type: string, query: DocumentQuery = {}, options?: CallOptions): Promise<List<DocumentSummary>> {
    return list(this.#http, DocumentSummary, `documents/${id(type)}`, query, options);
  }

  /** One document; `linesCursor` gives further lines of a long one. */
  async get(
    type: string,
    documentId: string,
    {linesCursor, ...options}: CallOptions & {linesCursor?: string} = {},
  ): Promise<{document: Document; etag: string | undefined}> {
    const call: Call = {...options, query: {linesCursor}};
    const {value, etag} = await this.#http.jsonWithEtag(Document, path(type, documentId), call);
    return {document: value, etag};
  }

  /** Creates a document once, however often it has to be tried. */
  create(type: string, draft: DraftInput, options: CreateOptions): Promise<Document> {
    return this.#http.json(Document, `documents/${id(type)}`, {...options, method: 'POST', body: draft});
  }

  /** Changes a draft; `lines` are replaced whole. */
  async update(
    type: string,
    documentId: string,
    patch: DraftPatch,
    options: ChangeOptions,
  ): Promise<{document: Document; etag: string | undefined}> {
    const call: Call = {...options, method: 'PATCH', body: patch};
    const {value, etag} = await this.#http.jsonWithEtag(Document, path(type, documentId), call);
    return {document: value, etag};
  }

  /** Discards a draft. */
  async discard(type: string, documentId: string, options: ChangeOptions): Promise<void> {
    await this.#http.raw(path(type, documentId), {...options, method: 'DELETE'});
  }

  /** Proposes the same order again; creates nothing. */
  repeat(type: string, documentId: string, options?: CallOptions): Promise<RepeatProposal> {
    const call: Call = {...options, method: 'POST', repeatable: true};
    return this.#http.json(RepeatProposal, `${path(type, documentId)}/repeat`, call);
  }

  /** The document as PDF; waits while the portal makes it. */
  async pdf(type: string, documentId: string, options: CallOptions = {}): Promise<Blob> {
    const pdf = `${path(type, documentId)}/pdf`;
    return (await this.#http.rawWhenReady(pdf, {...options, accept: 'application/pdf'})).blob;
  }

  /** How many documents of each type there are. */
  summary(options?: CallOptions): Promise<DocumentsSummary> {
    return this.#http.json(DocumentsSummary, 'documents-summary', options);
  }
}

/** Items that can be ordered. Made by `PortalClient`. */
export class Catalog {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  /** One page of the items that match `q`, best first. */
  items(
    query: {q?: string; cursor?: string; limit?: number} = {},
    options?: CallOptions,
  ): Promise<List<Item>> {
    return list(this.#http, Item, 'catalog/items', query, options);
  }

  /** The items behind up to 500 item numbers, own numbers or GTINs. */
  lookUp(keys: readonly string[], options?: CallOptions): Promise<CatalogLookup> {
    const call: Call = {...options, method: 'POST', body: {keys}, repeatable: true};
    return this.#http.json(CatalogLookup, 'catalog/lookups', call);
  }
}

/** Invitations to the portal. Made by `PortalClient`. */
export class Invitations {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  /** One page of the invitations. */
  list(query: {status?: string; cursor?: string} = {}, options?: CallOptions): Promise<List<Invitation>> {
    return list(this.#http, Invitation, 'invitations', query, options);
  }

  /** Invites once, however often it has to be tried. */
  create(invitation: InvitationInput, options: CreateOptions): Promise<Invitation> {
    return this.#http.json(Invitation, 'invitations', {...options, method: 'POST', body: invitation});
  }

  /** Sends a new link; the old one dies. */
  resend(invitationId: string, options: CallOptions & Partial<ChangeOptions> = {}): Promise<Invitation> {
    return this.#http.json(Invitation, `invitations/${id(invitationId)}/resend`, {
      ...options,
      method: 'POST',
    });
  }

  /** Makes the link useless. */
  revoke(invitationId: string, options: CallOptions & Partial<ChangeOptions> = {}): Promise<Invitation> {
    return this.#http.json(Invitation, `invitations/${id(invitationId)}/revoke`, {
      ...options,
      method: 'POST',
    });
  }

  /** What the invitation is to; nobody need be signed in, nothing is used up. */
  lookUp(token: string, options?: CallOptions): Promise<InvitationLookup> {
    const call: Call = {...options, method: 'POST', body: {token}, authenticated: false, repeatable: true};
    return this.#http.json(InvitationLookup, 'invitation-lookups', call);
  }

  /** Accepts the invitation; nobody need be signed in. */
  accept(acceptance: InvitationAcceptanceInput, options: CreateOptions): Promise<InvitationAcceptance> {
    const call: Call = {
      ...options,
      method: 'POST',
      body: acceptance,
      authenticated: false,
      mayBeWorking: false,
    };
    return this.#http.json(InvitationAcceptance, 'invitation-acceptances', call);
  }
}

/** Reads a list item by item, so that one that breaks the contract does not hide the others. */
async function list<T>(
  http: Http,
  schema: z.ZodMiniType<T>,
  address: string,
  query: object,
  options: CallOptions = {},
): Promise<List<T>> {
  const {items, page} = await http.json(ListEnvelope, address, {...options, query});
  const read = items.map((item) => schema.safeParse(item));
  const good = read.flatMap((result) => (result.success ? [result.data] : []));
  // Not one readable item of several is a broken answer, not an empty list.
  if (good.length === 0 && items.length > 0) parse(schema, items[0]);
  return {items: good, page, skipped: items.length - good.length};
}

function path(type: string, documentId: string): string {
  return `documents/${id(type)}/${id(documentId)}`;
}

function siblingKey({membership, locale}: PortalSettings): string {
  return JSON.stringify([membership, locale]);
}
