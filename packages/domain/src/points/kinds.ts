/** 点位类别: the 重点部位 and 重点领域 a point may belong to. Hazards found at it start from there. */
export const pointKinds = [
  'fire',
  'electricity',
  'gas',
  'chemicals',
  'hotWork',
  'confinedSpace',
  'specialEquipment',
  'contractors',
  'pumpRoom',
  'powerRoom',
  'downFilling',
  'warehouse',
  'sewing',
  'dormitory',
  'dust',
  'other',
] as const;
export type PointKind = (typeof pointKinds)[number];
