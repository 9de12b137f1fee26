import type { Indicator } from '../indicator.ts';
import { a1Accidents } from './a1-accidents.ts';
import { a2Injuries } from './a2-injuries.ts';
import { a3Reports } from './a3-reports.ts';
import { b1Letters } from './b1-letters.ts';
import { b2Duties } from './b2-duties.ts';
import { b3LedInspections } from './b3-led-inspections.ts';
import { b4Staffing } from './b4-staffing.ts';
import { c1Areas } from './c1-areas.ts';
import { c2GraveRisks } from './c2-grave-risks.ts';
import { c3KeyPositions } from './c3-key-positions.ts';
import { d1PlanDone } from './d1-plan-done.ts';
import { d2OnTime } from './d2-on-time.ts';
import { d3Majors } from './d3-majors.ts';
import { d4LookBacks } from './d4-look-backs.ts';
import { d5Recurrence } from './d5-recurrence.ts';
import { d6SelfFound } from './d6-self-found.ts';
import { e1Newcomers } from './e1-newcomers.ts';
import { e2Transfers } from './e2-transfers.ts';
import { e3Hours } from './e3-hours.ts';
import { e4Certified } from './e4-certified.ts';
import { e5Violations } from './e5-violations.ts';
import { f1SpecialEquipment } from './f1-special-equipment.ts';
import { f2SpotChecks } from './f2-spot-checks.ts';
import { f3FireIntact } from './f3-fire-intact.ts';
import { f5LightsOut } from './f5-lights-out.ts';
import { f6Dust } from './f6-dust.ts';
import { h4Reporters } from './h4-reporters.ts';

/** The indicators that the product counts from records. */
export const builtIndicators: readonly Indicator[] = [
  a1Accidents,
  a2Injuries,
  a3Reports,
  b1Letters,
  b2Duties,
  b3LedInspections,
  b4Staffing,
  c1Areas,
  c2GraveRisks,
  c3KeyPositions,
  d1PlanDone,
  d2OnTime,
  d3Majors,
  d4LookBacks,
  d5Recurrence,
  d6SelfFound,
  e1Newcomers,
  e2Transfers,
  e3Hours,
  e4Certified,
  e5Violations,
  f1SpecialEquipment,
  f2SpotChecks,
  f3FireIntact,
  f5LightsOut,
  f6Dust,
  h4Reporters,
];

export function builtIndicator(code: string): Indicator | null {
  return builtIndicators.find((each) => each.code === code) ?? null;
}
