export const pointRefusals = [
  'points.not_found',
  'points.changed_meanwhile',
  'points.closed',
  'points.id_taken',
  'points.keeper_not_found',
  'points.keeper_before_opening',
  'points.keeper_before_last',
  'points.too_many_tries',
  'points.too_many_plates',
  'points.no_plates',
  'points.key_already',
  'points.not_key',
  'points.key_before_opening',
  'points.sheet_not_found',
  'points.sheet_withdrawn',
  'points.sheet_of_map',
  'points.not_a_floor_plan',
  'points.picture_missing',
  'points.point_elsewhere',
  'points.not_placed',
] as const;

export type PointRefusal = (typeof pointRefusals)[number];
