import type { EquipmentDue } from '@changming/contract/equipment';

/** Where something that is due is done: the record, or the pieces of the unit that are still to be looked over. */
export function dueAddress({ kind, subjectId, unitId }: Pick<EquipmentDue, 'kind' | 'subjectId' | 'unitId'>): string {
  if (kind === 'spotCheck') return `/equipment/fire?unitId=${unitId}&withBelow=false&unchecked=true`;
  return kind === 'service' || kind === 'scrap' ? `/equipment/fire?equipment=${subjectId}` : `/equipment/special?equipment=${subjectId}`;
}
