import { describe, expect, it } from 'vitest';

import { dedicatedMetOn, type DedicatedOwed, isChangeTooOld, isDustyPlace, owesChange, reviewSince, type Taught } from './dedicated.ts';

const terms = { reviewDays: 180 };
const press: DedicatedOwed = { cause: 'fourNew', aboutId: 'press', causeOn: '2026-03-10', hoursOwed: 4 };
const dust: DedicatedOwed = { cause: 'dust', aboutId: 'opening-shop', causeOn: '2026-01-01', hoursOwed: 4 };
const review: DedicatedOwed = { cause: 'review', aboutId: 'electrician', causeOn: '2026-09-30', hoursOwed: 8 };
const taught = (over: Partial<Taught>): Taught => ({
  category: 'fourNew',
  aboutId: 'press',
  on: '2026-03-09',
  hours: 4,
  result: null,
  ...over,
});

describe('四新', () => {
  it('is owed by whoever is there on the day of first use, not by whoever joins a day later', () => {
    const change = { fromOn: '2026-03-10', recordedOn: '2026-02-20' };
    const owes = (hiredOn: string | null) => owesChange(change, { hiredOn, on: '2026-03-10' });

    expect([owes('2026-03-09'), owes('2026-03-10'), owes('2026-03-11'), owes(null)]).toEqual([true, true, false, true]);
    expect(['2026-03-09', '2026-03-10', '2026-03-11'].map((on) => owesChange(change, { hiredOn: null, on }))).toEqual([true, true, false]);
  });

  it('recorded after its first use is owed by whoever is there on the day of recording', () => {
    const change = { fromOn: '2026-03-10', recordedOn: '2026-03-20' };

    expect(['2026-03-20', '2026-03-21'].map((on) => owesChange(change, { hiredOn: '2026-03-15', on }))).toEqual([true, false]);
  });

  it('may be recorded until ninety days after its first use', () => {
    expect(['2026-06-07', '2026-06-08', '2026-06-09'].map((today) => isChangeTooOld('2026-03-10', today))).toEqual([false, false, true]);
  });

  it('is met by hours about that very change, full ones, which nobody failed', () => {
    const met = (...all: Taught[]) => dedicatedMetOn(press, all, terms);

    expect(met(taught({ hours: 3.5 }))).toBeNull();
    expect(met(taught({ hours: 4 }))).toBe('2026-03-09');
    expect(met(taught({ hours: 4.5 }))).toBe('2026-03-09');
    expect(met(taught({ hours: 2, on: '2026-03-02' }), taught({ hours: 2, on: '2026-03-05' }))).toBe('2026-03-05');
    expect(met(taught({ aboutId: 'glue' }))).toBeNull();
    expect(met(taught({ aboutId: null }))).toBeNull();
    expect(met(taught({ result: 'failed' }))).toBeNull();
    expect(met(taught({ category: 'annual' }))).toBeNull();
  });
});

describe('粉尘岗位', () => {
  it('wants the hours and a pass, of a session or of an exam, on the later of the two days', () => {
    const met = (...all: Partial<Taught>[]) =>
      dedicatedMetOn(
        dust,
        all.map((each) => taught({ category: 'dust', aboutId: null, ...each })),
        terms,
      );

    expect(met({ hours: 4 })).toBeNull();
    expect(met({ hours: 4, result: 'passed' })).toBe('2026-03-09');
    expect(met({ hours: 4 }, { hours: 0, result: 'passed', on: '2026-03-12' })).toBe('2026-03-12');
    expect(met({ hours: 3.5, result: 'passed' })).toBeNull();
    expect(met({ hours: 0, result: 'passed' })).toBeNull();
    expect(met({ hours: 2, result: 'passed' }, { hours: 2, on: '2026-04-01' })).toBe('2026-04-01');
  });

  it('concerns everybody of a dusty workshop, team or department, and only the leaders of a dusty factory or company', () => {
    const kinds = ['group', 'subsidiary', 'factory', 'workshop', 'team', 'department'] as const;

    expect(kinds.filter(isDustyPlace)).toEqual(['workshop', 'team', 'department']);
  });
});

describe('特种作业复审前学时', () => {
  it('counts from so many days before the review to the day itself', () => {
    const metBy = (on: string, hours = 8) =>
      dedicatedMetOn(review, [taught({ category: 'specialOperator', aboutId: null, on, hours })], terms);

    expect(reviewSince('2026-09-30', terms)).toBe('2026-04-03');
    expect(['2026-04-02', '2026-04-03', '2026-04-04'].map((on) => metBy(on))).toEqual([null, '2026-04-03', '2026-04-04']);
    expect(['2026-09-29', '2026-09-30', '2026-10-01'].map((on) => metBy(on))).toEqual(['2026-09-29', '2026-09-30', null]);
    expect([7.5, 8, 8.5].map((hours) => metBy('2026-08-01', hours))).toEqual([null, '2026-08-01', '2026-08-01']);
  });
});
