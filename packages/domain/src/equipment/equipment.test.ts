import { describe, expect, it } from 'vitest';

import { objectionToState, openItems, refuseImpossibleInspection } from './decide.ts';
import { fireDuesOf } from './fire-due.ts';
import { fireKindOfModel, fireKindOfName, fireKinds } from './fire-kinds.ts';
import { fireStandingOf } from './fire-standing.ts';
import { monthsLater } from '../kernel/index.ts';
import { lastDayIn } from './months.ts';
import { defaultReminderDays, rungsOf, rungsReached } from './reminders.ts';
import { categoryOfName, specialStates } from './special-kinds.ts';
import { mayNotBeUsed, standingOf } from './special-standing.ts';
import { explainSpotsInput, isMissedSpot } from './spot-misses.ts';
import { spotPeriods } from './spot-periods.ts';

describe('special equipment', () => {
  const stands = (inspection: Parameters<typeof standingOf>[0]['inspection'], today: string, state = 'inUse' as const) =>
    standingOf({ state, inspection }, today, 30);
  const passed = { on: '2024-08-28', result: 'passed', nextDueOn: '2026-08-28' } as const;

  it('is in date up to and including the day on which the next inspection is due', () => {
    expect(stands(passed, '2026-07-28')).toBe('inDate');
    expect(stands(passed, '2026-07-29')).toBe('dueSoon');
    expect(stands(passed, '2026-08-28')).toBe('dueSoon');
    expect(stands(passed, '2026-08-29')).toBe('overdue');
  });

  it('may not be used after it failed, past its day, or when nobody can tell its day', () => {
    expect(stands({ ...passed, result: 'failed' }, '2025-01-01')).toBe('failed');
    expect(stands({ ...passed, nextDueOn: null }, '2025-01-01')).toBe('undated');
    expect(stands(null, '2025-01-01')).toBe('undated');
    for (const standing of ['failed', 'overdue', 'undated'] as const) expect(mayNotBeUsed(standing)).toBe(true);
    for (const standing of ['inDate', 'dueSoon', 'outOfUse', 'scrapped'] as const) expect(mayNotBeUsed(standing)).toBe(false);
  });

  it('is neither overdue nor in date while it is out of use', () => {
    expect(standingOf({ state: 'outOfUse', inspection: passed }, '2027-01-01', 30)).toBe('outOfUse');
    expect(standingOf({ state: 'scrapped', inspection: null }, '2027-01-01', 30)).toBe('scrapped');
  });

  it('stays scrapped, and changes state only forward in time', () => {
    for (const to of specialStates) {
      expect(objectionToState({ state: 'scrapped', since: '2026-01-01' }, { to, on: '2026-02-01' }, '2026-03-01')).toBe(
        'equipment.scrapped',
      );
    }
    const inUse = { state: 'inUse', since: '2026-02-01' } as const;
    expect(objectionToState(inUse, { to: 'inUse', on: '2026-02-02' }, '2026-03-01')).toBe('equipment.same_state');
    expect(objectionToState(inUse, { to: 'outOfUse', on: '2026-01-31' }, '2026-03-01')).toBe('equipment.state_before_last');
    expect(objectionToState(inUse, { to: 'outOfUse', on: '2026-03-02' }, '2026-03-01')).toBe('equipment.day_in_future');
    expect(objectionToState(inUse, { to: 'scrapped', on: '2026-03-01' }, '2026-03-01')).toBeNull();
  });

  it('takes no inspection of tomorrow, none that passed without a next day, and no next day before it', () => {
    const refusing = (told: Parameters<typeof refuseImpossibleInspection>[0]) => () => refuseImpossibleInspection(told, '2026-03-01');
    expect(refusing({ on: '2026-03-02', result: 'passed', nextDueOn: '2027-03-02' })).toThrow('equipment.day_in_future');
    expect(refusing({ on: '2026-03-01', result: 'passed', nextDueOn: null })).toThrow('equipment.not_passed');
    expect(refusing({ on: '2026-03-01', result: 'passed', nextDueOn: '2026-03-01' })).toThrow('equipment.due_before_inspection');
    expect(refusing({ on: '2026-03-01', result: 'underWay', nextDueOn: null })).not.toThrow();
  });

  it('is sorted by its name', () => {
    const sorted = ['蒸汽锅炉', '高温高压染色机', '储气罐', '载货电梯', '叉车', '桥式起重机', '绣花机'].map(categoryOfName);
    expect(sorted).toEqual(['boiler', 'pressureVessel', 'simpleVessel', 'lift', 'forklift', 'crane', null]);
  });
});

