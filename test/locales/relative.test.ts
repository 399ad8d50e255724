import {formatRelative} from '../../src/locales/formats.ts';
import {describe, expect, it} from '../support/index.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('how far an instant is from now', () => {
  for (const [distance, words] of [
    [0, 'now'],
    [-30_000, 'now'],
    [-5 * minute, '5 minutes ago'],
    [-90 * minute, '1 hour ago'],
    [-3 * day, '3 days ago'],
    [-40 * hour, '1 day ago'],
    [40 * hour, 'in 1 day'],
    [4 * day + 23 * hour, 'in 4 days'],
    // What has just begun to run out is whole yet.
    [14 * day - 2000, 'in 14 days'],
    [day - 2000, 'in 1 day'],
    [-45 * day, '1 month ago'],
    [-800 * day, '2 years ago'],
  ] as const) {
    it(`${distance / hour} h: ${words}`, () => {
      expect(formatRelative(now + distance, 'en', now)).to.equal(words);
    });
  }

  it('speaks other languages, and takes a locale that nobody knows', () => {
    expect(formatRelative(now - 3 * day, 'de', now)).to.equal('vor 3 Tagen');
    expect(formatRelative(now - 3 * day, 'de_DE', now)).to.match(/3/);
  });
});
