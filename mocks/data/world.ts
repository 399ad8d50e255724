import {BRANCH, CONSIGNEES, CUSTOMER, HOST, LOGISTICS, VENDOR, type CompanyRecord} from './companies.ts';
import {Book} from './book.ts';
import {customerCatalog, hostCatalog, logisticsCatalog, vendorCatalog} from './catalog.ts';
import {buildChains} from './chain.ts';
import {ChainBuilder, type ChainPlan} from './chain-builder.ts';
import {buildCallOffs, buildExample} from './chain-example.ts';
import type {Day} from './dates.ts';
import {addDrafts} from './drafts.ts';
import {buildMovements} from './logistics.ts';
import {buildPartners, type InvitationRecord, type PartnerRecord} from './partners.ts';
import {Random, type NonEmpty} from './random.ts';
import type {ItemRecord} from './records.ts';
import {currentTerms, type TermsRecord} from './terms.ts';
import {demoUsers, partnerKind, type MembershipRecord, type UserRecord} from './users.ts';

/** An e-mail that the portal has sent. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The link of an invitation. */
  link?: string;
  sentAt: string;
}

export interface WorldOptions {
  seed: number;
  clock: () => Date;
  /** The calendar date of the clock. */
  today: () => Day;
  /** A portal in which nothing has happened yet. */
  empty: boolean;
}

const addresses = (company: CompanyRecord): ChainPlan['shipTo'] => {
  const [first = company.address, ...rest] = company.deliveryAddresses;
  return [first, ...rest];
};

const people = (company: CompanyRecord): NonEmpty<string> => {
  const [first, ...rest] = company.contacts.map(({name}) => name);
  return [first ?? company.name, ...rest];
};

const PLANS: ReadonlyMap<
  string,
  Pick<ChainPlan, 'orders' | 'days' | 'reference' | 'largeOrderLines'>
> = new Map([
  [CUSTOMER.id, {orders: 1520, days: 1060, reference: 'KA', largeOrderLines: 1200}],
  [BRANCH.id, {orders: 60, days: 400, reference: 'ZG'}],
  [VENDOR.id, {orders: 210, days: 700, reference: 'EK'}],
  [LOGISTICS.id, {orders: 420, days: 500, reference: 'MC'}],
]);

/** The state of one portal. Everything is built when it is first asked for. */
export class World {
  readonly options: WorldOptions;
  readonly users: UserRecord[] = demoUsers();
  readonly outbox: Mail[] = [];
  readonly terms: TermsRecord[] = currentTerms();
  /** Documents whose PDF has been asked for: the first time it is still being made. */
  readonly printed = new Set<string>();
  readonly #books = new Map<string, Book>();
  #catalog: ItemRecord[] | undefined;
  #partners: PartnerRecord[] | undefined;
  #running = 0;

  constructor(options: WorldOptions) {
    this.options = options;
  }

  get now(): number {
    return this.options.clock().getTime();
  }

  get today(): Day {
    return this.options.today();
  }

  get partners(): PartnerRecord[] {
    this.#partners ??= this.options.empty ? [] : buildPartners(this.options.seed, this.now);
    return this.#partners;
  }

  get invitations(): InvitationRecord[] {
    return this.partners
      .flatMap(({invitation}) => invitation ?? [])
      .toSorted((a, b) => b.createdAt - a.createdAt);
  }

  /** A number that no other thing of this world has. */
  nextId(): number {
    return ++this.#running;
  }

  userOf(token: string): UserRecord | undefined {
    return this.users.find((user) => user.token === token);
  }

  /** The documents and items of a membership's partner; undefined for the host. */
  book(membership: MembershipRecord): Book | undefined {
    const {partner} = membership;
    if (!partner) return undefined;
    let book = this.#books.get(partner.id);
    if (!book) {
      book = this.#build(partner, membership.role);
      this.#books.set(partner.id, book);
    }
    return book;
  }

  #build(partner: CompanyRecord, role: string): Book {
    const {seed, empty} = this.options;
    const book = new Book(partner, empty ? [] : this.#items(partner, role), partnerKind(role)?.types ?? []);
    const plan = PLANS.get(partner.id);
    if (!plan || empty) return book;
    const shipTo =
      role === 'vendor' ? addresses(HOST) : role === '3pl_customer' ? CONSIGNEES : addresses(partner);
    const [first = HOST.address, ...others] = shipTo;
    const chainPlan: ChainPlan = {
      ...plan,
      authors: people(role === 'vendor' ? HOST : partner),
      shipTo: [first, ...others],
      location: 'LAUBEN',
    };
    const building = (scope: string): ChainBuilder =>
      new ChainBuilder(book, chainPlan, new Random(seed, `${scope} ${partner.id}`), this.now, this.today);
    const builder = building('documents');
    if (role === '3pl_customer') {
      buildMovements(builder);
    } else {
      // With a chance of its own, so that the rest of the history does not depend on it.
      const example = building('example');
      buildExample(example);
      buildCallOffs(example);
      builder.documents.push(...example.documents);
      buildChains(builder);
    }
    if (partner === CUSTOMER) addDrafts(book, this.now, this.today);
    return book;
  }

  #items(partner: CompanyRecord, role: string): ItemRecord[] {
    const {seed} = this.options;
    if (role === '3pl_customer') return partner === LOGISTICS ? logisticsCatalog(seed, this.today) : [];
    this.#catalog ??= hostCatalog(seed, this.today);
    return role === 'vendor'
      ? vendorCatalog(this.#catalog)
      : customerCatalog(this.#catalog, seed, partner.id);
  }
}
