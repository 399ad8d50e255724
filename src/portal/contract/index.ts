export * from './primitives.ts';
export * from './problem.ts';
export * from './me.ts';
export * from './partners.ts';
export * from './documents.ts';
export * from './catalog.ts';
export * from './templates.ts';
export * from './help.ts';
