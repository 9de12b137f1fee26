import type { UnitDetail } from '@changming/contract/units';

/** What every act on a unit is given: the unit, how to close, and where to go when another unit takes its place. */
export type ActProps = { readonly unit: UnitDetail; readonly onClose: () => void; readonly onGo: (unitId: string) => void };

/** 更名、划转、合并、拆分、撤销: what a group's office does to a unit that stands. */
export const reorganisations = ['rename', 'move', 'split', 'merge', 'close'] as const;
export type Reorganisation = (typeof reorganisations)[number];
export type UnitActName = Reorganisation | 'create' | 'profile';

/** Why the unit cannot be reorganised so, as the API would answer; null when it may be tried. */
export function objectionToReorganise(unit: UnitDetail, act: Reorganisation): 'units.is_root' | null {
  return unit.parentId === null && act !== 'rename' ? 'units.is_root' : null;
}
