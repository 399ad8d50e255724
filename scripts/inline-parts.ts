import type {Plugin} from 'vite';

const dynamicImport = /\bimport\(\s*'(\.{1,2}\/[^']+)'\s*\)/g;

/**
 * Puts the parts of widgets that load on demand into the file itself. A part beside it would import it by its plain name: a
 * host that adds a version to the address (`portal-widgets.js?v=3`) would get all of it a second time, and an `integrity` hash
 * would not cover the part. Languages stay apart, because they import nothing.
 */
export function inlineParts(): Plugin {
  return {
    name: 'inline-parts',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]src[\\/]widgets[\\/]/.test(id) || !code.includes('import(')) return undefined;
      const imports: string[] = [];
      const inlined = code.replaceAll(dynamicImport, (_, specifier: string) => {
        const name = `inlinedPart${imports.length}`;
        imports.push(`import * as ${name} from '${specifier}';`);
        return `Promise.resolve(${name})`;
      });
      // Behind the code: imports are hoisted, and no line of the source moves.
      return imports.length > 0 ? {code: `${inlined}\n${imports.join('\n')}\n`, map: null} : undefined;
    },
  };
}
