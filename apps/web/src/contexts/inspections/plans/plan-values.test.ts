import type { Cadence } from '@changming/domain/inspections';
import { describe, expect, test } from 'vitest';

import type { PlanDetail } from '../plan-queries.ts';
import { newPlanValues, planValuesOf, type PlanValues, saidOf, valuesMending } from './plan-values.ts';

const plan = {
  name: '缝制车间每班点检',
  unitId: 'u-1',
  unit: '缝制一车间',
  checklistId: 'c-1',
  points: { of: 'branch', kinds: ['sewing'] },
  listed: [],
  restDays: 'skip',
  graceMinutes: 30,
  doer: { by: 'post', post: 'pointKeeper' },
  doerName: null,
  from: '2026-03-02',
  until: null,
} as unknown as PlanDetail;

const cadences: readonly Cadence[] = [
  { every: 'shift', shifts: [{ shift: 'early', from: '07:30', until: '15:30' }] },
  { every: 'day', from: '08:00', until: '18:00' },
  { every: 'week', weekdays: [1, 4], from: '00:00', until: '24:00' },
  { every: 'month', dayOfMonth: 31, from: '00:00', until: '24:00' },
  { every: 'quarter' },
  { every: 'year' },
  { every: 'dates', dates: ['2026-04-30'], from: '08:00', until: '12:00' },
];

describe('the form of a plan', () => {
  test.each(cadences)('gives back what is owed $every as it was', (cadence) => {
    const said = saidOf(planValuesOf({ ...plan, cadence }) as PlanValues);

    expect(said).toEqual({
      name: plan.name,
      points: plan.points,
      cadence,
      doer: plan.doer,
      restDays: 'skip',
      graceMinutes: 30,
      until: null,
    });
  });

  test('gives back points that are listed one by one, and one person', () => {
    const listed = [{ id: 'p-1', name: '1号配电箱', unit: '缝制一车间' }];
    const one = { ...plan, cadence: { every: 'quarter' }, points: { of: 'listed', pointIds: ['p-1'] }, listed } as PlanDetail;

    const said = saidOf(planValuesOf({ ...one, doer: { by: 'person', personId: 'w-1' }, doerName: '王静' }) as PlanValues);

    expect(said).toMatchObject({ points: { of: 'listed', pointIds: ['p-1'] }, doer: { by: 'person', personId: 'w-1' } });
  });

  test('proposes a daily check of every point of the branch by its keeper', () => {
    const said = saidOf({ ...newPlanValues('2026-03-02'), name: '每日点检' } as PlanValues);

    expect(said.cadence).toEqual({ every: 'day', from: '00:00', until: '24:00' });
    expect(said.points).toEqual({ of: 'branch', kinds: [] });
    expect(said.doer).toEqual({ by: 'post', post: 'pointKeeper' });
  });
});

describe('a plan that mends a shortfall', () => {
  const points = [
    { id: 'p-1', name: '一号泵房', unitId: 'u-1', unit: '动力科', level: 'major' as const },
    { id: 'p-2', name: '二号泵房', unitId: 'u-1', unit: '动力科', level: 'low' as const },
  ];

  test.each([
    ['team', 1, 'day', 'pointKeeper'],
    ['workshop', 7, 'week', 'workshopHead'],
    ['unit', 30, 'month', 'unitHead'],
    ['group', 90, 'quarter', 'safetyDirector'],
  ] as const)('of the %s names its points, looks every %i days and says who', (by, days, every, post) => {
    const begun = valuesMending({ by, days, count: 2, points });
    const said = saidOf({ ...newPlanValues('2026-03-02'), ...begun, name: '检查' } as PlanValues);
    expect(said).toMatchObject({ points: { of: 'listed', pointIds: ['p-1', 'p-2'] }, cadence: { every }, doer: { by: 'post', post } });
    expect(begun.unit).toEqual(by === 'group' ? undefined : { id: 'u-1', name: '动力科' });
  });

  test('of several units leaves open whose it is; the reason is sent only where one is written', () => {
    const far = points.map((point, at) => ({ ...point, unitId: `u-${at}` }));
    expect(valuesMending({ by: 'team', days: 1, count: 2, points: far }).unit).toBeUndefined();
    const values = { ...newPlanValues('2026-03-02'), name: '检查' } as PlanValues;
    expect(saidOf({ ...values, insist: ' 每天有人值守 ' })).toMatchObject({ insist: '每天有人值守' });
    expect(saidOf({ ...values, insist: ' ' })).not.toHaveProperty('insist');
  });
});
