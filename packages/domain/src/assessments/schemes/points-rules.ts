import type { Measure } from '../measure.ts';
import type { PointsRule } from '../scheme.ts';
import { relapsesOfAuthority } from './overdue-majors.ts';

/** 加分 (11.5) */
const bonusPoints = {
  commendedByState: '2',
  commendedByProvince: '1',
  commendedByCity: '0.5',
  standardisationLevel1: '2',
  standardisationLevel2: '1',
  accidentAvoided: '1',
  innovationAdopted: '1',
} as const;

/** 扣分 (11.5) */
const malusPoints = {
  criticisedByState: '3',
  criticisedByProvince: '2',
  criticisedByCity: '1',
  criticisedByGroup: '1',
  fined: '2',
  authorityRelapse: '1',
  lateData: '0.5',
} as const;

export type BonusCode = keyof typeof bonusPoints;
export type MalusCode = keyof typeof malusPoints;
export type PointsCode = BonusCode | MalusCode;

const counted: Partial<Record<PointsCode, Measure>> = { authorityRelapse: relapsesOfAuthority };

export const defaultBonuses = rulesOf(bonusPoints);
export const defaultMaluses = rulesOf(malusPoints);

function rulesOf(points: Partial<Record<PointsCode, string>>): PointsRule[] {
  return (Object.keys(points) as PointsCode[]).map((code) => ({
    code,
    name: null,
    points: points[code] ?? '0',
    counts: counted[code] ?? null,
  }));
}
