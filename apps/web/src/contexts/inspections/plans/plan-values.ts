import {
  type Cadence,
  type CadenceName,
  cadenceWithin,
  type PlanDoer,
  type PlanPoints,
  proposedPost,
  type Shift,
  usualShifts,
} from '@changming/domain/inspections';
import type { PointKind } from '@changming/domain/points';
import type { Post } from '@changming/domain/workforce';

import type { PickedUnit } from '../../../ui/unit-picker.tsx';
import type { PlanDetail, Shortfall } from '../plan-queries.ts';

type Picked = { readonly id: string; readonly name: string };

/** A plan as its form holds it: every field that any cadence, place or person may need. */
export type PlanValues = {
  readonly unit: PickedUnit;
  readonly checklistId: string;
  readonly name: string;
  readonly pointsOf: PlanPoints['of'];
  readonly listed: readonly Picked[];
  readonly kinds: readonly PointKind[];
  readonly every: CadenceName;
  readonly shifts: readonly Shift[];
  readonly hours: Readonly<Record<Shift, readonly [from: string, until: string]>>;
  readonly weekdays: readonly number[];
  readonly dayOfMonth: number | null;
  readonly dates: readonly string[];
  readonly window: readonly [from: string, until: string];
  readonly restDays: 'skip' | 'keep';
  readonly graceMinutes: number;
  readonly doerBy: PlanDoer['by'];
  readonly post: Post;
  readonly person: Picked | null;
  readonly from: string;
  readonly until: string | null;
  /** Why it is saved though it looks less often than the colours of its points ask. */
  readonly insist: string;
};

const hours: PlanValues['hours'] = {
  day: [usualShifts.day.from, usualShifts.day.until],
  early: [usualShifts.early.from, usualShifts.early.until],
  middle: [usualShifts.middle.from, usualShifts.middle.until],
  night: [usualShifts.night.from, usualShifts.night.until],
};

/** What a new plan proposes: each point of the branch, daily, by its keeper, on working days. */
export function newPlanValues(today: string): Partial<PlanValues> {
  return {
    pointsOf: 'branch',
    listed: [],
    kinds: [],
    every: 'day',
    shifts: ['day'],
    hours,
    weekdays: [],
    dayOfMonth: null,
    dates: [],
    window: ['00:00', '24:00'],
    restDays: 'skip',
    graceMinutes: 0,
    doerBy: 'post',
    post: 'pointKeeper',
    person: null,
    from: today,
    until: null,
    insist: '',
  };
}

export function planValuesOf(plan: PlanDetail): Partial<PlanValues> {
  const { unitId, unit, checklistId, name, points, restDays, graceMinutes, doer, doerName, from, until, listed } = plan;
  return {
    ...newPlanValues(from),
    unit: { id: unitId, name: unit },
    checklistId,
    name,
    restDays,
    graceMinutes,
    from,
    until,
    pointsOf: points.of,
    listed,
    kinds: points.of === 'branch' ? points.kinds : [],
    doerBy: doer.by,
    ...(doer.by === 'post' ? { post: doer.post } : { person: { id: doer.personId, name: doerName ?? '' } }),
    ...cadenceValues(plan.cadence),
    insist: plan.insist ?? '',
  };
}

/** What mends a shortfall: its points, as often as is owed, by whose look is missing. One unit of all of them is the unit of the plan. */
export function valuesMending({ by, days, points }: Shortfall): Partial<PlanValues> {
  const [first] = points;
  const ofOne = first !== undefined && by !== 'group' && points.every(({ unitId }) => unitId === first.unitId);
  return {
    ...(ofOne ? { unit: { id: first.unitId, name: first.unit } } : {}),
    pointsOf: 'listed',
    listed: points.map(({ id, name }) => ({ id, name })),
    doerBy: 'post',
    post: proposedPost[by],
    restDays: 'keep',
    ...cadenceValues(cadenceWithin(days)),
  };
}

function cadenceValues(cadence: Cadence): Partial<PlanValues> {
  const window = 'from' in cadence ? { window: [cadence.from, cadence.until] as const } : {};
  switch (cadence.every) {
    case 'shift': {
      const given = Object.fromEntries(cadence.shifts.map(({ shift, from, until }) => [shift, [from, until]]));
      return { every: 'shift', shifts: cadence.shifts.map(({ shift }) => shift), hours: { ...hours, ...given } };
    }
    case 'week':
      return { every: 'week', weekdays: cadence.weekdays, ...window };
    case 'month':
      return { every: 'month', dayOfMonth: cadence.dayOfMonth, ...window };
    case 'dates':
      return { every: 'dates', dates: cadence.dates, ...window };
    default:
      return { every: cadence.every, ...window };
  }
}

/** What the API is told of a plan, beside whose it is and which checklist it asks. */
export function saidOf(values: PlanValues) {
  const { name, restDays, graceMinutes, until, insist } = values;
  const said = {
    name: name.trim(),
    points: pointsOf(values),
    cadence: cadenceOf(values),
    doer: doerOf(values),
    restDays,
    graceMinutes,
    until,
  };
  return insist.trim() === '' ? said : { ...said, insist: insist.trim() };
}

function pointsOf({ pointsOf: of, listed, kinds }: PlanValues): PlanPoints {
  if (of === 'listed') return { of, pointIds: listed.map(({ id }) => id) };
  return of === 'branch' ? { of, kinds: [...kinds] } : { of };
}

function doerOf({ doerBy, post, person }: PlanValues): PlanDoer {
  return doerBy === 'person' && person !== null ? { by: 'person', personId: person.id } : { by: 'post', post };
}

export function cadenceOf(
  values: Pick<PlanValues, 'every' | 'shifts' | 'hours' | 'weekdays' | 'dayOfMonth' | 'dates' | 'window'>,
): Cadence {
  const { every, weekdays, dayOfMonth, dates } = values;
  const [from, until] = values.window;
  switch (every) {
    case 'shift':
      return { every, shifts: values.shifts.map((shift) => ({ shift, from: values.hours[shift][0], until: values.hours[shift][1] })) };
    case 'day':
      return { every, from, until };
    case 'week':
      return { every, weekdays: [...weekdays], from, until };
    case 'month':
      return { every, dayOfMonth, from, until };
    case 'dates':
      return { every, dates: [...dates], from, until };
    default:
      return { every };
  }
}
