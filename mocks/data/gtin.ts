/** Appends the check digit of the GS1 numbers (GTIN-13, GLN): weights 1 and 3 from the left, for twelve digits. */
export function withCheckDigit(twelve: string): string {
  let sum = 0;
  for (let index = 0; index < 12; index++) {
    sum += Number(twelve.charAt(index)) * (index % 2 === 0 ? 1 : 3);
  }
  return twelve + String((10 - (sum % 10)) % 10);
}
