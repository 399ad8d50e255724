import {isDate} from '../../src/orders/days.ts';
import {localToday, parseDay} from '../../src/orders/dates.ts';
import {dateOrder} from '../../src/locales/formats.ts';
import {describe, expect, it} from '../support/index.ts';
import fc from 'fast-check';

const today = '2026-11-22';

describe('a day as one types it', () => {
  it('is read in the order of the locale', () => {
    expect(parseDay('3/4/2027', 'dmy', today)).to.equal('2027-04-03');
    expect(parseDay('3/4/2027', 'mdy', today)).to.equal('2027-03-04');
    expect(parseDay('27-4-3', 'ymd', today)).to.equal('2027-04-03');
    expect(parseDay('24122026', 'dmy', today)).to.equal('2026-12-24');
    expect(parseDay('122426', 'mdy', today)).to.equal('2026-12-24');
  });

  it('is the same in every locale where it is written as the standard has it, or with points', () => {
    for (const order of ['dmy', 'mdy', 'ymd'] as const) {
      expect(parseDay('2026-12-24', order, today)).to.equal('2026-12-24');
      expect(parseDay('24.12.2026', order, today)).to.equal('2026-12-24');
    }
  });

  it('is the next such day without a year', () => {
    expect(parseDay('24.12.', 'dmy', today)).to.equal('2026-12-24');
    expect(parseDay('22.11', 'dmy', today)).to.equal('2026-11-22');
    expect(parseDay('1/31', 'mdy', today)).to.equal('2027-01-31');
    expect(parseDay('29.2.', 'dmy', today)).to.equal('2028-02-29');
  });

  it('is none where there is no such day, or it cannot be told', () => {
    for (const text of [
      '',
      'soon',
      '31.4.2027',
      '29.2.2027',
      '13/1/2027',
      '1.2.3.4',
      '5',
      '1.1.202',
      '0.1.2027',
    ])
      expect(parseDay(text, 'mdy', today), text).to.equal(undefined);
  });

  it('is a date of the calendar whatever was typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9./ -]*$/), fc.constantFrom('dmy', 'mdy', 'ymd'), (text, order) => {
        const day = parseDay(text, order, today);
        return day === undefined || isDate(day);
      }),
    );
  });

  it('is written in an order that each locale has', () => {
    expect(['de', 'en-GB', 'fr', 'en-US', 'sv', 'ja', 'hu'].map(dateOrder)).to.deep.equal([
      'dmy',
      'dmy',
      'dmy',
      'mdy',
      'ymd',
      'ymd',
      'ymd',
    ]);
  });

  it('begins at midnight here', () => {
    expect(localToday(new Date(2026, 0, 5, 0, 0, 1))).to.equal('2026-01-05');
    expect(localToday(new Date(2026, 0, 5, 23, 59))).to.equal('2026-01-05');
  });
});
