import assert from 'node:assert/strict';
import {test} from 'node:test';
import {annotate} from '../../scripts/pure-schemas.ts';

const pure = '/* @__PURE__ */';

test('what makes a schema is marked, within another one too, and a chain of calls once', () => {
  assert.equal(
    annotate(
      'export const A = z.object({b: z.optional(B), c: z.string().check(z.regex(/x/)), d: openEnum()});',
    ),
    `export const A = ${pure} z.object({b: ${pure} z.optional(B), c: ${pure} z.string().check(${pure} z.regex(/x/)), d: ${pure} openEnum()});`,
  );
});

test('other calls, and what functions do, stay as they are', () => {
  const code = 'const a = make();\nfunction f() { return z.array(A); }\nthing.z(1);';
  assert.equal(annotate(code), code);
});
