import {createHash} from 'node:crypto';
import {posix} from 'node:path';
import type {Plugin, Rolldown} from 'vite';

type Statement = ReturnType<Rolldown.PluginContext['parse']>['body'][number];

/**
 * Lets the parts that load on demand take what they need from the entry of this build, instead of importing it: the name that
 * they would import is not the address that the page has loaded (`portal-widgets.js?v=3`, another folder), so that the page
 * would get everything a second time. The entry hands over what it has under a symbol that no other build has.
 */
export function handOver(): Plugin {
  let key = '';
  return {
    name: 'hand-over',
    apply: 'build',
    enforce: 'post',
    outputOptions(options) {
      // What the entry shares with its parts is in the entry itself, and in no chunk of its own.
      return {...options, codeSplitting: {groups: [{name: 'entry', tags: ['$initial']}]}};
    },
    renderStart() {
      key = `Symbol.for('partner-portal-widgets/${hashModules(this)}')`;
    },
    renderChunk(code, chunk, _options, {chunks}) {
      const entry = Object.values(chunks).find(({isEntry}) => isEntry);
      if (!entry) return undefined;
      const {body} = this.parse(code);
      if (chunk.fileName !== entry.fileName) {
        const namesEntry = (address: string) =>
          posix.join(posix.dirname(chunk.fileName), address) === entry.fileName;
        return {code: replace(code, body, (statement) => taking(statement, namesEntry, key)), map: null};
      }
      const isOwn = exportsOf(this, chunk.facadeModuleId);
      return {code: replace(code, body, (statement) => handing(statement, isOwn, key)), map: null};
    },
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const name = posix.basename(chunks.find(({isEntry}) => isEntry)?.fileName ?? '');
      for (const {fileName, isEntry, imports, code} of chunks) {
        if (isEntry && imports.length > 0) this.error(`${fileName} needs ${imports.join(', ')}.`);
        if (!isEntry && code.includes(name)) this.error(`${fileName} would load ${name} a second time.`);
      }
    },
  };
}

/** The same for the same sources, whatever folder they are in: what the entry hands over depends on nothing else. */
function hashModules(context: Rolldown.PluginContext): string {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const modules = [...context.getModuleIds()].map((id) => hash(context.getModuleInfo(id)?.code ?? ''));
  return hash([context.meta.rolldownVersion, ...modules.toSorted()].join()).slice(0, 16);
}

/** The names that a module exports itself; those of the modules that it exports as a whole may be too many. */
function exportsOf(context: Rolldown.PluginContext, id: string | null): Set<string> {
  const info = id === null ? null : context.getModuleInfo(id);
  const names = new Set(info?.exports);
  if (info && names.delete('*')) {
    for (const imported of info.importedIds) for (const name of exportsOf(context, imported)) names.add(name);
  }
  return names;
}

/** The code with other text in place of those statements for which there is one. */
function replace(
  code: string,
  statements: readonly Statement[],
  textFor: (statement: Statement) => string | undefined,
): string {
  return statements.toReversed().reduce((text, statement) => {
    const replacement = textFor(statement);
    if (replacement === undefined) return text;
    return text.slice(0, statement.start) + replacement + text.slice(statement.end);
  }, code);
}

/** In place of the entry's exports: its own alone, and everything for its parts. The same file a second time changes nothing. */
function handing(statement: Statement, own: ReadonlySet<string>, key: string): string | undefined {
  if (statement.type !== 'ExportNamedDeclaration' || statement.source) return undefined;
  const names = statement.specifiers.map(({local, exported}) => [nameOf(local), nameOf(exported)] as const);
  const exports = names.filter(([, name]) => own.has(name)).map(([local, name]) => `${local} as ${name}`);
  const values = names.map(([local, name]) => `${name}: ${local}`);
  return `if (!globalThis[${key}]) {
  Object.defineProperty(globalThis, ${key}, {value: Object.freeze({__proto__: null, ${values.join(', ')}})});
}
export {${exports.join(', ')}};`;
}

/** In place of a part's import of the entry, which has run to its end by then. */
function taking(
  statement: Statement,
  namesEntry: (address: string) => boolean,
  key: string,
): string | undefined {
  if (statement.type !== 'ImportDeclaration' || !namesEntry(statement.source.value)) return undefined;
  const names = statement.specifiers.map((specifier) => {
    if (specifier.type !== 'ImportSpecifier') throw new Error('A part needs all of the entry at once.');
    return `${nameOf(specifier.imported)}: ${specifier.local.name}`;
  });
  return `const {${names.join(', ')}} = globalThis[${key}];`;
}

function nameOf(name: {type: string; name?: string; value?: unknown}): string {
  if (name.name === undefined) throw new Error(`${String(name.value)} is no name for a property.`);
  return name.name;
}
