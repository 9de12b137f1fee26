import { addDays, type Day } from '../kernel/index.ts';
import type { InspectionResult, SpecialState } from './special-kinds.ts';

/** The inspection that counts: passed, not failed since, and good for longest; else the last. Corrections taken. */
export type CountingInspection = { readonly on: Day; readonly result: InspectionResult; readonly nextDueOn: Day | null };

export const specialStandings = ['inDate', 'dueSoon', 'overdue', 'failed', 'undated', 'outOfUse', 'scrapped'] as const;
export type SpecialStanding = (typeof specialStandings)[number];

type Asked = { readonly state: SpecialState; readonly inspection: CountingInspection | null };

/**
 * How special equipment stands on `today`. In date ⇔ one it passed is due again on that day or later, and it has failed none since (rule book 6.2);
 * one that failed, is past its day or tells no day may not be used (特种设备安全法 art. 40). `soonDays` before the day it is due soon.
 */
export function standingOf({ state, inspection }: Asked, today: Day, soonDays: number): SpecialStanding {
  if (state !== 'inUse') return state;
  if (inspection?.result === 'failed') return 'failed';
  if (inspection === null || inspection.nextDueOn === null) return 'undated';
  if (inspection.nextDueOn < today) return 'overdue';
  return inspection.nextDueOn <= addDays(today, soonDays) ? 'dueSoon' : 'inDate';
}

/** Used although it may not be: what the desk shows in red and asks a stop-use order for. */
export function mayNotBeUsed(standing: SpecialStanding): boolean {
  return standing === 'failed' || standing === 'overdue' || standing === 'undated';
}

/** A failed inspection of a machine still in use suggests a major hazard (GB 45067-2024 4.2a, 4.6a, 4.10a); being overdue alone does not. */
export function suggestsMajor(standing: SpecialStanding): boolean {
  return standing === 'failed';
}
