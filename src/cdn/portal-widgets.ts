/** Everything in one file, for a script tag: registers every element and exports what the package exports. */
import '../define.ts';
export * from '../index.ts';
