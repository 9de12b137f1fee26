import { describe, expect, test } from 'vitest';

import { monthFound, requiredStaffing, type SafetyTerm, type Staff, staffingFailuresOf, type StaffingRules, staffOn } from './index.ts';

const nation: StaffingRules = {
  fullTimeAbove: 100,
  perMille: 2,
  directorFrom: null,
  directorFromHighRisk: null,
  committeeFrom: null,
  committeeFromHighRisk: null,
  vacancyDays: 30,
};
const shandong: StaffingRules = {
  ...nation,
  directorFrom: 300,
  directorFromHighRisk: 100,
  committeeFrom: 1000,
  committeeFromHighRisk: 300,
};
const required = (headcount: number, highRisk = false, rules = nation) => requiredStaffing({ headcount, highRisk }, rules);

const nobody: Staff = { fullTime: 0, partTime: 0, organisation: false, director: false, committee: false };
const none = { organisationOn: null, committeeOn: null };
function term(over: Partial<SafetyTerm> = {}): SafetyTerm {
  return { personId: 'li', director: false, partTime: false, from: '2021-01-01', to: null, ...over };
}

describe('the staffing that the law asks for', () => {
  test('is one officer of any kind up to a hundred people, a body or a full-time officer above', () => {
    expect([99, 100, 101].map((people) => required(people).bodyOrFullTime)).toEqual([false, false, true]);
  });

  test('is a body or a full-time officer in high-risk units of any size', () => {
    expect([0, 1, 101].map((people) => required(people, true).bodyOrFullTime)).toEqual([true, true, true]);
  });

  test('rounds the ratio of full-time officers up', () => {
    expect([101, 499, 500, 501, 1000, 1001].map((people) => required(people).fullTime)).toEqual([1, 1, 1, 2, 2, 3]);
    expect(required(100).fullTime).toBe(0);
  });

  test('asks for a director and a committee in Shandong, earlier where the risk is high', () => {
    const director = (people: number, highRisk: boolean) => required(people, highRisk, shandong).director;
    const committee = (people: number, highRisk: boolean) => required(people, highRisk, shandong).committee;

    expect([299, 300, 301].map((people) => director(people, false))).toEqual([false, true, true]);
    expect([99, 100, 101].map((people) => director(people, true))).toEqual([false, true, true]);
    expect([999, 1000, 1001].map((people) => committee(people, false))).toEqual([false, true, true]);
    expect([299, 300, 301].map((people) => committee(people, true))).toEqual([false, true, true]);
    expect(required(5000, true).director).toBe(false);
  });
});

describe('what is missing', () => {
  const failures = (people: number, staff: Partial<Staff>, rules = nation) =>
    staffingFailuresOf(required(people, false, rules), { ...nobody, ...staff });

  test('of a small unit is met by a part-time officer', () => {
    expect(failures(100, {})).toEqual(['anyOfficer']);
    expect(failures(100, { partTime: 1 })).toEqual([]);
  });

  test('of a larger one is not met by part-time officers', () => {
    expect(failures(101, { partTime: 3 })).toEqual(['bodyOrFullTime', 'ratio']);
    expect(failures(101, { organisation: true })).toEqual(['ratio']);
    expect(failures(101, { organisation: true }, { ...nation, perMille: 0 })).toEqual([]);
    expect(failures(101, { fullTime: 1 })).toEqual([]);
    expect(failures(501, { fullTime: 1 })).toEqual(['ratio']);
  });

  test('names each rule of the province', () => {
    expect(failures(1000, { fullTime: 2 }, shandong)).toEqual(['director', 'committee']);
    expect(failures(1000, { fullTime: 2, director: true, committee: true }, shandong)).toEqual([]);
  });
});

describe('who was there on a day', () => {
  test('counts each person once, from the first day to the last one in office', () => {
    const terms = [
      term({ from: '2026-01-10', to: '2026-01-20' }),
      term({ director: true, partTime: true }),
      term({ personId: 'wang', partTime: true }),
    ];

    expect(staffOn('2026-01-09', terms, none)).toMatchObject({ fullTime: 0, partTime: 2, director: true });
    expect(staffOn('2026-01-10', terms, none)).toMatchObject({ fullTime: 1, partTime: 1 });
    expect(staffOn('2026-01-20', terms, none)).toMatchObject({ fullTime: 0, partTime: 2 });
  });

  test('knows a body from the day it was set up', () => {
    const bodies = { organisationOn: '2026-01-10', committeeOn: null };

    expect(['2026-01-09', '2026-01-10'].map((day) => staffOn(day, [], bodies).organisation)).toEqual([false, true]);
  });
});

describe('a month', () => {
  const found = (terms: readonly SafetyTerm[]) => monthFound('2026-01-31', required(200), { terms, bodies: none, vacancyDays: 30 });

  test('is compliant when nothing is missing at its end', () => {
    expect(found([term()])).toMatchObject({ failures: [], vacantSince: null, compliant: true });
  });

  test('tolerates a vacancy of thirty days and not of one more', () => {
    const left = (to: string) => found([term({ to })]);

    // Vacant from 2 to 31 January: thirty days.
    expect(left('2026-01-02')).toMatchObject({ failures: ['bodyOrFullTime', 'ratio'], vacantSince: '2026-01-02', compliant: true });
    expect(left('2026-01-01')).toMatchObject({ vacantSince: '2026-01-01', compliant: false });
    expect(left('2026-01-31')).toMatchObject({ vacantSince: '2026-01-31', compliant: true });
  });

  test('of a unit that never had anybody is not', () => {
    expect(found([])).toMatchObject({ vacantSince: null, compliant: false });
  });

  test('counts a vacancy from the last day on which all was complete', () => {
    const terms = [term({ to: '2026-01-20' }), term({ personId: 'wang', partTime: true, to: '2026-01-25' })];

    expect(found(terms)).toMatchObject({ vacantSince: '2026-01-20' });
  });
});
