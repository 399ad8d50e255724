import * as z from 'zod/mini';
import * as contract from '../../src/portal/contract/index.ts';
import type {Described} from './descriptions.ts';
import {
  operations,
  pages,
  tags,
  type HeaderName,
  type Operation,
  type SchemaName,
  type Success,
} from './operations.ts';

type Schema = z.core.JSONSchema.JSONSchema;

/** The whole of openapi.json. Throws where a schema or a field has no description. */
export function openapi(version: string, described: Map<string, Described>) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Partner portal',
      version,
      summary: 'What partner-portal-widgets and a portal say to each other.',
      description:
        'A portal is any backend, usually a thin layer before an ERP, that answers these paths below one base URL. ' +
        'Decimals are strings, never JSON numbers. Calendar dates are `YYYY-MM-DD`, instants RFC 3339 in UTC. ' +
        'Clients ignore unknown fields and show unknown values of an enumeration as text. ' +
        'Where `prices.visible` is false amounts are absent, not zero.',
      license: {name: 'MIT', identifier: 'MIT'},
    },
    servers: [
      {
        url: '{endpoint}',
        description: 'The endpoint that the widgets are configured with.',
        variables: {endpoint: {default: 'https://portal.example/api/v1', description: 'Base URL.'}},
      },
    ],
    security: [{bearer: []}, {cookie: []}],
    tags,
    paths: paths(),
    components: {
      schemas: schemas(described),
      parameters: {
        'Portal-Membership': {
          name: 'Portal-Membership',
          in: 'header',
          description: "Id of the membership to act as; without it the user's default.",
          schema: {type: 'string'},
        },
        'Accept-Language': {
          name: 'Accept-Language',
          in: 'header',
          description: 'Language of texts for the user, BCP 47.',
          schema: {type: 'string'},
        },
      },
      headers: {
        ETag: {description: 'Version of the resource, for `If-Match`.', schema: {type: 'string'}},
        Location: {description: 'Address of what was created.', schema: {type: 'string'}},
        'Retry-After': {
          description: 'When to ask again: seconds or an HTTP date.',
          schema: {type: 'string'},
        },
      },
      responses: Object.fromEntries(
        Object.entries(problems).map(([status, text]) => [status, problem(text)]),
      ),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: "A token from the host page's callback, sent to the endpoint's own origin alone.",
        },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'portal_session',
          description: "The portal's own session cookie, whatever its name.",
        },
        csrf: {
          type: 'apiKey',
          in: 'header',
          name: 'X-CSRF-Token',
          description: 'With a cookie, on every request but GET. Name and value are agreed with the portal.',
        },
      },
    },
  };
}

/** What each error status means, whichever operation answers it. */
const problems: Record<number, string> = {
  400: 'The request is malformed.',
  401: 'Nobody is signed in, or no longer.',
  403: 'The member may not do this.',
  404: 'There is no such thing, or none that the member may know of.',
  409: 'The state does not allow it, or a request with the same `Idempotency-Key` is still being worked on.',
  410: 'Gone for good: a stale cursor, or an expired or revoked invitation.',
  412: 'There is a later version.',
  415: 'The body has another media type than is expected.',
  422: 'The body is not valid; `errors` says where. Or the `Idempotency-Key` was used with another body.',
  428: '`If-Match` is missing.',
  429: 'Too many requests.',
  503: 'The portal is not available for the moment.',
};

function problem(description: string) {
  const headers = {'Retry-After': {$ref: '#/components/headers/Retry-After'}};
  return {
    description,
    ...(/many|moment/.test(description) && {headers}),
    content: {'application/problem+json': {schema: ref('Problem')}},
  };
}

function paths() {
  const byPath: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    (byPath[operation.path] ??= {})[operation.method] = describeOperation(operation);
  }
  return byPath;
}

