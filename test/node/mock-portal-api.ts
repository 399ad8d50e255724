import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {getResponse} from 'msw';
import type * as z from 'zod/mini';
import * as contract from '../../src/portal/contract/index.ts';
import {createMockPortal, type MockPortal, type MockPortalOptions} from '../../mocks/portal.ts';

/** The instant at which the portals of these tests stand still. */
export const NOW = new Date('2026-11-22T12:00:00Z');

const SCHEMAS: readonly (readonly [pattern: RegExp, schema: z.ZodMiniType])[] = [
  [/^GET \/me$/, contract.Me],
  [/^GET \/company$/, contract.Company],
  [/^GET \/partners$/, contract.listOf(contract.Partner)],
  [/^GET \/invitations$/, contract.listOf(contract.Invitation)],
  [/^POST \/invitations(\/[^/]+\/(resend|revoke))?$/, contract.Invitation],
  [/^POST \/invitation-lookups$/, contract.InvitationLookup],
  [/^POST \/invitation-acceptances$/, contract.InvitationAcceptance],
  [/^GET \/documents\/[^/]+$/, contract.DocumentSummaryPage],
  [/^GET \/documents-summary$/, contract.DocumentsSummary],
  [/^POST \/documents\/[^/]+\/[^/]+\/repeat$/, contract.RepeatProposal],
  [/^(GET|PATCH) \/documents\/[^/]+\/[^/]+$/, contract.Document],
  [/^POST \/documents\/[^/]+$/, contract.Document],
  [/^POST \/calculations$/, contract.Calculation],
  [/^GET \/catalog\/items$/, contract.listOf(contract.Item)],
  [/^POST \/catalog\/lookups$/, contract.CatalogLookup],
  [/^GET \/templates$/, contract.TemplateList],
  [/^GET \/help\/[^/]+$/, contract.HelpTopic],
];

/** Checks an answer against the contract. What the schema would strip is a misspelt field, so nothing may be stripped. */
function check(method: string, path: string, response: Response, body: unknown): void {
  const name = `${method} ${path.replace(/\?.*/, '')}`;
  const schema = response.ok ? SCHEMAS.find(([pattern]) => pattern.test(name))?.[1] : contract.Problem;
  assert.ok(schema, `No schema for ${name}`);
  const result = schema.safeParse(body);
  assert.ok(
    result.success,
    `${name} ${response.status}: ${JSON.stringify(result.error?.issues.slice(0, 3))}`,
  );
  assert.deepEqual(result.data, body, `${name} has fields that the contract does not know`);
  if (response.ok) return;
  assert.match(response.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
  const problem = contract.Problem.parse(body);
  assert.equal(problem.status, response.status);
  assert.ok(problem.code && problem.title && problem.detail && problem.traceId, name);
}

interface Answer<T> {
  status: number;
  headers: Headers;
  /** Checked against the contract, whatever the status. */
  body: T;
}

interface AskOptions {
  token?: string | null;
  scenario?: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** Makes an `Idempotency-Key` unless there is one in `headers`. */
  key?: boolean;
}

export class Api {
  readonly portal: MockPortal;
  readonly token: string | null;

  constructor(options: MockPortalOptions = {}, token: string | null = 'demo-customer') {
    this.portal = createMockPortal({now: NOW, ...options});
    this.token = token;
  }

  /** The answer as it comes. */
  async fetch(method: string, path: string, options: AskOptions = {}): Promise<Response> {
    const {token = this.token, scenario, headers = {}, body, key} = options;
    const request = new Request(`https://portal.example${scenario ? `/${scenario}` : ''}/api/v1${path}`, {
      method,
      headers: {
        ...(token === null ? {} : {Authorization: `Bearer ${token}`}),
        ...(body === undefined ? {} : {'Content-Type': 'application/json'}),
        ...(key ? {'Idempotency-Key': randomUUID()} : {}),
        ...headers,
      },
      ...(body === undefined ? {} : {body: typeof body === 'string' ? body : JSON.stringify(body)}),
    });
    const response = await getResponse(this.portal.handlers, request);
    assert.ok(response, `Nothing answers ${method} ${path}`);
    return response;
  }

  /** The answer, checked against the contract. The caller says what it expects a good one to be. */
  async ask<T = contract.Problem>(
    method: string,
    path: string,
    options: AskOptions = {},
  ): Promise<Answer<T>> {
    const response = await this.fetch(method, path, options);
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    if (body !== undefined) check(method, path, response, body);
    return {status: response.status, headers: response.headers, body: body as T};
  }

  /** All entries of a list, page by page. */
  async walk<T>(path: string, options: AskOptions = {}): Promise<T[]> {
    const items: T[] = [];
    let next: string | null = null;
    do {
      const query: string = `${path.includes('?') ? '&' : '?'}limit=200${next === null ? '' : `&cursor=${encodeURIComponent(next)}`}`;
      const answer: Answer<{items: T[]; page: contract.Page}> = await this.ask('GET', path + query, options);
      assert.equal(answer.status, 200);
      items.push(...answer.body.items);
      next = answer.body.page.next;
      if (next === null) assert.equal(answer.body.page.total, items.length);
    } while (next !== null);
    return items;
  }

  /** The first order lines that can be ordered as they are. */
  async orderable(count: number): Promise<contract.DraftInput['lines']> {
    const {body} = await this.ask<{items: contract.Item[]}>('GET', '/catalog/items?q=ball valve&limit=200');
    return body.items
      .filter(({availability}) => availability?.status === 'available' && availability.quantity === undefined)
      .slice(0, count)
      .map(({itemNumber}) => ({itemNumber, quantity: '20'}));
  }
}
