import type * as z from 'zod/mini';
import type {Book, DocumentTypeInfo} from '../data/book.ts';
import {localeOf, type Locale} from '../data/text.ts';
import type {MembershipRecord, UserRecord} from '../data/users.ts';
import type {World} from '../data/world.ts';
import {schemaPlaces} from './schema.ts';
import {notAllowed, notFound, notSignedIn, Problem} from './problem.ts';
import type {PortalState} from './state.ts';

export interface CallInit {
  state: PortalState;
  world: World;
  request: Request;
  params: Record<string, string>;
  cookies: Record<string, string>;
  text: string;
  path: string;
  prefix: string;
  /** Whether another address is not known to the portal when an invitation is sent again. */
  ignoresNewAddress?: boolean;
  /** Changes the membership, for scenarios in which less is allowed. */
  restrict?: (membership: MembershipRecord) => MembershipRecord;
}

/** One request with everything a handler may ask of it. Getters throw the problem that the answer is to be. */
export class Call {
  readonly state: PortalState;
  readonly world: World;
  readonly request: Request;
  readonly query: URLSearchParams;
  readonly locale: Locale;
  /** What comes after `/api/v1`. */
  readonly path: string;
  /** Origin and path up to and including `/api/v1`. */
  readonly prefix: string;
  readonly text: string;
  readonly #init: CallInit;
  #membership: MembershipRecord | undefined;

  constructor(init: CallInit) {
    this.#init = init;
    this.state = init.state;
    this.world = init.world;
    this.request = init.request;
    this.query = new URL(init.request.url).searchParams;
    this.locale = localeOf(init.request.headers.get('Accept-Language'));
    this.path = init.path;
    this.prefix = init.prefix;
    this.text = init.text;
  }

  /** The token of the header, or of the cookie where there is no header. */
  get token(): string | undefined {
    const header = this.request.headers.get('Authorization');
    if (header !== null) return /^Bearer (.+)$/.exec(header)?.[1] ?? '';
    return this.#init.cookies['portal_session'];
  }

  get user(): UserRecord {
    const user = this.world.userOf(this.token ?? '');
    if (!user) throw notSignedIn();
    const byCookie = !this.request.headers.has('Authorization');
    if (byCookie && this.request.method !== 'GET' && !this.request.headers.get('X-CSRF-Token')) {
      throw new Problem(403, 'csrf_token_missing', {
        en: 'The request has no X-CSRF-Token.',
        de: 'Die Anfrage hat kein X-CSRF-Token.',
      });
    }
    return user;
  }

  get membership(): MembershipRecord {
    if (this.#membership) return this.#membership;
    const {memberships} = this.user;
    const wanted = this.request.headers.get('Portal-Membership');
    const found = wanted === null ? memberships[0] : memberships.find(({id}) => id === wanted);
    if (!found) {
      throw new Problem(403, 'membership_unknown', {
        en: 'You do not have this membership.',
        de: 'Diese Mitgliedschaft haben Sie nicht.',
      });
    }
    this.#membership = this.restricted(found);
    return this.#membership;
  }

  /** A membership as the scenario leaves it. */
  restricted(membership: MembershipRecord): MembershipRecord {
    return this.#init.restrict?.(membership) ?? membership;
  }

  get prices(): boolean {
    return this.membership.pricesVisible;
  }

  /** Whether an invitation goes only to its first address. */
  get keepsAddress(): boolean {
    return this.#init.ignoresNewAddress ?? false;
  }

  /** Who is signed in by a cookie, on requests that nobody need be signed in for. */
  get visitor(): UserRecord | undefined {
    return this.world.userOf(this.#init.cookies['portal_session'] ?? '');
  }

  /** The documents and items of the member's partner. */
  get book(): Book {
    const book = this.world.book(this.membership);
    if (!book) throw notAllowed();
    return book;
  }

  param(name: string): string {
    return this.#init.params[name] ?? '';
  }

  /** The document type of the path, for which the member must have the capability. */
  documentType(type: string, action: string): DocumentTypeInfo {
    const {documents} = this.membership;
    const actions = Object.hasOwn(documents, type) ? documents[type] : undefined;
    if (!actions) {
      const exists = this.world.book(this.membership)?.typeInfo(type);
      throw exists ? notAllowed() : notFound();
    }
    if (!actions.includes(action)) throw notAllowed();
    const info = this.book.typeInfo(type);
    if (!info) throw notFound();
    return info;
  }

  /** For what every member may do. */
  requireMember(): MembershipRecord {
    return this.membership;
  }

  /** For what only the host's administrators may do. */
  requireHost(): void {
    if (!this.membership.host) throw notAllowed();
  }

  /** The body, parsed by a schema of the contract; throws 400 or 422. */
  body<T extends z.ZodMiniType>(schema: T): z.output<T> {
    return parse(this.#json(), schema);
  }

  /** A merge patch: null takes a field away, so the schema holds for the result and not for the patch. */
  mergedBody<T extends z.ZodMiniType>(schema: T, merge: (patch: unknown) => unknown): z.output<T> {
    return parse(merge(this.#json()), schema);
  }

  #json(): unknown {
    try {
      return JSON.parse(this.text) as unknown;
    } catch {
      throw new Problem(400, 'not_json', {en: 'The body is not JSON.', de: 'Der Inhalt ist kein JSON.'});
    }
  }

  /** Compares `If-Match` with the version: throws 428 where it is missing and 412 where it is another one. */
  requireMatch(version: number, required = true): void {
    const header = this.request.headers.get('If-Match');
    if (header === null) {
      if (!required) return;
      throw new Problem(428, 'if_match_required', {
        en: 'The request has no If-Match.',
        de: 'Die Anfrage hat kein If-Match.',
      });
    }
    const tags = header.split(',').map((tag) => tag.trim());
    if (tags.includes('*') || tags.includes(etag(version))) return;
    throw new Problem(412, 'stale', {
      en: 'Somebody has changed this in the meantime.',
      de: 'Jemand hat das zwischenzeitlich geändert.',
    });
  }
}

function parse<T extends z.ZodMiniType>(json: unknown, schema: T): z.output<T> {
  const result = schema.safeParse(json, {reportInput: true});
  if (result.success) return result.data;
  throw new Problem(
    422,
    'invalid_body',
    {en: 'Some entries are not valid.', de: 'Einige Angaben sind ungültig.'},
    {errors: schemaPlaces(result.error.issues)},
  );
}

/** The ETag of a version. */
export function etag(version: number): string {
  return `"v${version}"`;
}
