import { refuse } from '@changming/domain/kernel';
import type { UnitFlag, UnitProfile } from '@changming/domain/units';

/** 粉尘涉爆 may be set only with the assessment that found it (应急管理部令第6号第三条); a unit that has the flag keeps it. */
export function refuseUnassessedDust(profile: UnitProfile | undefined, before: readonly UnitFlag[]): void {
  const isSet = profile?.flags.includes('hasCombustibleDust') === true && !before.includes('hasCombustibleDust');
  if (isSet && profile.dustAssessment === undefined) refuse('invalid', 'units.dust_unassessed');
}
