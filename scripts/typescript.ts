import * as analyzer from '@custom-elements-manifest/analyzer';
import type {InitializeParams} from '@custom-elements-manifest/analyzer';

// TypeScript 7 has no API for scripts; the analyzer exports the one that it brings, and its types do not mention it.
type TypeScript = InitializeParams['ts'];

export type Node = Parameters<TypeScript['isIdentifier']>[0];
export type SourceFile = ReturnType<TypeScript['createSourceFile']>;

/** TypeScript as a library, to read sources with. */
export const {ts} = analyzer as unknown as {ts: TypeScript};
