import type {Plugin} from 'vite';
import {ts, type Node} from './typescript.ts';

/** What makes a schema: the package, and what the contract adds to it. */
const MAKERS = new Set(['z', 'openEnum', 'wholeNumber', 'listOf']);

/**
 * A build plugin that says of every schema of the contract that to make it has no effect. Bundlers read such notes within a file,
 * but not in the package that the functions come from: without them a page loads the schemas of all that it never asks for.
 */
export function pureSchemas(): Plugin {
  return {
    name: 'pure-schemas',
    enforce: 'pre',
    transform: {
      filter: {id: /\/src\/portal\/.*\.ts$/},
      handler: (code, id) => ({code: annotate(code, id), map: null}),
    },
  };
}

/** The same module with its notes. */
export function annotate(code: string, path = 'module.ts'): string {
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const places = new Set<number>();
  const visit = (node: Node): void => {
    if (ts.isCallExpression(node) && MAKERS.has(rootOf(node))) places.add(node.getStart());
    ts.forEachChild(node, visit);
  };
  // What a function makes is made when it is called.
  for (const statement of source.statements) if (ts.isVariableStatement(statement)) visit(statement);
  return [...places]
    .toSorted((a, b) => b - a)
    .reduce((text, at) => `${text.slice(0, at)}/* @__PURE__ */ ${text.slice(at)}`, code);
}

/** The name that a chain of calls begins with. */
function rootOf(node: Node): string {
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) return rootOf(node.expression);
  return ts.isIdentifier(node) ? node.text : '';
}
