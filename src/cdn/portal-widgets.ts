/** All elements in one file, for a script tag: registers them and exports what the package exports. */
import '../define.ts';
export * from '../index.ts';
