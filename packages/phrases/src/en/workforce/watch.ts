import type * as zhCN from '../../zh-CN/workforce/watch.ts';

export const watchRefusals = {
  'workforce.watch_not_found': 'This watch was not found, or it lies outside your units',
  'workforce.watch_not_arranged': 'This unit keeps no watch yet; arrange it first',
  'workforce.watch_changed_meanwhile': 'Somebody has just changed this watch; reload and try again',
  'workforce.watch_not_yours': 'This watch is not yours',
  'workforce.watch_checked_in': 'This watch is signed in for and cannot be changed any more',
  'workforce.watch_not_checked_in': 'Sign in before you hand over',
  'workforce.watch_too_early': 'It is too early; you can sign in from an hour before the watch begins',
  'workforce.watch_over': 'This watch is over',
  'workforce.watch_same_person': 'It is the same person, so nothing changes',
  'workforce.watch_seated_twice': 'This person sits in the same watch already',
  'workforce.watch_month_over': 'This month is over and cannot be planned any more',
  'workforce.watch_list_missing': 'There was no roster last month to go on with; choose people',
  'workforce.watch_nothing_handed': 'The watch before has not written its hand-over yet',
  'workforce.watch_taken_over': 'The next watch has signed; it cannot be changed any more',
  'workforce.watch_own_hand_over': 'Whoever hands over cannot sign for taking over',
  'workforce.watch_nobody': 'Nobody stands this watch, so there is nobody to call',
} satisfies typeof zhCN.watchRefusals;
