/** 值班值守 refuses by these. */
export const watchRefusals = [
  'workforce.watch_not_found',
  'workforce.watch_not_arranged',
  'workforce.watch_withdrawn',
  'workforce.watch_reason_needed',
  'workforce.watch_not_on_duty',
  'workforce.watch_changed_meanwhile',
  'workforce.watch_not_yours',
  'workforce.watch_checked_in',
  'workforce.watch_not_checked_in',
  'workforce.watch_too_early',
  'workforce.watch_over',
  'workforce.watch_same_person',
  'workforce.watch_seated_twice',
  'workforce.watch_month_over',
  'workforce.watch_list_missing',
  'workforce.watch_nothing_handed',
  'workforce.watch_taken_over',
  'workforce.watch_own_hand_over',
  'workforce.watch_nobody',
] as const;

export type WatchRefusal = (typeof watchRefusals)[number];
