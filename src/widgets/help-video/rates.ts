/** Speeds to choose from; 1 is normal. */
export const RATES: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2];
