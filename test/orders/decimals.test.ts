import {parseQuantity, typeDecimal} from '../../src/orders/decimals.ts';
import {separators} from '../../src/locales/formats.ts';
import {describe, expect, it} from '../support/index.ts';

const english = separators('en');
const german = separators('de');
const french = separators('fr');
const swiss = separators('de-CH');

describe('a typed quantity', () => {
  const good: [typed: string, locale: ReturnType<typeof separators>, value: string][] = [
    ['12', english, '12'],
    [' 12 ', english, '12'],
    ['007', english, '7'],
    ['12.50', english, '12.5'],
    ['12.', english, '12'],
    ['.5', english, '0.5'],
    ['1,234.56', english, '1234.56'],
    ['12,345,678', english, '12345678'],
    ['1.234', english, '1.234'],
    ['12,5', german, '12.5'],
    ['1.234,56', german, '1234.56'],
    ['1.234', german, '1234'],
    [',5', german, '0.5'],
    ['1 234,5', french, '1234.5'],
    ['1\u00a0234,5', french, '1234.5'],
    ["1'234.5", swiss, '1234.5'],
    ['999999999999999.12345678', english, '999999999999999.12345678'],
  ];
  for (const [typed, locale, value] of good) {
    it(`“${typed}” with ${JSON.stringify(locale)} is ${value}`, () => {
      expect(parseQuantity(typed, locale)).to.deep.equal({value});
    });
  }

  const bad: [typed: string, locale: ReturnType<typeof separators>, problem: string][] = [
    ['', english, 'quantity-missing'],
    ['  ', english, 'quantity-missing'],
    ['1e3', english, 'quantity-not-a-number'],
    ['NaN', english, 'quantity-not-a-number'],
    ['Infinity', english, 'quantity-not-a-number'],
    ['0x10', english, 'quantity-not-a-number'],
    ['１２', english, 'quantity-not-a-number'],
    ['١٢', english, 'quantity-not-a-number'],
    ['12 pcs', english, 'quantity-not-a-number'],
    ['+5', english, 'quantity-not-a-number'],
    ['.', english, 'quantity-not-a-number'],
    ['1\u200b2', english, 'quantity-not-a-number'],
    ['12,5', english, 'quantity-ambiguous'],
    ['1.234,56', english, 'quantity-ambiguous'],
    ['1,23,456', english, 'quantity-ambiguous'],
    ['1 000', english, 'quantity-ambiguous'],
    ['1.2.3', english, 'quantity-ambiguous'],
    ['12.5', german, 'quantity-ambiguous'],
    ['1,234.56', german, 'quantity-ambiguous'],
    // Nobody groups a zero: this is a half, typed on another keyboard.
    ['0.500', german, 'quantity-ambiguous'],
    ['-1', english, 'quantity-not-positive'],
    ['−1', english, 'quantity-not-positive'],
    ['0', english, 'quantity-not-positive'],
    ['0.00', english, 'quantity-not-positive'],
    ['1234567890123456', english, 'quantity-too-long'],
    ['0.123456789', english, 'quantity-too-long'],
  ];
  for (const [typed, locale, problem] of bad) {
    it(`“${typed}” with ${JSON.stringify(locale)} is a problem: ${problem}`, () => {
      expect(parseQuantity(typed, locale)).to.deep.equal({problem});
    });
  }

  it('comes back as it was typed', () => {
    for (const locale of [english, german, french, swiss]) {
      for (const value of ['1', '12.5', '1234.56', '0.001', '1000000']) {
        expect(parseQuantity(typeDecimal(value, locale), locale)).to.deep.equal({value});
      }
    }
  });
});