describe('fire equipment', () => {
  const dues = (more: Partial<Parameters<typeof fireDuesOf>[0]>) =>
    fireDuesOf({ kind: 'powderPortable', madeOn: null, servicedOn: null, scrapStatedOn: null, ...more });

  it('of a label that tells only the month ends with the last day of a month', () => {
    expect(dues({ madeOn: '2016-12' }).scrapDueOn).toBe('2026-12-31');
    expect(dues({ madeOn: '2016-02-29' }).scrapDueOn).toBe('2026-02-28');
    expect(lastDayIn('2024-02')).toBe('2024-02-29');
  });

  it('is scrapped after six years with water, ten with powder or clean gas, twelve with carbon dioxide', () => {
    const ends = (['water', 'foam', 'powderWheeled', 'cleanGas', 'co2', 'indoorHydrant'] as const).map(
      (kind) => dues({ kind, madeOn: '2020-03' }).scrapDueOn,
    );
    expect(ends).toEqual(['2026-03-31', '2026-03-31', '2030-03-31', '2030-03-31', '2032-03-31', null]);
  });

  it('counts the earlier of the stated and the reckoned end', () => {
    expect(dues({ madeOn: '2020-03', scrapStatedOn: '2029-01' }).scrapDueOn).toBe('2029-01-31');
    expect(dues({ madeOn: '2020-03', scrapStatedOn: '2035-01' }).scrapDueOn).toBe('2030-03-31');
    expect(dues({ kind: 'emergencyLight', scrapStatedOn: '2035-01' }).scrapDueOn).toBe('2035-01-31');
  });

  it('is serviced first after three or five years, then every year or every two, and never after its end', () => {
    expect(dues({ madeOn: '2020-03' }).serviceDueOn).toBe('2025-03-31');
    expect(dues({ madeOn: '2020-03', servicedOn: '2025-04-02' }).serviceDueOn).toBe('2027-04-02');
    expect(dues({ kind: 'water', madeOn: '2023-04' }).serviceDueOn).toBe('2026-04-30');
    expect(dues({ kind: 'water', madeOn: '2023-04', servicedOn: '2026-04' }).serviceDueOn).toBe('2027-04-30');
    expect(dues({ kind: 'water', madeOn: '2020-04', servicedOn: '2025-06' }).serviceDueOn).toBeNull();
  });

  it('past its end is expired whatever its gauge says', () => {
    const stands = (condition: 'intact' | 'pressureLow', today: string) =>
      fireStandingOf({ condition, serviceDueOn: '2026-05-31', scrapDueOn: '2026-12-31' }, today, 30);
    expect(stands('intact', '2026-04-30')).toBe('inDate');
    expect(stands('intact', '2026-05-01')).toBe('dueSoon');
    expect(stands('intact', '2026-06-01')).toBe('serviceOverdue');
    expect(stands('pressureLow', '2026-06-01')).toBe('defect');
    expect(stands('pressureLow', '2027-01-01')).toBe('expired');
  });

  it('is known by its name or, where that says too little, by the code on its label', () => {
    expect(
      ['手提式干粉灭火器', '推车式干粉灭火器', '室外消火栓', '消防栓', '应急照明灯', '灭火器', '干粉灭火器'].map(fireKindOfName),
    ).toEqual(['powderPortable', 'powderWheeled', 'outdoorHydrant', 'indoorHydrant', 'emergencyLight', null, null]);
    expect(['MFZ/ABC4', 'mftz/abc35', 'MSZ/3', 'MT3', 'SN65', 'SS100/65', 'YJ-2'].map(fireKindOfModel)).toEqual([
      'powderPortable',
      'powderWheeled',
      'water',
      'co2',
      'indoorHydrant',
      'outdoorHydrant',
      null,
    ]);
    expect(new Set(fireKinds).size).toBe(fireKinds.length);
  });

  it('has no look-over while an item is open', () => {
    expect(openItems({ inPlace: 'right', pressure: 'none' })).toEqual(['seal', 'body', 'label', 'unblocked']);
  });
});

