/** 集团、子公司、工厂、车间、班组、部门: what a unit is in the tree, widest first. */
export const unitKinds = ['group', 'subsidiary', 'factory', 'workshop', 'team', 'department'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** 重点情况: flags of a unit's profile that decide which rules apply to it (rule book 0.4). */
export const unitFlags = [
  'isFireKeyUnit',
  'isCrowdedPlace',
  'isHighRisk',
  'hasCombustibleDust',
  'hasConfinedSpace',
  'hasHazchem',
  'hasSpecialEquipment',
  'hasGas',
  'hasDorm',
  'hasCanteen',
  'hasBoiler',
  'hasDownFilling',
  'hasContractors',
  'hasTenants',
] as const;
export type UnitFlag = (typeof unitFlags)[number];

/** 新设、更名、划转、合并、拆分、撤销、变更类型、更换代码: what is done to the tree. */
export const unitActs = ['create', 'rename', 'move', 'merge', 'split', 'close', 'retype', 'recode'] as const;
export type UnitAct = (typeof unitActs)[number];

/** How many levels the tree may have below its root. */
export const deepest = 12;

const rank: Readonly<Record<UnitKind, number>> = { group: 0, subsidiary: 1, factory: 2, workshop: 3, team: 4, department: 1 };

/** Whether a unit of kind `child` may hang below one of kind `parent`: narrower, or a department (which may hold teams). */
export function mayHangBelow(child: UnitKind, parent: UnitKind): boolean {
  if (child === 'group' || parent === 'team') return false;
  if (child === 'department') return true;
  if (parent === 'department') return child === 'team';
  return rank[child] > rank[parent];
}
