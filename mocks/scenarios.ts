import {ofCalculation, ofHelp, ofItems, ofList, ofTemplates, ofTexts} from './scenario-answers.ts';
import {signInPage} from './http/answer.ts';
import {inProgress, keyReused} from './http/idempotency.ts';
import {notAllowed, notSignedIn, Problem, serverError} from './http/problem.ts';
import type {PortalState} from './http/state.ts';
import type {MembershipRecord} from './data/users.ts';

/** What a scenario may look at before anything is done. */
export interface ScenarioRequest {
  state: PortalState;
  method: string;
  /** What comes after `/api/v1`. */
  path: string;
  headers: Headers;
}

/** A way in which the portal behaves, chosen by the path segment before `/api/v1`. */
export interface Scenario {
  /** One sentence for people who choose one. */
  summary: string;
  /** Milliseconds that every answer takes in addition. */
  delay?: number;
  /** The portal of a company with which nothing has happened yet. */
  empty?: boolean;
  /** No answer at all: the connection breaks, or nothing ever comes. */
  connection?: 'broken' | 'silent';
  /** Whether another address is not known to the portal when an invitation is sent again. */
  ignoresNewAddress?: boolean;
  /** What the member may do. */
  restrict?: (membership: MembershipRecord) => MembershipRecord;
  /** Answers instead of the portal, or throws the problem that is the answer. */
  before?: (request: ScenarioRequest) => Response | undefined;
  /** Breaks the connection after everything has been done, once a key or request. */
  loseAnswer?: (request: ScenarioRequest) => boolean;
  /** Changes the JSON of a good answer. */
  after?: (request: ScenarioRequest, json: unknown) => unknown;
}

const isMe = ({path}: ScenarioRequest): boolean => path === '/me';
const isList = ({method, path}: ScenarioRequest): boolean =>
  method === 'GET' &&
  /^\/(documents\/[^/]+|documents-summary|partners|invitations|catalog\/items)$/.test(path);
const isCreation = ({method, path}: ScenarioRequest): boolean =>
  method === 'POST' && /^\/(documents\/[^/]+|invitations)$/.test(path);
const isOrder = ({method, path}: ScenarioRequest): boolean =>
  (method === 'POST' && /^\/documents\/[^/]+$/.test(path)) ||
  (method === 'PATCH' && path.startsWith('/documents/'));

/** True the first time for this request, or for this key. */
function first(name: string, {state, method, path, headers}: ScenarioRequest): boolean {
  const mark = `${name} ${headers.get('Idempotency-Key') ?? `${method} ${path}`}`;
  if (state.marks.has(mark)) return false;
  state.marks.add(mark);
  return true;
}

const invalidOrder = (): Problem =>
  new Problem(
    422,
    'invalid_order',
    {en: 'The order could not be accepted.', de: 'Die Bestellung konnte nicht angenommen werden.'},
    {
      errors: [
        {
          pointer: '#/lines/0/quantity',
          code: 'below_minimum',
          detail: {
            en: 'At least 100 pieces have to be ordered.',
            de: 'Es müssen mindestens 100 Stück bestellt werden.',
          },
        },
        {
          pointer: '#/requestedDate',
          code: 'date_past',
          detail: {en: 'This date has passed.', de: 'Dieses Datum liegt in der Vergangenheit.'},
        },
        {
          pointer: '#/budget',
          code: 'budget_exceeded',
          detail: {
            en: 'The budget of your cost centre is used up.',
            de: 'Das Budget Ihrer Kostenstelle ist ausgeschöpft.',
          },
        },
      ],
    },
  );

