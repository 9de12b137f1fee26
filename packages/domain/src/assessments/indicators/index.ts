import type { Indicator } from '../indicator.ts';
import { c1Areas } from './c1-areas.ts';
import { c2GraveRisks } from './c2-grave-risks.ts';
import { c3KeyPositions } from './c3-key-positions.ts';
import { d1PlanDone } from './d1-plan-done.ts';
import { d2OnTime } from './d2-on-time.ts';
import { d3Majors } from './d3-majors.ts';
import { d4LookBacks } from './d4-look-backs.ts';
import { d5Recurrence } from './d5-recurrence.ts';
import { d6SelfFound } from './d6-self-found.ts';
import { f1SpecialEquipment } from './f1-special-equipment.ts';
import { f2SpotChecks } from './f2-spot-checks.ts';
import { f3FireIntact } from './f3-fire-intact.ts';
import { f5LightsOut } from './f5-lights-out.ts';
import { f6Dust } from './f6-dust.ts';

/** The indicators that the product counts from records. */
export const builtIndicators: readonly Indicator[] = [
  c1Areas,
  c2GraveRisks,
  c3KeyPositions,
  d1PlanDone,
  d2OnTime,
  d3Majors,
  d4LookBacks,
  d5Recurrence,
  d6SelfFound,
  f1SpecialEquipment,
  f2SpotChecks,
  f3FireIntact,
  f5LightsOut,
  f6Dust,
];

export function builtIndicator(code: string): Indicator | null {
  return builtIndicators.find((each) => each.code === code) ?? null;
}
