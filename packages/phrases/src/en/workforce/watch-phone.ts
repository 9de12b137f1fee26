import type * as zhCN from '../../zh-CN/workforce/watch-phone.ts';

export const watch = {
  title: 'My watch',
  today: 'Your watch today',
  none: 'No watch of yours within two weeks',
  noneNext: 'Watches that are yours are listed here; sign in from an hour before.',
  posts: { leader: 'leader of the watch', keeper: 'keeper of the watch' },
  standings: {
    uncovered: 'nobody',
    ahead: 'ahead',
    awaited: 'to sign in',
    late: 'not signed in',
    checkedIn: 'on duty',
    stood: 'stood',
    missed: 'missed',
  },
  checkIn: 'Sign in',
  signedIn: 'signed in {{at}}',
  before: 'From the watch before',
  nothingHanded: 'The watch before left nothing',
  takeOver: 'Sign for taking over',
  taken: 'taken over by {{name}}',
  handOver: 'Hand over',
  notes: 'What the next must know',
  notesEmpty: 'Write what the next must know, or that all is well',
  hand: 'Hand over',
  handAgain: 'Change what is handed over',
} satisfies typeof zhCN.watch;

export const onDuty = {
  title: 'Who is on duty now',
  lead: 'On duty at your unit and those above it',
  posts: { leader: 'leader of the watch', keeper: 'keeper of the watch', deputy: 'deputy head', head: 'head of the unit' },
  call: 'Call',
  dial: 'Call {{number}}',
  noPhone: 'no number on record',
  none: 'Nobody to call now',
  noneNext: 'Your unit and those above it keep no watch and have no head on record. Call the safety department.',
} satisfies { [Key in keyof typeof zhCN.onDuty]: Key extends 'posts' ? Record<keyof typeof zhCN.onDuty.posts, string> : string };
