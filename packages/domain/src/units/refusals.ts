export const unitRefusals = [
  'units.not_found',
  'units.code_taken',
  'units.name_taken',
  'units.no_room',
  'units.future_date',
  'units.before_last_change',
  'units.inside_itself',
  'units.kind_below',
  'units.closed',
  'units.has_open_children',
  'units.is_root',
  'units.not_siblings',
  'units.parent_closed',
  'units.already_there',
  'units.too_deep',
  'units.in_use',
  'units.not_a_child',
  'units.not_there_then',
  'units.dust_unassessed',
] as const;

export type UnitRefusal = (typeof unitRefusals)[number];
