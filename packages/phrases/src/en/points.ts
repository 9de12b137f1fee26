import type { PointKind, PointRefusal } from '@changming/domain/points';

export const refusals = {
  'points.not_found': 'No such point, or it lies outside your branch; its plate may have been withdrawn',
  'points.changed_meanwhile': 'Somebody else has just changed this point; refresh and try again',
  'points.closed': '“{name}” is closed and cannot change any more',
  'points.id_taken': 'This id of a point is taken',
  'points.keeper_not_found': 'No such person, or the person has left or is outside your branch',
  'points.keeper_before_opening': 'A point cannot be kept before it was opened ({on})',
  'points.keeper_before_last': 'The new keeper cannot begin before the present one did ({on})',
  'points.too_many_tries': 'Too many tries; wait a minute',
} satisfies Record<PointRefusal, string>;

export const kinds = {
  fire: 'Fire safety',
  electricity: 'Electricity',
  gas: 'Gas',
  chemicals: 'Hazardous chemicals',
  hotWork: 'Hot work',
  confinedSpace: 'Confined space',
  specialEquipment: 'Special equipment',
  contractors: 'Contractors and tenants',
  pumpRoom: 'Fire pump room',
  powerRoom: 'Power room',
  downFilling: 'Down-filling room',
  warehouse: 'Warehouse',
  sewing: 'Sewing workshop',
  dormitory: 'Dormitory',
  dust: 'Dust removal',
  other: 'Other',
} satisfies Record<PointKind, string>;
