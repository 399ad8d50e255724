/** How figures are printed. */

/** What comes next. */
export function heading(text: string): void {
  console.log(`\n${text}`);
}

/** One figure, and what to compare it with. */
export function row(name: string, figure: string, comparison = ''): void {
  console.log(`  ${name.padEnd(44)}${figure.padStart(12)}   ${comparison}`.trimEnd());
}

/** The middle one of many. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that so much of all are below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
