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
] as const;

export type PointRefusal = (typeof pointRefusals)[number];
