/** The packages that the library is compared with. Only papaparse is installed with the project; see README.md. */
import path from 'node:path';
import {build} from 'esbuild';
import {root} from '../scripts/run.ts';

/** A package, and the body of a module that reads a `file` to rows with it. */
interface Other {
  readonly name: string;
  readonly format: 'csv' | 'xlsx';
  readonly imports: string;
  readonly read: string;
}

const others: readonly Other[] = [
  {
    name: 'papaparse',
    format: 'csv',
    imports: `import papa from 'papaparse';`,
    read: `return papa.parse(await file.text(), {skipEmptyLines: true}).data;`,
  },
  {
    name: 'xlsx (SheetJS)',
    format: 'xlsx',
    imports: `import {read, utils} from 'xlsx';`,
    read: `const {Sheets, SheetNames} = read(await file.arrayBuffer(), {dense: true, cellText: false, cellHTML: false, cellFormula: false});
      return utils.sheet_to_json(Sheets[SheetNames[0]], {header: 1, raw: true});`,
  },
  {
    name: 'read-excel-file',
    format: 'xlsx',
    imports: `import {readSheet} from 'read-excel-file/web-worker';`,
    read: `return readSheet(file);`,
  },
  {
    name: 'exceljs',
    format: 'xlsx',
    imports: `import excel from 'exceljs';`,
    read: `const book = new excel.Workbook();
      await book.xlsx.load(await file.arrayBuffer());
      const rows = [];
      book.worksheets[0].eachRow(({values}) => rows.push(values.slice(1)));
      return rows;`,
  },
];

/** A package as a module that `reader-worker.ts` makes a worker, or a part of the page. */
export interface OtherReader extends Pick<Other, 'name' | 'format'> {
  /** Where the module is served. */
  readonly address: string;
  readonly code: string;
}

/** Those that can be resolved, from here or from the folders of `NODE_PATH`. */
export async function otherReaders(): Promise<OtherReader[]> {
  const bundles = await Promise.all(
    others.map(async ({name, format, imports, read}) => {
      const code = await bundledOther(`${imports}
        import {serveReader} from './reader-worker.ts';
        serveReader(async (file) => { ${read} });`);
      return code === undefined ? [] : [{name, format, address: `/others/${name.split(' ')[0]}.js`, code}];
    }),
  );
  return bundles.flat();
}

async function bundledOther(contents: string): Promise<string | undefined> {
  try {
    const {outputFiles} = await build({
      stdin: {contents, resolveDir: path.join(root, 'bench')},
      nodePaths: process.env['NODE_PATH']?.split(path.delimiter).filter(Boolean),
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      write: false,
      logLevel: 'silent',
    });
    return outputFiles[0]?.text;
  } catch {
    return undefined;
  }
}
