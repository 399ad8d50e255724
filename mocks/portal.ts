import type {HttpHandler} from 'msw';
import type {Item} from '../src/portal/contract/index.ts';
import type {DocumentRecord} from './data/records.ts';
import type {MembershipRecord} from './data/users.ts';
import type {Mail, World} from './data/world.ts';
import {addCalculations} from './handlers/calculations.ts';
import {addCatalog} from './handlers/catalog.ts';
import {addDocumentLists} from './handlers/document-list.ts';
import {addDocuments} from './handlers/document-write.ts';
import {addRepeat} from './handlers/repeat.ts';
import {addPdf} from './handlers/pdf.ts';
import {addPartners} from './handlers/partners.ts';
import {addInvitations} from './handlers/invitations.ts';
import {addRegistration} from './handlers/registration.ts';
import {addTemplates} from './handlers/templates.ts';
import {addHelp} from './handlers/help.ts';
import {addMe} from './handlers/me.ts';
import {itemView} from './handlers/views.ts';
import type {Faults} from './http/faults.ts';
import {notFound} from './http/problem.ts';
import {routes} from './http/route.ts';
import {PortalState, type MockPortalOptions, type RecordedRequest} from './http/state.ts';

export type {Fault} from './http/faults.ts';
export type {MockPortalOptions, RecordedRequest} from './http/state.ts';
export type {Mail} from './data/world.ts';
export {SCENARIOS} from './scenarios.ts';

/** Read access to the portal's state, beside HTTP. */
export interface PortalData {
  /** The documents of a type that belong to a user's first membership, oldest first. */
  documents(token: string, type: string): readonly DocumentRecord[];
  /** The items that a user may order, as the catalogue has them. */
  items(token: string): Item[];
  readonly world: World;
}

export interface MockPortal {
  /** MSW handlers for any origin and any path before `/api/v1`. */
  readonly handlers: HttpHandler[];
  /** Forgets everything that has happened since the start, faults and records included. */
  reset(): void;
  /** Breaks the connections of requests that are never answered; `reset` does so too. */
  letGo(): void;
  /** What has been asked, oldest first. */
  readonly requests: readonly RecordedRequest[];
  readonly faults: Pick<Faults, 'add' | 'clear'>;
  /** The e-mails that were sent, oldest first. */
  readonly outbox: readonly Mail[];
  readonly data: PortalData;
  /** The whole text of an answer that was cut in half by a fault; for servers that cut connections themselves. */
  wholeOf(response: Response): string | undefined;
}

/** Makes a portal with a state of its own. Nothing is built before it is asked for. */
export function createMockPortal(options: MockPortalOptions = {}): MockPortal {
  const state = new PortalState(options);
  const {handlers, add} = routes(state);
  addMe(add);
  addDocumentLists(add);
  addDocuments(add);
  addCalculations(add);
  addCatalog(add);
  addRepeat(add);
  addPdf(add);
  addPartners(add);
  addInvitations(add);
  addRegistration(add);
  addTemplates(add);
  addHelp(add);
  add('all', '/*', () => {
    throw notFound();
  });
  const membership = (token: string): MembershipRecord => {
    const found = state.world().userOf(token)?.memberships[0];
    if (!found) throw new Error(`No user has the token ${token}`);
    return found;
  };
  return {
    handlers,
    reset: () => state.reset(),
    letGo: () => state.letGo(),
    requests: state.requests,
    faults: state.faults,
    get outbox() {
      return state.world().outbox;
    },
    data: {
      documents: (token, type) => state.world().book(membership(token))?.documents(type) ?? [],
      items: (token) => {
        const viewer = {locale: 'en', membership: membership(token)} as const;
        const book = state.world().book(viewer.membership);
        return (book?.items ?? []).filter(({blocked}) => !blocked).map((item) => itemView(item, viewer));
      },
      get world() {
        return state.world();
      },
    },
    wholeOf: (response) => state.truncated.get(response),
  };
}
