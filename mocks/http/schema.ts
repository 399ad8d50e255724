import * as z from 'zod/mini';
import type {Text} from '../data/text.ts';
import type {ProblemPlace} from './problem.ts';

// Without this, zod probes for `new Function`, which a strict Content Security Policy reports.
z.config({jitless: true});

/** A JSON Pointer as a URI fragment: `#/lines/2/quantity`. */
export function pointer(path: readonly PropertyKey[]): string {
  return `#${path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}

const REQUIRED: Text = {en: 'This is required.', de: 'Diese Angabe fehlt.'};
const TOO_MANY: Text = {en: 'These are too many.', de: 'Das sind zu viele.'};
const INVALID: Text = {en: 'This is not valid.', de: 'Diese Angabe ist ungültig.'};

function reason(issue: z.core.$ZodIssue): [code: string, detail: Text] {
  if (issue.code === 'invalid_type' && issue.input === undefined) return ['required', REQUIRED];
  if (issue.code === 'too_big') return ['too_many', TOO_MANY];
  if (issue.code === 'invalid_format') return ['invalid_format', INVALID];
  return ['invalid', INVALID];
}

/** What a schema objects to, place by place. */
export function schemaPlaces(issues: readonly z.core.$ZodIssue[]): ProblemPlace[] {
  return issues.map((issue) => {
    const [code, detail] = reason(issue);
    return {pointer: pointer(issue.path), code, detail};
  });
}