function describeOperation(operation: Operation) {
  const {id, tag, summary, description, signedIn = true, parameters = [], body, method} = operation;
  const common = signedIn ? ['Portal-Membership', 'Accept-Language'] : ['Accept-Language'];
  const errors = [...(operation.errors ?? []), ...(signedIn ? [401, 403] : []), 429, 503].sort(
    (a, b) => a - b,
  );
  const changes = signedIn && method !== 'get';
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && {description}),
    ...(!signedIn && {security: []}),
    ...(changes && {security: [{bearer: []}, {cookie: [], csrf: []}]}),
    parameters: [...parameters, ...common.map((name) => ({$ref: `#/components/parameters/${name}`}))],
    ...(body && {
      requestBody: {
        required: body.required ?? true,
        content: {[body.type ?? 'application/json']: {schema: ref(body.schema)}},
      },
    }),
    responses: {
      ...Object.fromEntries(operation.success.map((success) => [success.status, describeSuccess(success)])),
      ...Object.fromEntries(errors.map((status) => [status, {$ref: `#/components/responses/${status}`}])),
    },
  };
}

function describeSuccess({description, schema, type, headers = []}: Success) {
  const file = type && {[type]: {schema: {type: 'string', contentMediaType: type}}};
  const content = schema ? {'application/json': {schema: ref(schema)}} : file;
  const named = headers.map((name: HeaderName) => [name, {$ref: `#/components/headers/${name}`}]);
  return {
    description,
    ...(headers.length > 0 && {headers: Object.fromEntries(named) as Record<HeaderName, {$ref: string}>}),
    ...(content && {content}),
  };
}

function ref(name: SchemaName): {$ref: string} {
  return {$ref: `#/components/schemas/${name}`};
}

/** The exported schemas by their names, with the descriptions from their source. */
function schemas(described: Map<string, Described>): Record<string, Schema> {
  const registry = z.registry<{id: string}>();
  for (const [id, schema] of Object.entries({...contract, ...pages})) {
    if (schema instanceof z.core.$ZodType) registry.add(schema, {id});
  }
  const {schemas: all} = z.toJSONSchema(registry, {
    // As input, because an output schema would forbid unknown fields.
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({zodSchema, jsonSchema}) => {
      const {checks = []} = zodSchema._zod.def;
      if (checks.some(({_zod}) => (_zod.check as unknown) === contract.isWhole)) jsonSchema.type = 'integer';
    },
  });
  const missing: string[] = [];
  const named = Object.entries(all).map(([name, schema]): [string, Schema] => {
    delete schema.$schema;
    delete schema.$id;
    if (name in pages) return [name, {description: 'One page of a list.', ...withPageFields(schema)}];
    annotate(schema, described.get(name) ?? {}, name, missing);
    if (!schema.description) missing.push(name);
    return [name, {description: schema.description, ...schema}];
  });
  if (missing.length > 0) throw new Error(`No description in src/portal/contract: ${missing.join(', ')}`);
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function withPageFields(schema: Schema): Schema {
  const described = new Map([
    ['items', {description: 'The items of the page.'}],
    ['page', {description: 'Where the next page is.'}],
  ]);
  annotate(schema, {fields: described}, 'page', []);
  return schema;
}

function annotate(
  schema: Schema,
  {description, fields, items, values}: Described,
  place: string,
  missing: string[],
): void {
  if (description) schema.description = description;
  if (values) {
    delete schema.type;
    schema.anyOf = [{type: 'string', enum: values}, {type: 'string'}];
  }
  const target = unwrapped(schema);
  for (const [name, property] of Object.entries(target.properties ?? {})) {
    if (typeof property === 'boolean') continue;
    const field = fields?.get(name) ?? {};
    if (!field.description) missing.push(`${place}.${name}`);
    annotate(property, field, `${place}.${name}`, missing);
  }
  const inner = target.items ?? target.additionalProperties;
  if (typeof inner === 'object' && !Array.isArray(inner)) annotate(inner, items ?? {}, place, missing);
}

/** The schema itself, where null is allowed besides. */
function unwrapped(schema: Schema): Schema {
  const other = schema.anyOf?.find((branch) => typeof branch === 'object' && branch.type !== 'null');
  return typeof other === 'object' && schema.anyOf?.length === 2 ? other : schema;
}
