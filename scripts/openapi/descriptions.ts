import {ts, type Node, type SourceFile} from '../typescript.ts';

/** What the comments in a schema's source say about the schema and, by their names, its fields. */
export interface Described {
  description?: string;
  fields?: Map<string, Described>;
  /** About the items of an array, or the values of a record. */
  items?: Described;
  /** The known values of an enum that a portal may extend. */
  values?: string[];
}

/** Reads the comments above the schemas that a file declares. Zod itself knows no comments, which costs users no bytes. */
export function readDescriptions(path: string, text: string): Map<string, Described> {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const constants = declaredConstants(source);
  const described = new Map<string, Described>();
  for (const [name, {initializer, description}] of constants) {
    described.set(name, {...describe(initializer, constants), ...(description && {description})});
  }
  return described;
}

type Constants = Map<string, {initializer: Node; description: string | undefined}>;

function declaredConstants(source: SourceFile): Constants {
  const constants: Constants = new Map();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const {name, initializer} of statement.declarationList.declarations) {
      if (initializer && ts.isIdentifier(name)) {
        constants.set(name.text, {initializer, description: commentOf(statement)});
      }
    }
  }
  return constants;
}

/** Follows the shape of an expression as far as the schema that it makes has no name of its own. */
function describe(node: Node, constants: Constants): Described {
  if (ts.isObjectLiteralExpression(node)) return {fields: fieldsOf(node, constants)};
  if (!ts.isCallExpression(node)) return {};
  const {
    expression,
    arguments: [first, second],
  } = node;
  if (ts.isIdentifier(expression) && expression.text === 'openEnum') {
    return {values: literalsOf(node.typeArguments?.[0])};
  }
  if (!first || !ts.isPropertyAccessExpression(expression)) return {};
  switch (expression.name.text) {
    case 'optional':
    case 'nullable':
      return describe(first, constants);
    case 'object':
    case 'partial':
      return describe(resolve(first, constants), constants);
    case 'array':
      return {items: describe(first, constants)};
    case 'catchall':
    case 'record':
      return second ? {items: describe(second, constants)} : {};
    case 'check':
      return describe(expression.expression, constants);
    default:
      return {};
  }
}

function literalsOf(type: Node | undefined): string[] {
  if (!type) return [];
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  return parts.map((part) => part.getText().slice(1, -1));
}

function fieldsOf(literal: Node, constants: Constants): Map<string, Described> {
  const fields = new Map<string, Described>();
  if (!ts.isObjectLiteralExpression(literal)) return fields;
  for (const property of literal.properties) {
    if (ts.isSpreadAssignment(property)) {
      const spread = fieldsOf(resolve(property.expression, constants), constants);
      for (const [name, described] of spread) fields.set(name, described);
    } else if (ts.isPropertyAssignment(property)) {
      const description = commentOf(property);
      const name = ts.isIdentifier(property.name) ? property.name.text : property.name.getText().slice(1, -1);
      fields.set(name, {...describe(property.initializer, constants), ...(description && {description})});
    }
  }
  return fields;
}

function resolve(node: Node, constants: Constants): Node {
  return ts.isIdentifier(node) ? (constants.get(node.text)?.initializer ?? node) : node;
}

function commentOf(node: Node): string | undefined {
  const comment = ts.getJSDocCommentsAndTags(node).at(-1)?.comment;
  return ts.getTextOfJSDocComment(comment)?.replace(/\s+/g, ' ').trim();
}
