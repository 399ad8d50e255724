/** A spreadsheet takes such a cell for a formula. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const number = /^-\d+([.,]\d+)?$/;

/** Makes text of what a spreadsheet would compute. Negative numbers are no formulas. */
export function neutralise(cell: string): string {
  return formula.test(cell) && !number.test(cell) ? `'${cell}` : cell;
}

/** Takes back what `neutralise` has done. */
export function restore(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
