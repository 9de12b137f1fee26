import { refuse } from '@changming/domain/kernel';
import { lacksDustAssessment, type UnitFlag, type UnitProfile } from '@changming/domain/units';

/** Refuses 粉尘涉爆 without the assessment that found it. */
export function refuseUnassessedDust(profile: UnitProfile | undefined, before: readonly UnitFlag[]): void {
  if (profile !== undefined && lacksDustAssessment(profile, before)) refuse('invalid', 'units.dust_unassessed');
}
