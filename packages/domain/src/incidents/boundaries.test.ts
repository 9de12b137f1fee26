import { describe, expect, it } from 'vitest';

import {
  clockStanding,
  countsOf,
  dangerReasons,
  defaultIncidentRules as rules,
  type Grade,
  type GradeFacts,
  investigationDueOn,
  owedClocks,
  owedFollowUps,
  suggestGrade,
  supplementUntil,
} from './index.ts';

const nothing: GradeFacts = { deaths: 0, serious: 0, missing: 0, lossFen: 0, specialClass: null, specialTriggers: [], evacuated: 0 };
const gradeBy = (facts: Partial<GradeFacts>) => suggestGrade({ ...nothing, ...facts }, rules).grade;
/** One below, at, and one above a number of the rules. */
const around = (number: number) => [number - 1, number, number + 1];

/** 条例第三条: 以上 counts the number itself, 以下 does not. */
describe('a grade begins with the very number', () => {
  const bands = [
    ['deaths', rules.bands.deaths],
    ['missing', rules.bands.deaths],
    ['serious', rules.bands.serious],
    ['lossFen', rules.bands.lossFen],
  ] as const;
  const steps: readonly (readonly [below: Grade, from: Grade])[] = [
    ['ordinary', 'larger'],
    ['larger', 'major'],
    ['major', 'extraordinary'],
  ];

  it.each(bands)('of %s', (measure, numbers) => {
    for (const [at, number] of numbers.entries()) {
      const [below, from] = steps[at] ?? [];
      expect(around(number).map((value) => gradeBy({ [measure]: value }))).toEqual([below, from, from]);
    }
  });

  it('of one death or one serious injury, and of the least loss that is counted', () => {
    expect([0, 1, 2].map((deaths) => gradeBy({ deaths }))).toEqual(['none', 'ordinary', 'ordinary']);
    expect([0, 1, 2].map((serious) => gradeBy({ serious }))).toEqual(['none', 'ordinary', 'ordinary']);
    expect(around(rules.minLossFen).map((lossFen) => gradeBy({ lossFen }))).toEqual(['none', 'ordinary', 'ordinary']);
    const ofLift = around(rules.specialMinLossFen).map((lossFen) => gradeBy({ lossFen, specialClass: 'lift' }));
    expect(ofLift).toEqual(['none', 'ordinary', 'ordinary']);
  });

  it.each([
    [500, 'none', 'ordinary'],
    [10_000, 'ordinary', 'larger'],
    [50_000, 'larger', 'major'],
    [150_000, 'major', 'extraordinary'],
  ] as const)('of %i evacuated from a toxic leak', (number, below, from) => {
    const leaking = { specialClass: 'pressureVessel', specialTriggers: ['toxicLeak'] } as const;
    expect(around(number).map((evacuated) => gradeBy({ ...leaking, evacuated }))).toEqual([below, from, from]);
  });
});

it.each([
  ['atRisk', rules.danger.atRisk],
  ['trapped', rules.danger.trapped],
  ['missing', rules.danger.trapped],
  ['evacuated', rules.danger.evacuated],
] as const)('较大涉险 begins with the very number of %s', (measure, number) => {
  const quiet = { atRisk: 0, trapped: 0, missing: 0, evacuated: 0, dangers: [] };
  const told = around(number).map((value) => dangerReasons({ ...quiet, [measure]: value }, rules).length > 0);
  expect(told).toEqual([false, true, true]);
});

describe('补报期 ends with its last day', () => {
  it.each([
    ['of everything else', {}, ['2026-03-30', '2026-03-31', '2026-04-01']],
    ['of a fire', { fire: true }, ['2026-03-07', '2026-03-08', '2026-03-09']],
    ['on the road', { roadTraffic: true }, ['2026-03-07', '2026-03-08', '2026-03-09']],
  ] as const)('%s', (_, kind, days) => {
    const until = supplementUntil({ occurredOn: '2026-03-01', fire: false, roadTraffic: false, ...kind }, rules);
    const graded = days.map((onDay) => gradeBy(countsOf([{ casualtyId: 'a', degree: 'death', onDay }], until)));
    expect(graded).toEqual(['ordinary', 'ordinary', 'none']);
  });
});

describe('a clock is in time until its very instant', () => {
  const told = new Date('2026-03-12T02:10:00+08:00');
  const facts = {
    eventClass: 'statutory',
    grade: 'larger',
    dangerous: false,
    fire: true,
    special: true,
    occurredOn: '2026-03-12',
    recordedAt: told,
    leaderInformedAt: told,
    knownAt: told,
    appraisalDays: 0,
    extendedDays: 0,
  } as const;
  const hour = 3_600_000;
  const { clocks } = rules;
  const length = {
    confirm: clocks.confirmHours * hour,
    county: clocks.authorityHours * hour,
    province: clocks.authorityHours * hour,
    fireBrigade: clocks.authorityHours * hour,
    marketRegulator: clocks.authorityHours * hour,
    hqPhone: clocks.hqPhoneMinutes * 60_000,
    hqRecord: clocks.hqRecordHours * hour,
    hqWritten: clocks.hqWrittenHours * hour,
  } as const;

  it.each(Object.entries(length))('%s', (code, ms) => {
    const owed = owedClocks(facts, rules).find((each) => each.code === code);
    expect(owed?.dueAt.getTime()).toBe(told.getTime() + ms);
    const due = told.getTime() + ms;
    const open = { dueAt: new Date(due), metAt: null, droppedAt: null };
    const seen = around(due).map((now) => clockStanding(open, new Date(now)));
    const met = around(due).map((at) => clockStanding({ ...open, metAt: new Date(at) }, new Date(due + hour)));
    expect([seen, met]).toEqual([
      ['open', 'open', 'missed'],
      ['met', 'met', 'late'],
    ]);
  });

  it('the report of an investigation runs to the end of its last day, a day longer for each day granted', () => {
    const due = (over: object) => investigationDueOn({ ...facts, ...over }, rules);
    expect([0, 1].map((appraisalDays) => due({ appraisalDays }))).toEqual(['2026-05-11', '2026-05-12']);
    expect([59, 60].map((extendedDays) => due({ extendedDays }))).toEqual(['2026-07-09', '2026-07-10']);
  });

  it('follow-up reports double with 重大 and end with the day before the rescue does', () => {
    const owed = (grade: Grade, ended: string | null) =>
      owedFollowUps(
        {
          grade,
          dangerous: false,
          since: told,
          rescueEndedAt: ended === null ? null : new Date(ended),
          now: new Date('2026-03-14T23:59:59+08:00'),
        },
        rules,
      ).length;
    expect((['ordinary', 'larger', 'major', 'extraordinary'] as const).map((grade) => owed(grade, null))).toEqual([2, 2, 4, 4]);
    const ends = ['2026-03-13T23:59:59+08:00', '2026-03-14T00:00:00+08:00', '2026-03-15T00:00:00+08:00'];
    expect(ends.map((end) => owed('larger', end))).toEqual([0, 1, 2]);
  });
});
