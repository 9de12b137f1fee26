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
  'units.changed_meanwhile',
  'units.not_siblings',
  'units.parent_closed',
] as const;

export type UnitRefusal = (typeof unitRefusals)[number];
