import {countryName} from './countries.ts';

/** What of an address is written on a parcel. */
export interface PostalAddress {
  readonly name: string;
  readonly line1: string;
  readonly line2?: string | undefined;
  readonly postcode: string;
  readonly city: string;
  readonly region?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Where something goes, line by line, without to whom; the country by its name in the reader's language. */
export function streetLines(
  {line1, line2, postcode, city, region, country}: PostalAddress,
  locale: string,
): string[] {
  const lines = [line1, line2, `${postcode} ${city}`, region, countryName(country, locale)];
  return lines.flatMap((line) => line?.trim() || []);
}

/** A whole address as text, to be pasted on a label. */
export function postalText(address: PostalAddress, locale: string): string {
  return [address.name.trim(), ...streetLines(address, locale)].filter(Boolean).join('\n');
}
