import type * as zhCN from '../zh-CN/shell.ts';

/** Forms for one, beside the form for many. */
type Singular = { readonly [key: `${string}_one`]: string };

export { sessions } from './shell/sessions.ts';

export const product = {
  name: 'Changming',
  full: 'Changming · work safety platform',
  motto: 'A lamp that never goes out',
} satisfies typeof zhCN.product;

export const languages = { 'zh-CN': '中文', en: 'English' } satisfies typeof zhCN.languages;

export const menu = {
  home: 'Home',
  account: 'My account',
  sessions: 'Signed-in devices',
  password: 'Change password',
  signOut: 'Sign out',
  language: 'Language',
  units: 'My units',
  fold: 'Collapse the menu',
  unfold: 'Expand the menu',
  navigation: 'Main menu',
  trail: 'You are here',
  skip: 'Skip to content',
} satisfies typeof zhCN.menu;

export const menuGroups = {
  hazards: 'Hazards',
  work: 'Daily work',
  training: 'Training',
  ledgers: 'Ledgers',
  assessment: 'Assessment',
  organisation: 'Organisation',
  system: 'System',
} satisfies typeof zhCN.menuGroups;

export const signIn = {
  title: 'Sign in',
  lead: 'With your staff number or phone number',
  login: 'Staff number or phone',
  loginEmpty: 'Enter your staff number or phone number',
  password: 'Password',
  passwordEmpty: 'Enter your password',
  totp: 'One-time code',
  totpHint: 'The 6 digits shown by your authenticator; with the phone lost, a recovery code',
  totpEmpty: 'Enter the 6-digit code, or a recovery code',
  submit: 'Sign in',
  help: 'Forgotten password or locked account? Ask the system administrator of your unit.',
  again: 'Your session has ended',
  againLead: 'Please sign in again. Everything you typed on this page is still here.',
  toSignIn: 'Go to sign-in',
  phone: 'Phone version',
  desk: 'Desktop version',
} satisfies typeof zhCN.signIn;

export const password = {
  title: 'Change password',
  firstTitle: 'First, set a password of your own',
  firstLead: 'You are using the initial password. Replace it with one only you know, then you can start.',
  current: 'Current password',
  currentFirst: 'Initial password',
  currentEmpty: 'Enter your current password',
  next: 'New password',
  nextEmpty: 'Enter a new password',
  nextHint: 'Best 12 characters or more, with capitals, digits and signs, and without your staff or phone number.',
  repeat: 'New password again',
  repeatDiffers: 'The two new passwords differ',
  submit: 'Save new password',
  done: 'Password changed; all other devices have been signed out',
  others: 'Saving signs out all your other devices.',
} satisfies typeof zhCN.password;

export const home = {
  morning: 'Good morning, {{name}}',
  noon: 'Hello, {{name}}',
  afternoon: 'Good afternoon, {{name}}',
  evening: 'Good evening, {{name}}',
  nobody: 'Hello',
  mine: 'For me to do',
  mineEmpty: 'Nothing on your desk',
  mineEmptyNext: 'New tasks appear here, the nearest deadline first.',
  decide: 'Waiting for my approval',
  decideEmpty: 'Nothing waits for your approval',
  decideEmptyNext: 'What the units below you submit appears here.',
  watch: 'My area of responsibility',
  watchEmpty: 'Nothing needs your attention',
  watchEmptyNext: 'What is overdue, escalated or getting worse appears here.',
  data: 'Data and assessment',
  dataEmpty: 'No news from the data',
  dataEmptyNext: 'Published results and fresh data appear here.',
  administer: 'System administration',
  administerEmpty: 'Nothing for you to administer',
  administerEmptyNext: 'What needs configuring, granting or checking appears here.',
  nothingYet: 'Nothing here for you yet',
  nothingYetNext: 'Ask the system administrator to grant you a post; your duties then appear here by themselves.',
  clear: 'Nothing waits here:',
  folded: '{{count}} more kinds:',
  all: 'All {{count, number}}',
  moreThan: 'More than {{count, number}}',
  one: '{{count}}',
} satisfies typeof zhCN.home;

export const actions = {
  search: 'Search',
  reset: 'Reset',
  more: 'More',
  loadMore: 'Load more',
  expand: 'Expand',
  expandCount: 'More ({{count}} set)',
  collapse: 'Collapse',
  retry: 'Try again',
  reload: 'Reload the page',
  back: 'Back',
  backHome: 'Back to home',
  backToList: 'Back to the list',
  cancel: 'Cancel',
  confirm: 'OK',
  close: 'Close',
  save: 'Save',
  copy: 'Copy',
  copied: 'Copied',
  print: 'Print',
  operations: 'Actions',
} satisfies typeof zhCN.actions;

