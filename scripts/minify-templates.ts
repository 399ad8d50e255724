import type {Plugin} from 'vite';
import {ts, type Node} from './typescript.ts';

/** A build plugin that takes the indentation out of css and html templates: bundlers of consumers leave strings alone. */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    enforce: 'pre',
    transform: {
      filter: {id: /\/src\/.*\.ts$/},
      handler: (code, id) => ({code: minify(code, id), map: null}),
    },
  };
}

/** The same module with shorter templates. */
export function minify(code: string, path = 'module.ts'): string {
  const edits: {start: number; end: number; text: string}[] = [];
  const visit = (node: Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag)) {
      const squeeze = {css: squeezeCss, html: squeezeHtml, svg: squeezeHtml}[node.tag.text];
      // Here whitespace is text.
      if (squeeze && !/<(?:pre|textarea)\b/.test(node.getText())) {
        for (const {start, end} of quasis(node.template)) {
          edits.push({start, end, text: squeeze(code.slice(start, end))});
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true));
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
}

/** Where the literal parts of a template are, without the marks around them. */
function quasis(template: Node): {start: number; end: number}[] {
  if (ts.isNoSubstitutionTemplateLiteral(template)) {
    return [{start: template.getStart() + 1, end: template.getEnd() - 1}];
  }
  if (!ts.isTemplateExpression(template)) return [];
  return [template.head, ...template.templateSpans.map(({literal}) => literal)].map((part) => ({
    start: part.getStart() + 1,
    end: part.getEnd() - (ts.isTemplateTail(part) ? 1 : 2),
  }));
}

/** A run of whitespace around a line break says the same as one space. */
function squeezeHtml(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function squeezeCss(text: string): string {
  const strings = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/;
  return text
    .replace(/\/\*[^]*?\*\//g, '')
    .split(strings)
    .map((part, index) => (index % 2 ? part : squeezeRules(part)))
    .join('');
}

function squeezeRules(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}');
}
