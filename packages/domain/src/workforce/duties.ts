/** 需要交接的事: the kinds of record that may be in a person's hands, each named for the table that says so of itself (`house.duty`). */
export const dutyKinds = [
  'hazards',
  'hazard_look_backs',
  'actions',
  'risks',
  'inspection_plans',
  'inspection_occurrences',
  'special_equipment',
  'fire_equipment',
  'watch_shifts',
] as const;
export type DutyKind = (typeof dutyKinds)[number];