/** By name, in the order in which one would read about them. */
export const SCENARIOS: ReadonlyMap<string, Scenario> = new Map<string, Scenario>([
  ['empty', {summary: 'No documents, items, partners or invitations yet.', empty: true}],
  ['slow', {summary: 'Every answer takes two seconds.', delay: 2000}],
  ['never', {summary: 'No answer ever comes.', connection: 'silent'}],
  ['offline', {summary: 'Every connection breaks.', connection: 'broken'}],
  [
    'server-error',
    {
      summary: '500 on everything but /me.',
      before: (request) => {
        if (!isMe(request)) throw serverError();
        return undefined;
      },
    },
  ],
  [
    'unauthorized',
    {
      summary: '401 on everything.',
      before: () => {
        throw notSignedIn();
      },
    },
  ],
  [
    'forbidden',
    {
      summary: '403 on lists and on creating; /me still promises both.',
      before: (request) => {
        if (isList(request) || isCreation(request)) throw notAllowed();
        return undefined;
      },
    },
  ],
  [
    'not-allowed',
    {
      summary: 'The member may see nothing, and /me says so.',
      restrict: (membership) => ({...membership, documents: {}, company: false, host: false}),
    },
  ],
  [
    'read-only',
    {
      summary: 'The member may look at documents, but write none.',
      restrict: (membership) => ({
        ...membership,
        documents: Object.fromEntries(
          Object.keys(membership.documents).map((type) => [type, ['list', 'read', 'pdf']]),
        ),
      }),
    },
  ],
  [
    'no-prices',
    {
      summary: 'The member sees no prices and amounts.',
      restrict: (membership) => ({...membership, pricesVisible: false}),
    },
  ],
  [
    'two-currencies',
    {
      summary: 'What the second seller sells is in Swiss francs.',
      restrict: (membership) => ({...membership, secondCurrency: 'CHF'}),
    },
  ],
  [
    'invitations-read-only',
    {
      summary: 'The host sees who is invited, but may invite nobody and change nothing.',
      restrict: (membership) => ({...membership, invitations: ['read']}),
    },
  ],
  [
    'invitations-fail',
    {
      summary: '500 on inviting; everything else works.',
      before: ({method, path}) => {
        if (method === 'POST' && path === '/invitations') throw serverError();
        return undefined;
      },
    },
  ],
  [
    'acceptance-fails',
    {
      summary: '500 on accepting an invitation; looking it up works.',
      before: ({path}) => {
        if (path === '/invitation-acceptances') throw serverError();
        return undefined;
      },
    },
  ],
  [
    'address-kept',
    {
      summary: 'A portal that sends an invitation again only to its first address.',
      ignoresNewAddress: true,
    },
  ],
  [
    'malformed',
    {
      summary: 'The second entry of every list breaks the contract.',
      after: (_, json) => ofList(json, 'entry'),
    },
  ],
  [
    'malformed-page',
    {
      summary: 'Every answer but /me breaks the contract as a whole.',
      after: (request, json) => (isMe(request) ? json : ofList(json, 'page')),
    },
  ],
  [
    'unknown-values',
    {
      summary: 'States, fields and roles that the widgets have never heard of.',
      after: (_, json) => ofItems(json),
    },
  ],
  [
    'hostile',
    {summary: 'Markup, scripts and bidi overrides in every text.', after: (_, json) => ofTexts(json)},
  ],
  ['html', {summary: '200 with a sign-in page for everything.', before: () => signInPage()}],
  [
    'rate-limited',
    {
      summary: '429 with Retry-After: 1, once for every path.',
      before: (request) => {
        if (!first('rate-limited', request)) return undefined;
        throw new Problem(
          429,
          'rate_limited',
          {
            en: 'Too many requests. Please wait a moment.',
            de: 'Zu viele Anfragen. Bitte warten Sie einen Moment.',
          },
          {headers: {'Retry-After': '1'}},
        );
      },
    },
  ],
  [
    'busy',
    {
      summary: '503 with Retry-After: 120 on everything but /me.',
      before: (request) => {
        if (isMe(request)) return undefined;
        throw new Problem(
          503,
          'maintenance',
          {en: 'The portal is being maintained.', de: 'Das Portal wird gerade gewartet.'},
          {headers: {'Retry-After': '120'}},
        );
      },
    },
  ],
  [
    'invalid',
    {
      summary: 'Every order is refused, with places that exist in the form and one that does not.',
      before: (request) => {
        if (isOrder(request)) throw invalidOrder();
        return undefined;
      },
    },
  ],
  [
    'order-fails',
    {
      summary: '500 on sending an order; everything else works.',
      before: (request) => {
        if (isOrder(request)) throw serverError();
        return undefined;
      },
    },
  ],
  [
    'totals-differ',
    {
      summary: 'The portal adds freight of 49.00 to what the lines add up to.',
      after: (request, json) => (request.path === '/calculations' ? ofCalculation(json) : json),
    },
  ],
  [
    'no-template-files',
    {
      summary: 'The templates for uploads have columns, but no files to fill in.',
      after: (request, json) => (request.path === '/templates' ? ofTemplates(json) : json),
    },
  ],
  [
    'no-videos',
    {
      summary: 'Help is text alone.',
      after: (request, json) => (request.path.startsWith('/help/') ? ofHelp(json, 'none') : json),
    },
  ],
  [
    'video-fails',
    {
      summary: 'The videos of the help are not where they should be.',
      after: (request, json) => (request.path.startsWith('/help/') ? ofHelp(json, 'missing') : json),
    },
  ],
  [
    'conflict',
    {
      summary: '412 on every change and discarding of a draft: somebody else was faster.',
      before: ({method}) => {
        if (method !== 'PATCH' && method !== 'DELETE') return undefined;
        throw new Problem(412, 'stale', {
          en: 'Somebody has changed this in the meantime.',
          de: 'Jemand hat das zwischenzeitlich geändert.',
        });
      },
    },
  ],
  [
    'in-progress',
    {
      summary: '409 the first time an order is sent: it is still being worked on.',
      before: (request) => {
        if (isCreation(request) && first('in-progress', request)) throw inProgress();
        return undefined;
      },
    },
  ],
  [
    'key-reused',
    {
      summary: '422 on every order: its key was used with another body.',
      before: (request) => {
        if (isCreation(request)) throw keyReused();
        return undefined;
      },
    },
  ],
  [
    'lost-answer',
    {
      summary: 'An order is accepted, but the connection breaks before the answer, once for every key.',
      loseAnswer: (request) => isCreation(request) && first('lost-answer', request),
    },
  ],
]);

/** The scenarios of a path segment: one, or several joined by `+`. Unknown names are nobody's. */
export function scenariosOf(segment: string): Scenario[] {
  return segment.split('+').flatMap((name) => SCENARIOS.get(name) ?? []);
}
