import type {FileProblem} from './file-content.ts';

/** Ends the reading of a file from anywhere within it. Does not leave `readFile`. */
export class Refusal extends Error {
  /** Why the file is not read. */
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Codes of problems that say it all. */
export type PlainCode = Exclude<FileProblem, {readonly limit: number} | {readonly row: number}>['code'];

/** Ends the reading of a file. Throws a `Refusal`. */
export function refuse(problem: PlainCode | FileProblem): never {
  throw new Refusal(typeof problem === 'string' ? {code: problem} : problem);
}
