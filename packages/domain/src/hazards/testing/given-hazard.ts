import type { Hazard } from '../hazard.ts';
import { type MajorTreatment, openTreatment } from '../major-treatment.ts';
import type { RectificationPlan } from '../plan.ts';
import { reportedHazard } from '../reported-hazard.ts';

/** Li is the safety officer, Wang rectifies, Zhao found it, Sun stands one level up, Qian is of the group. */
export const people = { li: 'p-li', wang: 'p-wang', zhao: 'p-zhao', sun: 'p-sun', qian: 'p-qian' } as const;

/** Monday 2 February 2026 is where these stories begin. */
export const monday = '2026-02-02';

export function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

export const photos = { before: 1, after: 1, awaited: 0 };

export const settledPlan: RectificationPlan = {
  responsibleUnitId: 'u-sewing',
  responsibleId: people.wang,
  leaderId: null,
  measures: '更换喷淋头',
  funds: 80_000,
  dueOn: '2026-02-10',
  contingency: '停用该区',
  waived: [],
};

export function givenHazard(over: Partial<Hazard> = {}): Hazard {
  return {
    ...reportedHazard({ id: 'h-1', unitId: 'u-sewing', foundById: people.zhao }),
    level: 'workshop',
    plan: settledPlan,
    ...over,
  };
}

export function givenTreatment(over: Partial<MajorTreatment> = {}): MajorTreatment {
  return { ...openTreatment({ by: people.qian, on: monday }), authority: '区应急局', toldAuthorityOn: monday, stage: 'evaluated', ...over };
}

/** A major hazard whose treatment owes nothing more. */
export function givenMajor(over: Partial<Hazard> = {}): Hazard {
  return givenHazard({ level: 'major', suggestion: 'confirmed', treatment: givenTreatment(), ...over });
}
