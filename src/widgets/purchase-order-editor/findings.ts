import type {Draft, DraftLine} from '../../orders/draft.ts';
import type {Hint} from '../../orders/hints.ts';
import type {DraftProblem} from '../../orders/problems.ts';
import type {OnDemandModule} from './editor-session.ts';

const none: readonly never[] = [];

/** What is wrong with a draft, as far as it was looked at, and what is worth knowing of its lines. */
export class Findings {
  #problems: readonly DraftProblem[] = none;
  /** What the portal has warned of. */
  warnings: readonly DraftProblem[] = none;
  #byLine: ReadonlyMap<string, readonly DraftProblem[]> | undefined;
  readonly #hints = new WeakMap<DraftLine, readonly Hint[]>();

  /** What is wrong. */
  get problems(): readonly DraftProblem[] {
    return this.#problems;
  }

  set problems(problems: readonly DraftProblem[]) {
    this.#problems = problems;
    this.#byLine = undefined;
  }

  /** What is wrong with one line. */
  problemsOf(lineKey: string): readonly DraftProblem[] {
    this.#byLine ??= byLine(this.#problems);
    return this.#byLine.get(lineKey) ?? none;
  }

  /** What the quantity of a line runs into, and what the portal has warned of at it. */
  hintsOf(
    line: DraftLine,
    separators: Draft['separators'],
    onDemand: OnDemandModule | undefined,
  ): readonly Hint[] {
    let hints = this.#hints.get(line);
    if (!hints && onDemand) {
      hints = onDemand.hintsFor(line, separators);
      this.#hints.set(line, hints);
    }
    const told = this.warnings.flatMap(({place, detail}): Hint[] =>
      place?.line === line.key && detail !== undefined ? [{code: 'portal', detail}] : [],
    );
    return told.length > 0 ? [...told, ...(hints ?? none)] : (hints ?? none);
  }

  /** Forgets what was mended by a change. */
  leaveOpen(before: Draft, after: Draft, onDemand: OnDemandModule | undefined): void {
    const open = (found: readonly DraftProblem[]) =>
      found.length > 0 ? (onDemand?.remaining(found, before, after) ?? found) : found;
    this.problems = open(this.#problems);
    this.warnings = open(this.warnings);
  }

  clear(): void {
    this.problems = none;
    this.warnings = none;
  }
}

function byLine(problems: readonly DraftProblem[]): Map<string, DraftProblem[]> {
  const lines = new Map<string, DraftProblem[]>();
  for (const problem of problems) {
    const line = problem.place?.line;
    if (line === undefined) continue;
    const known = lines.get(line);
    if (known) known.push(problem);
    else lines.set(line, [problem]);
  }
  return lines;
}
