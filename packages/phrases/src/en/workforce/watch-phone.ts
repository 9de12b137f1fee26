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
