// ISO 3166-1 alpha-2, without what no parcel goes to.
const codes =
  'ADAEAFAGAIALAMAOARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZ' +
  'DEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGTGUGWGYHKHNHRHTHUIDIEILIMINIQIRISITJEJMJOJP' +
  'KEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZ' +
  'OMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTGTHTJTKTLTMTNTOTRTTTVTWTZ' +
  'UAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW';

/** A country for a choice. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
}

const lists = new Map<string, readonly Country[]>();

/** All countries by their names in a language, in its order. */
export function countries(locale: string): readonly Country[] {
  let list = lists.get(locale);
  if (!list) {
    const name = names(locale);
    list = (codes.match(/../g) ?? [])
      .map((code) => ({code, name: name(code)}))
      .sort((a, b) => a.name.localeCompare(b.name, locale));
    lists.set(locale, list);
  }
  return list;
}

/** The name of a country in a language; what is no code of one stands for itself. */
export function countryName(code: string, locale: string): string {
  try {
    return names(locale)(code);
  } catch {
    return code;
  }
}

function names(locale: string): (code: string) => string {
  try {
    const display = new Intl.DisplayNames(locale, {type: 'region'});
    return (code) => display.of(code) ?? code;
  } catch {
    return (code) => code;
  }
}