export const table = {
  columns: 'Columns',
  columnsReset: 'Restore defaults',
  density: 'Row height',
  loose: 'Loose',
  middle: 'Medium',
  compact: 'Compact',
  refresh: 'Refresh',
  total: '{{count, number}} in all',
  totalCapped: 'more than {{count, number}}',
  tooMany: 'Too many results: the first 1,000 are listed, please narrow the search',
  shown: '{{count, number}} shown',
  end: 'That is all',
  selected: '{{count, number}} selected',
  unselect: 'Clear selection',
  empty: 'No records match',
  emptyNext: 'Relax or reset the filters and try again.',
} satisfies typeof zhCN.table;

export const tree = {
  search: 'Name, code or pinyin initials',
  within: 'With units below',
  withinHint: 'Also counts every unit below the chosen one',
  everything: 'All units',
  noHits: 'Nothing found for “{{text}}”',
  noHitsNext: 'Try other words or the pinyin initials.',
  failed: 'The units below could not be loaded',
  loading: 'Searching …',
  opening: 'The units below are being opened',
} satisfies typeof zhCN.tree;

export const errors = {
  network: 'The server was not reached; everything you typed is still here. Check the network and try again.',
  fault: 'The system had a fault; it has been recorded. Please try again later.',
  page: 'This page could not be shown',
  load: 'The data could not be loaded',
  notFound: 'There is no such page',
  notFoundNext: 'The address may be mistyped, or the page has been renamed.',
  missing: 'This record cannot be found',
  forbidden: 'Not within what you may see',
  fields: '{{count}} fields need correction',
  fields_one: '{{count}} field needs correction',
  code: 'Error code: {{code}}',
  required: 'Enter {{label}}',
  reasonEmpty: 'Give a reason',
  tooLong: 'At most {{most}} characters are kept; this is {{over}} over. All you typed is still here: shorten it',
  offline: 'The network is down. You can go on typing and send later.',
} satisfies typeof zhCN.errors & Singular;

export const time = {
  daysLeft: '{{count}} days left',
  daysLeft_one: '{{count}} day left',
  dueToday: 'due today',
  dueTomorrow: 'due tomorrow',
  overdue: '{{count}} days overdue',
  overdue_one: '{{count}} day overdue',
  over: { minutes: '{{count}} min over', hours: '{{count}} h over', days: '{{count}} d over' },
  none: 'no deadline',
  justNow: 'just now',
  minutesAgo: '{{count}} min ago',
  hoursAgo: '{{count}} h ago',
  quarter: '{{year}} Q{{quarter}}',
} satisfies typeof zhCN.time & Singular;

export const riskLevels = {
  red: 'Major risk',
  orange: 'High risk',
  yellow: 'Medium risk',
  blue: 'Low risk',
} satisfies typeof zhCN.riskLevels;

export const secret = {
  once: 'Shown only this once',
  onceNote: 'It cannot be seen again after closing. Copy it now and keep it somewhere safe.',
  kept: 'I have stored it safely',
  done: 'Done',
} satisfies typeof zhCN.secret;

export const sheet = { printed: 'Printed {{at}}', page: 'Changming · work safety platform' } satisfies typeof zhCN.sheet;

export const reason = { label: 'Reason', hint: 'It is kept in the trail' } satisfies typeof zhCN.reason;

export const phone = {
  report: 'Report',
  tasks: 'My tasks',
  mine: 'Me',
  back: 'Back',
  posts: 'Units',
  staffNo: 'Staff no. {{no}}',
  offline: 'No network',
} satisfies typeof zhCN.phone;

export const orders = {
  title: 'My exports',
  ask: 'Have it made in the background?',
  lead: '{{why}}. It can be made in the background as an Excel file of up to 500,000 rows. A notice tells you when it is ready; it is kept for 7 days under “My exports”.',
  ok: 'Make it in the background',
  done: 'Ordered; a notice tells you when it is ready.',
  heads: { name: 'File', rows: 'Rows', bytes: 'Size', askedAt: 'Ordered', keptUntil: 'Kept until', state: 'State' },
  states: { waiting: 'In the making', ready: 'Ready', failed: 'Not made; order it again' },
  save: 'Download',
  empty: 'No files made in the background yet',
} satisfies typeof zhCN.orders;
