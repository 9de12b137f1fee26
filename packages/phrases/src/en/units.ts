import type { UnitAct, UnitKind, UnitRefusal } from '@changming/domain/units';
export { desk } from './units/desk.ts';
export { flags } from './units/flags.ts';

export const refusals = {
  'units.not_found': 'No such unit, or it lies outside your branch',
  'units.code_taken': 'The unit code {code} belongs to “{unit}”; choose another',
  'units.code_of_closed': 'The unit code {code} belongs to “{unit}”, which was closed, and goes to no other; choose another',
  'units.name_taken': 'A unit of this name exists under the same parent',
  'units.no_room': '“{name}” has too many units below it; ask headquarters to tidy up first',
  'units.future_date': 'The effective date cannot be later than today',
  'units.before_last_change': 'The effective date cannot be before the last change of this unit ({last})',
  'units.inside_itself': 'A unit cannot move below itself',
  'units.kind_below': 'A unit of this kind cannot stand there; check its kind',
  'units.kind_over_child': '“{name}” below it cannot stand under a unit of this kind; settle it first, or check the kind',
  'units.closed': '“{name}” is closed and cannot change any more',
  'units.has_open_children': 'The unit still has open units below it; settle them first',
  'units.is_root': 'The group itself cannot be moved, merged or closed',
  'units.not_siblings': 'Only units of the same kind can be merged',
  'units.parent_closed': 'The parent unit is closed',
  'units.already_there': 'The unit stands under this parent already',
  'units.too_deep': 'Too many levels: the tree holds {max} at most',
  'units.in_use': 'The unit still has {count} open matters or serving people; move them first',
  'units.not_there_then': 'The unit did not exist on {on}',
  'units.province_unknown': 'There is no province “{province}”',
  'units.industry_unknown': '“{industry}” is no industry code of GB/T 4754, such as C1811',
  'units.dust_unassessed': 'Combustible dust is for an expert to find: name the assessor, the day and the report',
  'units.not_a_child': 'A part can only take direct children of the unit along',
} satisfies Record<UnitRefusal, string>;

export const kinds = {
  group: 'Group',
  subsidiary: 'Subsidiary',
  factory: 'Factory',
  workshop: 'Workshop',
  team: 'Team',
  department: 'Department',
} satisfies Record<UnitKind, string>;

export const acts = {
  create: 'Created',
  rename: 'Renamed',
  move: 'Moved',
  merge: 'Merged',
  split: 'Split',
  close: 'Closed',
  retype: 'Kind changed',
  recode: 'Code changed',
} satisfies Record<UnitAct, string>;
