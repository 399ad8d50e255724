import fc from 'fast-check';
import {isDate} from '../../src/orders/days.ts';
import type {Period} from '../../src/widgets/document-list/list-view.ts';
import {queryOf} from '../../src/widgets/document-list/list-query.ts';
import {daysOf} from '../../src/widgets/document-list/periods.ts';
import {presets} from '../../src/widgets/document-list/view-text.ts';
import {describe, expect, it} from '../support/index.ts';

const days = (period: (typeof presets)[number], today: string, locale = 'de') => {
  const {from, to} = daysOf(period, today, locale);
  return `${from}..${to}`;
};
const dayAfter = (day: string, count = 1) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

const anyDay = fc.integer({min: 0, max: 60_000}).map((count) => dayAfter('1970-01-01', count));

describe('the days of a preset', () => {
  it('are those that one means by it', () => {
    const today = '2026-11-23';
    expect(presets.map((preset) => days(preset, today))).to.deep.equal([
      '2026-11-23..2026-11-23',
      '2026-11-23..2026-11-29',
      '2026-11-16..2026-11-22',
      '2026-11-01..2026-11-30',
      '2026-10-01..2026-10-31',
      '2026-01-01..2026-11-23',
      '2025-01-01..2025-12-31',
    ]);
  });

  it('reach across the ends of years and know leap days', () => {
    expect(days('last-month', '2026-01-31')).to.equal('2025-12-01..2025-12-31');
    expect(days('last-month', '2028-03-31')).to.equal('2028-02-01..2028-02-29');
    expect(days('last-month', '2027-03-29')).to.equal('2027-02-01..2027-02-28');
    expect(days('this-week', '2026-12-31')).to.equal('2026-12-28..2027-01-03');
    expect(days('last-week', '2027-01-01')).to.equal('2026-12-21..2026-12-27');
    expect(days('this-year', '2028-02-29')).to.equal('2028-01-01..2028-02-29');
    expect(days('last-year', '2028-02-29')).to.equal('2027-01-01..2027-12-31');
  });

  it('begin a week as the locale does', () => {
    const thursday = '2026-11-26';
    expect(days('this-week', thursday, 'de-AT')).to.equal('2026-11-23..2026-11-29');
    expect(days('this-week', thursday, 'en-US')).to.equal('2026-11-22..2026-11-28');
    expect(days('this-week', thursday, 'ar-EG')).to.equal('2026-11-21..2026-11-27');
    expect(days('this-week', '2026-11-22', 'en-US'), 'a Sunday').to.equal('2026-11-22..2026-11-28');
    expect(days('this-week', '2026-11-22', 'de'), 'a Sunday').to.equal('2026-11-16..2026-11-22');
    expect(days('this-week', '2026-11-21', 'ar-EG'), 'a Saturday').to.equal('2026-11-21..2026-11-27');
    expect(days('this-week', thursday, 'de_DE'), 'no locale').to.equal('2026-11-23..2026-11-29');
  });

  it('are days of the calendar, in order, and fit together on every day', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('de', 'en-US', 'ar-EG'), (today, locale) => {
        for (const preset of presets) {
          const {from = '', to = ''} = daysOf(preset, today, locale);
          expect(isDate(from) && isDate(to) && from <= to, `${preset} on ${today}`).to.equal(true);
          if (!preset.startsWith('last')) expect(from <= today && today <= to).to.equal(true);
        }
        const week = daysOf('this-week', today, locale);
        const before = daysOf('last-week', today, locale);
        expect(dayAfter(week.from ?? '', 6)).to.equal(week.to);
        expect(dayAfter(before.to ?? '')).to.equal(week.from);
        expect(dayAfter(before.from ?? '', 7)).to.equal(week.from);
        const month = daysOf('this-month', today, locale);
        expect(dayAfter(daysOf('last-month', today, locale).to ?? '')).to.equal(month.from);
        const year = daysOf('this-year', today, locale);
        expect(dayAfter(daysOf('last-year', today, locale).to ?? '')).to.equal(year.from);
      }),
    );
  });

  it('are the same on every day of a week', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const {from = ''} = daysOf('this-week', today, 'en-US');
        for (let day = 0; day < 7; day++)
          expect(daysOf('this-week', dayAfter(from, day), 'en-US').from).to.equal(from);
      }),
    );
  });
});

describe('what a portal is asked for', () => {
  const at = (period: Period) => daysOf(period, '2026-11-23', 'de');

  it('is the newest first where nothing is chosen', () => {
    expect(queryOf({}, at)).to.deep.equal({sort: '-documentDate'});
  });

  it('is what a view shows, with the days that it means today', () => {
    expect(
      queryOf(
        {
          q: 'bolt',
          posted: false,
          state: 'open',
          payment: 'overdue',
          period: 'last-month',
          dateField: 'due',
          sort: 'gross',
        },
        at,
      ),
    ).to.deep.equal({
      q: 'bolt',
      posted: false,
      state: 'open',
      payment: 'overdue',
      dateField: 'due',
      dateFrom: '2026-10-01',
      dateTo: '2026-10-31',
      sort: 'gross',
    });
  });

  it('has no end of days where the user has set none', () => {
    expect(queryOf({period: {from: '2026-02-03'}}, at)).to.deep.equal({
      dateFrom: '2026-02-03',
      sort: '-documentDate',
    });
    expect(queryOf({dateField: 'due'}, at), 'a date without days').to.deep.equal({sort: '-documentDate'});
  });
});