describe('the periods of look-overs', () => {
  it('tile every month without a gap, however many there are', () => {
    for (const perMonth of [1, 2, 3, 4, 10, 31, 99, 0]) {
      const periods = spotPeriods(perMonth, '2025-12-10', '2027-03-01');
      periods.slice(1).forEach(({ from }, at) => expect(daysAfter(periods[at]?.to ?? '', 1)).toBe(from));
      expect(periods.every(({ from, to }) => from <= to)).toBe(true);
      expect(periods.filter(({ to }) => to === '2026-02-28')).toHaveLength(1);
    }
  });

  it('are halves of a month where two are owed', () => {
    expect(spotPeriods(2, '2026-02-01', '2026-02-28')).toEqual([
      { from: '2026-02-01', to: '2026-02-15' },
      { from: '2026-02-16', to: '2026-02-28' },
    ]);
  });
});

describe('reminders', () => {
  const rungs = rungsOf(defaultReminderDays);
  const reached = (sinceOn: string, today: string) => rungsReached(rungs, { sinceOn, dueOn: '2026-06-30' }, today).map(({ days }) => days);

  it('come a month ahead, a week ahead and on the day, then climb', () => {
    expect(reached('2026-01-01', '2026-05-30')).toEqual([]);
    expect(reached('2026-01-01', '2026-05-31')).toEqual([-30]);
    expect(reached('2026-01-01', '2026-06-30')).toEqual([-30, -7, 0]);
    expect(reached('2026-01-01', '2026-07-31')).toEqual([-30, -7, 0, 1, 7]);
  });

  it('of what came into the ledger late do not reach back', () => {
    expect(reached('2026-06-25', '2026-07-01')).toEqual([0, 1]);
  });

  it('climb even where a rule would have everybody told on one day', () => {
    expect(rungsOf({ first: 30, again: 30, unitHead: 0, parent: 0 }).map(({ days, tells }) => `${days} ${tells}`)).toEqual([
      '-30 keeper',
      '0 keeper',
      '1 unitHead',
      '2 parent',
    ]);
  });
});

it('a month later is the same day, or the last one there is', () => {
  expect(monthsLater('2024-01-31', 1)).toBe('2024-02-29');
  expect(monthsLater('2024-02-29', 12)).toBe('2025-02-28');
  expect(monthsLater('2024-11-30', 3)).toBe('2025-02-28');
});

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

describe('a look-over', () => {
  const owed = { dueOn: '2026-01-31', checkedOn: null, scrappedOn: null };

  it('is missed from the day after its last day on', () => {
    expect(isMissedSpot(owed, '2026-01-30')).toBe(false);
    expect(isMissedSpot(owed, '2026-01-31')).toBe(false);
    expect(isMissedSpot(owed, '2026-02-01')).toBe(true);
  });

  it('is not missed once it was made, nor where the piece was scrapped by its last day', () => {
    expect(isMissedSpot({ ...owed, checkedOn: '2026-01-31' }, '2026-02-01')).toBe(false);
    expect(isMissedSpot({ ...owed, scrappedOn: '2026-01-30' }, '2026-02-01')).toBe(false);
    expect(isMissedSpot({ ...owed, scrappedOn: '2026-01-31' }, '2026-02-01')).toBe(false);
    expect(isMissedSpot({ ...owed, scrappedOn: '2026-02-01' }, '2026-02-01')).toBe(true);
  });

  it('was missed for a reason of the list, and any other wants words', () => {
    const given = { unitId: '0195f0c0-0000-7000-8000-000000000001', dueOn: '2026-01-31' };
    expect(explainSpotsInput.safeParse({ ...given, reason: 'other' }).success).toBe(false);
    expect(explainSpotsInput.safeParse({ ...given, reason: 'other', note: '库房锁着' }).success).toBe(true);
    expect(explainSpotsInput.safeParse({ ...given, reason: 'forgotten' }).success).toBe(true);
  });
});
